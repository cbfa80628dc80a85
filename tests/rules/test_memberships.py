"""Rules about who is in which group."""

from typing import Any

import pytest

from constructs_lib.checking import check
from constructs_lib.resources.model import USER_POOL_MEMBERSHIP, Resources
from constructs_lib.rules import judge
from constructs_lib.settings import Group, GroupMembership, GroupOf, User, UserOf, UserPoolSettings
from tests.rules.case import UNKNOWN, Case, group, pool
from tests.rules.test_users import user


def member(key: str = "Member", /, username: Any = "anna", group_name: Any = "admins", **more: Any) -> Resources:
    said = {"UserPoolId": {"Ref": "Pool"}, "Username": username, "GroupName": group_name}
    return {key: {"Type": USER_POOL_MEMBERSHIP, "Properties": said, **more}}


ANNA = pool() | user(Username="anna") | group(GroupName="admins")
BY_REFERENCE = {"username": {"Ref": "User"}, "group_name": {"Ref": "Group"}}

CASES = [
    Case(
        rule="membership.not-ordered",
        fails=ANNA | member(group_name={"Ref": "Group"}),
        says="""\
Member.Username: names a user that may not be made yet, got 'anna'
   allowed: a reference to the user, or the name of one that is there already
   fix: refer to the user (in settings by UserOf)
   [membership.not-ordered] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html""",
        passes=ANNA | member(**BY_REFERENCE),
        silent=ANNA | member(username=UNKNOWN, group_name=UNKNOWN),
    ),
    Case(
        rule="membership.duplicate",
        fails=ANNA | member(**BY_REFERENCE) | member("Second", **BY_REFERENCE),
        says="""\
Second.Username: is put into this group by Member too, got 'anna'
   allowed: each user once in each group
   fix: leave one of the two out
   [membership.duplicate] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html""",
        passes=ANNA | member(**BY_REFERENCE) | member("Second", {"Ref": "User"}, "readers"),
        silent=ANNA | member(**BY_REFERENCE) | member("Second", UNKNOWN, {"Ref": "Group"}),
    ),
]


def places(rule: str, resources: Resources) -> list[Any]:
    return [finding.property for finding in judge(resources) if finding.rule == rule]


@pytest.mark.parametrize(
    ("membership", "unordered"),
    [
        (member(), [("GroupName",), ("Username",)]),
        (member(DependsOn=["User", "Group"]), []),
        (member(DependsOn="User"), [("GroupName",)]),
        (member(username="berta", group_name="readers"), []),  # made elsewhere
    ],
)
def test_what_is_named_by_a_text_may_come_too_late(membership: Resources, unordered: list[Any]) -> None:
    assert places("membership.not-ordered", ANNA | membership) == unordered


def test_the_same_name_of_another_pool_is_nobody_here() -> None:
    elsewhere = user(Username="anna", UserPoolId="eu-central-1_Other")
    assert places("membership.not-ordered", pool() | elsewhere | member()) == []


def test_the_same_place_is_known_by_name_and_by_reference() -> None:
    resources = ANNA | member(**BY_REFERENCE) | member("Second")
    assert places("membership.duplicate", resources) == [("Username",)]


def test_members_that_settings_name_by_key_are_well_ordered() -> None:
    settings = UserPoolSettings(
        users={"anna": User("anna")},
        groups={"admins": Group(name="admins")},
        group_memberships={"anna-admin": GroupMembership(UserOf("anna"), group_name=GroupOf("admins"))},
    )
    assert [finding for finding in check(settings) if finding.rule.startswith("membership.")] == []


def test_a_reference_to_the_user_says_nothing_about_the_groups_name() -> None:
    resources = ANNA | member(username={"Ref": "User"})
    (finding,) = [each for each in judge(resources) if each.rule == "membership.not-ordered"]
    assert finding.problem == "names a group that may not be made yet"
    assert finding.fix == "refer to the group (in settings by GroupOf)"
