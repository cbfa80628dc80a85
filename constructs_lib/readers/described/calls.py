"""The calls whose answers are read: which resource each describes, and what it calls that resource's properties.

From the API models of ``cognito-idp`` and ``cognito-identity`` (botocore 1.43.106) and the identifiers in the
CloudFormation schemas (cfn-lint 1.58.0). Users and who is in which group are not read: CloudFormation can only make
users, by properties that no answer has, and whoever takes over a pool takes over its users with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
)

_DATES = frozenset(("CreationDate", "LastModifiedDate"))


@dataclass(frozen=True, kw_only=True)
class Call:
    """What a call prints of a resource."""

    type: str
    """The resource's type."""

    holder: str | None = None
    """The member of the answer that holds it."""

    listed: str | None = None
    """The member of another call's answer that holds a list of it."""

    shown_by: tuple[str, ...] = ()
    """Where it is the answer itself: the members of which one is there."""

    prefix: str
    """What its logical id begins with, as in settings."""

    named_by: tuple[str, ...] = ()
    """The members that make up the rest of its logical id."""

    identifiers: Mapping[str, str]
    """CloudFormation's identifier of it, by which it is imported: the member that each part of it comes from."""

    renamed: Mapping[str, str] = field(default_factory=dict)
    """Members that the property has another name than."""

    told: frozenset[str] = frozenset()
    """Members that only AWS fills in."""

    needs: tuple[str, ...] = ()
    """Properties of which one is there, or else there is nothing to describe; none where there always is."""


_POOL = {"UserPoolId": "UserPoolId"}
_CLIENT = _POOL | {"ClientId": "ClientId"}

CALLS = (
    Call(
        type=USER_POOL,
        holder="UserPool",
        prefix="Pool",
        identifiers={"UserPoolId": "Id"},
        renamed={"Name": "UserPoolName", "SchemaAttributes": "Schema"},
        told=_DATES
        | {"Id", "Arn", "Status", "EstimatedNumberOfUsers", "Domain", "CustomDomain"}
        | {"EmailConfigurationFailure", "SmsConfigurationFailure"},
    ),
    Call(
        type=USER_POOL_CLIENT,
        holder="UserPoolClient",
        prefix="AppClient",
        named_by=("ClientName",),
        identifiers=_CLIENT,
        told=_DATES | {"ClientId", "ClientSecret"},
    ),
    Call(
        type=USER_POOL_DOMAIN,
        holder="DomainDescription",
        prefix="Domain",
        identifiers=_POOL | {"Domain": "Domain"},
        told=frozenset(("AWSAccountId", "CloudFrontDistribution", "S3Bucket", "Status", "Version")),
    ),
    Call(
        type=USER_POOL_GROUP,
        holder="Group",
        listed="Groups",
        prefix="Group",
        named_by=("GroupName",),
        identifiers=_POOL | {"GroupName": "GroupName"},
        told=_DATES,
    ),
    Call(
        type=USER_POOL_IDENTITY_PROVIDER,
        holder="IdentityProvider",
        prefix="IdentityProvider",
        named_by=("ProviderName",),
        identifiers=_POOL | {"ProviderName": "ProviderName"},
        told=_DATES,
    ),
    Call(
        type=USER_POOL_RESOURCE_SERVER,
        holder="ResourceServer",
        listed="ResourceServers",
        prefix="ResourceServer",
        named_by=("Identifier",),
        identifiers=_POOL | {"Identifier": "Identifier"},
    ),
    Call(
        type=USER_POOL_UI_CUSTOMIZATION,
        holder="UICustomization",
        prefix="UICustomization",
        named_by=("ClientId",),
        identifiers=_CLIENT,
        told=_DATES | {"CSSVersion"},
        needs=("CSS",),
    ),
    Call(
        type=MANAGED_LOGIN_BRANDING,
        holder="ManagedLoginBranding",
        prefix="ManagedLoginBranding",
        named_by=("ClientId",),
        identifiers=_POOL | {"ManagedLoginBrandingId": "ManagedLoginBrandingId"},
        told=_DATES | {"ManagedLoginBrandingId"},
    ),
    Call(
        type=TERMS,
        holder="Terms",
        prefix="Terms",
        named_by=("TermsName", "ClientId"),
        identifiers=_POOL | {"TermsId": "TermsId"},
        told=_DATES | {"TermsId"},
    ),
    Call(
        type=USER_POOL_RISK_CONFIGURATION,
        holder="RiskConfiguration",
        prefix="RiskConfiguration",
        named_by=("ClientId",),
        identifiers=_CLIENT,
        told=_DATES,
        needs=(
            "AccountTakeoverRiskConfiguration",
            "CompromisedCredentialsRiskConfiguration",
            "RiskExceptionConfiguration",
        ),
    ),
    Call(
        type=LOG_DELIVERY,
        holder="LogDeliveryConfiguration",
        prefix="LogDelivery",
        identifiers={"Id": "UserPoolId"},
        needs=("LogConfigurations",),
    ),
    Call(
        type=USER_POOL_REPLICA,
        listed="UserPoolReplicas",
        prefix="Replica",
        named_by=("RegionName",),
        identifiers=_POOL | {"RegionName": "RegionName"},
        told=frozenset(("Role", "Status", "UserPoolArn")),
    ),
    Call(
        type=IDENTITY_POOL,
        shown_by=("IdentityPoolName", "AllowUnauthenticatedIdentities"),
        prefix="IdentityPool",
        identifiers={"Id": "IdentityPoolId"},
        told=frozenset(("IdentityPoolId",)),
    ),
    Call(
        type=IDENTITY_POOL_ROLE_ATTACHMENT,
        shown_by=("Roles", "RoleMappings"),
        prefix="RoleAttachment",
        identifiers={"Id": "IdentityPoolId"},
        needs=("Roles", "RoleMappings"),
    ),
    Call(
        type=IDENTITY_POOL_PRINCIPAL_TAG,
        shown_by=("IdentityProviderName",),
        prefix="PrincipalTags",
        named_by=("IdentityProviderName",),
        identifiers={"IdentityPoolId": "IdentityPoolId", "IdentityProviderName": "IdentityProviderName"},
    ),
)

MFA = frozenset(
    (
        "EmailMfaConfiguration",
        "MfaConfiguration",
        "SmsMfaConfiguration",
        "SoftwareTokenMfaConfiguration",
        "WebAuthnConfiguration",
    )
)
"""What get-user-pool-mfa-config prints, of a pool that it does not name."""

LISTS = frozenset(("IdentityPools", "Providers", "Terms", "UserPoolClients", "UserPools"))
"""Lists of names, as they are printed to find out what there is to describe."""
