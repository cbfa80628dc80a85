"""What a single value may be: a text, a whole number, one of a few words, a list of some length."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from constructs_lib.resources.values import Json, is_list


class Kind(Protocol):
    """A kind of value: what is allowed, in words, and whether a known value is."""

    @property
    def allowed(self) -> str:
        """Say it after "must be"."""

    def admits(self, value: Json) -> bool:
        """Judge a value that is no intrinsic function and no token."""


@dataclass(frozen=True)
class Characters:
    """The characters of a text, by a name that people understand."""

    name: str
    admit: Callable[[str], bool]


def matching(name: str, pattern: str) -> Characters:
    """Allow texts that match a pattern from end to end."""
    compiled: list[re.Pattern[str]] = []  # compiled at first use: most processes never need most patterns

    def admit(text: str) -> bool:
        if not compiled:
            compiled.append(re.compile(pattern, re.DOTALL))
        return compiled[0].fullmatch(text) is not None

    return Characters(name, admit)


def _printable(text: str) -> bool:
    return all(unicodedata.category(character)[0] in "LMSNP" for character in text)


def _printable_or_space(text: str) -> bool:
    return all(character.isspace() or _printable(character) for character in text)


# AWS writes these as [\p{L}\p{M}\p{S}\p{N}\p{P}]+ and with \s added; Python's re has no \p.
PRINTABLE = Characters("letters, digits, symbols and punctuation without spaces", _printable)
PRINTABLE_OR_SPACE = Characters("letters, digits, symbols, punctuation and spaces", _printable_or_space)
NAME = matching("letters, digits, spaces and _+=,.@-", r"[\w\s+=,.@-]+")
ARN = matching(
    "an ARN",
    r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?",
)


@dataclass(frozen=True)
class Text:
    """A text between two lengths, of certain characters; CloudFormation takes a number or boolean for its text."""

    shortest: int = 0
    longest: int | None = None
    characters: Characters | None = None

    @cached_property
    def allowed(self) -> str:
        if self.longest is None:
            length = f"of {self.shortest} characters or more" if self.shortest else ""
        else:
            length = f"of {self.shortest} to {self.longest:,} characters"
        text = f"a text {length}".strip()
        return f"{text}: {self.characters.name}" if self.characters else text

    def admits(self, value: Json) -> bool:
        if value is None or isinstance(value, (dict, list, tuple)):
            return False
        text = value if isinstance(value, str) else str(value)
        if len(text) < self.shortest or (self.longest is not None and len(text) > self.longest):
            return False
        return self.characters is None or self.characters.admit(text)


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

    @property
    def allowed(self) -> str:
        if self.most is None:
            return f"a list of {self.fewest} or more" if self.fewest else "a list"
        return f"a list of {self.fewest} to {self.most}"

    def admits(self, value: Json) -> bool:
        return is_list(value) and self.fewest <= len(value) and (self.most is None or len(value) <= self.most)


@dataclass(frozen=True)
class Map:
    """An object with keys of the user's, all values texts."""

    keys: Characters

    @property
    def allowed(self) -> str:
        return f"an object whose keys are {self.keys.name} and whose values are texts"

    def admits(self, value: Json) -> bool:
        if not isinstance(value, dict):
            return False
        return all(isinstance(key, str) and self.keys.admit(key) for key in value) and all(
            isinstance(item, (str, int, float, dict)) for item in value.values()
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
