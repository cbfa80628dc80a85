"""The kinds of identity provider: each sets only what makes it that kind.

Users return from the provider to ``https://<domain>/oauth2/idpresponse`` (SAML: ``/saml2/idpresponse``) of the pool's
domain, which the provider must know. Passwords, second factors and threat protection of federated users are the
provider's business: those of the pool are for its own users.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-provider.html
"""

from collections.abc import Mapping, Sequence
from os import PathLike
from typing import Any, Literal

from constructs_lib.declarations import Given
from constructs_lib.settings.identity_providers import IdentityProvider, ProviderType
from constructs_lib.settings.saml_metadata import saml_metadata_file
from constructs_lib.settings.secrets import Secret, given

Mapped = Mapping[str, Given[str]] | None


def google(
    *,
    client_id: Given[str],
    client_secret: Secret,
    scopes: Sequence[str] = ("openid", "email", "profile"),
    attribute_mapping: Mapped = None,
    **more: Any,
) -> IdentityProvider:
    """Let users sign in with Google.

    Args:
        client_id: The OAuth client's id, ``….apps.googleusercontent.com``.
        client_secret: Its secret: `secret`, or a ``SecretValue`` of CDK. A text of its own can be read in the template.
        scopes: What Google is asked for. Default: the three that the guide asks for.
        attribute_mapping: Google's claim for each attribute of the pool, such as ``{"email": "email",
            "email_verified": "email_verified"}``; custom attributes with ``custom:``. Default: the user name alone.
        more: Any other field of `IdentityProvider`.

    Raises:
        TypeError: The secret is neither a text nor a value of CDK.
    """
    return _social("Google", client_id, client_secret, " ".join(scopes), attribute_mapping, more)


def facebook(
    *,
    client_id: Given[str],
    client_secret: Secret,
    scopes: Sequence[str] = ("public_profile", "email"),
    api_version: Given[str] | None = None,
    attribute_mapping: Mapped = None,
    **more: Any,
) -> IdentityProvider:
    """Let users sign in with Facebook.

    Args:
        client_id: The app's id.
        client_secret: Its secret: `secret`, or a ``SecretValue`` of CDK. A text of its own can be read in the template.
        scopes: What Facebook is asked for. Default: profile and e-mail address.
        api_version: Version of the Graph API, such as ``v17.0``; each is switched off after some years. Default:
            Cognito's choice.
        attribute_mapping: Facebook's field for each attribute of the pool, such as ``{"email": "email"}``; custom
            attributes with ``custom:``. Not every user has an address. Default: the user name alone.
        more: Any other field of `IdentityProvider`.

    Raises:
        TypeError: The secret is neither a text nor a value of CDK.
    """
    version = {} if api_version is None else {"api_version": api_version}
    return _social("Facebook", client_id, client_secret, ",".join(scopes), attribute_mapping, more, **version)


def amazon(
    *,
    client_id: Given[str],
    client_secret: Secret,
    scopes: Sequence[str] = ("profile",),
    attribute_mapping: Mapped = None,
    **more: Any,
) -> IdentityProvider:
    """Let users sign in with Amazon.

    Args:
        client_id: The security profile's client id, ``amzn1.application-oa2-client.…``.
        client_secret: Its secret: `secret`, or a ``SecretValue`` of CDK. A text of its own can be read in the template.
        scopes: What Amazon is asked for; ``postal_code`` is the other one. Default: name and e-mail address.
        attribute_mapping: Amazon's field for each attribute of the pool, such as ``{"email": "email"}``; custom
            attributes with ``custom:``. Default: the user name alone.
        more: Any other field of `IdentityProvider`.

    Raises:
        TypeError: The secret is neither a text nor a value of CDK.
    """
    return _social("LoginWithAmazon", client_id, client_secret, " ".join(scopes), attribute_mapping, more)


def apple(
    *,
    client_id: Given[str],
    team_id: Given[str],
    key_id: Given[str],
    private_key: Secret,
    scopes: Sequence[str] = ("email", "name"),
    attribute_mapping: Mapped = None,
    **more: Any,
) -> IdentityProvider:
    """Let users sign in with Apple.

    Args:
        client_id: The Services ID, such as ``example.shop.signin``; not the App ID.
        team_id: The team's id.
        key_id: The key's id.
        private_key: The content of the key's ``.p8`` file: `secret`, or a ``SecretValue`` of CDK. A text of its own can
            be read in the template.
        scopes: What Apple is asked for; it tells the name at the first sign-in only. Default: both that there are.
        attribute_mapping: Apple's claim for each attribute of the pool, such as ``{"email": "email"}``; custom
            attributes with ``custom:``. Default: the user name alone.
        more: Any other field of `IdentityProvider`.

    Raises:
        TypeError: The key is neither a text nor a value of CDK.
    """
    details = {
        "client_id": client_id,
        "team_id": team_id,
        "key_id": key_id,
        "private_key": given("apple.private_key", private_key),
        "authorize_scopes": " ".join(scopes),
    }
    return _provider("SignInWithApple", "SignInWithApple", details, attribute_mapping, more)


def oidc(
    name: Given[str],
    *,
    issuer_url: Given[str],
    client_id: Given[str],
    client_secret: Secret,
    scopes: Sequence[str] = ("openid",),
    attributes_request_method: Literal["GET", "POST"] = "GET",
    authorize_url: Given[str] | None = None,
    token_url: Given[str] | None = None,
    attributes_url: Given[str] | None = None,
    jwks_uri: Given[str] | None = None,
    attribute_mapping: Mapped = None,
    identifiers: Sequence[Given[str]] | None = None,
    **more: Any,
) -> IdentityProvider:
    """Let users sign in with a provider that speaks OpenID Connect.

    Args:
        name: The provider's name, such as ``Company``; part of its users' names. Another one makes other users.
        issuer_url: The provider's issuer, ``https://…`` without a slash at its end.
        client_id: The id that the provider gave to the pool.
        client_secret: The secret that belongs to it (``client_secret_post``): `secret`, or a ``SecretValue`` of CDK. A
            text of its own can be read in the template.
        scopes: What the provider is asked for; ``email`` and ``profile`` are the usual others. Default: ``openid``.
        attributes_request_method: How Cognito asks for the user's attributes. Default: GET.
        authorize_url: Where users sign in. Default, as for the next three: Cognito asks the issuer.
        token_url: Where codes become tokens.
        attributes_url: Where a user's attributes are (userInfo).
        jwks_uri: Where the provider's keys are.
        attribute_mapping: The provider's claim for each attribute of the pool, such as ``{"email": "email",
            "email_verified": "email_verified"}``; custom attributes with ``custom:``. Default: the user name alone.
        identifiers: Other names by which an application may choose the provider, such as its users' domain. Default:
            none.
        more: Any other field of `IdentityProvider`.

    Raises:
        TypeError: The secret is neither a text nor a value of CDK.
    """
    endpoints = {
        "authorize_url": authorize_url,
        "token_url": token_url,
        "attributes_url": attributes_url,
        "jwks_uri": jwks_uri,
    }
    details = {
        "client_id": client_id,
        "client_secret": given("oidc.client_secret", client_secret),
        "authorize_scopes": " ".join(scopes),
        "oidc_issuer": issuer_url,
        "attributes_request_method": attributes_request_method,
    }
    return _provider("OIDC", name, details | endpoints, attribute_mapping, {"idp_identifiers": identifiers} | more)


def saml(
    name: Given[str],
    *,
    metadata_url: Given[str] | None = None,
    metadata_file: str | PathLike[str] | None = None,
    request_signing_algorithm: Literal["rsa-sha256"] | None = None,
    encrypted_responses: bool | None = None,
    idp_signout: bool | None = None,
    idp_initiated: bool | None = None,
    attribute_mapping: Mapped = None,
    identifiers: Sequence[Given[str]] | None = None,
    **more: Any,
) -> IdentityProvider:
    """Let users sign in with a provider that speaks SAML 2.0. Give its metadata by URL or by file.

    Args:
        name: The provider's name, such as ``Company``; part of its users' names. Another one makes other users.
        metadata_url: Where the provider publishes its metadata, ``https://…``; Cognito reads it again every few hours.
        metadata_file: A file with the metadata, which is read now. When the provider's certificate changes, so must the
            file.
        request_signing_algorithm: How the pool signs its requests. Default: it does not.
        encrypted_responses: Whether the provider must encrypt its answers, with the certificate that the pool has for
            it. Default: no.
        idp_signout: Whether signing out also ends the session at the provider. Default: no.
        idp_initiated: Whether sign-in may begin at the provider, which Cognito cannot protect from forged requests; app
            clients then take SAML providers alone. Default: no.
        attribute_mapping: The assertion's attribute for each attribute of the pool; custom attributes with ``custom:``.
            Default: the user name alone, from ``NameID``.
        identifiers: Other names by which an application may choose the provider. If each SAML provider has its users'
            domains here, the pages ask for the address and choose by it. Default: none.
        more: Any other field of `IdentityProvider`.

    Raises:
        ValueError: The file cannot be read.
    """
    switches = {"EncryptedResponses": encrypted_responses, "IDPSignout": idp_signout, "IDPInit": idp_initiated}
    details = {
        "MetadataURL": metadata_url,
        "MetadataFile": None if metadata_file is None else saml_metadata_file(metadata_file),
        "RequestSigningAlgorithm": request_signing_algorithm,
        **{key: None if switch is None else str(switch).lower() for key, switch in switches.items()},
    }
    return _provider("SAML", name, details, attribute_mapping, {"idp_identifiers": identifiers} | more)


def _social(
    kind: ProviderType,
    client_id: Given[str],
    client_secret: Secret,
    scopes: str,
    mapping: Mapped,
    more: dict[str, Any],
    **details: Given[str],
) -> IdentityProvider:
    said = {"client_id": client_id, "client_secret": given(f"{kind}.client_secret", client_secret)}
    return _provider(kind, kind, said | {"authorize_scopes": scopes} | details, mapping, more)


def _provider(
    kind: ProviderType,
    name: Given[str],
    details: Mapping[str, Given[str] | None],
    mapping: Mapped,
    more: dict[str, Any],
) -> IdentityProvider:
    said = {key: value for key, value in details.items() if value is not None}
    return IdentityProvider(name, provider_type=kind, details=said, attribute_mapping=mapping, **more)
