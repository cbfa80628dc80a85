"""Calls to Cognito that CDK's custom resources make beside the resources.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import CUSTOM_RESOURCE
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.registry import rule
from constructs_lib.rules.view import Problem, View

_COGNITO = re.compile(r'"service":\s*"[^"]*cognito-?identity(-?service)?-?provider"', re.IGNORECASE)
_UPDATE = re.compile(r'"action":\s*"updateUserPool(Command)?"', re.IGNORECASE)


def _text(value: Json) -> str:
    """Give what is known of a text that references may stand in."""
    if isinstance(value, str):
        return value
    return "".join(map(_text, value.values() if isinstance(value, dict) else value if is_list(value) else ()))


@rule(
    "custom-resource.rewrites-user-pool",
    CUSTOM_RESOURCE,
    severity="warning",
    why="UpdateUserPool sets back whatever it is not told: password policy, second factors, verification, protection",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/33282",
)
def rewrites_user_pool(resource: View) -> Iterator[Problem]:
    """Warn of a call that takes back what the pool's own resource says."""
    for name in ("Create", "Update"):
        call = _text(resource.get(name))
        if _COGNITO.search(call) and _UPDATE.search(call):
            yield resource.problem(
                name,
                "calls UpdateUserPool, which sets everything back that it does not say",
                allowed="other calls",
                fix="say it in the pool's own resource, and leave this one out",
            )
