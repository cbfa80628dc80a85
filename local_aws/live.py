"""What the local AWS says of a deployed resource, under the template's names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from local_aws.deployed import Resource

# Hands out the client of a service, by the service's name.
Client = Callable[[str], Any]
State = Mapping[str, Any]


def live_state(client: Client, resource: Resource) -> State | None:
    """Read a resource back: None for a type that cannot be read, nothing in it for a resource that is not there."""
    reader = _READERS.get(resource.type)
    if reader is None:
        return None
    try:
        return reader(client, resource)
    except ClientError as error:
        if error.response["Error"]["Code"] in _NOT_THERE:
            return {}
        raise


_NOT_THERE = {"ResourceNotFoundException", "UserNotFoundException", "WAFNonexistentItemException"}


def _user_pool(client: Client, resource: Resource) -> State:
    cognito = client("cognito-idp")
    pool = cognito.describe_user_pool(UserPoolId=resource.physical_id)["UserPool"]
    factors = cognito.get_user_pool_mfa_config(UserPoolId=resource.physical_id)
    enabled = [name for name, key in _FACTOR_STATE.items() if factors.get(key, {}).get("Enabled", key in factors)]
    prefixed = pool["SchemaAttributes"]
    # The template names a custom attribute without the prefix that the API gives it.
    schema = [{**each, "Name": each["Name"].removeprefix("custom:")} for each in prefixed]
    return {**pool, "UserPoolName": pool["Name"], "EnabledMfas": enabled, "Schema": schema}


_FACTOR_STATE = {
    "SOFTWARE_TOKEN_MFA": "SoftwareTokenMfaConfiguration",
    "SMS_MFA": "SmsMfaConfiguration",
    "EMAIL_OTP": "EmailMfaConfiguration",
}


def _app_client(client: Client, resource: Resource) -> State:
    asked = {"UserPoolId": resource.properties["UserPoolId"], "ClientId": resource.physical_id}
    found = client("cognito-idp").describe_user_pool_client(**asked)["UserPoolClient"]
    return {**found, "GenerateSecret": "ClientSecret" in found}


def _domain(client: Client, resource: Resource) -> State:
    described: Mapping[str, State] = client("cognito-idp").describe_user_pool_domain(
        Domain=resource.properties["Domain"]
    )
    return described["DomainDescription"]


def _group(client: Client, resource: Resource) -> State:
    asked = {"UserPoolId": resource.properties["UserPoolId"], "GroupName": resource.physical_id}
    found: State = client("cognito-idp").get_group(**asked)["Group"]
    return found


def _resource_server(client: Client, resource: Resource) -> State:
    asked = {"UserPoolId": resource.properties["UserPoolId"], "Identifier": resource.physical_id}
    found: State = client("cognito-idp").describe_resource_server(**asked)["ResourceServer"]
    return found


def _identity_provider(client: Client, resource: Resource) -> State:
    asked = {"UserPoolId": resource.properties["UserPoolId"], "ProviderName": resource.physical_id}
    found: State = client("cognito-idp").describe_identity_provider(**asked)["IdentityProvider"]
    return found


def _user(client: Client, resource: Resource) -> State:
    pool_id = resource.properties["UserPoolId"]
    found = client("cognito-idp").admin_get_user(UserPoolId=pool_id, Username=resource.physical_id)
    # Where people sign in by address, the address finds the user, whose name is a made-up one.
    return {**found, "UserPoolId": pool_id, "Username": resource.physical_id}


def _membership(client: Client, resource: Resource) -> State:
    asked = {name: resource.properties[name] for name in ("UserPoolId", "Username")}
    groups = client("cognito-idp").admin_list_groups_for_user(**asked)["Groups"]
    wanted = resource.properties["GroupName"]
    return {**asked, "GroupName": wanted} if wanted in [each["GroupName"] for each in groups] else {}


def _style(client: Client, resource: Resource) -> State:
    asked = {name: resource.properties[name] for name in ("UserPoolId", "ClientId")}
    found: State = client("cognito-idp").get_ui_customization(**asked)["UICustomization"]
    return found


def _identity_pool(client: Client, resource: Resource) -> State:
    found: State = client("cognito-identity").describe_identity_pool(IdentityPoolId=resource.physical_id)
    return found


def _roles(client: Client, resource: Resource) -> State:
    pool_id = resource.properties["IdentityPoolId"]
    found = client("cognito-identity").get_identity_pool_roles(IdentityPoolId=pool_id)
    live = found.get("RoleMappings", {})
    # The template may write a mapping under any key, and name the provider in it.
    mappings = {
        key: {"IdentityProvider": provider, **live[provider]}
        for key, entry in resource.properties.get("RoleMappings", {}).items()
        if (provider := entry.get("IdentityProvider", key)) in live
    }
    return {**found, "RoleMappings": mappings}


def _principal_tags(client: Client, resource: Resource) -> State:
    asked = {name: resource.properties[name] for name in ("IdentityPoolId", "IdentityProviderName")}
    found: State = client("cognito-identity").get_principal_tag_attribute_map(**asked)
    return found


def _web_acl_of(client: Client, resource: Resource) -> State:
    protected = resource.properties["ResourceArn"]
    found = client("wafv2").get_web_acl_for_resource(ResourceArn=protected)["WebACL"]
    return {"ResourceArn": protected, "WebACLArn": found["ARN"]}


_READERS: Mapping[str, Callable[[Client, Resource], State]] = {
    "AWS::Cognito::IdentityPool": _identity_pool,
    "AWS::Cognito::IdentityPoolPrincipalTag": _principal_tags,
    "AWS::Cognito::IdentityPoolRoleAttachment": _roles,
    "AWS::Cognito::UserPool": _user_pool,
    "AWS::Cognito::UserPoolClient": _app_client,
    "AWS::Cognito::UserPoolDomain": _domain,
    "AWS::Cognito::UserPoolGroup": _group,
    "AWS::Cognito::UserPoolIdentityProvider": _identity_provider,
    "AWS::Cognito::UserPoolResourceServer": _resource_server,
    "AWS::Cognito::UserPoolUICustomizationAttachment": _style,
    "AWS::Cognito::UserPoolUser": _user,
    "AWS::Cognito::UserPoolUserToGroupAttachment": _membership,
    "AWS::WAFv2::WebACLAssociation": _web_acl_of,
}
