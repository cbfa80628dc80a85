"""Rules about the attributes that an app client reads and writes."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, client, pool


def schema(*attributes: Any) -> Resources:
    return pool(Schema=[{"Name": item} if isinstance(item, str) else item for item in attributes])


def provider(mapping: Any) -> Resources:
    return {
        "Google": {
            "Type": "AWS::Cognito::UserPoolIdentityProvider",
            "Properties": {"UserPoolId": {"Ref": "Pool"}, "ProviderName": "Google", "AttributeMapping": mapping},
        }
    }


EMAIL = {"Name": "email", "Required": True}

CASES = [
    Case(
        rule="app-client.read-attribute-unknown",
        fails=schema("tenant") | client(ReadAttributes=["email", "custom:tenant", "custom:role"]),
        says="""\
Client.ReadAttributes[2]: is no attribute of the pool, got 'custom:role'
   allowed: standard attributes, and custom:<name> for each custom one in Pool.Schema
   fix: correct the name, or declare it in Pool.Schema
   [app-client.read-attribute-unknown] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=schema("tenant", "role") | client(ReadAttributes=["email_verified", "custom:tenant", "custom:role"]),
        silent=schema("tenant", UNKNOWN) | client(ReadAttributes=["custom:role"]),
    ),
    Case(
        rule="app-client.attribute-undeclared",
        fails=schema("tenant") | client(WriteAttributes=["email", "custom:role"]),
        says="""\
Client.WriteAttributes[1]: is not among the attributes of the pool that are known here, got 'custom:role'
   allowed: standard attributes, and custom:<name> for each custom one in Pool.Schema
   fix: declare it in Pool.Schema, and begin a custom attribute's name with custom:
   [app-client.attribute-undeclared] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=schema("tenant") | client(WriteAttributes=["email", "custom:tenant"]),
        silent=pool(Schema=UNKNOWN) | client(WriteAttributes=["custom:role"]),
    ),
    Case(
        rule="app-client.required-attribute-not-writable",
        fails=schema(EMAIL) | client(WriteAttributes=["given_name"]),
        says="""\
Client.WriteAttributes: must have email, which Pool.Schema requires, got ['given_name']
   allowed: the attributes that users may change, and every required one
   fix: add email
   [app-client.required-attribute-not-writable] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=schema(EMAIL) | client(WriteAttributes=["given_name", "email"]),
        silent=schema(EMAIL | {"Required": UNKNOWN}) | client(WriteAttributes=["given_name"]),
    ),
    Case(
        rule="app-client.attribute-not-writable",
        fails=client(WriteAttributes=["email", "email_verified"]),
        says="""\
Client.WriteAttributes[1]: cannot be written by an app client, got 'email_verified'
   allowed: attributes other than email_verified, phone_number_verified, sub
   fix: leave it out
   [app-client.attribute-not-writable] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=client(WriteAttributes=["email"], ReadAttributes=["email", "email_verified"]),
        silent=client(WriteAttributes=["email", UNKNOWN]),
    ),
    Case(
        rule="app-client.mapped-attribute-not-writable",
        fails=pool()
        | provider({"email": "email", "picture": "picture", "username": "sub"})
        | client(SupportedIdentityProviders=["Google"], WriteAttributes=["email"]),
        says="""\
Client.WriteAttributes: should have picture: an identity provider's attributes are mapped there, got ['email']
   allowed: the attributes that users may change, and every mapped one
   fix: add picture
   [app-client.mapped-attribute-not-writable] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html""",
        passes=pool()
        | provider({"email": "email", "email_verified": "email_verified"})
        | client(SupportedIdentityProviders=["Google"], WriteAttributes=["email"]),
        silent=pool() | provider(UNKNOWN) | client(SupportedIdentityProviders=["Google"], WriteAttributes=["email"]),
    ),
    Case(
        rule="app-client.all-attributes-writable",
        fails=schema("email", "tenant") | client(),
        says="""\
Client.WriteAttributes: should be said: otherwise users may change custom:tenant themselves
   allowed: the attributes that users may change, and every required one
   fix: list what the application writes
   [app-client.all-attributes-writable] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=schema("email", {"Name": "tenant", "Mutable": False}) | client(),
        silent=schema("email", {"Name": "tenant", "Mutable": UNKNOWN}) | client(),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("template", "names", "refused", "warned"),
    [
        (schema("tenant"), ["custom:tenant", "dev:custom:tenant", "sub", "identities", "updated_at"], 0, 0),
        (schema("custom:tenant"), ["custom:tenant"], 0, 0),
        (schema("tenant"), ["tenant"], 0, 1),
        (schema("tenant"), ["firstname"], 1, 0),
        (pool(), ["firstname"], 1, 0),
        (pool(), ["custom:tenant"], 0, 1),
        ({}, ["firstname", "custom:tenant"], 0, 0),
    ],
)
def test_attributes_to_read(template: Resources, names: list[str], refused: int, warned: int) -> None:
    template = template | client(ReadAttributes=names)
    assert len(BY_RULE["app-client.read-attribute-unknown"].messages(template)) == refused
    assert len(BY_RULE["app-client.attribute-undeclared"].messages(template)) == warned


def test_the_subject_is_required_but_never_written() -> None:
    template = schema({"Name": "sub", "Required": True}) | client(WriteAttributes=["email"])
    assert BY_RULE["app-client.required-attribute-not-writable"].messages(template) == []


def test_a_provider_counts_by_reference_too_but_only_where_it_is_supported() -> None:
    template = pool() | provider({"picture": "picture"})
    by_reference = client(SupportedIdentityProviders=[{"Ref": "Google"}], WriteAttributes=["email"])
    unsupported = client(SupportedIdentityProviders=["COGNITO"], WriteAttributes=["email"])
    rule = BY_RULE["app-client.mapped-attribute-not-writable"]
    assert len(rule.messages(template | by_reference)) == 1
    assert rule.messages(template | unsupported) == []


def test_all_attributes_that_are_mapped_and_not_writable_are_named() -> None:
    (message,) = BY_RULE["app-client.mapped-attribute-not-writable"].messages(
        pool()
        | provider({"picture": "picture", "name": "name"})
        | client(SupportedIdentityProviders=["Google"], WriteAttributes=["email"])
    )
    assert message.startswith("Client.WriteAttributes: should have name, picture: an identity provider's attributes")
    assert "\n   fix: add name, picture\n" in message


def test_an_identity_provider_that_is_not_used_does_not_hide_the_next_one() -> None:
    other = {"Another": provider({"email": "mail"})["Google"]}
    other["Another"]["Properties"] = other["Another"]["Properties"] | {"ProviderName": "Another"}
    template = (
        pool()
        | other
        | provider({"picture": "picture"})
        | client(SupportedIdentityProviders=["Google"], WriteAttributes=["email"])
    )
    assert len(BY_RULE["app-client.mapped-attribute-not-writable"].messages(template)) == 1


def test_nobody_is_told_to_say_what_is_said() -> None:
    template = schema("tenant") | client(WriteAttributes=["email"])
    assert BY_RULE["app-client.all-attributes-writable"].messages(template) == []


def test_all_attributes_that_users_may_change_are_named_and_no_others() -> None:
    (message,) = BY_RULE["app-client.all-attributes-writable"].messages(
        schema("tenant", "role", {"Name": "score", "DeveloperOnlyAttribute": True}) | client()
    )
    assert message.startswith(
        "Client.WriteAttributes: should be said: otherwise users may change custom:tenant, custom:role themselves\n"
    )
