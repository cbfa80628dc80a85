"""What an identity provider of each kind needs, by the keys of ``ProviderDetails``.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER
from constructs_lib.resources.values import Json, is_unknown
from constructs_lib.rules.registry import API, CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import Problem, View, is_there

_DETAILS = "ProviderDetails"
_LONGEST = 131_072
_API = API + "API_CreateIdentityProvider.html"

_SOCIAL = ("client_id", "client_secret", "authorize_scopes")
REQUIRED = {
    "Facebook": _SOCIAL,
    "Google": _SOCIAL,
    "LoginWithAmazon": _SOCIAL,
    "SignInWithApple": ("client_id", "team_id", "key_id", "private_key"),
    "OIDC": ("client_id", "authorize_scopes", "oidc_issuer", "attributes_request_method"),
}
"""What AWS refuses a provider of each type without; SAML needs one of two, which is a rule of its own."""

ENDPOINTS = ("authorize_url", "token_url", "attributes_url", "jwks_uri")
"""What Cognito finds out from an OIDC provider's issuer, unless it is said."""

_ANSWERED = (*ENDPOINTS, "oidc_issuer", "attributes_url_add_attributes", "token_request_method")
_OPTIONAL = {
    "Facebook": ("api_version",),
    "SignInWithApple": ("authorize_scopes",),
    "OIDC": ("client_secret",),
    "SAML": (
        *("MetadataURL", "MetadataFile", "IDPInit", "IDPSignout", "EncryptedResponses", "RequestSigningAlgorithm"),
        *("ActiveEncryptionCertificate", "SLORedirectBindingURI", "SSORedirectBindingURI"),
    ),
}
_KNOWN = {
    kind: (*REQUIRED.get(kind, ()), *_OPTIONAL.get(kind, ()), *(() if kind == "SAML" else _ANSWERED))
    for kind in (*REQUIRED, "SAML")
}
"""The keys of each type, with those that Cognito adds in its answers, which are sometimes copied."""


def details_of(provider: View) -> Mapping[str, Json]:
    """Give the details that are there for certain and known by name."""
    details = provider.known(_DETAILS)
    if not isinstance(details, dict):
        return {}
    return {
        name: value
        for name, value in details.items()
        if isinstance(name, str) and not is_unknown(name) and is_there(value)
    }


@rule(
    "identity-provider.detail-required",
    USER_POOL_IDENTITY_PROVIDER,
    why="AWS refuses a provider of this type without it",
    evidence="measured on AWS",
    source=_API,
)
def detail_required(provider: View) -> Iterator[Problem]:
    """Refuse a provider that lacks what its type needs."""
    kind, details = provider.text("ProviderType"), provider.known(_DETAILS)
    if not isinstance(details, dict) or any(map(is_unknown, details)):
        return
    for name in REQUIRED.get(str(kind), ()):
        if not provider.has(f"{_DETAILS}.{name}"):
            yield provider.problem(
                (_DETAILS, name),
                f"is needed where {{ProviderType}} is {kind}",
                allowed=", ".join(REQUIRED[str(kind)]),
                fix="add it, as the provider gave it to you, or make the provider by its function (google, oidc …)",
            )


@rule(
    "identity-provider.detail-form",
    USER_POOL_IDENTITY_PROVIDER,
    why="each detail is a text; AWS takes nothing else and nothing longer",
    evidence="API model",
    source=CLOUDFORMATION + "aws-resource-cognito-userpoolidentityprovider.html",
)
def detail_form(provider: View) -> Iterator[Problem]:
    """Refuse details that are no texts; the value is not shown, since it may be secret."""
    for name, value in details_of(provider).items():
        if is_unknown(value):
            continue
        if isinstance(value, (dict, list, tuple)) or (isinstance(value, str) and len(value) > _LONGEST):
            yield provider.problem(
                (_DETAILS, name),
                f"must be a text of up to {_LONGEST:,} characters",
                allowed=f"a text of up to {_LONGEST:,} characters",
                fix="write it as one text, several scopes with spaces between them",
            )


@rule(
    "identity-provider.detail-unknown",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="Cognito knows certain details of each type, and a misspelt one is not among them",
    evidence="inferred",
    source=_API,
)
def detail_unknown(provider: View) -> Iterator[Problem]:
    """Warn of details that a provider of this type does not have."""
    known = _KNOWN.get(str(provider.text("ProviderType")))
    for name in details_of(provider) if known else ():
        if known and name not in known:
            close = get_close_matches(name.lower(), {item.lower(): item for item in known}, n=1, cutoff=0.75)
            meant = next((item for item in known if item.lower() in close), None)
            yield provider.problem(
                (_DETAILS, name),
                f"is no detail of a provider whose {{ProviderType}} is {provider.text('ProviderType')}",
                allowed=", ".join(known),
                fix=f"write {meant}" if meant else "leave it out, or acknowledge this if Cognito has learnt it since",
            )


@rule(
    "identity-provider.scope-separator",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="only Facebook's scopes are divided by commas; to others a comma is part of the scope's name",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pools-identity-provider.html",
)
def scope_separator(provider: View) -> Iterator[Problem]:
    """Warn of scopes with commas between them."""
    scopes = provider.text(f"{_DETAILS}.authorize_scopes")
    if scopes and "," in scopes and provider.text("ProviderType") != "Facebook":
        yield provider.problem(
            f"{_DETAILS}.authorize_scopes",
            "has a comma where scopes are divided by spaces",
            got=scopes,
            allowed="scopes with spaces between them; commas for Facebook alone",
            fix=f"write {' '.join(scopes.replace(',', ' ').split())}",
        )
