"""Programs of a shop: each gets tokens for just what it may do, and there are no users."""

from aws_cdk import Stack
from constructs import Construct

from constructs_lib import (
    PrefixDomain,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    machine_to_machine,
    profiles,
)
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs


class MachinesStack(Stack):
    """Two programs call two APIs; the scopes in their tokens say what they may do there."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        add_outputs(self, CognitoUserPool(self, "Programs", settings=programs()))


def programs() -> UserPoolSettings:
    """Say which APIs there are, and which program may do what."""
    return profiles.machine_to_machine(
        name="shop-programs",
        prefix_domain=PrefixDomain("shop-programs"),
        resource_servers={
            "orders": ResourceServer(
                "orders",
                scopes=[
                    Scope("read", description="See orders"),
                    Scope("ship", description="Mark orders as shipped"),
                ],
            ),
            "stock": ResourceServer(
                "stock",
                scopes=[
                    Scope("read", description="See what is in stock"),
                    Scope("count", description="Enter what has been counted"),
                ],
            ),
        },
        app_clients={
            "reports": machine_to_machine(scopes=[ScopeOf("orders", "read"), ScopeOf("stock", "read")]),
            "warehouse": machine_to_machine(
                scopes=[ScopeOf("orders", "read"), ScopeOf("orders", "ship"), ScopeOf("stock", "count")]
            ),
        },
    )
