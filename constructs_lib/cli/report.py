"""What was found, as text for people, as JSON for programs, and as annotations of GitHub's."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace

from constructs_lib.cli.told import Checked, Told, Unused
from constructs_lib.resources.values import Json

_CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160), 0x2028, 0x2029)}
"""What would steer the terminal, or begin a line of its own: names in a file are anybody's."""


def as_text(checked: Checked) -> str:
    """Tell the findings in the order of their places, and a summary."""
    told = [f"{_place(one)}: {one.finding.severity}: {_finding(one)}" for one in checked.findings]
    told += [f"{_place(one)}: warning: {_unused(one)}" for one in checked.unused]
    return "\n".join([*told, *map(_plain, checked.unreadable), summary(checked)])


def summary(checked: Checked) -> str:
    """Count what was found."""
    counts = [_count(checked.errors, "error"), _count(checked.warnings, "warning")]
    if checked.acknowledged:
        counts.append(f"{len(checked.acknowledged)} acknowledged")
    if checked.unreadable:
        counts.append(f"{len(checked.unreadable)} unreadable")
    return f"{', '.join(counts)} in {_count(checked.files, 'file')}"


def as_json(checked: Checked) -> str:
    """Give everything as one object, one finding a line."""
    lists = {
        "findings": map(_json, checked.findings),
        "acknowledged": ({**_json(one), "reason": one.reason} for one in checked.acknowledged),
        "unused_acknowledgements": map(asdict, checked.unused),
        "unreadable": checked.unreadable,
    }
    counts = {"files": checked.files, "errors": checked.errors, "warnings": checked.warnings}
    members = [f'"{name}": [{_lines(items)}]' for name, items in lists.items()]
    members += [f'"{name}": {count}' for name, count in counts.items()]
    return "{" + ",\n".join(members) + "}"


def _lines(items: Iterable[Json]) -> str:
    return ",".join(f"\n{json.dumps(item)}" for item in items)


def as_github(checked: Checked) -> str:
    """Give workflow commands, which GitHub shows beside the lines of a pull request.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    told = [_command(one.finding.severity, one, one.finding.rule, _finding(one)) for one in checked.findings]
    told += [_command("warning", one, one.rule, _unused(one)) for one in checked.unused]
    told += [f"::error::{_escaped(sentence)}" for sentence in checked.unreadable]
    return "\n".join([*told, summary(checked)])


FORMATS: dict[str, Callable[[Checked], str]] = {"text": as_text, "json": as_json, "github": as_github}


def _json(told: Told) -> dict[str, Json]:
    finding = told.finding
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "file": told.file,
        "line": told.line,
        "column": told.column,
        "resource": finding.resource,
        "path": finding.path,
        "problem": finding.problem,
        "got": finding.got,
        "allowed": finding.allowed,
        "fix": finding.fix,
        "source": finding.source,
    }


def _place(one: Told | Unused) -> str:
    return f"{_plain(one.file)}:{one.line}:{one.column}"


def _finding(told: Told) -> str:
    found = told.finding
    path, problem, allowed, fix = map(_plain, (found.path, found.problem, found.allowed, found.fix))
    return str(replace(found, path=path, problem=problem, allowed=allowed, fix=fix))


def _unused(one: Unused) -> str:
    return f"{one.rule} is acknowledged, but not found"


def _plain(text: str) -> str:
    return text.translate(_CONTROL)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _command(severity: str, one: Told | Unused, title: str, text: str) -> str:
    said = {"file": one.file, "line": one.line, "col": one.column, "title": title}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in said.items())
    return f"::{severity} {properties}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    """Escape as GitHub's own toolkit does, so that no text becomes a command."""
    return "".join(f"%{ord(sign):02X}" if sign in "%\r\n" + more else sign for sign in text)
