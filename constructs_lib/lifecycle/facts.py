"""What can never be changed of a pool, and what makes another one in its place: the facts that a lock records.

A fact is what the template says, intrinsics and all; what it leaves out counts as what Cognito takes in its place.
"""

from collections.abc import Iterator, Mapping

from constructs_lib.lifecycle.tables.user_pool import DEFAULTS
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_RESOURCE_SERVER,
    Resource,
    Resources,
    properties,
    target,
)
from constructs_lib.resources.standard_attributes import STANDARD_TYPES
from constructs_lib.resources.values import Json, is_list

Facts = dict[str, Json]
"""Name of a fact → its value, for one pool."""

LOGICAL_ID = "logical id"
ATTRIBUTE, RETIRED = "attribute ", "retired attribute "
"""How the facts about attributes begin; one that was taken out of the template is retired, for its pool keeps it."""

_SIGN_IN = ("UsernameAttributes", "AliasAttributes")
CASE = "UsernameConfiguration.CaseSensitive"

MEMBERS: Mapping[str, tuple[str, ...]] = {
    USER_POOL_CLIENT: ("UserPoolId", "GenerateSecret"),
    USER_POOL_DOMAIN: ("UserPoolId", "Domain"),
    USER_POOL_GROUP: ("UserPoolId", "GroupName"),
    USER_POOL_IDENTITY_PROVIDER: ("UserPoolId", "ProviderName", "ProviderType"),
    USER_POOL_RESOURCE_SERVER: ("UserPoolId", "Identifier"),
}
"""What lives in a pool and people depend on, with the properties of which another value makes another one."""

_NOUNS = {
    USER_POOL_CLIENT: "app client",
    USER_POOL_DOMAIN: "domain",
    USER_POOL_GROUP: "group",
    USER_POOL_IDENTITY_PROVIDER: "identity provider",
    USER_POOL_RESOURCE_SERVER: "resource server",
}
_LEFT_OUT: Mapping[str, Json] = {"GenerateSecret": False}
_OF_ATTRIBUTES: Mapping[str, Json] = {
    name: DEFAULTS.get(f"Schema[].{name}") for name in ("Mutable", "Required", "DeveloperOnlyAttribute")
}
_BOUNDS = {
    "StringAttributeConstraints": ("MinLength", "MaxLength"),
    "NumberAttributeConstraints": ("MinValue", "MaxValue"),
}


def pools_of(resources: Resources) -> Iterator[tuple[str, Facts]]:
    """Walk the pools that are to last, by their logical ids, each with its facts."""
    for logical_id, resource in resources.items():
        kind = resource.get("Type") if isinstance(resource, dict) else None
        if kind == USER_POOL and not _is_disposable(resource):
            yield logical_id, {LOGICAL_ID: logical_id, **_of_pool(resource), **_of_members(logical_id, resources)}
        elif kind == IDENTITY_POOL and not _is_disposable(resource):
            yield logical_id, {LOGICAL_ID: logical_id}


def is_standard(attribute: str) -> bool:
    """Tell whether every pool has an attribute of this name anyway."""
    return attribute in STANDARD_TYPES


def _is_disposable(pool: Resource) -> bool:
    protected = properties(pool).get("DeletionProtection") == "ACTIVE"
    return pool.get("DeletionPolicy") == "Delete" and not protected


def _of_pool(pool: Resource) -> Facts:
    said = properties(pool)
    facts: Facts = {name: _sorted(said.get(name)) for name in _SIGN_IN}
    configuration = said.get("UsernameConfiguration")
    facts[CASE] = _plain(configuration.get("CaseSensitive")) if isinstance(configuration, dict) else configuration
    schema = said.get("Schema")
    for attribute in schema if is_list(schema) else ():
        if isinstance(attribute, dict):
            facts[f"{ATTRIBUTE}{_text(attribute.get('Name'))}"] = _attribute(attribute)
    return facts


def _attribute(said: Mapping[str, Json]) -> Json:
    """Give what an attribute's entry says, its defaults too, with numbers as texts, as CloudFormation takes them."""
    told = {"AttributeDataType": said.get("AttributeDataType")}
    told |= {name: _plain(said.get(name, default)) for name, default in _OF_ATTRIBUTES.items()}
    for holder, bounds in _BOUNDS.items():
        held = said.get(holder)
        told |= {name: _text(held.get(name)) for name in bounds} if isinstance(held, dict) else {}
    return {name: value for name, value in told.items() if value is not None}


def _of_members(pool: str, resources: Resources) -> Facts:
    return {
        member_fact(resource["Type"], name): {
            part: _plain(properties(resource).get(part, _LEFT_OUT.get(part))) for part in MEMBERS[resource["Type"]]
        }
        for name, resource in resources.items()
        if isinstance(resource, dict)
        and resource.get("Type") in MEMBERS
        and target(properties(resource).get("UserPoolId")) == pool
    }


def member_fact(kind: str, logical_id: str) -> str:
    """Name the fact about a resource that lives in a pool."""
    return f"{_NOUNS[kind]} {logical_id}"


def kind_of(fact: str) -> str | None:
    """Give the type of the member that a fact is about."""
    return next((kind for kind, noun in _NOUNS.items() if fact.startswith(f"{noun} ")), None)


def _sorted(value: Json) -> Json:
    """Order a list that is a set, so that its order says nothing."""
    return sorted(value) if is_list(value) and all(isinstance(item, str) for item in value) else value


def _plain(value: Json) -> Json:
    """Give a boolean that is spelt as text as one."""
    return value.lower() == "true" if isinstance(value, str) and value.lower() in ("true", "false") else value


def _text(value: Json) -> Json:
    """Give a number as CloudFormation takes it in a bound, as text."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value
