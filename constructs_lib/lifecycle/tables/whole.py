"""Resources that come, go, or are called otherwise."""

from constructs_lib.lifecycle.effect import Effect, Row
from constructs_lib.lifecycle.tables.sources import (
    API,
    DELETE_CLIENT,
    DELETE_DOMAIN,
    DELETE_GROUP,
    DELETE_POOL,
    DELETE_PROVIDER,
    DELETE_SERVER,
    DELETION_POLICY,
    IDENTITY_API,
    NAMED,
    PASSKEYS,
    PROTECTION,
    REPLICATION,
    UPDATES,
)
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

ADDED = Row("", Effect.IN_PLACE, "is added; users, tokens and sessions stay", UPDATES)

PASSKEYS_ELSEWHERE = Row(
    "",
    Effect.LOSES,
    "is added, and the pages take no passkeys but those of the own domain from now on: users must sign in in another "
    "way and register anew; tokens and sessions stay",
    PASSKEYS,
)

ALONE = Row(
    "",
    Effect.IN_PLACE,
    "has no match on the other side, by type and name, and stays as it is",
    UPDATES,
)

KEPT = Row(
    "",
    Effect.IN_PLACE,
    "leaves the stack and stays as it is, because DeletionPolicy says so; no stack manages it any more",
    DELETION_POLICY,
)

PROTECTED = Row(
    "",
    Effect.REFUSED,
    "AWS refuses to delete a protected pool: the users stay, and the stack cannot clean up; say DeletionPolicy: Retain "
    "before it leaves the stack",
    PROTECTION,
)

RETYPED = Row(
    "Type",
    Effect.REFUSED,
    "CloudFormation refuses another type under the same logical id: everything stays, and the deploy fails",
    "https://github.com/aws/aws-sam-cli/issues/6786",
)

REMOVED = {
    IDENTITY_POOL: Row(
        "",
        Effect.LOSES,
        "the identity pool is deleted with all identities: nobody gets AWS credentials from it, and what apps "
        "have stored under an identity id is nobody's",
        f"{IDENTITY_API}API_DeleteIdentityPool.html",
    ),
    IDENTITY_POOL_PRINCIPAL_TAG: Row(
        "",
        Effect.IN_PLACE,
        "sessions have no tags from users' claims any more: policies that ask for them refuse; identities stay",
        f"{IDENTITY_API}API_SetPrincipalTagAttributeMap.html",
    ),
    IDENTITY_POOL_ROLE_ATTACHMENT: Row(
        "",
        Effect.LOSES,
        "the identity pool has no roles: nobody gets AWS credentials from it any more",
        f"{IDENTITY_API}API_SetIdentityPoolRoles.html",
    ),
    LOG_DELIVERY: Row(
        "",
        Effect.IN_PLACE,
        "nothing is logged any more; users, tokens and sessions stay",
        f"{API}API_SetLogDeliveryConfiguration.html",
    ),
    MANAGED_LOGIN_BRANDING: Row(
        "",
        Effect.IN_PLACE,
        "the pages of this app client show nothing without a style; users, tokens and sessions stay",
        f"{API}API_DeleteManagedLoginBranding.html",
    ),
    TERMS: Row(
        "",
        Effect.IN_PLACE,
        "the pages show the document no more; users, tokens and sessions stay",
        f"{API}API_DeleteTerms.html",
    ),
    USER_POOL: Row(
        "",
        Effect.LOSES,
        "the pool is deleted with all its users, passwords, passkeys, second factors and tokens; AWS Support can "
        "bring it back for 14 days",
        DELETE_POOL,
    ),
    USER_POOL_CLIENT: Row(
        "",
        Effect.LOSES,
        "the app client is deleted: its apps cannot sign anybody in, and all its refresh tokens and sessions end",
        DELETE_CLIENT,
    ),
    USER_POOL_DOMAIN: Row(
        "",
        Effect.LOSES,
        "the pages and the authorization server at this address end: nobody can sign in there, and passkeys that were "
        "made for it stop working",
        DELETE_DOMAIN,
    ),
    USER_POOL_GROUP: Row(
        "",
        Effect.LOSES,
        "the group is deleted with its memberships: new tokens do not name it; users and sessions stay",
        DELETE_GROUP,
    ),
    USER_POOL_IDENTITY_PROVIDER: Row(
        "",
        Effect.LOSES,
        "users of this provider cannot sign in any more",
        DELETE_PROVIDER,
    ),
    USER_POOL_MEMBERSHIP: Row(
        "",
        Effect.IN_PLACE,
        "the user leaves the group, from the next tokens on",
        f"{API}API_AdminRemoveUserFromGroup.html",
    ),
    USER_POOL_REGIONAL_CONFIGURATION: Row(
        "",
        Effect.IN_PLACE,
        "the replica keeps the settings of its Region, unmanaged; users and sessions stay",
        REPLICATION,
    ),
    USER_POOL_REPLICA: Row(
        "",
        Effect.LOSES,
        "the replica is deleted, which AWS does only while it is inactive: nobody signs in there",
        f"{API}API_DeleteUserPoolReplica.html",
    ),
    USER_POOL_RESOURCE_SERVER: Row(
        "",
        Effect.LOSES,
        "no new token holds its scopes, and apps that ask for them are refused",
        DELETE_SERVER,
    ),
    USER_POOL_RISK_CONFIGURATION: Row(
        "",
        Effect.IN_PLACE,
        "threat protection acts as the pool says, or not at all; users, tokens and sessions stay",
        f"{API}API_SetRiskConfiguration.html",
    ),
    USER_POOL_UI_CUSTOMIZATION: Row(
        "",
        Effect.IN_PLACE,
        "the classic pages look as Cognito makes them; users, tokens and sessions stay",
        f"{API}API_SetUICustomization.html",
    ),
    USER_POOL_USER: Row(
        "",
        Effect.LOSES,
        "the user is deleted, with password, second factors, passkeys, groups and sessions",
        f"{API}API_AdminDeleteUser.html",
    ),
}
"""By type, what happens when a resource leaves the stack and nothing keeps it."""

NAME_TAKEN = Row(
    "",
    Effect.REFUSED,
    "is another resource for CloudFormation, which makes it before it deletes the old one: AWS refuses two of one "
    "name, and the deploy fails; keep the logical id",
    NAMED,
)

UNIQUE = frozenset(
    (
        MANAGED_LOGIN_BRANDING,
        TERMS,
        USER_POOL_DOMAIN,
        USER_POOL_GROUP,
        USER_POOL_IDENTITY_PROVIDER,
        USER_POOL_REPLICA,
        USER_POOL_RESOURCE_SERVER,
        USER_POOL_USER,
    )
)
"""The types of which a pool, or a Region, has one of a name."""

MADE_AGAIN = "is another resource for CloudFormation, which makes a new one; and of the old one: "

UNPROTECTED = Row(
    "DeletionPolicy",
    Effect.IN_PLACE,
    "nothing is lost yet, but from now on the pool is deleted with its users when it leaves the stack",
    DELETION_POLICY,
)

KEEPING = Row(
    "DeletionPolicy", Effect.IN_PLACE, "says what happens when it leaves the stack; now nothing", DELETION_POLICY
)

ON_REPLACEMENT = Row(
    "UpdateReplacePolicy",
    Effect.IN_PLACE,
    "says what happens to the old one when it is replaced; now nothing",
    f"{DELETION_POLICY.replace('deletionpolicy', 'updatereplacepolicy')}",
)

OLD_ONE_STAYS = (
    "the resource is made anew, and the old one stays outside of the stack, because UpdateReplacePolicy says so: apps "
    "that know it go on until it is deleted"
)

BESIDE = Row("", Effect.NONE, "says nothing to AWS about users", UPDATES)
