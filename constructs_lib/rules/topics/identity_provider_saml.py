"""SAML providers: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp.html."""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER
from constructs_lib.resources.saml_metadata import doubtful, unreadable
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.identity_provider_oidc import has_a_usual_port
from constructs_lib.rules.view import DoesNotApply, Problem, View

_DETAILS = "ProviderDetails"
_URL = "ProviderDetails.MetadataURL"
_FILE = "ProviderDetails.MetadataFile"
_ALGORITHM = "ProviderDetails.RequestSigningAlgorithm"
_SWITCHES = ("IDPInit", "IDPSignout", "EncryptedResponses")

_API = API + "API_CreateIdentityProvider.html"
_GUIDE = GUIDE + "cognito-user-pools-saml-idp-things-to-know.html"
_SIGNING = GUIDE + "cognito-user-pools-SAML-signing-encryption.html"


def _is_saml(provider: View) -> bool:
    return provider.text("ProviderType") == "SAML"


@rule(
    "identity-provider.saml-metadata-required",
    USER_POOL_IDENTITY_PROVIDER,
    why="AWS answers 'At least one of the MetadataURL or MetadataFile should be provided'",
    evidence="measured on AWS",
    source=_API,
)
def saml_metadata_required(provider: View) -> Iterator[Problem]:
    """Refuse a SAML provider that Cognito knows nothing about."""
    details = provider.known(_DETAILS) if _is_saml(provider) else None
    if not isinstance(details, dict) or any(map(is_unknown, details)):
        return
    if not provider.has(_URL) and not provider.has(_FILE):
        yield provider.problem(
            _DETAILS,
            "needs MetadataURL or MetadataFile",
            allowed="MetadataURL, which Cognito reads again every few hours, or MetadataFile, the document itself",
            fix="give the URL of the provider's SAML metadata, or its file",
        )


@rule(
    "identity-provider.saml-metadata-exclusive",
    USER_POOL_IDENTITY_PROVIDER,
    why="AWS answers 'Only one of the MetadataURL or MetadataFile should be provided'",
    evidence="measured on AWS",
    source=_API,
)
def saml_metadata_exclusive(provider: View) -> Iterator[Problem]:
    """Refuse metadata that is said twice."""
    # An Fn::If may come to nothing: only what is a text for sure, or will be one, is said.
    if _is_saml(provider) and all(isinstance(provider.get(path), str) for path in (_URL, _FILE)):
        yield provider.problem(
            _FILE,
            "cannot be given beside MetadataURL",
            allowed="one of the two",
            fix="keep MetadataURL, since Cognito then follows the provider's new certificates by itself",
        )


@rule(
    "identity-provider.saml-metadata-port",
    USER_POOL_IDENTITY_PROVIDER,
    why="Cognito reads metadata on the standard ports alone, 443 and 80",
    evidence="developer guide",
    source=_GUIDE,
)
def saml_metadata_port(provider: View) -> Iterator[Problem]:
    """Refuse a metadata URL with another port."""
    url = provider.text(_URL) if _is_saml(provider) else None
    if url is not None and not has_a_usual_port(url):
        yield provider.problem(
            _URL,
            "must be on port 443 or 80",
            got=url,
            allowed="https://… on port 443, or http://… on port 80",
            fix="publish the metadata on port 443, or give its file",
        )


@rule(
    "identity-provider.saml-metadata-https",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="whoever changes the metadata on its way can sign in as anybody",
    evidence="developer guide",
    source=_GUIDE,
)
def saml_metadata_https(provider: View) -> Iterator[Problem]:
    """Warn of metadata that is read without TLS."""
    url = provider.text(_URL) if _is_saml(provider) else None
    if url is not None and not url.startswith("https://"):
        yield provider.problem(
            _URL,
            "should begin with https://",
            got=url,
            allowed="https://…",
            fix="use the URL with https://, or give the metadata's file",
        )


@rule(
    "identity-provider.saml-metadata-document",
    USER_POOL_IDENTITY_PROVIDER,
    why="Cognito reads the document when the provider is made, and refuses what it cannot read",
    evidence="reported",
    source="https://github.com/ory/mocksaml/issues/103",
)
def saml_metadata_document(provider: View) -> Iterator[Problem]:
    """Refuse a text that is no SAML metadata."""
    document = provider.text(_FILE) if _is_saml(provider) else None
    fault = None if document is None else unreadable(document)
    if fault is not None:
        yield provider.problem(
            _FILE,
            fault,
            got=document,
            allowed="the text of the provider's SAML metadata, an EntityDescriptor",
            fix="download the provider's metadata and name that file, as saml(…, metadata_file=…), or give its URL",
        )


@rule(
    "identity-provider.saml-metadata-doubtful",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="what a service provider says of itself, or a document with entities, is no identity provider's metadata",
    evidence="inferred",
    source=_API,
)
def saml_metadata_doubtful(provider: View) -> Iterator[Problem]:
    """Warn of metadata that can hardly be meant."""
    document = provider.text(_FILE) if _is_saml(provider) else None
    doubt = None if document is None else doubtful(document)
    if doubt is not None:
        yield provider.problem(
            _FILE,
            doubt,
            got=document,
            allowed="an EntityDescriptor with an IDPSSODescriptor, without a DOCTYPE",
            fix="download the metadata of the identity provider, not that of the application",
        )


@rule(
    "identity-provider.saml-signing-algorithm",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="AWS's pages know this one algorithm alone",
    evidence="inferred",
    source=_SIGNING,
)
def saml_signing_algorithm(provider: View) -> Iterator[Problem]:
    """Warn of another algorithm."""
    algorithm = provider.text(_ALGORITHM) if _is_saml(provider) else None
    if algorithm is not None and algorithm != "rsa-sha256":
        yield provider.problem(
            _ALGORITHM,
            "should be rsa-sha256",
            got=algorithm,
            allowed="rsa-sha256, or nothing for requests without a signature",
            fix="use rsa-sha256, spelt like this",
        )


@rule(
    "identity-provider.saml-switch",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="each is on or off, and written true or false",
    evidence="inferred",
    source=_SIGNING,
)
def saml_switch(provider: View) -> Iterator[Problem]:
    """Warn of switches that say neither true nor false."""
    for name in _SWITCHES if _is_saml(provider) else ():
        with suppress(DoesNotApply):
            value = provider.known(f"{_DETAILS}.{name}")
            if value is not None and str(value).lower() not in ("true", "false"):
                yield provider.problem(
                    (_DETAILS, name),
                    "should be true or false",
                    got=value,
                    allowed="true or false",
                    fix="write true or false; left out it is false",
                )
