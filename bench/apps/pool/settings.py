"""The settings of the pool that is measured."""

from constructs_lib import (
    Group,
    Invitation,
    PrefixDomain,
    Sms,
    UserPoolSettings,
    VerificationMessages,
    native_app,
    number_attribute,
    profiles,
    ses_email,
    single_page_app,
    standard_attribute,
    string_attribute,
)


def customers(number: int) -> UserPoolSettings:
    """Say everything about one of many pools."""
    return profiles.standard(
        name=f"customers-{number}",
        attributes=[
            standard_attribute("email", required=True, mutable=True),
            string_attribute("company", min_length=1, max_length=80),
            number_attribute("seats", min_value=1, max_value=500),
        ],
        mfa="OPTIONAL",
        mfa_factors=["SMS_MFA", "SOFTWARE_TOKEN_MFA"],
        sms=Sms(external_id="shop", sns_region="eu-central-1"),
        verification=VerificationMessages(
            default_email_option="CONFIRM_WITH_CODE",
            email_subject="Welcome",
            email_message="Your code is {####}",
            sms_message="Your code is {####}",
        ),
        invitation=Invitation(
            email_subject="Your account",
            email_message="Hello {username}, your temporary password is {####}",
            sms_message="Hello {username}, your temporary password is {####}",
        ),
        email=ses_email(
            from_address="no-reply@shop.example",
            identity="shop.example",
            identity_region="eu-central-1",
            reply_to="help@shop.example",
        ),
        prefix_domain=PrefixDomain(f"customers-{number}"),
        groups={"admins": Group(precedence=0), "customers": Group(precedence=10)},
        app_clients={
            "web": single_page_app(callback_urls=["https://shop.example/in"]),
            "phone": native_app(callback_urls=["shop://in"]),
        },
    )
