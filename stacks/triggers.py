"""A supplier's portal for its partners, whose pools call functions on their way."""

from pathlib import Path

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import (
    Group,
    PrefixDomain,
    ProviderOf,
    UserPoolSettings,
    profiles,
    saml,
    ses_email,
    single_page_app,
    string_attribute,
)
from constructs_lib.cdk import (
    CognitoUserPool,
    TriggerFunction,
    allowed_email_domains,
    claims_in_tokens,
    default_group,
    link_by_verified_email,
)
from stacks.outputs import add_outputs

HERE = Path(__file__).parent


class PortalStack(Stack):
    """Only partners sign up; they come into a group, and their tokens tell whose people they are."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(
            self,
            "Partners",
            settings=partners(),
            triggers={
                "pre_sign_up": allowed_email_domains("north.example", "south.example"),
                "post_confirmation": default_group("partners"),
                "pre_token_generation_config": claims_in_tokens({"tenant": "custom:tenant"}, groups="roles"),
                "custom_message": TriggerFunction(HERE / "functions" / "invitation.py"),
            },
        )
        add_outputs(self, users)


class LinkedAccountsStack(Stack):
    """Who has an account with a password keeps it when their company's single sign-on comes."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(
            self,
            "Customers",
            settings=customers(),
            triggers={"pre_sign_up": link_by_verified_email("company")},
            acknowledge={"triggers.subject-in-small-letters": "the company's names have none but small letters"},
        )
        add_outputs(self, users)


_EMAIL = ses_email(from_address="The Supplier <no-reply@supplier.example>", identity="supplier.example")


def partners() -> UserPoolSettings:
    """Say who the partners are; whose people they are is for administrators to write."""
    return profiles.consumer(
        name="portal-partners",
        feature_plan="ESSENTIALS",
        mfa="OFF",
        email=_EMAIL,
        attributes=[string_attribute("tenant", max_length=40)],
        groups={"partners": Group(description="May order", precedence=10)},
        prefix_domain=PrefixDomain("portal-partners"),
        app_clients={"web": single_page_app(callback_urls=["https://portal.example/signed-in"])},
    )


def customers() -> UserPoolSettings:
    """Say which company vouches for its people, and for their addresses."""
    company = saml(
        "Company",
        metadata_file=HERE / "assets" / "company-saml-metadata.xml",
        attribute_mapping={"email": "mail", "email_verified": "mailVerified"},
    )
    return profiles.consumer(
        name="portal-customers",
        feature_plan="ESSENTIALS",
        mfa="OFF",
        email=_EMAIL,
        prefix_domain=PrefixDomain("portal-customers"),
        identity_providers={"company": company},
        app_clients={
            "web": single_page_app(
                callback_urls=["https://portal.example/signed-in"],
                supported_identity_providers=["COGNITO", ProviderOf("company")],
            )
        },
    )
