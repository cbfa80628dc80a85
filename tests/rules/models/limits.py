"""The facts of our own limits."""

from typing import Any

from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.limits.kinds import Flag, Kind, List, Map, Record, Text, Whole, Words
from tests.rules.models.facts import AllFacts, Facts


def limit_facts(resource: str) -> AllFacts:
    """Give what our rows say of a resource type; where two speak of one property, the error counts."""
    table = limits_of(resource)
    assert table is not None
    kinds: dict[str, Kind] = {}
    for limit in sorted(table.rows, key=lambda limit: limit.severity):  # errors first
        kinds.setdefault(limit.path, limit.kind)
        if isinstance(limit.kind, Map):
            kinds.setdefault(f"{limit.path}{{key}}", limit.kind.keys)
            if limit.kind.values is not None:
                kinds.setdefault(f"{limit.path}{{}}", limit.kind.values)
    return {path: _facts(kind) for path, kind in kinds.items()}


def _facts(kind: Kind) -> Facts:
    return {fact: value for fact, value in _said(kind).items() if value is not None}


def _said(kind: Kind) -> Facts:
    match kind:
        case Flag():
            return {"type": "boolean"}
        case Words(words):
            return {"type": "words", "words": sorted(words)}
        case Whole(smallest, largest):
            return {"type": "integer", "smallest": smallest, "largest": largest}
        case List(fewest, most, unique):
            return {"type": "array", "fewest": fewest or None, "most": most, "unique": unique or None}
        case Record(required):
            return {"type": "object", "required": sorted(required) or None}
        case Map():
            return {"type": "object", "fewest": kind.fewest or None, "most": kind.most}
        case Text(shortest, longest):
            return {"type": "string", "shortest": shortest or None, "longest": longest, "pattern": _pattern(kind)}
    raise AssertionError(kind)


def _pattern(kind: Text) -> Any:
    said = kind.characters is not None or kind.holding
    return Text(characters=kind.characters, holding=kind.holding).admits if said else None
