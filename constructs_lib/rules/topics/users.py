"""Users that a template makes: their names, and what becomes of them.

https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_USER
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.registry import API, CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View, is_there

_USER = CLOUDFORMATION + "aws-resource-cognito-userpooluser.html"
_SIGN_IN = GUIDE + "user-pool-settings-attributes.html"
_CREATE = API + "API_AdminCreateUser.html"

ADDRESSES = {
    "email": ("an e-mail address", re.compile(r"[^@\s]+@[^@\s]+")),
    "phone_number": ("a phone number such as +14325551212", re.compile(r"\+[0-9]{1,24}")),
}
"""What people sign in with in place of a user name: in words, and the least that it must look like."""


def is_address(text: str, attribute: str) -> bool:
    """Tell whether a text can be an address of a kind."""
    return ADDRESSES[attribute][1].fullmatch(text) is not None


def _addresses(user: View, path: str) -> list[str]:
    """Give the kinds of address that the pool's list names, all of which are known."""
    return [name for name in user.pool.texts(path) or () if name in ADDRESSES]


def has_address(user: View, attribute: str) -> bool:
    """Tell whether a user has an address: as an attribute, or as the user name that Cognito copies into it."""
    if any(one.text("Name") == attribute and one.get("Value") for one in user.all_objects("UserAttributes")):
        return True
    name = user.get("Username")
    if name is None or attribute not in _addresses(user, "UsernameAttributes"):
        return False
    if is_unknown(name):
        raise DoesNotApply
    return is_address(str(name), attribute)


@rule(
    "user.duplicate-name",
    USER_POOL_USER,
    why="a pool has each user name once, and AWS refuses the second",
    evidence="API model",
    source=_CREATE,
)
def duplicate_name(user: View) -> Iterator[Problem]:
    """Refuse two users of one name."""
    name = user.text("Username")
    earlier = [other.get("Username") for other in user.siblings if other.key < user.key]
    texts = [other for other in earlier if isinstance(other, str) and not is_unknown(other)]
    if name is None or not texts:
        return
    if name not in texts and name.lower() in map(str.lower, texts):
        texts = [] if user.pool.flag("UsernameConfiguration.CaseSensitive") is not False else [name]
    if name in texts:
        yield user.problem(
            "Username",
            "is the name of another user of the pool",
            got=name,
            allowed="a name that no other user of the pool has",
            fix="use another name, or leave one of the two out",
        )


@rule(
    "user.name-no-address",
    USER_POOL_USER,
    why="where people sign in by address, the address is the user name: AWS answers 'Username should be an email'",
    evidence="reported",
    source="https://github.com/boto/boto3/issues/3836",
)
def name_no_address(user: View) -> Iterator[Problem]:
    """Refuse a user name that is none of the addresses people sign in with."""
    name = user.text("Username")
    kinds = _addresses(user, "UsernameAttributes") if name is not None else []
    if name is not None and kinds and not any(is_address(name, kind) for kind in kinds):
        wanted = " or ".join(ADDRESSES[kind][0] for kind in kinds)
        yield user.problem(
            "Username",
            f"must be {wanted}, as {{pool.UsernameAttributes}} says",
            got=name,
            allowed=wanted,
            fix="use the address that the user signs in with",
        )


@rule(
    "user.name-needed",
    USER_POOL_USER,
    severity="warning",
    why="a name that CloudFormation makes up is no address, and AWS wants one where people sign in by address",
    evidence="inferred",
    source=_CREATE,
)
def name_needed(user: View) -> Iterator[Problem]:
    """Ask for the address that the user signs in with."""
    kinds = [] if user.has("Username") else _addresses(user, "UsernameAttributes")
    if kinds:
        wanted = " or ".join(ADDRESSES[kind][0] for kind in kinds)
        yield user.problem(
            "Username",
            "should be given where people sign in by address ({pool.UsernameAttributes})",
            allowed=wanted,
            fix="use the address that the user signs in with",
        )


@rule(
    "user.name-like-alias",
    USER_POOL_USER,
    why="beside an alias, a user name of its form is refused: nobody could tell the two apart",
    evidence="developer guide",
    source=_SIGN_IN,
)
def name_like_alias(user: View) -> Iterator[Problem]:
    """Refuse a user name that looks like an alias of the pool."""
    name = user.text("Username")
    for kind in _addresses(user, "AliasAttributes") if name is not None else ():
        if is_address(name or "", kind):
            yield user.problem(
                "Username",
                f"cannot be {ADDRESSES[kind][0].partition(' such')[0]} where {{pool.AliasAttributes}} has {kind}",
                got=name,
                allowed="a name of another form",
                fix=f"use a name of another form, and give the address in {{UserAttributes}} as {kind}",
            )


@rule(
    "user.password",
    USER_POOL_USER,
    why="CloudFormation refuses it, and a password in a template is no secret any more",
    evidence="API model",
    source=_USER,
)
def password(user: View) -> Iterator[Problem]:
    """Refuse passwords."""
    for name, value in user.source.items():
        if isinstance(name, str) and name.lower().endswith("password") and is_there(value):
            yield user.problem(
                (name,),
                "cannot be in a template",
                allowed="nothing: Cognito makes up a temporary password and sends it in the invitation",
                fix="leave it out; if it is in use anywhere, change it there",
            )


_POOL_ID = re.compile(r"([a-z]{2}(?:-[a-z]+)+-[0-9])_[0-9A-Za-z]+")


@rule(
    "user.pool-of-another-region",
    USER_POOL_USER,
    why="users are made in the pool's own Region: its replicas refuse new ones",
    evidence="developer guide",
    source=GUIDE + "user-pool-multi-region.html",
)
def pool_of_another_region(user: View) -> Iterator[Problem]:
    """Refuse users in another Region than the pool's, which its id names."""
    pool_id = user.text("UserPoolId")
    match = _POOL_ID.fullmatch(pool_id or "")
    if match is not None and match[1] != user.region:
        yield user.problem(
            "UserPoolId",
            f"must be a pool of {user.region}, where the stack is",
            got=pool_id,
            allowed=f"a pool of {user.region}",
            fix=f"make the user in a stack in {match[1]}; replicas get it from there",
        )


@rule(
    "user.deleted-before-pool",
    USER_POOL_USER,
    severity="warning",
    why="the pool outlives its stack, and a user that the template makes does not: the account and its id are gone",
    evidence="inferred",
    source=CLOUDFORMATION + "aws-attribute-deletionpolicy.html",
)
def deleted_before_pool(user: View) -> Iterator[Problem]:
    """Warn of users who are deleted with a stack that leaves its pool behind."""
    kept = user.pool.attributes.get("DeletionPolicy")
    policy = user.attributes.get("DeletionPolicy")
    if kept in ("Retain", "RetainExceptOnCreate") and policy in (None, "Delete"):
        yield user.problem(
            "DeletionPolicy",
            f"{'is Delete' if policy else 'is left out, which means Delete'}, and the pool is kept",
            got=policy,
            allowed="Retain, as for the pool",
            fix="say Retain, or acknowledge this where the user may go with the stack",
        )
