"""Python expressions as text, laid out as `ruff format` leaves them, so that adopted code looks like any other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH = 120
_INDENT = 4


@dataclass(frozen=True)
class Call:
    """A call, or any other name with brackets behind it."""

    name: str
    arguments: "Sequence[tuple[str | None, Code]]"
    """The arguments and their names, none for those that are told by their place."""


@dataclass(frozen=True)
class Name:
    """A name, or whatever else is written as it is."""

    text: str


Code = Any
"""A call, a name, a plain value, or a list or dict of those."""


def laid_out(code: Code, before: str = "", indent: int = 0, after: int = 0) -> str:
    """Write an expression behind a text on the same line, in as few lines as fit.

    Args:
        code: The expression.
        before: What stands before it on its line.
        indent: By how much the line is indented; the text before it is not.
        after: How much room what follows on the last line needs.
    """
    flat = before + _flat(code)
    if indent + len(flat) + after <= WIDTH or not _items(code):
        return flat
    opening, items, closing = _parts(code)
    inner = " " * (indent + _INDENT)
    joined = ", ".join(start + _flat(item) for start, item in items)
    if isinstance(code, Call) and len(inner) + len(joined) <= WIDTH:
        lines = [joined]
    else:
        comma = "," if len(items) > 1 else ""
        lines = [laid_out(item, start, len(inner), len(comma)) + comma for start, item in items]
    return "\n".join([before + opening, *(inner + line for line in lines), " " * indent + closing])


def _flat(code: Code) -> str:
    if not _items(code):
        return _leaf(code)
    opening, items, closing = _parts(code)
    return opening + ", ".join(start + _flat(item) for start, item in items) + closing


def _items(code: Code) -> bool:
    return bool(code.arguments if isinstance(code, Call) else isinstance(code, (dict, list)) and code)


def _parts(code: Code) -> tuple[str, list[tuple[str, Code]], str]:
    """Take an expression with brackets apart: what stands before each item, and the item."""
    if isinstance(code, Call):
        return f"{code.name}(", [(f"{name}=" if name else "", item) for name, item in code.arguments], ")"
    if isinstance(code, dict):
        return "{", [(f"{_leaf(key)}: ", item) for key, item in code.items()], "}"
    return "[", [("", item) for item in code], "]"


def _leaf(code: Code) -> str:
    if isinstance(code, Call):
        return f"{code.name}()"
    if isinstance(code, Name):
        return code.text
    if isinstance(code, str):
        return quoted(code)
    return repr(code).replace("e+", "e") if isinstance(code, float) else repr(code)


def quoted(text: str) -> str:
    """Write a text in double quotes, in single ones where that needs fewer escapes."""
    if text.count('"') > text.count("'"):
        return f"'{_escaped(text, chr(39))}'"
    return f'"{_escaped(text, chr(34))}"'


def _escaped(text: str, quote: str) -> str:
    return f"\\{quote}".join(repr(piece)[1:-1] for piece in text.split(quote))


def in_docstring(text: str) -> str:
    """Show a text in a docstring, which nothing in it may end."""
    return repr(text)[1:-1].replace("\\", "/").replace('"', "'")
