"""Rules about resources that wait for the pool that waits for them."""

from typing import Any

from constructs_lib.resources.model import ROLE, Resources, get_att, ref
from tests.rules.case import UNKNOWN, Case, pool

SENDING = pool(SmsConfiguration={"SnsCallerArn": get_att("Role", "Arn")})


def role(source: Any) -> Resources:
    condition = {"ArnLike": {"aws:SourceArn": source}}
    principal = {"Service": "cognito-idp.amazonaws.com"}
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole", "Condition": condition}
    return {"Role": {"Type": ROLE, "Properties": {"AssumeRolePolicyDocument": {"Statement": [statement]}}}}


CASES = [
    Case(
        rule="pool.circular",
        fails=SENDING | role(get_att("Pool", "Arn")),
        says="""\
Pool.SmsConfiguration: waits for Role, which itself waits for the pool
   allowed: resources that do not refer to the pool, nor to what refers to it
   fix: name any pool of the account in Role (userpool/*), or refer to it from a third resource
   [pool.circular] https://github.com/aws/aws-cdk/issues/7016""",
        passes=SENDING | role({"Fn::Sub": "arn:aws:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/*"}),
        silent=SENDING | role(UNKNOWN),
    ),
]


def depending(name: str, **attributes: Any) -> Resources:
    policy = {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": ref("Pool")}} | attributes
    return {"Pool": pool()["Pool"] | {"DependsOn": name}, "Policy": policy}


def test_what_is_waited_for_by_name_may_refer_to_the_pool_no_more() -> None:
    assert [one.splitlines()[0] for one in CASES[0].messages(depending("Policy"))] == [
        "Pool.DependsOn: waits for Policy, which itself waits for the pool"
    ]
    assert CASES[0].messages(depending("Other")) == []


def test_what_a_condition_may_take_out_is_not_surely_waited_for() -> None:
    assert CASES[0].messages(depending("Policy", Condition="Production")) == []
