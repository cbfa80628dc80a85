"""Which resource of before is which one of after."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from constructs_lib.lifecycle.meaning import key_of
from constructs_lib.lifecycle.schemas import CREATE_ONLY
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
    Resource,
    Resources,
    properties,
    target,
)
from constructs_lib.resources.values import Json, is_list

_NAMES: Mapping[str, tuple[str, ...]] = {
    IDENTITY_POOL_PRINCIPAL_TAG: ("IdentityProviderName",),
    MANAGED_LOGIN_BRANDING: ("ClientId",),
    TERMS: ("TermsName", "ClientId"),
    USER_POOL_CLIENT: ("ClientName",),
    USER_POOL_DOMAIN: ("Domain",),
    USER_POOL_GROUP: ("GroupName",),
    USER_POOL_IDENTITY_PROVIDER: ("ProviderName",),
    USER_POOL_MEMBERSHIP: ("GroupName", "Username"),
    USER_POOL_REPLICA: ("RegionName",),
    USER_POOL_RESOURCE_SERVER: ("Identifier",),
    USER_POOL_RISK_CONFIGURATION: ("ClientId",),
    USER_POOL_UI_CUSTOMIZATION: ("ClientId",),
    USER_POOL_USER: ("Username",),
}
"""By which properties people know a resource of a pool; the others are alone in it."""

_POOLS = {USER_POOL: "UserPoolName", IDENTITY_POOL: "IdentityPoolName"}
_LINKS = ("UserPoolId", "IdentityPoolId")


class Matched(NamedTuple):
    """The logical ids of before, and those of after that are the same resources."""

    same: dict[str, str]

    renamed: dict[str, str]
    """Those that are called otherwise, and are other resources for CloudFormation."""


def of_cognito(resources: Resources) -> Resources:
    """Leave out what is not Cognito's."""
    return {name: one for name, one in resources.items() if _is_cognitos(one)}


def _is_cognitos(resource: Json) -> bool:
    kind = resource.get("Type") if isinstance(resource, dict) else None
    return isinstance(kind, str) and kind in _TYPES


_TYPES = frozenset(CREATE_ONLY)


def by_logical_ids(old: Resources, new: Resources) -> Matched:
    """Match the resources of two versions of a template."""
    same = {name: name for name in old if name in new}
    found = dict(same)
    _match_by_names(old, new, found)
    return Matched(same, {name: other for name, other in found.items() if name not in same})


def by_names(old: Resources, new: Resources) -> Matched:
    """Match resources that were not written with the same logical ids, by what Cognito calls them."""
    found: dict[str, str] = {}
    _match_by_names(old, new, found, or_alone=True)
    return Matched(found, {})


def _match_by_names(old: Resources, new: Resources, found: dict[str, str], *, or_alone: bool = False) -> None:
    """Match what is left: pools first, then app clients, then what names either."""
    for types in (frozenset(_POOLS), frozenset((USER_POOL_CLIENT,)), _TYPES - {*_POOLS, USER_POOL_CLIENT}):
        for key in (_key, _owner) if or_alone else (_key,):
            _pair(_left(old, types, found), _left(new, types, found.values()), found, key)


def _left(resources: Resources, types: frozenset[str], taken: Iterable[str]) -> Resources:
    known = set(taken)
    return {name: one for name, one in resources.items() if one["Type"] in types and name not in known}


_Key = Callable[[Resource, Callable[[str], str]], tuple[str, ...]]


def _pair(left: Resources, right: Resources, found: dict[str, str], key: _Key) -> None:
    """Match what has the same key on both sides, and shares it with nothing else."""
    before = _by_key(left, key, lambda name: found.get(name, name))
    for one, names in _by_key(right, key, lambda name: name).items():
        if len(names) == 1 and len(before.get(one, ())) == 1:
            found[before[one][0]] = names[0]


def _by_key(resources: Resources, key: _Key, called: Callable[[str], str]) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for name, resource in resources.items():
        found.setdefault(key(resource, called), []).append(name)
    return found


def _key(resource: Resource, called: Callable[[str], str]) -> tuple[str, ...]:
    """Say what a resource is called, and in which pool."""
    kind, said = str(resource["Type"]), properties(resource)
    names = (_POOLS[kind],) if kind in _POOLS else _NAMES.get(kind, ())
    return (*_owner(resource, called), *(_name(said.get(name), called) for name in names))


def _owner(resource: Resource, called: Callable[[str], str]) -> tuple[str, ...]:
    """Say whose a resource is: the only one of its type is the same, whatever it is called."""
    said = properties(resource)
    return (str(resource["Type"]), *(_name(said.get(link), called) for link in _LINKS))


def _name(value: Json, called: Callable[[str], str]) -> str:
    name = target(value)
    return key_of(value) if name is None else f"-> {called(name)}"


def with_names(value: Json, names: Mapping[str, str]) -> Json:
    """Let the references in a value name resources as they are called after."""
    if isinstance(value, dict):
        match value:
            case {"Ref": str(name)} if len(value) == 1:
                return {"Ref": names.get(name, name)}
            case {"Fn::GetAtt": [str(name), *rest]} if len(value) == 1:
                return {"Fn::GetAtt": [names.get(name, name), *rest]}
            case {"Fn::GetAtt": str(text)} if len(value) == 1:
                name, dot, rest_of_it = text.partition(".")
                return {"Fn::GetAtt": names.get(name, name) + dot + rest_of_it}
        return {key: with_names(item, names) for key, item in value.items()}
    return [with_names(item, names) for item in value] if is_list(value) else value
