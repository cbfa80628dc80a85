"""App clients that no front end can use, and what one had better know, told before anything is made."""

from collections.abc import Iterator, Mapping

from constructs_lib.front_ends.rendered import OPENID, Rendered, told
from constructs_lib.resources.values import Json, is_list, is_unknown
from constructs_lib.rules.finding import Finding, Severity
from constructs_lib.rules.registry import API, GUIDE
from constructs_lib.rules.view import Problem

_CLIENTS = GUIDE + "user-pool-settings-client-apps.html"
_IDENTITY_POOLS = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/"

RULES: Mapping[str, tuple[Severity, str, str]] = {
    "front-end.secret": ("error", "Refuse an app client with a secret, which a front end cannot keep.", _CLIENTS),
    "front-end.no-users": ("error", "Refuse an app client of programs, by which nobody signs in.", _CLIENTS),
    "front-end.unknown-list": ("error", "Refuse a list whose length becomes known only when it is deployed.", _CLIENTS),
    "front-end.no-logout-url": (
        "warning",
        "Warn of hosted pages without a way back, which Amplify's file leaves out.",
        "https://github.com/aws-amplify/amplify-backend",
    ),
    "front-end.no-openid": (
        "warning",
        "Warn of hosted pages without openid, and so without an ID token.",
        API + "API_CreateUserPoolClient.html",
    ),
    "front-end.no-credentials": (
        "warning",
        "Warn of an identity pool that does not know the app client.",
        _IDENTITY_POOLS + "API_CognitoIdentityProvider.html",
    ),
}
"""How bad each is, what it is about, and who says so. They judge a front end, and so no template."""

_PUBLIC = "name a client made by single_page_app or native_app"
_LISTS = ("CallbackURLs", "LogoutURLs", "AllowedOAuthScopes")

_Found = Iterator[tuple[str, Problem]]


def findings(rendered: Rendered) -> Iterator[Finding]:
    """Walk all that is wrong with an app client of a front end, in nobody's words yet."""
    for rule, problem in _problems(rendered):
        severity, _, source = RULES[f"front-end.{rule}"]
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


def _problems(rendered: Rendered) -> _Found:
    yield from _not_public(rendered)
    yield from _unknown_lists(rendered)
    yield from _half_a_page(rendered)
    yield from _no_credentials(rendered)


def _not_public(rendered: Rendered) -> _Found:
    client = rendered.app_client
    if told(lambda: client.flag("GenerateSecret")):
        yield (
            "secret",
            client.problem(
                "GenerateSecret",
                "must not be true for a front end, which cannot keep a secret",
                got=client.get("GenerateSecret"),
                allowed="an app client without a secret",
                fix=_PUBLIC,
            ),
        )
    if rendered.flows == ("client_credentials",):
        yield (
            "no-users",
            client.problem(
                "AllowedOAuthFlows",
                "must let people sign in for a front end",
                got=list(rendered.flows),
                allowed="code, or no grant where people sign in by the API",
                fix=_PUBLIC,
            ),
        )


def _unknown_lists(rendered: Rendered) -> _Found:
    client = rendered.app_client
    for path in _LISTS:
        if _has_unknown_length(client.get(path)):
            yield (
                "unknown-list",
                client.problem(
                    path,
                    "must be a list whose length is known before deploy, to be written as JSON",
                    allowed="a list; its elements may be known at deploy alone",
                    fix="say the elements one by one",
                ),
            )


def _half_a_page(rendered: Rendered) -> _Found:
    client = rendered.app_client
    if rendered.host is None or not {"code", "implicit"} & set(rendered.flows):
        return
    if not rendered.listed("LogoutURLs"):
        yield (
            "no-logout-url",
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
            client.problem(
                "AllowedOAuthScopes",
                "should hold openid: without it there is no ID token, and no settings for OpenID Connect",
                allowed="a list with openid in it",
                fix="add openid",
            ),
        )


def _no_credentials(rendered: Rendered) -> _Found:
    pool = rendered.identity_pool
    if pool is None:
        return
    providers = told(lambda: pool.all_objects("CognitoIdentityProviders"))
    if providers is not None and rendered.client_id not in [each.get("ClientId") for each in providers]:
        yield (
            "no-credentials",
            rendered.app_client.problem(
                "",
                "should be one of the app clients whose users the identity pool gives credentials",
                allowed="an app client that the identity pool names",
                fix="hand it to the identity pool: user_pools={key: (users, app_client)}",
            ),
        )


def _has_unknown_length(value: Json) -> bool:
    """Tell so of an intrinsic, and of a list that CDK writes as one element which stands for all."""
    if is_list(value):
        return len(value) == 1 and isinstance(value[0], str) and value[0].startswith("#{Token[")
    return is_unknown(value)
