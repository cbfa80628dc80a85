"""Rules about the attributes of users."""

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
        rule="attributes.type-required",
        fails=schema(UNKNOWN, {"Name": "given_nam"}),
        says="""\
Pool.Schema[1].AttributeDataType: must be given, since given_nam is no standard attribute
   allowed: String, Number, Boolean or DateTime
   fix: say String, Number, Boolean or DateTime, or correct the name to given_name
   [attributes.type-required] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html""",
        passes=schema({"Name": "given_name"}),
        silent=schema({"Name": "given_nam", "AttributeDataType": UNKNOWN}),
    ),
    Case(
        rule="attributes.custom-required",
        fails=schema(text("team", Required=UNKNOWN), text("shop", Required=True)),
        says="""\
Pool.Schema[1].Required: cannot be true, since shop is a custom attribute, got True
   allowed: false
   fix: leave it out and ask for the value in a pre sign-up trigger
   [attributes.custom-required] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=schema(text("shop", Required=False)),
        silent=schema(text("shop", Required=UNKNOWN)),
    ),
    Case(
        rule="attributes.declared-twice",
        fails=schema(text("shop"), number("shop")),
        says="""\
Pool.Schema[1].Name: is declared before, got 'shop'
   allowed: one entry for each name
   fix: leave one of the entries out, or give it another name
   [attributes.declared-twice] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html""",
        passes=schema(text("shop"), number("Shop")),
        silent=schema(text("shop"), text(UNKNOWN)),
    ),
    Case(
        rule="attributes.standard-type",
        fails=schema({"Name": "updated_at", "AttributeDataType": "DateTime"}),
        says="""\
Pool.Schema[0].AttributeDataType: must be Number, the type of the standard attribute updated_at, got 'DateTime'
   fix: leave it out, or declare a custom attribute of another name
   [attributes.standard-type] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=schema({"Name": "updated_at", "AttributeDataType": "Number"}),
        silent=schema({"Name": "updated_at", "AttributeDataType": UNKNOWN}),
    ),
    Case(
        rule="attributes.standard-developer-only",
        fails=schema({"Name": "email", "DeveloperOnlyAttribute": "true"}),
        says="""\
Pool.Schema[0].DeveloperOnlyAttribute: cannot be true, since email is a standard attribute, got True
   allowed: false
   fix: leave it out, and name in each app client the attributes that it may write
   [attributes.standard-developer-only] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html""",
        passes=schema({"Name": "email", "DeveloperOnlyAttribute": "false"}),
        silent=schema({"Name": "email", "DeveloperOnlyAttribute": UNKNOWN}),
    ),
    Case(
        rule="attributes.developer-only-superseded",
        fails=schema(text("shop", DeveloperOnlyAttribute=True)),
        says="""\
Pool.Schema[0].DeveloperOnlyAttribute: is superseded by the attributes that an app client may write, got True
   allowed: false
   fix: leave it out, and name in each app client the attributes that it may write
   [attributes.developer-only-superseded] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html""",
        passes=schema(text("shop", DeveloperOnlyAttribute=False)),
        silent=schema(text("shop", DeveloperOnlyAttribute=UNKNOWN)),
    ),
    Case(
        rule="attributes.kept-by-cognito",
        fails=schema(text("sub")),
        says="""\
Pool.Schema[0].Name: is an attribute that Cognito keeps itself, got 'sub'
   allowed: a standard attribute, or a custom one of your own
   fix: leave the entry out
   [attributes.kept-by-cognito] https://github.com/aws/aws-cdk/issues/14699""",
        passes=schema(text("subject")),
        silent=schema(text(UNKNOWN)),
    ),
    Case(
        rule="attributes.prefix-written-out",
        fails=schema(text("custom:shop")),
        says="""\
Pool.Schema[0].Name: makes the attribute custom:custom:shop, got 'custom:shop'
   allowed: the name without custom: or dev:
   fix: write shop
   [attributes.prefix-written-out] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html""",
        passes=schema(text("our:shop")),
        silent=schema(text(UNKNOWN)),
    ),
    Case(
        rule="attributes.standard-declared",
        fails=schema(text("shop"), {"Name": "email", "Required": True}, text("name")),
        says="""\
Pool.Schema: declares standard attributes, which can block every later update and can never be removed, got \
['email', 'name']
   allowed: custom attributes
   fix: in a new pool, ask for the value in your app or a pre sign-up trigger; leave a deployed pool as it is
   [attributes.standard-declared] https://github.com/aws/aws-cdk/issues/8585""",
        passes=schema(text("shop")),
        silent=schema(text(UNKNOWN)),
    ),
    Case(
        rule="attributes.names-differ-in-case",
        fails=pool(
            Schema=[{"Name": "team", "AttributeDataType": "String"}, {"Name": "Team", "AttributeDataType": "String"}]
        ),
        says="""\
Pool.Schema[1].Name: differs from team by capitals alone, got 'Team'
   allowed: a name that no other attribute has in other letters
   fix: write team if that one is meant, or choose another name
   [attributes.names-differ-in-case] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html""",
        passes=pool(
            Schema=[{"Name": "team", "AttributeDataType": "String"}, {"Name": "crew", "AttributeDataType": "String"}]
        ),
        silent=pool(
            Schema=[{"Name": "team", "AttributeDataType": "String"}, {"Name": UNKNOWN, "AttributeDataType": "String"}]
        ),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize("name", ["sub", "email_verified", "phone_number_verified", "identities"])
def test_what_cognito_keeps_is_no_custom_attribute(name: str) -> None:
    resources = schema({"Name": name, "Required": True})
    assert found("attributes.kept-by-cognito", resources) == 1
    assert found("attributes.custom-required", resources) == 0
    assert found("attributes.type-required", resources) == 0


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("Email", "say String, Number, Boolean or DateTime, or correct the name to email"),
        ("phonenumber", "say String, Number, Boolean or DateTime, or correct the name to phone_number"),
        ("shop", "say String, Number, Boolean or DateTime"),
    ],
)
def test_a_misspelt_standard_attribute_is_recognised(name: str, fix: str) -> None:
    assert [f.fix for f in judge(schema({"Name": name})) if f.rule == "attributes.type-required"] == [fix]


def test_each_repetition_is_named() -> None:
    assert found("attributes.declared-twice", schema(text("shop"), text("shop"), text("shop"))) == 2


def test_an_attribute_of_unknown_name_does_not_hide_the_next() -> None:
    assert found("attributes.prefix-written-out", schema(text(UNKNOWN), text("custom:shop"))) == 1


@pytest.mark.parametrize(
    ("name", "fix"), [("custom:", "write the name alone"), ("dev:shop", "write shop"), ("custom:a:b", "write a:b")]
)
def test_what_stands_behind_the_prefix_is_the_name(name: str, fix: str) -> None:
    findings = judge(schema(text(name)))
    assert [each.fix for each in findings if each.rule == "attributes.prefix-written-out"] == [fix]


def test_of_two_close_attributes_the_closest_is_meant() -> None:
    (finding,) = [each for each in judge(schema({"Name": "name_"})) if each.rule == "attributes.type-required"]
    assert finding.fix.endswith(", or correct the name to name")
