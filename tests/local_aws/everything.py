"""One stack with every resource type that the extension adds, and with those around them that are read back."""

from __future__ import annotations

from typing import Any

from tests.local_aws.stacks import after, resource

POOL = {"Ref": "Users"}
CLIENT = {"Ref": "Web"}
POOL_ARN = {"Fn::GetAtt": ["Users", "Arn"]}
PROVIDER = {"Fn::GetAtt": ["Users", "ProviderName"]}
GOOGLE = {"client_id": "google", "client_secret": "secret", "authorize_scopes": "openid email"}
CSS = ".banner-customizable { background-color: navy; }"


def _role(service: str) -> dict[str, Any]:
    trust = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    return resource("AWS::IAM::Role", AssumeRolePolicyDocument={"Version": "2012-10-17", "Statement": [trust]})


DIRECTORY = {
    "Users": resource("AWS::Cognito::UserPool", Policies={"PasswordPolicy": {"MinimumLength": 20}}),
    "Web": resource("AWS::Cognito::UserPoolClient", UserPoolId=POOL, SupportedIdentityProviders=["COGNITO"]),
    "Host": resource("AWS::Cognito::UserPoolDomain", UserPoolId=POOL, Domain="everything", ManagedLoginVersion=2),
    "Orders": resource(
        "AWS::Cognito::UserPoolResourceServer",
        UserPoolId=POOL,
        Identifier="orders",
        Name="Orders",
        Scopes=[{"ScopeName": "read", "ScopeDescription": "Read orders"}],
    ),
    "Google": resource(
        "AWS::Cognito::UserPoolIdentityProvider",
        UserPoolId=POOL,
        ProviderName="Google",
        ProviderType="Google",
        ProviderDetails=GOOGLE,
        AttributeMapping={"email": "email", "custom:a.b": "name"},
        IdpIdentifiers=["google.example"],
    ),
    "Admins": resource("AWS::Cognito::UserPoolGroup", UserPoolId=POOL, GroupName="admins"),
    "Ada": resource(
        "AWS::Cognito::UserPoolUser",
        UserPoolId=POOL,
        Username="ada",
        UserAttributes=[{"Name": "email", "Value": "ada@people.example"}],
        DesiredDeliveryMediums=["EMAIL"],
    ),
    "Membership": resource(
        "AWS::Cognito::UserPoolUserToGroupAttachment",
        UserPoolId=POOL,
        Username={"Ref": "Ada"},
        GroupName={"Ref": "Admins"},
    ),
    "Style": after(
        "Host",
        resource("AWS::Cognito::UserPoolUICustomizationAttachment", UserPoolId=POOL, ClientId=CLIENT, CSS=CSS),
    ),
}
RECORDED = {
    "Risks": resource("AWS::Cognito::UserPoolRiskConfigurationAttachment", UserPoolId=POOL, ClientId="ALL"),
    "Logs": resource("AWS::Cognito::LogDeliveryConfiguration", UserPoolId=POOL, LogConfigurations=[]),
    "Branding": resource(
        "AWS::Cognito::ManagedLoginBranding", UserPoolId=POOL, ClientId=CLIENT, Settings={"components": {"form": {}}}
    ),
    "Terms": resource(
        "AWS::Cognito::Terms",
        UserPoolId=POOL,
        ClientId=CLIENT,
        TermsName="terms-of-use",
        TermsSource="LINK",
        Enforcement="NONE",
        Links={"cognito:default": "https://shop.example/terms"},
    ),
    "Replica": resource("AWS::Cognito::UserPoolReplica", UserPoolId=POOL, RegionName="eu-west-1"),
    "Regional": resource("AWS::Cognito::UserPoolRegionalConfigurationAttachment", UserPoolId=POOL, Status="ACTIVE"),
    "WallLog": resource(
        "AWS::WAFv2::LoggingConfiguration",
        ResourceArn={"Fn::GetAtt": ["Wall", "Arn"]},
        LogDestinationConfigs=[{"Fn::GetAtt": ["WallLogGroup", "Arn"]}],
    ),
}
AROUND = {
    "Wall": resource(
        "AWS::WAFv2::WebACL",
        Scope="REGIONAL",
        DefaultAction={"Allow": {}},
        VisibilityConfig={"CloudWatchMetricsEnabled": False, "SampledRequestsEnabled": False, "MetricName": "wall"},
    ),
    "InFront": resource(
        "AWS::WAFv2::WebACLAssociation", ResourceArn=POOL_ARN, WebACLArn={"Fn::GetAtt": ["Wall", "Arn"]}
    ),
    "WallLogGroup": resource("AWS::Logs::LogGroup", LogGroupName="aws-waf-logs-everything"),
    "Member": _role("cognito-identity.amazonaws.com"),
    "Guest": _role("cognito-identity.amazonaws.com"),
    "Identities": resource(
        "AWS::Cognito::IdentityPool",
        AllowUnauthenticatedIdentities=False,
        CognitoIdentityProviders=[{"ClientId": CLIENT, "ProviderName": PROVIDER, "ServerSideTokenCheck": True}],
    ),
    "Roles": resource(
        "AWS::Cognito::IdentityPoolRoleAttachment",
        IdentityPoolId={"Ref": "Identities"},
        Roles={"authenticated": {"Fn::GetAtt": ["Member", "Arn"]}},
        RoleMappings={
            "shop": {
                "IdentityProvider": {"Fn::Join": ["", [PROVIDER, ":", CLIENT]]},
                "Type": "Token",
                "AmbiguousRoleResolution": "Deny",
            }
        },
    ),
    "Tags": resource(
        "AWS::Cognito::IdentityPoolPrincipalTag",
        IdentityPoolId={"Ref": "Identities"},
        IdentityProviderName=PROVIDER,
        PrincipalTags={"team": "custom:team"},
    ),
    "Key": resource("AWS::KMS::Key", KeyPolicy={"Version": "2012-10-17", "Statement": []}),
    "Bucket": resource("AWS::S3::Bucket"),
    "Stream": resource("AWS::KinesisFirehose::DeliveryStream", DeliveryStreamName="everything"),
    "Trigger": resource(
        "AWS::Lambda::Function",
        Runtime="python3.12",
        Handler="index.handler",
        Role={"Fn::GetAtt": ["Member", "Arn"]},
        Code={"ZipFile": "def handler(event, context): return event"},
    ),
}
EVERYTHING = {**DIRECTORY, **RECORDED, **AROUND}
