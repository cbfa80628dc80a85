"""ARNs in parts, however they are written."""

from typing import Any

import pytest

from constructs_lib.resources.deployment import Deployment
from constructs_lib.rules.arns import Arn, arn_at
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.references import referred
from constructs_lib.rules.view import DoesNotApply, View

_JOINED = {
    "Fn::Join": [
        ":",
        ["arn", {"Ref": "AWS::Partition"}, "logs", {"Ref": "AWS::Region"}, {"Ref": "Account"}, "log-group", "shop"],
    ]
}

JUNK = [
    {"Fn::Join": [":", 7]},
    {"Fn::Join": ["", ["arn:aws:logs:eu-west-1:1:x"]], "More": 1},
    {"Fn::Sub": "arn:aws:logs:eu-west-1:1:x", "More": 1},
    "arn:aws:logs:{{resolve:ssm:region}}:1:x",
]


def view(value: Any) -> View:
    resources = {"One": {"Type": "A::B::C", "Properties": {"Arn": value}}, "Other": {"Type": "A::B::D"}}
    return Neighbours(resources, Deployment(region="eu-west-1", account="111122223333")).views["One"]


@pytest.mark.parametrize(
    ("value", "arn"),
    [
        (None, None),
        ("arn:aws:logs:eu-west-1:1:log-group:shop", Arn("logs", "eu-west-1", "1", "log-group:shop")),
        ("arn:aws:s3:::shop", Arn("s3", "", "", "shop")),
        ("arn:aws:ses:*:1:identity/x", Arn("ses", None, "1", "identity/x")),
        (_JOINED, Arn("logs", "eu-west-1", None, "log-group:shop")),
        (
            {"Fn::Sub": "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:x:${Name}"},
            Arn("logs", "eu-west-1", "111122223333", None),
        ),
        ("arn:aws:logs:${Token[AWS.Region.1]}:1:x", Arn("logs", None, "1", "x")),
        ("arn:aws:logs:eu-west-1:1:*", Arn("logs", "eu-west-1", "1", None)),
        ("arn:aws:logs:eu-west-1:1:x*", Arn("logs", "eu-west-1", "1", "x*")),
    ],
)
def test_the_parts_that_are_known(value: Any, arn: Arn | None) -> None:
    assert arn_at(view(value), "Arn") == arn


@pytest.mark.parametrize(
    "value",
    ["shop", "${Token[TOKEN.1]}", "{{resolve:ssm:arn}}", {"Ref": "Parameter"}, {"Fn::Sub": ["a", {}]}, 7, [], *JUNK],
)
def test_what_has_no_parts_is_not_judged(value: Any) -> None:
    with pytest.raises(DoesNotApply):
        arn_at(view(value), "Arn")


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ({"Ref": "Other"}, "Other"),
        ({"Fn::GetAtt": "Other.Arn"}, "Other"),
        ({"Fn::Sub": "a${Other}"}, "Other"),
        ({"Fn::Sub": ["${x}", {"x": {"Fn::GetAtt": ["Other", "Arn"]}}]}, "Other"),
        ({"Fn::Join": ["", ["a", {"Ref": "Parameter"}, {"Ref": "Other"}]]}, "Other"),
        ("Other", None),
        ({"Ref": "Parameter"}, None),
    ],
)
def test_the_resource_that_a_value_refers_to(value: Any, key: str | None) -> None:
    one = view(value)
    found = referred(one, one.get("Arn"))
    assert (found and found.key) == key
