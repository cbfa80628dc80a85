"""Two sets of resources → every change between them, the worst first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from constructs_lib.lifecycle import mutability
from constructs_lib.lifecycle.conditions import has_passkeys, lost
from constructs_lib.lifecycle.effect import Effect, Row, Seen
from constructs_lib.lifecycle.matching import Matched, by_logical_ids, by_names, of_cognito, with_names
from constructs_lib.lifecycle.meaning import key_of, means_the_same
from constructs_lib.lifecycle.schemas import CREATE_ONLY, KEYS
from constructs_lib.lifecycle.tables.whole import (
    ADDED,
    ALONE,
    BESIDE,
    KEEPING,
    KEPT,
    MADE_AGAIN,
    NAME_TAKEN,
    OLD_ONE_STAYS,
    ON_REPLACEMENT,
    PASSKEYS_ELSEWHERE,
    PROTECTED,
    REMOVED,
    RETYPED,
    UNIQUE,
    UNPROTECTED,
)
from constructs_lib.resources.model import USER_POOL, USER_POOL_DOMAIN, Resource, Resources, properties, target
from constructs_lib.resources.values import Json, Path, is_list, is_unknown

SECRETS = frozenset(("client_secret", "private_key", "ClientSecret"))
"""What is never shown, wherever it stands."""

_SECRET = "(secret)"
_SAME = "means the same as before"
_MAY = "may change, which only the deploy tells; if it does: "
_KEEP = ("Retain", "RetainExceptOnCreate")
_ATTRIBUTES = ("DeletionPolicy", "UpdateReplacePolicy")


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that is otherwise, and what that does."""

    effect: Effect

    resource: str
    """Logical id of the resource: that of after, but for what is removed."""

    type: str

    words: str
    """The property as people read it, empty for the whole resource; elements of lists by their names."""

    path: Path
    """The way to it in the properties of the resource, or the name of an attribute beside them."""

    is_removed: bool = False
    """Whether the resource is there before alone, so that this is where it stands."""

    before: Json
    after: Json

    says: str
    """What happens to users, tokens, passkeys, second factors and sessions; to be read after the property."""

    source: str


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


def diff(old: Resources, new: Resources, *, same_ids: bool = True, managed: bool = True) -> list[Change]:
    """Tell every change between two sets of resources, in the order of harm.

    Args:
        old: What is deployed.
        new: What shall be.
        same_ids: Whether logical ids say which resource is which, as between two versions of a template. Else names do,
            as between a template and what AWS describes.
        managed: Whether both are what a stack manages, so that what is left out is deleted; what AWS describes is not.
    """
    old, new = of_cognito(old), of_cognito(new)
    matched = by_logical_ids(old, new) if same_ids else by_names(old, new)
    if not managed:
        old, new = _bare(old), _bare(new)
    found = [
        *_between(old, new, matched),
        *_renamed(old, new, matched),
        *_gone(old, matched, managed=managed),
        *_come(old, new, matched, managed=managed),
    ]
    return sorted(found, key=_in_order)


def _bare(resources: Resources) -> Resources:
    """Leave out what only a stack knows of its resources."""
    return {name: {"Type": one["Type"], "Properties": properties(one)} for name, one in resources.items()}


def _in_order(change: Change) -> tuple[int, bool, str, str, str]:
    from_schema = change.source == mutability.BY_SCHEMA
    return change.effect, from_schema, change.resource, change.words, key_of([change.before, change.after])


def _between(old: Resources, new: Resources, matched: Matched) -> Iterator[Change]:
    names = {name: other for name, other in matched.same.items() if name != other}
    everything = frozenset((*old, *new))
    for name, other in matched.same.items():
        before, after = old[name], new[other]
        if before == after:
            continue
        if names:
            before = with_names(before, names)
        if before["Type"] != after["Type"]:
            yield _whole(other, after, RETYPED, before["Type"], after["Type"], path="Type")
            continue
        yield from _beside(other, before, after)
        was, now = properties(before), properties(after)
        for change in _members(_Node(after["Type"], "", "", (), was, now, was, now, everything)):
            yield _as_policies_say(replace(change, resource=other), before, after)


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
    return _change(node, Row(node.name, Effect.NONE, _SAME, mutability.BY_SCHEMA))


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


def _beside(name: str, before: Resource, after: Resource) -> Iterator[Change]:
    """Compare what stands beside the properties."""
    for attribute in dict.fromkeys([*before, *after]):
        was, now = before.get(attribute), after.get(attribute)
        if attribute in ("Type", "Properties") or was == now:
            continue
        if attribute == "Condition" and now is not None:
            row = _removal(before)
            yield _whole(name, after, replace(row, says=_MAY_GO + row.says), was, now, path=attribute)
        elif attribute == "DeletionPolicy":
            yield _whole(name, after, _policy(after, was, now), was, now, path=attribute)
        else:
            yield _whole(name, after, ON_REPLACEMENT if attribute in _ATTRIBUTES else BESIDE, was, now, path=attribute)


_MAY_GO = "may leave the stack, which only the deploy tells; if it does: "


def _policy(resource: Resource, before: Json, after: Json) -> Row:
    if means_the_same("Delete" if before is None else before, "Delete" if after is None else after):
        return Row("DeletionPolicy", Effect.NONE, _SAME, mutability.BY_SCHEMA)
    return UNPROTECTED if resource["Type"] == USER_POOL and after not in _KEEP else KEEPING


def _as_policies_say(change: Change, before: Resource, after: Resource) -> Change:
    """Leave the old resource where a replacement is to keep it."""
    is_replaced = change.effect in (Effect.LOSES, Effect.REPLACED) and change.path[0] in CREATE_ONLY[change.type]
    if is_replaced and all(one.get("UpdateReplacePolicy") in _KEEP for one in (before, after)):
        return replace(change, effect=Effect.REPLACED, says=OLD_ONE_STAYS)
    return change


def _renamed(old: Resources, new: Resources, matched: Matched) -> Iterator[Change]:
    for name, other in matched.renamed.items():
        resource, removal = new[other], _removal(old[name])
        row = replace(removal, says=MADE_AGAIN + removal.says)
        if resource["Type"] in UNIQUE:
            row = NAME_TAKEN
        elif resource["Type"] == USER_POOL:
            row = replace(row, effect=Effect.LOSES, says=f"{MADE_AGAIN}{removal.says}; the new one has no users")
        yield _whole(other, resource, row, name, other)


def _gone(old: Resources, matched: Matched, *, managed: bool) -> Iterator[Change]:
    for name in old.keys() - matched.same.keys() - matched.renamed.keys():
        row = _removal(old[name]) if managed else ALONE
        yield replace(_whole(name, old[name], row, name, None), is_removed=True)


def _come(old: Resources, new: Resources, matched: Matched, *, managed: bool) -> Iterator[Change]:
    pools = {other: properties(old[name]) for name, other in matched.same.items()}
    for name in new.keys() - set(matched.same.values()) - set(matched.renamed.values()):
        yield _whole(name, new[name], _addition(new[name], pools) if managed else ALONE, None, name)


def _addition(resource: Resource, pools: Mapping[str, Mapping[str, Json]]) -> Row:
    """Tell what a resource does to the pools that were there before it."""
    said = properties(resource)
    pool = pools.get(target(said.get("UserPoolId")) or "", {})
    domain = said.get("Domain")
    if resource["Type"] != USER_POOL_DOMAIN or not isinstance(domain, str) or "." not in domain:
        return ADDED
    return PASSKEYS_ELSEWHERE if has_passkeys(pool) and pool.get("WebAuthnRelyingPartyID") != domain else ADDED


def _removal(resource: Resource) -> Row:
    """Tell what happens to a resource that leaves the stack."""
    if resource.get("DeletionPolicy") in _KEEP:
        return KEPT
    if resource["Type"] == USER_POOL and properties(resource).get("DeletionProtection") == "ACTIVE":
        return PROTECTED
    return REMOVED[resource["Type"]]


def _whole(name: str, resource: Resource, row: Row, before: Json, after: Json, *, path: str = "") -> Change:
    """Tell what became of a resource as one, or of what stands beside its properties."""
    return Change(
        effect=row.effect,
        resource=name,
        type=resource["Type"],
        words=path,
        path=(path,) if path else (),
        before=before,
        after=after,
        says=row.says,
        source=row.source,
    )


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
