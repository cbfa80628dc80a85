"""Who releases a bank's payments."""

import json

from aws_cdk.assertions import Match

from tests.cdk.synth import ids_of, properties_of
from tests.stacks.templates import CLIENT, DOMAIN, GROUP, POOL, high_security

ALARM, USER, MEMBERSHIP = (
    "AWS::CloudWatch::Alarm",
    "AWS::Cognito::UserPoolUser",
    "AWS::Cognito::UserPoolUserToGroupAttachment",
)
LOG_GROUP = "AWS::Logs::LogGroup"


def _the(type_name: str) -> str:
    (name,) = ids_of(high_security(), type_name)
    return name


def test_a_passkey_is_two_factors_and_a_password_needs_an_authenticator_app() -> None:
    factors = {
        "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}},
        "WebAuthnFactorConfiguration": "MULTI_FACTOR_WITH_USER_VERIFICATION",
        "WebAuthnUserVerification": "required",
        "MfaConfiguration": "ON",
        "EnabledMfas": ["SOFTWARE_TOKEN_MFA"],
        "SmsConfiguration": Match.absent(),
    }
    high_security().has_resource_properties(POOL, factors)


def test_passkeys_belong_to_the_banks_own_domain() -> None:
    high_security().has_resource_properties(POOL, {"WebAuthnRelyingPartyID": "login.bank.example"})
    pages = {
        "Domain": "login.bank.example",
        "ManagedLoginVersion": 2,
        "CustomDomainConfig": {
            "CertificateArn": Match.string_like_regexp("^arn:aws:acm:us-east-1:"),
            "SecurityPolicy": "TLS_V1_3_2025",
        },
    }
    high_security().has_resource_properties(DOMAIN, pages)


def test_a_key_of_the_banks_own_encrypts_the_pool_and_is_kept() -> None:
    key = {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": {"Fn::GetAtt": [_the("AWS::KMS::Key"), "Arn"]}}
    high_security().has_resource_properties(POOL, {"KeyConfiguration": key})
    kept = {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain", "Properties": {"EnableKeyRotation": True}}
    high_security().has_resource("AWS::KMS::Key", kept)


def test_risk_is_refused_and_told_by_mail() -> None:
    takeover = {
        "Actions": {
            "LowAction": {"EventAction": "NO_ACTION", "Notify": False},
            "MediumAction": {"EventAction": "BLOCK", "Notify": True},
            "HighAction": {"EventAction": "BLOCK", "Notify": True},
        },
        "NotifyConfiguration": {"From": "The Bank <no-reply@bank.example>"},
    }
    stolen = {"Actions": {"EventAction": "BLOCK"}, "EventFilter": ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"]}
    high_security().has_resource_properties(
        "AWS::Cognito::UserPoolRiskConfigurationAttachment",
        {
            "ClientId": "ALL",
            "AccountTakeoverRiskConfiguration": takeover,
            "CompromisedCredentialsRiskConfiguration": stolen,
        },
    )


def test_everything_is_logged_for_a_year() -> None:
    delivery = properties_of(high_security(), "AWS::Cognito::LogDeliveryConfiguration")["LogConfigurations"]
    assert {each["EventSource"] for each in delivery} == {"userNotification", "userAuthEvents"}
    high_security().resource_count_is("AWS::WAFv2::LoggingConfiguration", 1)
    high_security().resource_count_is(LOG_GROUP, 3)
    high_security().all_resources(LOG_GROUP, {"DeletionPolicy": "Retain", "Properties": {"RetentionInDays": 365}})


def test_a_web_acl_stands_before_the_pool() -> None:
    before = {
        "ResourceArn": {"Fn::GetAtt": [_the(POOL), "Arn"]},
        "WebACLArn": {"Fn::GetAtt": [_the("AWS::WAFv2::WebACL"), "Arn"]},
    }
    high_security().has_resource_properties("AWS::WAFv2::WebACLAssociation", before)


def test_sessions_are_short() -> None:
    validity = {"AccessTokenValidity": 5, "IdTokenValidity": 5, "RefreshTokenValidity": 720, "GenerateSecret": True}
    high_security().has_resource_properties(CLIENT, validity)


def test_the_first_administrator_is_invited_and_stays() -> None:
    user = {
        "DeletionPolicy": "Retain",
        "UpdateReplacePolicy": "Retain",
        "Properties": {
            "UserPoolId": {"Ref": _the(POOL)},
            "Username": "grace@bank.example",
            "UserAttributes": [{"Name": "email_verified", "Value": "true"}],
            "DesiredDeliveryMediums": ["EMAIL"],
            "MessageAction": Match.absent(),
        },
    }
    high_security().has_resource(USER, user)
    assert "TemporaryPassword" not in json.dumps(high_security().find_resources(USER))


def test_the_first_administrator_is_in_the_group() -> None:
    membership = {"Username": {"Ref": _the(USER)}, "GroupName": {"Ref": _the(GROUP)}, "UserPoolId": {"Ref": _the(POOL)}}
    assert properties_of(high_security(), MEMBERSHIP) == membership


def test_nobody_else_makes_an_account_or_gets_in_by_their_mailbox() -> None:
    closed = {
        "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True},
        "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "admin_only", "Priority": 1}]},
    }
    high_security().has_resource_properties(POOL, closed)


def test_alarms_tell_one_topic() -> None:
    (topic,) = ids_of(high_security(), "AWS::SNS::Topic")
    high_security().resource_count_is(ALARM, 6)
    high_security().all_resources_properties(ALARM, {"AlarmActions": [{"Ref": topic}]})


def test_only_this_accounts_alarms_publish_and_only_by_tls() -> None:
    statements = [
        Match.object_like({"Effect": "Deny", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}),
        Match.object_like(
            {
                "Effect": "Allow",
                "Action": "sns:Publish",
                "Principal": {"Service": "cloudwatch.amazonaws.com"},
                "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}},
            }
        ),
    ]
    high_security().has_resource_properties("AWS::SNS::TopicPolicy", {"PolicyDocument": {"Statement": statements}})
