"""Who may sign users in on the hosted pages of an app client.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-provider.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.resources.values import is_list
from constructs_lib.rules.references import made_before
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.app_client_oauth import is_empty, redirects
from constructs_lib.rules.view import Problem, View

_CLIENT = API + "API_CreateUserPoolClient.html"
_PROVIDER = "AWS::Cognito::UserPoolIdentityProvider"
_PROVIDERS = "SupportedIdentityProviders"


@rule(
    "app-client.identity-provider-missing",
    USER_POOL_CLIENT,
    severity="warning",
    why="AWS refuses the app client if the provider is not there before it, under that very name",
    evidence="measured on AWS",
    source=_CLIENT,
)
def identity_provider_missing(client: View) -> Iterator[Problem]:
    """Warn of providers that are not here; they may be made elsewhere."""
    named = [(index, name) for index, name in client.each_text(_PROVIDERS) if name != "COGNITO"]
    known = [provider.text("ProviderName") for provider in client.pool.all_around(_PROVIDER)] if named else []
    for index, name in named:
        if name not in known:
            yield client.problem(
                (_PROVIDERS, index),
                "is no identity provider of the pool that is known here",
                got=name,
                allowed=", ".join(["COGNITO", *(provider for provider in known if provider)]),
                fix="add the identity provider; COGNITO, Facebook, Google, SignInWithApple and LoginWithAmazon "
                "are spelt like this",
            )


@rule(
    "app-client.identity-provider-not-awaited",
    USER_POOL_CLIENT,
    severity="warning",
    why="CloudFormation makes both at once, and AWS refuses the app client if the provider is not there before it",
    evidence="measured on AWS",
    source="https://github.com/aws/aws-cdk/issues/15692",
)
def identity_provider_not_awaited(client: View) -> Iterator[Problem]:
    """Warn of providers of the same template that are named by a text, which makes nobody wait."""
    named = client.known(_PROVIDERS)
    if not is_list(named) or not any(isinstance(name, str) and name != "COGNITO" for name in named):
        return
    around = client.neighbours.around(client.pool_key, _PROVIDER) if client.pool_key is not None else []
    first = made_before(client)
    late = [view.source.get("ProviderName") for view in around if view.key not in first]
    for index, name in enumerate(named):
        if isinstance(name, str) and name in late:
            yield client.problem(
                (_PROVIDERS, index),
                "names an identity provider that may not be there yet when this app client is made",
                got=name,
                allowed="COGNITO, and references to identity providers",
                fix='refer to it: ProviderOf("…") with its key in settings, Ref or DependsOn in a template',
            )


@rule(
    "app-client.no-identity-provider",
    USER_POOL_CLIENT,
    severity="warning",
    why="the hosted pages have nothing to offer and show an error",
    evidence="developer guide",
    source=_CLIENT,
)
def no_identity_provider(client: View) -> Iterator[Problem]:
    """Warn of hosted pages on which nobody can sign in."""
    if is_empty(client.get(_PROVIDERS)) and redirects(client):
        yield client.problem(
            _PROVIDERS,
            "should be given for the hosted pages",
            got=client.get(_PROVIDERS),
            allowed="COGNITO for the pool's own users, and identity providers by name",
            fix="add COGNITO",
        )


@rule(
    "app-client.local-users-by-api",
    USER_POOL_CLIENT,
    severity="warning",
    why="leaving COGNITO out takes the pool's own users off the hosted pages, not off the API",
    evidence="API model",
    source=_CLIENT,
)
def local_users_by_api(client: View) -> Iterator[Problem]:
    """Warn of users who seem to be kept out and are not."""
    providers = client.texts(_PROVIDERS)
    if not providers or "COGNITO" in providers:
        return
    flows = client.texts("ExplicitAuthFlows")
    if flows is None or any(flow != "ALLOW_REFRESH_TOKEN_AUTH" for flow in flows):
        yield client.problem(
            _PROVIDERS,
            "does not keep the pool's own users from signing in by the API",
            got=list(providers),
            allowed="COGNITO too, or {ExplicitAuthFlows} with ALLOW_REFRESH_TOKEN_AUTH alone",
            fix="allow ALLOW_REFRESH_TOKEN_AUTH alone in {ExplicitAuthFlows}, or add COGNITO if they are welcome",
        )


@rule(
    "app-client.idp-initiated-saml",
    USER_POOL_CLIENT,
    severity="warning",
    why="an app client with sign-in that begins at a SAML provider may have no providers but SAML ones",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pools-SAML-session-initiation.html",
)
def idp_initiated_saml(client: View) -> Iterator[Problem]:
    """Warn of other providers beside SAML ones where sign-in may begin."""
    named = list(client.each_text(_PROVIDERS))
    around = client.pool.around(_PROVIDER) if len(named) > 1 else []
    used = {name: view for _, name in named for view in around if view.get("ProviderName") == name}
    if not any(view.flag("ProviderDetails.IDPInit") for view in used.values() if view.get("ProviderType") == "SAML"):
        return
    for index, name in named:
        if name == "COGNITO" or (name in used and used[name].text("ProviderType") != "SAML"):
            yield client.problem(
                (_PROVIDERS, index),
                "cannot be used beside a SAML provider where sign-in begins (IDPInit)",
                got=name,
                allowed="SAML providers",
                fix="make an app client of its own for the SAML provider",
            )
