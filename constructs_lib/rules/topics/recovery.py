"""How a forgotten password is replaced.

https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_MECHANISMS = "AccountRecoverySetting.RecoveryMechanisms"
_TYPE = API + "API_RecoveryOptionType.html"

ADDRESSES = {"verified_email": "email", "verified_phone_number": "phone_number"}
"""Mechanism → the attribute that its code is sent to."""


def mechanisms(pool: View) -> list[str]:
    """Give the names of all recovery mechanisms; nothing where Cognito decides."""
    return [name for option in pool.all_objects(_MECHANISMS) if (name := option.text("Name")) is not None]


def everybody_has(pool: View, addresses: list[str]) -> bool:
    """Tell whether each user has one of the addresses: in place of a user name, or since it is required."""
    in_place_of_name = pool.texts("UsernameAttributes") or ()
    if in_place_of_name and set(in_place_of_name) <= set(addresses):
        return True
    return any(
        attribute.text("Name") in addresses and attribute.flag("Required") for attribute in pool.all_objects("Schema")
    )


def _repeated(pool: View, property_name: str, problem: str, fix: str) -> Iterator[Problem]:
    """Find a value that an earlier mechanism has already."""
    seen: list[str] = []
    for option in pool.all_objects(_MECHANISMS):
        value = option.text(property_name)
        if value is not None and value in seen:
            yield option.problem(
                property_name, problem, got=option.get(property_name), allowed="each value once", fix=fix
            )
        seen += [value] if value is not None else []


@rule(
    "recovery.mechanism-twice",
    USER_POOL,
    why="AWS refuses two mechanisms of the same name",
    evidence="measured on AWS",
    source=_TYPE,
)
def mechanism_twice(pool: View) -> Iterator[Problem]:
    """Refuse one way named twice."""
    yield from _repeated(pool, "Name", "is named before", "leave it out, or name the other address")


@rule(
    "recovery.priority-twice",
    USER_POOL,
    why="AWS refuses two mechanisms of the same priority",
    evidence="measured on AWS",
    source=_TYPE,
)
def priority_twice(pool: View) -> Iterator[Problem]:
    """Refuse two ways that are both to be tried first."""
    yield from _repeated(pool, "Priority", "is given before", "use 1 for the one tried first and 2 for the other")


@rule(
    "recovery.admin-only-among-others",
    USER_POOL,
    why="admin_only says that users cannot help themselves, the others that they can; AWS refuses both together",
    evidence="measured on AWS",
    source=_TYPE,
)
def admin_only_among_others(pool: View) -> Iterator[Problem]:
    """Refuse to leave it to administrators and to users."""
    options = list(pool.objects(_MECHANISMS))
    names = [option.get("Name") for option in options]
    if not any(name in ADDRESSES for name in names if isinstance(name, str)):
        return
    for option, name in zip(options, names, strict=True):
        if name == "admin_only":
            yield option.problem(
                "Name",
                "cannot be given beside another mechanism",
                got=name,
                allowed="admin_only alone, or verified_email and verified_phone_number",
                fix="leave it out, or leave the others out",
            )


@rule(
    "recovery.unsaid",
    USER_POOL,
    severity="warning",
    why="Cognito then tries the phone first, which costs money and may be the second factor too",
    evidence="API model",
    source=API + "API_CreateUserPool.html",
)
def unsaid(pool: View) -> Iterator[Problem]:
    """Ask for a choice where Cognito's own is outdated."""
    if not pool.has(_MECHANISMS):
        yield pool.problem(
            _MECHANISMS,
            "is left out, so that a forgotten password is replaced by text message first",
            allowed="verified_email, verified_phone_number, both, or admin_only alone",
            fix="name the ways you want, verified_email first",
        )


@rule(
    "recovery.address-not-verified",
    USER_POOL,
    severity="warning",
    why="codes go to verified addresses only, and this one is verified by nobody unless your app sees to it",
    evidence="inferred",
    source=GUIDE + "managing-users-passwords.html",
)
def address_not_verified(pool: View) -> Iterator[Problem]:
    """Warn of a way that ends at an address nobody verifies."""
    verified = pool.texts("AutoVerifiedAttributes") or ()
    for option in pool.objects(_MECHANISMS):
        name = option.get("Name")
        address = ADDRESSES.get(name) if isinstance(name, str) else None
        if address is not None and address not in verified:
            yield option.problem(
                "Name",
                "works for verified addresses only, and {AutoVerifiedAttributes} does not name this one",
                got=name,
                allowed="what {AutoVerifiedAttributes} names, or admin_only",
                fix=f"add {address} to {{AutoVerifiedAttributes}}, or see to it that each user's is verified",
            )


@rule(
    "recovery.text-without-sms",
    USER_POOL,
    severity="warning",
    why="a pool without an SMS configuration cannot send anybody a code",
    evidence="inferred",
    source=GUIDE + "user-pool-sms-settings.html",
)
def text_without_sms(pool: View) -> Iterator[Problem]:
    """Warn of codes that cannot be sent."""
    for option in pool.objects(_MECHANISMS):
        if option.get("Name") == "verified_phone_number" and not pool.has("SmsConfiguration"):
            yield option.problem(
                "Name",
                "needs {SmsConfiguration}",
                got="verified_phone_number",
                allowed="verified_email, admin_only, or verified_phone_number with {SmsConfiguration}",
                fix="give {SmsConfiguration}, or name another way",
            )


@rule(
    "recovery.address-not-collected",
    USER_POOL,
    severity="warning",
    why="a user without the address that the code is sent to cannot replace a forgotten password",
    evidence="developer guide",
    source=GUIDE + "user-pool-settings-mfa.html",
)
def address_not_collected(pool: View) -> Iterator[Problem]:
    """Warn of ways that some users do not have."""
    names = mechanisms(pool)
    wanted = [ADDRESSES[name] for name in names if name in ADDRESSES]
    if wanted and not everybody_has(pool, wanted):
        yield pool.problem(
            _MECHANISMS,
            f"needs {' or '.join(wanted)}, which users may not have",
            got=names,
            allowed="an address that {UsernameAttributes} names or {Schema} requires, or admin_only",
            fix=f"ask everybody for {' or '.join(wanted)} when they sign up",
        )
