"""What CloudFormation's schemas know has a field: nothing of it is left to ``extra_properties``."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructs_lib.rendering import Reading, read, read_identity_pool, render
from constructs_lib.rendering.names import children_of
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_RISK_CONFIGURATION,
    Resources,
)
from constructs_lib.resources.values import same
from constructs_lib.settings import Attribute, Verbatim
from docs.coverage import parts, types
from tests.rendering.schemas import all_holders, properties
from tests.rendering.strategies import fast

THROUGH: dict[str, list[str]] = {
    USER_POOL: [
        "AccountRecoverySetting",
        "AdminCreateUserConfig",
        "IssuerConfiguration",
        "Policies",
        "Policies.SignInPolicy",
        "UserAttributeUpdateSettings",
        "UserPoolAddOns",
        "UserPoolAddOns.AdvancedSecurityAdditionalFlows",
        "UsernameConfiguration",
    ],
    USER_POOL_CLIENT: ["TokenValidityUnits"],
    USER_POOL_DOMAIN: ["CustomDomainConfig", "Routing"],
    USER_POOL_RISK_CONFIGURATION: [
        "AccountTakeoverRiskConfiguration.Actions",
        "CompromisedCredentialsRiskConfiguration",
        "CompromisedCredentialsRiskConfiguration.Actions",
        "RiskExceptionConfiguration",
    ],
}
"""The objects that fields reach through by a dotted name: with an intrinsic function or nothing at all in place of
such an object, no field can say it, and it stands in ``extra_properties``."""

REQUIRED: dict[str, dict[str, Any]] = {
    USER_POOL_DOMAIN: {"Domain": "shop"},
    USER_POOL_RISK_CONFIGURATION: {"ClientId": "ALL"},
}


def _resources(type_name: str, said: dict[str, Any]) -> Resources:
    root = IDENTITY_POOL if type_name.startswith(IDENTITY_POOL) else USER_POOL
    if type_name == root:
        return {"Pool": {"Type": root, "Properties": said}}
    link = {"IdentityPoolId" if root == IDENTITY_POOL else "UserPoolId": {"Ref": "Pool"}}
    return {"Pool": {"Type": root}, "Other": {"Type": type_name, "Properties": link | said}}


def _read(type_name: str, resources: Resources) -> Reading[Any]:
    return read_identity_pool(resources) if type_name.startswith(IDENTITY_POOL) else read(resources)


def _extras(reading: Reading[Any]) -> list[Any]:
    settings = reading.settings
    parts = [settings, *(value for _, _, value in children_of(settings))]
    return [part.extra_properties for part in parts if part.extra_properties]


@pytest.mark.parametrize("type_name", types())
@fast
@given(data=st.data())
def test_what_the_schemas_know_has_a_field(type_name: str, data: st.DataObject) -> None:
    resources = _resources(type_name, data.draw(properties(type_name)))
    reading = _read(type_name, resources)
    assert _extras(reading) == []
    assert reading.rest == {}
    assert same(render(reading.settings, reading.logical_ids), resources)


def test_fields_reach_through_these_objects_and_no_others() -> None:
    reached = {name: sorted(".".join(path) for path in paths) for name, paths in all_holders().items()}
    assert {name: reached[name] for name in types() if reached[name]} == THROUGH


@pytest.mark.parametrize("json", [{"Ref": "Parameter"}, {}], ids=["an intrinsic function", "nothing"])
@pytest.mark.parametrize(("type_name", "path"), [(name, path) for name, paths in THROUGH.items() for path in paths])
def test_in_place_of_an_object_reached_through_it_is_an_extra(type_name: str, path: str, json: Any) -> None:
    said: Any = json
    for step in reversed(path.split(".")):
        said = {step: said}
    resources = _resources(type_name, said | REQUIRED.get(type_name, {}))
    reading = _read(type_name, resources)
    assert _extras(reading) == [said]
    assert same(render(reading.settings, reading.logical_ids), resources)


@pytest.mark.parametrize("json", [{"Ref": "Parameter"}, {}], ids=["an intrinsic function", "nothing"])
@pytest.mark.parametrize("constraints", ["StringAttributeConstraints", "NumberAttributeConstraints"])
def test_in_a_list_such_an_object_leaves_its_whole_element_verbatim(constraints: str, json: Any) -> None:
    entry = {"Name": "size", constraints: json}
    settings = read(_resources(USER_POOL, {"Schema": [{"Name": "email"}, entry]})).settings
    assert settings.extra_properties is None
    assert settings.attributes == (Attribute("email"), Verbatim(entry))


def test_every_resource_type_of_cognito_has_its_settings() -> None:
    assert set(types()) <= {part.TYPE for part, _ in parts()}
