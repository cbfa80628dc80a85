"""The providers whose users get credentials from an identity pool.

https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import IDENTITY_POOL, USER_POOL, USER_POOL_CLIENT, target
from constructs_lib.resources.references import references
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.limits.identity_pool import IDENTITY_API
from constructs_lib.rules.registry import CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Object, Problem, View

_RESOURCE = CLOUDFORMATION + "aws-resource-cognito-identitypool.html"
_USER_POOLS = "CognitoIdentityProviders"
_NAME = re.compile(r"[a-z-]*cognito-idp\.[a-z0-9-]+\.amazonaws\.[a-z.]+/[a-z0-9-]+_[0-9A-Za-z]+")
NAME_FORM = "cognito-idp.<region>.amazonaws.com/<user pool id>"
HOSTS = (
    "graph.facebook.com",
    "accounts.google.com",
    "www.amazon.com",
    "appleid.apple.com",
    "api.twitter.com",
    "www.digits.com",
)
"""What the providers that an identity pool knows by itself are called."""


def names_of(pool: View, *, with_client: bool) -> set[str]:
    """Give the names of an identity pool's user pools and of the providers that it knows by itself."""
    hosts = pool.known("SupportedLoginProviders")
    if not (hosts is None or isinstance(hosts, dict)):
        raise DoesNotApply
    names = set(hosts or ())
    for provider in pool.all_objects(_USER_POOLS):
        name, client = provider.text("ProviderName"), provider.text("ClientId")
        names.add(f"{name}:{client}" if with_client else str(name))
    if any(map(is_unknown, names)):
        raise DoesNotApply
    return names


def _wrong_reference(provider: Object) -> bool:
    """Tell whether a name is taken from a user pool, but is another value of the pool's."""
    said = provider.get("ProviderName")
    pool = provider.resource.neighbours.views.get(target(said) or "")
    if pool is None or pool.type != USER_POOL:
        return False
    return bool(said not in ({"Fn::GetAtt": [pool.key, "ProviderName"]}, {"Fn::GetAtt": f"{pool.key}.ProviderName"}))


@rule(
    "identity-pool.provider-name",
    IDENTITY_POOL,
    why="AWS answers 'Invalid Cognito Identity Provider'",
    evidence="measured on AWS",
    source=_RESOURCE,
)
def provider_name(pool: View) -> Iterator[Problem]:
    """Refuse a user pool that is named by its id, its ARN or its URL."""
    for provider in pool.objects(_USER_POOLS):
        said = provider.get("ProviderName")
        text = said if isinstance(said, str) and not is_unknown(said) else None
        if _wrong_reference(provider) or (text is not None and not _NAME.fullmatch(text)):
            yield provider.problem(
                "ProviderName",
                f"must have the form {NAME_FORM}",
                got=said,
                allowed=NAME_FORM,
                fix="use the attribute ProviderName of the user pool, or write its host and its id",
            )


@rule(
    "identity-pool.saml-account",
    IDENTITY_POOL,
    why="AWS answers 'Identity provider … is not valid for account …'; OIDC providers may be of other accounts",
    evidence="measured on AWS",
    source=_RESOURCE,
)
def saml_account(pool: View) -> Iterator[Problem]:
    """Refuse a SAML provider of another account."""
    for index, arn in pool.each_text("SamlProviderARNs"):
        parts = arn.split(":")
        if len(parts) == 6 and parts[4] != pool.account:
            yield pool.problem(
                ("SamlProviderARNs", index),
                "must be a provider of the identity pool's own account",
                got=arn,
                allowed=f"a SAML provider of the account {pool.account}",
                fix="make the SAML provider in the account that the identity pool is deployed to",
            )


@rule(
    "identity-pool.token-check-off",
    IDENTITY_POOL,
    severity="warning",
    why="who is signed out everywhere, or deleted, goes on getting credentials until the token runs out",
    evidence="API model",
    source=IDENTITY_API + "API_CognitoIdentityProvider.html",
)
def token_check_off(pool: View) -> Iterator[Problem]:
    """Warn of tokens that nobody checks against the user pool."""
    for provider in pool.objects(_USER_POOLS):
        said = provider.get("ServerSideTokenCheck")
        if said in (None, False) or (isinstance(said, str) and said.lower() == "false"):
            yield provider.problem(
                "ServerSideTokenCheck",
                "is off: users who are signed out or deleted still get credentials",
                got=said,
                allowed="true",
                fix="turn it on",
            )


@rule(
    "identity-pool.client-of-other-pool",
    IDENTITY_POOL,
    severity="warning",
    why="tokens of a user pool name one of its own app clients; no other is ever found in them",
    evidence="inferred",
    source=GUIDE + "amazon-cognito-integrating-user-pools-with-identity-pools.html",
)
def client_of_other_pool(pool: View) -> Iterator[Problem]:
    """Warn of an app client that the user pool beside it does not have."""
    views = pool.neighbours.views
    for provider in pool.objects(_USER_POOLS):
        client = views.get(target(provider.get("ClientId")) or "")
        named = {name for name in references(provider.get("ProviderName")) if name in views}
        pools = {name for name in named if views[name].type == USER_POOL}
        if client is None or (client.type == USER_POOL_CLIENT and (not pools or client.pool_key in pools)):
            continue
        if client.type == USER_POOL_CLIENT and client.pool_key is None:
            continue
        yield provider.problem(
            "ClientId",
            "must be an app client of the user pool beside it",
            got=provider.get("ClientId"),
            allowed=f"an app client of {', '.join(sorted(pools)) or 'the user pool'}",
            fix="refer to an app client of that user pool, or to the user pool of that app client",
        )
