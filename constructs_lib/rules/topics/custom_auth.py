"""Custom authentication: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html."""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.app_client_oauth import redirects
from constructs_lib.rules.view import Problem, View

_CHALLENGE = GUIDE + "user-pool-lambda-challenge.html"

CUSTOM_AUTH = tuple(
    f"LambdaConfig.{name}" for name in ("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse")
)
"""The functions that custom authentication runs through."""

_FLOWS = {"ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"}


@rule(
    "triggers.custom-auth-incomplete",
    USER_POOL,
    severity="warning",
    why="custom authentication runs through all three functions; a missing one fails the sign-in",
    evidence="developer guide",
    source=_CHALLENGE,
)
def custom_auth_incomplete(pool: View) -> Iterator[Problem]:
    """Warn where some of the three functions of custom authentication are missing."""
    missing = [path for path in CUSTOM_AUTH if not pool.has(path)]
    for path in missing if len(missing) < len(CUSTOM_AUTH) else ():
        there = [f"{{{other}}}" for other in CUSTOM_AUTH if other not in missing]
        yield pool.problem(
            path,
            f"is needed for custom authentication, beside {' and '.join(there)}",
            allowed="ARN of a function",
            fix="name the function, or leave all three out",
        )


@rule(
    "triggers.custom-auth-without-functions",
    USER_POOL_CLIENT,
    severity="warning",
    why="custom authentication is what three functions of the pool make of it, and the pool has none",
    evidence="developer guide",
    source=_CHALLENGE,
)
def custom_auth_without_functions(client: View) -> Iterator[Problem]:
    """Warn of a flow that the pool has no functions for."""
    if any(client.pool.has(path) for path in CUSTOM_AUTH):
        return
    for index, flow in client.each_text("ExplicitAuthFlows"):
        if flow in _FLOWS:
            yield client.problem(
                ("ExplicitAuthFlows", index),
                "needs functions of the pool: " + ", ".join(f"{{pool.{path}}}" for path in CUSTOM_AUTH),
                got=flow,
                allowed="other flows, where there are no such functions",
                fix="name the functions in the pool, or leave the flow out",
            )


@rule(
    "triggers.custom-auth-unused",
    USER_POOL,
    severity="warning",
    why="the functions are called only for app clients that allow custom authentication",
    evidence="inferred",
    source=_CHALLENGE,
)
def custom_auth_unused(pool: View) -> Iterator[Problem]:
    """Warn of functions that none of the app clients makes use of."""
    if not all(pool.surely_has(path) for path in CUSTOM_AUTH):
        return
    clients = pool.all_around(USER_POOL_CLIENT)
    # A client without flows has Cognito's own set of them, custom authentication among it.
    flows = [client.texts("ExplicitAuthFlows") for client in clients]
    if clients and all(some is not None and not _FLOWS & set(some) for some in flows):
        yield pool.problem(
            CUSTOM_AUTH[0],
            "is never called: no app client allows custom authentication",
            got=pool.get(CUSTOM_AUTH[0]),
            allowed="an app client with ALLOW_CUSTOM_AUTH",
            fix="allow ALLOW_CUSTOM_AUTH in an app client, or leave the functions out",
        )


@rule(
    "triggers.custom-auth-on-hosted-pages",
    USER_POOL_CLIENT,
    severity="warning",
    why="managed login and the classic hosted pages never run custom authentication",
    evidence="developer guide",
    source=_CHALLENGE,
)
def custom_auth_on_hosted_pages(client: View) -> Iterator[Problem]:
    """Warn of an app client that means custom authentication and gets passwords."""
    flows = set(client.texts("ExplicitAuthFlows") or ()) - {"ALLOW_REFRESH_TOKEN_AUTH"}
    if not flows or not flows <= _FLOWS or not redirects(client):
        return
    yield client.problem(
        "AllowedOAuthFlows",
        "open hosted pages, which do not know custom authentication",
        got=client.get("AllowedOAuthFlows"),
        allowed="nothing, where custom authentication is the only way in",
        fix="leave OAuth out here, or allow a flow that hosted pages know",
    )
