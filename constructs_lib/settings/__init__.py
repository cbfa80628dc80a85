"""What can be said of user pools and identity pools: a class for each object, a field for each property."""

from constructs_lib.declarations import OMIT, Verbatim
from constructs_lib.settings.app_client import Analytics, AppClient, ClientIdOf, RefreshTokenRotation
from constructs_lib.settings.app_client_kinds import native_app, single_page_app, web_app
from constructs_lib.settings.attributes import (
    Attribute,
    boolean_attribute,
    date_time_attribute,
    number_attribute,
    standard_attribute,
    string_attribute,
)
from constructs_lib.settings.branding import BrandingAsset, ManagedLoginBranding, Terms, UICustomization
from constructs_lib.settings.devices import DeviceTracking
from constructs_lib.settings.domains import CustomDomain, Failover, PrefixDomain
from constructs_lib.settings.email import Email, cognito_email, ses_email
from constructs_lib.settings.encryption import EncryptionKey
from constructs_lib.settings.groups import Group, GroupOf
from constructs_lib.settings.identity_pool import (
    IdentityPoolSettings,
    IdentityRole,
    PrincipalTags,
    PushSync,
    RoleAttachment,
    RoleMapping,
    RoleOf,
    RoleRule,
    SyncStreams,
    Tag,
    UserPoolProvider,
)
from constructs_lib.settings.identity_providers import IdentityProvider, ProviderOf
from constructs_lib.settings.kms_keys import KmsKey, KmsKeyOf
from constructs_lib.settings.lambda_triggers import LambdaTriggers, VersionedTrigger
from constructs_lib.settings.logs import LogConfiguration, LogDelivery, LogGroup, LogGroupOf, LogGroupPolicy
from constructs_lib.settings.messages import Invitation, VerificationMessages
from constructs_lib.settings.password_policy import PasswordPolicy
from constructs_lib.settings.pool_resources import ExistingUserPool, PoolResources
from constructs_lib.settings.recovery import RecoveryMechanism
from constructs_lib.settings.replication import RegionalConfiguration, Replica
from constructs_lib.settings.resource_servers import ResourceServer, Scope, ScopeOf
from constructs_lib.settings.risk import (
    AccountTakeoverRisk,
    NotificationEmail,
    RiskConfiguration,
    RiskNotifications,
    TakeoverAction,
)
from constructs_lib.settings.sms import EndUserMessaging, Sms, SmsRole
from constructs_lib.settings.token_validity import TokenValidity
from constructs_lib.settings.user_pool import UserPoolSettings
from constructs_lib.settings.users import GroupMembership, User, UserAttribute, UserOf
from constructs_lib.settings.web_acl import WebAcl, WebAclArn, WebAclAssociation, WebAclLogging

__all__ = [
    "OMIT",
    "AccountTakeoverRisk",
    "Analytics",
    "AppClient",
    "Attribute",
    "BrandingAsset",
    "ClientIdOf",
    "CustomDomain",
    "DeviceTracking",
    "Email",
    "EncryptionKey",
    "EndUserMessaging",
    "ExistingUserPool",
    "Failover",
    "Group",
    "GroupMembership",
    "GroupOf",
    "IdentityPoolSettings",
    "IdentityProvider",
    "IdentityRole",
    "Invitation",
    "KmsKey",
    "KmsKeyOf",
    "LambdaTriggers",
    "LogConfiguration",
    "LogDelivery",
    "LogGroup",
    "LogGroupOf",
    "LogGroupPolicy",
    "ManagedLoginBranding",
    "NotificationEmail",
    "PasswordPolicy",
    "PoolResources",
    "PrefixDomain",
    "PrincipalTags",
    "ProviderOf",
    "PushSync",
    "RecoveryMechanism",
    "RefreshTokenRotation",
    "RegionalConfiguration",
    "Replica",
    "ResourceServer",
    "RiskConfiguration",
    "RiskNotifications",
    "RoleAttachment",
    "RoleMapping",
    "RoleOf",
    "RoleRule",
    "Scope",
    "ScopeOf",
    "Sms",
    "SmsRole",
    "SyncStreams",
    "Tag",
    "TakeoverAction",
    "Terms",
    "TokenValidity",
    "UICustomization",
    "User",
    "UserAttribute",
    "UserOf",
    "UserPoolProvider",
    "UserPoolSettings",
    "Verbatim",
    "VerificationMessages",
    "VersionedTrigger",
    "WebAcl",
    "WebAclArn",
    "WebAclAssociation",
    "WebAclLogging",
    "boolean_attribute",
    "cognito_email",
    "date_time_attribute",
    "native_app",
    "number_attribute",
    "ses_email",
    "single_page_app",
    "standard_attribute",
    "string_attribute",
    "web_app",
]
