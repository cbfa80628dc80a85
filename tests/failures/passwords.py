"""Passwords, and those that administrators hand out."""

from typing import Any

from constructs_lib.resources.model import Resources
from tests.failures.row import Row, Told, failure, refused, unseen, warned
from tests.rules.case import pool


def policy(*, unused: Any = None, tier: str = "ESSENTIALS", **said: Any) -> Resources:
    invites = {} if unused is None else {"AdminCreateUserConfig": {"UnusedAccountValidityDays": unused}}
    return pool(UserPoolTier=tier, Policies={"PasswordPolicy": said}, **invites)


ROWS: list[Row] = [
    failure(
        "F040",
        "how long a temporary password is valid, said in two places",
        refused(
            "password-policy.two-validities",
            policy(unused=7, TemporaryPasswordValidityDays=7),
            policy(TemporaryPasswordValidityDays=7),
        ),
        refused(
            "password-policy.two-validities",
            policy(unused="0", TemporaryPasswordValidityDays="3"),
            policy(TemporaryPasswordValidityDays="3"),
        ),
        warned(
            "password-policy.outdated-validity",
            policy(unused=7, MinimumLength=12),
            policy(TemporaryPasswordValidityDays=7, MinimumLength=12),
        ),
    ),
    unseen(
        "F041",
        "how long a temporary password is valid, said nowhere",
        "AWS takes its default of 7 days, which is nothing wrong in a template",
        Told("constructs_lib/settings/password_policy.py", "Cognito takes 7 (0 means 7 too)"),
        warned(
            "password-policy.temporary-password-zero-days",
            policy(TemporaryPasswordValidityDays=0),
            policy(TemporaryPasswordValidityDays=1),
        ),
        refused(
            "password-policy.temporary-password-validity",
            policy(TemporaryPasswordValidityDays=366),
            policy(TemporaryPasswordValidityDays=365),
        ),
    ),
    failure(
        "F043",
        "more earlier passwords than Cognito remembers",
        refused("password-policy.history", policy(PasswordHistorySize=25), policy(PasswordHistorySize=24)),
        refused("password-policy.history", policy(PasswordHistorySize=-1), policy(PasswordHistorySize=0)),
        refused(
            "feature-plan.password-history",
            policy(PasswordHistorySize=1, tier="LITE"),
            policy(PasswordHistorySize=1, tier="ESSENTIALS"),
        ),
    ),
]
