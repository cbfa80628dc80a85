"""The edges of limits: values just inside of a kind and just outside, worked out from the tables."""

from collections.abc import Iterator
from typing import Any

from constructs_lib.rules.limits.characters import ATTRIBUTE_LENGTH, ATTRIBUTE_NUMBER, DOMAIN, KEY, TAG_KEY
from constructs_lib.rules.limits.kinds import (
    ADDRESS,
    ARN,
    ARN_OR_NOTHING,
    CODE,
    LINK,
    NAME,
    POOL_ID,
    PRINTABLE,
    PRINTABLE_OR_BLANK,
    PRINTABLE_OR_SPACE,
    Flag,
    Kind,
    List,
    Map,
    Record,
    Text,
    Whole,
    Words,
)
from tests.rules.case import UNKNOWN


def inside(kind: Kind) -> Iterator[Any]:
    """Walk values that a kind admits, those at its edges among them."""
    match kind:
        case Flag():
            yield from (True, False, "true", "FALSE")
        case Words(words):
            yield from words
        case Whole(smallest, largest):
            yield from (smallest, str(smallest), float(smallest))
            if largest is not None:
                yield from (largest, str(largest))
        case List(fewest, most):
            yield from (_list(fewest), _list(fewest + 1 if most is None else most))
        case Record(required):
            yield dict.fromkeys(required, UNKNOWN)
        case Map(keys, values):
            entry = {next(_texts(keys)): next(_texts(values)) if values else {}}
            yield from (entry,) if kind.fewest else ({}, entry)
            if kind.as_text:
                yield "{}"
            if kind.most is not None:
                yield {f"a{number}": UNKNOWN for number in range(kind.most)}
        case Text():
            yield from _texts(kind)


def outside(kind: Kind) -> Iterator[Any]:
    """Walk values that a kind just does not admit."""
    match kind:
        case Flag():
            yield from ("yes", 1, [], {})
        case Words(words):
            yield from ("", words[0] + " ", words[0].swapcase(), [words[0]], {})
        case Whole(smallest, largest):
            yield from (smallest - 1, str(smallest - 1), smallest + 0.5, "x", True, [smallest], {})
            if largest is not None:
                yield from (largest + 1, str(largest + 1))
        case List(fewest, most):
            yield from ("x", {})
            if fewest:
                yield _list(fewest - 1)
            if most is not None:
                yield _list(most + 1)
            if kind.unique:
                yield ["x", "x"]
        case Record(required):
            yield from ({name: "x" for name in required if name != missing} for missing in required)
            yield from ("x", []) if not required else ()
        case Map(keys, values):
            yield from ([],) if kind.as_text else ("x", [])
            if kind.fewest:
                yield {}
            yield from ({key: UNKNOWN} for key in _wrong_texts(keys))
            yield from ({next(_texts(keys)): value} for value in (_wrong_texts(values) if values else ()))
            if kind.most is not None:
                yield {f"a{number}": UNKNOWN for number in range(kind.most + 1)}
        case Text():
            yield from (["x"], {})
            yield from _wrong_texts(kind)


def _list(length: int) -> list[str]:
    return [f"x{number}" for number in range(length)]


SEEDS: dict[str, tuple[str, str]] = {
    ARN.noun: ("arn:a:b::1:c", "arn:aws:iam:::role/x"),
    ARN_OR_NOTHING.noun: ("arn:a:b::1:c", "role/x"),
    POOL_ID.noun: ("a_1", "eu-central-1-AbC"),
    ADDRESS.noun: ("a@b", "Shop"),
    ATTRIBUTE_LENGTH.noun: ("8", "2049"),
    ATTRIBUTE_NUMBER.noun: ("-8.5", "eight"),
    DOMAIN.noun: ("a", "https://shop.example"),
    "the id of a Pinpoint project": ("0aF", "0x1G"),
    "cognito: and a language": ("cognito:default", "cognito:klingon"),
    "letters, digits, spaces, - and _": ("a b", "a/b"),
    "without spaces, and _ nowhere but in the second place": ("a_b", "Staff_SSO"),
    "letters, digits, spaces and _+=.@-": ("a b", "shop/customers"),
    PRINTABLE.name: ("ä", "a b"),
    PRINTABLE_OR_BLANK.name: ("ä b", "a\nb"),
    PRINTABLE_OR_SPACE.name: ("ä\nb", "a\x00bcdefg"),
    NAME.name: ("a b", "shop/customers"),
    "an ARN without Region and account": ("arn:a:b:::c", "arn:aws:s3:eu-west-1:1:c"),
    KEY.name: ("a b", "a!b"),
    TAG_KEY.name: ("a b", "aws:x"),
    "the id of an identity pool": ("a:1", "eu-central-1_1"),
    "authenticated or unauthenticated": ("authenticated", "admins"),
}
"""By what a limit calls its characters: the start of a right text, and a wrong one."""


def _texts(kind: Text) -> Iterator[str]:
    start = _start(kind)
    for length in {max(kind.shortest, len(start)), kind.longest or len(start)}:
        yield start + start[-1] * (length - len(start))
    if kind.characters is ARN_OR_NOTHING:
        yield ""


def _wrong_texts(kind: Text) -> Iterator[str]:
    start = _start(kind)
    if kind.shortest:
        yield start[: kind.shortest - 1]
    if kind.longest is not None:
        yield start + start[-1] * (kind.longest + 1 - len(start))
    if kind.characters is not None:
        yield SEEDS.get(kind.characters.noun, SEEDS.get(kind.characters.name, ("", "ä ö")))[1]
    for placeholder in kind.holding:
        yield start.replace(PLACEHOLDERS[placeholder.name], "123456")


PLACEHOLDERS = {CODE.name: "{####}", LINK.name: "{##x##}"}


def _start(kind: Text) -> str:
    if kind.holding:
        return " ".join(PLACEHOLDERS[placeholder.name] for placeholder in kind.holding)
    if kind.characters is None:
        return "x"
    return SEEDS.get(kind.characters.noun, SEEDS.get(kind.characters.name, ("x", "")))[0]
