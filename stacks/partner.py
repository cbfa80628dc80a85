"""Another team's ticket shop, for the people of the publisher's platform."""

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import (
    ExistingUserPool,
    Group,
    ManagedLoginBranding,
    ResourceServer,
    Scope,
    ScopeOf,
    profiles,
    single_page_app,
)
from constructs_lib.cdk import ExistingCognitoUserPool
from stacks.outputs import add_outputs


class PartnerStack(Stack):
    """The shop's app client, API and group live in the platform's pool, which stays as it is, and in the shop's stack.

    Args:
        scope: The construct around it.
        construct_id: Its id.
        user_pool_arn: The platform's pool: an attribute of its stack, or a text where that is in another app.
    """

    def __init__(self, scope: Construct, construct_id: str, *, user_pool_arn: str) -> None:
        super().__init__(scope, construct_id)
        add_outputs(self, ExistingCognitoUserPool(self, "Tickets", settings=tickets(user_pool_arn)))


def tickets(user_pool_arn: str) -> ExistingUserPool:
    """Say what the ticket shop adds to the pool."""
    added = ExistingUserPool.from_arn(
        user_pool_arn,
        resource_servers={"tickets": ResourceServer("tickets", scopes=[Scope("buy", description="Buy tickets")])},
        app_clients={
            "shop": single_page_app(
                callback_urls=["https://tickets.example/signed-in"],
                oauth_scopes=["openid", "email", ScopeOf("tickets", "buy")],
                # Which attributes the pool has is not known here; without a list the shop could change all of them.
                read_attributes=["email", "email_verified"],
                write_attributes=["email"],
            )
        },
        # Nor is it known here that the pool's domain has managed login, which wants a style for each app client.
        managed_login_branding={"shop": ManagedLoginBranding(use_cognito_provided_values=True)},
        groups={"ticket-sellers": Group(description="May sell tickets at the door")},
    )
    return profiles.standard.fill(added)
