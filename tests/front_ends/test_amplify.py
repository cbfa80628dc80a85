"""`amplify_outputs.json`: each fact from what is rendered, nothing from what only the deploy tells."""

from typing import Any

import pytest

from constructs_lib.front_ends.amplify import amplify_outputs
from constructs_lib.resources.model import IDENTITY_POOL, USER_POOL_DOMAIN, USER_POOL_GROUP, USER_POOL_IDENTITY_PROVIDER
from tests.front_ends.pools import HOSTED, PREFIX, rendered
from tests.front_ends.schema import misfits

UNKNOWN = {"Fn::If": ["Strict", 20, 12]}
PAGES = {"domain": "shop.auth.eu-central-1.amazoncognito.com", "identity_providers": [], "response_type": "code"}


def auth(*said: Any, **changed: Any) -> dict[str, Any]:
    """Give the part about sign-in."""
    found: dict[str, Any] = amplify_outputs(rendered(*said, **changed))["auth"]
    return found


def test_a_bare_pool_is_told_by_what_cognito_takes_unless_it_is_said() -> None:
    assert amplify_outputs(rendered()) == {
        "version": "1.4",
        "auth": {
            "aws_region": "eu-central-1",
            "user_pool_id": {"Ref": "Pool"},
            "user_pool_client_id": {"Ref": "Web"},
            "username_attributes": ["username"],
            "standard_required_attributes": [],
            "user_verification_types": [],
            "password_policy": {
                "min_length": 8,
                "require_numbers": True,
                "require_lowercase": True,
                "require_uppercase": True,
                "require_symbols": True,
            },
            "mfa_configuration": "NONE",
            "mfa_methods": [],
            "groups": [],
        },
    }


def test_a_pool_that_is_made_elsewhere_is_told_by_its_ids() -> None:
    assert auth(False) == {
        "aws_region": "eu-central-1",
        "user_pool_id": {"Ref": "Pool"},
        "user_pool_client_id": {"Ref": "Web"},
        "groups": [],
    }


def test_a_policy_that_does_not_ask_for_a_class_of_characters_does_not_want_it() -> None:
    policy = auth({"Policies": {"PasswordPolicy": {"MinimumLength": "15", "RequireNumbers": "true"}}})[
        "password_policy"
    ]
    assert policy == {
        "min_length": 15,
        "require_numbers": True,
        "require_lowercase": False,
        "require_uppercase": False,
        "require_symbols": False,
    }


@pytest.mark.parametrize(
    ("pool", "missing"),
    [
        ({"Policies": UNKNOWN}, "password_policy"),
        ({"Policies": {"PasswordPolicy": {"MinimumLength": UNKNOWN}}}, "password_policy"),
        ({"MfaConfiguration": UNKNOWN}, "mfa_configuration"),
        ({"MfaConfiguration": "ON", "EnabledMfas": UNKNOWN}, "mfa_methods"),
        ({"UsernameAttributes": UNKNOWN}, "username_attributes"),
        ({"Schema": [UNKNOWN]}, "standard_required_attributes"),
        ({"AutoVerifiedAttributes": UNKNOWN}, "user_verification_types"),
    ],
)
def test_what_only_the_deploy_tells_is_left_out_and_nothing_else(pool: Any, missing: str) -> None:
    assert auth().keys() - auth(pool).keys() >= {missing}
    assert auth(pool)["groups"] == []


@pytest.mark.parametrize(
    ("said", "factors", "configuration", "methods"),
    [
        ("OFF", ["SMS_MFA"], "NONE", []),
        ("OPTIONAL", ["SOFTWARE_TOKEN_MFA"], "OPTIONAL", ["TOTP"]),
        ("ON", ["SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP"], "REQUIRED", ["SMS", "TOTP", "EMAIL"]),
    ],
)
def test_second_factors_have_amplifys_names(
    said: str, factors: list[str], configuration: str, methods: list[str]
) -> None:
    found = auth({"MfaConfiguration": said, "EnabledMfas": factors})
    assert (found["mfa_configuration"], found["mfa_methods"]) == (configuration, methods)


@pytest.mark.parametrize(
    ("pool", "names"),
    [
        ({"UsernameAttributes": ["email", "phone_number"]}, ["email", "phone_number"]),
        ({"AliasAttributes": ["email", "preferred_username"]}, ["username", "email"]),
    ],
)
def test_what_people_sign_in_with_is_told(pool: Any, names: list[str]) -> None:
    assert auth(pool)["username_attributes"] == names


def test_required_standard_attributes_are_asked_for_at_sign_up() -> None:
    schema = [
        {"Name": "email", "Required": True},
        {"Name": "locale", "Required": False},
        {"Name": "company", "Required": True},
    ]
    assert auth({"Schema": schema})["standard_required_attributes"] == ["email"]


PASSKEYS = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]}}}
CHOICE = {"ExplicitAuthFlows": ["ALLOW_USER_AUTH"]}


def test_passkeys_belong_to_the_domain_unless_another_is_said() -> None:
    codes = {"email_otp_enabled": True, "sms_otp_enabled": False}
    on_pages = {"relying_party_id": PAGES["domain"], "user_verification": "preferred"}
    assert auth(PASSKEYS, CHOICE, PREFIX)["passwordless"] == {**codes, "web_authn": on_pages}
    said = {**PASSKEYS, "WebAuthnRelyingPartyID": "shop.example", "WebAuthnUserVerification": "required"}
    own = {"relying_party_id": "shop.example", "user_verification": "required"}
    assert auth(said, CHOICE)["passwordless"] == {**codes, "web_authn": own}


def test_a_client_that_cannot_let_users_choose_is_told_of_no_other_factors() -> None:
    assert "passwordless" not in auth(PASSKEYS, {"ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"]}, PREFIX)
    assert "passwordless" not in auth({}, CHOICE, PREFIX)


def test_hosted_pages_are_told_with_both_ways_back() -> None:
    assert auth({}, HOSTED, PREFIX)["oauth"] == {
        **PAGES,
        "scopes": ["openid", "email"],
        "redirect_sign_in_uri": ["https://shop.example/in"],
        "redirect_sign_out_uri": ["https://shop.example/"],
    }


@pytest.mark.parametrize(
    "changed",
    [{"LogoutURLs": []}, {"CallbackURLs": {"Fn::Split": [",", "x"]}}, {"AllowedOAuthFlowsUserPoolClient": False}],
)
def test_hosted_pages_without_a_way_back_are_not_told(changed: Any) -> None:
    assert "oauth" not in auth({}, HOSTED | changed, PREFIX)
    assert "oauth" not in auth({}, HOSTED)


def test_the_implicit_grant_is_told_as_token() -> None:
    assert auth({}, HOSTED | {"AllowedOAuthFlows": ["implicit"]}, PREFIX)["oauth"]["response_type"] == "token"


def test_ones_own_domain_comes_before_the_prefix_and_one_elsewhere_last() -> None:
    own = {"Type": USER_POOL_DOMAIN, "Properties": {"Domain": "login.shop.example", "CustomDomainConfig": {}}}
    assert auth({}, HOSTED, {**PREFIX, "Own": own})["oauth"]["domain"] == "login.shop.example"
    assert auth({}, HOSTED, pages="elsewhere.example")["oauth"]["domain"] == "elsewhere.example"
    assert auth({}, HOSTED, PREFIX, pages="elsewhere.example")["oauth"]["domain"] == PAGES["domain"]


def test_a_region_that_only_the_deploy_tells_is_put_together_there() -> None:
    region = {"Ref": "AWS::Region"}
    pieces = ["shop", ".auth.", region, ".amazoncognito.com"]
    assert auth({}, HOSTED, PREFIX, region=region)["oauth"]["domain"] == {"Fn::Join": ["", pieces]}


def _provider(name: str, kind: str) -> dict[str, Any]:
    return {"Type": USER_POOL_IDENTITY_PROVIDER, "Properties": {"ProviderName": name, "ProviderType": kind}}


def test_providers_that_the_schema_knows_are_told_by_reference_and_by_name() -> None:
    providers = {
        "G": _provider("Google", "Google"),
        "A": _provider("SignInWithApple", "SignInWithApple"),
        "P": _provider("Partner", "SAML"),
        "F": _provider("Facebook", "Facebook"),
    }
    names = ["COGNITO", {"Ref": "G"}, "SignInWithApple", {"Ref": "P"}]
    found = auth({}, HOSTED | {"SupportedIdentityProviders": names}, {**PREFIX, **providers})
    assert found["oauth"]["identity_providers"] == ["GOOGLE", "SIGN_IN_WITH_APPLE"]


def test_groups_are_in_the_order_of_their_precedence() -> None:
    def group(**said: Any) -> dict[str, Any]:
        return {"Type": USER_POOL_GROUP, "Properties": said}

    groups = {
        "A": group(GroupName="readers"),
        "B": group(GroupName="editors", Precedence=5),
        "C": group(GroupName="owners", Precedence="0"),
        "D": group(Precedence=1),
        "E": group(GroupName=UNKNOWN),
    }
    assert auth({}, {}, groups)["groups"] == [
        {"owners": {"precedence": 0}},
        {"editors": {"precedence": 5}},
        {"readers": {}},
    ]


def test_an_identity_pool_is_told_with_whether_guests_get_credentials() -> None:
    pool = {"Identities": {"Type": IDENTITY_POOL, "Properties": {"AllowUnauthenticatedIdentities": "false"}}}
    found = auth({}, {}, pool, identity_pool_id="eu-central-1:1")
    assert (found["identity_pool_id"], found["unauthenticated_identities_enabled"]) == ("eu-central-1:1", False)


def test_everything_at_once_fits_into_the_published_schema() -> None:
    pool = {**PASSKEYS, "AutoVerifiedAttributes": ["email"], "MfaConfiguration": "ON", "EnabledMfas": ["EMAIL_OTP"]}
    identities = {"I": {"Type": IDENTITY_POOL, "Properties": {"AllowUnauthenticatedIdentities": True}}}
    group = {"G": {"Type": USER_POOL_GROUP, "Properties": {"GroupName": "readers", "Precedence": 1}}}
    ids = {"client_id": "1example", "identity_pool_id": "eu-central-1:1"}
    client = {**HOSTED, **CHOICE, "UserPoolId": "eu-central-1_Example"}
    said = amplify_outputs(rendered(pool, client, {**PREFIX, **identities, **group}, **ids))
    assert list(misfits(said)) == []
    assert len(said["auth"]) == 14


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"version": "2"}, ".version"),
        ({"auth": {}}, ".auth.aws_region"),
        ({"secret": "x"}, ".secret"),
    ],
)
def test_the_schema_of_the_tests_finds_what_does_not_fit(wrong: Any, place: str) -> None:
    fits = {"version": "1.4", "auth": {"aws_region": "x", "user_pool_id": "x", "user_pool_client_id": "x"}}
    assert list(misfits(fits)) == []
    assert next(misfits({**fits, **wrong})) == place
