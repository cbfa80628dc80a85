"""What the change of a property does: our own tables first, then what CloudFormation's schemas say."""

from collections.abc import Iterator, Mapping
from functools import cache

from constructs_lib.lifecycle.conditions import lost
from constructs_lib.lifecycle.effect import Effect, Row, Seen
from constructs_lib.lifecycle.schemas import CREATE_ONLY
from constructs_lib.lifecycle.tables import app_client, around, identity_pool, user_pool
from constructs_lib.lifecycle.tables.sources import UPDATES
from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT
from constructs_lib.resources.values import Json

ROWS: Mapping[str, list[Row]] = {
    USER_POOL: user_pool.ROWS,
    USER_POOL_CLIENT: app_client.ROWS,
    **around.ROWS,
    **identity_pool.ROWS,
}
"""What our own tables say, by the resource's type."""

DEFAULTS: Mapping[str, Mapping[str, Json]] = {
    USER_POOL: user_pool.DEFAULTS,
    USER_POOL_CLIENT: app_client.DEFAULTS,
    **around.DEFAULTS,
    **identity_pool.DEFAULTS,
}
"""What AWS takes where nothing is said, by the resource's type and the property."""

BY_SCHEMA = UPDATES
"""The source of what our tables say nothing of."""

_REPLACED = Row("*", Effect.REPLACED, "the resource is made anew, then the old one is deleted", BY_SCHEMA)
_IN_PLACE = Row("*", Effect.IN_PLACE, "is changed in place: users, tokens and sessions stay", BY_SCHEMA)


def change_of(type_name: str, path: str, seen: Seen) -> Row:
    """Tell what the change of a property, or of an element ``[]`` of a list, does."""
    found = next((row for row in _rows_at(type_name, path) if row.when(seen)), None)
    return found or _by_schema(type_name, path)


def whole_change_of(type_name: str, path: str, seen: Seen) -> Row | None:
    """Tell what the change of an object does as one, if it does something as one."""
    return next((row for row in _exact(type_name).get(path, ()) if row.when(seen)), None)


def worst_of(type_name: str, path: str) -> Row:
    """Tell the worst that a change of a property, or of anything in it, can do."""
    inside = [row for row in ROWS.get(type_name, ()) if row.path.startswith((f"{path}.", f"{path}["))]
    return min([*_rows_at(type_name, path), *inside, _by_schema(type_name, path)], key=lambda row: row.effect)


def in_words(row: Row, seen: Seen) -> str:
    """Say what a change does."""
    if "{lost}" not in row.says:
        return row.says
    return row.says.replace("{lost}", " and ".join(map(str, lost(seen.before, seen.after))) or "some of it")


def _by_schema(type_name: str, path: str) -> Row:
    top = path.partition(".")[0].partition("[")[0]
    return _REPLACED if top in CREATE_ONLY.get(type_name, ()) else _IN_PLACE


def _rows_at(type_name: str, path: str) -> Iterator[Row]:
    """Walk the rows of a property, then those of all that is inside an object around it."""
    yield from _exact(type_name).get(path, ())
    steps = path.split(".")
    for length in range(len(steps), 0, -1):
        yield from _exact(type_name).get(".".join([*steps[:length], "*"]), ())


@cache
def _exact(type_name: str) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in ROWS.get(type_name, ()):
        found.setdefault(row.path, []).append(row)
    return found
