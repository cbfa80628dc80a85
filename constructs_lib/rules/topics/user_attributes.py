"""What a template says of a user.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
"""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL_USER
from constructs_lib.resources.standard_attributes import KEPT_BY_COGNITO, STANDARD_TYPES
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.first_factors import places
from constructs_lib.rules.topics.users import ADDRESSES, has_address, is_address
from constructs_lib.rules.view import DoesNotApply, Object, Problem, View

_ATTRIBUTES = "UserAttributes"
_VERIFIED = {f"{kind}_verified": kind for kind in ADDRESSES}
_ALWAYS_THERE = {*STANDARD_TYPES, *_VERIFIED}

_GUIDE = GUIDE + "user-pool-settings-attributes.html"
_CREATE = GUIDE + "how-to-create-user-accounts.html"


def _named(user: View) -> Iterator[tuple[str, Object]]:
    """Walk the attributes whose names are known."""
    for attribute in user.objects(_ATTRIBUTES):
        with suppress(DoesNotApply):  # one attribute says nothing about the next
            name = attribute.text("Name")
            if name is not None:
                yield name, attribute


def _bare(name: str) -> str:
    return name.removeprefix("dev:").removeprefix("custom:")


@rule(
    "user.attribute-unknown",
    USER_POOL_USER,
    why="AWS answers 'Attributes did not conform to the schema'",
    evidence="reported",
    source="https://github.com/aws-amplify/amplify-flutter/issues/509",
)
def attribute_unknown(user: View) -> Iterator[Problem]:
    """Refuse attributes that the pool does not have."""
    for name, attribute in _named(user):
        if name in _ALWAYS_THERE or name in KEPT_BY_COGNITO:
            continue
        # A pool whose schema blocked every update (aws/aws-cdk#8585) has it taken out of its template.
        declared = None if not user.pool.has("Schema") else user.pool.all_objects("Schema")
        known = {_bare(one.text("Name") or "") for one in declared or ()}
        if (declared is None and ":" in name) or (":" in name and _bare(name) in known):
            continue
        yield attribute.problem(
            "Name",
            "is no attribute of the pool",
            got=name,
            allowed="standard attributes, and custom:<name> for each custom one in {pool.Schema}",
            fix="correct the name, or declare it in {pool.Schema}; a custom attribute's name begins with custom:",
        )


@rule(
    "user.attribute-twice",
    USER_POOL_USER,
    severity="warning",
    why="only one of the two values can be the user's",
    evidence="inferred",
    source=API + "API_AdminCreateUser.html",
)
def attribute_twice(user: View) -> Iterator[Problem]:
    """Warn of an attribute that is given twice."""
    seen: set[str] = set()
    for name, attribute in _named(user):
        if name in seen:
            yield attribute.problem(
                "Name", "is given earlier too", got=name, allowed="each name once", fix="leave one of the two out"
            )
        seen.add(name)


@rule(
    "user.attribute-of-cognito",
    USER_POOL_USER,
    severity="warning",
    why="Cognito alone says who a user is, and by which provider",
    evidence="inferred",
    source=_GUIDE,
)
def attribute_of_cognito(user: View) -> Iterator[Problem]:
    """Warn of attributes that Cognito gives itself."""
    for name, attribute in _named(user):
        if name in KEPT_BY_COGNITO and name not in _VERIFIED:
            yield attribute.problem(
                "Name",
                "is for Cognito to give",
                got=name,
                allowed="any other attribute of the pool",
                fix="leave it out",
            )


@rule(
    "user.address-form",
    USER_POOL_USER,
    why="AWS takes an e-mail address as name@domain, and a phone number as + and digits",
    evidence="developer guide",
    source=_GUIDE,
)
def address_form(user: View) -> Iterator[Problem]:
    """Refuse addresses that are none."""
    for name, attribute in _named(user):
        with suppress(DoesNotApply):
            value = attribute.text("Value")
            if name in ADDRESSES and value and not is_address(value, name):
                yield attribute.problem(
                    "Value",
                    f"must be {ADDRESSES[name][0]}",
                    got=value,
                    allowed=ADDRESSES[name][0],
                    fix="write it without spaces, brackets and dashes",
                )


@rule(
    "user.verified-nothing",
    USER_POOL_USER,
    why="an address that is not there cannot be verified",
    evidence="API model",
    source=API + "API_AdminCreateUser.html",
)
def verified_nothing(user: View) -> Iterator[Problem]:
    """Refuse to call an address verified that is not given."""
    for name, attribute in _named(user):
        kind = _VERIFIED.get(name)
        if kind is not None and attribute.flag("Value") and not has_address(user, kind):
            yield attribute.problem(
                "Name",
                f"needs {kind} beside it",
                got=name,
                allowed=f"{name} with {kind}",
                fix=f"give {kind} too, or leave this out",
            )


@rule(
    "user.address-unverified",
    USER_POOL_USER,
    severity="warning",
    why="an invitation verifies nothing: who forgets the password is told that there is no verified address",
    evidence="reported",
    source="https://github.com/amazon-archives/amazon-cognito-identity-js/issues/678",
)
def address_unverified(user: View) -> Iterator[Problem]:
    """Warn of users who cannot reset their password, since their address is not verified."""
    ways = [one.text("Name") for one in user.pool.all_objects("AccountRecoverySetting.RecoveryMechanisms")]
    recovering = [kind for kind in ADDRESSES if f"verified_{kind}" in ways and has_address(user, kind)]
    said = dict(_named(user))
    if recovering and not any(f"{kind}_verified" in said for kind in recovering):
        yield user.problem(
            _ATTRIBUTES,
            f"leave {' and '.join(recovering)} unverified, so that the user cannot reset a forgotten password",
            allowed=f"{recovering[0]}_verified as well",
            fix=f'add {recovering[0]}_verified with the value "true" if you know that the address is the user\'s',
        )


@rule(
    "user.alias-unverified",
    USER_POOL_USER,
    severity="warning",
    why="nobody can sign in with an address beside the user name until it is verified: 'User does not exist'",
    evidence="developer guide",
    source=_GUIDE,
)
def alias_unverified(user: View) -> Iterator[Problem]:
    """Warn of addresses that a user shall sign in with, and cannot."""
    ways = {*(user.pool.texts("AliasAttributes") or ()), *(user.pool.texts("UsernameAttributes") or ())}
    said = {one.text("Name"): one for one in user.all_objects(_ATTRIBUTES)}
    for kind in ADDRESSES:
        verified = said.get(f"{kind}_verified")
        if kind not in ways or kind not in said or (verified is not None and verified.text("Value") == "true"):
            continue
        if said[kind].text("Value") != user.text("Username"):
            yield said[kind].problem(
                "Value",
                "is no way to sign in before it is verified",
                got=said[kind].get("Value"),
                allowed=f"an address with {kind}_verified beside it",
                fix=f'add {kind}_verified with the value "true" if you know that the address is the user\'s',
            )


@rule(
    "user.required-attribute-missing",
    USER_POOL_USER,
    severity="warning",
    why="an administrator may leave required attributes to the user's first sign-in, but for those that can never "
    "change, and for users without a password",
    evidence="developer guide",
    source=_CREATE,
)
def required_attribute_missing(user: View) -> Iterator[Problem]:
    """Warn of what is left out and nobody can give later."""
    required = [one for one in user.pool.objects("Schema") if one.get("Required") in (True, "true")]
    if not required:
        return
    given = [one.text("Name") for one in user.all_objects(_ATTRIBUTES)]
    without_password = any(places(user.pool, "EMAIL_OTP", "SMS_OTP"))
    for attribute in required:
        with suppress(DoesNotApply):
            name = attribute.text("Name") or ""
            fixed = attribute.flag("Mutable") is False
            missing = name in STANDARD_TYPES and name not in given
            if missing and (fixed or without_password) and not (name in ADDRESSES and has_address(user, name)):
                because = "can never be changed" if fixed else "users without a password must have from the start"
                yield user.problem(
                    _ATTRIBUTES,
                    f"should have {name}, which {{pool.Schema}} requires and which {because}",
                    allowed=f"{name} among the attributes",
                    fix=f"add {name}",
                )
