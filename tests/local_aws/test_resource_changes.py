"""The resource types that the extension adds: changed, replaced, refused and deleted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from local_aws import carried
from local_aws.deployed import describe_stack
from local_aws.live import Client, live_state
from local_aws.node import find_node
from local_aws.results import RECORDED, WORKS
from local_aws.server import LocalAws, running
from local_aws.workplace import workplace
from tests.local_aws import everything
from tests.local_aws.everything import CLIENT, DIRECTORY, EVERYTHING, GOOGLE, POOL
from tests.local_aws.stacks import after, delete, deploy, outputs_of, reasons, resource

POOLS = {"Users": resource("AWS::Cognito::UserPool"), "Others": resource("AWS::Cognito::UserPool")}
OTHERS = {"Ref": "Others"}


@pytest.fixture(scope="module")
def aws() -> Iterator[LocalAws]:
    with workplace("test-resource-changes") as place, running(place, find_node()) as started:
        yield started


@pytest.fixture(scope="module")
def client(aws: LocalAws) -> Client:
    return cache(aws.client)


@pytest.fixture(scope="module")
def cognito(client: Client) -> Any:
    return client("cognito-idp")


def live(aws: LocalAws, stack: str, logical_id: str) -> Any:
    """Read back one resource of a stack."""
    return live_state(cache(aws.client), describe_stack(aws, stack).resources[logical_id])


def providers(aws: LocalAws, stack: str, pool: str) -> list[str]:
    pool_id = describe_stack(aws, stack).resources[pool].physical_id
    listed = aws.client("cognito-idp").list_identity_providers(UserPoolId=pool_id)["Providers"]
    return [each["ProviderName"] for each in listed]


def google(pool: Any = POOL, name: str = "Google", **more: Any) -> dict[str, Any]:
    details = {"UserPoolId": pool, "ProviderName": name, "ProviderType": "Google", "ProviderDetails": GOOGLE}
    return resource("AWS::Cognito::UserPoolIdentityProvider", **{**details, **more})


def test_an_identity_provider_changes_in_place_and_forgets_what_is_no_longer_said(aws: LocalAws) -> None:
    before = google(AttributeMapping={"email": "email"}, IdpIdentifiers=["a"])
    deploy(aws, "InPlace", {**POOLS, "Google": before})
    created = live(aws, "InPlace", "Google")
    after = google(ProviderDetails={**GOOGLE, "client_id": "new", "attributes_url_add_attributes": True})
    assert deploy(aws, "InPlace", {**POOLS, "Google": after}) == "UPDATE_COMPLETE"
    changed = live(aws, "InPlace", "Google")
    assert changed["CreationDate"] == created["CreationDate"]
    assert changed["ProviderDetails"] == {**GOOGLE, "client_id": "new", "attributes_url_add_attributes": "true"}
    assert (changed["AttributeMapping"], changed["IdpIdentifiers"]) == ({}, [])


def test_another_name_makes_another_identity_provider_and_deletes_the_first(aws: LocalAws) -> None:
    deploy(aws, "Renamed", {**POOLS, "Google": google()})
    assert deploy(aws, "Renamed", {**POOLS, "Google": google(name="Search")}) == "UPDATE_COMPLETE"
    assert providers(aws, "Renamed", "Users") == ["Search"]


def test_an_identity_provider_moves_to_another_pool_under_its_name(aws: LocalAws) -> None:
    deploy(aws, "Moved", {**POOLS, "Google": google()})
    assert deploy(aws, "Moved", {**POOLS, "Google": google(OTHERS)}) == "UPDATE_COMPLETE"
    assert (providers(aws, "Moved", "Users"), providers(aws, "Moved", "Others")) == ([], ["Google"])


def test_a_move_that_is_rolled_back_leaves_everything_where_it_was(aws: LocalAws) -> None:
    deploy(aws, "MovedBack", {**POOLS, "Google": google()})
    refused = after("Google", resource("AWS::Cognito::UserPoolUser", UserPoolId="us-east-1_nobody", Username="ada"))
    status = deploy(aws, "MovedBack", {**POOLS, "Google": google(OTHERS), "Ada": refused})
    assert status == "UPDATE_ROLLBACK_COMPLETE"
    assert (providers(aws, "MovedBack", "Users"), providers(aws, "MovedBack", "Others")) == (["Google"], [])


def test_another_type_under_the_same_name_is_refused_and_rolled_back(aws: LocalAws) -> None:
    deploy(aws, "Retyped", {**POOLS, "Google": google()})
    status = deploy(aws, "Retyped", {**POOLS, "Google": google(ProviderType="OIDC")})
    assert status == "UPDATE_ROLLBACK_COMPLETE"
    assert "DuplicateProviderException" in reasons(aws, "Retyped")["Google"]
    assert live(aws, "Retyped", "Google")["ProviderType"] == "Google"


def test_a_change_set_says_that_a_create_only_property_may_replace(aws: LocalAws, client: Client) -> None:
    deploy(aws, "Asked", {**POOLS, "Google": google()})
    cloudformation = client("cloudformation")
    for name, changed in (("Name", google(name="Search")), ("Details", google(ProviderDetails={"client_id": "z"}))):
        template = json.dumps({"Resources": {**POOLS, "Google": changed}})
        cloudformation.create_change_set(StackName="Asked", ChangeSetName=name, TemplateBody=template)
    found = {
        name: cloudformation.describe_change_set(StackName="Asked", ChangeSetName=name)["Changes"]
        for name in ("Name", "Details")
    }
    assert {name: each["ResourceChange"]["Replacement"] for name, [each] in found.items()} == {
        "Name": "Conditional",
        "Details": "False",
    }


def test_users_and_memberships_are_made_anew(aws: LocalAws, cognito: Any) -> None:
    groups = {name: resource("AWS::Cognito::UserPoolGroup", UserPoolId=POOL, GroupName=name) for name in ("a", "b")}

    def stack(username: str, group: str) -> dict[str, Any]:
        user = resource("AWS::Cognito::UserPoolUser", UserPoolId=POOL, Username=username)
        names = {"Username": {"Ref": "User"}, "GroupName": {"Ref": group}}
        member = resource("AWS::Cognito::UserPoolUserToGroupAttachment", UserPoolId=POOL, **names)
        return {**POOLS, **groups, "User": user, "Member": member}

    deploy(aws, "People", stack("ada", "a"))
    assert deploy(aws, "People", stack("ada", "b")) == "UPDATE_COMPLETE"
    pool_id = describe_stack(aws, "People").resources["Users"].physical_id
    found = cognito.admin_list_groups_for_user(UserPoolId=pool_id, Username="ada")["Groups"]
    assert [each["GroupName"] for each in found] == ["b"]
    assert deploy(aws, "People", stack("bob", "b")) == "UPDATE_COMPLETE"
    assert [each["Username"] for each in cognito.list_users(UserPoolId=pool_id)["Users"]] == ["bob"]
    assert deploy(aws, "People", POOLS) == "UPDATE_COMPLETE"
    assert cognito.list_users(UserPoolId=pool_id)["Users"] == []


def test_a_user_without_a_name_gets_one_and_another_one_when_replaced(aws: LocalAws, cognito: Any) -> None:
    def stack(address: str) -> dict[str, Any]:
        attributes = [{"Name": "email", "Value": address}]
        return {**POOLS, "User": resource("AWS::Cognito::UserPoolUser", UserPoolId=POOL, UserAttributes=attributes)}

    deploy(aws, "Nameless", stack("a@people.example"))
    first = describe_stack(aws, "Nameless").resources["User"].physical_id
    assert deploy(aws, "Nameless", stack("b@people.example")) == "UPDATE_COMPLETE"
    second = describe_stack(aws, "Nameless").resources["User"].physical_id
    pool_id = describe_stack(aws, "Nameless").resources["Users"].physical_id
    assert [each["Username"] for each in cognito.list_users(UserPoolId=pool_id)["Users"]] == [second]
    assert first != second


def test_a_taken_user_name_is_refused(aws: LocalAws) -> None:
    said = {"UserPoolId": POOL, "UserAttributes": [{"Name": "email", "Value": "cleo@people.example"}]}
    user = resource("AWS::Cognito::UserPoolUser", **said, Username="cleo", MessageAction="SUPPRESS")
    assert deploy(aws, "Taken", {**POOLS, "Cleo": user}) == "CREATE_COMPLETE"
    assert deploy(aws, "Taken", {**POOLS, "Cleo": user, "Double": user}) == "UPDATE_ROLLBACK_COMPLETE"
    assert "UsernameExistsException" in reasons(aws, "Taken")["Double"]
    assert live(aws, "Taken", "Cleo")["UserStatus"] == "FORCE_CHANGE_PASSWORD"


def test_the_style_changes_in_place_and_goes_with_its_resource(aws: LocalAws, cognito: Any) -> None:
    around = {name: DIRECTORY[name] for name in ("Users", "Web")}
    around["Host"] = resource("AWS::Cognito::UserPoolDomain", UserPoolId=POOL, Domain="styled")

    def style(css: str, app: Any) -> dict[str, Any]:
        said = {"UserPoolId": POOL, "ClientId": app, "CSS": css}
        return after("Host", resource("AWS::Cognito::UserPoolUICustomizationAttachment", **said))

    both = {**around, "All": style(".all {}", "ALL"), "Style": style(".one {}", CLIENT)}
    assert deploy(aws, "Styled", both) == "CREATE_COMPLETE"
    assert deploy(aws, "Styled", {**both, "Style": style(".two {}", CLIENT)}) == "UPDATE_COMPLETE"
    assert live(aws, "Styled", "Style")["CSS"] == ".two {}"
    stack = describe_stack(aws, "Styled")
    assert deploy(aws, "Styled", {**around, "All": both["All"]}) == "UPDATE_COMPLETE"
    said = {"UserPoolId": stack.pool.physical_id, "ClientId": stack.resources["Web"].physical_id}
    assert cognito.get_ui_customization(**said)["UICustomization"]["CSS"] == ".all {}"


def test_another_web_acl_takes_the_place_of_the_first(aws: LocalAws, client: Client) -> None:
    def stack(wall: str) -> dict[str, Any]:
        arns = {"ResourceArn": {"Fn::GetAtt": ["Users", "Arn"]}, "WebACLArn": {"Fn::GetAtt": [wall, "Arn"]}}
        walls = dict.fromkeys(("First", "Second"), everything.AROUND["Wall"])
        return {**POOLS, **walls, "InFront": resource("AWS::WAFv2::WebACLAssociation", **arns)}

    deploy(aws, "Walled", stack("First"))
    assert deploy(aws, "Walled", stack("Second")) == "UPDATE_COMPLETE"
    found = describe_stack(aws, "Walled").resources
    assert live(aws, "Walled", "InFront")["WebACLArn"] == found["InFront"].properties["WebACLArn"]
    assert found["Second"].physical_id.split("|")[1] in live(aws, "Walled", "InFront")["WebACLArn"]
    assert deploy(aws, "Walled", POOLS) == "UPDATE_COMPLETE"
    assert live_state(client, found["InFront"]) == {}


def test_an_identity_pool_changes_in_place_with_its_roles_and_goes_with_its_stack(
    aws: LocalAws, client: Client
) -> None:
    names = ("Users", "Web", "Member", "Guest", "Identities", "Roles", "Tags")
    before = {name: EVERYTHING[name] for name in names}
    deploy(aws, "Identities", before)
    first = describe_stack(aws, "Identities").resources["Identities"].physical_id
    said = {**before["Roles"]["Properties"], "Roles": {"authenticated": {"Fn::GetAtt": ["Guest", "Arn"]}}}
    rule = {"Claim": "team", "MatchType": "Equals", "Value": "a", "RoleARN": {"Fn::GetAtt": ["Guest", "Arn"]}}
    mapping = {**said["RoleMappings"]["shop"], "Type": "Rules", "RulesConfiguration": {"Rules": [rule]}}
    said["RoleMappings"] = {"shop": mapping}
    identities = {**before["Identities"]["Properties"], "AllowClassicFlow": True}
    after = {
        **before,
        "Roles": resource("AWS::Cognito::IdentityPoolRoleAttachment", **said),
        "Identities": resource("AWS::Cognito::IdentityPool", **identities),
    }
    assert deploy(aws, "Identities", after) == "UPDATE_COMPLETE"
    stack = describe_stack(aws, "Identities")
    assert stack.resources["Identities"].physical_id == first
    compared = carried.compared(client, stack.resources.values())
    assert [each for each in compared if each.verdict not in (WORKS, RECORDED)] == []
    fewer = {name: each for name, each in after.items() if name not in ("Roles", "Tags")}
    assert deploy(aws, "Identities", fewer) == "UPDATE_COMPLETE"
    assert live_state(client, stack.resources["Tags"]) == {}
    assert client("cognito-identity").get_identity_pool_roles(IdentityPoolId=first)["Roles"] == {}
    assert delete(aws, "Identities") == "DELETE_COMPLETE"
    with pytest.raises(ClientError, match="not found"):
        client("cognito-identity").describe_identity_pool(IdentityPoolId=first)


def test_what_is_recorded_keeps_its_id_until_it_is_replaced(aws: LocalAws) -> None:
    def stack(pool: Any, **settings: Any) -> dict[str, Any]:
        return {**POOLS, "Branding": resource("AWS::Cognito::ManagedLoginBranding", UserPoolId=pool, **settings)}

    output = {"Id": {"Fn::GetAtt": ["Branding", "ManagedLoginBrandingId"]}}
    ids = []
    for resources in (stack(POOL), stack(POOL, UseCognitoProvidedValues=True), stack(OTHERS)):
        assert deploy(aws, "Branded", resources, output) in ("CREATE_COMPLETE", "UPDATE_COMPLETE")
        ids.append(outputs_of(aws, "Branded")["Id"])
    assert ids[0] == ids[1] != ids[2]


def _nowhere(properties: Any) -> Any:
    """Name a pool and a web ACL that nobody has made."""
    names = {"Web": "none", "Ada": "ada", "Admins": "admins", "Users": "us-east-1_nobody"}
    arns = {
        "Users": "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_nobody",
        "Wall": "arn:aws:wafv2:us-east-1:000000000000:regional/webacl/none/00000000-0000-4000-8000-000000000000",
        "WallLogGroup": "arn:aws:logs:us-east-1:000000000000:log-group:none:*",
    }
    if isinstance(properties, dict):
        if "Ref" in properties:
            return names[properties["Ref"]]
        if "Fn::GetAtt" in properties:
            return arns[properties["Fn::GetAtt"][0]]
        return {name: _nowhere(value) for name, value in properties.items()}
    return [_nowhere(each) for each in properties] if isinstance(properties, list) else properties


ADDED = {name: each for name, each in EVERYTHING.items() if name in (*everything.RECORDED, "InFront")} | {
    name: DIRECTORY[name] for name in ("Google", "Ada", "Membership", "Style")
}


@pytest.mark.parametrize("name", ADDED)
def test_nothing_is_created_for_a_pool_that_is_not_there(aws: LocalAws, name: str) -> None:
    alone = resource(ADDED[name]["Type"], **_nowhere(ADDED[name]["Properties"]))
    assert deploy(aws, f"Nowhere{name}", {name: alone}) == "ROLLBACK_COMPLETE"
    said = reasons(aws, f"Nowhere{name}")[name]
    assert "us-east-1_nobody does not exist" in said or "there is no web ACL" in said or "no user pool" in said, said


def test_a_web_acl_is_not_put_in_front_of_a_pool_that_is_not_there(aws: LocalAws) -> None:
    nobody = "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_nobody"
    arns = {"ResourceArn": nobody, "WebACLArn": {"Fn::GetAtt": ["Wall", "Arn"]}}
    walled = {"Wall": everything.AROUND["Wall"], "InFront": resource("AWS::WAFv2::WebACLAssociation", **arns)}
    assert deploy(aws, "NoPool", walled) == "ROLLBACK_COMPLETE"
    assert "there is no user pool us-east-1_nobody" in reasons(aws, "NoPool")["InFront"]


@pytest.mark.parametrize("resource_type", ["ManagedLoginBranding", "UserPoolRiskConfigurationAttachment"])
def test_nothing_is_recorded_for_a_client_that_is_not_there(aws: LocalAws, resource_type: str) -> None:
    alone = resource(f"AWS::Cognito::{resource_type}", UserPoolId=POOL, ClientId="nobody")
    assert deploy(aws, f"NoClient{resource_type}", {**POOLS, "Alone": alone}) == "ROLLBACK_COMPLETE"
    assert "nobody" in reasons(aws, f"NoClient{resource_type}")["Alone"]


def test_a_failing_create_rolls_back_what_came_before_it(aws: LocalAws, cognito: Any) -> None:
    deploy(aws, "Before", {"Users": POOLS["Users"]}, {"Pool": POOL})
    pool_id = outputs_of(aws, "Before")["Pool"]
    first = google(pool_id, "Rolled")
    then = after("First", resource("AWS::Cognito::UserPoolUser", UserPoolId="us-east-1_nobody", Username="ada"))
    assert deploy(aws, "RolledBack", {"First": first, "Then": then}) == "ROLLBACK_COMPLETE"
    assert cognito.list_identity_providers(UserPoolId=pool_id)["Providers"] == []


def test_a_missing_property_is_named(aws: LocalAws) -> None:
    broken = resource("AWS::Cognito::Terms", UserPoolId=POOL, TermsName="terms-of-use")
    assert deploy(aws, "Broken", {**POOLS, "Terms": broken}) == "ROLLBACK_COMPLETE"
    assert "required key [TermsSource] not found" in reasons(aws, "Broken")["Terms"]


def test_everything_is_deleted_with_its_stack(aws: LocalAws, cognito: Any) -> None:
    deploy(aws, "Outside", {"Users": POOLS["Users"]}, {"Pool": POOL})
    pool_id = outputs_of(aws, "Outside")["Pool"]
    inside = {"Google": google(pool_id), "Ada": resource(**_in(pool_id, "Ada"))}
    assert deploy(aws, "Inside", inside) == "CREATE_COMPLETE"
    assert delete(aws, "Inside") == "DELETE_COMPLETE"
    assert cognito.list_identity_providers(UserPoolId=pool_id)["Providers"] == []
    assert cognito.list_users(UserPoolId=pool_id)["Users"] == []


def _in(pool_id: str, name: str) -> dict[str, Any]:
    each = DIRECTORY[name]
    return {"resource_type": each["Type"], **each["Properties"], "UserPoolId": pool_id}
