"""Groups: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html."""

import re
from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import ROLE, USER_POOL_GROUP, target
from constructs_lib.resources.values import is_unknown, same
from constructs_lib.rules.policies import Statement, condition, trusting_identity_pools
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

_GROUPS = GUIDE + "cognito-user-pools-user-groups.html"
_IDENTITY_POOLS = "cognito-identity.amazonaws.com"
_POOL_AND_PROVIDER = re.compile(r"[a-z]{2}(-[a-z]+)+-[0-9]_[0-9A-Za-z]+_.+")


@rule(
    "group.duplicate-name",
    USER_POOL_GROUP,
    why="a pool has one group of a name",
    evidence="API model",
    source=API + "API_CreateGroup.html",
)
def duplicate_name(group: View) -> Iterator[Problem]:
    """Refuse a name that another group of the pool has."""
    if group.twin("GroupName") is not None:
        yield group.problem(
            "GroupName",
            "is the name of another group of the pool",
            got=group.get("GroupName"),
            allowed="a name that no other group of the pool has",
            fix="use another name",
        )


@rule(
    "group.name-differs-in-case",
    USER_POOL_GROUP,
    severity="warning",
    why="AWS has answered 'A group with the name already exists' to names that differ in capitals alone",
    evidence="reported",
    source="https://github.com/aws-amplify/amplify-backend/issues/1781",
)
def name_differs_in_case(group: View) -> Iterator[Problem]:
    """Warn of names that people take for one and the same."""
    name = group.text("GroupName")
    for other in group.siblings if name is not None else ():
        theirs = other.get("GroupName")
        if other.key < group.key and isinstance(theirs, str) and theirs != name and theirs.lower() == str(name).lower():
            yield group.problem(
                "GroupName",
                f"differs from {theirs} in capitals alone, which is a group of the pool too",
                got=name,
                allowed="a name that no other group of the pool has in other capitals",
                fix="use another name, or put both into one group",
            )


@rule(
    "group.reserved-name",
    USER_POOL_GROUP,
    severity="warning",
    why="Cognito makes a group <pool id>_<provider> for the users of each identity provider",
    evidence="developer guide",
    source=_GROUPS,
)
def reserved_name(group: View) -> Iterator[Problem]:
    """Warn of the names that Cognito gives to groups of its own."""
    name = group.text("GroupName")
    if name is not None and _POOL_AND_PROVIDER.fullmatch(name):
        yield group.problem(
            "GroupName",
            "has the form that Cognito keeps for the groups of identity providers",
            got=name,
            allowed="any name not of the form <pool id>_<provider>",
            fix="use a name that does not begin with a pool's id",
        )


@rule(
    "group.same-precedence",
    USER_POOL_GROUP,
    severity="warning",
    why="between equals Cognito does not choose: tokens of members of both have no cognito:preferred_role",
    evidence="API model",
    source=API + "API_GroupType.html",
)
def same_precedence(group: View) -> Iterator[Problem]:
    """Warn of two roles that are equally preferred."""
    precedence = group.number("Precedence")
    if precedence is None or not group.has("RoleArn"):
        return
    for other in group.siblings:
        with suppress(DoesNotApply):  # one group says nothing about the next
            if other.key < group.key and other.number("Precedence") == precedence and _differ(group, other):
                yield group.problem(
                    "Precedence",
                    "is also that of a group with another role",
                    got=group.get("Precedence"),
                    allowed="a number of its own for each role",
                    fix="give each group with a role of its own a precedence of its own; the lowest number wins",
                )
                return


def _differ(group: View, other: View) -> bool:
    """Tell whether two roles are surely not the same."""
    mine, theirs = group.get("RoleArn"), other.get("RoleArn")
    if theirs is None or same(mine, theirs):
        return False
    if not is_unknown(mine) and not is_unknown(theirs):
        return True
    roles = {target(mine), target(theirs)} & group.neighbours.views.keys()
    return len(roles) == 2


@rule(
    "group.role-account",
    USER_POOL_GROUP,
    why="AWS passes no role of another account to Cognito",
    evidence="measured on AWS",
    source=_GROUPS,
)
def role_account(group: View) -> Iterator[Problem]:
    """Refuse a role of another account."""
    arn = group.text("RoleArn")
    account = arn.split(":")[4] if arn is not None and arn.count(":") >= 5 else ""
    if account and account != group.account:
        yield group.problem(
            "RoleArn",
            f"must be a role of account {group.account}",
            got=arn,
            allowed=f"a role of account {group.account}",
            fix="use a role of the account that the pool is deployed to",
        )


def _trusting(group: View) -> tuple[View, list[Statement]] | None:
    """Give a group's role, if it is one of the template, and the statements that let identity pools assume it."""
    role = group.neighbour("RoleArn")
    return (role, trusting_identity_pools(role)) if role is not None and role.type == ROLE else None


@rule(
    "group.role-condition",
    USER_POOL_GROUP,
    why="IAM answers 'A condition block must be present for the Cognito provider'",
    evidence="measured on AWS",
    source="https://github.com/aws-amplify/amplify-cli/issues/13689",
)
def role_condition(group: View) -> Iterator[Problem]:
    """Refuse a role that trusts identity pools without any condition."""
    found = _trusting(group)
    if found is not None and not all(statement.get("Condition") for statement in found[1]):
        yield group.problem(
            "RoleArn",
            f"needs a role that trusts identity pools on a condition, and {found[0].key} has none",
            got=group.get("RoleArn"),
            allowed=f"a role that trusts {_IDENTITY_POOLS} for one identity pool",
            fix=f"add the conditions {_IDENTITY_POOLS}:aud and :amr to the role's trust policy",
        )


@rule(
    "group.role-trust",
    USER_POOL_GROUP,
    severity="warning",
    why="members get the role's credentials from an identity pool, which the role must trust, and that one alone",
    evidence="developer guide",
    source=GUIDE + "role-based-access-control.html",
)
def role_trust(group: View) -> Iterator[Problem]:
    """Warn of a role here that members cannot assume, or that every identity pool can."""
    found = _trusting(group)
    if found is None:
        return
    trusting = found[1]
    if not trusting:
        problem, fix = f"must be a role that trusts {_IDENTITY_POOLS}", "allow sts:AssumeRoleWithWebIdentity to it"
    elif any(condition(statement, "aud") is None for statement in trusting if statement.get("Condition")):
        problem = "is a role that trusts every identity pool there is"
        fix = f"add the condition StringEquals {_IDENTITY_POOLS}:aud with the identity pool's id"
    else:
        return
    yield group.problem(
        "RoleArn",
        problem,
        got=group.get("RoleArn"),
        allowed=f"a role that trusts {_IDENTITY_POOLS} for one identity pool",
        fix=fix + " in the role's trust policy",
    )
