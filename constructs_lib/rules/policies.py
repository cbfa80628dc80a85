"""What the policies of a role say, as far as it is known before deploy: whom it trusts, and what it may do.

A policy that is not wholly known, and one that says what is not meant (``NotAction``, ``NotPrincipal``), says nothing.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

from constructs_lib.resources.model import IDENTITY_POOL, MANAGED_POLICY, target
from constructs_lib.resources.values import Json, is_list, is_unknown
from constructs_lib.rules.view import DoesNotApply, View

Statement = dict[str, Json]

_KEY = re.compile(r"cognito-identity[^:]*:(aud|amr)")  # China and GovCloud have names of their own
_POLICY, _ROLE_POLICY = "AWS::IAM::Policy", "AWS::IAM::RolePolicy"


def allowing(document: Json, action: str) -> Iterator[Statement]:
    """Walk the statements of a policy that allow an action."""
    for statement in _items(_object(document).get("Statement")):
        effect = _object(statement).get("Effect")
        if is_unknown(effect):
            raise DoesNotApply
        if effect == "Allow" and _names_action(statement, action):
            yield statement


def _names_action(statement: Statement, action: str) -> bool:
    if "Action" not in statement:  # NotAction: whoever writes that knows better
        raise DoesNotApply
    return any(fnmatchcase(action.lower(), pattern.lower()) for pattern in texts(statement["Action"]))


def _trusting(role: View, action: str, kind: str, name: str) -> Iterator[Statement]:
    """Walk the statements by which a role lets a kind of principal, whose name begins so, do something with it."""
    for statement in allowing(role.get("AssumeRolePolicyDocument"), action):
        principals = texts(_object(statement.get("Principal")).get(kind, []))
        if any(principal.startswith(name) for principal in principals):
            yield statement


def trusting_user_pools(role: View) -> Iterator[Statement]:
    """Walk the statements that let user pools assume a role, to send text messages by it."""
    return _trusting(role, "sts:AssumeRole", "Service", "cognito-idp.")


def trusting_identity_pools(role: View) -> list[Statement]:
    """Give the statements that let users of identity pools assume a role."""
    return list(_trusting(role, "sts:AssumeRoleWithWebIdentity", "Federated", "cognito-identity"))


def tags_sessions(role: View) -> bool:
    """Tell whether claims may become tags of the sessions of users of identity pools."""
    return any(_trusting(role, "sts:TagSession", "Federated", "cognito-identity"))


def condition(statement: Statement, claim: str) -> list[Json] | None:
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


def admits_pool(statement: Statement, pool_key: str | None, role: View) -> bool:
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


def admits_users(statement: Statement, *, guests: bool) -> bool:
    """Tell whether a statement lets in guests, or some of those who have signed in."""
    wanted = condition(statement, "amr")
    if wanted is None:
        return True
    names = texts(wanted)
    return any(fnmatchcase("unauthenticated", name) if guests else name != "unauthenticated" for name in names)


def permissions(role: View, action: str) -> Iterator[Statement]:
    """Walk the statements that allow a role an action, in whatever policy of the template it is given."""
    return (statement for _, statement in granted(role, action))


def granted(role: View, action: str) -> Iterator[tuple[View | None, Statement]]:
    """Walk the same statements, each with the resource that holds it; ``None`` for what is in no resource here."""
    inline = role.known("Policies")
    for policy in inline if is_list(inline) else ():
        document = policy.get("PolicyDocument") if isinstance(policy, dict) else None
        yield from ((role, statement) for statement in allowing(document, action))
    for other in role.neighbours.views.values():
        if (other.type in (_POLICY, MANAGED_POLICY) and _is_for(other.known("Roles"), role)) or (
            other.type == _ROLE_POLICY and _is_for([other.get("RoleName")], role)
        ):
            yield from ((other, statement) for statement in allowing(other.get("PolicyDocument"), action))
    attached = role.known("ManagedPolicyArns")
    for arn in attached if is_list(attached) else ():
        known = role.neighbours.views.get(target(arn) or "")
        document = known.get("PolicyDocument") if known is not None else None
        yield from ((known, statement) for statement in allowing(document, action))


def _is_for(roles: Json, role: View) -> bool:
    """Tell whether a policy is given to a role; a role's literal name could be this one's."""
    targets = [target(one) for one in roles] if is_list(roles) else []
    if None in targets:
        raise DoesNotApply
    return role.key in targets


def texts(value: Json) -> list[str]:
    """Give one text or several, all of which are known."""
    found = _items(value)
    if not all(isinstance(text, str) and not is_unknown(text) for text in found):
        raise DoesNotApply
    return found


def _object(value: Json) -> Statement:
    if not isinstance(value, dict) or is_unknown(value):
        raise DoesNotApply
    return value


def _items(value: Json) -> list[Json]:
    return list(value) if is_list(value) else [value]
