"""What was found, as text for people, as JSON for programs, and as annotations of GitHub's."""

from collections.abc import Callable
from dataclasses import asdict, replace

from constructs_lib.cli.printing import command, count, escaped, lines, plain
from constructs_lib.cli.told import Checked, Told, Unused
from constructs_lib.resources.values import Json


def as_text(checked: Checked) -> str:
    """Tell the findings in the order of their places, and a summary."""
    told = [f"{_place(one)}: {one.finding.severity}: {_finding(one)}" for one in checked.findings]
    told += [f"{_place(one)}: warning: {_unused(one)}" for one in checked.unused]
    return "\n".join([*told, *map(plain, checked.unreadable), summary(checked)])


def summary(checked: Checked) -> str:
    """Count what was found."""
    counts = [count(checked.errors, "error"), count(checked.warnings, "warning")]
    if checked.acknowledged:
        counts.append(f"{len(checked.acknowledged)} acknowledged")
    if checked.unreadable:
        counts.append(f"{len(checked.unreadable)} unreadable")
    return f"{', '.join(counts)} in {count(checked.files, 'file')}"


def as_json(checked: Checked) -> str:
    """Give everything as one object, one finding a line."""
    lists = {
        "findings": map(_json, checked.findings),
        "acknowledged": ({**_json(one), "reason": one.reason} for one in checked.acknowledged),
        "unused_acknowledgements": map(asdict, checked.unused),
        "unreadable": checked.unreadable,
    }
    counts = {"files": checked.files, "errors": checked.errors, "warnings": checked.warnings}
    members = [f'"{name}": [{lines(items)}]' for name, items in lists.items()]
    members += [f'"{name}": {number}' for name, number in counts.items()]
    return "{" + ",\n".join(members) + "}"


def as_github(checked: Checked) -> str:
    """Give workflow commands, which GitHub shows beside the lines of a pull request.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    told = [command(one.finding.severity, one, one.finding.rule, _finding(one)) for one in checked.findings]
    told += [command("warning", one, one.rule, _unused(one)) for one in checked.unused]
    told += [f"::error::{escaped(sentence)}" for sentence in checked.unreadable]
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
    return f"{plain(one.file)}:{one.line}:{one.column}"


def _finding(told: Told) -> str:
    found = told.finding
    path, problem, allowed, fix = map(plain, (found.path, found.problem, found.allowed, found.fix))
    return str(replace(found, path=path, problem=problem, allowed=allowed, fix=fix))


def _unused(one: Unused) -> str:
    return f"{one.rule} is acknowledged, but not found"
