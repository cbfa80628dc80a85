"""After what people write into templates of AWS SAM and of the Serverless Framework."""

from constructs_lib.resources.model import Resources, get_att, ref
from tests.patterns.resources import cognito, federated, function, of_pool, permission, policy, role, texting

PASSWORDS = {
    "PasswordPolicy": {
        "MinimumLength": 8,
        "RequireLowercase": True,
        "RequireNumbers": True,
        "RequireSymbols": False,
        "RequireUppercase": True,
    }
}
SRP = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
EMAIL = {"Name": "email", "AttributeDataType": "String", "Required": True, "Mutable": True}

PATTERNS: dict[str, Resources] = {
    "a first tutorial": {
        "UserPool": cognito(
            "UserPool",
            UserPoolName="serverless-auth-pool",
            Schema=[{"Name": "email", "Required": True, "Mutable": True}],
            Policies={"PasswordPolicy": {"MinimumLength": 6}},
            AutoVerifiedAttributes=["email"],
        ),
        "Client": of_pool(
            "UserPoolClient",
            ClientName="user-pool-ui",
            GenerateSecret=False,
            AccessTokenValidity=5,
            IdTokenValidity=5,
            ExplicitAuthFlows=["ADMIN_NO_SRP_AUTH"],
        ),
    },
    "administrators invite, in words of years ago": {
        "UserPool": cognito(
            "UserPool",
            UserPoolName="service-dev",
            UsernameAttributes=["email"],
            AutoVerifiedAttributes=["email"],
            AdminCreateUserConfig={
                "AllowAdminCreateUserOnly": "true",
                "InviteMessageTemplate": {
                    "EmailMessage": "You are {username}, for now with {####}.",
                    "EmailSubject": "Welcome",
                    "SMSMessage": "You are {username}, for now with {####}.",
                },
                "UnusedAccountValidityDays": 7,
            },
            EmailConfiguration={"ReplyToEmailAddress": "no-reply@shop.example"},
            EmailVerificationMessage="Your code is {####}.",
            EmailVerificationSubject="Your code",
            MfaConfiguration="OFF",
            Policies=PASSWORDS,
        ),
        "Client": of_pool("UserPoolClient", ClientName="service-dev-client", GenerateSecret=True),
    },
    "an API of AWS SAM": {
        "UserPool": cognito(
            "UserPool",
            UserPoolName={"Fn::Sub": "${AWS::StackName}-users"},
            Policies=PASSWORDS,
            UsernameAttributes=["email"],
            Schema=[EMAIL],
        ),
        "Client": of_pool(
            "UserPoolClient",
            ClientName={"Fn::Sub": "${AWS::StackName}-client"},
            GenerateSecret=False,
            SupportedIdentityProviders=["COGNITO"],
            CallbackURLs=[{"Fn::Sub": "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/Prod"}],
            AllowedOAuthFlowsUserPoolClient=True,
            AllowedOAuthFlows=["code", "implicit"],
            AllowedOAuthScopes=["email", "openid", "profile"],
            ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", *SRP],
        ),
        "Domain": of_pool("UserPoolDomain", Domain={"Fn::Join": ["-", ["shop", ref("AWS::AccountId")]]}),
        "Api": {"Type": "AWS::Serverless::Api", "Properties": {"StageName": "Prod"}},
    },
    "a trigger of AWS SAM": {
        "UserPool": cognito("UserPool", LambdaConfig={"PreSignUp": get_att("Confirm", "Arn")}),
        "Confirm": {
            "Type": "AWS::Serverless::Function",
            "Properties": {"CodeUri": "src", "Handler": "app.handler", "Runtime": "python3.13"},
        },
        "Allowed": permission("Confirm"),
    },
    "a link to click": {
        "UserPool": cognito(
            "UserPool",
            AliasAttributes=["preferred_username"],
            AutoVerifiedAttributes=["email"],
            VerificationMessageTemplate={"DefaultEmailOption": "CONFIRM_WITH_LINK"},
            MfaConfiguration="OFF",
            Policies=PASSWORDS,
        ),
        "Client": of_pool("UserPoolClient", GenerateSecret=False),
        "Domain": of_pool("UserPoolDomain", Domain="sentra-users"),
    },
    "all that a description says": {
        "UserPool": cognito(
            "UserPool",
            Schema=[
                {
                    "Name": name,
                    "AttributeDataType": "String",
                    "DeveloperOnlyAttribute": False,
                    "Mutable": True,
                    "Required": name == "email",
                    "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "2048"},
                }
                for name in ("name", "given_name", "family_name", "email", "website", "gender", "locale")
            ]
            + [
                {"Name": "birthdate", "StringAttributeConstraints": {"MinLength": "10", "MaxLength": "10"}},
                {"Name": "updated_at", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "0"}},
            ],
        ),
    },
    "a managed policy for text messages": {
        "Sms": {
            "Type": "AWS::IAM::ManagedPolicy",
            "Properties": {"PolicyDocument": policy("sns:publish")["PolicyDocument"]},
        },
        "SNSRole": role({"Service": ["cognito-idp.amazonaws.com"]}, ManagedPolicyArns=[ref("Sms")]),
        "UserPool": cognito(
            "UserPool",
            AutoVerifiedAttributes=["email", "phone_number"],
            UsernameAttributes=["email"],
            MfaConfiguration="OPTIONAL",
            SmsConfiguration={
                "SnsCallerArn": get_att("SNSRole", "Arn"),
                "ExternalId": {"Fn::Sub": "${AWS::StackName}-external"},
                "SnsRegion": ref("AWS::Region"),
            },
            SmsAuthenticationMessage="Your code is {####}",
            Schema=[EMAIL, {"Name": "phone_number", "Required": True, "Mutable": True}],
        ),
    },
    "credentials for a single page": {
        "UserPool": cognito("UserPool", UsernameAttributes=["email"], AutoVerifiedAttributes=["email"]),
        "Client": of_pool("UserPoolClient", ExplicitAuthFlows=["ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"]),
        "IdentityPool": cognito(
            "IdentityPool",
            IdentityPoolName="NotesIdentityPool",
            AllowUnauthenticatedIdentities=False,
            CognitoIdentityProviders=[{"ClientId": ref("Client"), "ProviderName": get_att("UserPool", "ProviderName")}],
        ),
        "Member": federated("authenticated"),
        "Roles": cognito(
            "IdentityPoolRoleAttachment",
            IdentityPoolId=ref("IdentityPool"),
            Roles={"authenticated": get_att("Member", "Arn")},
        ),
    },
    "stages by conditions": {
        "UserPool": cognito(
            "UserPool",
            UserPoolName=ref("Name"),
            DeletionProtection={"Fn::If": ["Production", "ACTIVE", "INACTIVE"]},
            EmailConfiguration={
                "Fn::If": [
                    "Production",
                    {
                        "EmailSendingAccount": "DEVELOPER",
                        "From": {"Fn::Sub": "Shop <no-reply@${Domain}>"},
                        "SourceArn": {"Fn::Sub": "arn:aws:ses:us-east-1:${AWS::AccountId}:identity/${Domain}"},
                    },
                    ref("AWS::NoValue"),
                ]
            },
            MfaConfiguration={"Fn::If": ["Production", "ON", "OFF"]},
            EnabledMfas={"Fn::If": ["Production", ["SOFTWARE_TOKEN_MFA"], ref("AWS::NoValue")]},
        )
        | {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"},
        "Client": of_pool("UserPoolClient", ExplicitAuthFlows=SRP, CallbackURLs={"Fn::Split": [",", ref("Urls")]}),
        "Domain": of_pool("UserPoolDomain", Domain={"Fn::If": ["Production", "shop", {"Fn::Sub": "shop-${Stage}"}]})
        | {"Condition": "Production"},
    },
    "text messages alone": {
        "SNSRole": texting("shop"),
        "UserPool": cognito(
            "UserPool",
            UsernameAttributes=["phone_number"],
            AutoVerifiedAttributes=["phone_number"],
            SmsConfiguration={"SnsCallerArn": get_att("SNSRole", "Arn"), "ExternalId": "shop"},
            SmsVerificationMessage="{####} is your code",
            Policies={"PasswordPolicy": {"MinimumLength": "6", "RequireNumbers": "false"}},
        ),
        "Client": of_pool("UserPoolClient", GenerateSecret="false", ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH", *SRP]),
    },
    "a migration": {
        "Migrate": function(Timeout=30),
        "Allowed": permission("Migrate"),
        "UserPool": cognito(
            "UserPool",
            AliasAttributes=["email"],
            AutoVerifiedAttributes=["email"],
            LambdaConfig={"UserMigration": get_att("Migrate", "Arn")},
        ),
        "Client": of_pool("UserPoolClient", ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
    },
}
