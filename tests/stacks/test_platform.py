"""A publisher's platform."""

from typing import Any

import pytest

from constructs_lib import check
from tests.cdk.synth import ids_of, properties_of
from tests.stacks.templates import CLIENT, DOMAIN, GROUP, POOL, platform, platform_and_partner

IDENTITIES, ATTACHMENT = "AWS::Cognito::IdentityPool", "AWS::Cognito::IdentityPoolRoleAttachment"
TAGS, ROLE, POLICY, BUCKET = (
    "AWS::Cognito::IdentityPoolPrincipalTag",
    "AWS::IAM::Role",
    "AWS::IAM::Policy",
    "AWS::S3::Bucket",
)


def _the(type_name: str, key: str = "") -> str:
    (name,) = (name for name in ids_of(platform(), type_name) if key in name)
    return name


def _provider_name() -> dict[str, Any]:
    return {"Fn::GetAtt": [_the(POOL), "ProviderName"]}


def _keys(prefix: str) -> dict[str, Any]:
    return {"Fn::Join": ["", [{"Fn::GetAtt": [_the(BUCKET), "Arn"]}, f"/{prefix}"]]}


def _allowed(role: str) -> list[dict[str, Any]]:
    statements: list[dict[str, Any]] = platform().to_json()["Resources"][_the(POLICY, role)]["Properties"][
        "PolicyDocument"
    ]["Statement"]
    return statements


READ_AND_WRITE = {"Action": ["s3:GetObject", "s3:PutObject"], "Effect": "Allow"}
READ = {"Action": "s3:GetObject", "Effect": "Allow"}


def test_several_applications_are_on_one_pool_and_one_domain() -> None:
    platform().all_resources_properties(CLIENT, {"UserPoolId": {"Ref": _the(POOL)}})
    platform().has_resource_properties(CLIENT, {"ClientName": "site", "GenerateSecret": False})
    platform().has_resource_properties(CLIENT, {"ClientName": "office", "GenerateSecret": True})
    platform().has_resource_properties(DOMAIN, {"Domain": "publisher-people"})


def test_no_application_can_write_the_department() -> None:
    attributes = {
        "ReadAttributes": ["custom:department", "email", "email_verified"],
        "WriteAttributes": ["email"],
    }
    platform().all_resources_properties(CLIENT, attributes)


def test_users_of_both_applications_get_credentials_and_guests_do_not() -> None:
    providers = [
        {
            "ClientId": {"Ref": _the(CLIENT, name)},
            "ProviderName": _provider_name(),
            "ServerSideTokenCheck": True,
        }
        for name in ("site", "office")
    ]
    assert properties_of(platform(), IDENTITIES) == {
        "AllowClassicFlow": False,
        "AllowUnauthenticatedIdentities": False,
        "CognitoIdentityProviders": providers,
    }


def test_the_group_decides_the_role() -> None:
    attached = properties_of(platform(), ATTACHMENT)
    assert attached["Roles"] == {"authenticated": {"Fn::GetAtt": [_the(ROLE, "authenticated"), "Arn"]}}
    for name in ("site", "office"):
        assert attached["RoleMappings"][name] == {
            "Type": "Token",
            "AmbiguousRoleResolution": "AuthenticatedRole",
            "IdentityProvider": {"Fn::Join": ["", [_provider_name(), ":", {"Ref": _the(CLIENT, name)}]]},
        }
    group = properties_of(platform(), GROUP)
    assert (group["GroupName"], group["UserPoolId"]) == ("editors", {"Ref": _the(POOL)})
    assert group["RoleArn"]["Fn::Join"][1][-1] == {"Ref": _the(ROLE, "editors")}


def test_roles_trust_this_identity_pool_alone_and_let_claims_be_tags() -> None:
    for role in ("authenticated", "editors"):
        trust = platform().to_json()["Resources"][_the(ROLE, role)]["Properties"]["AssumeRolePolicyDocument"]
        (statement,) = trust["Statement"]
        assert statement["Action"] == ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]
        assert statement["Condition"] == {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": {"Ref": _the(IDENTITIES)}},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"},
        }
    tags = properties_of(platform(), TAGS)
    assert (tags["IdentityProviderName"], tags["PrincipalTags"]) == (
        _provider_name(),
        {"department": "custom:department"},
    )


@pytest.mark.parametrize("role", ["authenticated", "editors"])
def test_everybody_reaches_files_of_their_own_and_of_their_department_and_reads_what_is_shared(role: str) -> None:
    own = [
        _keys("people/${cognito-identity.amazonaws.com:sub}/*"),
        _keys("departments/${aws:PrincipalTag/department}/*"),
    ]
    assert _allowed(role)[:2] == [{**READ_AND_WRITE, "Resource": own}, {**READ, "Resource": _keys("shared/*")}]


def test_editors_alone_publish() -> None:
    assert len(_allowed("authenticated")) == 2
    (publish,) = _allowed("editors")[2:]
    assert "s3:PutObject" in publish["Action"]
    assert publish["Resource"] == _keys("shared/*")


def test_nothing_is_wrong_with_the_identity_pool() -> None:
    assert check(platform_and_partner()[0].identities.settings) == []
