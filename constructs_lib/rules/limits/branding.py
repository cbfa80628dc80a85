"""Limits of ``AWS::Cognito::ManagedLoginBranding``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11. The API counts an
image's bytes, CloudFormation the characters of their Base64, which are a third more: CloudFormation's limit holds.
"""

from functools import partial

from constructs_lib.resources.model import MANAGED_LOGIN_BRANDING
from constructs_lib.rules.limits.characters import CLIENT_ID
from constructs_lib.rules.limits.kinds import POOL_ID, Flag, List, Record, Text, Words, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_branding = partial(Limit, source=API + "API_CreateManagedLoginBranding.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-managedloginbranding.html")
_asset = partial(Limit, source=API + "API_AssetType.html")

_RESOURCE_ID = matching("letters, digits, spaces, - and _", r"[\w\- ]+")

CATEGORIES = (
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
)

LIMITS = Limits(
    MANAGED_LOGIN_BRANDING,
    [
        _branding(
            "branding.form",
            "",
            Record(("UserPoolId", "ClientId")),
            "say which app client of which user pool the style is for",
        ),
        _resource("branding.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _resource("branding.client-id", "ClientId", Text(1, 128, CLIENT_ID), "refer to the app client"),
        _branding(
            "branding.use-cognito-provided-values",
            "UseCognitoProvidedValues",
            Flag(),
            "use true for Cognito's own style, or leave it out and give settings",
        ),
        _branding(
            "branding.settings",
            "Settings",
            Record(),
            "write the settings as an object, as the branding editor exports it",
        ),
        _resource("branding.return-merged-resources", "ReturnMergedResources", Flag(), "use true or false"),
        _branding("branding.assets", "Assets", List(0, 40), "keep to 40 images"),
        _asset(
            "branding.asset",
            "Assets[]",
            Record(("Category", "ColorMode", "Extension")),
            "say where the image stands, for which colours, and what format it has",
        ),
        _asset("branding.asset-category", "Assets[].Category", Words(CATEGORIES), "use one of Cognito's places"),
        _asset(
            "branding.asset-color-mode",
            "Assets[].ColorMode",
            Words(("LIGHT", "DARK", "DYNAMIC")),
            "use LIGHT, DARK, or DYNAMIC for both",
        ),
        _asset(
            "branding.asset-extension",
            "Assets[].Extension",
            Words(("ICO", "JPEG", "PNG", "SVG", "WEBP")),
            "convert the image to one of these formats; the word for .jpg is JPEG",
        ),
        _resource(
            "branding.asset-bytes",
            "Assets[].Bytes",
            Text(0, 1_000_000),
            "make the image smaller: 750,000 bytes become 1,000,000 characters in Base64",
        ),
        _asset(
            "branding.asset-resource-id",
            "Assets[].ResourceId",
            Text(1, 40, _RESOURCE_ID),
            "use at most 40 letters, digits, spaces, - and _",
        ),
    ],
)
