"""What can be said of a user pool: one class for each object of CloudFormation's, one field for each property."""

from constructs_lib.declarations import OMIT, Verbatim
from constructs_lib.settings.app_client import Analytics, AppClient, RefreshTokenRotation
from constructs_lib.settings.app_client_kinds import native_app, single_page_app, web_app
from constructs_lib.settings.attributes import (
    Attribute,
    boolean_attribute,
    date_time_attribute,
    number_attribute,
    standard_attribute,
    string_attribute,
)
from constructs_lib.settings.devices import DeviceTracking
from constructs_lib.settings.domains import CustomDomain, Failover, PrefixDomain
from constructs_lib.settings.email import Email, cognito_email, ses_email
from constructs_lib.settings.encryption import EncryptionKey
from constructs_lib.settings.groups import Group
from constructs_lib.settings.lambda_triggers import LambdaTriggers, VersionedTrigger
from constructs_lib.settings.messages import Invitation, VerificationMessages
from constructs_lib.settings.password_policy import PasswordPolicy
from constructs_lib.settings.recovery import RecoveryMechanism
from constructs_lib.settings.resource_servers import ResourceServer, Scope, ScopeOf
from constructs_lib.settings.sms import EndUserMessaging, Sms, SmsRole
from constructs_lib.settings.token_validity import TokenValidity
from constructs_lib.settings.user_pool import UserPoolSettings

__all__ = [
    "OMIT",
    "Analytics",
    "AppClient",
    "Attribute",
    "CustomDomain",
    "DeviceTracking",
    "Email",
    "EncryptionKey",
    "EndUserMessaging",
    "Failover",
    "Group",
    "Invitation",
    "LambdaTriggers",
    "PasswordPolicy",
    "PrefixDomain",
    "RecoveryMechanism",
    "RefreshTokenRotation",
    "ResourceServer",
    "Scope",
    "ScopeOf",
    "Sms",
    "SmsRole",
    "TokenValidity",
    "UserPoolSettings",
    "Verbatim",
    "VerificationMessages",
    "VersionedTrigger",
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
