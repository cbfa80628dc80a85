"""What AWS prints of a pool with everything and of what lives around it: the documents of the tests of the reader."""

from typing import Any

REGION, ACCOUNT = "eu-central-1", "123456789012"
POOL_ID = f"{REGION}_AbCdEfGhI"
CLIENT_ID = "1h57kf5cpq17m0eml12example"
POOL_ARN = f"arn:aws:cognito-idp:{REGION}:{ACCOUNT}:userpool/{POOL_ID}"
IDENTITY_POOL_ID = f"{REGION}:11112222-3333-4444-5555-666677778888"
USER_POOL_PROVIDER = f"cognito-idp.{REGION}.amazonaws.com/{POOL_ID}"
DATES = {"CreationDate": "2024-05-02T10:11:12.131000+02:00", "LastModifiedDate": "2026-09-03T08:00:00.000000+02:00"}
CODE = "Your verification code is {####}. "


def arn(service: str, resource: str) -> str:
    """Name something of the account."""
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def function(name: str) -> str:
    """Name a Lambda function."""
    return arn("lambda", f"function:{name}")


def role(name: str) -> str:
    """Name a role."""
    return f"arn:aws:iam::{ACCOUNT}:role/{name}"


def attribute(name: str, kind: str = "String", **other: Any) -> dict[str, Any]:
    """Print an attribute of the schema."""
    said = {
        "Name": name,
        "AttributeDataType": kind,
        "DeveloperOnlyAttribute": False,
        "Mutable": True,
        "Required": False,
    }
    return said | other


def text(name: str, shortest: str = "0", longest: str = "2048", **other: Any) -> dict[str, Any]:
    """Print a text attribute."""
    return attribute(name, StringAttributeConstraints={"MinLength": shortest, "MaxLength": longest}, **other)


STANDARD = [
    text("sub", "1", Mutable=False, Required=True),
    *map(text, ("name", "given_name", "family_name", "middle_name", "nickname", "preferred_username")),
    *map(text, ("profile", "picture", "website")),
    text("email"),
    attribute("email_verified", "Boolean"),
    text("gender"),
    text("birthdate", "10", "10"),
    text("zoneinfo"),
    text("locale"),
    text("phone_number"),
    attribute("phone_number_verified", "Boolean"),
    text("address"),
    attribute("updated_at", "Number", NumberAttributeConstraints={"MinValue": "0"}),
    attribute("identities", StringAttributeConstraints={}),
]
"""The attributes of a pool that declares none, in the order in which describe-user-pool prints them."""


def with_attributes(*own: dict[str, Any]) -> list[dict[str, Any]]:
    """Print a schema that declares attributes, standard ones in their places."""
    declared = {item["Name"]: item for item in own}
    standard = [declared.pop(item["Name"], item) for item in STANDARD]
    return [*standard, *declared.values()]


def user_pool(**other: Any) -> dict[str, Any]:
    """Print what every pool has, and more."""
    return {
        "UserPool": {
            "Id": POOL_ID,
            "Name": "people",
            "Policies": {
                "PasswordPolicy": {
                    "MinimumLength": 12,
                    "RequireUppercase": True,
                    "RequireLowercase": True,
                    "RequireNumbers": True,
                    "RequireSymbols": True,
                    "TemporaryPasswordValidityDays": 7,
                }
            },
            "DeletionProtection": "ACTIVE",
            "LambdaConfig": {},
            **DATES,
            "SchemaAttributes": STANDARD,
            "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_CODE"},
            "MfaConfiguration": "OFF",
            "EstimatedNumberOfUsers": 4711,
            "EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT"},
            "UserPoolTags": {},
            "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True, "UnusedAccountValidityDays": 7},
            "Arn": POOL_ARN,
            "UserPoolTier": "ESSENTIALS",
            **other,
        }
    }


def user_pool_client(**other: Any) -> dict[str, Any]:
    """Print what every app client has, and more."""
    return {
        "UserPoolClient": {
            "UserPoolId": POOL_ID,
            "ClientName": "web",
            "ClientId": CLIENT_ID,
            **DATES,
            "RefreshTokenValidity": 30,
            "TokenValidityUnits": {},
            "EnableTokenRevocation": True,
            "EnablePropagateAdditionalUserContextData": False,
            "AllowedOAuthFlowsUserPoolClient": False,
            "AuthSessionValidity": 3,
            **other,
        }
    }


SMS = {
    "SnsCallerArn": role("sms"),
    "ExternalId": "people",
    "SnsRegion": REGION,
}
LAMBDA = {
    "PreSignUp": function("pre-sign-up"),
    "CustomMessage": function("message"),
    "PostConfirmation": function("confirmed"),
    "PreAuthentication": function("before"),
    "PostAuthentication": function("after"),
    "DefineAuthChallenge": function("define"),
    "CreateAuthChallenge": function("create"),
    "VerifyAuthChallengeResponse": function("verify"),
    "UserMigration": function("migrate"),
    "PreTokenGenerationConfig": {"LambdaVersion": "V2_0", "LambdaArn": function("token")},
    "CustomSMSSender": {"LambdaVersion": "V1_0", "LambdaArn": function("sms")},
    "CustomEmailSender": {"LambdaVersion": "V1_0", "LambdaArn": function("email")},
    "KMSKeyID": arn("kms", "key/11111111-2222-3333-4444-555555555555"),
}
FULL_POOL = user_pool(
    Status="Enabled",
    Policies={
        "PasswordPolicy": {
            "MinimumLength": 16,
            "RequireUppercase": True,
            "RequireLowercase": True,
            "RequireNumbers": False,
            "RequireSymbols": False,
            "PasswordHistorySize": 5,
            "TemporaryPasswordValidityDays": 3,
        },
        "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]},
    },
    LambdaConfig=LAMBDA | {"PreTokenGeneration": function("token")},
    SchemaAttributes=with_attributes(
        text("email", Required=True),
        text("birthdate", "0", "30"),
        text("custom:tenant", "1", "36", Mutable=False),
        attribute("custom:age", "Number", NumberAttributeConstraints={"MinValue": "0", "MaxValue": "150"}),
        attribute("custom:note", StringAttributeConstraints={}),
        attribute("dev:custom:internal", "Boolean", DeveloperOnlyAttribute=True),
    ),
    AutoVerifiedAttributes=["email"],
    UsernameAttributes=["email"],
    SmsVerificationMessage=CODE,
    EmailVerificationMessage="Code {####}",
    EmailVerificationSubject="Your code",
    VerificationMessageTemplate={
        "SmsMessage": CODE,
        "EmailMessage": "Code {####}",
        "EmailSubject": "Your code",
        "DefaultEmailOption": "CONFIRM_WITH_CODE",
    },
    SmsAuthenticationMessage="Sign in with {####}",
    UserAttributeUpdateSettings={"AttributesRequireVerificationBeforeUpdate": ["email"]},
    MfaConfiguration="OPTIONAL",
    DeviceConfiguration={"ChallengeRequiredOnNewDevice": True, "DeviceOnlyRememberedOnUserPrompt": True},
    EmailConfiguration={
        "SourceArn": arn("ses", "identity/shop.example"),
        "ReplyToEmailAddress": "help@shop.example",
        "EmailSendingAccount": "DEVELOPER",
        "From": "Shop <hello@shop.example>",
        "ConfigurationSet": "people",
    },
    SmsConfiguration=SMS,
    UserPoolTags={"team": "identity", "empty": ""},
    SmsConfigurationFailure="the account is in the sandbox",
    Domain="people-shop",
    CustomDomain="login.shop.example",
    AdminCreateUserConfig={
        "AllowAdminCreateUserOnly": False,
        "UnusedAccountValidityDays": 3,
        "InviteMessageTemplate": {
            "SMSMessage": "{username} {####}",
            "EmailMessage": "{username} {####}",
            "EmailSubject": "Welcome",
        },
    },
    UserPoolAddOns={"AdvancedSecurityMode": "ENFORCED", "AdvancedSecurityAdditionalFlows": {"CustomAuthMode": "AUDIT"}},
    UsernameConfiguration={"CaseSensitive": False},
    AccountRecoverySetting={
        "RecoveryMechanisms": [
            {"Priority": 1, "Name": "verified_email"},
            {"Priority": 2, "Name": "verified_phone_number"},
        ]
    },
    UserPoolTier="PLUS",
    KeyConfiguration={"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": arn("kms", "key/mrk-1234567890abcdef")},
    IssuerConfiguration={"Type": "UPDATED"},
)
FULL_MFA = {
    "SmsMfaConfiguration": {"SmsAuthenticationMessage": "Sign in with {####}", "SmsConfiguration": SMS},
    "SoftwareTokenMfaConfiguration": {"Enabled": True},
    "EmailMfaConfiguration": {"Message": "Sign in with {####}", "Subject": "Sign in"},
    "MfaConfiguration": "OPTIONAL",
    "WebAuthnConfiguration": {
        "RelyingPartyId": "login.shop.example",
        "UserVerification": "required",
        "FactorConfiguration": "SINGLE_FACTOR",
    },
}
FULL_CLIENT = user_pool_client(
    ClientSecret="the-secret-of-the-app-client",
    AccessTokenValidity=60,
    IdTokenValidity=60,
    TokenValidityUnits={"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "days"},
    ReadAttributes=["email", "custom:tenant"],
    WriteAttributes=["email", "birthdate"],
    ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"],
    SupportedIdentityProviders=["COGNITO", "Google", "Company"],
    CallbackURLs=["https://shop.example/in"],
    LogoutURLs=["https://shop.example/out"],
    DefaultRedirectURI="https://shop.example/in",
    AllowedOAuthFlows=["code"],
    AllowedOAuthScopes=["openid", "email", "orders/read"],
    AllowedOAuthFlowsUserPoolClient=True,
    AnalyticsConfiguration={"ApplicationArn": arn("mobiletargeting", "apps/1"), "UserDataShared": False},
    PreventUserExistenceErrors="ENABLED",
    RefreshTokenRotation={"Feature": "ENABLED", "RetryGracePeriodSeconds": 10},
)
PREFIX_DOMAIN = {
    "DomainDescription": {
        "UserPoolId": POOL_ID,
        "AWSAccountId": ACCOUNT,
        "Domain": "people-shop",
        "S3Bucket": "aws-cognito-prod-fra-assets",
        "CloudFrontDistribution": "d111111abcdef8.cloudfront.net",
        "Version": "20240502101112",
        "Status": "ACTIVE",
        "ManagedLoginVersion": 2,
    }
}
CUSTOM_DOMAIN = {
    "DomainDescription": {
        **PREFIX_DOMAIN["DomainDescription"],
        "Domain": "login.shop.example",
        "CustomDomainConfig": {
            "CertificateArn": f"arn:aws:acm:us-east-1:{ACCOUNT}:certificate/11111111-2222-3333-4444-555555555555",
            "SecurityPolicy": "TLS_V1_2_2021",
        },
        "Routing": {"Failover": {"SecondaryRegion": "eu-west-1", "PrimaryRoute53HealthCheckId": "1111"}},
    }
}
ADMINS = {"GroupName": "admins", "UserPoolId": POOL_ID, "Description": "Can do everything", "Precedence": 0, **DATES}
STAFF = {"GroupName": "shop-staff", "UserPoolId": POOL_ID, "RoleArn": role("staff"), "Precedence": 10, **DATES}
OF_GOOGLE = {
    "GroupName": f"{POOL_ID}_Google",
    "UserPoolId": POOL_ID,
    "Description": "Autogenerated group for users who sign in using Google",
    **DATES,
}
GROUPS = {"Groups": [STAFF, OF_GOOGLE, ADMINS]}
GROUP = {"Group": ADMINS}


def provider(name: str, kind: str, details: dict[str, str], **other: Any) -> dict[str, Any]:
    """Print an identity provider."""
    return {
        "IdentityProvider": {
            "UserPoolId": POOL_ID,
            "ProviderName": name,
            "ProviderType": kind,
            "ProviderDetails": details,
            **DATES,
            **other,
        }
    }


GOOGLE = provider(
    "Google",
    "Google",
    {
        "attributes_url": "https://people.googleapis.com/v1/people/me?personFields=",
        "attributes_url_add_attributes": "true",
        "authorize_scopes": "email profile openid",
        "authorize_url": "https://accounts.google.com/o/oauth2/v2/auth",
        "client_id": "1.apps.googleusercontent.com",
        "client_secret": "the-secret-of-google",
        "oidc_issuer": "https://accounts.google.com",
        "token_request_method": "POST",
        "token_url": "https://www.googleapis.com/oauth2/v4/token",
    },
    AttributeMapping={"email": "email", "email_verified": "email_verified", "username": "sub"},
)
APPLE = provider(
    "SignInWithApple",
    "SignInWithApple",
    {
        "attributes_url_add_attributes": "false",
        "authorize_scopes": "email name",
        "authorize_url": "https://appleid.apple.com/auth/authorize",
        "client_id": "com.example.shop",
        "key_id": "2EXAMPLE",
        "oidc_issuer": "https://appleid.apple.com",
        "team_id": "3EXAMPLE",
        "token_request_method": "POST",
        "token_url": "https://appleid.apple.com/auth/token",
    },
    AttributeMapping={"email": "email", "username": "sub"},
)
FACEBOOK = provider(
    "Facebook",
    "Facebook",
    {
        "api_version": "v17.0",
        "attributes_url": "https://graph.facebook.com/v17.0/me?fields=",
        "attributes_url_add_attributes": "true",
        "authorize_scopes": "public_profile, email",
        "authorize_url": "https://www.facebook.com/v17.0/dialog/oauth",
        "client_id": "1",
        "client_secret": "the-secret-of-facebook",
        "token_request_method": "GET",
        "token_url": "https://graph.facebook.com/v17.0/oauth/access_token",
    },
    AttributeMapping={"email": "email", "username": "id"},
)
AMAZON = provider(
    "LoginWithAmazon",
    "LoginWithAmazon",
    {
        "attributes_url": "https://api.amazon.com/user/profile",
        "attributes_url_add_attributes": "false",
        "authorize_scopes": "profile postal_code",
        "authorize_url": "https://www.amazon.com/ap/oa",
        "client_id": "amzn1.application-oa2-client.1",
        "client_secret": "the-secret-of-amazon",
        "token_request_method": "POST",
        "token_url": "https://api.amazon.com/auth/o2/token",
    },
    AttributeMapping={"email": "email", "username": "user_id"},
)
COMPANY = provider(
    "Company",
    "OIDC",
    {
        "attributes_request_method": "GET",
        "attributes_url": "https://sso.company.example/userInfo",
        "attributes_url_add_attributes": "false",
        "authorize_scopes": "openid profile email",
        "authorize_url": "https://sso.company.example/authorize",
        "client_id": "shop",
        "client_secret": "the-secret-of-the-company",
        "jwks_uri": "https://sso.company.example/.well-known/jwks.json",
        "oidc_issuer": "https://sso.company.example",
        "token_url": "https://sso.company.example/token",
    },
    AttributeMapping={"email": "email", "username": "sub"},
    IdpIdentifiers=["company.example"],
)
PARTNER = provider(
    "Partner",
    "SAML",
    {
        "IDPInit": "false",
        "IDPSignout": "true",
        "EncryptedResponses": "true",
        "ActiveEncryptionCertificate": "MIIC",
        "MetadataURL": "https://sso.partner.example/saml/metadata",
        "RequestSigningAlgorithm": "rsa-sha256",
        "SLORedirectBindingURI": "https://sso.partner.example/slo",
        "SSORedirectBindingURI": "https://sso.partner.example/sso",
    },
    AttributeMapping={"email": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"},
)
ORDERS = {
    "UserPoolId": POOL_ID,
    "Identifier": "orders",
    "Name": "Orders",
    "Scopes": [{"ScopeName": "read", "ScopeDescription": "Read orders"}],
}
RESOURCE_SERVER = {"ResourceServer": ORDERS}
RESOURCE_SERVERS = {
    "ResourceServers": [ORDERS, {"UserPoolId": POOL_ID, "Identifier": "https://api.shop.example", "Name": "API"}]
}
UI_CUSTOMIZATION = {
    "UICustomization": {
        "UserPoolId": POOL_ID,
        "ClientId": CLIENT_ID,
        "ImageUrl": "https://d111111abcdef8.cloudfront.net/image.png",
        "CSS": ".banner-customizable { background-color: navy; }",
        "CSSVersion": "20240502101112",
        **DATES,
    }
}
BRANDING = {
    "ManagedLoginBranding": {
        "ManagedLoginBrandingId": "11111111-2222-3333-4444-555555555555",
        "UserPoolId": POOL_ID,
        "UseCognitoProvidedValues": False,
        "Settings": {"components": {"form": {"borderRadius": 8.0}}},
        "Assets": [
            {
                "Category": "PAGE_FOOTER_BACKGROUND",
                "ColorMode": "LIGHT",
                "Extension": "SVG",
                "Bytes": "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSIxIiBoZWlnaHQ9IjEiLz4=",
            }
        ],
        **DATES,
    }
}
MAIL = {"Subject": "Your account", "HtmlBody": "<p>We saw a sign-in.</p>", "TextBody": "We saw a sign-in."}
RISK = {
    "RiskConfiguration": {
        "UserPoolId": POOL_ID,
        "CompromisedCredentialsRiskConfiguration": {"EventFilter": ["SIGN_IN"], "Actions": {"EventAction": "BLOCK"}},
        "AccountTakeoverRiskConfiguration": {
            "NotifyConfiguration": {
                "From": "hello@shop.example",
                "ReplyTo": "help@shop.example",
                "SourceArn": arn("ses", "identity/shop.example"),
                "BlockEmail": MAIL,
                "NoActionEmail": MAIL,
                "MfaEmail": MAIL,
            },
            "Actions": {
                "LowAction": {"Notify": False, "EventAction": "NO_ACTION"},
                "MediumAction": {"Notify": True, "EventAction": "MFA_IF_CONFIGURED"},
                "HighAction": {"Notify": True, "EventAction": "BLOCK"},
            },
        },
        "RiskExceptionConfiguration": {"BlockedIPRangeList": ["192.0.2.0/24"], "SkippedIPRangeList": []},
        "LastModifiedDate": DATES["LastModifiedDate"],
    }
}
LOGS = {
    "LogDeliveryConfiguration": {
        "UserPoolId": POOL_ID,
        "LogConfigurations": [
            {
                "LogLevel": "ERROR",
                "EventSource": "userNotification",
                "CloudWatchLogsConfiguration": {"LogGroupArn": arn("logs", "log-group:people")},
            },
            {
                "LogLevel": "INFO",
                "EventSource": "userAuthEvents",
                "S3Configuration": {"BucketArn": "arn:aws:s3:::people-logs"},
            },
        ],
    }
}
TERMS = {
    "Terms": {
        "TermsId": "11111111-2222-3333-4444-555555555555",
        "UserPoolId": POOL_ID,
        "ClientId": CLIENT_ID,
        "TermsName": "terms-of-use",
        "TermsSource": "LINK",
        "Enforcement": "NONE",
        "Links": {"cognito:default": "https://shop.example/terms"},
        **DATES,
    }
}
REPLICAS = {
    "UserPoolReplicas": [
        {"RegionName": REGION, "Status": "ACTIVE", "Role": "PRIMARY", "UserPoolArn": POOL_ARN},
        {
            "RegionName": "eu-west-1",
            "Status": "INACTIVE",
            "Role": "SECONDARY",
            "UserPoolArn": f"arn:aws:cognito-idp:eu-west-1:{ACCOUNT}:userpool/{POOL_ID}",
        },
    ]
}
IDENTITY_POOL = {
    "IdentityPoolId": IDENTITY_POOL_ID,
    "IdentityPoolName": "people",
    "AllowUnauthenticatedIdentities": False,
    "AllowClassicFlow": False,
    "SupportedLoginProviders": {"accounts.google.com": "1.apps.googleusercontent.com"},
    "DeveloperProviderName": "shop",
    "OpenIdConnectProviderARNs": [f"arn:aws:iam::{ACCOUNT}:oidc-provider/sso.company.example"],
    "CognitoIdentityProviders": [
        {"ProviderName": USER_POOL_PROVIDER, "ClientId": CLIENT_ID, "ServerSideTokenCheck": True}
    ],
    "SamlProviderARNs": [f"arn:aws:iam::{ACCOUNT}:saml-provider/Partner"],
    "IdentityPoolTags": {"team": "identity", "empty": ""},
}
ROLES = {
    "IdentityPoolId": IDENTITY_POOL_ID,
    "Roles": {"authenticated": role("member"), "unauthenticated": role("guest")},
    "RoleMappings": {
        f"{USER_POOL_PROVIDER}:{CLIENT_ID}": {
            "Type": "Rules",
            "AmbiguousRoleResolution": "Deny",
            "RulesConfiguration": {
                "Rules": [{"Claim": "team", "MatchType": "Equals", "Value": "shop", "RoleARN": role("shop")}]
            },
        }
    },
}
PRINCIPAL_TAGS = {
    "IdentityPoolId": IDENTITY_POOL_ID,
    "IdentityProviderName": USER_POOL_PROVIDER,
    "UseDefaults": False,
    "PrincipalTags": {"team": "custom:team"},
}

ANSWERS: list[tuple[str, str, dict[str, Any]]] = [
    ("cognito-idp", "DescribeUserPool", FULL_POOL),
    ("cognito-idp", "DescribeUserPool", user_pool()),
    ("cognito-idp", "GetUserPoolMfaConfig", FULL_MFA),
    ("cognito-idp", "DescribeUserPoolClient", FULL_CLIENT),
    ("cognito-idp", "DescribeUserPoolClient", user_pool_client()),
    ("cognito-idp", "DescribeUserPoolDomain", PREFIX_DOMAIN),
    ("cognito-idp", "DescribeUserPoolDomain", CUSTOM_DOMAIN),
    ("cognito-idp", "ListGroups", GROUPS),
    ("cognito-idp", "GetGroup", GROUP),
    *(
        ("cognito-idp", "DescribeIdentityProvider", answer)
        for answer in (GOOGLE, APPLE, FACEBOOK, AMAZON, COMPANY, PARTNER)
    ),
    ("cognito-idp", "DescribeResourceServer", RESOURCE_SERVER),
    ("cognito-idp", "ListResourceServers", RESOURCE_SERVERS),
    ("cognito-idp", "GetUICustomization", UI_CUSTOMIZATION),
    ("cognito-idp", "DescribeManagedLoginBranding", BRANDING),
    ("cognito-idp", "DescribeManagedLoginBrandingByClient", BRANDING),
    ("cognito-idp", "DescribeRiskConfiguration", RISK),
    ("cognito-idp", "GetLogDeliveryConfiguration", LOGS),
    ("cognito-idp", "DescribeTerms", TERMS),
    ("cognito-idp", "DescribeTermsByClient", TERMS),
    ("cognito-idp", "ListUserPoolReplicas", REPLICAS),
    ("cognito-identity", "DescribeIdentityPool", IDENTITY_POOL),
    ("cognito-identity", "GetIdentityPoolRoles", ROLES),
    ("cognito-identity", "GetPrincipalTagAttributeMap", PRINCIPAL_TAGS),
]
"""The answers with the calls that print them."""

EVERYTHING: dict[str, Any] = {
    "pool.json": FULL_POOL,
    "mfa.json": FULL_MFA,
    "web.json": FULL_CLIENT | {"ManagedLoginBranding": BRANDING["ManagedLoginBranding"]},
    "prefix-domain.json": PREFIX_DOMAIN,
    "custom-domain.json": CUSTOM_DOMAIN,
    "groups.json": GROUPS,
    "google.json": GOOGLE,
    "apple.json": APPLE,
    "facebook.json": FACEBOOK,
    "amazon.json": AMAZON,
    "company.json": COMPANY,
    "partner.json": PARTNER,
    "servers.json": RESOURCE_SERVERS,
    "css.json": UI_CUSTOMIZATION,
    "risk.json": RISK,
    "logs.json": LOGS,
    "terms.json": TERMS,
    "replicas.json": REPLICAS,
}
"""Everything around one user pool, by file."""
