"""What CloudFormation's schemas say of changes, as far as it is needed without them.

A test holds this against the schemas.
"""

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

CREATE_ONLY = {
    IDENTITY_POOL: frozenset[str](),
    IDENTITY_POOL_PRINCIPAL_TAG: frozenset(("IdentityPoolId", "IdentityProviderName")),
    IDENTITY_POOL_ROLE_ATTACHMENT: frozenset(("IdentityPoolId",)),
    LOG_DELIVERY: frozenset(("UserPoolId",)),
    MANAGED_LOGIN_BRANDING: frozenset(("ClientId", "UserPoolId")),
    TERMS: frozenset(("ClientId", "UserPoolId")),
    USER_POOL: frozenset[str](),
    USER_POOL_CLIENT: frozenset(("GenerateSecret", "UserPoolId")),
    USER_POOL_DOMAIN: frozenset(("Domain", "UserPoolId")),
    USER_POOL_GROUP: frozenset(("GroupName", "UserPoolId")),
    USER_POOL_IDENTITY_PROVIDER: frozenset(("ProviderName", "ProviderType", "UserPoolId")),
    USER_POOL_MEMBERSHIP: frozenset(("GroupName", "UserPoolId", "Username")),
    USER_POOL_REGIONAL_CONFIGURATION: frozenset(("UserPoolId",)),
    USER_POOL_REPLICA: frozenset(("RegionName", "UserPoolId", "UserPoolTagsAtCreate")),
    USER_POOL_RESOURCE_SERVER: frozenset(("Identifier", "UserPoolId")),
    USER_POOL_RISK_CONFIGURATION: frozenset(("ClientId", "UserPoolId")),
    USER_POOL_UI_CUSTOMIZATION: frozenset(("ClientId", "UserPoolId")),
    USER_POOL_USER: frozenset(
        (
            "ClientMetadata",
            "DesiredDeliveryMediums",
            "ForceAliasCreation",
            "MessageAction",
            "UserAttributes",
            "UserPoolId",
            "Username",
            "ValidationData",
        )
    ),
}
"""By type, the properties of which a change makes the resource anew. The types are all of Cognito's."""

KEYS: dict[str, dict[str, tuple[str, ...]]] = {
    IDENTITY_POOL: {
        "CognitoIdentityProviders": ("ProviderName", "ClientId"),
        "IdentityPoolTags": ("Key",),
    },
    LOG_DELIVERY: {"LogConfigurations": ("EventSource",)},
    MANAGED_LOGIN_BRANDING: {"Assets": ("Category", "ColorMode")},
    USER_POOL: {"AccountRecoverySetting.RecoveryMechanisms": ("Name",), "Schema": ("Name",)},
    USER_POOL_RESOURCE_SERVER: {"Scopes": ("ScopeName",)},
}
"""By what the elements of a list of objects are known, wherever they stand in it."""
