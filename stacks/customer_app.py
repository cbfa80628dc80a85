"""A shop's app: customers sign in on pages of the shop's own, with a password, with Google or with Apple."""

from pathlib import Path

from aws_cdk import Environment, Stack
from aws_cdk.aws_route53 import HostedZone
from constructs import Construct

from constructs_lib import (
    ClientIdOf,
    CustomDomain,
    ManagedLoginBranding,
    ManagedLoginColors,
    ProviderOf,
    UserPoolSettings,
    apple,
    branding_image,
    google,
    managed_login_settings,
    native_app,
    privacy_policy,
    profiles,
    secret,
    ses_email,
    terms_of_use,
)
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs

LOGO = Path(__file__).parent / "assets" / "shop-logo.svg"


class CustomerAppStack(Stack):
    """The pages are at auth.app.shop.example; their certificate and records are made in the zone of shop.example."""

    def __init__(self, scope: Construct, construct_id: str, *, env: Environment, zone_id: str) -> None:
        super().__init__(scope, construct_id, env=env)
        zone = HostedZone.from_hosted_zone_attributes(self, "Zone", hosted_zone_id=zone_id, zone_name="shop.example")
        users = CognitoUserPool(
            self,
            "Customers",
            settings=customers(),
            hosted_zone=zone,
            # The app is on phones alone: nothing is at app.shop.example, and Cognito wants an A record there.
            parent_record=True,
            acknowledge=ACKNOWLEDGED,
        )
        add_outputs(self, users)


ACKNOWLEDGED = {"mfa.optional-is-not-offered": "the app lets customers set up a second factor"}


def customers() -> UserPoolSettings:
    """Say how customers get in, and what they see there."""
    return profiles.consumer(
        name="shop-app-customers",
        email=ses_email(from_address="The Shop <no-reply@shop.example>", identity="shop.example"),
        custom_domain=CustomDomain("auth.app.shop.example"),
        identity_providers={
            "google": google(
                client_id="123456789012-shop.apps.googleusercontent.com",
                client_secret=secret("shop/google", "client_secret"),
                attribute_mapping={"email": "email", "email_verified": "email_verified"},
            ),
            "apple": apple(
                client_id="example.shop.signin",
                team_id="SHOPTEAM01",
                key_id="SHOPKEY001",
                private_key=secret("shop/apple-private-key"),
                attribute_mapping={"email": "email"},
            ),
        },
        app_clients={
            "phone": native_app(
                callback_urls=["shop://signed-in"],
                supported_identity_providers=["COGNITO", ProviderOf("google"), ProviderOf("apple")],
            )
        },
        managed_login_branding={
            "phone": ManagedLoginBranding(
                settings=managed_login_settings(
                    light=ManagedLoginColors(page="#f6f3ee", button="#0a5f38", button_hover="#08492b"),
                    color_mode="LIGHT",
                    form_logo=True,
                ),
                assets=[branding_image(LOGO, category="FORM_LOGO")],
            )
        },
        terms={
            "use": terms_of_use("https://shop.example/terms", client_id=ClientIdOf("phone")),
            "privacy": privacy_policy("https://shop.example/privacy", client_id=ClientIdOf("phone")),
        },
    )
