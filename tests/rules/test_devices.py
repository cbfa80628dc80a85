"""Rules about remembered devices."""

from typing import Any

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, pool


def remembers(mfa: Any, *, challenge: Any = True) -> Resources:
    return pool(MfaConfiguration=mfa, DeviceConfiguration={"ChallengeRequiredOnNewDevice": challenge})


CASES = [
    Case(
        rule="devices.in-place-of-second-factor",
        fails=remembers("ON"),
        says="""\
Pool.DeviceConfiguration.ChallengeRequiredOnNewDevice: lets a remembered device take the place of a second factor, \
got True
   allowed: false, or true where users need a second factor on new devices alone
   fix: say false, or acknowledge this with the reason
   [devices.in-place-of-second-factor] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeviceConfigurationType.html""",
        passes=remembers("ON", challenge=False),
        silent=remembers(UNKNOWN),
    ),
]


def test_without_second_factors_there_is_none_to_take_the_place_of() -> None:
    assert CASES[0].messages(remembers("OFF")) == []
