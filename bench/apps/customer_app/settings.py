"""The settings of the customer app that is measured."""

from constructs_lib import (
    OMIT,
    Group,
    IdentityPoolSettings,
    PrefixDomain,
    ProviderOf,
    UserPoolSettings,
    VerificationMessages,
    authenticated_role,
    google,
    guest_role,
    native_app,
    oidc,
    profiles,
    secret,
    ses_email,
    single_page_app,
)


def customers(number: int) -> UserPoolSettings:
    """Say who signs in to one of many apps, and how."""
    return profiles.consumer(
        name=f"shop-{number}",
        email=ses_email(from_address="no-reply@shop.example", identity="shop.example", identity_region="eu-central-1"),
        verification=VerificationMessages(
            default_email_option="CONFIRM_WITH_CODE",
            email_subject="Welcome",
            email_message="Your code is {####}",
            sms_message="Your code is {####}",
        ),
        prefix_domain=PrefixDomain(f"shop-{number}"),
        identity_providers={
            "google": google(
                client_id="1.apps.googleusercontent.com",
                client_secret=secret("shop/google", field="client_secret"),
                attribute_mapping={"email": "email", "email_verified": "email_verified"},
            ),
            "company": oidc(
                "Company",
                issuer_url="https://login.company.example",
                client_id="shop",
                client_secret=secret("shop/company", field="client_secret"),
                scopes=("openid", "email"),
                attribute_mapping={"email": "email", "email_verified": "email_verified"},
            ),
        },
        app_clients={
            "web": single_page_app(
                callback_urls=["https://shop.example/in"],
                logout_urls=["https://shop.example/out"],
                supported_identity_providers=["COGNITO", ProviderOf("google"), ProviderOf("company")],
            ),
            "phone": native_app(
                callback_urls=["shop://in"],
                supported_identity_providers=["COGNITO", ProviderOf("google")],
            ),
        },
        groups={"admins": Group(precedence=0), "customers": Group(precedence=10)},
        web_acl=OMIT,
    )


def identities(number: int) -> IdentityPoolSettings:
    """Say what users of the app may do on AWS; guests look around."""
    own_pictures = {
        "Action": ["s3:GetObject", "s3:PutObject"],
        "Effect": "Allow",
        "Resource": "arn:aws:s3:::shop-pictures/${cognito-identity.amazonaws.com:sub}/*",
    }
    policy = {"PolicyName": "Pictures", "PolicyDocument": {"Statement": [own_pictures], "Version": "2012-10-17"}}
    return profiles.identity_pool(
        name=f"shop-{number}",
        allow_unauthenticated_identities=True,
        roles={"authenticated": authenticated_role(policies=[policy]), "unauthenticated": guest_role()},
    )
