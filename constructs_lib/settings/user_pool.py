"""A user pool and everything that lives in it, as settings.

Each field is one property of ``AWS::Cognito::UserPool``, or resources of their own around it. What is not said is not
rendered: the profiles fill it, or Cognito decides.
"""

from collections.abc import Mapping
from dataclasses import InitVar
from typing import ClassVar, Literal

from constructs_lib.declarations import Given, Many, ResourcePart, Setting, Switch, children, declared, prop
from constructs_lib.resources.model import USER_POOL
from constructs_lib.settings.attributes import Attribute
from constructs_lib.settings.devices import DeviceTracking
from constructs_lib.settings.email import Email
from constructs_lib.settings.encryption import EncryptionKey
from constructs_lib.settings.lambda_triggers import LambdaTriggers
from constructs_lib.settings.messages import Invitation, VerificationMessages
from constructs_lib.settings.password_policy import PasswordPolicy
from constructs_lib.settings.pool_resources import PoolResources
from constructs_lib.settings.recovery import Ranking, RecoveryMechanism, RecoveryName
from constructs_lib.settings.sms import Sms, SmsRole

FeaturePlan = Literal["LITE", "ESSENTIALS", "PLUS"]
UsernameAttribute = Literal["email", "phone_number"]
AliasAttribute = Literal["email", "phone_number", "preferred_username"]
FirstAuthFactor = Literal["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN", "SOFTWARE_TOKEN"]
MfaFactor = Literal["SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP"]


@declared
class UserPoolSettings(PoolResources, ResourcePart):
    """The settings of one user pool."""

    TYPE: ClassVar[str] = USER_POOL

    name: Setting[str] = prop("UserPoolName")
    """The name shown in the console. Default: CloudFormation makes one up. Can be changed."""

    feature_plan: Setting[FeaturePlan] = prop("UserPoolTier")
    """What the pool can do and what each active user costs. Default: Cognito takes Essentials. Can be changed, down
    only once nothing of the higher plan is in use.
    https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html"""

    # Sign-in: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    username_attributes: Setting[Many[UsernameAttribute]] = prop("UsernameAttributes")
    """Sign in by e-mail address or phone number in place of a user name; Cognito makes up the user name. Default:
    users choose a user name. Can never be changed."""

    alias_attributes: Setting[Many[AliasAttribute]] = prop("AliasAttributes")
    """Sign in by user name, or by any of these: a verified e-mail address or phone number, or a preferred user name
    that users can change. Default: by user name alone. Can never be changed."""

    sign_in_case_sensitive: Setting[bool] = prop("UsernameConfiguration.CaseSensitive")
    """Whether ``Anna`` and ``anna`` are two users. Default: Cognito takes True. Can never be changed, not even from
    unsaid to said."""

    # Attributes and their verification

    attributes: Setting[Many[Attribute]] = prop("Schema")
    """Required standard attributes and custom attributes. Default: none is required, none is custom. Entries can
    never be changed or removed; custom ones can be added."""

    auto_verified_attributes: Setting[Many[UsernameAttribute]] = prop("AutoVerifiedAttributes")
    """Which addresses Cognito verifies when a user signs up. With both, only the phone is asked at sign-up. Default:
    none. Can be changed."""

    keep_original: Setting[Many[UsernameAttribute]] = prop(
        "UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate"
    )
    """Which addresses keep their old value until the new one is verified. Default: none. Can be changed."""

    verification: Setting[VerificationMessages] = prop("VerificationMessageTemplate")
    """Verification by code or link, and its texts. Default: by code, with Cognito's own texts. Can be changed."""

    email_verification_message: Setting[str] = prop("EmailVerificationMessage")
    """Outdated twin of ``verification.email_message``. Default: unsaid. Can be changed."""

    email_verification_subject: Setting[str] = prop("EmailVerificationSubject")
    """Outdated twin of ``verification.email_subject``. Default: unsaid. Can be changed."""

    sms_verification_message: Setting[str] = prop("SmsVerificationMessage")
    """Outdated twin of ``verification.sms_message``. Default: unsaid. Can be changed."""

    # Passwords and other first factors

    password_policy: Setting[PasswordPolicy] = prop("Policies.PasswordPolicy")
    """What a password must look like. Default: Cognito takes 8 characters of all four classes. Can be changed."""

    allowed_first_auth_factors: Setting[Many[FirstAuthFactor]] = prop("Policies.SignInPolicy.AllowedFirstAuthFactors")
    """With what a sign-in may begin, ``PASSWORD`` among it; the others need the Essentials plan. Default: the password
    alone. Can be changed.
    https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html"""

    passkey_relying_party_id: Setting[str] = prop("WebAuthnRelyingPartyID")
    """The domain that passkeys belong to, without scheme. Default: the pool's domain. Another one orphans every
    passkey there is."""

    passkey_user_verification: Setting[Literal["required", "preferred"]] = prop("WebAuthnUserVerification")
    """Whether a passkey must ask for a PIN or biometrics. Default: Cognito takes ``preferred``. Can be changed."""

    passkey_factor_configuration: Setting[Literal["SINGLE_FACTOR", "MULTI_FACTOR_WITH_USER_VERIFICATION"]] = prop(
        "WebAuthnFactorConfiguration"
    )
    """Whether a passkey with user verification counts as two factors. Default: as one. Can be changed."""

    # Second factors: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    mfa: Setting[Literal["OFF", "OPTIONAL", "ON"]] = prop("MfaConfiguration")
    """Multi-factor authentication: off, for users who set it up, or required of everybody. Default: off. Can be
    changed."""

    mfa_factors: Setting[Many[MfaFactor]] = prop("EnabledMfas")
    """The second factors: authenticator apps, text messages, e-mail. Default: none; with `sms`, text messages. Can be
    changed."""

    sms_authentication_message: Setting[str] = prop("SmsAuthenticationMessage")
    """Text message with the second factor's code, ``{####}`` in it. Default: Cognito's own text. Can be changed."""

    email_authentication_message: Setting[str] = prop("EmailAuthenticationMessage")
    """Mail with the second factor's code, ``{####}`` in it. Default: Cognito's own text. Can be changed."""

    email_authentication_subject: Setting[str] = prop("EmailAuthenticationSubject")
    """Subject of that mail. Default: Cognito's own text. Can be changed."""

    device_tracking: Setting[DeviceTracking] = prop("DeviceConfiguration")
    """Remembered devices. Default: none is remembered. Can be changed."""

    account_recovery: Setting[Many[RecoveryName | RecoveryMechanism]] = prop(
        "AccountRecoverySetting.RecoveryMechanisms", codec=Ranking()
    )
    """How a forgotten password is replaced, the way tried first first. Default: Cognito tries the phone, then e-mail.
    Can be changed."""

    # Users made by administrators

    self_sign_up_enabled: Setting[bool] = prop(
        "AdminCreateUserConfig.AllowAdminCreateUserOnly", codec=Switch(False, True)
    )
    """Whether people may sign themselves up; if not, only administrators create users. Default: Cognito takes True
    (CDK's `UserPool`: False). Can be changed."""

    invitation: Setting[Invitation] = prop("AdminCreateUserConfig.InviteMessageTemplate")
    """What a user made by an administrator is sent. Default: Cognito's own texts. Can be changed."""

    unused_account_validity_days: Setting[int] = prop("AdminCreateUserConfig.UnusedAccountValidityDays")
    """Outdated: use ``password_policy.temp_password_validity_days``. Default: unsaid."""

    # Senders

    email: Setting[Email] = prop("EmailConfiguration")
    """Who sends mails. Default: Cognito, 50 a day for the whole account. Can be changed."""

    sms: Setting[Sms] = prop("SmsConfiguration")
    """Who sends text messages; they cost money each. Default: nobody. Can be changed, never removed."""

    # What watches, what calls, what guards

    lambda_triggers: Setting[LambdaTriggers] = prop("LambdaConfig")
    """Functions that Cognito calls. Default: none. Can be changed."""

    standard_threat_protection_mode: Setting[Literal["OFF", "AUDIT", "ENFORCED"]] = prop(
        "UserPoolAddOns.AdvancedSecurityMode"
    )
    """Threat protection of sign-ins by password; needs the Plus plan. Default: off. Can be changed."""

    custom_threat_protection_mode: Setting[Literal["AUDIT", "ENFORCED"]] = prop(
        "UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode"
    )
    """Threat protection of custom authentication; needs the Plus plan. Default: off. Can be changed."""

    issuer_type: Setting[Literal["ORIGINAL", "UPDATED"]] = prop("IssuerConfiguration.Type")
    """Which issuer tokens name; whoever verifies them must follow. Default: ``ORIGINAL``. Can be changed."""

    encryption_key: Setting[EncryptionKey] = prop("KeyConfiguration")
    """The key that encrypts the pool's data. Default: one that AWS owns. Can be changed."""

    deletion_protection: Setting[bool] = prop("DeletionProtection", codec=Switch("ACTIVE", "INACTIVE"))
    """Whether Cognito refuses to delete the pool. Default: False. Can be changed."""

    tags: Setting[Mapping[str, Given[str]]] = prop("UserPoolTags")
    """Tags of the pool. Default: those that the stack sets. Can be changed."""

    disposable: InitVar[bool | None] = None
    """Whether pool and users go with the stack: sets ``deletion_policy``, ``update_replace_policy`` and
    ``deletion_protection`` together. Default: unsaid; True is for development alone."""

    sms_role: SmsRole | None = children("SmsRole")
    """Make the role that text messages need. Default: no role is made."""

    def __post_init__(self, disposable: bool | None) -> None:
        if disposable is not None:
            self._settle(disposable)
        super().__post_init__()
        if isinstance(self.sms_role, SmsRole) and isinstance(self.sms, Sms) and self.sms.caller_arn is not None:
            raise ValueError("UserPoolSettings.sms_role: sms.caller_arn names another role: leave one of them out")

    def _settle(self, disposable: bool) -> None:
        """Spread the one switch over the three fields that it stands for."""
        if type(disposable) is not bool:
            raise TypeError(f"UserPoolSettings.disposable: must be True or False, got {disposable!r}")
        policy = "Delete" if disposable else "Retain"
        wanted = {"deletion_policy": policy, "update_replace_policy": policy, "deletion_protection": not disposable}
        for name, value in wanted.items():
            if self.__dict__[name] not in (None, value):
                raise ValueError(f"UserPoolSettings.{name}: disposable={disposable} says {value!r}, got another value")
            object.__setattr__(self, name, value)
