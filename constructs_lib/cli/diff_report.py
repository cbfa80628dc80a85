"""Changes as text for people, as JSON for programs, and as annotations of GitHub's."""

import json
from collections.abc import Callable

from constructs_lib.cli.diff import Changes, ToldChange
from constructs_lib.cli.printing import command, count, lines, plain
from constructs_lib.lifecycle.effect import Effect
from constructs_lib.resources.values import Json

_LONGEST = 80
_SEVERITIES = {Effect.REFUSED: "error", Effect.LOSES: "error", Effect.REPLACED: "warning", Effect.IN_PLACE: "notice"}


def as_text(changes: Changes) -> str:
    """Tell the changes in the order of harm, and how many there are of each kind."""
    told = [f"{plain(one.file)}:{one.line}:{one.column}: {one.change.effect}: {_change(one)}" for one in changes.told]
    return "\n".join([*told, summary(changes)])


def summary(changes: Changes) -> str:
    """Count the changes by what they do."""
    counts = [f"{changes.count(effect)} {effect}" for effect in Effect if changes.count(effect)]
    return f"{', '.join(counts) or 'no changes'} in {count(changes.files, 'file')}"


def as_json(changes: Changes) -> str:
    """Give everything as one object, one change a line."""
    members = [f'"changes": [{lines(map(_json, changes.told))}]', f'"files": {changes.files}']
    members += [f'"{effect.name.lower()}": {changes.count(effect)}' for effect in Effect]
    return "{" + ",\n".join(members) + "}"


def as_github(changes: Changes) -> str:
    """Give workflow commands, which GitHub shows beside the lines of a pull request; of what changes nothing, none."""
    told = [
        command(_SEVERITIES[one.change.effect], one, str(one.change.effect), _change(one))
        for one in changes.told
        if one.change.effect in _SEVERITIES
    ]
    return "\n".join([*told, summary(changes)])


FORMATS: dict[str, Callable[[Changes], str]] = {"text": as_text, "json": as_json, "github": as_github}


def _change(one: ToldChange) -> str:
    change = one.change
    said = [f"{one.path}: {_what(one)}", change.says, change.source]
    return "\n   ".join(map(plain, said))


def _what(one: ToldChange) -> str:
    change = one.change
    if change.words:
        return f"{_value(change.before)} → {_value(change.after)}"
    if change.before is None or change.after is None:
        return "only in NEW" if change.before is None else "only in OLD"
    return f"was {change.before}"


def _value(value: Json) -> str:
    if value is None:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _json(one: ToldChange) -> dict[str, Json]:
    change = one.change
    return {
        "effect": str(change.effect),
        "file": one.file,
        "line": one.line,
        "column": one.column,
        "resource": change.resource,
        "path": one.path,
        "before": change.before,
        "after": change.after,
        "says": change.says,
        "source": change.source,
    }
