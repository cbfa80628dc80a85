"""Resources to be judged by everybody: every limit at its edges, and every rule's case."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules import Deployment
from constructs_lib.rules.catalogue import all_limits
from constructs_lib.rules.limits.kinds import Flag, Kind, Text, Whole, Words
from constructs_lib.rules.limits.table import Limit
from tests.rules.edges import inside, outside
from tests.rules.placing import placed
from tests.rules.test_cases import CASES

_SPELT = re.compile("-?[0-9]+|true|FALSE")
_SHOWN, _LONGEST = 60, 30_000
"""How many characters of a value a name shows, and how many a resource may have: engines read every one."""


class Example(NamedTuple):
    """Resources that are judged together."""

    name: str
    resources: Resources
    where: Deployment = Deployment()
    breaks: Limit | None = None
    """The limit that a value in it is just outside of."""


def cases() -> Iterator[Example]:
    """Walk the cases of all rules but those about keys, which settings have and templates have not."""
    for case in CASES:
        if not case.rule.endswith((".key-unknown", ".key-characters")):
            yield Example(f"{case.rule}, failing", case.fails, case.where)
            yield Example(f"{case.rule}, passing", case.passes, case.where)


def edges() -> Iterator[Example]:
    """Walk a resource of Cognito's for each value that is just inside of a limit or just outside of it."""
    for table in all_limits():
        for limit in table.rows if "::Cognito::" in table.resource else ():
            for value in _of_a_kind(limit.kind, inside(limit.kind)):
                yield from _edge(table.resource, limit, value, "inside")
            for value in _of_a_kind(limit.kind, outside(limit.kind)):
                yield from (edge._replace(breaks=limit) for edge in _edge(table.resource, limit, value, "outside"))


def _of_a_kind(kind: Kind, values: Iterator[Json]) -> list[Json]:
    """Leave out other types, other spellings, and all words but the first and the last: engines take their time."""
    found = [value for value in values if not _is_of_another_type(kind, value)]
    return found[:: len(found) - 1] if isinstance(kind, Words) and len(found) > 1 else found


def _is_of_another_type(kind: Kind, value: Json) -> bool:
    if isinstance(kind, (Flag, Whole)) and (isinstance(value, float) or _SPELT.fullmatch(str(value))):
        return not isinstance(value, int)
    return isinstance(kind, (Flag, Text, Whole, Words)) and (isinstance(value, dict) or is_list(value))


def _edge(resource: str, limit: Limit, value: Json, side: str) -> Iterator[Example]:
    properties = placed(resource, limit.path, value)
    if len(json.dumps(properties)) <= _LONGEST:
        shown = repr(value)
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}… of {len(shown)}"
        yield Example(f"{limit.id}, {side}: {shown}", {"It": {"Type": resource, "Properties": properties}})
