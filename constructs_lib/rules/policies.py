"""What the trust policy of a role says of users of identity pools, as far as it is known before deploy."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from constructs_lib.resources.model import IDENTITY_POOL, target
from constructs_lib.resources.values import Json, is_list, is_unknown
from constructs_lib.rules.view import DoesNotApply, View

_KEY = re.compile(r"cognito-identity[^:]*:(aud|amr)")  # China and GovCloud have names of their own


def trusting(role: View) -> list[dict[str, Json]]:
    """Give the statements that let users of identity pools assume a role; a policy not wholly known says nothing."""
    document = role.get("AssumeRolePolicyDocument")
    return [statement for statement in _allowing(document) if allows(statement, "sts:AssumeRoleWithWebIdentity")]


def tags_sessions(role: View) -> bool:
    """Tell whether claims may become tags of the sessions of users of identity pools."""
    return any(allows(statement, "sts:TagSession") for statement in _allowing(role.get("AssumeRolePolicyDocument")))


def _allowing(document: Json) -> Iterator[dict[str, Json]]:
    """Walk the statements that allow something to identity pools."""
    for statement in _items(_object(document).get("Statement")):
        principal = _object(statement).get("Principal")
        federated = _texts(principal.get("Federated", [])) if isinstance(principal, dict) else ()
        if statement.get("Effect") == "Allow" and any(name.startswith("cognito-identity") for name in federated):
            yield statement


def allows(statement: dict[str, Json], action: str) -> bool:
    """Tell whether a statement allows an action."""
    if "Action" not in statement:  # NotAction: whoever writes that knows better
        raise DoesNotApply
    return any(fnmatchcase(action.lower(), pattern.lower()) for pattern in _texts(statement["Action"]))


def condition(statement: dict[str, Json], claim: str) -> list[Json] | None:
    """Give what a statement wants of a claim (``aud`` or ``amr``); nothing where it wants nothing."""
    found: list[Json] = []
    for operator, tests in _object(statement.get("Condition", {})).items():
        for key, wanted in _object(tests).items():
            named = _KEY.fullmatch(str(key))
            if named is not None and named[1] == claim:
                if "Not" in operator:
                    raise DoesNotApply
                found += _items(wanted)
    return found or None


def admits_pool(statement: dict[str, Json], pool_key: str | None, role: View) -> bool:
    """Tell whether a statement lets in users of an identity pool, by its logical id or by the id of one elsewhere."""
    wanted = condition(statement, "aud")
    return wanted is None or any(_is_pool(one, pool_key, role) for one in wanted)


def _is_pool(wanted: Json, pool_key: str | None, role: View) -> bool:
    views = role.neighbours.views
    name = target(wanted)
    if pool_key is None:
        raise DoesNotApply
    if name is not None and name in views and views[name].type == IDENTITY_POOL:
        if pool_key in views or name == pool_key:
            return name == pool_key
        raise DoesNotApply
    if isinstance(wanted, str) and not is_unknown(wanted) and pool_key not in views:
        return wanted == pool_key
    raise DoesNotApply  # a parameter, or the id of a pool that a template would make anew


def admits_users(statement: dict[str, Json], *, guests: bool) -> bool:
    """Tell whether a statement lets in guests, or some of those who have signed in."""
    wanted = condition(statement, "amr")
    if wanted is None:
        return True
    names = _texts(wanted)
    return any(fnmatchcase("unauthenticated", name) if guests else name != "unauthenticated" for name in names)


def _object(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict) or is_unknown(value):
        raise DoesNotApply
    return value


def _items(value: Json) -> list[Json]:
    return list(value) if is_list(value) else [value]


def _texts(value: Json) -> list[str]:
    texts = _items(value)
    if not all(isinstance(text, str) and not is_unknown(text) for text in texts):
        raise DoesNotApply
    return texts
