"""Remembered devices.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT
from constructs_lib.rules.registry import API, rule
from constructs_lib.rules.topics.mfa import is_active
from constructs_lib.rules.view import Problem, View

_CHALLENGE = "DeviceConfiguration.ChallengeRequiredOnNewDevice"


@rule(
    "devices.in-place-of-second-factor",
    USER_POOL,
    severity="warning",
    why="a remembered device answers for its user: whoever has the device and the password needs no code",
    evidence="API model",
    source=API + "API_DeviceConfigurationType.html",
)
def in_place_of_second_factor(pool: View) -> Iterator[Problem]:
    """Warn of devices that take the place of a second factor."""
    if pool.flag(_CHALLENGE) and is_active(pool):
        yield pool.problem(
            _CHALLENGE,
            "lets a remembered device take the place of a second factor",
            got=pool.get(_CHALLENGE),
            allowed="false, or true where users need a second factor on new devices alone",
            fix="say false, or acknowledge this with the reason",
        )


_BY_CUSTOM_AUTH = {"ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "ALLOW_REFRESH_TOKEN_AUTH"}


@rule(
    "devices.no-password-flow",
    USER_POOL,
    severity="warning",
    why="Cognito gives out keys of new devices where users sign in by password, and none in custom authentication",
    evidence="reported",
    source="https://github.com/aws-amplify/amplify-js/issues/14909",
)
def no_password_flow(pool: View) -> Iterator[Problem]:
    """Warn of devices that are never remembered, since no app client knows passwords."""
    if not pool.surely_has("DeviceConfiguration"):
        return
    # A client without flows has Cognito's own set of them, SRP among it.
    flows = [client.texts("ExplicitAuthFlows") for client in pool.all_around(USER_POOL_CLIENT)]
    if flows and all(some and set(some) <= _BY_CUSTOM_AUTH for some in flows):
        yield pool.problem(
            "DeviceConfiguration",
            "has nothing to remember: every app client signs users in by custom authentication alone",
            got=pool.get("DeviceConfiguration"),
            allowed="nothing, or an app client with ALLOW_USER_SRP_AUTH or another flow with a password",
            fix="allow ALLOW_USER_SRP_AUTH in an app client, or leave it out",
        )
