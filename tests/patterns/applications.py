"""After what stands in front of, or behind, well-known services and applications."""

from constructs_lib.resources.model import Resources, get_att, ref
from tests.patterns.resources import ACCOUNT, cognito, federated, function, of_pool, permission, role

USER_POOL = cognito("UserPool", AdminCreateUserConfig={"AllowAdminCreateUserOnly": True}, UsernameAttributes=["email"])
CODE = {
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthFlowsUserPoolClient": True,
    "AllowedOAuthScopes": ["openid"],
    "SupportedIdentityProviders": ["COGNITO"],
}
DOMAIN = of_pool("UserPoolDomain", Domain={"Fn::Sub": "users-${AWS::AccountId}"})
KEY = f"arn:aws:kms:us-east-1:{ACCOUNT}:key/11112222-3333-4444-5555-666677778888"

PATTERNS: dict[str, Resources] = {
    "a load balancer": {
        "UserPool": USER_POOL,
        "Domain": DOMAIN,
        "Client": of_pool(
            "UserPoolClient", GenerateSecret=True, CallbackURLs=["https://app.shop.example/oauth2/idpresponse"], **CODE
        ),
    },
    "dashboards of a search domain": {
        "UserPool": USER_POOL,
        "Domain": DOMAIN,
        "IdentityPool": cognito("IdentityPool", AllowUnauthenticatedIdentities=False),
        "Member": federated("authenticated"),
        "Roles": cognito(
            "IdentityPoolRoleAttachment",
            IdentityPoolId=ref("IdentityPool"),
            Roles={"authenticated": get_att("Member", "Arn")},
        ),
        "Search": role({"Service": "es.amazonaws.com"}),
    },
    "programs": {
        "UserPool": cognito("UserPool", UserPoolName="programs"),
        "Domain": of_pool("UserPoolDomain", Domain="programs-of-the-shop"),
        "Server": of_pool(
            "UserPoolResourceServer",
            Identifier="orders",
            Name="Orders",
            Scopes=[
                {"ScopeName": "read", "ScopeDescription": "Read"},
                {"ScopeName": "write", "ScopeDescription": "Write"},
            ],
        ),
        "Client": of_pool(
            "UserPoolClient",
            GenerateSecret=True,
            AllowedOAuthFlows=["client_credentials"],
            AllowedOAuthFlowsUserPoolClient=True,
            AllowedOAuthScopes=["orders/read", {"Fn::Sub": "${Server}/write"}],
            ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH"],
        )
        | {"DependsOn": "Server"},
    },
    "single sign-on of a company": {
        "UserPool": cognito(
            "UserPool",
            AdminCreateUserConfig={"AllowAdminCreateUserOnly": True},
            Schema=[
                {"Name": "groups", "AttributeDataType": "String", "Mutable": True},
                {"Name": "email", "AttributeDataType": "String", "Mutable": True, "Required": False},
            ],
        ),
        "Domain": DOMAIN,
        "Company": of_pool(
            "UserPoolIdentityProvider",
            ProviderName="AzureAD",
            ProviderType="SAML",
            ProviderDetails={
                "MetadataURL": "https://login.microsoftonline.com/tenant/federationmetadata/1/m.xml",
                "IDPSignout": True,
            },
            AttributeMapping={
                "email": "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
                "custom:groups": "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups",
            },
        ),
        "Client": of_pool(
            "UserPoolClient",
            CallbackURLs=["https://intranet.company.example/in"],
            **CODE | {"SupportedIdentityProviders": [ref("Company")]},
        ),
    },
    "a provider of OpenID Connect": {
        "UserPool": cognito("UserPool"),
        "Okta": of_pool(
            "UserPoolIdentityProvider",
            ProviderName="Okta",
            ProviderType="OIDC",
            ProviderDetails={
                "client_id": "id",
                "client_secret": "{{resolve:secretsmanager:okta:SecretString:secret}}",
                "attributes_request_method": "GET",
                "oidc_issuer": "https://company.okta.com",
                "authorize_scopes": "email profile openid",
            },
            AttributeMapping={"email": "email", "name": "name", "username": "sub"},
            IdpIdentifiers=["company.example"],
        ),
        "Apple": of_pool(
            "UserPoolIdentityProvider",
            ProviderName="SignInWithApple",
            ProviderType="SignInWithApple",
            ProviderDetails={
                "client_id": "com.example.shop",
                "team_id": "TEAM",
                "key_id": "KEY",
                "private_key": "{{resolve:secretsmanager:apple}}",
                "authorize_scopes": "email name",
            },
            AttributeMapping={"email": "email"},
        ),
        "Amazon": of_pool(
            "UserPoolIdentityProvider",
            ProviderName="LoginWithAmazon",
            ProviderType="LoginWithAmazon",
            ProviderDetails={
                "client_id": "amzn1.application-oa2-client.1",
                "client_secret": "{{resolve:secretsmanager:amazon}}",
                "authorize_scopes": "profile postal_code",
            },
        ),
    },
    "tenants of a service": {
        "UserPool": cognito(
            "UserPool",
            UsernameAttributes=["email"],
            AutoVerifiedAttributes=["email"],
            Schema=[
                {"Name": name, "AttributeDataType": "String", "Mutable": mutable, "DeveloperOnlyAttribute": False}
                for name, mutable in (("tenantId", False), ("tenantTier", True), ("userRole", True), ("apiKey", True))
            ],
        ),
        "Client": of_pool(
            "UserPoolClient",
            ReadAttributes=["email", "email_verified", "custom:tenantId", "custom:tenantTier", "custom:userRole"],
            WriteAttributes=["email"],
            ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"],
        ),
        "Group": of_pool("UserPoolGroup", GroupName="SystemAdmins"),
        "OtherGroup": of_pool("UserPoolGroup", GroupName="tenant-1#admins"),
    },
    "messages by one's own sender": {
        "Send": function(),
        "Allowed": permission("Send"),
        "UserPool": cognito(
            "UserPool",
            AutoVerifiedAttributes=["email"],
            LambdaConfig={
                "CustomEmailSender": {"LambdaArn": get_att("Send", "Arn"), "LambdaVersion": "V1_0"},
                "KMSKeyID": KEY,
            },
        ),
    },
    "the strictest": {
        "UserPool": cognito(
            "UserPool",
            UserPoolTier="PLUS",
            UserPoolAddOns={
                "AdvancedSecurityMode": "ENFORCED",
                "AdvancedSecurityAdditionalFlows": {"CustomAuthMode": "ENFORCED"},
            },
            MfaConfiguration="ON",
            EnabledMfas=["SOFTWARE_TOKEN_MFA"],
            DeviceConfiguration={"ChallengeRequiredOnNewDevice": True, "DeviceOnlyRememberedOnUserPrompt": True},
            Policies={
                "PasswordPolicy": {
                    "MinimumLength": 99,
                    "PasswordHistorySize": 24,
                    "TemporaryPasswordValidityDays": 365,
                },
                "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]},
            },
            WebAuthnFactorConfiguration="MULTI_FACTOR_WITH_USER_VERIFICATION",
            WebAuthnUserVerification="required",
            WebAuthnRelyingPartyID="localhost",
            DeletionProtection="ACTIVE",
        ),
        "Client": of_pool(
            "UserPoolClient",
            ExplicitAuthFlows=["ALLOW_USER_AUTH"],
            RefreshTokenRotation={"Feature": "ENABLED", "RetryGracePeriodSeconds": 60},
            AccessTokenValidity=5,
            IdTokenValidity=5,
            RefreshTokenValidity=60,
            TokenValidityUnits={"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "minutes"},
            AuthSessionValidity=15,
            EnablePropagateAdditionalUserContextData=True,
            GenerateSecret=True,
        ),
        "Acl": {
            "Type": "AWS::WAFv2::WebACLAssociation",
            "Properties": {
                "ResourceArn": get_att("UserPool", "Arn"),
                "WebACLArn": f"arn:aws:wafv2:us-east-1:{ACCOUNT}:regional/webacl/shop/1",
            },
        },
    },
    "the longest tokens": {
        "UserPool": USER_POOL,
        "Client": of_pool(
            "UserPoolClient",
            AccessTokenValidity=24,
            IdTokenValidity=1,
            RefreshTokenValidity=3650,
            TokenValidityUnits={"IdToken": "days"},
            ExplicitAuthFlows=["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            EnableTokenRevocation=False,
        ),
    },
    "the application of a telephone": {
        "UserPool": cognito("UserPool", UsernameAttributes=["email", "phone_number"]),
        "Client": of_pool(
            "UserPoolClient",
            CallbackURLs=[
                "com.example.shop://callback/",
                "shop:/in",
                "exp://127.0.0.1:19000/--/",
                "http://[::1]:8080/in",
            ],
            LogoutURLs=["com.example.shop://out/"],
            **CODE,
        ),
    },
    "a pool of another template": {
        "Client": cognito(
            "UserPoolClient", UserPoolId={"Fn::ImportValue": "pool-id"}, CallbackURLs=["https://a.example"], **CODE
        ),
        "Domain": cognito("UserPoolDomain", UserPoolId="eu-west-1_AbCdEfGhI", Domain="elsewhere"),
        "Group": cognito("UserPoolGroup", UserPoolId=ref("PoolId"), GroupName="admins"),
    },
}
