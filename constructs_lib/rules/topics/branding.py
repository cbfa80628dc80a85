"""Branding styles of managed login: each app client that sends people to its pages needs one of its own.

https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import MANAGED_LOGIN_BRANDING, USER_POOL_CLIENT, USER_POOL_DOMAIN, target
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.facts.quotas import BRANDING_STYLES
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.app_client_oauth import redirects
from constructs_lib.rules.view import DoesNotApply, Problem, View

_CREATE = API + "API_CreateManagedLoginBranding.html"
_OWN, _SETTINGS = "UseCognitoProvidedValues", "Settings"


@rule(
    "branding.settings-with-cognito-values",
    MANAGED_LOGIN_BRANDING,
    why="AWS answers 'useCognitoProvidedValues or settings should be specified (but not both)'",
    evidence="measured on AWS",
    source=_CREATE,
)
def settings_with_cognito_values(style: View) -> Iterator[Problem]:
    """Refuse settings beside Cognito's own style."""
    if style.surely_has(_SETTINGS) and style.flag(_OWN):
        yield style.problem(
            _SETTINGS,
            f"cannot be given while {{{_OWN}}} is true",
            allowed=f"settings, or {{{_OWN}}} true, not both",
            fix=f"leave out {{{_OWN}}}, or the settings",
        )


@rule(
    "branding.empty",
    MANAGED_LOGIN_BRANDING,
    why="AWS answers 'useCognitoProvidedValues or settings should be specified (but not both)'",
    evidence="measured on AWS",
    source="https://github.com/floci-io/floci/pull/2869",
)
def empty(style: View) -> Iterator[Problem]:
    """Refuse a style that is neither Cognito's own nor anybody else's."""
    if not style.has(_SETTINGS) and not style.has(_OWN):
        yield style.problem(
            _SETTINGS,
            f"must be given, or {{{_OWN}}} must",
            allowed=f"settings, an empty object too, or {{{_OWN}}} true",
            fix=f"set {{{_OWN}}} to true for Cognito's own style, or give settings",
        )


@rule(
    "branding.assets-with-cognito-values",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="the API's page says that images must be left out then; AWS has been seen to take them",
    evidence="API model",
    source=_CREATE,
)
def assets_with_cognito_values(style: View) -> Iterator[Problem]:
    """Warn of images beside Cognito's own style."""
    if style.known("Assets") and style.flag(_OWN):
        yield style.problem(
            "Assets",
            f"should be left out while {{{_OWN}}} is true",
            allowed="images beside settings",
            fix=f"give settings (an empty object will do) instead of {{{_OWN}}}",
        )


@rule(
    "branding.second-style",
    MANAGED_LOGIN_BRANDING,
    why="an app client has one style, and AWS refuses the second (ManagedLoginBrandingExistsException)",
    evidence="API model",
    source=_CREATE,
)
def second_style(style: View) -> Iterator[Problem]:
    """Refuse two styles of one app client."""
    if style.twin("ClientId") is not None:
        yield style.problem(
            "ClientId",
            "has another style already",
            got=style.get("ClientId"),
            allowed="one style for each app client",
            fix="leave one of the two styles out",
        )


@rule(
    "branding.too-many",
    MANAGED_LOGIN_BRANDING,
    why=f"a pool has at most {BRANDING_STYLES} styles, a quota that AWS does not raise (LimitExceededException)",
    evidence="developer guide",
    source=GUIDE + "quotas.html",
)
def too_many(style: View) -> Iterator[Problem]:
    """Refuse the styles after the twentieth."""
    if sum(other.key < style.key for other in style.siblings) >= BRANDING_STYLES:
        yield style.problem(
            (),
            "is one style too many for the pool",
            allowed=f"{BRANDING_STYLES} styles",
            fix="use one app client for several applications, or make another pool",
        )


@rule(
    "branding.missing-for-app-client",
    USER_POOL_CLIENT,
    severity="warning",
    why="managed login shows an error page (Login pages unavailable) for each app client that has no branding style",
    evidence="reported",
    source="https://github.com/minorun365/html-share/issues/3",
)
def missing_for_app_client(client: View) -> Iterator[Problem]:
    """Warn of an app client without a style beside others that have one; of no style at all the domain's rule warns."""
    if not redirects(client):
        return
    styles = client.pool.all_around(MANAGED_LOGIN_BRANDING)
    if not styles or not any(
        domain.number("ManagedLoginVersion") == 2 for domain in client.pool.around(USER_POOL_DOMAIN)
    ):
        return
    for style in styles:
        if target(style.get("ClientId")) == client.key:
            return
        if is_unknown(style.get("ClientId")) and style.neighbour("ClientId") is None:
            raise DoesNotApply
    yield client.problem(
        (),
        "has no branding style, and the pool's domain serves managed login",
        allowed="a branding style for each app client that signs people in on the hosted pages",
        fix="add a branding style for it; UseCognitoProvidedValues true takes Cognito's own",
    )
