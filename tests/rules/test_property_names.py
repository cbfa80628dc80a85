"""Rules about names of properties."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from constructs_lib.rules.catalogue import LIMITS
from constructs_lib.rules.prefixes import PREFIXES
from constructs_lib.rules.topics.property_names import NAMED
from tests.rules.case import UNKNOWN, Case, pool

_PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-"


def _resource(kind: str, **properties: Any) -> Resources:
    return {"One": {"Type": kind, "Properties": properties}}


CASES = [
    Case(
        rule=f"{PREFIXES[kind]}.property-unknown",
        fails=_resource(kind, Zzz=1),
        says=f"""\
One.Zzz: is no property that is known here
   allowed: properties by their names
   fix: correct the name, or acknowledge this if AWS has added the property
   [{PREFIXES[kind]}.property-unknown] {_PAGE}{kind.removeprefix("AWS::Cognito::").lower()}.html""",
        passes=_resource(kind, Zzz=None),
        silent={"One": {"Type": kind, "Properties": UNKNOWN}},
    )
    for kind in NAMED
]


def said(resources: Resources) -> list[tuple[str, str]]:
    return [(one.path, one.fix) for one in judge(resources) if one.rule.endswith(".property-unknown")]


@pytest.mark.parametrize(
    ("properties", "path", "fix"),
    [
        ({"AutoVerifiedAttribute": ["email"]}, "AutoVerifiedAttribute", "write AutoVerifiedAttributes"),
        ({"usernameattributes": ["email"]}, "usernameattributes", "write UsernameAttributes"),
        (
            {"Policies": {"PasswordPolicy": {"MinLength": 8}}},
            "Policies.PasswordPolicy.MinLength",
            "write MinimumLength",
        ),
        ({"Schema": [{"Name": "a"}, {"Nmae": "b"}]}, "Schema[1].Nmae", "write Name"),
    ],
)
def test_a_misspelt_name_is_put_right(properties: Any, path: str, fix: str) -> None:
    assert said(pool(**properties)) == [(f"Pool.{path}", fix)]


def test_keys_of_the_users_own_are_no_properties() -> None:
    assert said(pool(UserPoolTags={"Team": "shop"}, AccountRecoverySetting=UNKNOWN)) == []


def test_every_type_of_cognitos_is_among_them() -> None:
    assert set(NAMED) == {kind for kind in LIMITS if kind.startswith("AWS::Cognito::")}
