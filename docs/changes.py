"""The table of changes: what the change of a property does, and who says so."""

from constructs_lib.lifecycle.effect import Row
from constructs_lib.lifecycle.mutability import ROWS
from constructs_lib.lifecycle.tables.whole import REMOVED

_HEAD = """\
# Changes

What a change of a property does to users, tokens, passkeys, second factors and sessions, as `userpool diff` tells it.
Of several rows for a property the first that holds decides: `{lost}` stands for what a list has lost, `[]` for an
element of a list, `*` for all that is inside. What is not here follows CloudFormation's schemas.
"""


def changes() -> str:
    """Tell what our tables say, by resource type."""
    return _HEAD + "".join(_table(type_name) for type_name in sorted(REMOVED))


def _table(type_name: str) -> str:
    rows = [_row("*removed*", REMOVED[type_name]), *(_row(f"`{row.path}`", row) for row in ROWS.get(type_name, ()))]
    return (
        f"\n## {type_name}\n\n| property | effect | what happens | source |\n|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n"
    )


def _row(name: str, row: Row) -> str:
    return f"| {name} | {row.effect} | {row.says} | [source]({row.source}) |"
