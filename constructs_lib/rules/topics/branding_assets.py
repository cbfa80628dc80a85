"""The images of a branding style, by what their bytes are.

Cognito publishes no list of what it takes; what is an error here is what it has been seen to refuse.
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssetType.html
"""

from collections.abc import Iterator

from constructs_lib.resources.images import Image, image_in_base64
from constructs_lib.resources.model import MANAGED_LOGIN_BRANDING
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.registry import API, rule
from constructs_lib.rules.view import Object, Problem, View

_ASSET = API + "API_AssetType.html"
_REQUEST = 2 * 1024 * 1024
_FAVICONS = {"FAVICON_ICO": "ICO", "FAVICON_SVG": "SVG"}


def said(asset: Object, name: str) -> str | None:
    """Give a text that is known; an unknown one says nothing about the images beside it."""
    value = asset.get(name)
    return value if isinstance(value, str) and not is_unknown(value) else None


def images(style: View) -> Iterator[tuple[Object, Image]]:
    """Walk the images whose bytes are there and are Base64."""
    for asset in style.objects("Assets"):
        content = said(asset, "Bytes")
        image = image_in_base64(content) if content else None
        if image is not None:
            yield asset, image


@rule(
    "branding.asset-not-base64",
    MANAGED_LOGIN_BRANDING,
    why="the bytes of an image are written in Base64",
    evidence="API model",
    source=_ASSET,
)
def not_base64(style: View) -> Iterator[Problem]:
    """Refuse bytes that are no Base64."""
    for asset in style.objects("Assets"):
        content = said(asset, "Bytes")
        if content and image_in_base64(content) is None:
            yield asset.problem(
                "Bytes",
                "must be Base64",
                got=content,
                allowed="the file in Base64",
                fix="encode the file, or let branding_image read it",
            )


@rule(
    "branding.asset-empty",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="there is no image to show",
    evidence="inferred",
    source=_ASSET,
)
def empty(style: View) -> Iterator[Problem]:
    """Warn of an image without bytes."""
    for asset in style.objects("Assets"):
        if not asset.has("Bytes") or asset.get("Bytes") == "":
            yield asset.problem(
                "Bytes",
                "should have a file in it",
                got=asset.get("Bytes"),
                allowed="the file in Base64",
                fix="give the file, or leave the image out",
            )


@rule(
    "branding.asset-content",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="Cognito looks into the files, and browsers are told the format",
    evidence="inferred",
    source=_ASSET,
)
def content(style: View) -> Iterator[Problem]:
    """Warn of a file that is not what it is called."""
    for asset, image in images(style):
        extension = said(asset, "Extension")
        if extension is not None and image.format != extension:
            found = f"the file is {image.format}" if image.format else "the file is no image that Cognito takes"
            yield asset.problem(
                "Extension",
                f"does not go with the bytes: {found}",
                got=extension,
                allowed=image.format or "the format of a PNG, JPEG, SVG, WEBP or ICO file",
                fix=f"say {image.format}, or convert the file" if image.format else "convert the file",
            )


@rule(
    "branding.asset-ico",
    MANAGED_LOGIN_BRANDING,
    why="AWS answers 'Invalid assets provided'",
    evidence="measured on AWS",
    source=_ASSET,
)
def ico(style: View) -> Iterator[Problem]:
    """Refuse an ICO file anywhere but as a favicon."""
    for asset in style.objects("Assets"):
        category = said(asset, "Category")
        if category not in (None, "FAVICON_ICO") and asset.get("Extension") == "ICO":
            yield asset.problem(
                "Extension",
                f"cannot be ICO for {category}",
                got="ICO",
                allowed="ICO for FAVICON_ICO alone",
                fix="convert the file to PNG, JPEG, SVG or WEBP",
            )


@rule(
    "branding.asset-favicon-format",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="the place of a favicon has its format in its name; an SVG for FAVICON_ICO has been refused",
    evidence="reported",
    source="https://github.com/lgallard/terraform-aws-cognito-user-pool/pull/238",
)
def favicon_format(style: View) -> Iterator[Problem]:
    """Warn of a favicon in another format than its place is for."""
    for asset in style.objects("Assets"):
        category, extension = said(asset, "Category") or "", said(asset, "Extension")
        wanted = _FAVICONS.get(category)
        if wanted is not None and extension not in (None, wanted, "ICO"):
            yield asset.problem(
                "Extension",
                f"should be {wanted} for {category}",
                got=extension,
                allowed=f"{wanted} for {category}",
                fix=f"convert the file to {wanted}",
            )


@rule(
    "branding.asset-dynamic-favicon",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="the pages ask for the light or the dark favicon by name, says a report; the API's page says otherwise",
    evidence="reported",
    source="https://github.com/memorysmithapp/memorysmithapp/blob/main/memorysmith-infra/stacks/identity.stack.ts",
)
def dynamic_favicon(style: View) -> Iterator[Problem]:
    """Warn of a favicon that may never be shown."""
    for asset in style.objects("Assets"):
        if said(asset, "Category") in _FAVICONS and asset.get("ColorMode") == "DYNAMIC":
            yield asset.problem(
                "ColorMode",
                "may keep the favicon from being shown",
                got="DYNAMIC",
                allowed="LIGHT and DARK, each with the file",
                fix="give the file twice, once for LIGHT and once for DARK",
            )


@rule(
    "branding.asset-twice",
    MANAGED_LOGIN_BRANDING,
    severity="warning",
    why="a place shows one image for each colour mode",
    evidence="inferred",
    source=_ASSET,
)
def twice(style: View) -> Iterator[Problem]:
    """Warn of a second image for one place."""
    seen: set[tuple[str | None, ...]] = set()
    for asset in style.objects("Assets"):
        place = (said(asset, "Category"), said(asset, "ColorMode"))
        mark = (*place, said(asset, "ResourceId"))
        known = None not in place and not is_unknown(asset.get("ResourceId"))
        if known and mark in seen:
            yield asset.problem(
                "Category",
                f"has an image for {place[1]} already",
                got=place[0],
                allowed="one image for each place and colour mode",
                fix="leave one of the two out",
            )
        seen |= {mark} if known else set()


@rule(
    "branding.request-size",
    MANAGED_LOGIN_BRANDING,
    why="settings and images go to Cognito in one request of at most 2 MB",
    evidence="API model",
    source=API + "API_CreateManagedLoginBranding.html",
)
def request_size(style: View) -> Iterator[Problem]:
    """Refuse images that are too large together."""
    size = sum(len(said(asset, "Bytes") or "") for asset in style.objects("Assets"))
    if size > _REQUEST:
        yield style.problem(
            "Assets",
            "must not be larger than 2 MB together",
            got=f"{size:,} characters of Base64",
            allowed=f"{_REQUEST:,} characters",
            fix="make the images smaller; a template of CloudFormation's holds 1 MB at most",
        )
