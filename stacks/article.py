"""A shop's customers: everything that the article "An Introduction to Amazon Cognito User Pools" sets, in one pool."""

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import (
    OMIT,
    Group,
    Invitation,
    PasswordPolicy,
    PrefixDomain,
    Sms,
    UserPoolSettings,
    VerificationMessages,
    boolean_attribute,
    date_time_attribute,
    native_app,
    number_attribute,
    profiles,
    ses_email,
    single_page_app,
    standard_attribute,
    string_attribute,
    web_app,
)
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs


class ArticleStack(Stack):
    """Customers sign themselves up with a user name, and sign in with it, their e-mail address or their phone."""

    def __init__(self, scope: Construct, construct_id: str, *, min_length: int = 12) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(self, "Customers", settings=customers(min_length), acknowledge=ACKNOWLEDGED)
        add_outputs(self, users)


ACKNOWLEDGED = {
    "app-client.all-attributes-writable": "customers may change all that the shop knows of them",
    "attributes.standard-declared": "the article requires an e-mail address; this pool is new",
    "mfa.optional-is-not-offered": "the shop's own page lets customers set up a second factor",
    "password-policy.short-without-mfa": "the article's customers choose; long passwords are welcome",
    "sms.costs-money": "the article's customers may sign in by phone; the shop pays",
}


ALL_ATTRIBUTES = {"read_attributes": OMIT, "write_attributes": OMIT}


def customers(min_length: int) -> UserPoolSettings:
    """Say what the article sets."""
    return profiles.consumer(
        name="shop-customers",
        feature_plan="ESSENTIALS",
        alias_attributes=["email", "phone_number", "preferred_username"],
        attributes=[
            standard_attribute("email", required=True, mutable=True),
            string_attribute("company", max_length=80),
            number_attribute("seats", min_value=1, max_value=500),
            boolean_attribute("newsletter"),
            date_time_attribute("joined", mutable=False),
        ],
        password_policy=PasswordPolicy(min_length=min_length),
        mfa_factors=["SOFTWARE_TOKEN_MFA", "SMS_MFA"],
        sms=Sms(),
        sms_authentication_message="Your sign-in code is {####}",
        verification=VerificationMessages(
            default_email_option="CONFIRM_WITH_CODE",
            email_subject="Welcome to the shop",
            email_message="Your code is {####}. It is good for 24 hours.",
            sms_message="Your shop code is {####}",
        ),
        invitation=Invitation(
            email_subject="Your shop account",
            email_message="Hello {username}, your temporary password is {####}",
            sms_message="Hello {username}, your temporary password is {####}",
        ),
        email=ses_email(
            from_address="The Shop <no-reply@shop.example>", identity="shop.example", reply_to="help@shop.example"
        ),
        prefix_domain=PrefixDomain("shop-customers"),
        groups={
            "administrators": Group(description="May change the catalogue", precedence=0),
            "customers": Group(description="May buy", precedence=10),
        },
        app_clients={
            "web": single_page_app(
                callback_urls=["http://localhost:3000/signed-in"],
                logout_urls=["http://localhost:3000/"],
                **ALL_ATTRIBUTES,
            ),
            "server": web_app(callback_urls=["https://shop.example/signed-in"], **ALL_ATTRIBUTES),
            "phone": native_app(callback_urls=["shop://signed-in"], **ALL_ATTRIBUTES),
        },
    )
