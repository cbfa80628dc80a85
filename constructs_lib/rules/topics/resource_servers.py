"""Resource servers and their scopes.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_DOMAIN, USER_POOL_RESOURCE_SERVER
from constructs_lib.rules.facts.quotas import RESOURCE_SERVERS, RESOURCE_SERVERS_RAISED
from constructs_lib.rules.registry import CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_GUIDE = GUIDE + "cognito-user-pools-define-resource-servers.html"


@rule(
    "resource-server.duplicate-identifier",
    USER_POOL_RESOURCE_SERVER,
    why="a pool has each identifier once, and AWS refuses the second",
    evidence="API model",
    source=CLOUDFORMATION + "aws-resource-cognito-userpoolresourceserver.html",
)
def duplicate_identifier(server: View) -> Iterator[Problem]:
    """Refuse two resource servers of one identifier."""
    if server.twin("Identifier") is not None:
        yield server.problem(
            "Identifier",
            "is that of another resource server of the pool",
            got=server.get("Identifier"),
            allowed="an identifier that no other resource server of the pool has",
            fix="use another identifier, or put the scopes of both into one resource server",
        )


@rule(
    "resource-server.duplicate-scope",
    USER_POOL_RESOURCE_SERVER,
    severity="warning",
    why="a scope is known by its name alone",
    evidence="inferred",
    source=_GUIDE,
)
def duplicate_scope(server: View) -> Iterator[Problem]:
    """Warn of a scope that is there twice."""
    seen: set[str] = set()
    for scope in server.objects("Scopes"):
        name = scope.get("ScopeName")
        if isinstance(name, str) and name in seen:
            yield scope.problem(
                "ScopeName",
                "is the name of an earlier scope too",
                got=name,
                allowed="each name once",
                fix="leave one of the two out",
            )
        seen |= {name} if isinstance(name, str) else set()


@rule(
    "resource-server.scope-too-long",
    USER_POOL_RESOURCE_SERVER,
    severity="warning",
    why="app clients name a scope by identifier, / and name, in at most 256 characters",
    evidence="inferred",
    source=_GUIDE,
)
def scope_too_long(server: View) -> Iterator[Problem]:
    """Warn of scopes that no app client can ask for."""
    identifier = server.text("Identifier") or ""
    for scope in server.objects("Scopes"):
        name = scope.get("ScopeName")
        if isinstance(name, str) and len(f"{identifier}/{name}") > 256:
            yield scope.problem(
                "ScopeName",
                "is longer, with its identifier and / in front, than an app client may say",
                got=name,
                allowed=f"{255 - len(identifier)} characters after {{Identifier}} and /",
                fix="shorten it, or {Identifier}",
            )


@rule(
    "resource-server.no-domain",
    USER_POOL_RESOURCE_SERVER,
    severity="warning",
    why="tokens with custom scopes come from the OAuth 2.0 endpoints alone, which are on the pool's domain",
    evidence="developer guide",
    source=_GUIDE,
)
def no_domain(server: View) -> Iterator[Problem]:
    """Warn of scopes that no token can have."""
    if not server.pool.all_around(USER_POOL_DOMAIN):
        yield server.problem(
            "Scopes",
            "needs a domain of the pool, and there is none here",
            allowed="scopes of a pool with a domain",
            fix="add a prefix domain or a custom domain to the pool",
        )


@rule(
    "resource-server.quota",
    USER_POOL_RESOURCE_SERVER,
    severity="warning",
    why=f"a pool has {RESOURCE_SERVERS} resource servers until AWS raises it, to {RESOURCE_SERVERS_RAISED} at most",
    evidence="developer guide",
    source=GUIDE + "quotas.html",
)
def quota(server: View) -> Iterator[Problem]:
    """Warn of the first resource server that is too many."""
    if sum(other.key < server.key for other in server.siblings) == RESOURCE_SERVERS:
        yield server.problem(
            "Identifier",
            f"is one more than the {RESOURCE_SERVERS} resource servers that a pool may have",
            got=server.get("Identifier"),
            allowed=f"{RESOURCE_SERVERS} resource servers, or what AWS has raised the quota to",
            fix="put scopes together into fewer resource servers, or have the quota raised and acknowledge this",
        )
