"""What the local AWS prints of a pool is read as a template that imports it, changes nothing, and makes it anew."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from constructs_lib.readers.described.pools import Described, read_described
from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from local_aws.node import find_node
from local_aws.server import LocalAws, running
from local_aws.workplace import workplace

POOL: dict[str, Any] = {
    "PoolName": "people",
    "UsernameAttributes": ["email"],
    "AutoVerifiedAttributes": ["email"],
    "UsernameConfiguration": {"CaseSensitive": False},
    "Schema": [
        {"Name": "email", "Required": True, "Mutable": True},
        {"Name": "tenant", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "20"}},
        {"Name": "internal", "AttributeDataType": "Boolean", "DeveloperOnlyAttribute": True},
    ],
    "Policies": {"PasswordPolicy": {"MinimumLength": 12, "TemporaryPasswordValidityDays": 3}},
    "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]},
    "UserPoolTags": {"team": "identity"},
}
CLIENT: dict[str, Any] = {
    "ClientName": "web",
    "GenerateSecret": True,
    "SupportedIdentityProviders": ["COGNITO", "Google"],
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthScopes": ["openid", "orders/read"],
    "AllowedOAuthFlowsUserPoolClient": True,
    "CallbackURLs": ["https://shop.example/"],
}
GOOGLE = {"client_id": "google", "client_secret": "secret", "authorize_scopes": "openid"}
SCOPE = {"ScopeName": "read", "ScopeDescription": "Read orders"}


@pytest.fixture(scope="module")
def aws() -> Iterator[LocalAws]:
    with workplace("test-described") as place, running(place, find_node()) as started:
        yield started


@pytest.fixture(scope="module")
def made(aws: LocalAws) -> Described:
    """Make a pool by the API, and what lives in it."""
    cognito = aws.client("cognito-idp")
    pool = cognito.create_user_pool(**POOL)["UserPool"]["Id"]
    cognito.set_user_pool_mfa_config(
        UserPoolId=pool, MfaConfiguration="OPTIONAL", SoftwareTokenMfaConfiguration={"Enabled": True}
    )
    cognito.create_identity_provider(
        UserPoolId=pool, ProviderName="Google", ProviderType="Google", ProviderDetails=GOOGLE, AttributeMapping={}
    )
    cognito.create_resource_server(UserPoolId=pool, Identifier="orders", Name="Orders", Scopes=[SCOPE])
    cognito.create_group(UserPoolId=pool, GroupName="admins", Precedence=0)
    client = cognito.create_user_pool_client(UserPoolId=pool, **CLIENT)["UserPoolClient"]["ClientId"]
    return described(aws, pool, client)


def described(aws: LocalAws, pool: str, client: str) -> Described:
    """Read the answers of every call."""
    cognito = aws.client("cognito-idp")
    answers = {
        "pool": cognito.describe_user_pool(UserPoolId=pool),
        "mfa": cognito.get_user_pool_mfa_config(UserPoolId=pool),
        "client": cognito.describe_user_pool_client(UserPoolId=pool, ClientId=client),
        "clients": cognito.list_user_pool_clients(UserPoolId=pool),
        "google": cognito.describe_identity_provider(UserPoolId=pool, ProviderName="Google"),
        "server": cognito.describe_resource_server(UserPoolId=pool, Identifier="orders"),
        "servers": cognito.list_resource_servers(UserPoolId=pool),
        "group": cognito.get_group(UserPoolId=pool, GroupName="admins"),
        "groups": cognito.list_groups(UserPoolId=pool),
        "domain": cognito.describe_user_pool_domain(Domain="there-is-none"),
        "style": cognito.get_ui_customization(UserPoolId=pool),
    }
    [found] = read_described(json.loads(json.dumps(answers, default=str)))
    return found


def template(resources: Resources, parameters: Mapping[str, Any]) -> str:
    """Write a template of described resources."""
    kept = {name: {"DeletionPolicy": "Retain", **resource} for name, resource in resources.items()}
    return json.dumps({"Parameters": {name: {"Type": "String"} for name in parameters}, "Resources": kept})


def said_of(found: Described) -> dict[str, Any]:
    """Give what is said of each resource."""
    return {name: resource["Properties"] for name, resource in found.resources.items()}


def test_nothing_that_is_there_is_an_error(made: Described) -> None:
    assert set(made.resources) == {
        *("Pool", "AppClientweb", "IdentityProviderGoogle", "ResourceServerorders", "Groupadmins"),
    }
    assert [str(it) for it in judge(made.resources, made.deployment) if it.severity == "error"] == []
    assert made.left_out == ()


def test_a_pool_is_imported_by_its_description_and_no_update_is_left(aws: LocalAws, made: Described) -> None:
    # The local AWS cannot import identity providers.
    resources = {name: dict(it) for name, it in made.resources.items() if name != "IdentityProviderGoogle"}
    resources["AppClientweb"].pop("DependsOn")
    body = template(resources, {})
    imported = [
        {
            "LogicalResourceId": name,
            "ResourceType": it["Type"],
            "ResourceIdentifier": dict(made.identifiers[name]),
        }
        for name, it in resources.items()
    ]
    cloudformation = aws.client("cloudformation")
    change = {"StackName": "imported", "ChangeSetName": "import"}
    cloudformation.create_change_set(**change, ChangeSetType="IMPORT", TemplateBody=body, ResourcesToImport=imported)
    cloudformation.get_waiter("change_set_create_complete").wait(**change, WaiterConfig={"Delay": 1})
    cloudformation.execute_change_set(**change)
    cloudformation.get_waiter("stack_import_complete").wait(StackName="imported", WaiterConfig={"Delay": 1})
    pool, client = made.identifiers["Pool"]["UserPoolId"], made.identifiers["AppClientweb"]["ClientId"]
    assert said_of(described(aws, pool, client)) == said_of(made)
    with pytest.raises(ClientError, match="No updates are to be performed"):
        cloudformation.update_stack(StackName="imported", TemplateBody=body)


def test_a_pool_is_made_anew_by_its_description(aws: LocalAws, made: Described) -> None:
    cloudformation = aws.client("cloudformation")
    secrets = [{"ParameterKey": name, "ParameterValue": "secret"} for name in made.parameters]
    body = template(made.resources, made.parameters)
    cloudformation.create_stack(StackName="anew", TemplateBody=body, Parameters=secrets)
    cloudformation.get_waiter("stack_create_complete").wait(StackName="anew", WaiterConfig={"Delay": 1})
    there = cloudformation.describe_stack_resources(StackName="anew")["StackResources"]
    ids = {it["LogicalResourceId"]: it["PhysicalResourceId"] for it in there}
    assert said_of(described(aws, ids["Pool"], ids["AppClientweb"])) == said_of(made)
