"""Limits of ``AWS::Cognito::UserPool``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11. A placeholder that
a message must hold is a limit too. Where two rows speak of one property, the second is a warning: AWS's own sources
disagree about it.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.limits.characters import ATTRIBUTE_LENGTH, ATTRIBUTE_NUMBER, DOMAIN, TAG_KEY
from constructs_lib.rules.limits.kinds import (
    ADDRESS,
    ARN,
    ARN_OF_ANY_REGION,
    ARN_OR_NOTHING,
    CODE,
    LINK,
    NAME,
    PRINTABLE,
    PRINTABLE_OR_SPACE,
    Flag,
    List,
    Map,
    Record,
    Text,
    Whole,
    Words,
    matching,
)
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_pool = partial(Limit, source=API + "API_CreateUserPool.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpool.html")
_attribute = partial(Limit, source=API + "API_SchemaAttributeType.html")
_length = partial(Limit, source=API + "API_StringAttributeConstraintsType.html")
_number = partial(Limit, source=API + "API_NumberAttributeConstraintsType.html")
_password = partial(Limit, source=API + "API_PasswordPolicyType.html")
_first_factors = partial(Limit, source=API + "API_SignInPolicyType.html")
_passkeys = partial(Limit, source=API + "API_WebAuthnConfigurationType.html")
_mfa_mail = partial(Limit, source=API + "API_EmailMfaConfigType.html")
_mfa_sms = partial(Limit, source=API + "API_SmsMfaConfigType.html")
_recovery = partial(Limit, source=API + "API_RecoveryOptionType.html")
_devices = partial(Limit, source=API + "API_DeviceConfigurationType.html")
_admin = partial(Limit, source=API + "API_AdminCreateUserConfigType.html")
_invitation = partial(Limit, source=API + "API_MessageTemplateType.html")
_verification = partial(Limit, source=API + "API_VerificationMessageTemplateType.html")
_email = partial(Limit, source=API + "API_EmailConfigurationType.html")
_sms = partial(Limit, source=API + "API_SmsConfigurationType.html")
_eums = partial(Limit, source=API + "API_EumsSmsConfigurationType.html")
_triggers = partial(Limit, source=API + "API_LambdaConfigType.html")
_threat_protection = partial(Limit, source=API + "API_UserPoolAddOnsType.html")
_encryption = partial(Limit, source=API + "API_KeyConfigurationType.html")
_issuer = partial(Limit, source=API + "API_IssuerConfigurationType.html")

_FLAG = (Flag(), "use true or false")
_RECORD = (Record(), "write the properties as an object, name by name")
_LIST = (List(), "write a list, also of a single element")
_ANY_TEXT = Text(0, 131_072)
_SUBJECT = (
    Text(1, 140, PRINTABLE_OR_SPACE),
    "shorten it to 140 characters; leave it out for Cognito's own subject",
)
_MAIL_WITH_CODE = (Text(6, 20_000, PRINTABLE_OR_SPACE, (CODE,)), "put {####} where the code shall stand")
_SMS_WITH_CODE = (Text(6, 140, holding=(CODE,)), "put {####} where the code shall stand, and keep to one text message")
_ADDRESSES = Words(("email", "phone_number"))
_FUNCTION = (Text(20, 2048, ARN), "use the ARN of the Lambda function")
_REGION = (Text(5, 32), "use the code of a Region, such as eu-central-1")

_POOL = [
    _pool(
        "pool.name",
        "UserPoolName",
        Text(1, 128, NAME),
        "use at most 128 letters, digits, spaces and _+=,.@-; leave it out for a name that CloudFormation makes up",
    ),
    _pool(
        "pool.feature-plan",
        "UserPoolTier",
        Words(("LITE", "ESSENTIALS", "PLUS")),
        "use ESSENTIALS, LITE for the lowest price, or PLUS for threat protection",
    ),
    _pool(
        "pool.deletion-protection",
        "DeletionProtection",
        Words(("ACTIVE", "INACTIVE")),
        "use ACTIVE, or INACTIVE where the pool may be deleted",
    ),
    _pool(
        "pool.tags",
        "UserPoolTags",
        Map(Text(1, 128, TAG_KEY), Text(0, 256)),
        "shorten the key or the value; aws: at the beginning of a key belongs to AWS",
    ),
    _issuer("issuer.form", "IssuerConfiguration", *_RECORD),
    _issuer(
        "issuer.type",
        "IssuerConfiguration.Type",
        Words(("ORIGINAL", "UPDATED")),
        "use ORIGINAL, or UPDATED once all who verify tokens know the new issuer",
    ),
    _encryption("encryption.form", "KeyConfiguration", *_RECORD),
    _encryption(
        "encryption.key-type",
        "KeyConfiguration.KeyType",
        Words(("AWS_OWNED_KEY", "CUSTOMER_MANAGED_KEY")),
        "use CUSTOMER_MANAGED_KEY with a key of your own, or AWS_OWNED_KEY without",
    ),
    _encryption(
        "encryption.key-arn", "KeyConfiguration.KmsKeyArn", Text(20, 2048, ARN), "use the ARN of a symmetric KMS key"
    ),
]

_SIGN_IN = [
    _pool("sign-in.username-attributes-form", "UsernameAttributes", *_LIST),
    _pool("sign-in.username-attribute", "UsernameAttributes[]", _ADDRESSES, "use email, phone_number or both"),
    _pool("sign-in.alias-attributes-form", "AliasAttributes", *_LIST),
    _pool(
        "sign-in.alias-attribute",
        "AliasAttributes[]",
        Words(("email", "phone_number", "preferred_username")),
        "use email, phone_number or preferred_username",
    ),
    _pool(
        "sign-in.case-sensitivity-form",
        "UsernameConfiguration",
        Record(("CaseSensitive",)),
        "say false, so that Anna and anna are one user; once made, it can never be changed",
        severity="warning",
    ),
    _pool("sign-in.case-sensitive", "UsernameConfiguration.CaseSensitive", *_FLAG),
]

_ATTRIBUTES = [
    _pool(
        "attributes.count",
        "Schema",
        List(1, 50),
        "leave the schema out where it is empty; keep what goes beyond 50 attributes in a database of your own",
    ),
    _attribute("attributes.form", "Schema[]", *_RECORD),
    _attribute(
        "attributes.name",
        "Schema[].Name",
        Text(1, 20, PRINTABLE),
        "shorten it, without spaces; Cognito adds custom: by itself",
    ),
    _attribute(
        "attributes.data-type",
        "Schema[].AttributeDataType",
        Words(("String", "Number", "DateTime", "Boolean")),
        "use String where in doubt",
    ),
    _attribute("attributes.required", "Schema[].Required", *_FLAG),
    _attribute("attributes.mutable", "Schema[].Mutable", *_FLAG),
    _attribute("attributes.developer-only", "Schema[].DeveloperOnlyAttribute", *_FLAG),
    _length("attributes.string-constraints", "Schema[].StringAttributeConstraints", *_RECORD),
    *(
        _length(
            f"attributes.{word}-length",
            f"Schema[].StringAttributeConstraints.{word.capitalize()}Length",
            Text(characters=ATTRIBUTE_LENGTH),
            "use a number of characters; no attribute holds more than 2,048",
            evidence="developer guide",
        )
        for word in ("min", "max")
    ),
    _number("attributes.number-constraints", "Schema[].NumberAttributeConstraints", *_RECORD),
    *(
        _number(
            f"attributes.{word}-value",
            f"Schema[].NumberAttributeConstraints.{word.capitalize()}Value",
            Text(characters=ATTRIBUTE_NUMBER),
            "write a number in digits, or leave it out for no limit",
        )
        for word in ("min", "max")
    ),
    _pool("attributes.auto-verified-form", "AutoVerifiedAttributes", *_LIST),
    _pool("attributes.auto-verified", "AutoVerifiedAttributes[]", _ADDRESSES, "use email, phone_number or both"),
    _pool(
        "attributes.update-settings",
        "UserAttributeUpdateSettings",
        Record(("AttributesRequireVerificationBeforeUpdate",)),
        "list email, phone_number or both, or leave the settings out",
    ),
    _pool(
        "attributes.verified-before-update-form",
        "UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate",
        *_LIST,
    ),
    _pool(
        "attributes.verified-before-update",
        "UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate[]",
        _ADDRESSES,
        "use email, phone_number or both",
    ),
]

_PASSWORD_POLICY = [
    _pool("pool.policies", "Policies", *_RECORD),
    _password("password-policy.form", "Policies.PasswordPolicy", *_RECORD),
    _password(
        "password-policy.minimum-length",
        "Policies.PasswordPolicy.MinimumLength",
        Whole(6, 99),
        "use 15 or more, or 8 or more where a second factor is required",
    ),
    *(
        _password(f"password-policy.require-{kind.lower()}", f"Policies.PasswordPolicy.Require{kind}", *_FLAG)
        for kind in ("Lowercase", "Uppercase", "Numbers", "Symbols")
    ),
    _password(
        "password-policy.history",
        "Policies.PasswordPolicy.PasswordHistorySize",
        Whole(0, 24, "passwords"),
        "use at most 24; 0 remembers none",
    ),
    _password(
        "password-policy.temporary-password-validity",
        "Policies.PasswordPolicy.TemporaryPasswordValidityDays",
        Whole(0, 365, "days"),
        "use 7 days or fewer: a temporary password is a secret that has been sent around",
    ),
    _admin("pool.admin-create-user", "AdminCreateUserConfig", *_RECORD),
    _admin("sign-up.admin-only", "AdminCreateUserConfig.AllowAdminCreateUserOnly", *_FLAG),
    _admin(
        "password-policy.unused-account-validity",
        "AdminCreateUserConfig.UnusedAccountValidityDays",
        Whole(0, 365, "days"),
        "leave it out and use {Policies.PasswordPolicy.TemporaryPasswordValidityDays}",
    ),
]

_FIRST_FACTORS = [
    _first_factors("first-factors.form", "Policies.SignInPolicy", *_RECORD),
    _first_factors(
        "first-factors.count",
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        List(1, 5),
        "list PASSWORD and what else a sign-in may begin with",
    ),
    _first_factors(
        "first-factors.factor",
        "Policies.SignInPolicy.AllowedFirstAuthFactors[]",
        Words(("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN", "SOFTWARE_TOKEN")),
        "use PASSWORD, and WEB_AUTHN for passkeys, EMAIL_OTP or SMS_OTP for codes",
    ),
    _passkeys(
        "passkeys.relying-party",
        "WebAuthnRelyingPartyID",
        Text(1, 127, DOMAIN),
        "use the domain that users sign in at, such as auth.shop.example",
        evidence="reported",
    ),
    _passkeys(
        "passkeys.relying-party-length",
        "WebAuthnRelyingPartyID",
        Text(1, 63),
        "use a shorter domain: the API takes 127 characters, CloudFormation's schema 63",
        severity="warning",
    ),
    _passkeys(
        "passkeys.user-verification",
        "WebAuthnUserVerification",
        Words(("required", "preferred")),
        "use required, or preferred for authenticators that cannot ask for a PIN or biometrics",
    ),
    _passkeys(
        "passkeys.factor-configuration",
        "WebAuthnFactorConfiguration",
        Words(("SINGLE_FACTOR", "MULTI_FACTOR_WITH_USER_VERIFICATION")),
        "use MULTI_FACTOR_WITH_USER_VERIFICATION where a passkey shall count as both factors",
    ),
]

_MFA = [
    _pool(
        "mfa.configuration",
        "MfaConfiguration",
        Words(("OFF", "OPTIONAL", "ON")),
        "use ON, OPTIONAL or OFF; in YAML in quotation marks, which keep them from being true and false",
    ),
    _resource("mfa.factors-form", "EnabledMfas", *_LIST),
    _resource(
        "mfa.factor",
        "EnabledMfas[]",
        Words(("SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP")),
        "use SOFTWARE_TOKEN_MFA for authenticator apps, or EMAIL_OTP or SMS_MFA for codes",
        evidence="developer guide",
    ),
    _mfa_sms("mfa.sms-message", "SmsAuthenticationMessage", *_SMS_WITH_CODE),
    _mfa_mail("mfa.email-message", "EmailAuthenticationMessage", *_MAIL_WITH_CODE),
    _mfa_mail("mfa.email-subject", "EmailAuthenticationSubject", *_SUBJECT),
    _devices("devices.form", "DeviceConfiguration", *_RECORD),
    _devices("devices.challenge-new-device", "DeviceConfiguration.ChallengeRequiredOnNewDevice", *_FLAG),
    _devices("devices.remember-on-prompt", "DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt", *_FLAG),
]

_RECOVERY = [
    _recovery("recovery.form", "AccountRecoverySetting", *_RECORD),
    _recovery(
        "recovery.mechanism-count",
        "AccountRecoverySetting.RecoveryMechanisms",
        List(1, 2),
        "name one way or two; for none, name admin_only alone",
    ),
    _recovery(
        "recovery.mechanism-form",
        "AccountRecoverySetting.RecoveryMechanisms[]",
        Record(("Name", "Priority")),
        "give each way its name and its priority, 1 for the one tried first",
    ),
    _recovery(
        "recovery.mechanism-name",
        "AccountRecoverySetting.RecoveryMechanisms[].Name",
        Words(("verified_email", "verified_phone_number", "admin_only")),
        "use verified_email, or admin_only where nobody shall reset a password alone",
    ),
    _recovery(
        "recovery.mechanism-priority",
        "AccountRecoverySetting.RecoveryMechanisms[].Priority",
        Whole(1, 2),
        "use 1 for the way tried first, 2 for the other",
    ),
]

_INVITATION = "AdminCreateUserConfig.InviteMessageTemplate"
_VERIFICATION = "VerificationMessageTemplate"

_MESSAGES = [
    _invitation("messages.invitation-form", _INVITATION, *_RECORD),
    _invitation(
        "messages.invitation-email",
        f"{_INVITATION}.EmailMessage",
        Text(6, 20_000, PRINTABLE_OR_SPACE),
        "put {username} and {####} where user name and temporary password shall stand",
    ),
    _invitation("messages.invitation-subject", f"{_INVITATION}.EmailSubject", *_SUBJECT),
    _invitation(
        "messages.invitation-sms",
        f"{_INVITATION}.SMSMessage",
        Text(6, 140),
        "keep to one text message, with {username} and {####} in it",
    ),
    _verification("messages.verification-form", _VERIFICATION, *_RECORD),
    _verification(
        "messages.verification-option",
        f"{_VERIFICATION}.DefaultEmailOption",
        Words(("CONFIRM_WITH_CODE", "CONFIRM_WITH_LINK")),
        "use CONFIRM_WITH_CODE, or CONFIRM_WITH_LINK where the pool has a domain",
    ),
    _verification("messages.verification-email", f"{_VERIFICATION}.EmailMessage", *_MAIL_WITH_CODE),
    _verification("messages.verification-subject", f"{_VERIFICATION}.EmailSubject", *_SUBJECT),
    _verification(
        "messages.verification-link-email",
        f"{_VERIFICATION}.EmailMessageByLink",
        Text(6, 20_000, PRINTABLE_OR_SPACE, (LINK,)),
        "put {##Verify my address##} where the link shall stand",
    ),
    _verification("messages.verification-link-subject", f"{_VERIFICATION}.EmailSubjectByLink", *_SUBJECT),
    _verification("messages.verification-sms", f"{_VERIFICATION}.SmsMessage", *_SMS_WITH_CODE),
    _pool("messages.old-verification-email", "EmailVerificationMessage", *_MAIL_WITH_CODE),
    _pool("messages.old-verification-subject", "EmailVerificationSubject", *_SUBJECT),
    _pool("messages.old-verification-sms", "SmsVerificationMessage", *_SMS_WITH_CODE),
]

_SENDERS = [
    _email("email.form", "EmailConfiguration", *_RECORD),
    _email(
        "email.sending-account",
        "EmailConfiguration.EmailSendingAccount",
        Words(("COGNITO_DEFAULT", "DEVELOPER")),
        "use DEVELOPER to send by Amazon SES, or COGNITO_DEFAULT for at most 50 mails a day",
    ),
    _email(
        "email.source-arn",
        "EmailConfiguration.SourceArn",
        Text(20, 2048, ARN_OF_ANY_REGION),
        "use the ARN of an identity verified in Amazon SES",
    ),
    _email("email.from", "EmailConfiguration.From", _ANY_TEXT, "write Shop <no-reply@shop.example>"),
    _email(
        "email.reply-to",
        "EmailConfiguration.ReplyToEmailAddress",
        Text(characters=ADDRESS),
        "use the address alone, without a name",
    ),
    _email(
        "email.configuration-set",
        "EmailConfiguration.ConfigurationSet",
        Text(1, 64, matching("letters, digits, - and _", r"[a-zA-Z0-9_-]+")),
        "use the name of a configuration set of Amazon SES, not its ARN",
    ),
    _sms("sms.form", "SmsConfiguration", *_RECORD),
    _sms(
        "sms.caller-arn",
        "SmsConfiguration.SnsCallerArn",
        Text(0, 2048, ARN_OR_NOTHING),
        "use the ARN of the role by which Cognito sends text messages",
    ),
    _sms("sms.external-id", "SmsConfiguration.ExternalId", _ANY_TEXT, "use the external id of the role's trust policy"),
    _sms("sms.region-code", "SmsConfiguration.SnsRegion", *_REGION),
    _eums(
        "sms.end-user-messaging",
        "SmsConfiguration.EumsSms",
        Record(("CallerArn",)),
        "give the ARN of the role by which Cognito sends text messages",
    ),
    _eums(
        "sms.end-user-messaging-caller-arn",
        "SmsConfiguration.EumsSms.CallerArn",
        Text(20, 2048, ARN),
        "use the ARN of the role by which Cognito sends text messages",
    ),
    _eums("sms.end-user-messaging-region-code", "SmsConfiguration.EumsSms.Region", *_REGION),
    *(
        _eums(f"sms.end-user-messaging-{name}", f"SmsConfiguration.EumsSms.{property_name}", _ANY_TEXT, fix)
        for name, property_name, fix in (
            ("external-id", "ExternalId", "use the external id of the role's trust policy"),
            ("origination-identity", "OriginationIdentity", "use a phone number, a sender id, a pool or its ARN"),
            ("configuration-set", "ConfigurationSetName", "use the name or ARN of a configuration set"),
            ("entity-id", "InEntityId", "use the entity id of your registration in India"),
            ("template-id", "InTemplateId", "use the template id of your registration in India"),
        )
    ),
]

_TRIGGERS = [
    _triggers("triggers.form", "LambdaConfig", *_RECORD),
    *(
        _triggers(f"triggers.{name}", f"LambdaConfig.{trigger}", *_FUNCTION)
        for name, trigger in (
            ("pre-sign-up", "PreSignUp"),
            ("post-confirmation", "PostConfirmation"),
            ("pre-authentication", "PreAuthentication"),
            ("post-authentication", "PostAuthentication"),
            ("define-auth-challenge", "DefineAuthChallenge"),
            ("create-auth-challenge", "CreateAuthChallenge"),
            ("verify-auth-challenge-response", "VerifyAuthChallengeResponse"),
            ("pre-token-generation", "PreTokenGeneration"),
            ("user-migration", "UserMigration"),
            ("custom-message", "CustomMessage"),
        )
    ),
    *(
        limit
        for name, trigger, versions in (
            ("pre-token-generation-config", "PreTokenGenerationConfig", ("V1_0", "V2_0", "V3_0")),
            ("custom-email-sender", "CustomEmailSender", ("V1_0",)),
            ("custom-sms-sender", "CustomSMSSender", ("V1_0",)),
            ("inbound-federation", "InboundFederation", ("V1_0",)),
        )
        for limit in (
            _triggers(
                f"triggers.{name}",
                f"LambdaConfig.{trigger}",
                Record(("LambdaArn", "LambdaVersion")),
                f"give the function's ARN and the version of its event, {versions[-1]}",
            ),
            _triggers(f"triggers.{name}-function", f"LambdaConfig.{trigger}.LambdaArn", *_FUNCTION),
            _triggers(
                f"triggers.{name}-version",
                f"LambdaConfig.{trigger}.LambdaVersion",
                Words(versions),
                f"use {versions[-1]}",
            ),
        )
    ),
    _triggers(
        "triggers.sender-key", "LambdaConfig.KMSKeyID", Text(20, 2048, ARN), "use the ARN of a symmetric KMS key"
    ),
]

_THREAT_PROTECTION = [
    _threat_protection(
        "threat-protection.form",
        "UserPoolAddOns",
        Record(("AdvancedSecurityMode",)),
        "say ENFORCED, AUDIT or OFF, or leave threat protection out",
    ),
    _threat_protection(
        "threat-protection.mode",
        "UserPoolAddOns.AdvancedSecurityMode",
        Words(("OFF", "AUDIT", "ENFORCED")),
        "use AUDIT for the first weeks, then ENFORCED",
    ),
    _threat_protection(
        "threat-protection.additional-flows", "UserPoolAddOns.AdvancedSecurityAdditionalFlows", *_RECORD
    ),
    _threat_protection(
        "threat-protection.custom-authentication-mode",
        "UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode",
        Words(("AUDIT", "ENFORCED")),
        "use AUDIT for the first weeks, then ENFORCED; leave it out for off",
    ),
]

LIMITS = Limits(
    USER_POOL,
    [
        *_POOL,
        *_SIGN_IN,
        *_ATTRIBUTES,
        *_PASSWORD_POLICY,
        *_FIRST_FACTORS,
        *_MFA,
        *_RECOVERY,
        *_MESSAGES,
        *_SENDERS,
        *_TRIGGERS,
        *_THREAT_PROTECTION,
    ],
)
