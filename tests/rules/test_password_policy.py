"""Rules about passwords."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, pool


def policy(pool_properties: dict[str, Any] | None = None, **properties: Any) -> Resources:
    return pool(Policies={"PasswordPolicy": properties}, **(pool_properties or {}))


CASES = [
    Case(
        rule="password-policy.two-validities",
        fails=policy({"AdminCreateUserConfig": {"UnusedAccountValidityDays": 3}}, TemporaryPasswordValidityDays=3),
        says="""\
Pool.AdminCreateUserConfig.UnusedAccountValidityDays: cannot be given beside \
Pool.Policies.PasswordPolicy.TemporaryPasswordValidityDays, got 3
   allowed: nothing
   fix: leave it out
   [password-policy.two-validities] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html""",
        passes=policy(TemporaryPasswordValidityDays=3),
        silent=policy({"AdminCreateUserConfig": UNKNOWN}, TemporaryPasswordValidityDays=3),
    ),
    Case(
        rule="password-policy.outdated-validity",
        fails=policy({"AdminCreateUserConfig": {"UnusedAccountValidityDays": 3}}, MinimumLength=8),
        says="""\
Pool.AdminCreateUserConfig.UnusedAccountValidityDays: has been replaced by \
Pool.Policies.PasswordPolicy.TemporaryPasswordValidityDays, got 3
   allowed: nothing
   fix: leave it out and say the days in Pool.Policies.PasswordPolicy.TemporaryPasswordValidityDays
   [password-policy.outdated-validity] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html""",
        passes=policy({"AdminCreateUserConfig": {}}, MinimumLength=8),
        silent=policy({"AdminCreateUserConfig": UNKNOWN}, MinimumLength=8),
    ),
    Case(
        rule="password-policy.temporary-password-zero-days",
        fails=policy(TemporaryPasswordValidityDays=0),
        says="""\
Pool.Policies.PasswordPolicy.TemporaryPasswordValidityDays: means 7 days, got 0
   allowed: 1 to 365 days
   fix: say 7, or the days you want
   [password-policy.temporary-password-zero-days] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html""",
        passes=policy(TemporaryPasswordValidityDays=1),
        silent=policy(TemporaryPasswordValidityDays=UNKNOWN),
    ),
    Case(
        rule="password-policy.short-without-mfa",
        fails=policy({"MfaConfiguration": "OPTIONAL"}, MinimumLength=14),
        says="""\
Pool.Policies.PasswordPolicy.MinimumLength: is short for a password that may be the only factor, got 14
   allowed: 15 or more, or Pool.MfaConfiguration ON
   fix: use 15 or more, or require a second factor
   [password-policy.short-without-mfa] \
https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html""",
        passes=policy({"MfaConfiguration": "OPTIONAL"}, MinimumLength=15),
        silent=policy({"MfaConfiguration": UNKNOWN}, MinimumLength=14),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("length", "mfa", "short"),
    [
        (5, "OFF", False),  # its limit refuses it
        (6, "OFF", True),
        (14, "OFF", True),
        (15, "OFF", False),
        (16, "OFF", False),
        (6, "ON", False),
    ],
)
def test_a_password_that_may_stand_alone_is_long(length: int, mfa: str, short: bool) -> None:
    messages = BY_RULE["password-policy.short-without-mfa"].messages(
        policy({"MfaConfiguration": mfa}, MinimumLength=length)
    )
    assert (messages != []) is short
