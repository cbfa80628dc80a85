"""What a template can say of each resource that a call describes: of every object, the members that it may have.

From the CloudFormation schemas (cfn-lint 1.58.0), without what only AWS fills in. An object that is not listed, such as
tags or the settings of a branding style, may have any members. A member of an answer that is not listed cannot be said.
"""

from collections.abc import Mapping

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

Objects = Mapping[str, frozenset[str]]
"""The members of each object, by the object's path; the resource's own properties are under the empty path."""

_FUNCTION = "LambdaArn LambdaVersion"
_MAIL = "HtmlBody Subject TextBody"
_ACTION = "EventAction Notify"
_TAKEOVER = "AccountTakeoverRiskConfiguration"

_TEXTS: Mapping[str, Mapping[str, str]] = {
    USER_POOL: {
        "": "AccountRecoverySetting AdminCreateUserConfig AliasAttributes AutoVerifiedAttributes DeletionProtection "
        "DeviceConfiguration EmailAuthenticationMessage EmailAuthenticationSubject EmailConfiguration "
        "EmailVerificationMessage EmailVerificationSubject EnabledMfas IssuerConfiguration KeyConfiguration "
        "LambdaConfig MfaConfiguration Policies Schema SmsAuthenticationMessage SmsConfiguration "
        "SmsVerificationMessage UserAttributeUpdateSettings UserPoolAddOns UserPoolName UserPoolTags UserPoolTier "
        "UsernameAttributes UsernameConfiguration VerificationMessageTemplate WebAuthnFactorConfiguration "
        "WebAuthnRelyingPartyID WebAuthnUserVerification",
        "AccountRecoverySetting": "RecoveryMechanisms",
        "AccountRecoverySetting.RecoveryMechanisms": "Name Priority",
        "AdminCreateUserConfig": "AllowAdminCreateUserOnly InviteMessageTemplate UnusedAccountValidityDays",
        "AdminCreateUserConfig.InviteMessageTemplate": "EmailMessage EmailSubject SMSMessage",
        "DeviceConfiguration": "ChallengeRequiredOnNewDevice DeviceOnlyRememberedOnUserPrompt",
        "EmailConfiguration": "ConfigurationSet EmailSendingAccount From ReplyToEmailAddress SourceArn",
        "IssuerConfiguration": "Type",
        "KeyConfiguration": "KeyType KmsKeyArn",
        "LambdaConfig": "CreateAuthChallenge CustomEmailSender CustomMessage CustomSMSSender DefineAuthChallenge "
        "InboundFederation KMSKeyID PostAuthentication PostConfirmation PreAuthentication PreSignUp PreTokenGeneration "
        "PreTokenGenerationConfig UserMigration VerifyAuthChallengeResponse",
        "LambdaConfig.CustomEmailSender": _FUNCTION,
        "LambdaConfig.CustomSMSSender": _FUNCTION,
        "LambdaConfig.InboundFederation": _FUNCTION,
        "LambdaConfig.PreTokenGenerationConfig": _FUNCTION,
        "Policies": "PasswordPolicy SignInPolicy",
        "Policies.PasswordPolicy": "MinimumLength PasswordHistorySize RequireLowercase RequireNumbers RequireSymbols "
        "RequireUppercase TemporaryPasswordValidityDays",
        "Policies.SignInPolicy": "AllowedFirstAuthFactors",
        "Schema": "AttributeDataType DeveloperOnlyAttribute Mutable Name NumberAttributeConstraints Required "
        "StringAttributeConstraints",
        "Schema.NumberAttributeConstraints": "MaxValue MinValue",
        "Schema.StringAttributeConstraints": "MaxLength MinLength",
        "SmsConfiguration": "EumsSms ExternalId SnsCallerArn SnsRegion",
        "SmsConfiguration.EumsSms": "CallerArn ConfigurationSetName ExternalId InEntityId InTemplateId "
        "OriginationIdentity Region",
        "UserAttributeUpdateSettings": "AttributesRequireVerificationBeforeUpdate",
        "UserPoolAddOns": "AdvancedSecurityAdditionalFlows AdvancedSecurityMode",
        "UserPoolAddOns.AdvancedSecurityAdditionalFlows": "CustomAuthMode",
        "UsernameConfiguration": "CaseSensitive",
        "VerificationMessageTemplate": "DefaultEmailOption EmailMessage EmailMessageByLink EmailSubject "
        "EmailSubjectByLink SmsMessage",
    },
    USER_POOL_CLIENT: {
        "": "AccessTokenValidity AllowedOAuthFlows AllowedOAuthFlowsUserPoolClient AllowedOAuthScopes "
        "AnalyticsConfiguration AuthSessionValidity CallbackURLs ClientName DefaultRedirectURI "
        "EnablePropagateAdditionalUserContextData EnableTokenRevocation ExplicitAuthFlows GenerateSecret "
        "IdTokenValidity LogoutURLs PreventUserExistenceErrors ReadAttributes RefreshTokenRotation "
        "RefreshTokenValidity SupportedIdentityProviders TokenValidityUnits UserPoolId WriteAttributes",
        "AnalyticsConfiguration": "ApplicationArn ApplicationId ExternalId RoleArn UserDataShared",
        "RefreshTokenRotation": "Feature RetryGracePeriodSeconds",
        "TokenValidityUnits": "AccessToken IdToken RefreshToken",
    },
    USER_POOL_DOMAIN: {
        "": "CustomDomainConfig Domain ManagedLoginVersion Routing UserPoolId",
        "CustomDomainConfig": "CertificateArn SecurityPolicy",
        "Routing": "Failover",
        "Routing.Failover": "PrimaryRoute53HealthCheckId SecondaryRegion",
    },
    USER_POOL_GROUP: {"": "Description GroupName Precedence RoleArn UserPoolId"},
    USER_POOL_IDENTITY_PROVIDER: {
        "": "AttributeMapping IdpIdentifiers ProviderDetails ProviderName ProviderType UserPoolId"
    },
    USER_POOL_RESOURCE_SERVER: {"": "Identifier Name Scopes UserPoolId", "Scopes": "ScopeDescription ScopeName"},
    USER_POOL_UI_CUSTOMIZATION: {"": "CSS ClientId UserPoolId"},
    MANAGED_LOGIN_BRANDING: {
        "": "Assets ClientId ReturnMergedResources Settings UseCognitoProvidedValues UserPoolId",
        "Assets": "Bytes Category ColorMode Extension ResourceId",
    },
    TERMS: {"": "ClientId Enforcement Links TermsName TermsSource UserPoolId"},
    USER_POOL_RISK_CONFIGURATION: {
        "": "AccountTakeoverRiskConfiguration ClientId CompromisedCredentialsRiskConfiguration "
        "RiskExceptionConfiguration UserPoolId",
        _TAKEOVER: "Actions NotifyConfiguration",
        f"{_TAKEOVER}.Actions": "HighAction LowAction MediumAction",
        f"{_TAKEOVER}.Actions.HighAction": _ACTION,
        f"{_TAKEOVER}.Actions.LowAction": _ACTION,
        f"{_TAKEOVER}.Actions.MediumAction": _ACTION,
        f"{_TAKEOVER}.NotifyConfiguration": "BlockEmail From MfaEmail NoActionEmail ReplyTo SourceArn",
        f"{_TAKEOVER}.NotifyConfiguration.BlockEmail": _MAIL,
        f"{_TAKEOVER}.NotifyConfiguration.MfaEmail": _MAIL,
        f"{_TAKEOVER}.NotifyConfiguration.NoActionEmail": _MAIL,
        "CompromisedCredentialsRiskConfiguration": "Actions EventFilter",
        "CompromisedCredentialsRiskConfiguration.Actions": "EventAction",
        "RiskExceptionConfiguration": "BlockedIPRangeList SkippedIPRangeList",
    },
    LOG_DELIVERY: {
        "": "LogConfigurations UserPoolId",
        "LogConfigurations": "CloudWatchLogsConfiguration EventSource FirehoseConfiguration LogLevel S3Configuration",
        "LogConfigurations.CloudWatchLogsConfiguration": "LogGroupArn",
        "LogConfigurations.FirehoseConfiguration": "StreamArn",
        "LogConfigurations.S3Configuration": "BucketArn",
    },
    USER_POOL_REPLICA: {"": "RegionName UserPoolId UserPoolTagsAtCreate"},
    IDENTITY_POOL: {
        "": "AllowClassicFlow AllowUnauthenticatedIdentities CognitoEvents CognitoIdentityProviders CognitoStreams "
        "DeveloperProviderName IdentityPoolName IdentityPoolTags OpenIdConnectProviderARNs PushSync SamlProviderARNs "
        "SupportedLoginProviders",
        "CognitoIdentityProviders": "ClientId ProviderName ServerSideTokenCheck",
        "CognitoStreams": "RoleArn StreamName StreamingStatus",
        "PushSync": "ApplicationArns RoleArn",
    },
    IDENTITY_POOL_ROLE_ATTACHMENT: {"": "IdentityPoolId RoleMappings Roles"},
    IDENTITY_POOL_PRINCIPAL_TAG: {"": "IdentityPoolId IdentityProviderName PrincipalTags UseDefaults"},
}

PROPERTIES: Mapping[str, Objects] = {
    kind: {path: frozenset(names.split()) for path, names in objects.items()} for kind, objects in _TEXTS.items()
}
