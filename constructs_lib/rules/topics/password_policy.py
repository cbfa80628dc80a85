"""Passwords: https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html."""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View, is_there

_POLICY = "Policies.PasswordPolicy"


@rule(
    "password-policy.two-validities",
    USER_POOL,
    why="the validity of temporary passwords has moved to the password policy; AWS refuses both at once",
    evidence="measured on AWS",
    source=API + "API_AdminCreateUserConfigType.html",
)
def two_validities(pool: View) -> Iterator[Problem]:
    """Refuse the old and the new property for the same days."""
    old = pool.get("AdminCreateUserConfig.UnusedAccountValidityDays")
    if is_there(old) and pool.surely_has(f"{_POLICY}.TemporaryPasswordValidityDays"):
        yield pool.problem(
            "AdminCreateUserConfig.UnusedAccountValidityDays",
            f"cannot be given beside {{{_POLICY}.TemporaryPasswordValidityDays}}",
            got=old,
            allowed="nothing",
            fix="leave it out",
        )


@rule(
    "password-policy.outdated-validity",
    USER_POOL,
    severity="warning",
    why="the validity of temporary passwords has moved to the password policy; AWS may refuse the old place beside one",
    evidence="API model",
    source=API + "API_AdminCreateUserConfigType.html",
)
def outdated_validity(pool: View) -> Iterator[Problem]:
    """Point to the new place of the days."""
    old = pool.get("AdminCreateUserConfig.UnusedAccountValidityDays")
    if is_there(old) and not pool.has(f"{_POLICY}.TemporaryPasswordValidityDays"):
        yield pool.problem(
            "AdminCreateUserConfig.UnusedAccountValidityDays",
            f"has been replaced by {{{_POLICY}.TemporaryPasswordValidityDays}}",
            got=old,
            allowed="nothing",
            fix=f"leave it out and say the days in {{{_POLICY}.TemporaryPasswordValidityDays}}",
        )


@rule(
    "password-policy.temporary-password-zero-days",
    USER_POOL,
    severity="warning",
    why="0 is not 'at once': Cognito takes 7 days for it",
    evidence="API model",
    source=API + "API_PasswordPolicyType.html",
)
def zero_days(pool: View) -> Iterator[Problem]:
    """Say what 0 means."""
    if pool.number(f"{_POLICY}.TemporaryPasswordValidityDays") == 0:
        yield pool.problem(
            f"{_POLICY}.TemporaryPasswordValidityDays",
            "means 7 days",
            got=0,
            allowed="1 to 365 days",
            fix="say 7, or the days you want",
        )


@rule(
    "password-policy.short-without-mfa",
    USER_POOL,
    severity="warning",
    why="NIST SP 800-63B-4 wants 15 characters where the password is the only factor",
    evidence="reported",
    source=GUIDE + "managing-users-passwords.html",
)
def short_without_mfa(pool: View) -> Iterator[Problem]:
    """Warn of short passwords that stand alone."""
    length = pool.number(f"{_POLICY}.MinimumLength")
    if length is not None and 6 <= length < 15 and pool.text("MfaConfiguration") != "ON":
        yield pool.problem(
            f"{_POLICY}.MinimumLength",
            "is short for a password that may be the only factor",
            got=length,
            allowed="15 or more, or {MfaConfiguration} ON",
            fix="use 15 or more, or require a second factor",
        )
