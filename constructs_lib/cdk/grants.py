"""What a function, or anything else with a role, may do with the users of a pool, by name.

A trigger of the pool may have them too: they stand in a policy beside its role, for which the function does not wait.
Resources and actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from aws_cdk import Stack
from constructs import Construct

if TYPE_CHECKING:  # it takes long to import, and most pools need none
    from aws_cdk.aws_iam import IGrantable

GrantName = Literal["read_users", "manage_users", "manage_groups", "add_users_to_groups", "link_users"]

_READ_USERS = ("AdminGetUser", "AdminListGroupsForUser", "ListUsers", "ListUsersInGroup")

ACTIONS: Mapping[GrantName, tuple[str, ...]] = {
    "read_users": _READ_USERS,
    "manage_users": (
        *_READ_USERS,
        "AdminConfirmSignUp",
        "AdminCreateUser",
        "AdminDeleteUser",
        "AdminDeleteUserAttributes",
        "AdminDisableUser",
        "AdminEnableUser",
        "AdminResetUserPassword",
        "AdminSetUserMFAPreference",
        "AdminSetUserPassword",
        "AdminUpdateUserAttributes",
        "AdminUserGlobalSignOut",
    ),
    "manage_groups": (
        "AdminAddUserToGroup",
        "AdminListGroupsForUser",
        "AdminRemoveUserFromGroup",
        "CreateGroup",
        "DeleteGroup",
        "GetGroup",
        "ListGroups",
        "ListUsersInGroup",
        "UpdateGroup",
    ),
    "add_users_to_groups": ("AdminAddUserToGroup",),
    # Whoever is linked gets the other's account, so no other grant has it.
    "link_users": ("AdminLinkProviderForUser", "ListUsers"),
}
"""The API's operations of each grant, all of them on one pool."""


def grant(scope: Construct, grantee: IGrantable, name: GrantName, pool_arn: str, triggers: Collection[str]) -> None:
    """Let somebody do what a grant names with a pool.

    Args:
        scope: The construct of the pool.
        grantee: Who may.
        name: The grant.
        pool_arn: The pool's ARN.
        triggers: The paths of the roles that the pool's own triggers have: what they may do stands in the pool's stack.

    Raises:
        ValueError: It has no role that takes a policy.
    """
    actions, role = [f"cognito-idp:{action}" for action in ACTIONS[name]], role_of(grantee)
    if role is not None and (Stack.of(role) == Stack.of(scope) or role.node.path in triggers):
        is_allowed = allow(scope, role, "".join(map(str.capitalize, name.split("_"))), actions, pool_arn)
    else:
        is_allowed = _add_to_principal(grantee, actions, pool_arn)
    if not is_allowed:
        who = grantee.node.path if hasattr(grantee, "node") else type(grantee).__name__
        raise ValueError(
            f"grant_{name}: {who} has no role that takes a policy; import it with a role that may be changed, or allow "
            f"{', '.join(actions)} where the role is made"
        )


def role_of(grantee: IGrantable) -> Any:
    """Give the role that somebody acts with; none for a function that is imported without one, a user or a service."""
    for one in (grantee, getattr(grantee, "role", None), grantee.grant_principal):
        if hasattr(one, "attach_inline_policy") and hasattr(one, "role_arn"):
            return one
    return None


def allow(scope: Construct, role: Any, name: str, actions: Sequence[str], arn: str) -> bool:
    """Let a role do something by a policy of its own, once; who acts with the role does not wait for it.

    Returns:
        Whether it may now: a role of another account, or imported with ``mutable=False``, takes no policy.
    """
    from aws_cdk.aws_iam import CfnPolicy, Policy, PolicyStatement

    construct_id = f"{name}{role.node.addr[-8:]}"
    if scope.node.try_find_child(construct_id) is not None:
        return True
    policy = Policy(scope, construct_id, statements=[PolicyStatement(actions=list(actions), resources=[arn])])
    role.attach_inline_policy(policy)
    made = policy.node.default_child
    assert isinstance(made, CfnPolicy), f"{construct_id}: CDK made a {type(made).__name__}"
    if Stack.of(scope).resolve(made.roles):
        return True
    scope.node.try_remove_child(construct_id)
    return False


def _add_to_principal(grantee: IGrantable, actions: list[str], arn: str) -> bool:
    from aws_cdk.aws_iam import Grant, UnknownPrincipal

    if isinstance(grantee.grant_principal, UnknownPrincipal):
        return False
    return Grant.add_to_principal(grantee=grantee, actions=actions, resource_arns=[arn]).success
