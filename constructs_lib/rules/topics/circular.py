"""Resources that a pool waits for and that wait for the pool: roles, keys and what else it refers to.

Functions that do so are told by the topic of their triggers.
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.references import references
from constructs_lib.resources.values import is_list
from constructs_lib.rules.references import made_before
from constructs_lib.rules.registry import rule
from constructs_lib.rules.view import Problem, View

_FUNCTION_TYPES = ("AWS::Lambda::", "AWS::Serverless::Function")


def _awaited(pool: View) -> Iterator[tuple[str, View]]:
    """Walk what a pool surely waits for, but functions, with the property that says so."""
    said = pool.attributes.get("DependsOn")
    places = {name: "DependsOn" for name in (said if is_list(said) else [said]) if isinstance(name, str)}
    places |= {name: path for path, value in pool.source.items() for name in references(value, surely=True)}
    mine = (None, pool.attributes.get("Condition"))
    for name, path in places.items():
        other = pool.neighbours.views.get(name)
        if (
            other is not None
            and other.attributes.get("Condition") in mine
            and not other.type.startswith(_FUNCTION_TYPES)
        ):
            yield path, other


@rule(
    "pool.circular",
    USER_POOL,
    why="CloudFormation makes one of two resources first, and answers 'Circular dependency between resources'",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/7016",
)
def circular(pool: View) -> Iterator[Problem]:
    """Refuse what waits for the pool that waits for it."""
    for path, other in _awaited(pool):
        if pool.key in made_before(other, surely=True):
            yield pool.problem(
                path,
                f"waits for {other.key}, which itself waits for the pool",
                allowed="resources that do not refer to the pool, nor to what refers to it",
                fix=f"name any pool of the account in {other.key} (userpool/*), or refer to it from a third resource",
            )
