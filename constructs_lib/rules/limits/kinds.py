"""What a single value may be: a text, a whole number, one of a few words, a list of some length."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Protocol

from constructs_lib.resources.values import Json, is_list, is_unknown, same


class Kind(Protocol):
    """A kind of value: what is allowed, in words, and whether a known value is."""

    @property
    def allowed(self) -> str:
        """Say it after "must be"."""

    def admits(self, value: Json) -> bool:
        """Judge a value that is no intrinsic function and no token."""


@dataclass(frozen=True)
class Characters:
    """The characters of a text, by a name that people understand; some make it more than "a text"."""

    name: str
    admit: Callable[[str], bool]
    noun: str = "a text"


def matching(name: str, pattern: str, noun: str = "a text") -> Characters:
    """Allow texts that match a pattern from end to end."""
    compiled: list[re.Pattern[str]] = []  # compiled at first use: most processes never need most patterns

    def admit(text: str) -> bool:
        if not compiled:
            compiled.append(re.compile(pattern, re.DOTALL))
        return compiled[0].fullmatch(text) is not None

    return Characters(name, admit, noun)


def _printable(text: str) -> bool:
    if text.isascii():  # most texts are, and mails are long
        return text.isprintable() and " " not in text
    # Cn: characters newer than this Python's Unicode, such as next year's emoji; nobody here can tell what they are.
    return all(category[0] in "LMSNP" or category == "Cn" for category in map(unicodedata.category, text))


def _printable_or_space(text: str) -> bool:
    return all(map(_printable, text.split()))


def _printable_or_separator(text: str) -> bool:
    return all(unicodedata.category(character)[0] == "Z" or _printable(character) for character in text)


def _reply_address(text: str) -> bool:
    return "@" in text[1:-1] and _printable(text)


# AWS writes these as [\p{L}\p{M}\p{S}\p{N}\p{P}]+, with \s or \p{Z} added; Python's re has no \p.
PRINTABLE = Characters("letters, digits, symbols and punctuation without spaces", _printable)
PRINTABLE_OR_SPACE = Characters("letters, digits, symbols, punctuation and spaces", _printable_or_space)
PRINTABLE_OR_BLANK = Characters("letters, digits, symbols, punctuation and blanks", _printable_or_separator)
ADDRESS = Characters("without spaces", _reply_address, noun="an e-mail address")
NAME = matching("letters, digits, spaces and _+=,.@-", r"[\w\s+=,.@-]+")
_ARN = r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?"
ARN = matching("", _ARN, noun="an ARN")
_OF_ANY_REGION = _ARN.replace(r"([\w+=/,.@-]*)?", r"([\w+=/,.@-]*|\*)?")
ARN_OF_ANY_REGION = matching("", _OF_ANY_REGION, noun="an ARN")
ARN_OR_NOTHING = matching("", f"({_ARN})?", noun="an ARN or an empty text")
POOL_ID = matching("such as eu-central-1_AbCdEfGhI", r"[\w-]+_[0-9a-zA-Z]+", noun="the id of a user pool")


@dataclass(frozen=True)
class Placeholder:
    """What Cognito puts its own words in place of."""

    name: str
    stands_in: Callable[[str], bool]


CODE = Placeholder("{####}", lambda text: "{####}" in text)
LINK = Placeholder("{##text of the link##}", lambda text: re.search(r"\{##.*##\}", text, re.DOTALL) is not None)


@dataclass(frozen=True)
class Text:
    """A text between two lengths, of certain characters; CloudFormation takes a number or boolean for its text."""

    shortest: int = 0
    longest: int | None = None
    characters: Characters | None = None
    holding: tuple[Placeholder, ...] = ()

    @cached_property
    def allowed(self) -> str:
        said = [self.characters.noun if self.characters else "a text"]
        if self.longest is not None:
            from_to = f"{self.shortest} to" if self.shortest else "up to"
            said.append(f"of {from_to} {self.longest:,} characters")
        if self.holding:
            said.append(f"with {' and '.join(placeholder.name for placeholder in self.holding)} in it")
        text = " ".join(said)
        return f"{text}: {self.characters.name}" if self.characters and self.characters.name else text

    def admits(self, value: Json) -> bool:
        if isinstance(value, str):
            text = value
        elif value is None or isinstance(value, (dict, list, tuple)):
            return False
        else:
            text = str(value).lower() if isinstance(value, bool) else str(value)
        if len(text) < self.shortest or (self.longest is not None and len(text) > self.longest):
            return False
        if self.characters is not None and not self.characters.admit(text):
            return False
        return not self.holding or all(placeholder.stands_in(text) for placeholder in self.holding)


@dataclass(frozen=True)
class Words:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def allowed(self) -> str:
        return "one of " + ", ".join(self.words)

    def admits(self, value: Json) -> bool:
        return isinstance(value, str) and value in self.words


@dataclass(frozen=True)
class Whole:
    """A whole number in a range, also one spelt as text."""

    smallest: int
    largest: int | None = None
    unit: str = ""

    @property
    def allowed(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        if self.largest is None:
            return f"a whole number from {self.smallest:,} on{unit}"
        return f"between {self.smallest:,} and {self.largest:,}{unit}"

    def admits(self, value: Json) -> bool:
        if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]{1,30}", value):
            value = int(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            return False
        return self.smallest <= value and (self.largest is None or value <= self.largest)


@dataclass(frozen=True)
class Flag:
    """A boolean, also one spelt as text."""

    allowed = "true or false"

    def admits(self, value: Json) -> bool:
        return isinstance(value, bool) or (isinstance(value, str) and value.lower() in ("true", "false"))


@dataclass(frozen=True)
class List:
    """A list of some length; its elements have limits of their own (``Path[]``)."""

    fewest: int = 0
    most: int | None = None
    unique: bool = False
    """Whether nothing may stand in it twice."""

    @property
    def allowed(self) -> str:
        return "a list" + _how_many(self.fewest, self.most) + (", nothing twice" if self.unique else "")

    def admits(self, value: Json) -> bool:
        if not is_list(value):
            return False
        # An element that is unknown may turn out to be none (Fn::If with AWS::NoValue), so it does not count as one
        # too many; a CDK token that is a whole list may turn out to be enough.
        known = [item for item in value if not is_unknown(item)]
        if self.unique and any(same(item, other) for item, other in combinations(known, 2)):
            return False
        return self.fewest <= len(value) and (self.most is None or len(known) <= self.most)


def _how_many(fewest: int, most: int | None, things: str = "") -> str:
    if most is None:
        return f" of {fewest} or more{things}" if fewest else ""
    return f" of {fewest} to {most}{things}" if fewest else f" of up to {most}{things}"


@dataclass(frozen=True)
class Map:
    """An object with keys of the user's, all values texts; its values may have limits of their own (``Path{}``)."""

    keys: Text
    values: Text | None = None
    fewest: int = 0
    most: int | None = None
    as_text: bool = False
    """Whether CloudFormation takes the object spelt as JSON too; nobody looks into that."""

    @cached_property
    def allowed(self) -> str:
        values = "" if self.values is None else f", each value {self.values.allowed}"
        return f"an object{_how_many(self.fewest, self.most, ' entries')}, each key {self.keys.allowed}{values}"

    def admits(self, value: Json) -> bool:
        if isinstance(value, str):
            return self.as_text
        return (
            isinstance(value, dict)
            and self.fewest <= len(value)
            and (self.most is None or len(value) <= self.most)
            and all(
                (is_unknown(key) or self.keys.admits(key))
                and (self.values is None or is_unknown(item) or self.values.admits(item))
                for key, item in value.items()
            )
        )


@dataclass(frozen=True)
class Record:
    """An object whose properties have limits of their own; some must be there."""

    required: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        return "an object" + (f" with {', '.join(self.required)}" if self.required else "")

    def admits(self, value: Json) -> bool:
        return isinstance(value, dict) and all(value.get(name) is not None for name in self.required)
