"""The form of a limit, and how a resource's properties are held against a table of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from constructs_lib.resources.values import Json, Path, is_list, is_unknown
from constructs_lib.rules.finding import Severity
from constructs_lib.rules.limits.kinds import Kind
from constructs_lib.rules.registry import Evidence


@dataclass(frozen=True)
class Limit:
    """What one property may be.

    The path is CloudFormation's, ``[]`` after a list standing for its elements and ``{}`` after an object with keys of
    the user's for its values; an empty one is the resource itself.
    """

    id: str
    path: str
    kind: Kind
    fix: str
    source: str
    evidence: Evidence = "API model"
    severity: Severity = "error"


@dataclass
class _Node:
    """The limits of one property and of what is nested in it."""

    limits: list[Limit] = field(default_factory=list)
    inside: "dict[str, _Node]" = field(default_factory=dict)
    elements: "_Node | None" = None
    values: "_Node | None" = None


class Limits:
    """The limits of a resource type, as a tree that follows the properties."""

    def __init__(self, resource: str, limits: Iterable[Limit]) -> None:
        self.resource, self.rows = resource, tuple(limits)
        self._root = _Node()
        for limit in self.rows:
            self._place(limit)

    def _place(self, limit: Limit) -> None:
        node = self._root
        for step in limit.path.split(".") if limit.path else ():
            node = node.inside.setdefault(step.rstrip("[]{}"), _Node())
            if step.endswith("[]"):
                node.elements = node.elements or _Node()
                node = node.elements
            elif step.endswith("{}"):
                node.values = node.values or _Node()
                node = node.values
        node.limits.append(limit)

    def kinds_at(self, path: Path) -> tuple[Kind, ...]:
        """Give the kinds of value that may stand at a place; indexes are numbers."""
        node: _Node | None = self._root
        for step in path:
            if node is not None:
                node = node.elements if isinstance(step, int) else node.inside.get(step, node.values)
        return tuple(limit.kind for limit in node.limits) if node is not None else ()

    def held_against(self, properties: Json) -> "Held":
        """Look at each of a resource's properties."""
        held = Held()
        _look(self._root, properties, (), held)
        return held


@dataclass(frozen=True)
class Held:
    """What was seen of a resource's properties."""

    broken: list[tuple[Limit, Path, Json]] = field(default_factory=list)
    """Those that break a limit: which, where, and the value there."""

    unknown: list[tuple[Path, tuple[str, ...]]] = field(default_factory=list)
    """Those that no row is about, each with those that may stand in its place."""


def _look(node: _Node, value: Json, path: Path, held: Held) -> None:
    if value is None or is_unknown(value):
        return
    for limit in node.limits:
        if not limit.kind.admits(value):
            held.broken.append((limit, path, value))
    if node.elements is not None and is_list(value):
        for index, item in enumerate(value):
            _look(node.elements, item, (*path, index), held)
    if (node.inside or node.values) and isinstance(value, dict):
        for name, inner in value.items():
            within = node.inside.get(name, node.values)
            if within is not None:
                _look(within, inner, (*path, name), held)
            elif isinstance(name, str) and inner is not None:
                held.unknown.append(((*path, name), tuple(node.inside)))
