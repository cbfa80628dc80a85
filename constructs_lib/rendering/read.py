"""Resources → settings, so exact that rendering them again gives the very same resources."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Any

from constructs_lib.declarations.fields import Field
from constructs_lib.declarations.references import Sibling
from constructs_lib.rendering import sms_role
from constructs_lib.rendering.names import POOL, around, fragment_id
from constructs_lib.resources.model import USER_POOL, Resource, Resources, of_type, properties, ref
from constructs_lib.resources.values import same
from constructs_lib.settings import CustomDomain, PrefixDomain, UserPoolSettings


@dataclass(frozen=True)
class Reading:
    """A pool read from resources."""

    settings: UserPoolSettings
    """What the resources say."""

    logical_ids: Mapping[str, str]
    """The resources' logical ids, by their names in the fragment, where the two differ."""

    rest: Resources
    """Resources that are not the pool's, or that no settings can express."""


def read(resources: Resources, pool: str | None = None) -> Reading:
    """Read a user pool and what lives in it.

    Args:
        resources: The ``Resources`` of a template.
        pool: The logical id of the pool. Default: the only one there is.

    Raises:
        ValueError: There is no such pool, or several and none is named.
    """
    pool = _pool(resources, pool)
    found = _Found(pool, resources)
    settings, ids = sms_role.read(pool, resources) or (UserPoolSettings.from_resource(resources[pool]), {})
    found.take(ids)
    for key, resource in resources.items():
        if same(properties(resource).get("UserPoolId"), ref(pool)):
            found.read_child(key, resource)
    found.name_siblings()
    return Reading(replace(settings, **found.values), found.logical_ids, found.rest)


def _pool(resources: Resources, wanted: str | None) -> str:
    pools = [key for key, _ in of_type(resources, USER_POOL)]
    if wanted is None and len(pools) == 1:
        return pools[0]
    if wanted in pools:
        return str(wanted)
    allowed = "one, or the one to read be named" if wanted is None else wanted
    raise ValueError(f"{USER_POOL}: must be {allowed}, got {', '.join(pools) or 'none'}")


class _Found:
    """What of the resources has found its place in the settings."""

    def __init__(self, pool: str, resources: Resources) -> None:
        self.values: dict[str, Any] = {}
        self.logical_ids: dict[str, str] = {}
        self.rest = dict(resources)
        self._children: list[tuple[Field, str | None, str, Resource]] = []
        self.take({POOL: pool})

    def take(self, ids: Mapping[str, str]) -> None:
        """Note the logical ids of resources that settings say."""
        for fragment, logical_id in ids.items():
            del self.rest[logical_id]
            if fragment != logical_id:
                self.logical_ids[fragment] = logical_id

    def read_child(self, logical_id: str, resource: Resource) -> None:
        """Read a resource around the pool into its field; leave it where it has none."""
        for field in around():
            part = field.part
            if resource.get("Type") != part.TYPE or not _belongs(logical_id, resource, part):
                continue
            if not field.keyed and field.name in self.values:
                return
            try:
                value = part.from_resource(resource)
            except TypeError:
                return
            key = self._key(field, logical_id) if field.keyed else None
            self._put(field, key, value)
            self.take({fragment_id(field, key): logical_id})
            self._children.append((field, key, logical_id, resource))

    def name_siblings(self) -> None:
        """Read once more what refers to other resources around the pool, now that their keys are known."""
        siblings = {
            logical_id: Sibling(logical_id, fragment_id(field, key)) for field, key, logical_id, _ in self._children
        }
        for field, key, _, resource in self._children:
            marked = _marked(resource, siblings)
            if marked is not resource:
                self._put(field, key, field.part.from_resource(marked))

    def _put(self, field: Field, key: str | None, value: Any) -> None:
        if key is None:
            self.values[field.name] = value
        else:
            self.values.setdefault(field.name, {})[key] = value

    def _key(self, field: Field, logical_id: str) -> str:
        """Take the user's key out of a logical id; where two would be the same, number the later one."""
        key = logical_id.removeprefix(field.path[0]) or logical_id
        taken = self.values.get(field.name, {})
        return next(name for name in chain([key], (f"{key}{number}" for number in count(2))) if name not in taken)


def _belongs(logical_id: str, resource: Resource, part: type) -> bool:
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
        name = json.get("Ref")
        if len(json) == 1 and isinstance(name, str) and name in siblings:
            return {"Ref": siblings[name]}
        items = {key: _marked(item, siblings) for key, item in json.items()}
        return items if any(items[key] is not json[key] for key in json) else json
    if isinstance(json, list):
        listed = [_marked(item, siblings) for item in json]
        return listed if any(new is not old for new, old in zip(listed, json, strict=True)) else json
    return json
