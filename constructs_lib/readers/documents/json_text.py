"""Text in JSON: its value, and where in the text each of its values stands.

Reading is the standard library's, in C. It keeps no places; they are looked up in the text when somebody asks.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, count
from json.decoder import scanstring  # type: ignore[attr-defined]  # the stubs do not know it

from constructs_lib.readers.documents.bounds import (
    MAX_DEPTH,
    MAX_VALUES_OF_JSON,
    TOO_DEEP,
    TOO_MANY_IN_JSON,
    LineAndColumn,
    NumberError,
    at,
    finite,
    told_twice,
    whole,
)
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.values import Json, Path

_SPACE = re.compile(r"[ \t\n\r]*")
_TOKEN = re.compile(r'["{}]|[^\s"{}\[\],:]+')
_PLAIN_KEY = re.compile(r'"([^"\\]*)"[ \t\n\r]*:[ \t\n\r]*')
_PLAIN_VALUE = re.compile(r'"[^"\\]*"|[^\s"{}\[\],]+')
_COMMA = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")

_STEPS = bytes.maketrans(b"[{]}", b"\x01\x01\xff\xff")
_NEITHER = bytes(set(range(256)) - set(b'[{]}"'))


class _TwiceError(Exception):
    """An object has a key twice."""


def read(text: str) -> Json:
    """Read a value; what is no JSON is the standard library's ``JSONDecodeError``."""
    if text.startswith(("[", "{"), _after_space(text, 0)):
        _refuse_too_much(text)
    try:
        return _READER.decode(text)
    except _TwiceError:
        raise UnreadableError(_told_twice(text)) from None
    except NumberError as error:
        raise UnreadableError(f"{error} {_where(text, error.literal)}") from None


def told(error: json.JSONDecodeError) -> str:
    """Say in one sentence where a text stops being JSON."""
    return f"not JSON: {error.msg[:1].lower()}{error.msg[1:]} {at((error.lineno, error.colno))}"


def places(text: str) -> Callable[[Path], LineAndColumn]:
    """Give what finds line and column of a value in a text that has been read."""
    objects = cache(lambda start: _Members(text, start))
    lines = cache(lambda: [0, *accumulate(len(line) + 1 for line in text.split("\n"))])

    def find(path: Path) -> LineAndColumn:
        place = value = _after_space(text, 0)
        for step in path:
            inside = objects(value).find(step)
            if inside is None:
                break
            place, value = inside
        line = bisect_right(lines(), place)
        return line, place - lines()[line - 1] + 1

    return find


class _Members:
    """Where each key or item of an object or list begins, and where its value does; as far as somebody has asked."""

    def __init__(self, text: str, start: int) -> None:
        self._found: dict[str | int, tuple[int, int]] = {}
        self._rest = _members(text, start)

    def find(self, step: str | int) -> tuple[int, int] | None:
        if step not in self._found:
            for name, places in self._rest:
                self._found[name] = places
                if name == step:
                    break
        return self._found.get(step)


def _members(text: str, start: int) -> Iterator[tuple[str | int, tuple[int, int]]]:
    """Walk the members of the value at a place; the end of each is looked for when the next is asked for."""
    if text[start] not in "[{":
        return
    place = _after_space(text, start + 1)
    for index in count():
        if text[place] in "]}":
            return
        step, value = _key(text, place) if text[start] == "{" else (index, place)
        yield step, (place, value)
        place = _after(_COMMA, text, _end(text, value))


def _key(text: str, place: int) -> tuple[str | int, int]:
    """Give the key at a place, and where its value begins; few keys have anything to unescape."""
    plain = _PLAIN_KEY.match(text, place)
    if plain:
        return plain[1], plain.end()
    key, end = scanstring(text, place + 1)
    return key, _after_space(text, _after_space(text, end) + 1)


def _end(text: str, value: int) -> int:
    """Give where a value ends; few are objects, lists, or texts with escapes."""
    plain = _PLAIN_VALUE.match(text, value)
    return plain.end() if plain else _SKIPPER.raw_decode(text, value)[1]


def _after_space(text: str, place: int) -> int:
    return _after(_SPACE, text, place)


def _after(pattern: "re.Pattern[str]", text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _line_and_column(text: str, place: int) -> LineAndColumn:
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def _refuse_too_much(text: str) -> None:
    """Count values, and how deep brackets are nested, without reading: what is deep would overrun the reader.

    Escapes go first, then everything but brackets and quotes, then what is between quotes. A pair of quotes side by
    side may be the end of one text and the start of the next; without it the same brackets are outside.
    """
    data = text.encode()
    if b"\\" in data:
        data = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    marks = data.translate(_STEPS, _NEITHER).replace(b'""', b"")
    outside = b"".join(marks.split(b'"')[::2])
    if max(accumulate(memoryview(outside).cast("b")), default=0) > MAX_DEPTH:
        raise UnreadableError(TOO_DEEP)
    if data.count(b",") + outside.count(b"\x01") > MAX_VALUES_OF_JSON:
        raise UnreadableError(TOO_MANY_IN_JSON)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise _TwiceError
    return made


_READER = json.JSONDecoder(object_pairs_hook=_object, parse_int=whole, parse_float=finite, parse_constant=finite)
_SKIPPER = json.JSONDecoder()


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """Walk the braces, texts and literals of a text that is JSON as far as anybody looks; a text keeps one quote."""
    match = _TOKEN.search(text)
    while match:
        place, token, end = match.start(), match[0], match.end()
        if token == '"':
            content, end = scanstring(text, end)
            token += content
        yield place, token
        match = _TOKEN.search(text, end)


def _where(text: str, literal: str) -> str:
    place = next(place for place, token in _tokens(text) if token.startswith(literal))
    return at(_line_and_column(text, place))


def _told_twice(text: str) -> str:
    """Say which key is there twice, and where."""
    objects: list[dict[str, int]] = [{}]
    for place, token in _tokens(text):
        if token == "{":
            objects.append({})
        elif token == "}":
            objects.pop()
        elif token[0] == '"' and _is_key(text, place):
            first = objects[-1].setdefault(token, place)
            if first != place:
                return told_twice(token[1:], _line_and_column(text, first), _line_and_column(text, place))
    return "a key is there twice"


def _is_key(text: str, place: int) -> bool:
    _, end = scanstring(text, place + 1)
    return text.startswith(":", _after_space(text, end))
