"""The resource types that the extension adds: created, and read back with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from local_aws import carried, deployed, not_emulated
from local_aws.deployed import Stack, describe_stack
from local_aws.live import Client
from local_aws.node import find_node
from local_aws.results import FAILED, RECORDED, WORKS
from local_aws.server import LocalAws, running
from local_aws.workplace import workplace
from local_aws.world import World
from tests.local_aws import everything
from tests.local_aws.everything import CSS, DIRECTORY, EVERYTHING, GOOGLE
from tests.local_aws.stacks import delete, deploy, reasons, resource


@pytest.fixture(scope="module")
def aws() -> Iterator[LocalAws]:
    with workplace("test-resource-types") as place, running(place, find_node()) as started:
        yield started


@pytest.fixture(scope="module")
def client(aws: LocalAws) -> Client:
    return cache(aws.client)


@pytest.fixture(scope="module")
def cognito(client: Client) -> Any:
    return client("cognito-idp")


# Every attribute that follows from Ref, as an output: `UsersXArn`.
ATTRIBUTES = {
    f"{logical_id}X{name}": {"Fn::GetAtt": [logical_id, name]}
    for logical_id, each in EVERYTHING.items()
    for resource_type, name in deployed.ATTRIBUTES
    if each["Type"] == resource_type
}


@pytest.fixture(scope="module")
def stack(aws: LocalAws) -> Stack:
    status = deploy(aws, "Everything", EVERYTHING, ATTRIBUTES)
    assert status == "CREATE_COMPLETE", reasons(aws, "Everything")
    return describe_stack(aws, "Everything")


def test_every_added_type_is_in_the_stack() -> None:
    written = {each["Type"] for each in EVERYTHING.values()}
    assert set(not_emulated.RECORDED) <= written
    assert {name.partition(".")[0] for name in not_emulated.NOT_EMULATED} <= written


def test_ref_returns_what_it_returns_on_aws(stack: Stack) -> None:
    physical = {logical_id: each.physical_id for logical_id, each in stack.resources.items()}
    pool, app = physical["Users"], physical["Web"]
    assert (physical["Google"], physical["Ada"]) == ("Google", "ada")
    assert physical["Style"] == f"UserPoolUICustomizationAttachment-{pool}-{app}"
    assert physical["Risks"] == f"UserPoolRiskConfigurationAttachment-{pool}-ALL"
    assert physical["Membership"].startswith("UserToGroupAttachment-")
    assert (physical["Logs"], physical["Replica"]) == (pool, f"{pool}|eu-west-1")
    assert physical["Branding"].startswith(f"{pool}|")


def test_attributes_follow_from_ref_as_the_table_says(stack: Stack) -> None:
    physical = {logical_id: each.physical_id for logical_id, each in stack.resources.items()}
    types = {logical_id: each["Type"] for logical_id, each in EVERYTHING.items()}
    assert set(types.values()) >= {resource_type for resource_type, _ in deployed.ATTRIBUTES}
    assert {name: deployed.resolved(value, physical, types) for name, value in ATTRIBUTES.items()} == stack.outputs


def test_identity_providers_are_live(stack: Stack, cognito: Any) -> None:
    pool_id = stack.pool.physical_id
    [listed] = cognito.list_identity_providers(UserPoolId=pool_id)["Providers"]
    assert (listed["ProviderName"], listed["ProviderType"]) == ("Google", "Google")
    found = cognito.describe_identity_provider(UserPoolId=pool_id, ProviderName="Google")["IdentityProvider"]
    assert found["ProviderDetails"] == GOOGLE


def test_an_identity_provider_gives_a_client_nothing_by_itself(stack: Stack, cognito: Any) -> None:
    web = stack.resources["Web"].physical_id
    found = cognito.describe_user_pool_client(UserPoolId=stack.pool.physical_id, ClientId=web)["UserPoolClient"]
    assert found["SupportedIdentityProviders"] == ["COGNITO"]


def test_users_are_live_in_their_groups_and_have_to_choose_a_password(stack: Stack, cognito: Any) -> None:
    pool_id = stack.pool.physical_id
    [ada] = cognito.list_users(UserPoolId=pool_id)["Users"]
    assert (ada["Username"], ada["UserStatus"]) == ("ada", "FORCE_CHANGE_PASSWORD")
    assert {"Name": "email", "Value": "ada@people.example"} in ada["Attributes"]
    groups = cognito.admin_list_groups_for_user(UserPoolId=pool_id, Username="ada")["Groups"]
    assert [each["GroupName"] for each in groups] == ["admins"]


def test_users_are_invited_with_a_password_that_the_policy_allows_unless_that_is_suppressed(
    aws: LocalAws, stack: Stack
) -> None:
    said = {"UserPoolId": stack.pool.physical_id, "MessageAction": "SUPPRESS"}
    quiet = [{"Name": "email", "Value": "bob@people.example"}]
    user = resource("AWS::Cognito::UserPoolUser", **said, Username="bob", UserAttributes=quiet)
    assert deploy(aws, "Quiet", {"Bob": user}) == "CREATE_COMPLETE"
    world = World(aws, {})
    assert "ada" in world.last_mail_to("ada@people.example").text
    assert world.mails_to("bob@people.example") == []
    assert delete(aws, "Quiet") == "DELETE_COMPLETE"


def test_the_style_of_the_pages_is_live_for_its_client_only(stack: Stack, cognito: Any) -> None:
    pool_id, web = stack.pool.physical_id, stack.resources["Web"].physical_id
    assert cognito.get_ui_customization(UserPoolId=pool_id, ClientId=web)["UICustomization"]["CSS"] == CSS
    assert "CSS" not in cognito.get_ui_customization(UserPoolId=pool_id, ClientId="ALL")["UICustomization"]


def test_role_mappings_are_live_under_their_provider(stack: Stack, client: Client) -> None:
    identities = stack.resources["Identities"].physical_id
    found = client("cognito-identity").get_identity_pool_roles(IdentityPoolId=identities)
    provider = f"cognito-idp.us-east-1.amazonaws.com/{stack.pool.physical_id}:{stack.resources['Web'].physical_id}"
    assert found["RoleMappings"] == {provider: {"Type": "Token", "AmbiguousRoleResolution": "Deny"}}


def test_nothing_in_the_whole_stack_is_lost(stack: Stack, client: Client) -> None:
    compared = carried.compared(client, stack.resources.values())
    assert [each for each in compared if each.verdict not in (WORKS, RECORDED)] == []
    assert {each.resource for each in compared if each.verdict == WORKS} == {
        f"Everything/{name}" for name in (*set(DIRECTORY) - {"Style"}, "Identities", "Roles")
    }


def test_what_does_nothing_is_told_with_its_reason(stack: Stack, client: Client) -> None:
    compared = carried.compared(client, stack.resources.values())
    told = {(each.resource, each.property): each.note for each in compared if each.verdict == RECORDED}
    assert told["Everything/Branding", "Settings"] == "no branding is shown"
    assert told["Everything/InFront", "WebACLArn"] == "no web ACL filters requests"
    assert told["Everything/Style", "CSS"] == "no page is shown in this style"
    assert told["Everything/Roles", "RoleMappings"] == "no role is chosen by rule or by token"
    recorded = {f"Everything/{name}" for name in everything.RECORDED}
    assert {resource for resource, _ in told if resource in recorded} == recorded


def test_a_resource_that_somebody_has_deleted_fails_the_comparison(aws: LocalAws, client: Client) -> None:
    kept = ("Users", "Google", "Ada", "Admins", "Membership")
    assert deploy(aws, "Robbed", {name: DIRECTORY[name] for name in kept}) == "CREATE_COMPLETE"
    stack = describe_stack(aws, "Robbed")
    pool_id = stack.pool.physical_id
    client("cognito-idp").delete_identity_provider(UserPoolId=pool_id, ProviderName="Google")
    client("cognito-idp").admin_remove_user_from_group(UserPoolId=pool_id, Username="ada", GroupName="admins")
    compared = carried.compared(client, stack.resources.values())
    failed = {(each.resource, each.property) for each in compared if each.verdict == FAILED}
    assert {("Robbed/Google", "ProviderName"), ("Robbed/Membership", "GroupName")} <= failed
    assert {where for where, _ in failed} == {"Robbed/Google", "Robbed/Membership"}
    assert delete(aws, "Robbed") == "DELETE_COMPLETE", "what has gone needs no deleting"
