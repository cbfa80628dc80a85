"""The tables of the reader, held against the API models, the CloudFormation schemas and the settings."""

from collections.abc import Iterator
from typing import Any

import botocore.session  # type: ignore[import-untyped]
import pytest
from botocore.validate import validate_parameters  # type: ignore[import-untyped]

from constructs_lib.readers.described.attributes import UNDECLARED
from constructs_lib.readers.described.calls import CALLS, LISTS, MFA, Call
from constructs_lib.readers.described.properties import PROPERTIES
from constructs_lib.readers.described.providers import FOUND_OUT, SECRETS
from constructs_lib.rendering.names import around
from constructs_lib.resources.model import IDENTITY_POOL, USER_POOL
from constructs_lib.resources.standard_attributes import KEPT_BY_COGNITO, STANDARD_TYPES
from constructs_lib.settings import IdentityPoolSettings, UserPoolSettings
from docs.coverage import schema_of
from tests.readers import descriptions as aws

_SESSION = botocore.session.get_session()
MODELS = {name: _SESSION.get_service_model(name) for name in ("cognito-idp", "cognito-identity")}

NOT_SAID = {
    "UICustomization": {"ImageUrl"},
}
"""Members that no template can say, and that are reported as left out."""


def _output(service: str, operation: str) -> Any:
    return MODELS[service].operation_model(operation).output_shape


@pytest.mark.parametrize(("service", "operation", "answer"), aws.ANSWERS)
def test_the_documents_of_the_tests_are_what_aws_prints(service: str, operation: str, answer: dict[str, Any]) -> None:
    validate_parameters(answer, _output(service, operation))


def test_an_object_with_everything_has_every_member() -> None:
    for _, operation, answer in aws.ANSWERS:
        if answer in (aws.FULL_POOL, aws.FULL_CLIENT, aws.FULL_MFA):
            [(name, said)] = answer.items() if len(answer) == 1 else [("", answer)]
            shape = _output("cognito-idp", operation)
            missing = set((shape.members[name] if name else shape).members) - set(said)
            # A pool has only one of the two kinds of names to sign in with, and mails went out.
            assert missing <= {"AliasAttributes", "EmailConfigurationFailure"}


def _objects(schema: Any, root: Any, path: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Walk the objects of a schema whose members it names."""
    while "$ref" in schema:
        schema = root["definitions"][schema["$ref"].rpartition("/")[2]]
    if schema.get("type") == "array":
        yield from _objects(schema["items"], root, path)
    names = set(schema.get("properties", {}))
    if not path:
        names -= (
            {name.removeprefix("/properties/") for name in root["readOnlyProperties"]}
            if "readOnlyProperties" in root
            else set()
        )
    if names:
        yield path, frozenset(names)
    for name in names:
        yield from _objects(schema["properties"][name], root, f"{path}.{name}" if path else name)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.prefix)
def test_a_template_can_say_what_the_schema_names(call: Call) -> None:
    schema = schema_of(call.type)
    objects = dict(_objects(schema, schema))
    objects.pop("IdentityPoolTags", None)  # an answer has tag by key, whatever the keys are
    assert objects == PROPERTIES[call.type]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.prefix)
def test_a_resource_is_imported_by_its_primary_identifier(call: Call) -> None:
    names = [name.removeprefix("/properties/") for name in schema_of(call.type)["primaryIdentifier"]]
    assert list(call.identifiers) == names


def _described(call: Call) -> Iterator[Any]:
    """Give the shapes of the resource in the answers."""
    for service, operation, answer in aws.ANSWERS:
        shape = _output(service, operation)
        if call.holder in answer:
            yield shape.members[call.holder]
        if call.listed in answer:
            yield shape.members[call.listed].member
        if any(name in answer for name in call.shown_by) and "Groups" not in answer:
            yield shape


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.prefix)
def test_every_member_of_an_answer_is_said_told_or_reported(call: Call) -> None:
    shapes = list(_described(call))
    assert shapes
    for shape in shapes:
        said = {name for name in shape.members if call.renamed.get(name, name) in PROPERTIES[call.type][""]}
        assert set(shape.members) - said - call.told == NOT_SAID.get(str(call.holder), set())


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.prefix)
def test_what_only_aws_fills_in_no_template_says(call: Call) -> None:
    for shape in _described(call):
        assert not call.told & PROPERTIES[call.type][""]
        assert {*call.renamed, *call.identifiers.values(), *call.named_by} <= {*shape.members, "ClientId", "UserPoolId"}


def test_the_answer_about_second_factors_has_no_other_members() -> None:
    assert set(_output("cognito-idp", "GetUserPoolMfaConfig").members) == MFA


def test_the_lists_of_names_are_there() -> None:
    operations = ("ListIdentityProviders", "ListTerms", "ListUserPoolClients", "ListUserPools")
    names = {name for operation in operations for name in _output("cognito-idp", operation).members}
    names |= set(_output("cognito-identity", "ListIdentityPools").members)
    assert names - {"NextToken"} == LISTS


def test_names_begin_as_in_settings() -> None:
    fields = {
        field.part.TYPE: field.path[0] for root in (UserPoolSettings, IdentityPoolSettings) for field in around(root)
    }
    prefixes = {call.type: call.prefix for call in CALLS if call.type not in (USER_POOL, IDENTITY_POOL)}
    fields["AWS::Cognito::UserPoolDomain"] = fields["AWS::Cognito::UserPoolDomain"].removeprefix("Custom")
    assert prefixes == {kind: fields[kind] for kind in prefixes}


def test_every_standard_attribute_has_a_default_and_what_cognito_keeps_has_none() -> None:
    described = {item["Name"]: item for item in aws.STANDARD}
    assert set(described) == set(STANDARD_TYPES) | set(KEPT_BY_COGNITO)
    for name, entry in UNDECLARED.items():
        assert {**entry, "DeveloperOnlyAttribute": False} == described[name]


def test_the_details_of_providers_are_those_of_the_model() -> None:
    text = MODELS["cognito-idp"].shape_for("IdentityProviderType").members["ProviderDetails"].documentation
    types = MODELS["cognito-idp"].shape_for("IdentityProviderTypeType").enum
    assert set(FOUND_OUT) == set(types)
    for name in {*SECRETS, *(detail for details in FOUND_OUT.values() for detail in details)} - {"jwks_uri"}:
        assert f'"{name}"' in text
