"""`oidc.json`: where to sign in, as whom, and where to come back."""

from typing import Any

import pytest

from constructs_lib.front_ends.oidc import oidc_settings
from tests.front_ends.pools import HOSTED, PREFIX, rendered

ID = {"UserPoolId": "eu-central-1_Example"}


def test_a_client_of_the_hosted_pages_is_told_all_that_it_needs() -> None:
    assert oidc_settings(rendered({}, HOSTED | ID, PREFIX, client_id="1example")) == {
        "authority": "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example",
        "client_id": "1example",
        "redirect_uri": "https://shop.example/in",
        "post_logout_redirect_uri": "https://shop.example/",
        "response_type": "code",
        "scope": "openid email",
    }


@pytest.mark.parametrize(
    ("pool", "region", "host"),
    [
        ({"IssuerConfiguration": {"Type": "ORIGINAL"}}, "eu-central-1", "cognito-idp.eu-central-1.amazonaws.com"),
        ({"IssuerConfiguration": {"Type": "UPDATED"}}, "eu-central-1", "issuer-cognito-idp.eu-central-1.amazonaws.com"),
        ({}, "cn-north-1", "cognito-idp.cn-north-1.amazonaws.com.cn"),
    ],
)
def test_the_authority_is_who_issues_the_tokens(pool: Any, region: str, host: str) -> None:
    said = oidc_settings(rendered(pool, HOSTED | ID, PREFIX, region=region))
    assert said["authority"] == f"https://{host}/eu-central-1_Example"


def test_the_default_callback_comes_first() -> None:
    two = {"CallbackURLs": ["https://a.example/", "https://b.example/"], "DefaultRedirectURI": "https://b.example/"}
    assert oidc_settings(rendered({}, HOSTED | two, PREFIX))["redirect_uri"] == "https://b.example/"


def test_without_a_logout_url_there_is_just_no_way_back_from_there() -> None:
    said = oidc_settings(rendered({}, {**HOSTED, "LogoutURLs": None}, PREFIX))
    assert "post_logout_redirect_uri" not in said


def test_a_scope_by_reference_is_put_together_at_deploy() -> None:
    read = {"Fn::Join": ["", [{"Ref": "Orders"}, "/read"]]}
    said = oidc_settings(rendered({}, HOSTED | {"AllowedOAuthScopes": ["openid", read]}, PREFIX))
    assert said["scope"] == {"Fn::Join": ["", ["openid", " ", read]]}


@pytest.mark.parametrize(
    "changed",
    [
        {"AllowedOAuthFlows": ["implicit"]},
        {"AllowedOAuthFlowsUserPoolClient": False},
        {"AllowedOAuthScopes": ["email"]},
        {"CallbackURLs": []},
    ],
)
def test_a_client_that_does_not_sign_in_so_has_no_such_settings(changed: Any) -> None:
    assert oidc_settings(rendered({}, HOSTED | changed, PREFIX)) is None


def test_without_hosted_pages_there_are_no_such_settings() -> None:
    assert oidc_settings(rendered({}, HOSTED)) is None
    assert oidc_settings(rendered(False, HOSTED, pages="login.shop.example")) is not None
