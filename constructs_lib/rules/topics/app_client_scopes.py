"""The scopes that an app client may ask for.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
"""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL_CLIENT, USER_POOL_RESOURCE_SERVER
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.references import made_before
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.app_client_oauth import STANDARD_SCOPES
from constructs_lib.rules.view import DoesNotApply, Problem, View

_SCOPES = GUIDE + "cognito-user-pools-define-resource-servers.html"


def _custom_scopes(client: View) -> Iterator[tuple[int, str, str, str]]:
    """Walk the custom scopes: where, the whole, the resource server's identifier, the scope's own name."""
    for index, scope in client.each_text("AllowedOAuthScopes"):
        if scope not in STANDARD_SCOPES:
            server, _, name = scope.rpartition("/")
            yield index, scope, server, name


def scopes_of(server: View) -> list[str]:
    """Give the scopes of a resource server, all of which are known."""
    names = [scope.text("ScopeName") for scope in server.all_objects("Scopes")]
    return [name for name in names if name is not None]


@rule(
    "app-client.scope-unknown",
    USER_POOL_CLIENT,
    why="a scope is one of the standard ones or belongs to a resource server of the pool",
    evidence="measured on AWS",
    source=API + "API_CreateUserPoolClient.html",
)
def scope_unknown(client: View) -> Iterator[Problem]:
    """Refuse scopes without a resource server's identifier."""
    for index, scope, server, _ in _custom_scopes(client):
        if not server:
            yield client.problem(
                ("AllowedOAuthScopes", index),
                "is no standard scope",
                got=scope,
                allowed=", ".join(STANDARD_SCOPES) + " and <resource server>/<scope>",
                fix="use a standard scope, or put the resource server's identifier and / in front",
            )


@rule(
    "app-client.scope-not-on-server",
    USER_POOL_CLIENT,
    why="the resource server has no such scope",
    evidence="measured on AWS",
    source=_SCOPES,
)
def scope_not_on_server(client: View) -> Iterator[Problem]:
    """Refuse scopes that their resource server, known here, does not have."""
    for index, scope, servers, name in _with_servers(client):
        with suppress(DoesNotApply):  # one resource server says nothing about the next
            scopes = [scopes_of(server) for server in servers]
            # Where a condition takes the resource server out, it may be one elsewhere, with other scopes.
            mine = (None, client.attributes.get("Condition"))
            certain = all(server.attributes.get("Condition") in mine for server in servers)
            if scopes and certain and not any(name in names for names in scopes):
                identifier = servers[0].source.get("Identifier")
                yield client.problem(
                    ("AllowedOAuthScopes", index),
                    f"is not defined by the resource server {identifier}",
                    got=scope,
                    allowed=", ".join(f"{identifier}/{known}" for known in scopes[0]) or "nothing: it has no scopes",
                    fix="add the scope to the resource server, or correct it here",
                )


def _with_servers(client: View) -> Iterator[tuple[int, Json, list[View], str]]:
    """Walk the custom scopes with the resource servers here that they belong to, by identifier or by reference."""
    servers = [
        view for view in client.pool.around(USER_POOL_RESOURCE_SERVER) if isinstance(view.get("Identifier"), str)
    ]
    for index, scope, identifier, name in _custom_scopes(client):
        yield index, scope, [server for server in servers if server.get("Identifier") == identifier], name
    scopes = client.known("AllowedOAuthScopes")
    for index, scope in enumerate(scopes if is_list(scopes) else ()):
        match scope:
            case {"Fn::Join": ["", [{"Ref": key}, str(name)]]}:
                yield index, scope, [server for server in servers if server.key == key], name.removeprefix("/")


@rule(
    "app-client.scope-without-server",
    USER_POOL_CLIENT,
    severity="warning",
    why="AWS refuses the app client if the resource server is not there before it",
    evidence="measured on AWS",
    source=_SCOPES,
)
def scope_without_server(client: View) -> Iterator[Problem]:
    """Warn of scopes whose resource server is not here; it may be made elsewhere."""
    custom = [found for found in _custom_scopes(client) if found[2]]
    known = (
        [server.text("Identifier") for server in client.pool.all_around(USER_POOL_RESOURCE_SERVER)] if custom else []
    )
    for index, scope, identifier, _ in custom:
        if identifier not in known:
            yield client.problem(
                ("AllowedOAuthScopes", index),
                f"needs the resource server {identifier}, which is not here",
                got=scope,
                allowed="standard scopes, and scopes of the pool's resource servers",
                fix="add the resource server to the pool, or see that it is there before this app client",
            )


@rule(
    "app-client.scope-not-awaited",
    USER_POOL_CLIENT,
    severity="warning",
    why="CloudFormation makes both at once, and AWS refuses the app client if the scope is not there before it",
    evidence="reported",
    source="https://github.com/serverless/serverless/issues/10041",
)
def scope_not_awaited(client: View) -> Iterator[Problem]:
    """Warn of scopes of a resource server of the same template that are named by a text, which makes nobody wait."""
    scopes = client.known("AllowedOAuthScopes")
    if client.pool_key is None or not is_list(scopes) or not any(isinstance(one, str) and "/" in one for one in scopes):
        return
    first = made_before(client)
    servers = client.neighbours.around(client.pool_key, USER_POOL_RESOURCE_SERVER)
    late = [server.source.get("Identifier") for server in servers if server.key not in first]
    for index, scope in enumerate(scopes):
        if isinstance(scope, str) and scope.rpartition("/")[0] in late:
            yield client.problem(
                ("AllowedOAuthScopes", index),
                "is of a resource server that may not be there yet when this app client is made",
                got=scope,
                allowed="standard scopes, and references to resource servers",
                fix='refer to it: ScopeOf("…", "…") with its key in settings, Ref or DependsOn in a template',
            )


@rule(
    "app-client.scope-needs-openid",
    USER_POOL_CLIENT,
    severity="warning",
    why="Cognito gives these scopes only together with openid",
    evidence="developer guide",
    source=_SCOPES,
)
def scope_needs_openid(client: View) -> Iterator[Problem]:
    """Warn of scopes about the user without openid."""
    scopes = client.texts("AllowedOAuthScopes") or ()
    for index, scope in enumerate(scopes):
        if scope in ("phone", "email", "profile") and "openid" not in scopes:
            yield client.problem(
                ("AllowedOAuthScopes", index),
                "needs openid beside it",
                got=scope,
                allowed=f"{scope} together with openid",
                fix="add openid to {AllowedOAuthScopes}",
            )
