"""After what AWS Amplify deploys, of its first and its second generation."""

from typing import Any

from constructs_lib.resources.model import Resource, Resources, get_att, ref
from tests.patterns.resources import ACCOUNT, cognito, federated, function, of_pool, permission, policy, role

WORDS = {
    "EmailVerificationMessage": "Your verification code is {####}",
    "EmailVerificationSubject": "Your verification code",
}
NO_DEMANDS = dict.fromkeys(("RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols"), False)
IDS = {
    "Fn::Sub": ["cognito-idp.${region}.amazonaws.com/${pool}", {"region": ref("AWS::Region"), "pool": ref("UserPool")}]
}
EVERY_SCOPE = ["phone", "email", "openid", "profile", "aws.cognito.signin.user.admin"]


def first(**said: Any) -> Resource:
    """Make a pool as the first generation does."""
    properties = {
        "UserPoolName": {"Fn::Join": ["", ["shop_userpool", "-", ref("env")]]},
        "Schema": [{"Name": "email", "Required": True, "Mutable": True}],
        "AutoVerifiedAttributes": ["email"],
        "Policies": {"PasswordPolicy": {"MinimumLength": 8, **NO_DEMANDS}},
        "UsernameConfiguration": {"CaseSensitive": False},
        "MfaConfiguration": "OFF",
    }
    return cognito("UserPool", **properties | WORDS | said)


def second(**said: Any) -> Resource:
    """Make a pool as the second generation does."""
    code = "The verification code to your new account is {####}"
    subject = "Verify your new account"
    properties = {
        "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]},
        "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False},
        "AutoVerifiedAttributes": ["email"],
        "EmailVerificationMessage": code,
        "EmailVerificationSubject": subject,
        "Policies": {"PasswordPolicy": {"MinimumLength": 8} | dict.fromkeys(NO_DEMANDS, True)},
        "Schema": [{"Mutable": True, "Name": "email", "Required": True}],
        "SmsVerificationMessage": code,
        "UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]},
        "UserPoolTags": {"amplify:deployment-type": "branch", "created-by": "amplify"},
        "UsernameAttributes": ["email"],
        "UsernameConfiguration": {"CaseSensitive": False},
        "VerificationMessageTemplate": {
            "DefaultEmailOption": "CONFIRM_WITH_CODE",
            "EmailMessage": code,
            "EmailSubject": subject,
            "SmsMessage": code,
        },
    }
    return cognito("UserPool", **properties | said) | {"DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete"}


def browser(**said: Any) -> Resource:
    """Make an app client as the second generation does."""
    properties = {
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthScopes": EVERY_SCOPE,
        "CallbackURLs": ["https://example.com"],
        "ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        "PreventUserExistenceErrors": "ENABLED",
        "SupportedIdentityProviders": ["COGNITO"],
    }
    return of_pool("UserPoolClient", **properties | said)


CLIENTS: Resources = {
    "UserPoolClientWeb": of_pool(
        "UserPoolClient",
        ClientName="shop_app_clientWeb",
        RefreshTokenValidity=30,
        TokenValidityUnits={"RefreshToken": "days"},
    ),
    "UserPoolClient": of_pool("UserPoolClient", ClientName="shop_app_client", RefreshTokenValidity="30"),
}
CREDENTIALS: Resources = {
    "IdentityPool": cognito(
        "IdentityPool",
        IdentityPoolName="shop_identitypool__dev",
        AllowUnauthenticatedIdentities=ref("allowUnauthenticatedIdentities"),
        CognitoIdentityProviders=[{"ClientId": ref("UserPoolClient"), "ProviderName": IDS}],
    ),
    "RoleMap": cognito(
        "IdentityPoolRoleAttachment",
        IdentityPoolId=ref("IdentityPool"),
        Roles={"unauthenticated": ref("unauthRoleArn"), "authenticated": ref("authRoleArn")},
    ),
}
BY_GROUP: Resources = {
    "IdentityPool": cognito(
        "IdentityPool",
        AllowUnauthenticatedIdentities=True,
        CognitoIdentityProviders=[
            {
                "ClientId": ref("UserPoolClient"),
                "ProviderName": {
                    "Fn::Join": ["", ["cognito-idp.", ref("AWS::Region"), ".amazonaws.com/", ref("UserPool")]]
                },
            }
        ],
        SupportedLoginProviders={},
    ),
    "Guest": federated("unauthenticated"),
    "Member": federated("authenticated"),
    "Editors": federated("authenticated"),
    "Group": of_pool("UserPoolGroup", GroupName="editors", Precedence=0, RoleArn=get_att("Editors", "Arn")),
    "Roles": cognito(
        "IdentityPoolRoleAttachment",
        IdentityPoolId=ref("IdentityPool"),
        RoleMappings={
            "UserPoolWebClientRoleMapping": {
                "AmbiguousRoleResolution": "AuthenticatedRole",
                "IdentityProvider": {"Fn::Join": ["", [IDS, ":", ref("UserPoolClient")]]},
                "Type": "Token",
            }
        },
        Roles={"authenticated": get_att("Member", "Arn"), "unauthenticated": get_att("Guest", "Arn")},
    ),
}
SENDER = role(
    {"Service": "cognito-idp.amazonaws.com"},
    condition={"StringEquals": {"sts:ExternalId": "shop_role_external_id"}},
    RoleName={"Fn::Join": ["", ["sns", "shop", "-", ref("env")]]},
    Policies=[policy("sns:Publish")],
)
TEXTS = {"SnsCallerArn": get_att("SNSRole", "Arn"), "ExternalId": "shop_role_external_id"}

PATTERNS: dict[str, Resources] = {
    "Amplify 1, by user name": {"UserPool": first(), **CLIENTS, **CREDENTIALS},
    "Amplify 1, by e-mail, with text messages": {
        "SNSRole": SENDER,
        "UserPool": first(
            UsernameAttributes=["email"],
            MfaConfiguration="OPTIONAL",
            EnabledMfas=["SMS_MFA", "SOFTWARE_TOKEN_MFA"],
            SmsConfiguration=TEXTS,
            SmsAuthenticationMessage="Your authentication code is {####}",
            SmsVerificationMessage="Your verification code is {####}",
            UserAttributeUpdateSettings={"AttributesRequireVerificationBeforeUpdate": ["email"]},
        )
        | {"DependsOn": "SNSRole"},
        **CLIENTS,
        **CREDENTIALS,
    },
    "Amplify 1, challenges of one's own": {
        **{name: function() for name in ("Define", "Create", "Verify")},
        **{f"Allow{name}": permission(name) for name in ("Define", "Create", "Verify")},
        "UserPool": first(
            LambdaConfig={
                "DefineAuthChallenge": get_att("Define", "Arn"),
                "CreateAuthChallenge": get_att("Create", "Arn"),
                "VerifyAuthChallengeResponse": get_att("Verify", "Arn"),
            },
        ),
        **CLIENTS,
    },
    "Amplify 1, social": {
        "UserPool": first(),
        "Google": of_pool(
            "UserPoolIdentityProvider",
            ProviderName="Google",
            ProviderType="Google",
            ProviderDetails={
                "client_id": ref("googleId"),
                "client_secret": ref("googleSecret"),
                "authorize_scopes": "openid email profile",
            },
            AttributeMapping={"email": "email", "username": "sub"},
        ),
        "Facebook": of_pool(
            "UserPoolIdentityProvider",
            ProviderName="Facebook",
            ProviderType="Facebook",
            ProviderDetails={
                "client_id": "1",
                "client_secret": ref("secret"),
                "authorize_scopes": "email,public_profile",
            },
            AttributeMapping={"email": "email", "username": "id"},
        ),
        "Domain": of_pool("UserPoolDomain", Domain={"Fn::Sub": "shop-${env}"}),
        "UserPoolClient": browser(
            AllowedOAuthFlows=["code"],
            CallbackURLs=["https://shop.example/", "http://localhost:3000/"],
            LogoutURLs=["https://shop.example/", "http://localhost:3000/"],
            SupportedIdentityProviders=["Facebook", "Google", "COGNITO"],
        )
        | {"DependsOn": ["Google", "Facebook"]},
    },
    "Amplify 2": {"UserPool": second(), "UserPoolClient": browser(), **BY_GROUP},
    "Amplify 2, by phone": {
        "SNSRole": SENDER,
        "UserPool": second(
            UsernameAttributes=["phone_number"],
            AutoVerifiedAttributes=["phone_number"],
            Schema=[
                {"Mutable": True, "Name": "phone_number", "Required": True},
                {"AttributeDataType": "Number", "Name": "tenant", "NumberAttributeConstraints": {"MinValue": "1"}},
            ],
            SmsConfiguration=TEXTS | {"SnsRegion": ref("AWS::Region")},
            AccountRecoverySetting={"RecoveryMechanisms": [{"Name": "verified_phone_number", "Priority": 1}]},
            UserAttributeUpdateSettings={"AttributesRequireVerificationBeforeUpdate": ["phone_number"]},
        ),
        "UserPoolClient": browser(),
    },
    "Amplify 2, without passwords": {
        "UserPool": second(
            UserPoolTier="ESSENTIALS",
            Policies={
                "PasswordPolicy": {"MinimumLength": 8},
                "SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]},
            },
            EmailConfiguration={
                "EmailSendingAccount": "DEVELOPER",
                "From": "Shop <no-reply@shop.example>",
                "SourceArn": f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/shop.example",
            },
            WebAuthnRelyingPartyID="shop.example",
            WebAuthnUserVerification="preferred",
        ),
        "UserPoolClient": browser(ExplicitAuthFlows=["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
    },
}
