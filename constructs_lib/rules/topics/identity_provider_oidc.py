"""OIDC providers: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html."""

from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.identity_provider_details import ENDPOINTS
from constructs_lib.rules.view import DoesNotApply, Problem, View

_ISSUER = "ProviderDetails.oidc_issuer"
_METHOD = "ProviderDetails.attributes_request_method"
_SCOPES = "ProviderDetails.authorize_scopes"
_SECRET = "ProviderDetails.client_secret"

_API = API + "API_CreateIdentityProvider.html"
_GUIDE = GUIDE + "cognito-user-pools-oidc-idp.html"


def _is_oidc(provider: View) -> bool:
    return provider.text("ProviderType") == "OIDC"


def has_a_usual_port(url: str) -> bool:
    """Tell whether a URL names no port but 80 or 443, which are the only ones that Cognito reaches."""
    try:
        return urlsplit(url).port in (None, 80, 443)
    except ValueError:
        return False


@rule(
    "identity-provider.oidc-issuer-https",
    USER_POOL_IDENTITY_PROVIDER,
    why="AWS answers 'OIDC endpoint must start with https://'",
    evidence="measured on AWS",
    source=_API,
)
def oidc_issuer_https(provider: View) -> Iterator[Problem]:
    """Refuse an issuer that is reached without TLS."""
    issuer = provider.text(_ISSUER) if _is_oidc(provider) else None
    if issuer is not None and not issuer.startswith("https://"):
        yield provider.problem(
            _ISSUER,
            "must begin with https://",
            got=issuer,
            allowed="the provider's URL, such as https://login.salesforce.com",
            fix="write https:// in front, and no path of /.well-known behind",
        )


@rule(
    "identity-provider.oidc-request-method",
    USER_POOL_IDENTITY_PROVIDER,
    why="Cognito asks the provider for a user's attributes in one of these two ways",
    evidence="measured on AWS",
    source=_API,
)
def oidc_request_method(provider: View) -> Iterator[Problem]:
    """Refuse a method that is neither GET nor POST."""
    method = provider.text(_METHOD) if _is_oidc(provider) else None
    if method is not None and method not in ("GET", "POST"):
        yield provider.problem(
            _METHOD,
            "must be GET or POST",
            got=method,
            allowed="GET or POST",
            fix="use GET, which most providers take",
        )


@rule(
    "identity-provider.oidc-issuer-form",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="the guide wants the issuer without a slash at its end, and Cognito finds /.well-known by itself",
    evidence="developer guide",
    source=_GUIDE,
)
def oidc_issuer_form(provider: View) -> Iterator[Problem]:
    """Warn of an issuer from which Cognito may not find the endpoints."""
    issuer = provider.text(_ISSUER) if _is_oidc(provider) else None
    if issuer is not None and (issuer.endswith("/") or "/.well-known/" in issuer):
        yield provider.problem(
            _ISSUER,
            "should end without a slash, and without /.well-known",
            got=issuer,
            allowed="the issuer, such as https://login.salesforce.com",
            fix=f"write {issuer.partition('/.well-known/')[0].rstrip('/')}, unless the provider's tokens say otherwise",
        )


@rule(
    "identity-provider.oidc-url",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="Cognito uses HTTPS for all endpoints, on ports 443 and 80; sign-in fails with others",
    evidence="developer guide",
    source=_GUIDE,
)
def oidc_url(provider: View) -> Iterator[Problem]:
    """Warn of endpoints that Cognito does not reach."""
    for name in (*ENDPOINTS, "oidc_issuer") if _is_oidc(provider) else ():
        with suppress(DoesNotApply):
            url = provider.text(f"ProviderDetails.{name}")
            without_tls = name != "oidc_issuer" and url is not None and not url.startswith("https://")
            if url is not None and (without_tls or not has_a_usual_port(url)):
                yield provider.problem(
                    f"ProviderDetails.{name}",
                    "should be a URL with https:// and without a port of its own",
                    got=url,
                    allowed="https://…, on port 443",
                    fix="use the provider's public URL",
                )


@rule(
    "identity-provider.oidc-endpoints-incomplete",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="whoever says one endpoint says them all, or Cognito has to find the rest by the issuer",
    evidence="inferred",
    source=_API,
)
def oidc_endpoints_incomplete(provider: View) -> Iterator[Problem]:
    """Warn of endpoints that are said in part."""
    if not _is_oidc(provider):
        return
    missing = [name for name in ENDPOINTS if not provider.has(f"ProviderDetails.{name}")]
    if missing and len(missing) < len(ENDPOINTS):
        yield provider.problem(
            "ProviderDetails",
            f"has some endpoints and not {', '.join(missing)}",
            allowed=f"all of {', '.join(ENDPOINTS)}, or none where the issuer can be asked for them",
            fix=f"add {', '.join(missing)}, or leave all four out",
        )


@rule(
    "identity-provider.oidc-openid",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="without this scope an OIDC provider says nothing about the user",
    evidence="developer guide",
    source=_GUIDE,
)
def oidc_openid(provider: View) -> Iterator[Problem]:
    """Warn of scopes without openid."""
    scopes = provider.text(_SCOPES) if _is_oidc(provider) else None
    if scopes is not None and "openid" not in scopes.split():
        yield provider.problem(
            _SCOPES,
            "should have openid",
            got=scopes,
            allowed="openid, and what else the application needs, with spaces between",
            fix=f"write {' '.join(('openid', *scopes.split()))}",
        )


@rule(
    "identity-provider.oidc-secret-missing",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="Cognito proves itself to the provider by the secret in the request, and in no other way",
    evidence="developer guide",
    source=_GUIDE,
)
def oidc_secret_missing(provider: View) -> Iterator[Problem]:
    """Warn of a provider at which Cognito cannot prove itself."""
    if _is_oidc(provider) and isinstance(provider.known("ProviderDetails"), dict) and not provider.has(_SECRET):
        yield provider.problem(
            _SECRET,
            "is not said, and the guide asks for one",
            allowed="the secret of a client that may use client_secret_post",
            fix="add the secret that the provider gave you, by a reference to AWS Secrets Manager",
        )
