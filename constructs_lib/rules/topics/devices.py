"""Remembered devices.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
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
