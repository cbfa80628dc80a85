"""App clients that no front end can use, told before anything is made."""

from collections.abc import Iterator

from constructs_lib.front_ends.rendered import OPENID, Rendered, told
from constructs_lib.resources.values import is_list, is_unknown
from constructs_lib.rules.finding import Finding, Severity
from constructs_lib.rules.registry import API, GUIDE
from constructs_lib.rules.view import Problem

_IDENTITY_API = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/"
_CLIENTS = GUIDE + "user-pool-settings-client-apps.html"
_LISTS = ("CallbackURLs", "LogoutURLs", "AllowedOAuthScopes")


def findings(rendered: Rendered) -> Iterator[Finding]:
    """Walk all that is wrong with an app client of a front end, in nobody's words yet."""
    for rule, severity, source, problem in _problems(rendered):
        yield Finding(
            rule=f"front-end.{rule}",
            severity=severity,
            resource=rendered.client,
            property=problem.property,
            path="",
            problem=problem.problem,
            got=problem.got,
            allowed=problem.allowed,
            fix=problem.fix,
            source=source,
            pool=rendered.app_client.pool_key,
        )


def _problems(rendered: Rendered) -> Iterator[tuple[str, Severity, str, Problem]]:
    client = rendered.app_client
    if told(lambda: client.flag("GenerateSecret")):
        yield (
            "secret",
            "error",
            _CLIENTS,
            client.problem(
                "GenerateSecret",
                "must not be true for a front end, which cannot keep a secret",
                got=client.get("GenerateSecret"),
                allowed="an app client without a secret",
                fix="name a client made by single_page_app or native_app",
            ),
        )
    if rendered.flows == ("client_credentials",):
        yield (
            "no-users",
            "error",
            _CLIENTS,
            client.problem(
                "AllowedOAuthFlows",
                "must let people sign in for a front end",
                got=list(rendered.flows),
                allowed="code, or no grant where people sign in by the API",
                fix="name a client made by single_page_app or native_app",
            ),
        )
    for path in _LISTS:
        value = client.get(path)
        if is_unknown(value) or (is_list(value) and len(value) == 1 and _is_list_token(value[0])):
            yield (
                "unknown-list",
                "error",
                _CLIENTS,
                client.problem(
                    path,
                    "must be a list whose length is known before deploy, to be written as JSON",
                    allowed="a list; its elements may be known at deploy alone",
                    fix="say the elements one by one",
                ),
            )
    yield from _without_pages(rendered)
    yield from _without_credentials(rendered)


def _without_pages(rendered: Rendered) -> Iterator[tuple[str, Severity, str, Problem]]:
    client = rendered.app_client
    if not ({"code", "implicit"} & set(rendered.flows)) or rendered.host is None:
        return
    if not rendered.listed("LogoutURLs"):
        yield (
            "no-logout-url",
            "warning",
            "https://github.com/aws-amplify/amplify-backend",
            client.problem(
                "LogoutURLs",
                "should be given: amplify_outputs.json tells of hosted pages only with a place to come back to",
                allowed="at least one URL",
                fix="say where users come back after sign-out",
            ),
        )
    if OPENID not in rendered.listed("AllowedOAuthScopes"):
        yield (
            "no-openid",
            "warning",
            API + "API_CreateUserPoolClient.html",
            client.problem(
                "AllowedOAuthScopes",
                "should hold openid: without it there is no ID token, and no settings for OpenID Connect",
                allowed="a list with openid in it",
                fix="add openid",
            ),
        )


def _without_credentials(rendered: Rendered) -> Iterator[tuple[str, Severity, str, Problem]]:
    pool = rendered.identity_pool
    if pool is None:
        return
    providers = told(lambda: pool.all_objects("CognitoIdentityProviders"))
    if providers is not None and rendered.client_id not in [each.get("ClientId") for each in providers]:
        yield (
            "no-credentials",
            "warning",
            _IDENTITY_API + "API_CognitoIdentityProvider.html",
            rendered.app_client.problem(
                "",
                "should be one of the app clients whose users the identity pool gives credentials",
                allowed="an app client that the identity pool names",
                fix="hand it to the identity pool: user_pools={key: (users, app_client)}",
            ),
        )


def _is_list_token(value: object) -> bool:
    return isinstance(value, str) and value.startswith("#{Token[")
