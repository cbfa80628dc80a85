"""A web page and an app with Amplify on one pool: what they read is made of what is deployed."""

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import Group, PrefixDomain, UserPoolSettings, profiles, ses_email, single_page_app
from constructs_lib.cdk import CognitoIdentityPool, CognitoUserPool, FrontEnd
from stacks.outputs import add_outputs


class FrontEndStack(Stack):
    """Members sign up by their e-mail address, in forms of the app or on the hosted pages."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(self, "Members", settings=members(), acknowledge=ACKNOWLEDGED)
        identities = CognitoIdentityPool(self, "Identities", user_pools={"web": (users, "web")})
        FrontEnd(self, "Web", users, "web", identities=identities, parameters="/library/web")
        add_outputs(self, users)


ACKNOWLEDGED = {
    "mfa.optional-is-not-offered": "the app lets members set up a second factor",
}


def members() -> UserPoolSettings:
    """Say how members sign in; the page of `examples/web` is served on port 5173."""
    return profiles.consumer(
        name="library-members",
        username_attributes=["email"],
        email=ses_email(from_address="The Library <no-reply@library.example>", identity="library.example"),
        prefix_domain=PrefixDomain("library-members"),
        groups={"librarians": Group(description="May lend", precedence=0)},
        app_clients={
            "web": single_page_app(
                callback_urls=["http://localhost:5173/"],
                logout_urls=["http://localhost:5173/"],
            )
        },
    )
