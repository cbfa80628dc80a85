"""What other people write around a pool: L2s of `aws_cognito` where there are any, L1s where there are none."""

import aws_cdk as cdk
from aws_cdk import SecretValue, aws_iam, aws_kms, aws_logs, aws_s3, aws_wafv2
from aws_cdk import aws_cognito as cognito

from tests.foreign.stacks import stack

METADATA = (
    '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://login.company.example">'
    '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>'
)


def _pool(scope: cdk.Stack, **more: object) -> cognito.UserPool:
    pool = cognito.UserPool(scope, "Pool", sign_in_aliases=cognito.SignInAliases(email=True), **more)  # type: ignore[arg-type]
    pool.add_domain("Domain", cognito_domain=cognito.CognitoDomainOptions(domain_prefix="shop-around"))
    return pool


@stack
def every_kind_of_identity_provider(scope: cdk.Stack) -> None:
    pool = _pool(scope)
    mapping = cognito.AttributeMapping(email=cognito.ProviderAttribute.other("email"))
    cognito.UserPoolIdentityProviderGoogle(
        scope,
        "Google",
        user_pool=pool,
        client_id="id",
        client_secret_value=SecretValue.secrets_manager("google"),
        scopes=["email", "openid"],
        attribute_mapping=mapping,
    )
    cognito.UserPoolIdentityProviderFacebook(
        scope, "Facebook", user_pool=pool, client_id="id", client_secret="secret", attribute_mapping=mapping
    )
    cognito.UserPoolIdentityProviderAmazon(
        scope, "Amazon", user_pool=pool, client_id="id", client_secret="secret", attribute_mapping=mapping
    )
    cognito.UserPoolIdentityProviderApple(
        scope,
        "Apple",
        user_pool=pool,
        client_id="id",
        team_id="team",
        key_id="key",
        private_key_value=SecretValue.secrets_manager("apple"),
    )
    cognito.UserPoolIdentityProviderOidc(
        scope,
        "Partner",
        user_pool=pool,
        name="Partner",
        client_id="id",
        client_secret="secret",
        issuer_url="https://login.partner.example",
        identifiers=["partner.example"],
        attribute_mapping=mapping,
    )
    saml = cognito.UserPoolIdentityProviderSaml(
        scope,
        "Company",
        user_pool=pool,
        name="Company",
        metadata=cognito.UserPoolIdentityProviderSamlMetadata.file(METADATA),
        idp_signout=True,
        encrypted_responses=True,
        request_signing_algorithm=cognito.SigningAlgorithm.RSA_SHA256,
    )
    provider = cognito.UserPoolClientIdentityProvider.custom(saml.provider_name)
    oauth = cognito.OAuthSettings(
        flows=cognito.OAuthFlows(authorization_code_grant=True), callback_urls=["https://shop.example/in"]
    )
    pool.add_client("Web", supported_identity_providers=[provider], o_auth=oauth)


@stack
def a_provider_named_and_not_waited_for(scope: cdk.Stack) -> None:
    pool = _pool(scope)
    cognito.UserPoolIdentityProviderAmazon(scope, "Amazon", user_pool=pool, client_id="id", client_secret="secret")
    pool.add_client("Web", supported_identity_providers=[cognito.UserPoolClientIdentityProvider.AMAZON])


@stack
def branding_terms_and_classic_pages(scope: cdk.Stack) -> None:
    pool = _pool(scope)
    client = pool.add_client("Web")
    cognito.CfnManagedLoginBranding(
        scope,
        "Style",
        user_pool_id=pool.user_pool_id,
        client_id=client.user_pool_client_id,
        settings={"components": {"primaryButton": {"lightMode": {"defaults": {"backgroundColor": "0a7d33ff"}}}}},
        return_merged_resources=False,
    )
    for name in ("terms-of-use", "privacy-policy"):
        cognito.CfnTerms(
            scope,
            name,
            user_pool_id=pool.user_pool_id,
            client_id=client.user_pool_client_id,
            terms_name=name,
            terms_source="LINK",
            enforcement="NONE",
            links={"cognito:default": f"https://shop.example/{name}", "cognito:german": "https://shop.example/de"},
        )
    other = pool.add_client("Classic")
    classic = cognito.CfnUserPoolUICustomizationAttachment(
        scope,
        "Looks",
        user_pool_id=pool.user_pool_id,
        client_id=other.user_pool_client_id,
        css=".banner-customizable { background-color: #ffffff; }",
    )
    classic.node.add_dependency(pool)


@stack
def guarded_and_logged(scope: cdk.Stack) -> None:
    pool = _pool(
        scope,
        feature_plan=cognito.FeaturePlan.PLUS,
        standard_threat_protection_mode=cognito.StandardThreatProtectionMode.FULL_FUNCTION,
        mfa=cognito.Mfa.OPTIONAL,
        mfa_second_factor=cognito.MfaSecondFactor(sms=False, otp=True),
    )
    block = cognito.CfnUserPoolRiskConfigurationAttachment.AccountTakeoverActionTypeProperty(
        event_action="BLOCK", notify=False
    )
    cognito.CfnUserPoolRiskConfigurationAttachment(
        scope,
        "Risk",
        user_pool_id=pool.user_pool_id,
        client_id="ALL",
        account_takeover_risk_configuration={"actions": {"highAction": block}},
        compromised_credentials_risk_configuration={"actions": {"eventAction": "BLOCK"}},
        risk_exception_configuration={"blockedIpRangeList": ["192.0.2.0/24", "2001:db8::/32"]},
    )
    group = aws_logs.LogGroup(scope, "Messages")
    bucket = aws_s3.Bucket(scope, "Activity")
    cognito.CfnLogDeliveryConfiguration(
        scope,
        "Logs",
        user_pool_id=pool.user_pool_id,
        log_configurations=[
            {
                "eventSource": "userNotification",
                "logLevel": "ERROR",
                "cloudWatchLogsConfiguration": {
                    "logGroupArn": scope.format_arn(
                        service="logs",
                        resource="log-group",
                        resource_name=group.log_group_name,
                        arn_format=cdk.ArnFormat.COLON_RESOURCE_NAME,
                    )
                },
            },
            {
                "eventSource": "userAuthEvents",
                "logLevel": "INFO",
                "s3Configuration": {"bucketArn": bucket.bucket_arn},
            },
        ],
    )
    visible = aws_wafv2.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, metric_name="shop", sampled_requests_enabled=True
    )
    acl = aws_wafv2.CfnWebACL(
        scope,
        "Acl",
        scope="REGIONAL",
        default_action=aws_wafv2.CfnWebACL.DefaultActionProperty(allow={}),
        visibility_config=visible,
    )
    aws_wafv2.CfnWebACLAssociation(scope, "Before", resource_arn=pool.user_pool_arn, web_acl_arn=acl.attr_arn)


@stack
def people_of_the_template(scope: cdk.Stack) -> None:
    pool = _pool(scope)
    user = cognito.CfnUserPoolUser(
        scope,
        "Anna",
        user_pool_id=pool.user_pool_id,
        username="anna@shop.example",
        desired_delivery_mediums=["EMAIL"],
        user_attributes=[{"name": "email", "value": "anna@shop.example"}, {"name": "email_verified", "value": "true"}],
    )
    group = pool.add_group("Admins", group_name="admins", precedence=0)
    member = cognito.CfnUserPoolUserToGroupAttachment(
        scope, "Member", user_pool_id=pool.user_pool_id, username="anna@shop.example", group_name=group.group_name
    )
    member.add_dependency(user)


@stack
def in_two_regions(scope: cdk.Stack) -> None:
    key = aws_kms.Key(scope, "Key", multi_region=True, enable_key_rotation=True)
    pool = cognito.CfnUserPool(
        scope,
        "Pool",
        user_pool_tier="ESSENTIALS",
        key_configuration={"keyType": "CUSTOMER_MANAGED_KEY", "kmsKeyArn": key.key_arn},
        issuer_configuration={"type": "UPDATED"},
    )
    cognito.CfnUserPoolReplica(scope, "Replica", user_pool_id=pool.ref, region_name="eu-west-1")
    role = aws_iam.Role(scope, "Unrelated", assumed_by=aws_iam.ServicePrincipal("lambda.amazonaws.com"))
    role.add_to_policy(aws_iam.PolicyStatement(actions=["cognito-idp:AdminGetUser"], resources=[pool.attr_arn]))
