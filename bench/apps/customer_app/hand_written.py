"""The same customer apps as those of `ours`, by hand: the L2s that ``aws_cdk`` has, and L1s where it has none."""

from aws_cdk import Aws, Duration, RemovalPolicy, SecretValue, Stack
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_cognito_identitypool as identitypool
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs

from bench.apps.customer_app import IN_A_STACK
from bench.apps.stacks import synth


def add(stack: Stack, number: int) -> None:
    """Make what one customer app has of Cognito."""
    users = pool(stack, number)
    google, company = providers(users)
    web = client(users, "web", "https://shop.example/in", [google, company], logout_urls=["https://shop.example/out"])
    client(users, "phone", "shop://in", [google])
    users.add_domain(
        "Domain",
        cognito_domain=cognito.CognitoDomainOptions(domain_prefix=f"shop-{number}"),
        managed_login_version=cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    )
    users.add_group("admins", group_name="admins", precedence=0)
    users.add_group("customers", group_name="customers", precedence=10)
    logging(users)
    risk(users)
    identities(stack, number, users, web)


def pool(stack: Stack, number: int) -> cognito.UserPool:
    """Make the user pool."""
    return cognito.UserPool(
        stack,
        f"Users{number}",
        user_pool_name=f"shop-{number}",
        feature_plan=cognito.FeaturePlan.PLUS,
        sign_in_aliases=cognito.SignInAliases(email=True),
        sign_in_case_sensitive=False,
        auto_verify=cognito.AutoVerifiedAttrs(email=True),
        keep_original=cognito.KeepOriginalAttrs(email=True),
        password_policy=cognito.PasswordPolicy(
            min_length=15,
            require_lowercase=True,
            require_uppercase=True,
            require_digits=True,
            require_symbols=True,
            password_history_size=5,
            temp_password_validity=Duration.days(3),
        ),
        mfa=cognito.Mfa.OPTIONAL,
        mfa_second_factor=cognito.MfaSecondFactor(sms=False, otp=True),
        account_recovery=cognito.AccountRecovery.EMAIL_ONLY,
        self_sign_up_enabled=True,
        user_verification=cognito.UserVerificationConfig(
            email_style=cognito.VerificationEmailStyle.CODE,
            email_subject="Welcome",
            email_body="Your code is {####}",
            sms_message="Your code is {####}",
        ),
        email=cognito.UserPoolEmail.with_ses(
            from_email="no-reply@shop.example", ses_verified_domain="shop.example", ses_region="eu-central-1"
        ),
        standard_threat_protection_mode=cognito.StandardThreatProtectionMode.FULL_FUNCTION,
        custom_threat_protection_mode=cognito.CustomThreatProtectionMode.FULL_FUNCTION,
        deletion_protection=True,
        removal_policy=RemovalPolicy.RETAIN,
    )


def providers(
    users: cognito.UserPool,
) -> tuple[cognito.UserPoolIdentityProviderGoogle, cognito.UserPoolIdentityProviderOidc]:
    """Make the providers that users sign in with beside the pool itself."""
    mapping = cognito.AttributeMapping(
        email=cognito.ProviderAttribute.other("email"), email_verified=cognito.ProviderAttribute.other("email_verified")
    )
    google = cognito.UserPoolIdentityProviderGoogle(
        users,
        "Google",
        user_pool=users,
        client_id="1.apps.googleusercontent.com",
        client_secret_value=SecretValue.secrets_manager("shop/google", json_field="client_secret"),
        scopes=["openid", "email", "profile"],
        attribute_mapping=mapping,
    )
    company = cognito.UserPoolIdentityProviderOidc(
        users,
        "Company",
        user_pool=users,
        name="Company",
        client_id="shop",
        client_secret=SecretValue.secrets_manager("shop/company", json_field="client_secret").unsafe_unwrap(),
        issuer_url="https://login.company.example",
        scopes=["openid", "email"],
        attribute_mapping=mapping,
    )
    return google, company


def client(
    users: cognito.UserPool,
    key: str,
    callback: str,
    providers: list[cognito.IUserPoolIdentityProvider],
    logout_urls: list[str] | None = None,
) -> cognito.UserPoolClient:
    """Make one app client, and the style of its pages."""
    named = [cognito.UserPoolClientIdentityProvider.custom(provider.provider_name) for provider in providers]
    made = users.add_client(
        key,
        user_pool_client_name=key,
        generate_secret=False,
        auth_flows=cognito.AuthFlow(user_srp=True, user=True),
        o_auth=cognito.OAuthSettings(
            flows=cognito.OAuthFlows(authorization_code_grant=True),
            scopes=[cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL],
            callback_urls=[callback],
            logout_urls=logout_urls,
        ),
        prevent_user_existence_errors=True,
        enable_token_revocation=True,
        auth_session_validity=Duration.minutes(3),
        access_token_validity=Duration.hours(1),
        id_token_validity=Duration.hours(1),
        refresh_token_validity=Duration.days(30),
        refresh_token_rotation_grace_period=Duration.seconds(10),
        supported_identity_providers=[cognito.UserPoolClientIdentityProvider.COGNITO, *named],
        read_attributes=cognito.ClientAttributes().with_standard_attributes(email=True, email_verified=True),
        write_attributes=cognito.ClientAttributes().with_standard_attributes(email=True),
    )
    cognito.CfnManagedLoginBranding(
        users,
        f"{key}Style",
        user_pool_id=users.user_pool_id,
        client_id=made.user_pool_client_id,
        use_cognito_provided_values=True,
    )
    return made


def logging(users: cognito.UserPool) -> None:
    """Export both logs of the pool."""
    exported = [("userNotification", "ERROR", "messages"), ("userAuthEvents", "INFO", "activity")]
    cognito.CfnLogDeliveryConfiguration(
        users,
        "Logs",
        user_pool_id=users.user_pool_id,
        log_configurations=[
            cognito.CfnLogDeliveryConfiguration.LogConfigurationProperty(
                event_source=source,
                log_level=level,
                cloud_watch_logs_configuration=cognito.CfnLogDeliveryConfiguration.CloudWatchLogsConfigurationProperty(
                    log_group_arn=log_group_arn(users, key)
                ),
            )
            for source, level, key in exported
        ],
    )


def log_group_arn(users: cognito.UserPool, key: str) -> str:
    """Make a log group; Cognito wants its ARN without the ``:*`` that CloudFormation puts at the end."""
    group = logs.LogGroup(
        users, f"{key}Log", retention=logs.RetentionDays.ONE_YEAR, removal_policy=RemovalPolicy.RETAIN
    )
    return f"arn:{Aws.PARTITION}:logs:{Aws.REGION}:{Aws.ACCOUNT_ID}:log-group:{group.log_group_name}"


def risk(users: cognito.UserPool) -> None:
    """Answer sign-ins by their risk."""
    of = cognito.CfnUserPoolRiskConfigurationAttachment
    cognito.CfnUserPoolRiskConfigurationAttachment(
        users,
        "Risk",
        user_pool_id=users.user_pool_id,
        client_id="ALL",
        account_takeover_risk_configuration=of.AccountTakeoverRiskConfigurationTypeProperty(
            actions=of.AccountTakeoverActionsTypeProperty(
                low_action=of.AccountTakeoverActionTypeProperty(event_action="NO_ACTION", notify=False),
                medium_action=of.AccountTakeoverActionTypeProperty(event_action="MFA_IF_CONFIGURED", notify=True),
                high_action=of.AccountTakeoverActionTypeProperty(event_action="BLOCK", notify=True),
            ),
            notify_configuration=of.NotifyConfigurationTypeProperty(
                source_arn=f"arn:{Aws.PARTITION}:ses:eu-central-1:{Aws.ACCOUNT_ID}:identity/shop.example",
                from_="no-reply@shop.example",
            ),
        ),
        compromised_credentials_risk_configuration=of.CompromisedCredentialsRiskConfigurationTypeProperty(
            actions=of.CompromisedCredentialsActionsTypeProperty(event_action="BLOCK"),
            event_filter=["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"],
        ),
    )


def identities(stack: Stack, number: int, users: cognito.UserPool, web: cognito.UserPoolClient) -> None:
    """Make the identity pool; it makes its roles."""
    made = identitypool.IdentityPool(
        stack,
        f"Identities{number}",
        identity_pool_name=f"shop-{number}",
        allow_unauthenticated_identities=True,
        allow_classic_flow=False,
        authentication_providers=identitypool.IdentityPoolAuthenticationProviders(
            user_pools=[identitypool.UserPoolAuthenticationProvider(user_pool=users, user_pool_client=web)]
        ),
    )
    made.authenticated_role.add_to_principal_policy(
        iam.PolicyStatement(
            actions=["s3:GetObject", "s3:PutObject"],
            resources=["arn:aws:s3:::shop-pictures/${cognito-identity.amazonaws.com:sub}/*"],
        )
    )


synth(add, in_a_stack=IN_A_STACK)
