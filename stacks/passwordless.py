"""A club's members: passkeys, and codes by e-mail for whoever has none yet."""

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import CustomDomain, UserPoolSettings, profiles, ses_email, single_page_app
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs


class PasswordlessStack(Stack):
    """Members sign themselves up, and choose on the hosted pages how they sign in."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        add_outputs(self, CognitoUserPool(self, "Members", settings=members()))


# Yours: a certificate of login.club.example, in us-east-1 whatever the pool's Region.
CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-1111-2222-3333-444455556666"


def members() -> UserPoolSettings:
    """Say how members sign in; passkeys belong to the domain, so it has to stay."""
    return profiles.passwordless(
        name="club-members",
        self_sign_up_enabled=True,
        email=ses_email(from_address="The Club <no-reply@club.example>", identity="club.example"),
        custom_domain=CustomDomain("login.club.example", certificate_arn=CERTIFICATE),
        app_clients={"web": single_page_app(callback_urls=["https://club.example/signed-in"])},
    )
