"""What people sign in with: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html.

User names, aliases of them or addresses in their place, and which addresses Cognito verifies. Little of it can be
changed later.
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_KEEP_ORIGINAL = "UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate"
_VERIFIABLE = ("email", "phone_number")


def _named(pool: View, path: str) -> list[str]:
    """Give what a list names for certain."""
    return [name for _, name in pool.each_text(path)]


@rule(
    "sign-in.aliases-beside-username-attributes",
    USER_POOL,
    why="aliases stand beside a user name, username attributes take its place; AWS refuses both at once",
    evidence="measured on AWS",
    source=GUIDE + "user-pool-settings-attributes.html",
)
def aliases_beside_username_attributes(pool: View) -> Iterator[Problem]:
    """Refuse two ways of signing in that exclude each other."""
    aliases = _named(pool, "AliasAttributes")
    if aliases and _named(pool, "UsernameAttributes"):
        yield pool.problem(
            "AliasAttributes",
            "cannot be given beside {UsernameAttributes}",
            got=aliases,
            allowed="one of the two",
            fix="keep {UsernameAttributes} where the address is the user name, or leave it out and keep the aliases",
        )


@rule(
    "sign-in.preferred-username-required",
    USER_POOL,
    why="users can set a preferred user name that is an alias only after they are confirmed, not when they sign up",
    evidence="developer guide",
    source=GUIDE + "user-pool-settings-attributes.html",
)
def preferred_username_required(pool: View) -> Iterator[Problem]:
    """Refuse a preferred user name that is both an alias and required."""
    if "preferred_username" not in _named(pool, "AliasAttributes"):
        return
    for attribute in pool.objects("Schema"):
        if attribute.get("Name") == "preferred_username" and attribute.get("Required") in (True, "true"):
            yield attribute.problem(
                "Required",
                "cannot be true for preferred_username, which is one of {AliasAttributes}",
                got=True,
                allowed="false",
                fix="leave it out, or take preferred_username out of {AliasAttributes}",
            )


@rule(
    "sign-in.phone-verification-needs-sms",
    USER_POOL,
    why="a phone number is verified by a text message; AWS refuses a pool that cannot send any",
    evidence="measured on AWS",
    source=GUIDE + "user-pool-settings-email-phone-verification.html",
)
def phone_verification_needs_sms(pool: View) -> Iterator[Problem]:
    """Refuse to verify phone numbers without text messages."""
    for index, name in pool.each_text("AutoVerifiedAttributes"):
        if name == "phone_number" and not pool.has("SmsConfiguration"):
            yield pool.problem(
                ("AutoVerifiedAttributes", index),
                "needs {SmsConfiguration}",
                got=name,
                allowed="email, or phone_number with {SmsConfiguration}",
                fix="give {SmsConfiguration}, or verify e-mail addresses only",
            )


@rule(
    "sign-in.keep-original-not-verified",
    USER_POOL,
    why="the old address is kept until the new one is verified, so it must be one that Cognito verifies",
    evidence="measured on AWS",
    source=GUIDE + "user-pool-settings-email-phone-verification.html",
)
def keep_original_not_verified(pool: View) -> Iterator[Problem]:
    """Refuse to wait for a verification that never happens."""
    verified = pool.texts("AutoVerifiedAttributes") or ()
    for index, name in pool.each_text(_KEEP_ORIGINAL):
        if name in _VERIFIABLE and name not in verified:
            yield pool.problem(
                (*_KEEP_ORIGINAL.split("."), index),
                "must be one of {AutoVerifiedAttributes}",
                got=name,
                allowed=", ".join(verified) or "nothing",
                fix=f"add {name} to {{AutoVerifiedAttributes}}, or leave it out here",
            )


@rule(
    "sign-in.alias-not-verified",
    USER_POOL,
    severity="warning",
    why="nobody can sign in with an e-mail address or phone number until it is verified",
    evidence="developer guide",
    source=GUIDE + "user-pool-settings-attributes.html",
)
def alias_not_verified(pool: View) -> Iterator[Problem]:
    """Warn of aliases that may never work."""
    verified = pool.texts("AutoVerifiedAttributes") or ()
    for index, name in pool.each_text("AliasAttributes"):
        if name in _VERIFIABLE and name not in verified:
            yield pool.problem(
                ("AliasAttributes", index),
                "works only once it is verified, and it is none of {AutoVerifiedAttributes}",
                got=name,
                allowed="what {AutoVerifiedAttributes} names, and preferred_username",
                fix=f"add {name} to {{AutoVerifiedAttributes}}, or see to it that each user's is verified",
            )


@rule(
    "sign-in.case-sensitivity-unsaid",
    USER_POOL,
    severity="warning",
    why="left out, Anna and anna are two users, and it can never be changed, not even from unsaid to said",
    evidence="API model",
    source=API + "API_UsernameConfigurationType.html",
)
def case_sensitivity_unsaid(pool: View) -> Iterator[Problem]:
    """Ask for a choice that can never be made later."""
    if not pool.has("UsernameConfiguration"):
        yield pool.problem(
            "UsernameConfiguration.CaseSensitive",
            "is left out, so that Anna and anna are two users",
            allowed="true or false",
            fix="say false in a new pool; leave a deployed pool as it is, since AWS refuses to add it",
        )


@rule(
    "sign-in.address-not-kept",
    USER_POOL,
    severity="warning",
    why="an address takes effect before it is verified: a typing error locks its owner out",
    evidence="developer guide",
    source=GUIDE + "user-pool-settings-email-phone-verification.html",
)
def address_not_kept(pool: View) -> Iterator[Problem]:
    """Warn where a mistyped new address takes the place of the one that people sign in with."""
    kept = pool.texts(_KEEP_ORIGINAL) or ()
    used = _named(pool, "UsernameAttributes") + _named(pool, "AliasAttributes")
    changeable = [name for name in _named(pool, "AutoVerifiedAttributes") if name in used and name not in kept]
    if changeable:
        yield pool.problem(
            _KEEP_ORIGINAL,
            f"does not name {' and '.join(changeable)}, so that a mistyped new address replaces the old one at once",
            got=list(kept) or None,
            allowed="each of {AutoVerifiedAttributes}",
            fix=f"add {' and '.join(changeable)}",
        )
