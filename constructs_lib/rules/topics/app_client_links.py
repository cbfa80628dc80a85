"""What is said of one app client: that client must be there, and be one of the pool's.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from constructs_lib.resources.model import (
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
)
from constructs_lib.rules.registry import API, CLOUDFORMATION, Check, rule
from constructs_lib.rules.view import Problem, View


class Link(NamedTuple):
    """A row of two rules: a type that names an app client, and whether ALL stands for all of them."""

    topic: str
    resource: str
    operation: str
    all: bool = False


LINKS = (
    Link("branding", MANAGED_LOGIN_BRANDING, "CreateManagedLoginBranding"),
    Link("terms", TERMS, "CreateTerms"),
    Link("ui-customization", USER_POOL_UI_CUSTOMIZATION, "SetUICustomization", all=True),
    Link("risk", USER_POOL_RISK_CONFIGURATION, "SetRiskConfiguration", all=True),
)


def _is_another_pools(client: View, view: View) -> bool:
    pools = [view.neighbours.views.get(one.pool_key or "") for one in (view, client)]
    known = all(pool is not None and pool.type == USER_POOL for pool in pools)
    return known and client.pool_key != view.pool_key


def _some(link: Link) -> str:
    return "ALL, or " if link.all else ""


def _either(link: Link) -> str:
    return ", or use ALL" if link.all else ""


def _stranger(link: Link) -> Check:
    def check(view: View) -> Iterator[Problem]:
        """Refuse a reference to something that is no app client of the pool."""
        other = view.neighbour("ClientId")
        if other is None or not other.type.startswith("AWS::Cognito::"):
            return  # a custom resource or a nested stack may know the id of an app client
        if other.type != USER_POOL_CLIENT or _is_another_pools(other, view):
            yield view.problem(
                "ClientId",
                f"refers to {other.key}, which is no app client of the pool",
                allowed=f"{_some(link)}an app client of the pool",
                fix=f"refer to an app client of the pool{_either(link)}",
            )

    return check


def _by_name(link: Link) -> Check:
    def check(view: View) -> Iterator[Problem]:
        """Warn of a text that is no id of an app client."""
        client = view.text("ClientId")
        # AWS makes up 26 small letters and digits; its own examples end in EXAMPLE.
        if client is not None and not (link.all and client == "ALL") and not re.fullmatch("[A-Za-z0-9]{20,}", client):
            yield view.problem(
                "ClientId",
                "does not look like an app client's id",
                got=client,
                allowed=f"{_some(link)}the id of an app client",
                fix=f'refer to the app client, in settings by ClientIdOf("<key>"){_either(link)}',
            )

    return check


for _link in LINKS:
    rule(
        f"{_link.topic}.client-of-another-pool",
        _link.resource,
        why="AWS looks for the app client in the pool, and does not find it (ResourceNotFoundException)",
        evidence="API model",
        source=f"{API}API_{_link.operation}.html",
    )(_stranger(_link))
    rule(
        f"{_link.topic}.client-by-name",
        _link.resource,
        severity="warning",
        why="AWS wants the id that it has made up for the app client, not its name or a key of yours",
        evidence="inferred",
        source=f"{CLOUDFORMATION}aws-resource-cognito-userpoolclient.html",
    )(_by_name(_link))
