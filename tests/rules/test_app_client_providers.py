"""Rules about who may sign users in on the hosted pages."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, client, pool

CODE = {"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["code"]}


def supports(*providers: Any, **properties: Any) -> Resources:
    return client(SupportedIdentityProviders=list(providers), **properties)


def provider(name: Any, kind: str = "OIDC", **details: Any) -> Resources:
    return {
        f"Provider{name}": {
            "Type": "AWS::Cognito::UserPoolIdentityProvider",
            "Properties": {
                "UserPoolId": {"Ref": "Pool"},
                "ProviderName": name,
                "ProviderType": kind,
                "ProviderDetails": details,
            },
        }
    }


CASES = [
    Case(
        rule="app-client.identity-provider-missing",
        fails=pool() | provider("Staff") | supports("COGNITO", "Staff", "google"),
        says="""\
Client.SupportedIdentityProviders[2]: is no identity provider of the pool that is known here, got 'google'
   allowed: COGNITO, Staff
   fix: add the identity provider; COGNITO, Facebook, Google, SignInWithApple and LoginWithAmazon are spelt like this
   [app-client.identity-provider-missing] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=pool() | provider("Staff") | supports("COGNITO", "Staff", {"Ref": "ProviderStaff"}),
        silent=pool() | provider(UNKNOWN) | supports("COGNITO", "Staff"),
    ),
    Case(
        rule="app-client.identity-provider-not-awaited",
        fails=pool() | provider("Staff") | supports("COGNITO", "Staff"),
        says="""\
Client.SupportedIdentityProviders[1]: names an identity provider that may not be there yet when this app client is \
made, got 'Staff'
   allowed: COGNITO, and references to identity providers
   fix: refer to it: ProviderOf("…") with its key in settings, Ref or DependsOn in a template
   [app-client.identity-provider-not-awaited] https://github.com/aws/aws-cdk/issues/15692""",
        passes=pool() | provider("Staff") | supports("COGNITO", {"Ref": "ProviderStaff"}),
        silent=pool() | provider("Staff") | client(SupportedIdentityProviders=UNKNOWN),
    ),
    Case(
        rule="app-client.no-identity-provider",
        fails=client(**CODE),
        says="""\
Client.SupportedIdentityProviders: should be given for the hosted pages
   allowed: COGNITO for the pool's own users, and identity providers by name
   fix: add COGNITO
   [app-client.no-identity-provider] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=supports("COGNITO", **CODE),
        silent=client(SupportedIdentityProviders=UNKNOWN, **CODE),
    ),
    Case(
        rule="app-client.local-users-by-api",
        fails=supports("Staff", ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
        says="""\
Client.SupportedIdentityProviders: does not keep the pool's own users from signing in by the API, got ['Staff']
   allowed: COGNITO too, or Client.ExplicitAuthFlows with ALLOW_REFRESH_TOKEN_AUTH alone
   fix: allow ALLOW_REFRESH_TOKEN_AUTH alone in Client.ExplicitAuthFlows, or add COGNITO if they are welcome
   [app-client.local-users-by-api] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=supports("Staff", ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH"]),
        silent=supports("Staff", UNKNOWN),
    ),
    Case(
        rule="app-client.idp-initiated-saml",
        fails=pool() | provider("Staff", "SAML", IDPInit="true") | supports("Staff", "COGNITO"),
        says="""\
Client.SupportedIdentityProviders[1]: cannot be used beside a SAML provider where sign-in begins (IDPInit), got \
'COGNITO'
   allowed: SAML providers
   fix: make an app client of its own for the SAML provider
   [app-client.idp-initiated-saml] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-session-initiation.html""",
        passes=pool() | provider("Staff", "SAML", IDPInit="false") | supports("Staff", "COGNITO"),
        silent=pool() | provider("Staff", "SAML", IDPInit=UNKNOWN) | supports("Staff", "COGNITO"),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


def test_providers_of_a_pool_elsewhere_are_not_missed() -> None:
    assert BY_RULE["app-client.identity-provider-missing"].messages(supports("Staff")) == []


def test_the_flows_that_cognito_takes_by_default_let_local_users_in() -> None:
    assert len(BY_RULE["app-client.local-users-by-api"].messages(supports("Staff"))) == 1


@pytest.mark.parametrize(("kind", "count"), [("SAML", 0), ("OIDC", 1)])
def test_only_saml_stands_beside_saml_where_sign_in_begins(kind: str, count: int) -> None:
    template = (
        pool() | provider("Staff", "SAML", IDPInit="true") | provider("Partner", kind) | supports("Staff", "Partner")
    )
    assert len(BY_RULE["app-client.idp-initiated-saml"].messages(template)) == count


def test_machines_need_no_provider() -> None:
    template = client(AllowedOAuthFlowsUserPoolClient=True, AllowedOAuthFlows=["client_credentials"])
    assert BY_RULE["app-client.no-identity-provider"].messages(template) == []


@pytest.mark.parametrize(
    ("depends_on", "count"), [("ProviderStaff", 0), (["Pool", "ProviderStaff"], 0), ("Pool", 1), (UNKNOWN, 1)]
)
def test_whoever_depends_on_a_provider_waits_for_it(depends_on: Any, count: int) -> None:
    waiting = supports("Staff")
    waiting["Client"]["DependsOn"] = depends_on
    template = pool() | provider("Staff") | waiting
    assert len(BY_RULE["app-client.identity-provider-not-awaited"].messages(template)) == count


def test_providers_of_other_pools_are_not_waited_for() -> None:
    template = pool() | provider("Staff") | supports("Staff", UserPoolId={"Ref": "Other"})
    assert BY_RULE["app-client.identity-provider-not-awaited"].messages(template) == []


def test_cognito_itself_is_there_before_every_app_client() -> None:
    template = pool() | provider("COGNITO") | supports("COGNITO", UNKNOWN)
    assert BY_RULE["app-client.identity-provider-not-awaited"].messages(template) == []


def test_nobody_is_kept_out_where_cognito_is_welcome() -> None:
    assert BY_RULE["app-client.local-users-by-api"].messages(supports("COGNITO", "Staff")) == []


def test_a_saml_provider_that_is_not_named_is_not_beside_another() -> None:
    template = pool() | provider("Staff", "SAML", IDPInit="true") | provider("Partner") | supports("Partner", "COGNITO")
    assert BY_RULE["app-client.idp-initiated-saml"].messages(template) == []
