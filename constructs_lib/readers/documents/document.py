"""A JSON or YAML file as a plain value, and where in the file each part of it stands.

Whatever the bytes are, reading them ends soon, takes little memory and, where they cannot be read, says why in one
sentence.
"""

import codecs
import json
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field

from constructs_lib.readers.documents import json_text
from constructs_lib.readers.documents.bounds import MAX_BYTES, NO_MEMORY, TOO_DEEP, TOO_LARGE, LineAndColumn
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.values import Json, Path

_Read = tuple[Json, Callable[[Path], LineAndColumn]]

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


@dataclass(frozen=True)
class Document:
    """What a file holds."""

    value: Json

    position: Callable[[Path], LineAndColumn] = field(repr=False, compare=False)
    """Line and column, from 1, of a value: of its key in an object, of itself in a list, of the nearest value around it
    where it is absent. It is worked out only when it is asked for."""


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read a file; its size is looked at before anything is read, and nothing but a file is opened."""
    name = os.fspath(path)
    try:
        found = os.stat(name)
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError(f"{name}: is {'a directory' if stat.S_ISDIR(found.st_mode) else 'no regular file'}")
        if found.st_size > MAX_BYTES:
            raise UnreadableError(f"{name}: {TOO_LARGE}")
        with open(name, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise UnreadableError(f"{name}: cannot be read: {why[:1].lower()}{why[1:]}") from None
    except UnreadableError:
        raise
    except ValueError:
        raise UnreadableError(f"{name!r}: is no name that a file can have") from None
    except MemoryError:
        raise UnreadableError(f"{name}: {NO_MEMORY}") from None
    return read_document(data, name)


def read_document(data: bytes, name: str) -> Document:
    """Read the bytes of a file; its name is for messages, and ``.json`` at its end says that it is no YAML."""
    try:
        text = _decode(data)
        value, position = _read(text, name)
        if "\\u" in text or "\\U" in text:
            _refuse_half_characters(value)
    except UnreadableError as error:
        raise UnreadableError(f"{name}: {error}") from None
    except RecursionError:
        raise UnreadableError(f"{name}: {TOO_DEEP}") from None
    except MemoryError:
        raise UnreadableError(f"{name}: {NO_MEMORY}") from None
    return Document(value, position)


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    encoding = next((found for mark, found in _MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        shown = encoding.removesuffix("-sig").upper()
        raise UnreadableError(f"is no {shown} text from byte {error.start + 1} on; save it as UTF-8") from None
    if "\0" in text:
        raise UnreadableError("holds NUL characters: it is no text, or not in UTF-8; save it as UTF-8")
    if not text or text.isspace():
        raise UnreadableError("is empty")
    return text


def _read(text: str, name: str) -> _Read:
    """Read JSON, else YAML: YAML holds most of JSON, but reads it slowly and takes ``1e+16`` for text."""
    try:
        return json_text.read(text), json_text.places(text)
    except json.JSONDecodeError as error:
        not_json = error
    if name.lower().endswith(".json"):
        raise UnreadableError(json_text.told(not_json))
    from constructs_lib.readers.documents import (
        yaml_text,  # by need: most files are JSON, and PyYAML takes a while to start
    )

    try:
        return yaml_text.read(text)
    except UnreadableError:
        if _began_as_json(text, not_json):
            raise UnreadableError(json_text.told(not_json)) from None
        raise


def _began_as_json(text: str, error: json.JSONDecodeError) -> bool:
    """Tell whether a text was JSON beyond its first bracket, so that this is what it was meant to be."""
    return text.lstrip().startswith(("{", "[")) and bool(text[: error.pos].strip("{[ \t\r\n"))


def _refuse_half_characters(value: Json) -> None:
    """Refuse one half of a surrogate pair, which can be escaped but never printed."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = ord(error.object[error.start])
        raise UnreadableError(f"holds \\u{half:04x}, which is half a character") from None
