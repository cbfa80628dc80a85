"""The same pools as those of `ours`, written with ``aws_cognito`` by hand."""

from aws_cdk import Aws, Duration, RemovalPolicy, Stack
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_iam as iam
from constructs import Construct

from bench.apps.pool import IN_A_STACK
from bench.apps.stacks import synth


def role(scope: Construct, number: int) -> iam.Role:
    """Make the role for text messages."""
    pools = f"arn:{Aws.PARTITION}:cognito-idp:{Aws.REGION}:{Aws.ACCOUNT_ID}:userpool/*"
    made = iam.Role(
        scope,
        f"Role{number}",
        assumed_by=iam.ServicePrincipal(
            "cognito-idp.amazonaws.com",
            conditions={
                "StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID, "sts:ExternalId": "shop"},
                "ArnLike": {"aws:SourceArn": pools},
            },
        ),
    )
    made.apply_removal_policy(RemovalPolicy.RETAIN)
    return made


def add(scope: Stack, number: int) -> None:
    """Make one pool and what lives in it."""
    sms_role = role(scope, number)
    policy = iam.ManagedPolicy(
        scope,
        f"Policy{number}",
        roles=[sms_role],
        statements=[
            iam.PolicyStatement(actions=["sns:Publish"], not_resources=[f"arn:{Aws.PARTITION}:sns:*:*:*"]),
        ],
    )
    policy.apply_removal_policy(RemovalPolicy.RETAIN)
    users = cognito.UserPool(
        scope,
        f"Pool{number}",
        user_pool_name=f"customers-{number}",
        feature_plan=cognito.FeaturePlan.ESSENTIALS,
        sign_in_aliases=cognito.SignInAliases(email=True),
        sign_in_case_sensitive=False,
        auto_verify=cognito.AutoVerifiedAttrs(email=True),
        keep_original=cognito.KeepOriginalAttrs(email=True),
        standard_attributes=cognito.StandardAttributes(email=cognito.StandardAttribute(required=True, mutable=True)),
        custom_attributes={
            "company": cognito.StringAttribute(min_len=1, max_len=80, mutable=True),
            "seats": cognito.NumberAttribute(min=1, max=500, mutable=True),
        },
        password_policy=cognito.PasswordPolicy(
            min_length=15,
            require_lowercase=True,
            require_uppercase=True,
            require_digits=True,
            require_symbols=True,
            password_history_size=24,
            temp_password_validity=Duration.days(3),
        ),
        mfa=cognito.Mfa.OPTIONAL,
        mfa_second_factor=cognito.MfaSecondFactor(sms=True, otp=True),
        sms_role=sms_role,
        sms_role_external_id="shop",
        sns_region="eu-central-1",
        account_recovery=cognito.AccountRecovery.EMAIL_ONLY,
        self_sign_up_enabled=False,
        user_verification=cognito.UserVerificationConfig(
            email_style=cognito.VerificationEmailStyle.CODE,
            email_subject="Welcome",
            email_body="Your code is {####}",
            sms_message="Your code is {####}",
        ),
        user_invitation=cognito.UserInvitationConfig(
            email_subject="Your account",
            email_body="Hello {username}, your temporary password is {####}",
            sms_message="Hello {username}, your temporary password is {####}",
        ),
        email=cognito.UserPoolEmail.with_ses(
            from_email="no-reply@shop.example",
            ses_verified_domain="shop.example",
            ses_region="eu-central-1",
            reply_to="help@shop.example",
        ),
        deletion_protection=True,
        removal_policy=RemovalPolicy.RETAIN,
    )
    users.node.add_dependency(policy)
    users.add_domain(
        "Domain",
        cognito_domain=cognito.CognitoDomainOptions(domain_prefix=f"customers-{number}"),
        managed_login_version=cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    )
    users.add_group("admins", group_name="admins", precedence=0)
    users.add_group("customers", group_name="customers", precedence=10)
    for key, callback in (("web", "https://shop.example/in"), ("phone", "shop://in")):
        client(users, key, callback)


def client(users: cognito.UserPool, key: str, callback: str) -> None:
    """Make one app client, and the style of its pages."""
    made = users.add_client(
        key,
        user_pool_client_name=key,
        generate_secret=False,
        auth_flows=cognito.AuthFlow(user_srp=True),
        o_auth=cognito.OAuthSettings(
            flows=cognito.OAuthFlows(authorization_code_grant=True),
            scopes=[cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL],
            callback_urls=[callback],
        ),
        prevent_user_existence_errors=True,
        enable_token_revocation=True,
        auth_session_validity=Duration.minutes(3),
        access_token_validity=Duration.minutes(15),
        id_token_validity=Duration.minutes(15),
        refresh_token_validity=Duration.hours(8),
        refresh_token_rotation_grace_period=Duration.seconds(10),
        supported_identity_providers=[cognito.UserPoolClientIdentityProvider.COGNITO],
        read_attributes=cognito.ClientAttributes()
        .with_standard_attributes(email=True, email_verified=True)
        .with_custom_attributes("company", "seats"),
        write_attributes=cognito.ClientAttributes().with_standard_attributes(email=True),
    )
    cognito.CfnManagedLoginBranding(
        users,
        f"{key}Style",
        user_pool_id=users.user_pool_id,
        client_id=made.user_pool_client_id,
        use_cognito_provided_values=True,
    )


synth(add, in_a_stack=IN_A_STACK)
