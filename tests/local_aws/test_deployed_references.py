"""References in a deployed template, replaced by what they stand for."""

from typing import Any

import pytest

from local_aws.deployed import resolved

PHYSICAL = {
    "Users": "us-east-1_abc",
    "SmsRole": "sms-role",
    "Brand": "us-east-1_abc|b-1",
    "Wall": "wall|w-1|REGIONAL",
    "Fn::ImportValue Platform:Pool": "us-east-1_shared",
}
ROLE_ARN = "arn:aws:iam::000000000000:role/sms-role"
TYPES = {
    "Users": "AWS::Cognito::UserPool",
    "SmsRole": "AWS::IAM::Role",
    "Brand": "AWS::Cognito::ManagedLoginBranding",
    "Wall": "AWS::WAFv2::WebACL",
    "NotYet": "AWS::IAM::Role",
}
PROVIDER = "cognito-idp.us-east-1.amazonaws.com/us-east-1_abc"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"Ref": "Users"}, "us-east-1_abc"),
        ({"Ref": "AWS::Region"}, "us-east-1"),
        ({"Fn::GetAtt": ["SmsRole", "Arn"]}, ROLE_ARN),
        ({"Fn::GetAtt": "SmsRole.Arn"}, ROLE_ARN),
        ({"Fn::Join": [":", ["arn", {"Ref": "AWS::Partition"}, "ses"]]}, "arn:aws:ses"),
        ({"Fn::Sub": "arn:${AWS::Partition}:ses:${!x}:${SmsRole.Arn}"}, f"arn:aws:ses:${{x}}:{ROLE_ARN}"),
        ({"Fn::GetAtt": ["Users", "ProviderName"]}, PROVIDER),
        ({"Fn::GetAtt": ["Users", "ProviderURL"]}, f"https://{PROVIDER}"),
        ({"Fn::GetAtt": ["Brand", "ManagedLoginBrandingId"]}, "b-1"),
        (
            {"Fn::GetAtt": ["Wall", "Arn"]},
            "arn:aws:wafv2:us-east-1:000000000000:regional/webacl/wall/w-1",
        ),
        ({"Fn::Split": ["/", {"Fn::GetAtt": "Users.ProviderName"}]}, PROVIDER.split("/")),
        ({"Fn::Select": ["1", {"Fn::Split": ["_", {"Ref": "Users"}]}]}, "abc"),
        ({"Fn::ImportValue": {"Fn::Join": ["", ["Platform", ":Pool"]]}}, "us-east-1_shared"),
        ([{"Ref": "Users"}, 1], ["us-east-1_abc", 1]),
        ({"Policies": {"MinimumLength": 12}}, {"Policies": {"MinimumLength": 12}}),
    ],
)
def test_what_is_known_is_replaced(value: Any, expected: Any) -> None:
    assert resolved(value, PHYSICAL, TYPES) == expected


@pytest.mark.parametrize(
    "value",
    [
        {"Ref": "Unknown"},
        {"Fn::GetAtt": ["Users", "Other"]},
        {"Fn::Sub": "${Unknown}-x"},
        {"Fn::Sub": ["${Name}", {"Name": "x"}]},
        {"Fn::ImportValue": "x"},
        {"Fn::GetAtt": ["NotYet", "Arn"]},
        {"Fn::Split": ["/", {"Ref": "Unknown"}]},
        {"Fn::Select": [0, {"Fn::Split": ["/", {"Ref": "Unknown"}]}]},
        {"Fn::Select": [2, {"Fn::Split": ["_", {"Ref": "Users"}]}]},
    ],
)
def test_what_is_not_known_stays(value: Any) -> None:
    assert resolved(value, PHYSICAL, TYPES) == value
