"""The smallest useful pool."""

from aws_cdk.assertions import Match

from tests.cdk.synth import ids_of
from tests.stacks.templates import CLIENT, POOL, minimal


def test_it_is_a_pool_and_an_app_client() -> None:
    assert sorted(ids_of(minimal()).values()) == [POOL, CLIENT]


def test_people_sign_in_by_email_address_whatever_its_case() -> None:
    sign_in = {
        "UsernameAttributes": ["email"],
        "AliasAttributes": Match.absent(),
        "UsernameConfiguration": {"CaseSensitive": False},
    }
    minimal().has_resource_properties(POOL, sign_in)


def test_only_administrators_create_users() -> None:
    minimal().has_resource_properties(POOL, {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True}})


def test_everybody_needs_an_authenticator_app() -> None:
    mfa = {"MfaConfiguration": "ON", "EnabledMfas": ["SOFTWARE_TOKEN_MFA"]}
    minimal().has_resource_properties(POOL, mfa)


def test_nothing_costs_extra() -> None:
    free = {"UserPoolTier": "ESSENTIALS", "SmsConfiguration": Match.absent(), "UserPoolAddOns": Match.absent()}
    minimal().has_resource_properties(POOL, free)


def test_users_outlive_the_stack() -> None:
    kept = {
        "DeletionPolicy": "Retain",
        "UpdateReplacePolicy": "Retain",
        "Properties": {"DeletionProtection": "ACTIVE"},
    }
    minimal().has_resource(POOL, kept)


def test_the_app_client_has_no_secret_and_no_implicit_grant() -> None:
    minimal().has_resource_properties(CLIENT, {"GenerateSecret": False, "AllowedOAuthFlows": ["code"]})


def test_the_app_client_never_sees_the_password() -> None:
    minimal().has_resource_properties(CLIENT, {"ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"]})


def test_the_app_client_cannot_change_profiles_unasked() -> None:
    minimal().has_resource_properties(CLIENT, {"AllowedOAuthScopes": ["openid", "email"]})
