"""The form of a limit, and how a resource's properties are held against a table of them."""

from collections.abc import Iterable, Iterator
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

    def broken(self, properties: Json) -> list[tuple[Limit, Path, Json]]:
        """Give the properties that break a limit: which, where, and the value there."""
        found: list[tuple[Limit, Path, Json]] = []
        _judge(self._root, properties, (), found)
        return found

    def unknown(self, properties: Json) -> Iterator[tuple[Path, tuple[str, ...]]]:
        """Walk the properties that no row is about, each with those that may stand in its place."""
        return _unknown(self._root, properties, ())


def _unknown(node: _Node, value: Json, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    if is_unknown(value):
        return
    if node.elements is not None and is_list(value):
        for index, item in enumerate(value):
            yield from _unknown(node.elements, item, (*path, index))
    for name, inner in value.items() if isinstance(value, dict) and (node.inside or node.values) else ():
        within = node.inside.get(name, node.values)
        if within is not None:
            yield from _unknown(within, inner, (*path, name))
        elif isinstance(name, str) and inner is not None:
            yield (*path, name), tuple(node.inside)


def _judge(node: _Node, value: Json, path: Path, found: list[tuple[Limit, Path, Json]]) -> None:
    if value is None or is_unknown(value):
        return
    for limit in node.limits:
        if not limit.kind.admits(value):
            found.append((limit, path, value))
    if node.elements is not None and is_list(value):
        for index, item in enumerate(value):
            _judge(node.elements, item, (*path, index), found)
    if (node.inside or node.values) and isinstance(value, dict):
        for name, inner in value.items():
            within = node.inside.get(name, node.values)
            if within is not None:
                _judge(within, inner, (*path, name), found)
