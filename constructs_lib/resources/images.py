"""What an image file is by its content, whatever it is called: format, size, and what an SVG has in it.

Nothing is decoded but the first bytes; an SVG is parsed, without ever following or expanding an entity.
"""

import base64
import binascii
import re
import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal
from xml.parsers import expat

Format = Literal["PNG", "JPEG", "WEBP", "ICO", "SVG"]


@dataclass(frozen=True)
class Image:
    """What the content of a file says about itself."""

    format: Format | None = None
    """The format; ``None`` for what is none of them."""

    size: tuple[float, float] | None = None
    """Width and height as far as they are known; of an SVG, in any unit."""

    parts: frozenset[str] = frozenset()
    """What an SVG is made of, without namespaces: elements (``svg``) and their attributes (``svg#width``)."""

    links: frozenset[str] = frozenset()
    """What the elements of an SVG refer to."""

    entities: bool = False
    """Whether an SVG declares entities; then it is not read any further."""


def image(content: bytes) -> Image:
    """Tell what a file is."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Image("PNG", _unpacked(">II", content, 16))
    if content.startswith(b"\xff\xd8\xff"):
        return Image("JPEG", _jpeg_size(content))
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Image("WEBP", _webp_size(content))
    if content.startswith(b"\x00\x00\x01\x00"):
        return Image("ICO")
    return _svg(content)


@lru_cache(maxsize=64)
def image_in_base64(text: str) -> Image | None:
    """Tell what a file in Base64 is; nothing where the text is no Base64."""
    content = from_base64(text)
    return None if content is None else image(content)


def from_base64(text: str) -> bytes | None:
    """Decode Base64, line breaks and all; nothing where the text is none."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def _unpacked(form: str, content: bytes, at: int) -> tuple[float, float] | None:
    try:
        width, height = struct.unpack_from(form, content, at)
    except struct.error:
        return None
    return width, height


def _jpeg_size(content: bytes) -> tuple[float, float] | None:
    """Walk the segments up to the frame that says the size."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height_first = _unpacked(">HH", content, at + 5)
            return None if height_first is None else (height_first[1], height_first[0])
        at += 2 + length if marker != 0xFF else 1
    return None


def _webp_size(content: bytes) -> tuple[float, float] | None:
    kind = content[12:16]
    if kind == b"VP8X" and len(content) >= 30:
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if kind == b"VP8L" and len(content) >= 25:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        found = _unpacked("<HH", content, 26)
        return None if found is None else (int(found[0]) & 0x3FFF, int(found[1]) & 0x3FFF)
    return None


class _Entities(Exception):  # noqa: N818  (no error: the rest of the file is none of our business)
    """An SVG declares an entity, which may stand for anything."""


def _svg(content: bytes) -> Image:
    first: list[str] = []
    root: dict[str, str] = {}
    parts: set[str] = set()
    links: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        element, said = _local(name), {_local(key): value for key, value in attributes.items()}
        if not first:
            first.append(element)
            root.update(said)
        parts.update([element, *(f"{element}#{attribute}" for attribute in said)])
        links.update(value for attribute, value in said.items() if attribute in ("href", "src"))

    def entity(*_: Any) -> None:
        raise _Entities

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(content, True)
    except _Entities:
        return Image("SVG", entities=True) if b"svg" in content else Image()
    except (expat.ExpatError, ValueError, LookupError):
        return Image()
    if first != ["svg"]:
        return Image()
    return Image("SVG", _svg_size(root), frozenset(parts), frozenset(links))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


_NUMBER = r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_LENGTH = re.compile(rf"\s*{_NUMBER}(?:px)?\s*")
_BOX = re.compile(rf"\s*[^\s,]+[\s,]+[^\s,]+[\s,]+{_NUMBER}[\s,]+{_NUMBER}\s*")


def _svg_size(root: dict[str, str]) -> tuple[float, float] | None:
    """Take the size from width and height, else from the view box; where the two differ, nobody can tell."""
    found = _BOX.fullmatch(root.get("viewBox", ""))
    box = (float(found[1]), float(found[2])) if found else None
    if "width" not in root and "height" not in root:
        return box
    width, height = (_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height"))
    if width is None or height is None:
        return None
    size = float(width[1]), float(height[1])
    alike = box is None or abs(size[0] * box[1] - size[1] * box[0]) <= 0.01 * size[0] * box[1]
    return size if alike else None
