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

MAX_DIGITS = 1_000
"""Longer numbers take Python quadratic time."""

TOO_LARGE = f"is larger than {MAX_BYTES // 1_000_000} MB; CloudFormation takes templates of up to 1 MB"
TOO_DEEP = f"is nested more than {MAX_DEPTH} levels deep"
TOO_MANY = f"holds more than {MAX_VALUES:,} values once its aliases are expanded"

_LONGEST_SHOWN = 40


def shown(text: str) -> str:
    """Quote a piece of a document in one line, shortened where it is long."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "...")


class NumberError(UnreadableError):
    """A number that cannot be read, and how it is written."""

    def __init__(self, literal: str, why: str) -> None:
        super().__init__(f"the number {shown(literal)} {why}")
        self.literal = literal


def whole(literal: str, base: int = 10) -> int:
    """Read a whole number that does not take for ever to read."""
    if len(literal) > MAX_DIGITS:
        raise NumberError(literal, f"has more than {MAX_DIGITS:,} digits")
    return int(literal, base)


def finite(literal: str) -> float:
    """Read a number that a double can hold."""
    if len(literal) > MAX_DIGITS:
        raise NumberError(literal, f"has more than {MAX_DIGITS:,} digits")
    value = float(literal)
    if not isfinite(value):
        raise NumberError(literal, "is none that JSON can hold")
    return value
