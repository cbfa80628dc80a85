"""App clients behind an Application Load Balancer, known by the address that it takes users back at.

https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.resources.values import is_list
from constructs_lib.rules.registry import rule
from constructs_lib.rules.topics.app_client_oauth import grants
from constructs_lib.rules.view import Problem, View

_GUIDE = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html"
_PATH = "/oauth2/idpresponse"


def _callbacks(client: View) -> list[tuple[int, str]]:
    """Give the addresses of load balancers, and where they stand."""
    if not is_list(client.get("CallbackURLs")):
        return []
    return [(index, url) for index, url in client.each_text("CallbackURLs") if url.lower().endswith(_PATH)]


@rule(
    "app-client.load-balancer-capitals",
    USER_POOL_CLIENT,
    severity="warning",
    why="load balancers send users back to a URL in lower-case letters, and Cognito compares to the letter",
    evidence="developer guide",
    source=_GUIDE,
)
def load_balancer_capitals(client: View) -> Iterator[Problem]:
    """Warn of capitals in the callback URL of a load balancer."""
    for index, url in _callbacks(client):
        if url != url.lower():
            yield client.problem(
                ("CallbackURLs", index),
                "must be in lower-case letters for a load balancer",
                got=url,
                allowed=url.lower(),
                fix="write it in lower-case letters",
            )


@rule(
    "app-client.load-balancer-secret",
    USER_POOL_CLIENT,
    severity="warning",
    why="Elastic Load Balancing refuses the listener: 'The user pool client must have a client secret'",
    evidence="reported",
    source=_GUIDE,
)
def load_balancer_secret(client: View) -> Iterator[Problem]:
    """Warn of the client of a load balancer that has no secret."""
    if _callbacks(client) and not client.flag("GenerateSecret"):
        yield client.problem(
            "GenerateSecret",
            "must be true for a load balancer",
            got=client.get("GenerateSecret"),
            allowed="true where {CallbackURLs} has the address of a load balancer",
            fix="set it to true; on a deployed app client this makes another one with another id",
        )


@rule(
    "app-client.load-balancer-grant",
    USER_POOL_CLIENT,
    severity="warning",
    why="load balancers sign users in by the authorization code grant, and want an ID token",
    evidence="developer guide",
    source=_GUIDE,
)
def load_balancer_grant(client: View) -> Iterator[Problem]:
    """Warn of the client of a load balancer without the code grant, or without openid."""
    if not _callbacks(client):
        return
    for path, found, wanted in (
        ("AllowedOAuthFlows", grants(client), "code"),
        ("AllowedOAuthScopes", client.texts("AllowedOAuthScopes") or (), "openid"),
    ):
        if wanted not in found:
            yield client.problem(
                path,
                f"must have {wanted} for a load balancer",
                got=client.get(path),
                allowed=f"{wanted} among them",
                fix=f"add {wanted}",
            )
