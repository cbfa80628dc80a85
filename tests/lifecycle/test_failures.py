"""Failures that people had when they changed something: each is told before it happens, by the ids of their list."""

from typing import Any, NamedTuple

import pytest

from constructs_lib.lifecycle.diff import diff
from constructs_lib.lifecycle.effect import Effect
from constructs_lib.resources.model import (
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
)
from tests.failures.row import CHANGE
from tests.failures.test_failures import ROWS
from tests.lifecycle.told import one


class Step(NamedTuple):
    """What people changed, and the worst that came of it."""

    type: str
    before: dict[str, Any]
    after: dict[str, Any]
    effect: Effect


def schema(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"Schema": list(entries)}


def pool(before: dict[str, Any], after: dict[str, Any], effect: Effect = Effect.REFUSED) -> Step:
    return Step(USER_POOL, before, after, effect)


TENANT = {"Name": "tenant", "AttributeDataType": "String", "Mutable": True}
EMAIL = {"Name": "email", "Required": True, "Mutable": True}
FACTORS = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}

STEPS: dict[str, list[Step]] = {
    "F001": [
        pool(schema(TENANT), schema()),
        pool(schema(TENANT), schema({**TENANT, "Name": "team"})),
        pool(schema(TENANT), schema({**TENANT, "AttributeDataType": "Number"})),
        pool(schema(TENANT), schema({**TENANT, "StringAttributeConstraints": {"MaxLength": "10"}})),
    ],
    "F002": [
        pool({}, schema(EMAIL)),
        pool(schema(EMAIL), {}),
        pool(schema(EMAIL), schema({**EMAIL, "Required": False})),
    ],
    "F004": [
        pool({}, {"UsernameConfiguration": {"CaseSensitive": False}}),
        pool({"UsernameConfiguration": {"CaseSensitive": False}}, {}),
        pool({"UsernameConfiguration": {"CaseSensitive": False}}, {"UsernameConfiguration": {"CaseSensitive": True}}),
    ],
    "F007": [pool(schema(TENANT), schema({**TENANT, "Mutable": False}))],
    "F010": [pool(schema({"Name": "email", "Mutable": False}), schema({"Name": "email", "Mutable": True}))],
    "F011": [pool(schema(EMAIL), schema()), pool(schema(), schema(EMAIL))],
    "F016": [
        pool({"UsernameAttributes": ["email"]}, {"UsernameAttributes": ["phone_number"]}),
        pool({}, {"UsernameAttributes": ["email"]}),
        pool({"AliasAttributes": ["email"]}, {"AliasAttributes": ["email", "preferred_username"]}),
    ],
    "F047": [pool(FACTORS, {}, Effect.NONE)],
    "F125": [
        Step(USER_POOL_CLIENT, {}, {"GenerateSecret": True}, Effect.LOSES),
        Step(USER_POOL_CLIENT, {"GenerateSecret": True}, {"GenerateSecret": False}, Effect.LOSES),
    ],
    "F130": [Step(USER_POOL_CLIENT, {"GenerateSecret": True}, {}, Effect.LOSES)],
    "F155": [
        Step(
            USER_POOL_DOMAIN,
            {"Domain": "auth.shop.example", "CustomDomainConfig": {"CertificateArn": "arn:1"}},
            {"Domain": "auth.shop.example", "CustomDomainConfig": {"CertificateArn": "arn:2"}},
            Effect.IN_PLACE,
        )
    ],
    "F157": [
        Step(
            USER_POOL_DOMAIN,
            {"Domain": "auth.shop.example"},
            {"Domain": "auth.shop.example", "ManagedLoginVersion": 2},
            Effect.IN_PLACE,
        )
    ],
    "F173": [pool(schema({**EMAIL, "Mutable": False}), schema(EMAIL))],
    "F188": [Step(USER_POOL_GROUP, {"GroupName": "Staff"}, {"GroupName": "staff"}, Effect.LOSES)],
    "F212": [
        pool({}, {"UsernameConfiguration": {"CaseSensitive": False}, **schema(EMAIL)}),
    ],
}

ELSEWHERE = {
    "F008": "the tool that did it is not CloudFormation; a pool that leaves its stack is told",
    "F034": "what was declared before OLD is in neither input; a removed attribute is refused already",
    "F154": "what was done by hand is seen where OLD is what AWS describes",
    "F209": "exports are no property of the resources",
}
"""Why two inputs do not show it."""


@pytest.mark.parametrize(
    ("row", "step"), [pytest.param(row, step, id=f"{row}-{n}") for row in STEPS for n, step in enumerate(STEPS[row], 1)]
)
def test_what_people_changed_is_told_with_what_came_of_it(row: str, step: Step) -> None:
    assert row in {each.id for each in ROWS}
    changes = diff(one(step.type, step.before), one(step.type, step.after))
    assert changes[0].effect is step.effect


def test_every_failure_of_a_change_is_told_or_has_a_reason() -> None:
    changes = [row.id for row in ROWS if row.unseen == CHANGE]
    assert sorted(changes) == sorted([*STEPS, *ELSEWHERE])
