"""The properties of a resource before and after → what is otherwise, each with what it does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from constructs_lib.lifecycle import mutability
from constructs_lib.lifecycle.change import Change, same_row
from constructs_lib.lifecycle.conditions import lost
from constructs_lib.lifecycle.effect import Row, Seen
from constructs_lib.lifecycle.meaning import key_of, means_the_same
from constructs_lib.lifecycle.schemas import KEYS
from constructs_lib.resources.model import Resource, properties, target
from constructs_lib.resources.values import Json, Path, is_list, is_unknown

SECRETS = frozenset(("client_secret", "private_key", "ClientSecret"))
"""What is never shown, wherever it stands."""

_SECRET = "(secret)"
_MAY = "may change, which only the deploy tells; if it does: "


def changes_of(name: str, before: Resource, after: Resource, names: frozenset[str]) -> Iterator[Change]:
    """Tell what is otherwise in the properties of a resource.

    Args:
        name: Its logical id.
        before: What it was.
        after: What it shall be, of the same type.
        names: All resources: a reference to another one of them is another value for sure.
    """
    was, now = properties(before), properties(after)
    for change in _members(_Node(after["Type"], "", "", (), was, now, was, now, names)):
        yield replace(change, resource=name)


@dataclass(frozen=True)
class _Node:
    """A property of both resources, on the way down."""

    type: str
    name: str
    """The property in the words of the tables, with ``[]`` for elements."""

    words: str
    path: Path
    before: Json
    after: Json
    old: Mapping[str, Json]
    new: Mapping[str, Json]
    names: frozenset[str]
    """The resources of both sides: a reference to another one of them is another value for sure."""

    def inside(self, key: str) -> "_Node":
        """Go on to a member of an object."""
        name = f"{self.name}.{key}" if self.name else key
        return replace(
            self,
            name=name,
            words=f"{self.words}.{key}" if self.words else key,
            path=(*self.path, key),
            before=_member(self.before, key),
            after=_member(self.after, key),
        )

    @property
    def seen(self) -> Seen:
        """Give what the rows of the tables see, with AWS's defaults."""
        default = mutability.DEFAULTS.get(self.type, {}).get(self.name)
        before, after = (default if _is_empty(value) else value for value in (self.before, self.after))
        return Seen(before, after, self.old, self.new)


def _members(node: _Node) -> Iterator[Change]:
    for key in dict.fromkeys([*_keys(node.before), *_keys(node.after)]):
        if _member(node.before, key) != _member(node.after, key):  # most are not
            yield from _changes(node.inside(key))


def _changes(node: _Node) -> Iterator[Change]:
    """Walk down to what is otherwise."""
    if node.before == node.after or (_is_empty(node.before) and _is_empty(node.after)):
        return
    seen = node.seen
    if (is_unknown(node.before) or is_unknown(node.after)) and not _names_another(node):
        yield _same(node) if means_the_same(node.before, node.after) else _may_change(node)
    elif _is_object(node) and not _names_another(node):
        whole = mutability.whole_change_of(node.type, node.name, seen)
        yield from _members(node) if whole is None else [_change(node, whole)]
    elif means_the_same(seen.before, seen.after):
        yield _same(node)
    elif (keys := KEYS.get(node.type, {}).get(node.name)) and _is_list_of_objects(node):
        yield from _elements(node, keys)
    elif _lists_unknown(node):
        yield _may_change(node)
    else:
        yield _change(node, mutability.change_of(node.type, node.name, seen))


def _same(node: _Node) -> Change:
    return _change(node, same_row(node.name))


def _may_change(node: _Node) -> Change:
    """Tell the worst that may come of a value that becomes known only at deploy."""
    row = mutability.worst_of(node.type, node.name)
    return replace(_change(node, row), says=_MAY + mutability.in_words(row, node.seen))


def _elements(node: _Node, keys: tuple[str, ...]) -> Iterator[Change]:
    """Compare the elements of a list by what they are called."""
    before, after = (_by_name(value, keys) for value in (node.before, node.after))
    for name in dict.fromkeys([*before, *after]):
        (_, was), (index, now) = before.get(name, (None, None)), after.get(name, (None, None))
        yield from _element(
            replace(
                node,
                name=f"{node.name}[]",
                words=f"{node.words}[{name}]",
                path=node.path if index is None else (*node.path, index),
                before=was,
                after=now,
            )
        )


def _element(node: _Node) -> Iterator[Change]:
    if node.before == node.after:
        return
    before, after = _with_defaults(node, node.before), _with_defaults(node, node.after)
    if means_the_same(before, after):
        yield _same(node)
    elif _holds_unknown(before) or _holds_unknown(after):
        yield _may_change(node)
    else:
        yield _change(node, mutability.change_of(node.type, node.name, node.seen))


def _with_defaults(node: _Node, element: Json) -> Json:
    """Say in an element what AWS takes where nothing is said."""
    begin = f"{node.name}."
    defaults = {
        name.removeprefix(begin): default
        for name, default in mutability.DEFAULTS.get(node.type, {}).items()
        if name.startswith(begin)
    }
    return {**defaults, **element} if isinstance(element, dict) else element


def _by_name(value: Json, keys: tuple[str, ...]) -> dict[str, tuple[int, Json]]:
    """Give the elements by name; a name that is there twice is marked."""
    found: dict[str, tuple[int, Json]] = {}
    for index, item in enumerate(value if is_list(value) else ()):
        name = " ".join(_text(item.get(key)) for key in keys if item.get(key) is not None)
        while name in found:
            name += "'"
        found[name] = index, item
    return found


def _text(value: Json) -> str:
    return value if isinstance(value, str) else key_of(value)


def _change(node: _Node, row: Row) -> Change:
    return Change(
        effect=row.effect,
        resource="",
        type=node.type,
        words=node.words,
        path=node.path,
        before=_shown(node.before, node.path),
        after=_shown(node.after, node.path),
        says=mutability.in_words(row, node.seen),
        source=row.source,
    )


def _shown(value: Json, path: Path) -> Json:
    """Give a value without secrets."""
    if value is not None and not is_unknown(value) and path and path[-1] in SECRETS:
        return _SECRET
    if isinstance(value, dict):
        return {key: _shown(item, (*path, key)) for key, item in value.items()}
    return [_shown(item, path) for item in value] if is_list(value) else value


def _member(value: Json, key: str) -> Json:
    return value.get(key) if isinstance(value, dict) else None


def _keys(value: Json) -> Iterator[str]:
    return iter(value if isinstance(value, dict) else ())


def _is_empty(value: Json) -> bool:
    return value is None or (isinstance(value, (dict, list, tuple)) and not value)


def _is_object(node: _Node) -> bool:
    values = (node.before, node.after)
    return any(isinstance(value, dict) for value in values) and all(
        value is None or isinstance(value, dict) for value in values
    )


def _is_list_of_objects(node: _Node) -> bool:
    return all(
        value is None or (is_list(value) and all(isinstance(item, dict) and not is_unknown(item) for item in value))
        for value in (node.before, node.after)
    )


def _names_another(node: _Node) -> bool:
    """Tell whether the property names another resource than before."""
    before, after = target(node.before), target(node.after)
    return before != after and before in node.names and after in node.names


def _lists_unknown(node: _Node) -> bool:
    """Tell whether one of the elements that are otherwise becomes known only at deploy."""
    before, after = (value if is_list(value) else [] for value in (node.before, node.after))
    return any(is_unknown(item) for item in [*lost(before, after), *lost(after, before)])


def _holds_unknown(value: Json) -> bool:
    """Tell whether anything in a value becomes known only at deploy."""
    if is_unknown(value):
        return True
    items = value.values() if isinstance(value, dict) else value if is_list(value) else ()
    return any(map(_holds_unknown, items))
