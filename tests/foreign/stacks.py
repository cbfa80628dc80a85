"""Pools as other people write them, with `aws_cognito` alone: old defaults, odd spellings, intrinsics everywhere."""

from collections.abc import Callable
from typing import Any

import aws_cdk as cdk
from aws_cdk import Duration, RemovalPolicy, SecretValue, aws_certificatemanager, aws_iam, aws_kms, aws_lambda
from aws_cdk import aws_cognito as cognito
from aws_cdk.assertions import Template

from constructs_lib.resources.model import Resources

Written = Callable[[cdk.Stack], None]
STACKS: dict[str, Written] = {}


def stack(write: Written) -> Written:
    """Note a way to write a pool."""
    STACKS[write.__name__] = write
    return write


def synthesized(written: dict[str, Written]) -> dict[str, Resources]:
    """Synthesize all stacks in one app: starting CDK is what costs."""
    app = cdk.App(analytics_reporting=False)
    stacks = {name: cdk.Stack(app, name.title().replace("_", "")) for name in written}
    for name, scope in stacks.items():
        written[name](scope)
    return {name: Template.from_stack(scope).to_json()["Resources"] for name, scope in stacks.items()}


@stack
def nothing_said(scope: cdk.Stack) -> None:
    cognito.UserPool(scope, "Pool")


@stack
def nothing_said_to_cloudformation(scope: cdk.Stack) -> None:
    cognito.CfnUserPool(scope, "Pool")


@stack
def old_quick_start(scope: cdk.Stack) -> None:
    """Take the defaults of years ago: no case setting, no plan, implicit grant, everybody welcome."""
    pool = cognito.UserPool(scope, "Pool", self_sign_up_enabled=True, removal_policy=RemovalPolicy.DESTROY)
    pool.add_client("Client")
    pool.add_domain("Domain", cognito_domain=cognito.CognitoDomainOptions(domain_prefix="quick-start"))


@stack
def legacy_messages(scope: cdk.Stack) -> None:
    cognito.CfnUserPool(
        scope,
        "Pool",
        auto_verified_attributes=["email"],
        email_verification_message="Your code is {####}",
        email_verification_subject="Your code",
        sms_verification_message="{####} it is",
        sms_authentication_message="{####} it is",
        admin_create_user_config=cognito.CfnUserPool.AdminCreateUserConfigProperty(
            allow_admin_create_user_only=False,
            unused_account_validity_days=30,
            invite_message_template=cognito.CfnUserPool.InviteMessageTemplateProperty(
                email_message="{username}: {####}", email_subject="Welcome", sms_message="{username}: {####}"
            ),
        ),
        verification_message_template=cognito.CfnUserPool.VerificationMessageTemplateProperty(
            email_message="Your code is {####}"
        ),
    )


@stack
def parameters_and_conditions(scope: cdk.Stack) -> None:
    name = cdk.CfnParameter(scope, "Name")
    length = cdk.CfnParameter(scope, "Length", type="Number")
    plan = cdk.CfnParameter(scope, "Plan", default="ESSENTIALS")
    urls = cdk.CfnParameter(scope, "Urls", type="CommaDelimitedList")
    production = cdk.CfnCondition(scope, "Production", expression=cdk.Fn.condition_equals(cdk.Aws.REGION, "eu-west-1"))
    pool = cognito.CfnUserPool(
        scope,
        "Pool",
        user_pool_name=name.value_as_string,
        user_pool_tier=plan.value_as_string,
        policies=cognito.CfnUserPool.PoliciesProperty(
            password_policy=cognito.CfnUserPool.PasswordPolicyProperty(minimum_length=length.value_as_number)
        ),
        mfa_configuration=cdk.Fn.condition_if("Production", "ON", "OFF").to_string(),
        user_pool_tags={"stage": cdk.Fn.sub("${AWS::StackName}-pool")},
        deletion_protection=cdk.Fn.condition_if("Production", "ACTIVE", cdk.Aws.NO_VALUE).to_string(),
    )
    pool.cfn_options.condition = production
    email = {"Fn::If": ["Production", {"EmailSendingAccount": "DEVELOPER"}, {"Ref": "AWS::NoValue"}]}
    pool.add_property_override("EmailConfiguration", email)
    client = cognito.CfnUserPoolClient(
        scope,
        "Client",
        user_pool_id=pool.ref,
        callback_ur_ls=urls.value_as_list,
        logout_ur_ls=[cdk.Fn.select(0, urls.value_as_list), "https://shop.example"],
        access_token_validity=length.value_as_number,
        prevent_user_existence_errors=plan.value_as_string,
    )
    client.cfn_options.condition = production
    client.add_property_override("RefreshTokenValidity", {"Fn::If": ["Production", 30, 1]})


@stack
def phone_sign_in_with_text_messages(scope: cdk.Stack) -> None:
    """Sign in by phone, with a second factor by text message and the role that the L2 makes for it."""
    cognito.UserPool(
        scope,
        "Pool",
        sign_in_aliases=cognito.SignInAliases(phone=True),
        auto_verify=cognito.AutoVerifiedAttrs(phone=True),
        mfa=cognito.Mfa.REQUIRED,
        mfa_second_factor=cognito.MfaSecondFactor(sms=True, otp=True),
        mfa_message="{####}",
        enable_sms_role=True,
        sns_region="eu-west-1",
    )


@stack
def machines(scope: cdk.Stack) -> None:
    """Give machines a client, with the scopes of a resource server."""
    pool = cognito.UserPool(scope, "Pool", sign_in_case_sensitive=False)
    read = cognito.ResourceServerScope(scope_name="read", scope_description="Read orders")
    server = pool.add_resource_server("Orders", identifier="orders", scopes=[read])
    pool.add_client(
        "Machine",
        generate_secret=True,
        o_auth=cognito.OAuthSettings(
            flows=cognito.OAuthFlows(client_credentials=True),
            scopes=[cognito.OAuthScope.resource_server(server, read), cognito.OAuthScope.custom("other/write")],
        ),
    )


@stack
def two_pools(scope: cdk.Stack) -> None:
    """Keep two pools in one stack, with clients whose logical ids are easily taken for one another."""
    for name, ids in {"Customers": ["web", "AppClientweb", "AppClientweb2"], "Staff": ["web2"]}.items():
        pool = cognito.UserPool(scope, name, sign_in_aliases=cognito.SignInAliases(email=True))
        pool.add_domain("Domain", cognito_domain=cognito.CognitoDomainOptions(domain_prefix=name.lower()))
        for logical_id in ids:
            cognito.CfnUserPoolClient(scope, logical_id, user_pool_id=pool.user_pool_id)


@stack
def both_domains(scope: cdk.Stack) -> None:
    pool = cognito.UserPool(scope, "Pool")
    certificate = aws_certificatemanager.Certificate.from_certificate_arn(
        scope, "Certificate", "arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"
    )
    pool.add_domain(
        "Own",
        custom_domain=cognito.CustomDomainOptions(domain_name="auth.shop.example", certificate=certificate),
        managed_login_version=cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    )
    pool.add_domain("Prefix", cognito_domain=cognito.CognitoDomainOptions(domain_prefix="shop"))
    cognito.CfnUserPoolUICustomizationAttachment(scope, "Look", client_id="ALL", user_pool_id=pool.user_pool_id)


@stack
def groups_with_roles(scope: cdk.Stack) -> None:
    pool = cognito.UserPool(scope, "Pool")
    role = aws_iam.Role(scope, "Role", assumed_by=aws_iam.FederatedPrincipal("cognito-identity.amazonaws.com"))
    pool.add_group("Admins", group_name="admins", precedence=0, role=role)
    cognito.UserPoolGroup(scope, "Readers", user_pool=pool, description="May read")
    cognito.CfnUserPoolGroup(scope, "Elsewhere", user_pool_id="eu-west-1_Abcdefghi", group_name="others")


@stack
def triggers(scope: cdk.Stack) -> None:
    code = aws_lambda.Code.from_inline("def handler(event, _):\n    return event\n")
    function = aws_lambda.Function(
        scope, "Function", code=code, handler="index.handler", runtime=aws_lambda.Runtime.PYTHON_3_13
    )
    pool = cognito.UserPool(
        scope,
        "Pool",
        lambda_triggers=cognito.UserPoolTriggers(pre_sign_up=function, custom_message=function),
        custom_sender_kms_key=aws_kms.Key(scope, "Key"),
        feature_plan=cognito.FeaturePlan.ESSENTIALS,
    )
    pool.add_trigger(cognito.UserPoolOperation.CUSTOM_EMAIL_SENDER, function)
    pool.add_trigger(cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, function, cognito.LambdaVersion.V2_0)


@stack
def attributes_of_all_kinds(scope: cdk.Stack) -> None:
    cognito.UserPool(
        scope,
        "Pool",
        standard_attributes=cognito.StandardAttributes(
            email=cognito.StandardAttribute(required=True, mutable=True),
            family_name=cognito.StandardAttribute(mutable=False),
        ),
        custom_attributes={
            "text": cognito.StringAttribute(min_len=0, max_len=50, mutable=False),
            "size": cognito.NumberAttribute(min=-1.5, max=100, mutable=True),
            "open_number": cognito.NumberAttribute(),
            "flag": cognito.BooleanAttribute(mutable=True),
            "day": cognito.DateTimeAttribute(),
        },
        keep_original=cognito.KeepOriginalAttrs(email=True, phone=True),
    )


@stack
def passkeys_and_protection(scope: cdk.Stack) -> None:
    cognito.UserPool(
        scope,
        "Pool",
        feature_plan=cognito.FeaturePlan.PLUS,
        sign_in_policy=cognito.SignInPolicy(
            allowed_first_auth_factors=cognito.AllowedFirstAuthFactors(password=True, email_otp=True, passkey=True)
        ),
        passkey_relying_party_id="auth.shop.example",
        passkey_user_verification=cognito.PasskeyUserVerification.REQUIRED,
        standard_threat_protection_mode=cognito.StandardThreatProtectionMode.FULL_FUNCTION,
        custom_threat_protection_mode=cognito.CustomThreatProtectionMode.AUDIT_ONLY,
        device_tracking=cognito.DeviceTracking(
            challenge_required_on_new_device=True, device_only_remembered_on_user_prompt=False
        ),
        account_recovery=cognito.AccountRecovery.EMAIL_AND_PHONE_WITHOUT_MFA,
        password_policy=cognito.PasswordPolicy(
            min_length=16, require_symbols=False, temp_password_validity=Duration.days(3), password_history_size=4
        ),
        email=cognito.UserPoolEmail.with_ses(
            from_email="no-reply@shop.example", from_name="Shop", ses_region="eu-west-1", reply_to="help@shop.example"
        ),
        deletion_protection=True,
    )


@stack
def times_in_every_unit(scope: cdk.Stack) -> None:
    pool = cognito.CfnUserPool(scope, "Pool")
    units_of = cognito.CfnUserPoolClient.TokenValidityUnitsProperty
    for unit, amount in {"seconds": 3600, "minutes": 60, "hours": 1, "days": 1}.items():
        units = units_of(access_token=unit, id_token=unit, refresh_token=unit)
        cognito.CfnUserPoolClient(
            scope,
            unit,
            user_pool_id=pool.ref,
            access_token_validity=amount,
            id_token_validity=amount,
            refresh_token_validity=amount,
            token_validity_units=units,
        )
    cognito.CfnUserPoolClient(scope, "bare", user_pool_id=pool.ref, access_token_validity=1, refresh_token_validity=30)
    cognito.UserPoolClient(
        scope,
        "AppClientL2",
        user_pool=cognito.UserPool.from_user_pool_id(scope, "Imported", pool.ref),
        access_token_validity=Duration.minutes(90),
        refresh_token_rotation_grace_period=Duration.seconds(10),
    )


@stack
def overrides(scope: cdk.Stack) -> None:
    """Use escape hatches: what the L2 cannot say, and spellings that CloudFormation takes all the same."""
    pool = cognito.UserPool(scope, "Pool", sign_in_aliases=cognito.SignInAliases(username=True, email=True))
    resource: Any = pool.node.default_child
    resource.add_property_override("UserPoolTier", "PLUS")
    resource.add_property_override("Policies.PasswordPolicy.MinimumLength", "12")
    resource.add_property_override("UsernameConfiguration.CaseSensitive", "false")
    resource.add_property_override("IssuerConfiguration.Type", "UPDATED")
    resource.add_property_override("KeyConfiguration", {"KeyType": "AWS_OWNED_KEY"})
    resource.add_property_override("EnabledMfas", {"Fn::Split": [",", "EMAIL_OTP,SMS_MFA"]})
    resource.add_property_override("WebAuthnFactorConfiguration", "SINGLE_FACTOR")
    resource.add_override("UpdateReplacePolicy", "Retain")
    resource.add_override("DependsOn", "Elsewhere")
    cdk.CfnWaitConditionHandle(scope, "Elsewhere").override_logical_id("Elsewhere")
    resource.cfn_options.metadata = {"note": {"kept": [1, True]}}
    cdk.Tags.of(pool).add("team", "shop")


@stack
def federated_sign_in(scope: cdk.Stack) -> None:
    pool = cognito.UserPool(scope, "Pool")
    google = cognito.UserPoolIdentityProviderGoogle(
        scope,
        "Google",
        user_pool=pool,
        client_id="id",
        client_secret_value=SecretValue.secrets_manager("google"),
        attribute_mapping=cognito.AttributeMapping(email=cognito.ProviderAttribute.GOOGLE_EMAIL),
    )
    client = pool.add_client(
        "Client",
        auth_flows=cognito.AuthFlow(user=True, user_srp=True),
        auth_session_validity=Duration.minutes(5),
        enable_token_revocation=True,
        prevent_user_existence_errors=True,
        supported_identity_providers=[
            cognito.UserPoolClientIdentityProvider.GOOGLE,
            cognito.UserPoolClientIdentityProvider.COGNITO,
        ],
        read_attributes=cognito.ClientAttributes().with_standard_attributes(email=True),
        o_auth=cognito.OAuthSettings(
            callback_urls=["https://shop.example/in"], default_redirect_uri="https://shop.example/in"
        ),
    )
    client.node.add_dependency(google)
