"""App clients that no front end can use."""

from typing import Any

import pytest

from constructs_lib.front_ends.refusals import findings
from constructs_lib.resources.model import IDENTITY_POOL
from constructs_lib.rules.finding import template_words
from tests.front_ends.pools import HOSTED, PREFIX, rendered

_CLIENTS = "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html"
_MADE_BY = "fix: name a client made by single_page_app or native_app"


def told(*said: Any, **changed: Any) -> list[str]:
    """Give what is wrong, in a template's words."""
    return [str(finding.in_words(template_words)) for finding in findings(rendered(*said, **changed))]


def test_a_secret_is_refused() -> None:
    assert told({}, {"GenerateSecret": True}) == [
        "Web.GenerateSecret: must not be true for a front end, which cannot keep a secret, got True\n"
        f"   allowed: an app client without a secret\n   {_MADE_BY}\n   [front-end.secret] {_CLIENTS}"
    ]


def test_a_client_of_programs_is_refused_beside_its_secret() -> None:
    program = {"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["client_credentials"]}
    assert told({}, program) == [
        "Web.AllowedOAuthFlows: must let people sign in for a front end, got ['client_credentials']\n"
        "   allowed: code, or no grant where people sign in by the API\n"
        f"   {_MADE_BY}\n   [front-end.no-users] {_CLIENTS}"
    ]
    assert len(told({}, program | {"GenerateSecret": "true"})) == 2


@pytest.mark.parametrize("value", [{"Fn::Split": [",", "a,b"]}, ["#{Token[TOKEN.7]}"]])
def test_a_list_of_unknown_length_is_refused(value: Any) -> None:
    assert told({}, HOSTED | {"CallbackURLs": value}, PREFIX) == [
        "Web.CallbackURLs: must be a list whose length is known before deploy, to be written as JSON\n"
        "   allowed: a list; its elements may be known at deploy alone\n   fix: say the elements one by one\n"
        f"   [front-end.unknown-list] {_CLIENTS}"
    ]


def test_a_missing_way_back_and_a_missing_scope_are_warnings() -> None:
    found = list(findings(rendered({}, {**HOSTED, "LogoutURLs": None, "AllowedOAuthScopes": ["email"]}, PREFIX)))
    assert [(one.rule, one.severity) for one in found] == [
        ("front-end.no-logout-url", "warning"),
        ("front-end.no-openid", "warning"),
    ]


def test_an_identity_pool_that_does_not_know_the_client_is_a_warning() -> None:
    def identities(*clients: Any) -> Any:
        providers = [{"ClientId": client} for client in clients]
        return {"I": {"Type": IDENTITY_POOL, "Properties": {"CognitoIdentityProviders": providers}}}

    assert told({}, {}, identities({"Ref": "Other"})) == [
        "Web: should be one of the app clients whose users the identity pool gives credentials\n"
        "   allowed: an app client that the identity pool names\n"
        "   fix: hand it to the identity pool: user_pools={key: (users, app_client)}\n"
        "   [front-end.no-credentials] "
        "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html"
    ]
    assert told({}, {}, identities({"Ref": "Other"}, {"Ref": "Web"})) == []
    assert told({}, {}, {"I": {"Type": IDENTITY_POOL, "Properties": {"CognitoIdentityProviders": {"Ref": "P"}}}}) == []


def test_nothing_is_wrong_with_a_client_of_the_hosted_pages_or_of_the_api_alone() -> None:
    assert told({}, HOSTED, PREFIX) == []
    assert told({}, {"GenerateSecret": False}) == []
    assert told({}, {"GenerateSecret": {"Ref": "Parameter"}}) == []
