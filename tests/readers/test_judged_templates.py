"""Templates as people write them, judged in all the ways in which they come out."""

from collections.abc import Iterator

from constructs_lib.readers.source import Source, when
from constructs_lib.readers.templates.template import read_template
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json, Path
from constructs_lib.rules import judge


def ref(name: str) -> Json:
    return {"Ref": name}


def found(template: Json, deployment: Deployment = Deployment()) -> list[tuple[str, str, str]]:  # noqa: B008
    """Give the errors: rule, place and when."""
    together: dict[tuple[str, Path], list[Source]] = {}
    for rule, place, source in _each(template, deployment):
        together.setdefault((rule, place), []).append(source)
    return [(rule, ".".join(map(str, place[1:])), when(sources)) for (rule, place), sources in together.items()]


def _each(template: Json, deployment: Deployment) -> Iterator[tuple[str, Path, Source]]:
    for source in read_template(template, "template.yaml", deployment):
        for finding in judge(source.resources, source.deployment):
            if finding.severity == "error":
                yield finding.rule, source.place(finding.resource, finding.property).path, source


STAGES = {
    "AWSTemplateFormatVersion": "2010-09-09",
    "Parameters": {
        "Stage": {"Type": "String", "Default": "dev", "AllowedValues": ["dev", "test", "prod"]},
        "SenderArn": {"Type": "String", "Default": ""},
        "RefreshDays": {"Type": "Number", "Default": 4000},
        "Callbacks": {"Type": "CommaDelimitedList", "Default": "https://shop.example/in,http://shop.example/in"},
    },
    "Mappings": {"Stages": {stage: {"Length": length} for stage, length in (("dev", 6), ("test", 4), ("prod", 12))}},
    "Conditions": {
        "IsProd": {"Fn::Equals": [ref("Stage"), "prod"]},
        "HasSender": {"Fn::Not": [{"Fn::Equals": [ref("SenderArn"), ""]}]},
    },
    "Resources": {
        "Pool": {
            "Type": "AWS::Cognito::UserPool",
            "Properties": {
                "UserPoolName": {"Fn::Sub": "shop-${Stage}"},
                "Policies": {
                    "PasswordPolicy": {"MinimumLength": {"Fn::FindInMap": ["Stages", ref("Stage"), "Length"]}}
                },
                "EmailConfiguration": {
                    "Fn::If": [
                        "HasSender",
                        {"EmailSendingAccount": "DEVELOPER", "SourceArn": ref("SenderArn")},
                        {"EmailSendingAccount": "DEVELOPER"},
                    ]
                },
                "MfaConfiguration": {"Fn::If": ["IsProd", "MANDATORY", "OFF"]},
            },
        },
        "Client": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "UserPoolId": ref("Pool"),
                "RefreshTokenValidity": ref("RefreshDays"),
                "CallbackURLs": ref("Callbacks"),
            },
        },
        "Domain": {
            "Type": "AWS::Cognito::UserPoolDomain",
            "Condition": "IsProd",
            "Properties": {"UserPoolId": ref("Pool"), "Domain": {"Fn::Sub": "Shop-${Stage}"}},
        },
    },
}


def test_each_stage_is_judged_by_its_own_values() -> None:
    assert sorted(found(STAGES)) == [
        ("app-client.token-lifetime", "Client.Properties.RefreshTokenValidity", ""),
        ("app-client.url-https", "Client.Properties.CallbackURLs", ""),
        ("domain.prefix-characters", "Domain.Properties.Domain", "Stage is 'prod'"),
        ("email.identity-required", "Pool.Properties.EmailConfiguration.Fn::If.2", "SenderArn is ''"),
        ("mfa.configuration", "Pool.Properties.MfaConfiguration.Fn::If.1", "Stage is 'prod'"),
        (
            "password-policy.minimum-length",
            "Pool.Properties.Policies.PasswordPolicy.MinimumLength",
            "Stage is 'test'",
        ),
    ]


def test_a_template_that_is_fine_in_every_way_is_told_nothing() -> None:
    template = {
        "Parameters": {"Stage": {"Type": "String", "Default": "dev"}},
        "Conditions": {"IsProd": {"Fn::Equals": [ref("Stage"), "prod"]}},
        "Resources": {
            "Pool": {
                "Type": "AWS::Cognito::UserPool",
                "Properties": {
                    "Policies": {"PasswordPolicy": {"MinimumLength": {"Fn::If": ["IsProd", 14, 8]}}},
                    "MfaConfiguration": {"Fn::If": ["IsProd", "ON", "OFF"]},
                    "EnabledMfas": {"Fn::If": ["IsProd", ["SOFTWARE_TOKEN_MFA"], ref("AWS::NoValue")]},
                },
            },
        },
    }
    assert found(template) == []
