"""The OAuth 2.0 grants of an app client.

https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT, USER_POOL_DOMAIN
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View, is_there

_CLIENT = API + "API_CreateUserPoolClient.html"
_GRANTS = GUIDE + "federation-endpoints-oauth-grants.html"
_SWITCH = "AllowedOAuthFlowsUserPoolClient"
_MACHINE = "client_credentials"
STANDARD_SCOPES = ("openid", "email", "phone", "profile", "aws.cognito.signin.user.admin")


def grants(client: View) -> tuple[str, ...]:
    """Give the grants that an app client may use: none where OAuth is off."""
    return (client.texts("AllowedOAuthFlows") or ()) if client.flag(_SWITCH) else ()


def is_empty(value: Json) -> bool:
    """Tell whether a list is not there, or has nothing in it."""
    return value is None or (is_list(value) and not value)


def redirects(client: View) -> bool:
    """Tell whether users come to the hosted pages and are sent back."""
    return any(grant in ("code", "implicit") for grant in grants(client))


@rule(
    "app-client.oauth-off",
    USER_POOL_CLIENT,
    severity="warning",
    why="AWS says that this needs the switch; without it only sign-in by the API works",
    evidence="API model",
    source=_CLIENT,
)
def oauth_off(client: View) -> Iterator[Problem]:
    """Warn of OAuth settings on an app client that may not use OAuth."""
    if client.flag(_SWITCH):
        return
    for name in ("AllowedOAuthFlows", "AllowedOAuthScopes", "CallbackURLs", "LogoutURLs"):
        value = client.get(name)
        if value and is_there(value):
            yield client.problem(
                name,
                f"has no effect while {{{_SWITCH}}} is not true",
                got=value,
                allowed=f"nothing, or {{{_SWITCH}}} true",
                fix=f"set {{{_SWITCH}}} to true, or leave this out",
            )


@rule(
    "app-client.oauth-incomplete",
    USER_POOL_CLIENT,
    why="an app client that may use OAuth must say which grants and which scopes",
    evidence="measured on AWS",
    source=_CLIENT,
)
def oauth_incomplete(client: View) -> Iterator[Problem]:
    """Refuse OAuth without grants or scopes."""
    if not client.flag(_SWITCH):
        return
    for name, example, allowed in (
        ("AllowedOAuthFlows", "code", f"code or implicit, or {_MACHINE} alone"),
        ("AllowedOAuthScopes", "openid", ", ".join(STANDARD_SCOPES) + " and <resource server>/<scope>"),
    ):
        if is_empty(client.get(name)):
            yield client.problem(
                name,
                f"must be given where {{{_SWITCH}}} is true",
                got=client.get(name),
                allowed=allowed,
                fix=f"give at least one, such as {example}, or leave {{{_SWITCH}}} out",
            )


@rule(
    "app-client.implicit-grant",
    USER_POOL_CLIENT,
    severity="warning",
    why="tokens in the address bar end up in histories and logs; OAuth 2.1 has dropped this grant",
    evidence="developer guide",
    source=_GRANTS,
)
def implicit_grant(client: View) -> Iterator[Problem]:
    """Warn of the implicit grant."""
    for index, grant in client.each_text("AllowedOAuthFlows"):
        if grant == "implicit":
            yield client.problem(
                ("AllowedOAuthFlows", index),
                "shows tokens in the address bar",
                got=grant,
                allowed="code",
                fix="use code, in browsers and on phones with PKCE",
            )


@rule(
    "app-client.client-credentials-alone",
    USER_POOL_CLIENT,
    why="an app client is for machines or for people, not for both",
    evidence="measured on AWS",
    source=_CLIENT,
)
def client_credentials_alone(client: View) -> Iterator[Problem]:
    """Refuse the grant of machines beside those of people."""
    found = [grant for _, grant in client.each_text("AllowedOAuthFlows")]
    if _MACHINE in found and ("code" in found or "implicit" in found) and client.flag(_SWITCH):
        yield client.problem(
            "AllowedOAuthFlows",
            f"cannot hold {_MACHINE} beside another grant",
            got=found,
            allowed=f"{_MACHINE} alone, or code",
            fix="make an app client of its own for machines",
        )


@rule(
    "app-client.client-credentials-need-secret",
    USER_POOL_CLIENT,
    why="a machine signs in with the app client's id and secret",
    evidence="measured on AWS",
    source=_GRANTS,
)
def client_credentials_need_secret(client: View) -> Iterator[Problem]:
    """Refuse the grant of machines without a secret."""
    if not client.flag("GenerateSecret") and client.flag(_SWITCH):
        for index, grant in client.each_text("AllowedOAuthFlows"):
            if grant == _MACHINE:
                yield client.problem(
                    ("AllowedOAuthFlows", index),
                    "needs {GenerateSecret} true",
                    got=grant,
                    allowed=f"{_MACHINE} with {{GenerateSecret}} true, or code",
                    fix="set {GenerateSecret} to true; on a deployed app client this makes another one with another id",
                )


@rule(
    "app-client.client-credentials-scopes",
    USER_POOL_CLIENT,
    severity="warning",
    why="a machine is no user: it gets custom scopes of resource servers only",
    evidence="developer guide",
    source=_GRANTS,
)
def client_credentials_scopes(client: View) -> Iterator[Problem]:
    """Warn of users' scopes on an app client for machines."""
    if grants(client) != (_MACHINE,):
        return
    for index, scope in client.each_text("AllowedOAuthScopes"):
        if scope in STANDARD_SCOPES:
            yield client.problem(
                ("AllowedOAuthScopes", index),
                f"is no scope for {_MACHINE}",
                got=scope,
                allowed="custom scopes, <resource server>/<scope>",
                fix="define a resource server with a scope for what the machine may do",
            )


@rule(
    "app-client.client-credentials-urls",
    USER_POOL_CLIENT,
    severity="warning",
    why="nobody is sent anywhere in this grant",
    evidence="inferred",
    source=_GRANTS,
)
def client_credentials_urls(client: View) -> Iterator[Problem]:
    """Warn of addresses on an app client for machines."""
    if grants(client) != (_MACHINE,):
        return
    for name in ("CallbackURLs", "LogoutURLs"):
        value = client.get(name)
        if value and is_there(value):
            yield client.problem(
                name, f"has no effect with {_MACHINE}", got=value, allowed="nothing", fix="leave it out"
            )


@rule(
    "app-client.no-domain",
    USER_POOL_CLIENT,
    severity="warning",
    why="hosted pages and OAuth endpoints exist on a domain of the pool only",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pools-assign-domain.html",
)
def no_domain(client: View) -> Iterator[Problem]:
    """Warn of OAuth without a domain, which may be made elsewhere."""
    if client.flag(_SWITCH) and not client.pool.all_around(USER_POOL_DOMAIN):
        yield client.problem(
            _SWITCH,
            "needs a domain of the pool, and there is none here",
            got=client.get(_SWITCH),
            allowed="true with a domain of the pool, or false",
            fix="add a prefix domain or a custom domain to the pool",
        )


@rule(
    "app-client.context-data-needs-secret",
    USER_POOL_CLIENT,
    why="only a server, which has the secret, may say where its user is",
    evidence="measured on AWS",
    source=_CLIENT,
)
def context_data_needs_secret(client: View) -> Iterator[Problem]:
    """Refuse passed-on context data without a secret."""
    if client.flag("EnablePropagateAdditionalUserContextData") and not client.flag("GenerateSecret"):
        yield client.problem(
            "EnablePropagateAdditionalUserContextData",
            "needs {GenerateSecret} true",
            got=client.get("EnablePropagateAdditionalUserContextData"),
            allowed="true with {GenerateSecret} true, or false",
            fix="set {GenerateSecret} to true, or leave this out",
        )
