"""How much a document may hold, so that whoever walks through it is never overrun, and how what is refused is told."""

from math import isfinite

from constructs_lib.readers.source import UnreadableError

MAX_BYTES = 10_000_000
"""Ten times the largest template that CloudFormation takes; manifests of large cloud assemblies stay below it.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
"""

MAX_DEPTH = 100
"""Templates nest some ten levels deep; Python's own recursion ends at about a thousand calls."""

MAX_VALUES = 250_000
"""Values of a YAML document with its aliases expanded: where cfn-lint stops, five times the largest template.

https://github.com/aws-cloudformation/cfn-lint/pull/4670
"""

MAX_VALUES_OF_JSON = 1_000_000
"""JSON has no aliases, and manifests hold more values than templates do."""

MAX_DIGITS = 1_000
"""Longer numbers take Python quadratic time."""

MAX_TAG_DIRECTIVES = 1_000
"""libyaml compares each ``%TAG`` with all before it."""

TOO_LARGE = f"is larger than {MAX_BYTES // 1_000_000} MB; CloudFormation takes templates of up to 1 MB"
TOO_DEEP = f"is nested more than {MAX_DEPTH} levels deep"
TOO_MANY = f"holds more than {MAX_VALUES:,} values once its aliases are expanded"
TOO_MANY_IN_JSON = f"holds more than {MAX_VALUES_OF_JSON:,} values"
NO_MEMORY = "needs more memory than there is"
NOT_FINITE = "is none that JSON can hold"

LineAndColumn = tuple[int, int]
"""A place in a text, both counted from 1."""

_LONGEST_SHOWN = 40


def shown(text: str) -> str:
    """Quote a piece of a document in one line, shortened where it is long."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "...")


def at(place: LineAndColumn) -> str:
    """Say where something is."""
    return f"in line {place[0]}, column {place[1]}"


def told_twice(key: str, first: LineAndColumn, again: LineAndColumn) -> str:
    """Say that an object has a key twice."""
    return f"the key {shown(key)} is there twice, {at(first)} and {at(again)}"


class NumberError(UnreadableError):
    """A number that cannot be read, and how it is written."""

    def __init__(self, literal: str, why: str) -> None:
        super().__init__(f"the number {shown(literal)} {why}")
        self.literal = literal


def short(literal: str) -> str:
    """Give a number as it is written, where it does not take for ever to read."""
    if len(literal) > MAX_DIGITS:
        raise NumberError(literal, f"has more than {MAX_DIGITS:,} digits")
    return literal


def whole(literal: str, base: int = 10) -> int:
    """Read a whole number."""
    return int(short(literal), base)


def finite(literal: str) -> float:
    """Read a number that a double can hold."""
    value = float(short(literal))
    if not isfinite(value):
        raise NumberError(literal, NOT_FINITE)
    return value
