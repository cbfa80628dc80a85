"""Identity pools: who gets credentials at all.

https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools-security-best-practices.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import IDENTITY_POOL, IDENTITY_POOL_ROLE_ATTACHMENT
from constructs_lib.rules.limits.identity_pool import IDENTITY_API
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.view import Problem, View

_PRACTICES = GUIDE + "identity-pools-security-best-practices.html"
_GUESTS = "AllowUnauthenticatedIdentities"
_PROVIDERS = (
    "CognitoIdentityProviders",
    "SupportedLoginProviders",
    "OpenIdConnectProviderARNs",
    "SamlProviderARNs",
    "DeveloperProviderName",
)
_SYNC = ("CognitoEvents", "CognitoStreams", "PushSync")


def has_providers(pool: View) -> bool:
    """Tell whether users can sign in to an identity pool at all."""
    return any(pool.known(path) for path in _PROVIDERS)


@rule(
    "identity-pool.guests",
    IDENTITY_POOL,
    severity="warning",
    why="nobody knows who has the credentials, and whatever their role may do, everybody may",
    evidence="developer guide",
    source=_PRACTICES,
)
def guests(pool: View) -> Iterator[Problem]:
    """Warn of guests, who need a reason."""
    if pool.flag(_GUESTS):
        yield pool.problem(
            _GUESTS,
            "gives AWS credentials to everybody who knows the identity pool's id",
            got=pool.get(_GUESTS),
            allowed="false, or true for a reason",
            fix="turn it off, or keep the role of guests narrow and acknowledge this with the reason",
        )


@rule(
    "identity-pool.classic-flow",
    IDENTITY_POOL,
    severity="warning",
    why="the application chooses among all roles that trust the identity pool, and AWS narrows none of them",
    evidence="developer guide",
    source=GUIDE + "authentication-flow.html",
)
def classic_flow(pool: View) -> Iterator[Problem]:
    """Warn of the basic (classic) flow, which needs a reason."""
    if pool.flag("AllowClassicFlow"):
        yield pool.problem(
            "AllowClassicFlow",
            "lets the application choose its role itself",
            got=pool.get("AllowClassicFlow"),
            allowed="false, or true for a reason",
            fix="turn it off and use the enhanced flow, or acknowledge this with the reason",
        )


@rule(
    "identity-pool.no-roles",
    IDENTITY_POOL,
    severity="warning",
    why="AWS answers that no role is configured, and nobody gets credentials",
    evidence="API model",
    source=IDENTITY_API + "API_GetCredentialsForIdentity.html",
)
def no_roles(pool: View) -> Iterator[Problem]:
    """Warn of an identity pool that gives no role; with the classic flow the application brings one."""
    if not pool.flag("AllowClassicFlow") and not pool.all_around(IDENTITY_POOL_ROLE_ATTACHMENT):
        yield pool.problem(
            (),
            "gives nobody credentials: no role is attached to it here",
            allowed="an identity pool with a role for the users who have signed in",
            fix="add a role attachment with a role that trusts the identity pool",
        )


@rule(
    "identity-pool.no-provider",
    IDENTITY_POOL,
    severity="warning",
    why="without a provider nobody can sign in, and guests get nothing either",
    evidence="inferred",
    source=GUIDE + "external-identity-providers.html",
)
def no_provider(pool: View) -> Iterator[Problem]:
    """Warn of an identity pool that serves nobody."""
    if not pool.flag(_GUESTS) and not has_providers(pool):
        yield pool.problem(
            "CognitoIdentityProviders",
            "names no user pool, and there is no other provider: nobody can sign in",
            got=pool.get("CognitoIdentityProviders"),
            allowed="at least one user pool, or another provider",
            fix="add a user pool with an app client of it",
        )


@rule(
    "identity-pool.sync",
    IDENTITY_POOL,
    severity="warning",
    why="Amazon Cognito Sync is superseded: AWS tells newcomers to use AWS AppSync",
    evidence="developer guide",
    source=GUIDE + "cognito-sync.html",
)
def sync(pool: View) -> Iterator[Problem]:
    """Warn of what belongs to Amazon Cognito Sync."""
    for path in _SYNC:
        if pool.surely_has(path):
            yield pool.problem(
                path,
                "belongs to Amazon Cognito Sync, which is superseded",
                got=pool.get(path),
                allowed="nothing",
                fix="leave it out and synchronize with AWS AppSync",
            )
