"""Texts for terminals, programs and GitHub, such that no name in a file steers any of them."""

import json
from collections.abc import Iterable
from typing import Protocol

from constructs_lib.resources.values import Json

_CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160), 0x2028, 0x2029)}
"""What would steer the terminal, or begin a line of its own: names in a file are anybody's."""


class Placed(Protocol):
    """What stands somewhere in a file."""

    @property
    def file(self) -> str:
        """The file."""

    @property
    def line(self) -> int:
        """The line, from 1."""

    @property
    def column(self) -> int:
        """The column, from 1."""


def plain(text: str) -> str:
    """Write what would steer the terminal as what it is."""
    return text.translate(_CONTROL)


def count(number: int, noun: str) -> str:
    """Say how many there are."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def lines(items: Iterable[Json]) -> str:
    """Write the elements of a list, one a line."""
    return ",".join(f"\n{json.dumps(item)}" for item in items)


def command(severity: str, one: Placed, title: str, text: str) -> str:
    """Write a workflow command, which GitHub shows beside the line."""
    said = {"file": one.file, "line": one.line, "col": one.column, "title": title}
    properties = ",".join(f"{name}={escaped(str(value), ':,')}" for name, value in said.items())
    return f"::{severity} {properties}::{escaped(text)}"


def escaped(text: str, more: str = "") -> str:
    """Escape as GitHub's own toolkit does, so that no text becomes a command."""
    return "".join(f"%{ord(sign):02X}" if sign in "%\r\n" + more else sign for sign in text)
