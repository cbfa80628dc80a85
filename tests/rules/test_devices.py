"""Rules about remembered devices."""

from typing import Any

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, client, pool


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
    Case(
        rule="devices.no-password-flow",
        fails=remembers("OFF") | client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
        says="""\
Pool.DeviceConfiguration: has nothing to remember: every app client signs users in by custom authentication alone, \
got {'ChallengeRequiredOnNewDevice': True}
   allowed: nothing, or an app client with ALLOW_USER_SRP_AUTH or another flow with a password
   fix: allow ALLOW_USER_SRP_AUTH in an app client, or leave it out
   [devices.no-password-flow] https://github.com/aws-amplify/amplify-js/issues/14909""",
        passes=remembers("OFF") | client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH"]),
        silent=remembers("OFF") | client(ExplicitAuthFlows=UNKNOWN),
    ),
]


def test_without_second_factors_there_is_none_to_take_the_place_of() -> None:
    assert CASES[0].messages(remembers("OFF")) == []


def test_an_app_client_without_flows_has_cognitos_own_and_a_pool_may_have_app_clients_elsewhere() -> None:
    assert CASES[1].messages(remembers("OFF") | client()) == []
    assert CASES[1].messages(remembers("OFF")) == []
