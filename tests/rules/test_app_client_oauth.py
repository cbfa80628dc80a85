"""Rules about an app client's grants."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, client, domain, pool


def granted(*grants: Any, **properties: Any) -> Resources:
    return client(AllowedOAuthFlowsUserPoolClient=True, AllowedOAuthFlows=list(grants), **properties)


CASES = [
    Case(
        rule="app-client.oauth-off",
        fails=client(AllowedOAuthFlows=["code"]),
        says="""\
Client.AllowedOAuthFlows: has no effect while Client.AllowedOAuthFlowsUserPoolClient is not true, got ['code']
   allowed: nothing, or Client.AllowedOAuthFlowsUserPoolClient true
   fix: set Client.AllowedOAuthFlowsUserPoolClient to true, or leave this out
   [app-client.oauth-off] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=client(AllowedOAuthFlows=["code"], AllowedOAuthFlowsUserPoolClient="true"),
        silent=client(AllowedOAuthFlows=["code"], AllowedOAuthFlowsUserPoolClient=UNKNOWN),
    ),
    Case(
        rule="app-client.oauth-incomplete",
        fails=granted("code"),
        says="""\
Client.AllowedOAuthScopes: must be given where Client.AllowedOAuthFlowsUserPoolClient is true
   allowed: openid, email, phone, profile, aws.cognito.signin.user.admin and <resource server>/<scope>
   fix: give at least one, such as openid, or leave Client.AllowedOAuthFlowsUserPoolClient out
   [app-client.oauth-incomplete] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=granted("code", AllowedOAuthScopes=["openid"]),
        silent=granted("code", AllowedOAuthScopes=UNKNOWN),
    ),
    Case(
        rule="app-client.implicit-grant",
        fails=client(AllowedOAuthFlows=["code", "implicit"]),
        says="""\
Client.AllowedOAuthFlows[1]: shows tokens in the address bar, got 'implicit'
   allowed: code
   fix: use code, in browsers and on phones with PKCE
   [app-client.implicit-grant] \
https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html""",
        passes=client(AllowedOAuthFlows=["code"]),
        silent=client(AllowedOAuthFlows=["code", UNKNOWN]),
    ),
    Case(
        rule="app-client.client-credentials-alone",
        fails=granted("code", "client_credentials"),
        says="""\
Client.AllowedOAuthFlows: cannot hold client_credentials beside another grant, got ['code', 'client_credentials']
   allowed: client_credentials alone, or code
   fix: make an app client of its own for machines
   [app-client.client-credentials-alone] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=granted("client_credentials"),
        silent=granted("client_credentials", UNKNOWN),
    ),
    Case(
        rule="app-client.client-credentials-need-secret",
        fails=granted("client_credentials"),
        says="""\
Client.AllowedOAuthFlows[0]: needs Client.GenerateSecret true, got 'client_credentials'
   allowed: client_credentials with Client.GenerateSecret true, or code
   fix: set Client.GenerateSecret to true; on a deployed app client this makes another one with another id
   [app-client.client-credentials-need-secret] \
https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html""",
        passes=granted("client_credentials", GenerateSecret=True),
        silent=granted("client_credentials", GenerateSecret=UNKNOWN),
    ),
    Case(
        rule="app-client.client-credentials-scopes",
        fails=granted("client_credentials", AllowedOAuthScopes=["shop/read", "openid"]),
        says="""\
Client.AllowedOAuthScopes[1]: is no scope for client_credentials, got 'openid'
   allowed: custom scopes, <resource server>/<scope>
   fix: define a resource server with a scope for what the machine may do
   [app-client.client-credentials-scopes] \
https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html""",
        passes=granted("client_credentials", AllowedOAuthScopes=["shop/read"]),
        silent=granted("client_credentials", AllowedOAuthScopes=[UNKNOWN]),
    ),
    Case(
        rule="app-client.client-credentials-urls",
        fails=granted("client_credentials", CallbackURLs=["https://shop.example"]),
        says="""\
Client.CallbackURLs: has no effect with client_credentials, got ['https://shop.example']
   allowed: nothing
   fix: leave it out
   [app-client.client-credentials-urls] \
https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html""",
        passes=granted("code", CallbackURLs=["https://shop.example"]),
        silent=granted(UNKNOWN, CallbackURLs=["https://shop.example"]),
    ),
    Case(
        rule="app-client.no-domain",
        fails=pool() | granted("code"),
        says="""\
Client.AllowedOAuthFlowsUserPoolClient: needs a domain of the pool, and there is none here, got True
   allowed: true with a domain of the pool, or false
   fix: add a prefix domain or a custom domain to the pool
   [app-client.no-domain] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html""",
        passes=pool() | granted("code") | domain(Domain="shop"),
        silent=pool() | granted("code") | domain(Domain="shop", UserPoolId={"Fn::Sub": "${Pool}"}),
    ),
    Case(
        rule="app-client.context-data-needs-secret",
        fails=client(EnablePropagateAdditionalUserContextData=True),
        says="""\
Client.EnablePropagateAdditionalUserContextData: needs Client.GenerateSecret true, got True
   allowed: true with Client.GenerateSecret true, or false
   fix: set Client.GenerateSecret to true, or leave this out
   [app-client.context-data-needs-secret] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=client(EnablePropagateAdditionalUserContextData=True, GenerateSecret=True),
        silent=client(EnablePropagateAdditionalUserContextData=True, GenerateSecret=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize("name", ["AllowedOAuthScopes", "CallbackURLs", "LogoutURLs"])
def test_nothing_of_oauth_works_while_it_is_off(name: str) -> None:
    template = client(AllowedOAuthFlowsUserPoolClient=False, **{name: ["openid"]})
    assert len(BY_RULE["app-client.oauth-off"].messages(template)) == 1


def test_empty_lists_are_no_grants_and_no_scopes() -> None:
    template = client(AllowedOAuthFlowsUserPoolClient=True, AllowedOAuthFlows=[], AllowedOAuthScopes=[])
    assert len(BY_RULE["app-client.oauth-incomplete"].messages(template)) == 2


@pytest.mark.parametrize("rule", ["client-credentials-alone", "client-credentials-need-secret"])
def test_grants_are_not_judged_while_oauth_is_off(rule: str) -> None:
    template = client(AllowedOAuthFlows=["code", "client_credentials"])
    assert BY_RULE[f"app-client.{rule}"].messages(template) == []


def test_a_domain_of_a_pool_elsewhere_is_not_missed() -> None:
    assert BY_RULE["app-client.no-domain"].messages(granted("code")) == []


@pytest.mark.parametrize("name", ["AllowedOAuthScopes", "CallbackURLs", "LogoutURLs"])
@pytest.mark.parametrize("nothing", [[], {"Fn::If": ["Production", ["x"], {"Ref": "AWS::NoValue"}]}])
def test_what_is_empty_or_may_come_to_nothing_is_not_without_effect(name: str, nothing: Any) -> None:
    assert BY_RULE["app-client.oauth-off"].messages(client(**{name: nothing})) == []
    machine = granted("client_credentials", **{name: nothing})
    assert BY_RULE["app-client.client-credentials-urls"].messages(machine) == []


def test_users_are_not_signed_out_of_machines() -> None:
    (message,) = BY_RULE["app-client.client-credentials-urls"].messages(
        granted("client_credentials", LogoutURLs=["https://shop.example"])
    )
    assert message.startswith("Client.LogoutURLs: has no effect with client_credentials")


def test_grants_are_asked_for_like_scopes() -> None:
    (message,) = BY_RULE["app-client.oauth-incomplete"].messages(
        client(AllowedOAuthFlowsUserPoolClient=True, AllowedOAuthScopes=["openid"])
    )
    assert (
        message
        == """\
Client.AllowedOAuthFlows: must be given where Client.AllowedOAuthFlowsUserPoolClient is true
   allowed: code or implicit, or client_credentials alone
   fix: give at least one, such as code, or leave Client.AllowedOAuthFlowsUserPoolClient out
   [app-client.oauth-incomplete] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"""
    )


def test_the_implicit_grant_is_one_of_people_too() -> None:
    assert len(BY_RULE["app-client.client-credentials-alone"].messages(granted("implicit", "client_credentials"))) == 1
