"""The list of what is deployed and does nothing."""

import re

import pytest
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER  # type: ignore[import-untyped]

from local_aws.not_emulated import NOT_EMULATED, RECORDED, Recorded, reason


@pytest.mark.parametrize("resource_type", RECORDED)
def test_required_and_create_only_properties_are_those_of_cloudformation(resource_type: str) -> None:
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", resource_type).schema
    recorded = RECORDED[resource_type]
    assert sorted(recorded.required) == sorted(schema["required"])
    assert sorted(recorded.create_only) == sorted(map(_name, schema["createOnlyProperties"]))
    attributes = set(recorded.attributes("pool|id"))
    assert attributes == {_name(each) for each in schema.get("readOnlyProperties") or []}


def _name(pointer: str) -> str:
    return pointer.removeprefix("/properties/")


@pytest.mark.parametrize("recorded", RECORDED.values())
def test_ref_is_made_of_required_properties(recorded: Recorded) -> None:
    assert set(re.findall(r"\{(\w+)\}", recorded.ref)) <= {"new", *recorded.required}


def test_every_reason_is_a_sentence_without_a_full_stop() -> None:
    assert [each for each in NOT_EMULATED.values() if not re.fullmatch(r"(no|there is) [a-z].*[a-z]", each)] == []


def test_a_reason_is_for_a_type_or_for_one_property_of_it() -> None:
    assert reason("AWS::WAFv2::WebACLAssociation", "WebACLArn") == "no web ACL filters requests"
    attachment = "AWS::Cognito::IdentityPoolRoleAttachment"
    assert reason(attachment, "RoleMappings") == "no role is chosen by rule or by token"
    assert reason(attachment, "Roles") is None
    assert reason("AWS::Cognito::UserPool", "Schema") is None
