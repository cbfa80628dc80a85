"""After the examples of CloudFormation's reference for each resource of Cognito's.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Cognito.html
"""

from constructs_lib.resources.model import Resources, get_att, ref
from tests.patterns.resources import ACCOUNT, cognito, federated, function, of_pool, permission, texting

NAMED = cognito("UserPool", UserPoolName="MyPool")
CLIENT = of_pool("UserPoolClient")
MAIL = "arn:aws:ses:us-east-1:111122223333:identity/shop.example"

PATTERNS: dict[str, Resources] = {
    "an empty pool": {"UserPool": cognito("UserPool")},
    "a pool without properties": {"UserPool": {"Type": "AWS::Cognito::UserPool"}},
    "text messages as second factor": {
        "SNSRole": texting("example"),
        "UserPool": cognito(
            "UserPool",
            UserPoolName={"Fn::Join": ["", [ref("AuthName"), "-user-pool"]]},
            AutoVerifiedAttributes=["phone_number"],
            MfaConfiguration="ON",
            SmsConfiguration={"ExternalId": "example", "SnsCallerArn": get_att("SNSRole", "Arn")},
            Schema=[
                {"Name": "name", "AttributeDataType": "String", "Mutable": True, "Required": True},
                {"Name": "email", "AttributeDataType": "String", "Mutable": False, "Required": True},
                {"Name": "phone_number", "AttributeDataType": "String", "Mutable": False, "Required": True},
                {"Name": "slackId", "AttributeDataType": "String", "Mutable": True},
            ],
        ),
        "Client": of_pool("UserPoolClient", ClientName="web", GenerateSecret=False),
    },
    "versioned triggers": {
        "Function": function(),
        "Allowed": permission("Function"),
        "UserPool": cognito(
            "UserPool",
            UserPoolTier="ESSENTIALS",
            LambdaConfig={
                "PreSignUp": get_att("Function", "Arn"),
                "PreTokenGeneration": get_att("Function", "Arn"),
                "PreTokenGenerationConfig": {"LambdaArn": get_att("Function", "Arn"), "LambdaVersion": "V2_0"},
            },
        ),
    },
    "an app client with everything": {
        "UserPool": cognito("UserPool", Schema=[{"Name": "team", "AttributeDataType": "String", "Mutable": "true"}]),
        "Domain": of_pool("UserPoolDomain", Domain="my-test-domain"),
        "Client": of_pool(
            "UserPoolClient",
            AccessTokenValidity="1",
            AllowedOAuthFlows=["code"],
            AllowedOAuthFlowsUserPoolClient="true",
            AllowedOAuthScopes=["phone", "email", "openid", "profile", "aws.cognito.signin.user.admin"],
            CallbackURLs=["https://example.com", "http://localhost", "myapp://example"],
            DefaultRedirectURI="https://example.com",
            ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            LogoutURLs=["https://example.com/signout"],
            PreventUserExistenceErrors="ENABLED",
            ReadAttributes=["email", "custom:team", "email_verified"],
            WriteAttributes=["email", "custom:team"],
            RefreshTokenValidity="30",
            SupportedIdentityProviders=["COGNITO"],
            TokenValidityUnits={"AccessToken": "hours", "IdToken": "hours", "RefreshToken": "days"},
        ),
    },
    "a domain of one's own": {
        "UserPool": NAMED,
        "Domain": of_pool(
            "UserPoolDomain",
            Domain="auth.example.com",
            CustomDomainConfig={"CertificateArn": f"arn:aws:acm:us-east-1:{ACCOUNT}:certificate/1-2-3"},
            ManagedLoginVersion=2,
        ),
    },
    "classic pages in colours": {
        "UserPool": NAMED,
        "Domain": of_pool("UserPoolDomain", Domain="my-test-domain"),
        "Client": CLIENT,
        "Looks": of_pool(
            "UserPoolUICustomizationAttachment",
            ClientId=ref("Client"),
            CSS=".banner-customizable {\nbackground: #04b431;\n}",
        )
        | {"DependsOn": ["Domain"]},
    },
    "managed login in colours": {
        "UserPool": NAMED,
        "Domain": of_pool("UserPoolDomain", Domain="my-test-domain", ManagedLoginVersion="2"),
        "Client": CLIENT,
        "Style": of_pool(
            "ManagedLoginBranding",
            ClientId=ref("Client"),
            Settings={"categories": {"global": {"colorSchemeMode": "LIGHT"}}},
            Assets=[{"Category": "PAGE_BACKGROUND", "ColorMode": "DARK", "Extension": "SVG", "Bytes": "PHN2Zy8+"}],
        ),
    },
    "users in groups": {
        "UserPool": NAMED,
        "User": of_pool(
            "UserPoolUser",
            Username="anna",
            DesiredDeliveryMediums=["EMAIL"],
            ForceAliasCreation="false",
            UserAttributes=[{"Name": "email", "Value": "anna@example.com"}],
        ),
        "Group": of_pool("UserPoolGroup", GroupName="admins", Description="Administrators", Precedence="1"),
        "Member": of_pool("UserPoolUserToGroupAttachment", Username=ref("User"), GroupName=ref("Group")),
    },
    "risk with mails": {
        "UserPool": cognito(
            "UserPool", UserPoolTier="PLUS", UserPoolAddOns={"AdvancedSecurityMode": "ENFORCED"}, MfaConfiguration="OFF"
        ),
        "Client": CLIENT,
        "Risk": of_pool(
            "UserPoolRiskConfigurationAttachment",
            ClientId=ref("Client"),
            AccountTakeoverRiskConfiguration={
                "Actions": {
                    "HighAction": {"EventAction": "BLOCK", "Notify": True},
                    "MediumAction": {"EventAction": "MFA_IF_CONFIGURED", "Notify": True},
                    "LowAction": {"EventAction": "NO_ACTION", "Notify": False},
                },
                "NotifyConfiguration": {
                    "From": "no-reply@shop.example",
                    "ReplyTo": "help@shop.example",
                    "SourceArn": MAIL,
                    "BlockEmail": {"Subject": "Stopped", "HtmlBody": "<p>Stopped</p>", "TextBody": "We stopped it"},
                },
            },
            CompromisedCredentialsRiskConfiguration={"Actions": {"EventAction": "BLOCK"}, "EventFilter": ["SIGN_UP"]},
            RiskExceptionConfiguration={
                "BlockedIPRangeList": ["192.0.2.1/32"],
                "SkippedIPRangeList": ["198.51.100.1/32"],
            },
        ),
    },
    "logs of messages": {
        "UserPool": NAMED,
        "Log": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "pool"}},
        "Logs": of_pool(
            "LogDeliveryConfiguration",
            LogConfigurations=[
                {
                    "EventSource": "userNotification",
                    "LogLevel": "ERROR",
                    "CloudWatchLogsConfiguration": {
                        "LogGroupArn": {"Fn::Sub": "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Log}"}
                    },
                }
            ],
        ),
    },
    "scopes of an API": {
        "UserPool": NAMED,
        "Server": of_pool(
            "UserPoolResourceServer",
            Identifier="https://my-weather-api.example.com",
            Name="Weather API",
            Scopes=[{"ScopeName": "weather.read", "ScopeDescription": "Read the weather"}],
        ),
    },
    "an identity pool for everybody": {
        "IdentityPool": cognito("IdentityPool", AllowUnauthenticatedIdentities=True, IdentityPoolName="my pool"),
        "Guest": federated("unauthenticated"),
        "Member": federated("authenticated"),
        "Roles": cognito(
            "IdentityPoolRoleAttachment",
            IdentityPoolId=ref("IdentityPool"),
            Roles={"authenticated": get_att("Member", "Arn"), "unauthenticated": get_att("Guest", "Arn")},
        ),
    },
}
