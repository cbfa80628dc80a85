"""Names of properties, which CloudFormation takes to the letter and CDK leaves out where it does not know them."""

from collections.abc import Iterator
from difflib import get_close_matches

from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.prefixes import PREFIXES
from constructs_lib.rules.registry import CLOUDFORMATION, rule
from constructs_lib.rules.view import Problem, View

NAMED = tuple(kind for kind in PREFIXES if kind.startswith("AWS::Cognito::"))
"""The types of which every property has a limit."""


def unknown(view: View) -> Iterator[Problem]:
    """Warn of properties that nobody has heard of, which may be new."""
    limits = limits_of(view.type)
    for path, known in view.once(limits.held_against).unknown if limits is not None else ():
        meant = _meant(str(path[-1]), known)
        yield view.problem(
            path,
            "is no property that is known here",
            allowed=f"{meant}, or another property by its name" if meant else "properties by their names",
            fix=f"write {meant}" if meant else "correct the name, or acknowledge this if AWS has added the property",
        )


def _meant(name: str, known: tuple[str, ...]) -> str:
    by_letters = {one.lower(): one for one in known}
    close = get_close_matches(name.lower(), by_letters, n=1)
    return by_letters[close[0]] if close else ""


for _resource in NAMED:
    rule(
        f"{PREFIXES[_resource]}.property-unknown",
        _resource,
        severity="warning",
        why="CloudFormation answers 'extraneous key is not permitted' to a name that it does not know",
        evidence="reported",
        source=CLOUDFORMATION + f"aws-resource-{_resource.removeprefix('AWS::').replace('::', '-').lower()}.html",
    )(unknown)
