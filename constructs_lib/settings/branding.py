"""What the hosted pages look like: branding of managed login, terms and privacy links, CSS of the classic pages.

https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import ClassVar, Literal

from constructs_lib.declarations import Given, Many, Part, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.codecs import Document, Plain
from constructs_lib.declarations.references import POOL_LINK, Referring
from constructs_lib.resources.model import MANAGED_LOGIN_BRANDING, TERMS, USER_POOL_UI_CUSTOMIZATION
from constructs_lib.resources.values import Json
from constructs_lib.settings.app_client import ClientIdOf
from constructs_lib.settings.domains import CustomDomain, PrefixDomain

AssetCategory = Literal[
    "FAVICON_ICO",
    "FAVICON_SVG",
    "EMAIL_GRAPHIC",
    "SMS_GRAPHIC",
    "AUTH_APP_GRAPHIC",
    "PASSWORD_GRAPHIC",
    "PASSKEY_GRAPHIC",
    "PAGE_HEADER_LOGO",
    "PAGE_HEADER_BACKGROUND",
    "PAGE_FOOTER_LOGO",
    "PAGE_FOOTER_BACKGROUND",
    "PAGE_BACKGROUND",
    "FORM_BACKGROUND",
    "FORM_LOGO",
    "IDP_BUTTON_ICON",
]
ColorMode = Literal["LIGHT", "DARK", "DYNAMIC"]
_CLIENT = Referring(Plain(str, "a text"), ClientIdOf)


@declared
class BrandingAsset(Part):
    """An image of managed login; `branding_image` makes it from a file."""

    category: Given[AssetCategory] = field(metadata=named("Category"))
    """Where on the pages it stands."""

    color_mode: Given[ColorMode] = field(metadata=named("ColorMode"))
    """For which colours: light, dark, or ``DYNAMIC`` for both, which favicons have been seen to ignore."""

    extension: Given[Literal["ICO", "JPEG", "PNG", "SVG", "WEBP"]] = field(metadata=named("Extension"))
    """The format of the image."""

    bytes: Setting[str] = prop("Bytes")
    """The file in Base64, at most 1,000,000 characters: 750,000 bytes. Default: none."""

    resource_id: Setting[str] = prop("ResourceId")
    """A name of your own for the image. Default: none."""


@declared
class ManagedLoginBranding(ResourcePart):
    """The branding style of an app client on managed login (version 2 of a domain), which shows an error without."""

    TYPE: ClassVar[str] = MANAGED_LOGIN_BRANDING
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    client_id: Setting[str | ClientIdOf] = prop("ClientId", codec=_CLIENT)
    """The app client: ``ClientIdOf("<key>")`` for one of the same settings, or an id. Default: profiles take the app
    client of the same key. Another one replaces the style."""

    use_cognito_provided_values: Setting[bool] = prop("UseCognitoProvidedValues")
    """Whether the style is Cognito's own; then without ``settings``, of which AWS wants the one or the other.
    Default: False. Can be changed."""

    settings: Setting[Mapping[str, Json]] = prop("Settings", codec=Document())
    """Colours, spacing and switches, as the branding editor exports them; `managed_login_settings` makes the usual
    ones, and what is not in them stays Cognito's. Default: none. Can be changed."""

    assets: Setting[Many[BrandingAsset]] = prop("Assets")
    """Images. Default: Cognito's own. Can be changed."""

    return_merged_resources: Setting[bool] = prop("ReturnMergedResources")
    """Whether describing the style tells Cognito's own values too. Default: False. Can be changed."""


@declared
class Terms(ResourcePart):
    """A link to the terms of use or the privacy policy, which managed login shows at sign-up once both are there."""

    TYPE: ClassVar[str] = TERMS
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    name: Given[Literal["terms-of-use", "privacy-policy"]] = field(metadata=named("TermsName"), kw_only=False)
    """Which document it is. Can be changed."""

    links: Given[Mapping[str, Given[str]]] = field(metadata=named("Links"))
    """URL by language: ``cognito:german`` and so on, ``cognito:default`` for all others. Can be changed."""

    client_id: Setting[str | ClientIdOf] = prop("ClientId", codec=_CLIENT)
    """The app client: ``ClientIdOf("<key>")`` for one of the same settings, or an id. Default: none; the API wants
    one. Another one replaces the document."""

    source: Setting[Literal["LINK"]] = prop("TermsSource")
    """How the document is given: by a link, which is the only way. Default: none; AWS wants it, and profiles say it."""

    enforcement: Setting[Literal["NONE"]] = prop("Enforcement")
    """Whether users must agree: they see the links and need not, which is the only way. Default: none; AWS wants it,
    and profiles say it."""


@declared
class UICustomization(ResourcePart):
    """The looks of the classic hosted pages (version 1 of a domain); made after the domains of the same settings."""

    TYPE: ClassVar[str] = USER_POOL_UI_CUSTOMIZATION
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK
    client_id: Given[str | ClientIdOf] = field(metadata=named("ClientId", codec=_CLIENT), kw_only=False)
    """The app client: ``ClientIdOf("<key>")`` for one of the same settings, an id, or ``ALL``. Another one replaces
    the customization."""

    css: Setting[str] = prop("CSS")
    """Style sheet of ``-customizable`` classes, at most 131,072 characters; `classic_css` reads it from a file.
    Default: Cognito's own. Can be changed."""

    def needs(self, family: Mapping[str, ResourcePart]) -> Sequence[str]:
        """Need the domains: without one, AWS refuses the style sheet."""
        return [name for name, part in family.items() if isinstance(part, (PrefixDomain, CustomDomain))]
