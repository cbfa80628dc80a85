"""Rules about the bounds of attributes."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, pool


def schema(*entries: Any) -> Resources:
    return pool(Schema=[*entries])


def text(name: str, **properties: Any) -> dict[str, Any]:
    return {"Name": name, "AttributeDataType": "String", **properties}


def number(name: str, **properties: Any) -> dict[str, Any]:
    return {"Name": name, "AttributeDataType": "Number", **properties}


CASES = [
    Case(
        rule="attributes.length-bounds-order",
        fails=schema(text("shop", StringAttributeConstraints={"MinLength": "9", "MaxLength": "8"})),
        says="""\
Pool.Schema[0].StringAttributeConstraints.MinLength: must not be above the upper bound, got '9'
   allowed: 8 or less
   fix: exchange the two bounds, or correct one; neither can be changed later
   [attributes.length-bounds-order] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StringAttributeConstraintsType.html""",
        passes=schema(text("shop", StringAttributeConstraints={"MinLength": "8", "MaxLength": "8"})),
        silent=schema(text("shop", StringAttributeConstraints={"MinLength": "9", "MaxLength": UNKNOWN})),
    ),
    Case(
        rule="attributes.value-bounds-order",
        fails=schema(number("age", NumberAttributeConstraints={"MinValue": "10", "MaxValue": "9"})),
        says="""\
Pool.Schema[0].NumberAttributeConstraints.MinValue: must not be above the upper bound, got '10'
   allowed: 9 or less
   fix: exchange the two bounds, or correct one; neither can be changed later
   [attributes.value-bounds-order] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_NumberAttributeConstraintsType.html""",
        passes=schema(number("age", NumberAttributeConstraints={"MinValue": "9", "MaxValue": "10"})),
        silent=schema(number("age", NumberAttributeConstraints={"MinValue": UNKNOWN, "MaxValue": "9"})),
    ),
    Case(
        rule="attributes.bounds-of-another-type",
        fails=schema(number("age", StringAttributeConstraints={"MinLength": "1"})),
        says="""\
Pool.Schema[0].StringAttributeConstraints: is for the type String, not for Number, got {'MinLength': '1'}
   allowed: nothing
   fix: leave it out, or correct the type
   [attributes.bounds-of-another-type] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html""",
        passes=schema(number("age", StringAttributeConstraints={}, NumberAttributeConstraints={"MinValue": "1"})),
        silent=schema({"Name": "age", "AttributeDataType": UNKNOWN, "StringAttributeConstraints": {"MinLength": "1"}}),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize("kind", ["String", "Number", "Boolean", "DateTime"])
@pytest.mark.parametrize(
    ("constraints", "bounded"),
    [("StringAttributeConstraints", "String"), ("NumberAttributeConstraints", "Number")],
)
def test_bounds_fit_one_type_only(kind: str, constraints: str, bounded: str) -> None:
    entry = {"Name": "shop", "AttributeDataType": kind, constraints: {"MinLength": "1", "MinValue": "1"}}
    assert found("attributes.bounds-of-another-type", schema(entry)) == (kind != bounded)


def test_a_standard_attribute_has_a_type_without_saying_so() -> None:
    entry = {"Name": "email", "NumberAttributeConstraints": {"MinValue": "1"}}
    assert found("attributes.bounds-of-another-type", schema(entry)) == 1


def test_an_unknown_entry_says_nothing_about_the_next() -> None:
    bounds = {"MinLength": "9", "MaxLength": "8"}
    entries = [text("a", StringAttributeConstraints=UNKNOWN), text("b", StringAttributeConstraints=bounds)]
    assert found("attributes.length-bounds-order", schema(*entries)) == 1
