"""Rules about the functions behind Lambda triggers."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources, get_att
from tests.rules.case import UNKNOWN, Case, pool

ITS_ARN = get_att("Function", "Arn")


def signing_up() -> Resources:
    return pool(LambdaConfig={"PreSignUp": ITS_ARN})


def function(**properties: Any) -> Resources:
    return {"Function": {"Type": "AWS::Lambda::Function", "Properties": properties}}


def permission(named: Any = ITS_ARN, principal: Any = "cognito-idp.amazonaws.com", **more: Any) -> Resources:
    properties = {"Action": "lambda:InvokeFunction", "FunctionName": named, "Principal": principal, **more}
    return {"Permission": {"Type": "AWS::Lambda::Permission", "Properties": properties}}


def knows_the_pool() -> Resources:
    return function(Environment={"Variables": {"POOL": {"Ref": "Pool"}}})


CASES = [
    Case(
        rule="triggers.not-permitted",
        fails=signing_up() | function() | permission(principal="events.amazonaws.com"),
        says="""\
Pool.LambdaConfig.PreSignUp: calls Function, and no permission here lets Cognito do so, got \
{'Fn::GetAtt': ['Function', 'Arn']}
   allowed: a function with an AWS::Lambda::Permission for cognito-idp.amazonaws.com
   fix: add the permission with the pool's ARN as SourceArn; in a CDK app, hand the function in as a trigger
   [triggers.not-permitted] https://github.com/aws/aws-cli/issues/2256""",
        passes=signing_up() | function() | permission(),
        silent=signing_up() | function() | permission(UNKNOWN),
    ),
    Case(
        rule="triggers.open-to-every-pool",
        fails=signing_up() | function() | permission(),
        says="""\
Pool.LambdaConfig.PreSignUp: calls Function, which every user pool there is may call (Permission), got \
{'Fn::GetAtt': ['Function', 'Arn']}
   allowed: a permission with SourceArn, the pool's ARN, and SourceAccount
   fix: say SourceArn and SourceAccount in Permission
   [triggers.open-to-every-pool] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html""",
        passes=signing_up() | function() | permission(SourceArn=get_att("Pool", "Arn")),
        silent=signing_up() | function() | permission(SourceAccount=UNKNOWN),
    ),
    Case(
        rule="triggers.circular",
        fails=signing_up() | knows_the_pool(),
        says="""\
Pool.LambdaConfig.PreSignUp: waits for Function, which itself waits for the pool, got \
{'Fn::GetAtt': ['Function', 'Arn']}
   allowed: a function that does not refer to the pool, nor to what refers to it
   fix: take the pool's id from the event that the function is called with, and let its role name any pool of the \
account
   [triggers.circular] https://github.com/serverless/serverless/issues/4823""",
        passes=signing_up() | function(),
        silent=pool(LambdaConfig={"PreSignUp": UNKNOWN}) | knows_the_pool(),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize("named", [{"Ref": "Function"}, "sign-up", {"Fn::Sub": "${Function.Arn}"}])
def test_a_permission_names_its_function_in_more_ways(named: Any) -> None:
    template = signing_up() | function(FunctionName="sign-up") | permission(named)
    assert BY_RULE["triggers.not-permitted"].messages(template) == []


def test_a_permission_for_another_function_is_none_for_this_one() -> None:
    template = signing_up() | function() | permission("another")
    assert BY_RULE["triggers.not-permitted"].messages(template) == [BY_RULE["triggers.not-permitted"].says]


def test_a_function_elsewhere_has_its_permission_elsewhere() -> None:
    assert BY_RULE["triggers.not-permitted"].messages(signing_up()) == []


def test_a_function_of_a_serverless_template_brings_its_permission_along() -> None:
    template = signing_up() | function()
    template["Function"]["Type"] = "AWS::Serverless::Function"
    assert BY_RULE["triggers.not-permitted"].messages(template) == []


def test_a_policy_that_the_function_waits_for_may_wait_for_the_pool() -> None:
    template = signing_up() | function()
    template["Function"]["DependsOn"] = ["Policy"]
    policy = {"Type": "AWS::IAM::Policy", "Properties": {"PolicyDocument": {"Resource": get_att("Pool", "Arn")}}}
    assert BY_RULE["triggers.circular"].messages(template | {"Policy": policy}) == [BY_RULE["triggers.circular"].says]
