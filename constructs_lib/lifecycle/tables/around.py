"""Changes of what belongs to a user pool, but for its app clients."""

from constructs_lib.lifecycle.conditions import becomes, is_gone, loses_any, stays
from constructs_lib.lifecycle.effect import Effect, Row
from constructs_lib.lifecycle.tables.sources import (
    API,
    DELETE_DOMAIN,
    DELETE_GROUP,
    DELETE_PROVIDER,
    DELETE_SERVER,
    GUIDE,
    NAMED,
    REPLICATION,
    UPDATE_DOMAIN,
    UPDATES,
)
from constructs_lib.resources.model import (
    LOG_DELIVERY,
    MANAGED_LOGIN_BRANDING,
    TERMS,
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

_NAME_TAKEN = "the new one is made before the old one is deleted, and AWS refuses two of one name: give it a new name"
_USER = (
    "the user is deleted and made anew: password, second factors, passkeys, groups and sessions of the old one are lost"
)
_PROVIDER = (
    "the users of this provider are named after it: they come back as new users, and the old ones cannot sign in"
)

ROWS = {
    USER_POOL_DOMAIN: [
        Row(
            "Domain",
            Effect.LOSES,
            "the old address ends: apps that send people there cannot sign anybody in, sessions at the pages end, and "
            "passkeys that were made for it stop working; tokens that are out stay",
            UPDATE_DOMAIN,
        ),
        Row("UserPoolId", Effect.REFUSED, _NAME_TAKEN, NAMED, stays("Domain")),
        Row(
            "UserPoolId",
            Effect.LOSES,
            "the old pool loses its pages: nobody of its users can sign in there, and sessions at the pages end",
            DELETE_DOMAIN,
        ),
        Row(
            "ManagedLoginVersion",
            Effect.LOSES,
            "the classic pages know no passkeys: users who have nothing else are locked out there",
            f"{GUIDE}cognito-user-pools-managed-login.html",
            becomes("1"),
        ),
        Row(
            "ManagedLoginVersion",
            Effect.IN_PLACE,
            "the pages look new, and show nothing for an app client without a branding style; sessions stay",
            f"{GUIDE}cognito-user-pools-managed-login.html",
        ),
        Row(
            "CustomDomainConfig.CertificateArn", Effect.IN_PLACE, "the address stays, and so do sessions", UPDATE_DOMAIN
        ),
    ],
    USER_POOL_GROUP: [
        Row(
            "GroupName",
            Effect.LOSES,
            "a new group is made, which has no members, and the old one is deleted: nobody's tokens name it any more",
            DELETE_GROUP,
        ),
        Row(
            "UserPoolId",
            Effect.LOSES,
            "the group moves to another pool, without its members: nobody's tokens name it any more",
            DELETE_GROUP,
        ),
        Row(
            "RoleArn",
            Effect.IN_PLACE,
            "members get the other role with their next tokens; memberships stay",
            f"{API}API_UpdateGroup.html",
        ),
    ],
    USER_POOL_IDENTITY_PROVIDER: [
        Row("ProviderName", Effect.LOSES, _PROVIDER, DELETE_PROVIDER),
        Row("ProviderType", Effect.REFUSED, _NAME_TAKEN, NAMED, stays("ProviderName")),
        Row("ProviderType", Effect.LOSES, _PROVIDER, DELETE_PROVIDER),
        Row(
            "UserPoolId",
            Effect.LOSES,
            "users of this provider cannot sign in to the old pool any more",
            DELETE_PROVIDER,
        ),
        *[
            Row(
                f"ProviderDetails.{name}",
                Effect.IN_PLACE,
                "if the provider names people otherwise from now on, they come back as new users; sessions stay",
                f"{GUIDE}cognito-user-pools-identity-federation.html",
            )
            for name in ("oidc_issuer", "client_id", "MetadataURL", "MetadataFile")
        ],
        Row(
            "AttributeMapping.*",
            Effect.IN_PLACE,
            "users keep the value that they have, which no sign-in brings up to date any more",
            f"{GUIDE}cognito-user-pools-specifying-attribute-mapping.html",
            is_gone,
        ),
        Row(
            "IdpIdentifiers",
            Effect.IN_PLACE,
            "people who are sent to the provider by {lost} do not find it any more; users and sessions stay",
            f"{GUIDE}cognito-user-pools-managing-saml-idp-naming.html",
            loses_any,
        ),
    ],
    USER_POOL_RESOURCE_SERVER: [
        Row(
            "Identifier",
            Effect.LOSES,
            "no new token holds the scopes of the old identifier, and app clients that name them are refused",
            DELETE_SERVER,
        ),
        Row("UserPoolId", Effect.LOSES, "no new token of the old pool holds its scopes", DELETE_SERVER),
        Row(
            "Scopes[]",
            Effect.LOSES,
            "no new token holds this scope, and apps that ask for it are refused",
            f"{GUIDE}cognito-user-pools-define-resource-servers.html",
            is_gone,
        ),
    ],
    USER_POOL_USER: [
        Row("UserPoolId", Effect.LOSES, _USER, UPDATES),
        Row("Username", Effect.LOSES, _USER, UPDATES),
        *[
            row
            for path in (
                "ClientMetadata",
                "DesiredDeliveryMediums",
                "ForceAliasCreation",
                "MessageAction",
                "UserAttributes",
                "ValidationData",
            )
            for row in (
                Row(path, Effect.REFUSED, f"a user cannot be changed: {_NAME_TAKEN}", NAMED, stays("Username")),
                Row(path, Effect.LOSES, _USER, UPDATES),
            )
        ],
    ],
    USER_POOL_MEMBERSHIP: [
        Row(path, Effect.REPLACED, "the user leaves the old group for the new one, from the next tokens on", UPDATES)
        for path in ("GroupName", "Username", "UserPoolId")
    ],
    USER_POOL_REPLICA: [
        Row(
            "RegionName",
            Effect.LOSES,
            "the replica of the old Region is deleted, which AWS does only while it is inactive: nobody signs in there",
            f"{API}API_DeleteUserPoolReplica.html",
        ),
        Row(
            "UserPoolId",
            Effect.LOSES,
            "the replica of the old pool is deleted, which AWS does only while it is inactive: nobody signs in there",
            f"{API}API_DeleteUserPoolReplica.html",
        ),
        Row(
            "UserPoolTagsAtCreate",
            Effect.REFUSED,
            "the tags of a replica are given when it is made, and a pool has one in a Region: take it back, and set "
            "tags by a regional configuration",
            NAMED,
            stays("RegionName"),
        ),
        Row("UserPoolTagsAtCreate", Effect.LOSES, "the old replica is deleted with its Region", REPLICATION),
    ],
    USER_POOL_REGIONAL_CONFIGURATION: [
        Row("UserPoolId", Effect.REPLACED, "the old pool keeps the settings of its Region, unmanaged", UPDATES),
        Row(
            "Status",
            Effect.LOSES,
            "the replica serves nobody while it is inactive: users of its Region cannot sign in there",
            REPLICATION,
            becomes("INACTIVE"),
        ),
    ],
    MANAGED_LOGIN_BRANDING: [
        Row("ClientId", Effect.REPLACED, "the pages of the old app client lose their style; sessions stay", UPDATES),
        Row("UserPoolId", Effect.REPLACED, "the pages of the old pool lose their style; sessions stay", UPDATES),
    ],
    TERMS: [
        Row("ClientId", Effect.REPLACED, "the pages of the old app client lose the document; sessions stay", UPDATES),
        Row("UserPoolId", Effect.REPLACED, "the pages of the old pool lose the document; sessions stay", UPDATES),
    ],
    USER_POOL_RISK_CONFIGURATION: [
        Row(path, Effect.REPLACED, "threat protection acts for others from now on; users and sessions stay", UPDATES)
        for path in ("ClientId", "UserPoolId")
    ],
    USER_POOL_UI_CUSTOMIZATION: [
        Row(path, Effect.REPLACED, "other pages get the style, and the old ones lose it; sessions stay", UPDATES)
        for path in ("ClientId", "UserPoolId")
    ],
    LOG_DELIVERY: [
        Row("UserPoolId", Effect.REPLACED, "the old pool is logged no more; users and sessions stay", UPDATES),
    ],
}

DEFAULTS = {USER_POOL_DOMAIN: {"ManagedLoginVersion": 1}}
