"""What is written otherwise and means the same, and what becomes known only at deploy."""

from typing import Any

import pytest

from constructs_lib.lifecycle.diff import diff
from constructs_lib.lifecycle.effect import Effect
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_IDENTITY_PROVIDER,
)
from tests.lifecycle.told import one, text, told

PARAMETER = {"Ref": "Parameter"}
TENANT = {"Name": "tenant", "AttributeDataType": "String"}


def schema(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"Schema": list(entries)}


SAME = [
    (
        USER_POOL,
        {"AutoVerifiedAttributes": ["email", "phone_number"]},
        {"AutoVerifiedAttributes": ["phone_number", "email"]},
    ),
    (
        USER_POOL,
        {"Policies": {"PasswordPolicy": {"MinimumLength": "8"}}},
        {"Policies": {"PasswordPolicy": {"MinimumLength": 8}}},
    ),
    (
        USER_POOL,
        {"UsernameConfiguration": {"CaseSensitive": "false"}},
        {"UsernameConfiguration": {"CaseSensitive": False}},
    ),
    (USER_POOL, {"MfaConfiguration": "OFF"}, {}),
    (USER_POOL, {}, {"DeletionProtection": "INACTIVE"}),
    (USER_POOL, schema({**TENANT, "Required": False}), schema(TENANT)),
    (
        USER_POOL,
        schema({"Name": "team", "AttributeDataType": "String"}, TENANT),
        schema(TENANT, {"Name": "team", "AttributeDataType": "String"}),
    ),
    (USER_POOL_CLIENT, {"GenerateSecret": False}, {}),
    (
        USER_POOL_CLIENT,
        {},
        {"ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]},
    ),
    (USER_POOL_CLIENT, {"RefreshTokenValidity": 30}, {}),
    (USER_POOL_DOMAIN, {"ManagedLoginVersion": 1.0}, {"ManagedLoginVersion": 1}),
    (
        USER_POOL_CLIENT,
        {"UserPoolId": {"Fn::GetAtt": "Pool.UserPoolId"}},
        {"UserPoolId": {"Fn::GetAtt": ["Pool", "UserPoolId"]}},
    ),
    (
        IDENTITY_POOL,
        {"CognitoIdentityProviders": [{"ClientId": "a", "ProviderName": "p"}, {"ClientId": "b", "ProviderName": "p"}]},
        {"CognitoIdentityProviders": [{"ClientId": "b", "ProviderName": "p"}, {"ClientId": "a", "ProviderName": "p"}]},
    ),
]


@pytest.mark.parametrize(("type_name", "before", "after"), SAME)
def test_what_means_the_same_does_nothing(type_name: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    for left, right in ((before, after), (after, before)):
        assert {change.effect for change in diff(one(type_name, left), one(type_name, right))} <= {Effect.NONE}


@pytest.mark.parametrize("nothing", [{"AliasAttributes": []}, {"UsernameConfiguration": {}}, {"Schema": None}])
def test_what_is_empty_is_as_good_as_absent(nothing: dict[str, Any]) -> None:
    assert told(USER_POOL, nothing, {}) == ""
    assert told(USER_POOL, {}, nothing) == ""


def test_means_the_same_is_told() -> None:
    assert told(USER_POOL, {"MfaConfiguration": "OFF"}, {}) == (
        "none: MfaConfiguration: OFF → None\n"
        "means the same as before\n"
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
    )


def test_the_order_of_objects_that_have_no_names_says_something() -> None:
    rules = [{"Claim": "a"}, {"Claim": "b"}]
    before, after = ({"RoleMappings": {"p": {"RulesConfiguration": {"Rules": each}}}} for each in (rules, rules[::-1]))
    (change,) = diff(
        one("AWS::Cognito::IdentityPoolRoleAttachment", before), one("AWS::Cognito::IdentityPoolRoleAttachment", after)
    )
    assert (change.effect, change.words) == (Effect.IN_PLACE, "RoleMappings.p.RulesConfiguration.Rules")


@pytest.mark.parametrize(("before", "after"), [("a.example", PARAMETER), (PARAMETER, "a.example"), (None, PARAMETER)])
def test_what_only_the_deploy_tells_may_be_the_worst(before: Any, after: Any) -> None:
    assert told(USER_POOL_DOMAIN, {"Domain": before}, {"Domain": after}) == (
        f"loses: Domain: {before} → {after}\n"
        "may change, which only the deploy tells; if it does: the old address ends: apps that send people there cannot "
        "sign anybody in, sessions at the pages end, and passkeys that were made for it stop working; tokens that are "
        "out stay\n"
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolDomain.html"
    )


def test_one_unknown_value_in_place_of_an_object_may_change_all_in_it() -> None:
    (change,) = diff(one(USER_POOL, {"Policies": {"SignInPolicy": {}}}), one(USER_POOL, {"Policies": PARAMETER}))
    assert (change.effect, change.words) == (Effect.LOSES, "Policies")


def test_an_unknown_element_may_be_the_one_that_is_gone() -> None:
    before, after = {"CallbackURLs": ["https://a.example"]}, {"CallbackURLs": [PARAMETER]}
    (change,) = diff(one(USER_POOL_CLIENT, before), one(USER_POOL_CLIENT, after))
    assert change.effect is Effect.LOSES
    assert change.says == (
        "may change, which only the deploy tells; if it does: who signs in and is to come back to https://a.example is "
        "refused; sessions stay"
    )


def test_an_unknown_element_that_stays_hides_nothing() -> None:
    before, after = {"EnabledMfas": [PARAMETER, "SMS_MFA"]}, {"EnabledMfas": [PARAMETER]}
    (change,) = diff(one(USER_POOL, before), one(USER_POOL, after))
    assert change.says.startswith("users lose SMS_MFA as a second factor: ")


def test_an_attribute_of_which_a_part_is_unknown_may_change() -> None:
    (change,) = diff(
        one(USER_POOL, schema({**TENANT, "Mutable": True})), one(USER_POOL, schema({**TENANT, "Mutable": PARAMETER}))
    )
    assert change.effect is Effect.REFUSED
    assert change.says.startswith("may change, which only the deploy tells; if it does: ")


def test_a_reference_to_the_same_thing_is_no_change() -> None:
    assert told(USER_POOL_CLIENT, {"UserPoolId": PARAMETER}, {"UserPoolId": PARAMETER}) == ""


def test_secrets_are_never_shown() -> None:
    before, after = ({"ProviderDetails": {"client_secret": each, "private_key": each}} for each in ("hush", "quiet"))
    changes = diff(one(USER_POOL_IDENTITY_PROVIDER, before), one(USER_POOL_IDENTITY_PROVIDER, after))
    assert {(change.words, change.before, change.after) for change in changes} == {
        ("ProviderDetails.client_secret", "(secret)", "(secret)"),
        ("ProviderDetails.private_key", "(secret)", "(secret)"),
    }


def test_nor_in_an_object_that_is_shown_as_one() -> None:
    before = {"ProviderDetails": {"client_id": "a", "client_secret": "hush"}}
    (change,) = diff(
        one(USER_POOL_IDENTITY_PROVIDER, before), one(USER_POOL_IDENTITY_PROVIDER, {"ProviderDetails": PARAMETER})
    )
    assert change.before == {"client_id": "a", "client_secret": "(secret)"}


def test_a_sms_configuration_that_changes_is_told_by_its_parts() -> None:
    before, after = ({"SmsConfiguration": {"SnsCallerArn": arn, "ExternalId": "x"}} for arn in ("arn:1", "arn:2"))
    (change,) = diff(one(USER_POOL, before), one(USER_POOL, after))
    assert text(change).startswith("in place: SmsConfiguration.SnsCallerArn: arn:1 → arn:2\n")
