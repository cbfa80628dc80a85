"""Rules about groups."""

from typing import Any

import pytest

from constructs_lib.resources.model import ROLE, Resources, get_att
from constructs_lib.rules import Deployment
from tests.rules.case import UNKNOWN, Case, group

READER, WRITER = "arn:aws:iam::111122223333:role/reader", "arn:aws:iam::111122223333:role/writer"
SIGNED_IN = {"ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}}
BOUND = {"StringEquals": {"cognito-identity.amazonaws.com:aud": UNKNOWN}}


def role(name: str = "Role", *, principal: Any = "cognito-identity.amazonaws.com", condition: Any = None) -> Resources:
    statement = {
        "Effect": "Allow",
        "Principal": {"Federated": principal},
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": condition or {},
    }
    return {name: {"Type": ROLE, "Properties": {"AssumeRolePolicyDocument": {"Statement": [statement]}}}}


CASES = [
    Case(
        rule="group.duplicate-name",
        fails=group("A", GroupName="admins") | group("B", GroupName="admins"),
        says="""\
B.GroupName: is the name of another group of the pool, got 'admins'
   allowed: a name that no other group of the pool has
   fix: use another name
   [group.duplicate-name] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html""",
        passes=group("A", GroupName="admins") | group("B", GroupName="Admins"),
        silent=group("A", GroupName=UNKNOWN) | group("B", GroupName="admins"),
    ),
    Case(
        rule="group.name-differs-in-case",
        fails=group("A", GroupName="VIEWERS") | group("B", GroupName="Viewers"),
        says="""\
B.GroupName: differs from VIEWERS in capitals alone, which is a group of the pool too, got 'Viewers'
   allowed: a name that no other group of the pool has in other capitals
   fix: use another name, or put both into one group
   [group.name-differs-in-case] https://github.com/aws-amplify/amplify-backend/issues/1781""",
        passes=group("A", GroupName="viewers") | group("B", GroupName="editors"),
        silent=group("A", GroupName=UNKNOWN) | group("B", GroupName="viewers"),
    ),
    Case(
        rule="group.reserved-name",
        fails=group(GroupName="eu-central-1_AbCdEf123_Google"),
        says="""\
Group.GroupName: has the form that Cognito keeps for the groups of identity providers, got \
'eu-central-1_AbCdEf123_Google'
   allowed: any name not of the form <pool id>_<provider>
   fix: use a name that does not begin with a pool's id
   [group.reserved-name] https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html""",
        passes=group(GroupName="eu-central-1_admins"),
        silent=group(GroupName=UNKNOWN),
    ),
    Case(
        rule="group.same-precedence",
        fails=group("A", Precedence=1, RoleArn=READER) | group("B", Precedence="1", RoleArn=WRITER),
        says="""\
B.Precedence: is also that of a group with another role, got '1'
   allowed: a number of its own for each role
   fix: give each group with a role of its own a precedence of its own; the lowest number wins
   [group.same-precedence] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GroupType.html""",
        passes=group("A", Precedence=1, RoleArn=READER) | group("B", Precedence=1, RoleArn=READER),
        silent=group("A", Precedence=1, RoleArn=READER) | group("B", Precedence=1, RoleArn=UNKNOWN),
    ),
    Case(
        rule="group.role-account",
        fails=group(RoleArn=READER.replace("111122223333", "444455556666")),
        says="""\
Group.RoleArn: must be a role of account 111122223333, got 'arn:aws:iam::444455556666:role/reader'
   fix: use a role of the account that the pool is deployed to
   [group.role-account] https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html""",
        passes=group(RoleArn=READER),
        silent=group(RoleArn=UNKNOWN),
        where=Deployment(account="111122223333"),
    ),
    Case(
        rule="group.role-trust",
        fails=group(RoleArn=get_att("Role", "Arn")) | role(principal="accounts.google.com"),
        says="""\
Group.RoleArn: must be a role that trusts cognito-identity.amazonaws.com, got {'Fn::GetAtt': ['Role', 'Arn']}
   allowed: a role that trusts cognito-identity.amazonaws.com for one identity pool
   fix: allow sts:AssumeRoleWithWebIdentity to it in the role's trust policy
   [group.role-trust] https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html""",
        passes=group(RoleArn=get_att("Role", "Arn")) | role(condition=BOUND),
        silent=group(RoleArn=get_att("Role", "Arn")) | role(principal=UNKNOWN),
    ),
    Case(
        rule="group.role-condition",
        fails=group(RoleArn=get_att("Role", "Arn")) | role(),
        says="""\
Group.RoleArn: needs a role that trusts identity pools on a condition, and Role has none, got \
{'Fn::GetAtt': ['Role', 'Arn']}
   allowed: a role that trusts cognito-identity.amazonaws.com for one identity pool
   fix: add the conditions cognito-identity.amazonaws.com:aud and :amr to the role's trust policy
   [group.role-condition] https://github.com/aws-amplify/amplify-cli/issues/13689""",
        passes=group(RoleArn=get_att("Role", "Arn")) | role(condition=BOUND),
        silent=group(RoleArn=get_att("Role", "Arn")) | role(principal=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


def test_groups_of_two_pools_may_have_one_name() -> None:
    template = group("A", GroupName="admins") | group("B", GroupName="admins", UserPoolId={"Ref": "Other"})
    assert BY_RULE["group.duplicate-name"].messages(template) == []


def test_groups_of_different_conditions_may_exclude_each_other() -> None:
    template = group("A", GroupName="admins") | group("B", GroupName="admins")
    template["A"]["Condition"], template["B"]["Condition"] = "Staging", "Production"
    assert BY_RULE["group.duplicate-name"].messages(template) == []


def test_the_order_of_the_groups_says_nothing() -> None:
    groups = {**group("B", GroupName="admins"), **group("A", GroupName="admins")}
    assert BY_RULE["group.duplicate-name"].messages(groups) == [BY_RULE["group.duplicate-name"].says]


def test_two_roles_of_the_template_differ() -> None:
    template = (
        group("A", Precedence=0, RoleArn=get_att("Reader", "Arn"))
        | group("B", Precedence=0, RoleArn=get_att("Writer", "Arn"))
        | role("Reader")
        | role("Writer")
    )
    assert len(BY_RULE["group.same-precedence"].messages(template)) == 1


@pytest.mark.parametrize("other", [{"Precedence": 2, "RoleArn": WRITER}, {"RoleArn": WRITER}, {"Precedence": 1}])
def test_only_equals_with_roles_are_compared(other: dict[str, Any]) -> None:
    template = group("A", Precedence=1, RoleArn=READER) | group("B", **other)
    assert BY_RULE["group.same-precedence"].messages(template) == []


def test_a_role_that_trusts_every_identity_pool_is_warned_of() -> None:
    (message,) = BY_RULE["group.role-trust"].messages(group(RoleArn=get_att("Role", "Arn")) | role(condition=SIGNED_IN))
    assert message.startswith("Group.RoleArn: is a role that trusts every identity pool there is")


def test_a_single_statement_need_not_be_a_list() -> None:
    template = group(RoleArn=get_att("Role", "Arn")) | role(condition=BOUND)
    document = template["Role"]["Properties"]["AssumeRolePolicyDocument"]
    document["Statement"] = document["Statement"][0]
    assert BY_RULE["group.role-trust"].messages(template) == []


def test_a_role_is_not_itself_and_one_elsewhere_may_be_any() -> None:
    def equals(mine: Any, theirs: Any) -> int:
        template = group("A", Precedence=0, RoleArn=mine) | group("B", Precedence=0, RoleArn=theirs)
        return len(BY_RULE["group.same-precedence"].messages(template | role("Reader")))

    assert equals(get_att("Reader", "Arn"), get_att("Elsewhere", "Arn")) == 0
    assert equals(get_att("Reader", "Arn"), get_att("Reader", "Arn")) == 0


@pytest.mark.parametrize("arn", ["arn:aws:iam::", "reader", "arn:aws:iam:::role/reader"])
def test_what_names_no_account_is_of_no_other(arn: str) -> None:
    assert BY_RULE["group.role-account"].messages(group(RoleArn=arn)) == []


def test_a_role_may_have_colons_in_its_name() -> None:
    case = BY_RULE["group.role-account"]
    arn = case.fails["Group"]["Properties"]["RoleArn"]
    assert len(case.messages(group(RoleArn=f"{arn}:1"))) == 1
