"""Which rules have nothing to say of a resource that lacks a few properties: most rules, of most resources.

A rule is a function of what it reads. Whatever it says where the properties that it reads are absent, it says wherever
they are absent; so it is tried once on an empty resource, and if it says nothing and has read nothing but properties,
it need not be asked again of a resource without those.
"""

from functools import cache, lru_cache
from typing import Any

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json
from constructs_lib.rules.catalogue import rules_of
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.registry import Rule
from constructs_lib.rules.view import DoesNotApply, View


class _LooksElsewhereError(Exception):
    """The rule reads more than properties."""


_PROPERTIES_ALONE = {
    *("get", "has", "surely_has", "known", "text", "number", "flag", "texts", "each_text", "objects", "all_objects"),
    *("twin", "neighbour"),
    *("_known", "_texts", "_objects", "path", "_read", "__class__"),
}


class _Empty(View):
    """A resource without properties, which notes what is read of it."""

    def __init__(self, type_name: str) -> None:
        super().__init__("", {"Type": type_name}, Neighbours({}, Deployment()))
        self._read: set[str] = set()

    def __getattribute__(self, name: str) -> Any:
        made = "_read" in object.__getattribute__(self, "__dict__")
        if made and name not in _PROPERTIES_ALONE:
            raise _LooksElsewhereError(name)
        return object.__getattribute__(self, name)

    def get(self, path: str) -> Json:
        self._read.add(path.partition(".")[0])
        return None

    def neighbour(self, path: str) -> None:
        """Note that a property was read, which refers to nothing where it is absent."""
        self.get(path)


@lru_cache(maxsize=1024)
def rules_for(resource: str, said: tuple[str, ...]) -> tuple[Rule, ...]:
    """Give the rules that may have something to say of a resource with some properties."""
    return tuple(rule for rule, needed in _needs(resource) if needed is None or not needed.isdisjoint(said))


@cache
def _needs(resource: str) -> tuple[tuple[Rule, frozenset[str] | None], ...]:
    return tuple((rule, silent_without(rule)) for rule in rules_of(resource))


def silent_without(rule: Rule) -> frozenset[str] | None:
    """Name the properties of which one at least must be there for a rule to say anything; ``None`` if nobody knows."""
    view = _Empty(rule.resource)
    try:
        if next(iter(rule.check(view)), None) is not None:
            return None
    except DoesNotApply:
        pass
    except _LooksElsewhereError:
        return None
    return frozenset(view._read)
