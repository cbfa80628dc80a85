"""Second factors that leave no way to replace a forgotten password.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.values import is_list
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.mfa import factors_of, is_active, places
from constructs_lib.rules.topics.recovery import mechanisms
from constructs_lib.rules.view import Problem, View

_PAGE = GUIDE + "user-pool-settings-mfa.html"
_RECOVERY = "AccountRecoverySetting.RecoveryMechanisms"


def _phone_is_all(pool: View) -> bool:
    """Tell whether everybody needs a text message, and there is one way to replace a password."""
    ways = pool.known(_RECOVERY)
    one_way = is_list(ways) and len(ways) == 1
    return one_way and pool.text("MfaConfiguration") == "ON" and factors_of(pool) == {"SMS_MFA"}


@rule(
    "mfa.locked-out-by-phone-recovery",
    USER_POOL,
    why="one phone cannot get both codes: nobody could replace a forgotten password, and most could not sign in",
    evidence="developer guide",
    source=_PAGE,
)
def locked_out_by_phone_recovery(pool: View) -> Iterator[Problem]:
    """Refuse the phone as the only second factor and the only way back."""
    if _phone_is_all(pool) and mechanisms(pool) == ["verified_phone_number"]:
        yield pool.problem(
            _RECOVERY,
            "cannot be the phone alone while text messages are the only second factor",
            got=["verified_phone_number"],
            allowed="verified_email, or admin_only",
            fix="use verified_email, or add SOFTWARE_TOKEN_MFA to {EnabledMfas}",
        )


@rule(
    "mfa.phone-recovery",
    USER_POOL,
    severity="warning",
    why="whoever gets codes by text message to sign in gets none to replace a password; AWS has refused such pools",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/11478",
)
def phone_recovery(pool: View) -> Iterator[Problem]:
    """Warn of the phone as second factor and as a way back."""
    if not is_active(pool) or "SMS_MFA" not in factors_of(pool):
        return
    for option in pool.objects(_RECOVERY):
        if option.get("Name") == "verified_phone_number" and not _phone_is_all(pool):
            yield option.problem(
                "Name",
                "does not help users whose second factor is a text message",
                got="verified_phone_number",
                allowed="verified_email, or admin_only",
                fix="use verified_email alone, or leave text messages out of {EnabledMfas}",
            )


@rule(
    "mfa.mail-only-recovery",
    USER_POOL,
    severity="warning",
    why="whoever gets codes by e-mail to sign in gets none to replace a password; the guide rules out both together",
    evidence="developer guide",
    source=_PAGE,
)
def mail_only_recovery(pool: View) -> Iterator[Problem]:
    """Warn of e-mail as second factor and as the only way back."""
    if is_active(pool):
        for place in places(pool, "EMAIL_OTP"):
            if mechanisms(pool) == ["verified_email"]:
                yield pool.problem(
                    place,
                    f"leaves its users without a way back: {{{_RECOVERY}}} is verified_email alone",
                    got="EMAIL_OTP",
                    allowed="SOFTWARE_TOKEN_MFA, or EMAIL_OTP with another way back",
                    fix=f"use SOFTWARE_TOKEN_MFA, or add verified_phone_number to {{{_RECOVERY}}}",
                )
