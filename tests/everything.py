"""One pool with everything around it, and nothing wrong."""

from constructs_lib import (
    AppClient,
    ClientIdOf,
    CustomDomain,
    EncryptionKey,
    Group,
    GroupMembership,
    GroupOf,
    KmsKeyOf,
    LogDelivery,
    LogGroupOf,
    LogGroupPolicy,
    PrefixDomain,
    ProviderOf,
    Replica,
    ResourceServer,
    Scope,
    ScopeOf,
    Sms,
    UICustomization,
    User,
    UserAttribute,
    UserOf,
    UserPoolSettings,
    adaptive_authentication,
    encrypting_key,
    google,
    log_group,
    message_errors,
    native_app,
    privacy_policy,
    profiles,
    rate_limited_web_acl,
    secret,
    ses_email,
    single_page_app,
    terms_of_use,
    user_activity,
)
from constructs_lib.settings import (
    LogStreamOf,
    RegionalConfiguration,
    WebAclLogging,
    log_bucket,
    log_stream,
)

CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/1"


def everything() -> UserPoolSettings:
    """Say something about every kind of resource that lives around a pool."""
    return profiles.consumer(
        name="everything",
        sms=Sms(),
        email=ses_email(from_address="no-reply@shop.example", identity="shop.example"),
        issuer_type="UPDATED",
        encryption_key=EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn=KmsKeyOf("data")),
        app_clients={
            "web": single_page_app(
                callback_urls=["https://shop.example/in"],
                oauth_scopes=["openid", ScopeOf("orders", "read")],
                supported_identity_providers=["COGNITO", ProviderOf("google")],
            ),
            "phone-app": native_app(callback_urls=["shop://in"]),
            "api": AppClient(),
        },
        identity_providers={
            "google": google(
                client_id="1.apps.googleusercontent.com",
                client_secret=secret("shop/google", field="client_secret"),
                attribute_mapping={"email": "email", "email_verified": "email_verified"},
            )
        },
        resource_servers={"orders": ResourceServer("orders", scopes=[Scope("read", description="Read orders")])},
        prefix_domain=PrefixDomain("shop"),
        custom_domain=CustomDomain("auth.shop.example", certificate_arn=CERTIFICATE),
        terms={
            "terms": terms_of_use("https://shop.example/terms", client_id=ClientIdOf("web")),
            "privacy": privacy_policy("https://shop.example/privacy", client_id=ClientIdOf("web")),
        },
        ui_customizations={"all": UICustomization("ALL", css=".banner-customizable { background: #fff; }")},
        groups={"admins": Group()},
        users={
            "anna": User("anna@shop.example", attributes=[UserAttribute(name="email", value="anna@shop.example")]),
        },
        group_memberships={"anna": GroupMembership(UserOf("anna"), group_name=GroupOf("admins"))},
        risk_configurations={"web": adaptive_authentication(client_id=ClientIdOf("web"))},
        log_delivery=LogDelivery(
            configurations=[
                message_errors(LogGroupOf("messages")),
                user_activity(stream=LogStreamOf("activity")),
            ]
        ),
        log_groups={"messages": log_group(), "requests": log_group(name="aws-waf-logs-shop")},
        log_group_policies={"messages": LogGroupPolicy("shop-messages")},
        log_buckets={"activity": log_bucket()},
        log_streams={"activity": log_stream("activity")},
        web_acl=rate_limited_web_acl(),
        web_acl_logging=WebAclLogging([LogGroupOf("requests")]),
        kms_keys={"data": encrypting_key(multi_region=True)},
        replicas={"west": Replica("eu-west-1")},
        regional_configuration=RegionalConfiguration(),
    )
