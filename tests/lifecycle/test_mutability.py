"""Our tables against the two models that AWS publishes: CloudFormation's schemas and the API's own update operations.

cfn-lint carries the schemas, botocore the API model; neither test asks the network.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from botocore.loaders import Loader  # type: ignore[import-untyped]

from constructs_lib.lifecycle.effect import Effect
from constructs_lib.lifecycle.mutability import DEFAULTS, ROWS, worst_of
from constructs_lib.lifecycle.schemas import CREATE_ONLY, KEYS
from constructs_lib.lifecycle.tables.whole import REMOVED, UNIQUE
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    LOG_DELIVERY,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REGIONAL_CONFIGURATION,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
)
from docs.coverage import schema_of, types

UPDATED_BY: dict[str, list[str]] = {
    IDENTITY_POOL: ["cognito-identity:UpdateIdentityPool"],
    IDENTITY_POOL_PRINCIPAL_TAG: ["cognito-identity:SetPrincipalTagAttributeMap"],
    IDENTITY_POOL_ROLE_ATTACHMENT: ["cognito-identity:SetIdentityPoolRoles"],
    LOG_DELIVERY: ["cognito-idp:SetLogDeliveryConfiguration"],
    MANAGED_LOGIN_BRANDING: ["cognito-idp:UpdateManagedLoginBranding"],
    TERMS: ["cognito-idp:UpdateTerms"],
    USER_POOL: ["cognito-idp:UpdateUserPool"],
    USER_POOL_CLIENT: ["cognito-idp:UpdateUserPoolClient"],
    USER_POOL_DOMAIN: ["cognito-idp:UpdateUserPoolDomain"],
    USER_POOL_GROUP: ["cognito-idp:UpdateGroup"],
    USER_POOL_IDENTITY_PROVIDER: ["cognito-idp:UpdateIdentityProvider"],
    USER_POOL_MEMBERSHIP: [],
    USER_POOL_REGIONAL_CONFIGURATION: ["cognito-idp:UpdateUserPool", "cognito-idp:UpdateUserPoolReplica"],
    USER_POOL_REPLICA: [],
    USER_POOL_RESOURCE_SERVER: ["cognito-idp:UpdateResourceServer"],
    USER_POOL_RISK_CONFIGURATION: ["cognito-idp:SetRiskConfiguration"],
    USER_POOL_UI_CUSTOMIZATION: ["cognito-idp:SetUICustomization"],
    USER_POOL_USER: [],
}
"""The operations that change a resource as it is."""

_FACTORS = "CloudFormation sets it by SetUserPoolMfaConfig, which says factor by factor"
_SYNC = "CloudFormation sets it by an operation of Amazon Cognito Sync, which is another service"

OTHERWISE = {
    (USER_POOL, "UserPoolName"): "the operation calls it PoolName",
    (USER_POOL, "EnabledMfas"): _FACTORS,
    (USER_POOL, "EmailAuthenticationMessage"): _FACTORS,
    (USER_POOL, "EmailAuthenticationSubject"): _FACTORS,
    (USER_POOL, "WebAuthnFactorConfiguration"): _FACTORS,
    (USER_POOL, "WebAuthnRelyingPartyID"): _FACTORS,
    (USER_POOL, "WebAuthnUserVerification"): _FACTORS,
    (MANAGED_LOGIN_BRANDING, "ReturnMergedResources"): "says what reading gives, and changes nothing",
    (IDENTITY_POOL, "CognitoEvents"): _SYNC,
    (IDENTITY_POOL, "CognitoStreams"): _SYNC,
    (IDENTITY_POOL, "PushSync"): _SYNC,
}
"""What can be changed in place although no update operation has a member of its name."""


def _members(operations: list[str]) -> set[str]:
    found: set[str] = set()
    for named in operations:
        service, _, operation = named.partition(":")
        model = Loader().load_service_model(service, "service-2")
        found |= set(model["shapes"][model["operations"][operation]["input"]["shape"]]["members"])
    return found


def _settable(type_name: str) -> Iterator[str]:
    schema = schema_of(type_name)
    read_only = {pointer.removeprefix("/properties/") for pointer in schema.get("readOnlyProperties", ())}
    return (name for name in schema["properties"] if name not in read_only)


def test_the_types_are_all_of_cognitos() -> None:
    assert sorted(CREATE_ONLY) == types()
    assert sorted(REMOVED) == types()
    assert sorted(UPDATED_BY) == types()
    assert set(types()) >= {*ROWS, *DEFAULTS, *KEYS, *UNIQUE}


@pytest.mark.parametrize("type_name", types())
def test_what_makes_a_resource_anew_is_what_the_schema_says(type_name: str) -> None:
    said = {pointer.removeprefix("/properties/") for pointer in schema_of(type_name).get("createOnlyProperties", ())}
    assert CREATE_ONLY[type_name] == said
    assert "conditionalCreateOnlyProperties" not in schema_of(type_name)


@pytest.mark.parametrize("type_name", types())
def test_a_replacement_is_made_before_the_old_resource_is_deleted(type_name: str) -> None:
    assert schema_of(type_name).get("replacementStrategy", "create_then_delete") == "create_then_delete"


@pytest.mark.parametrize("type_name", types())
def test_everything_that_makes_a_resource_anew_is_explained(type_name: str) -> None:
    explained = {row.path for row in ROWS.get(type_name, ()) if row.effect <= Effect.REPLACED}
    assert set(CREATE_ONLY[type_name]) <= explained


def _unexplained(type_name: str) -> list[str]:
    """Name what no update operation takes, and neither a table nor the schema says that it cannot be changed."""
    taken = _members(UPDATED_BY[type_name])
    left = [name for name in _settable(type_name) if name not in taken and (type_name, name) not in OTHERWISE]
    return [name for name in left if worst_of(type_name, name).effect > Effect.REPLACED]


@pytest.mark.parametrize("type_name", types())
def test_what_no_update_operation_takes_cannot_be_changed_in_place(type_name: str) -> None:
    assert _unexplained(type_name) == []


@pytest.mark.parametrize(("type_name", "name"), OTHERWISE)
def test_a_reason_is_needed(type_name: str, name: str) -> None:
    assert name in set(_settable(type_name))
    assert name not in _members(UPDATED_BY[type_name])
    assert worst_of(type_name, name).effect is not Effect.REFUSED


def test_what_is_refused_is_what_creating_takes_and_updating_does_not() -> None:
    refused = {row.path.partition("[")[0].partition(".")[0] for row in ROWS[USER_POOL] if row.effect is Effect.REFUSED}
    created, updated = _members(["cognito-idp:CreateUserPool"]), _members(UPDATED_BY[USER_POOL])
    assert refused == created - updated


def _nodes(schema: Any, node: Any, path: str) -> Iterator[tuple[str, Any]]:
    node = schema["definitions"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
    if path:
        yield path, node
    if "items" in node:
        yield from _nodes(schema, node["items"], f"{path}[]")
    for name, inner in node.get("properties", {}).items():
        yield from _nodes(schema, inner, f"{path}.{name}" if path else name)


def _known(type_name: str) -> dict[str, Any]:
    schema = schema_of(type_name)
    return dict(_nodes(schema, {"properties": schema["properties"]}, ""))


FREE = {
    (USER_POOL_IDENTITY_PROVIDER, "ProviderDetails"),
}
"""Objects whose members the schema does not name."""


@pytest.mark.parametrize("type_name", types())
def test_rows_defaults_and_keys_are_of_properties_that_there_are(type_name: str) -> None:
    known = _known(type_name)
    paths = [*(row.path.removesuffix(".*") for row in ROWS.get(type_name, ())), *DEFAULTS.get(type_name, ())]
    unknown = [path for path in paths if path not in known and (type_name, path.partition(".")[0]) not in FREE]
    assert unknown == []
    for path, keys in KEYS.get(type_name, {}).items():
        assert {f"{path}[].{key}" for key in keys} <= set(known)


def _lists_of_objects(type_name: str) -> set[str]:
    return {
        path.removesuffix("[]")
        for path, node in _known(type_name).items()
        if path.endswith("[]") and "properties" in node
    }


def test_every_list_of_objects_is_compared_by_names_but_for_those_that_make_the_resource_anew() -> None:
    without = {(name, path) for name in types() for path in _lists_of_objects(name) - set(KEYS.get(name, {}))}
    assert without == {(USER_POOL_USER, "UserAttributes"), (USER_POOL_USER, "ValidationData")}


@pytest.mark.parametrize("type_name", types())
def test_every_row_says_something_and_who_says_so(type_name: str) -> None:
    for row in [*ROWS.get(type_name, ()), REMOVED[type_name]]:
        assert row.source.startswith("https://")
        assert not row.says.endswith(".")
