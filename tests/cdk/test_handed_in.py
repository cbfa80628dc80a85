"""CDK objects that are handed in: functions, roles, certificates and keys."""

from typing import Any

import pytest
from aws_cdk import Environment, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Match

from constructs_lib import CustomDomain, InvalidSettingsError, Sms, profiles
from constructs_lib.cdk import CognitoUserPool
from tests.cdk.synth import properties_of, template_of

POOL = "AWS::Cognito::UserPool"


def _function(stack: Stack, name: str = "Function") -> lambda_.Function:
    code = lambda_.Code.from_inline("def handler(event, context): return event")
    return lambda_.Function(stack, name, runtime=lambda_.Runtime.PYTHON_3_13, handler="index.handler", code=code)


def test_a_function_becomes_a_trigger_that_this_pool_alone_may_invoke() -> None:
    template = template_of(lambda stack: CognitoUserPool(stack, "Pool", triggers={"pre_sign_up": _function(stack)}))
    arn = {"Fn::GetAtt": [Match.string_like_regexp("^Function"), "Arn"]}
    template.has_resource_properties(POOL, {"LambdaConfig": {"PreSignUp": arn}})
    template.has_resource_properties(
        "AWS::Lambda::Permission",
        {
            "Action": "lambda:InvokeFunction",
            "FunctionName": arn,
            "Principal": "cognito-idp.amazonaws.com",
            "SourceArn": {"Fn::GetAtt": ["PoolD3F588B8", "Arn"]},
            "SourceAccount": {"Ref": "AWS::AccountId"},
        },
    )


def test_a_trigger_with_versions_takes_the_one_that_the_settings_say() -> None:
    from constructs_lib import LambdaTriggers, VersionedTrigger

    said = LambdaTriggers(pre_token_generation_config=VersionedTrigger(lambda_version="V2_0"))

    def build(stack: Stack) -> None:
        triggers = {"pre_token_generation_config": _function(stack)}
        CognitoUserPool(stack, "Pool", settings=profiles.standard(lambda_triggers=said), triggers=triggers)

    config = {"LambdaArn": Match.any_value(), "LambdaVersion": "V2_0"}
    template_of(build).has_resource_properties(POOL, {"LambdaConfig": {"PreTokenGenerationConfig": config}})


def test_custom_senders_come_with_their_key() -> None:
    def build(stack: Stack) -> None:
        key = kms.Key(stack, "Key")
        triggers = {"custom_email_sender": _function(stack)}
        CognitoUserPool(stack, "Pool", triggers=triggers, custom_sender_kms_key=key)

    config = properties_of(template_of(build), POOL)["LambdaConfig"]
    assert config["CustomEmailSender"]["LambdaVersion"] == "V1_0"
    assert "Fn::GetAtt" in config["KMSKeyID"]


def test_an_unknown_trigger_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"^triggers\['pre_signup'\]: there is no such trigger; use one of create_auth"
    ):
        template_of(lambda stack: CognitoUserPool(stack, "Pool", triggers={"pre_signup": _function(stack)}))


def _role(stack: Stack) -> iam.Role:
    role = iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("cognito-idp.amazonaws.com"))
    role.add_to_policy(iam.PolicyStatement(actions=["sns:Publish"], not_resources=["arn:aws:sns:*:*:*"]))
    return role


def test_a_role_takes_the_place_of_the_rendered_one_and_is_ready_before_the_pool() -> None:
    def build(stack: Stack) -> None:
        settings = profiles.standard(sms=Sms(external_id="shop"))
        CognitoUserPool(stack, "Pool", settings=settings, sms_role=_role(stack))

    template = template_of(build)
    template.resource_count_is("AWS::IAM::Role", 1)
    template.resource_count_is("AWS::IAM::ManagedPolicy", 0)
    caller = {"Fn::GetAtt": [Match.string_like_regexp("^Role"), "Arn"]}
    wanted = {"SnsCallerArn": caller, "ExternalId": "shop", "SnsRegion": {"Ref": "AWS::Region"}}
    template.has_resource_properties(POOL, {"SmsConfiguration": wanted})
    (pool,) = template.find_resources(POOL).values()
    assert any(name.startswith("RoleDefaultPolicy") for name in pool["DependsOn"])


def test_a_key_encrypts_the_pools_data() -> None:
    template = template_of(lambda stack: CognitoUserPool(stack, "Pool", encryption_key=kms.Key(stack, "Key")))
    key = {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": {"Fn::GetAtt": [Match.any_value(), "Arn"]}}
    template.has_resource_properties(POOL, {"KeyConfiguration": key})


def _with_certificate(region: str) -> Any:
    def build(stack: Stack) -> None:
        certificate = acm.Certificate(stack, "Certificate", domain_name="auth.shop.example")
        settings = profiles.standard(custom_domain=CustomDomain("auth.shop.example"))
        CognitoUserPool(stack, "Pool", settings=settings, certificate=certificate)

    return lambda: template_of(build, env=Environment(account="111122223333", region=region))


def test_a_certificate_serves_the_custom_domain() -> None:
    config = properties_of(_with_certificate("us-east-1")(), "AWS::Cognito::UserPoolDomain")["CustomDomainConfig"]
    assert "Ref" in config["CertificateArn"]
    assert config["SecurityPolicy"] == "TLS_V1_2_2021"


def test_a_certificate_of_another_region_is_refused_though_its_arn_is_not_known_yet() -> None:
    with pytest.raises(InvalidSettingsError) as caught:
        _with_certificate("eu-central-1")()
    assert [finding.path for finding in caught.value.findings] == ["custom_domain.certificate_arn"]


def test_a_certificate_without_a_domain_is_refused() -> None:
    def build(stack: Stack) -> None:
        certificate = acm.Certificate(stack, "Certificate", domain_name="auth.shop.example")
        CognitoUserPool(stack, "Pool", certificate=certificate)

    with pytest.raises(
        ValueError, match=r"^certificate: there is no custom_domain in the settings that it could serve$"
    ):
        template_of(build)
