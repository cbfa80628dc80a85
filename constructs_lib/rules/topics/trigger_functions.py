"""The functions behind Lambda triggers, where they are in the template: who may call them, and what they wait for.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.references import references
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.references import made_before
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.triggers import FUNCTIONS
from constructs_lib.rules.view import DoesNotApply, Problem, View

_PERMISSION = "AWS::Lambda::Permission"
_TRIGGERS = GUIDE + "cognito-user-identity-pools-working-with-aws-lambda-triggers.html"
# AWS::Serverless::Function brings its permissions along.
_FUNCTION_TYPES = ("AWS::Lambda::Function", "AWS::Lambda::Alias")


def _functions(pool: View) -> Iterator[tuple[str, View]]:
    """Walk the functions of the template that a pool calls, each once, with the place where it says so."""
    seen: set[str] = set()
    for path in FUNCTIONS:
        function = pool.neighbour(path)
        if function is not None and function.type in _FUNCTION_TYPES and function.key not in seen:
            seen.add(function.key)
            yield path, function


def _permissions(function: View) -> Iterator[View]:
    """Walk what lets user pools call a function; nothing can be told where a permission's function is not known."""
    own_name = function.get("FunctionName") if function.type == "AWS::Lambda::Function" else None
    for permission in function.neighbours.views.values():
        if permission.type != _PERMISSION:
            continue
        named = permission.get("FunctionName")
        if is_unknown(named) and not set(references(named)) & function.neighbours.views.keys():
            raise DoesNotApply
        if function.key in references(named) or (named is not None and named == own_name):
            principal = permission.text("Principal")
            if principal is not None and principal.startswith("cognito-idp."):
                yield permission


@rule(
    "triggers.not-permitted",
    USER_POOL,
    severity="warning",
    why="it deploys, but Cognito may not call the function: users get an AccessDeniedException in place of an answer",
    evidence="reported",
    source="https://github.com/aws/aws-cli/issues/2256",
)
def not_permitted(pool: View) -> Iterator[Problem]:
    """Warn of a function of the template that nothing in the template lets Cognito call."""
    for path, function in _functions(pool):
        if not any(_permissions(function)):
            yield pool.problem(
                path,
                f"calls {function.key}, and no permission here lets Cognito do so",
                got=pool.get(path),
                allowed="a function with an AWS::Lambda::Permission for cognito-idp.amazonaws.com",
                fix="add the permission with the pool's ARN as SourceArn; in a CDK app, hand the function in as a "
                "trigger",
            )


@rule(
    "triggers.open-to-every-pool",
    USER_POOL,
    severity="warning",
    why="the permission is for Cognito whoever asks it: a pool of another account could call the function too",
    evidence="developer guide",
    source=_TRIGGERS,
)
def open_to_every_pool(pool: View) -> Iterator[Problem]:
    """Warn of a permission that does not say whose pool may call."""
    for path, function in _functions(pool):
        for permission in _permissions(function):
            if not permission.has("SourceArn") and not permission.has("SourceAccount"):
                yield pool.problem(
                    path,
                    f"calls {function.key}, which every user pool there is may call ({permission.key})",
                    got=pool.get(path),
                    allowed="a permission with SourceArn, the pool's ARN, and SourceAccount",
                    fix=f"say SourceArn and SourceAccount in {permission.key}",
                )


@rule(
    "triggers.circular",
    USER_POOL,
    why="CloudFormation makes one of two resources first, and answers 'Circular dependency between resources'",
    evidence="reported",
    source="https://github.com/serverless/serverless/issues/4823",
)
def circular(pool: View) -> Iterator[Problem]:
    """Refuse a function that waits for the pool that waits for it."""
    for path, function in _functions(pool):
        if pool.key in made_before(function, surely=True):
            yield pool.problem(
                path,
                f"waits for {function.key}, which itself waits for the pool",
                got=pool.get(path),
                allowed="a function that does not refer to the pool, nor to what refers to it",
                fix="take the pool's id from the event that the function is called with, and let its role name any "
                "pool of the account",
            )
