"""Resources → settings, so exact that rendering them again gives the very same resources."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Any, Generic, TypeVar

from constructs_lib.declarations import OMIT, ResourcePart
from constructs_lib.declarations.fields import Field
from constructs_lib.declarations.references import SameKey, Sibling, linked, renamed, texts_in
from constructs_lib.rendering import sms_role
from constructs_lib.rendering.names import POOL, around, fragment_id
from constructs_lib.resources.model import Resource, Resources, of_type, properties, target
from constructs_lib.resources.values import FragmentName, Json, is_list, same
from constructs_lib.settings import CustomDomain, IdentityPoolSettings, PrefixDomain, UserPoolSettings

S = TypeVar("S", bound=ResourcePart)


@dataclass(frozen=True)
class Reading(Generic[S]):
    """A pool read from resources."""

    settings: S
    """What the resources say."""

    logical_ids: Mapping[str, str]
    """The resources' logical ids, by their names in the fragment, where the two differ."""

    rest: Resources
    """Resources that are not the pool's, or that no settings can express."""


def read(
    resources: Resources, pool: str | None = None, keys: Mapping[str, str] | None = None
) -> Reading[UserPoolSettings]:
    """Read a user pool and what lives in it.

    Args:
        resources: The ``Resources`` of a template.
        pool: The logical id of the pool. Default: the only one there is.
        keys: The keys that settings shall have for resources, by logical ids. Default: the logical ids, without the
            prefix that their field has.

    Raises:
        ValueError: There is no such pool, or several and none is named.
    """
    return _read(UserPoolSettings, _user_pool, resources, pool, keys or {})


def read_identity_pool(
    resources: Resources, pool: str | None = None, keys: Mapping[str, str] | None = None
) -> Reading[IdentityPoolSettings]:
    """Read an identity pool and what lives in it.

    Args:
        resources: The ``Resources`` of a template.
        pool: The logical id of the identity pool. Default: the only one there is.
        keys: The keys that settings shall have for resources, as for `read`.

    Raises:
        ValueError: There is no such identity pool, or several and none is named.
    """
    return _read(IdentityPoolSettings, _identity_pool, resources, pool, keys or {})


def _user_pool(pool: str, resources: Resources) -> tuple[UserPoolSettings, Mapping[str, str]]:
    return sms_role.read(pool, resources) or (UserPoolSettings.from_resource(resources[pool]), {})


def _identity_pool(pool: str, resources: Resources) -> tuple[IdentityPoolSettings, Mapping[str, str]]:
    return IdentityPoolSettings.from_resource(resources[pool]), {}


def _read(
    kind: type[S],
    read_pool: Callable[[str, Resources], tuple[S, Mapping[str, str]]],
    resources: Resources,
    wanted: str | None,
    keys: Mapping[str, str],
) -> Reading[S]:
    pool = _named(kind.TYPE, resources, wanted)
    found = _Found(kind, pool, resources, keys)
    settings, ids = read_pool(pool, resources)
    found.take(ids)
    found.read_children()
    siblings = found.name_siblings()
    marked = _marked(resources[pool], siblings)
    if marked is not resources[pool]:
        settings, _ = read_pool(pool, {**resources, pool: marked})
    return Reading(replace(settings, **found.values), found.logical_ids, found.rest)


def _named(kind: str, resources: Resources, wanted: str | None) -> str:
    pools = [key for key, _ in of_type(resources, kind)]
    if wanted is None and len(pools) == 1:
        return pools[0]
    if wanted in pools:
        return str(wanted)
    allowed = "one, or the one to read be named" if wanted is None else wanted
    raise ValueError(f"{kind}: must be {allowed}, got {', '.join(pools) or 'none'}")


class _Found:
    """What of the resources has found its place in the settings."""

    def __init__(self, kind: Any, pool: str, resources: Resources, keys: Mapping[str, str]) -> None:
        self._keys = keys
        self.values: dict[str, Any] = {}
        self.logical_ids: dict[str, str] = {}
        self.rest = dict(resources)
        self._fields: dict[str, list[Field]] = {}
        for field in around(kind):
            self._fields.setdefault(field.part.TYPE, []).append(field)
        self._children: list[tuple[Field, str | None, str, Resource]] = []
        self._names: dict[str, str] = {}
        self._wanted: set[str] = set()
        self.take({POOL: pool})

    def take(self, ids: Mapping[str, str]) -> None:
        """Note the logical ids of resources that settings say, and what those refer to."""
        for fragment, logical_id in ids.items():
            self._names[fragment] = logical_id
            self._wanted |= set(_targets(self.rest.pop(logical_id)))
            if fragment != logical_id:
                self.logical_ids[fragment] = logical_id

    def read_children(self) -> None:
        """Read the resources around the pool, and then what belongs to those."""
        waiting = [key for key, resource in self.rest.items() if _type_of(resource) in self._fields]
        before = None
        while waiting and waiting != before:
            before = waiting
            waiting = [key for key in waiting if not self._read_child(key, self.rest[key])]

    def _read_child(self, logical_id: str, resource: Resource) -> bool:
        """Read a resource into its field; leave it where it has none."""
        for field in self._fields[resource["Type"]]:
            part = field.part
            if not _is_such_a_domain(logical_id, resource, part) or (not field.keyed and field.name in self.values):
                continue
            key = self._key_by_links(field, resource) if part.LINKS else None
            if key is None and (part.LINKS or logical_id not in self._wanted):
                continue
            try:
                value = part.from_resource(resource)
            except TypeError:
                return False
            key = (key or self._free_key(field, logical_id)) if field.keyed else None
            self._put(field, key, value)
            self.take({fragment_id(field, key): logical_id})
            self._children.append((field, key, logical_id, resource))
            return True
        return False

    def _key_by_links(self, field: Field, resource: Resource) -> str | None:
        """Tell whether the linked properties are what the settings would write; with the key if they have one in them.

        An empty text stands for "any key".
        """
        links, said = field.part.LINKS, properties(resource)
        taken = self.values.get(field.name, {})
        keys = _keys_of(links, self._names)
        for key in [""] if keys is None else [key for key in keys if key not in taken]:
            wanted = renamed(linked(links, key), self._logical_id)
            if all(name in said and same(said[name], json) for name, json in wanted.items()):
                return key
        return None

    def _logical_id(self, text: str) -> str:
        return self._names.get(text, text) if isinstance(text, FragmentName) else text

    def name_siblings(self) -> "Mapping[str, Sibling]":
        """Read once more what refers to other resources around the pool, now that their keys are known."""
        children = ((logical_id, fragment_id(field, key)) for field, key, logical_id, _ in self._children)
        names = [(self._names[POOL], POOL), *children]
        siblings = {logical_id: Sibling(logical_id, fragment) for logical_id, fragment in names}
        family = {fragment_id(field, key): self._value(field, key) for field, key, _, _ in self._children}
        for field, key, _, resource in self._children:
            needed = [self._names[name] for name in sorted(family[fragment_id(field, key)].needs(family))]
            marked = _unordered(_marked(resource, siblings), needed)
            if marked is not resource:
                self._put(field, key, field.part.from_resource(marked))
        return siblings

    def _value(self, field: Field, key: str | None) -> Any:
        value = self.values[field.name]
        return value if key is None else value[key]

    def _put(self, field: Field, key: str | None, value: Any) -> None:
        if key is None:
            self.values[field.name] = value
        else:
            self.values.setdefault(field.name, {})[key] = value

    def _free_key(self, field: Field, logical_id: str) -> str:
        """Take the user's key out of a logical id; where two would be the same, number the later one."""
        key = self._keys.get(logical_id) or logical_id.removeprefix(field.path[0]) or logical_id
        taken = self.values.get(field.name, {})
        return next(name for name in chain([key], (f"{key}{number}" for number in count(2))) if name not in taken)


def _unordered(resource: Resource, needed: list[str]) -> Resource:
    """Leave out what a resource waits for anyway, and say so where it does not wait for what it needs."""
    if not needed:
        return resource
    if "DependsOn" not in resource:
        return {**resource, "DependsOn": OMIT}
    if not same(resource["DependsOn"], needed):
        return resource
    return {name: value for name, value in resource.items() if name != "DependsOn"}


def _type_of(resource: Any) -> Any:
    kind = resource.get("Type") if isinstance(resource, dict) else None
    return kind if isinstance(kind, str) else None


def _keys_of(links: Mapping[str, Json], names: Mapping[str, str]) -> list[str] | None:
    """Give the keys that a part's links may have in them; nothing where no key is in them."""
    mark = next((text for text in texts_in(dict(links)) if isinstance(text, SameKey)), None)
    if mark is None:
        return None
    return [name.removeprefix(mark.prefix) for name in names if name.startswith(mark.prefix) and name != mark.prefix]


def _targets(json: Json) -> Iterator[str]:
    """Walk the resources that a value refers to."""
    name = target(json)
    if name is not None:
        yield name
    for item in json.values() if isinstance(json, dict) else json if is_list(json) else ():
        yield from _targets(item)


def _is_such_a_domain(logical_id: str, resource: Resource, part: type) -> bool:
    """Tell a domain of one's own from a prefix: by its name in the fragment, what only it may have, or its dots."""
    if part not in (CustomDomain, PrefixDomain):
        return True
    said = properties(resource)
    own = "CustomDomainConfig" in said or "Routing" in said
    custom = own or logical_id == "CustomDomain" or "." in str(said.get("Domain"))
    return custom == (part is CustomDomain)


def _marked(json: Any, siblings: Mapping[str, Sibling]) -> Any:
    """Mark the references to siblings; give the very same value where there is none."""
    if isinstance(json, dict):
        match json:
            case {"Ref": str(name)} if len(json) == 1 and name in siblings:
                return {"Ref": siblings[name]}
            case {"Fn::GetAtt": [str(name), *attribute]} if len(json) == 1 and name in siblings:
                return {"Fn::GetAtt": [siblings[name], *attribute]}
        items = {key: _marked(item, siblings) for key, item in json.items()}
        return items if any(items[key] is not json[key] for key in json) else json
    if isinstance(json, list):
        listed = [_marked(item, siblings) for item in json]
        return listed if any(new is not old for new, old in zip(listed, json, strict=True)) else json
    return json
