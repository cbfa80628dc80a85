"""Who is in which group.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_GROUP, USER_POOL_MEMBERSHIP, USER_POOL_USER
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.references import made_before
from constructs_lib.rules.registry import API, CLOUDFORMATION, rule
from constructs_lib.rules.view import Problem, View

_NAMES = (("Username", USER_POOL_USER, "user"), ("GroupName", USER_POOL_GROUP, "group"))


@rule(
    "membership.not-ordered",
    USER_POOL_MEMBERSHIP,
    severity="warning",
    why="CloudFormation makes in any order what does not refer to each other, and AWS refuses the member of a group "
    "that is not there yet",
    evidence="inferred",
    source=CLOUDFORMATION + "aws-attribute-dependson.html",
)
def not_ordered(membership: View) -> Iterator[Problem]:
    """Warn of a user or group of the template that is named by a text, so that it may be made too late."""
    first = made_before(membership)
    for path, type_name, what in _NAMES:
        name = membership.get(path)
        if not isinstance(name, str) or is_unknown(name):
            continue  # a reference makes CloudFormation wait
        for one in membership.neighbours.around(membership.pool_key, type_name):
            there = one.get("Username" if type_name == USER_POOL_USER else "GroupName") == name
            if there and one.key not in first:
                yield membership.problem(
                    path,
                    f"names a {what} that may not be made yet",
                    got=name,
                    allowed=f"a reference to the {what}, or the name of one that is there already",
                    fix=f"refer to the {what} (in settings by {'UserOf' if what == 'user' else 'GroupOf'})",
                )


@rule(
    "membership.duplicate",
    USER_POOL_MEMBERSHIP,
    severity="warning",
    why="a user is in a group or is not: whichever of the two leaves the template takes the user out",
    evidence="inferred",
    source=API + "API_AdminAddUserToGroup.html",
)
def duplicate(membership: View) -> Iterator[Problem]:
    """Warn of the same place in the same group, twice."""
    twin = membership.twin("Username", "GroupName")
    if twin is not None:
        yield membership.problem(
            "Username",
            f"is put into this group by {twin.key} too",
            got=membership.neighbours.told(membership.get("Username")),
            allowed="each user once in each group",
            fix="leave one of the two out",
        )
