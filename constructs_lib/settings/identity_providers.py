"""Identity providers: sign-in with Google, Facebook, Apple, Amazon, or any provider that speaks OIDC or SAML.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-provider.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from constructs_lib.declarations import Given, Many, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.references import POOL_LINK, KeyReference
from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER
from constructs_lib.resources.values import Json

ProviderType = Literal["Facebook", "Google", "LoginWithAmazon", "SignInWithApple", "OIDC", "SAML"]


@declared
class IdentityProvider(ResourcePart):
    """A provider that may sign users in; `google`, `facebook`, `apple`, `amazon`, `oidc` and `saml` make them."""

    TYPE: ClassVar[str] = USER_POOL_IDENTITY_PROVIDER
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    name: Given[str] = field(metadata=named("ProviderName"), kw_only=False)
    """The provider's name, part of its users' names in the pool: ``Google``, ``Facebook``, ``LoginWithAmazon`` and
    ``SignInWithApple`` for those, of your own choice for OIDC and SAML. Another name makes another provider, whose
    users are other users."""

    provider_type: Given[ProviderType] = field(metadata=named("ProviderType"))
    """What kind of provider it is. Another one replaces the provider."""

    details: Given[Mapping[str, Given[str]]] = field(metadata=named("ProviderDetails"))
    """What the provider needs, by Cognito's names (``client_id``, ``MetadataURL`` …), each a text; a secret by
    `secret`, which only refers to it. Can be changed."""

    attribute_mapping: Setting[Mapping[str, Given[str]]] = prop("AttributeMapping")
    """Which claim or assertion of the provider's (value) each attribute of the pool (key) is taken from at every
    sign-in; custom attributes with ``custom:``. Default: ``username`` alone. Can be changed."""

    idp_identifiers: Setting[Many[str]] = prop("IdpIdentifiers")
    """Other names by which an application may choose the provider, such as the domain of its users' addresses.
    Default: none. Can be changed."""


@dataclass(frozen=True)
class ProviderOf(KeyReference):
    """The name of an identity provider of the same settings, by your key: who refers to it is made after it."""

    FIELD: ClassVar[str] = "identity_providers"
    PREFIX: ClassVar[str] = "IdentityProvider"
