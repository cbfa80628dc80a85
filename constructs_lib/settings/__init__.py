"""What can be said of user pools and identity pools: a class for each object, a field for each property."""

from constructs_lib.declarations import OMIT, Verbatim
from constructs_lib.settings.app_client import Analytics, AppClient, ClientIdOf, RefreshTokenRotation
from constructs_lib.settings.app_client_kinds import (
    load_balancer,
    machine_to_machine,
    native_app,
    single_page_app,
    web_app,
)
from constructs_lib.settings.attributes import (
    Attribute,
    boolean_attribute,
    date_time_attribute,
    number_attribute,
    standard_attribute,
    string_attribute,
)
from constructs_lib.settings.branding import BrandingAsset, ManagedLoginBranding, Terms, UICustomization
from constructs_lib.settings.branding_kinds import branding_image, classic_css, privacy_policy, terms_of_use
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
from constructs_lib.settings.identity_pool_kinds import authenticated_role, guest_role, user_pool_provider
from constructs_lib.settings.identity_pool_trust import WebIdentityTrust
from constructs_lib.settings.identity_provider_kinds import amazon, apple, facebook, google, oidc, saml
from constructs_lib.settings.identity_providers import IdentityProvider, ProviderOf
from constructs_lib.settings.kms_keys import KmsKey, KmsKeyOf, encrypting_key
from constructs_lib.settings.lambda_triggers import LambdaTriggers, VersionedTrigger
from constructs_lib.settings.log_kinds import log_bucket, log_group, log_stream, message_errors, user_activity
from constructs_lib.settings.log_storage import (
    LogBucket,
    LogBucketOf,
    LogBucketPolicy,
    LogStream,
    LogStreamOf,
    LogStreamRole,
    LogStreamRoleOf,
)
from constructs_lib.settings.logs import LogConfiguration, LogDelivery, LogGroup, LogGroupOf, LogGroupPolicy
from constructs_lib.settings.managed_login_settings import ManagedLoginColors, managed_login_settings
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
from constructs_lib.settings.risk_kinds import adaptive_authentication, ses_notifications
from constructs_lib.settings.secrets import secret
from constructs_lib.settings.sms import EndUserMessaging, Sms, SmsRole
from constructs_lib.settings.token_validity import TokenValidity
from constructs_lib.settings.user_pool import UserPoolSettings
from constructs_lib.settings.users import GroupMembership, User, UserAttribute, UserOf
from constructs_lib.settings.web_acl import WebAcl, WebAclArn, WebAclAssociation, WebAclLogging
from constructs_lib.settings.web_acl_kinds import rate_limited_web_acl

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
    "LogBucket",
    "LogBucketOf",
    "LogBucketPolicy",
    "LogConfiguration",
    "LogDelivery",
    "LogGroup",
    "LogGroupOf",
    "LogGroupPolicy",
    "LogStream",
    "LogStreamOf",
    "LogStreamRole",
    "LogStreamRoleOf",
    "ManagedLoginBranding",
    "ManagedLoginColors",
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
    "WebIdentityTrust",
    "adaptive_authentication",
    "amazon",
    "apple",
    "authenticated_role",
    "boolean_attribute",
    "branding_image",
    "classic_css",
    "cognito_email",
    "date_time_attribute",
    "encrypting_key",
    "facebook",
    "google",
    "guest_role",
    "load_balancer",
    "log_bucket",
    "log_group",
    "log_stream",
    "machine_to_machine",
    "managed_login_settings",
    "message_errors",
    "native_app",
    "number_attribute",
    "oidc",
    "privacy_policy",
    "rate_limited_web_acl",
    "saml",
    "secret",
    "ses_email",
    "ses_notifications",
    "single_page_app",
    "standard_attribute",
    "string_attribute",
    "terms_of_use",
    "user_activity",
    "user_pool_provider",
    "web_app",
]
