"""Looks from files and plain words: images, links, style sheets, and the usual colours of managed login.

https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-brandingeditor.html
"""

import base64
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, get_args

from constructs_lib.declarations import Given
from constructs_lib.resources.images import Format, image
from constructs_lib.settings.branding import AssetCategory, BrandingAsset, ColorMode, Terms

_FORMATS: Mapping[str, Format] = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".webp": "WEBP",
    ".ico": "ICO",
    ".svg": "SVG",
}


def branding_image(
    path: str | PathLike[str],
    *,
    category: AssetCategory,
    color_mode: ColorMode = "DYNAMIC",
    resource_id: str | None = None,
) -> BrandingAsset:
    """Make an image of managed login from a file.

    The format is the one that the file's name ends with, else that of its content. What is wrong with the file, such as
    another format inside, or too many bytes, is told by the rules with everything else.

    Args:
        path: A PNG, JPEG, WEBP, SVG or ICO file.
        category: Where on the pages it stands.
        color_mode: For which colours. Default: both; favicons are better given twice, for LIGHT and for DARK.
        resource_id: A name of your own for the image. Default: none.

    Raises:
        ValueError: There is no such file, or neither its name nor its content is that of an image.

    """
    file = Path(path)
    content = _read(file, "branding_image")
    extension = _FORMATS.get(file.suffix.lower()) or image(content).format
    if extension is None:
        raise ValueError(f"branding_image: must be one of {', '.join(get_args(Format))}, got {str(file)!r}")
    return BrandingAsset(
        category=category,
        color_mode=color_mode,
        extension=extension,
        bytes=base64.b64encode(content).decode("ascii"),
        resource_id=resource_id,
    )


def terms_of_use(links: str | Mapping[str, Given[str]], **more: Any) -> Terms:
    """Link to the terms of use; managed login shows them at sign-up once there is a privacy policy too.

    Args:
        links: The URL for every language, or URLs by language: ``{"cognito:default": …, "cognito:german": …}``.
        more: Any other field of `Terms`.

    """
    return _linked("terms-of-use", links, more)


def privacy_policy(links: str | Mapping[str, Given[str]], **more: Any) -> Terms:
    """Link to the privacy policy; managed login shows it at sign-up once there are terms of use too.

    Args:
        links: The URL for every language, or URLs by language: ``{"cognito:default": …, "cognito:german": …}``.
        more: Any other field of `Terms`.

    """
    return _linked("privacy-policy", links, more)


def _linked(name: str, links: str | Mapping[str, Given[str]], more: Mapping[str, Any]) -> Terms:
    by_language = {"cognito:default": links} if isinstance(links, str) else links
    kind: dict[str, Any] = {"name": name, "links": by_language, "source": "LINK", "enforcement": "NONE"}
    return Terms(**kind | dict(more))


def classic_css(path: str | PathLike[str]) -> str:
    """Read the style sheet of the classic pages from a file, for ``UICustomization("ALL", css=classic_css(…))``.

    Args:
        path: A CSS file in UTF-8 with blocks of Cognito's ``-customizable`` classes.

    Raises:
        ValueError: There is no such file, or it is no text.

    """
    content = _read(Path(path), "classic_css")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"classic_css: must be a text in UTF-8, got {str(path)!r}") from None


def _read(file: Path, reader: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ValueError(f"{reader}: cannot read {str(file)!r}: {error.strerror or error}") from None
    except ValueError as error:  # a name that no file can have
        raise ValueError(f"{reader}: cannot read {str(file)!r}: {error}") from None
