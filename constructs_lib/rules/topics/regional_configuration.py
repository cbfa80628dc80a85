"""What is different about a pool in the stack's own Region.

Mail, text messages and functions are held against the rules about the pool's own: roles must be of the account,
functions of the Region, senders of those that Cognito reaches from there.
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_REGIONAL_CONFIGURATION
from constructs_lib.rules.registry import GUIDE, RULES, rule
from constructs_lib.rules.topics import custom_auth, email, email_identity, sms, sms_role, trigger_functions, triggers
from constructs_lib.rules.view import Problem, View

_READ_THE_POOL = (
    "email.daily-limit",
    "sms.costs-money",
    "sms.external-id-missing",
    "triggers.custom-auth-unused",
    "triggers.migration-needs-password",
)
"""Rules about more of the pool than it may have different in a Region, or that the pool has told already."""

SHARED = tuple(
    one.id
    for module in (email, email_identity, sms, sms_role, triggers, trigger_functions, custom_auth)
    for one in RULES.values()
    if one.check.__module__ == module.__name__ and one.resource == USER_POOL and one.id not in _READ_THE_POOL
)
"""The rules about a pool that hold in a Region as well."""


def regional_id(rule_id: str) -> str:
    """Name the rule, or limit, that holds in a Region as well."""
    return f"regional-configuration.{rule_id.replace('.', '-')}"


for _id in SHARED:
    _same = RULES[_id]
    rule(
        regional_id(_id),
        USER_POOL_REGIONAL_CONFIGURATION,
        why=_same.why,
        evidence=_same.evidence,
        source=_same.source,
        severity=_same.severity,
    )(_same.check)


@rule(
    "regional-configuration.beside-pool",
    USER_POOL_REGIONAL_CONFIGURATION,
    severity="warning",
    why="the pool says the same things of its own Region, and whichever is deployed last wins",
    evidence="inferred",
    source=GUIDE + "user-pool-multi-region.html",
)
def beside_pool(configuration: View) -> Iterator[Problem]:
    """Warn of what stands in the pool's own template, where the pool could say it."""
    if configuration.pool_key in configuration.neighbours.views:
        yield configuration.problem(
            (),
            "is for a Region that the pool is replicated to, and the pool is in this one",
            allowed="the stack of another Region, with the pool's id",
            fix="say it of the pool itself, or move it to a stack in the replica's Region",
        )
