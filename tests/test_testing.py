"""What users' own tests ask: the findings of a stack or template, and the settings of a pool in it."""

from typing import Any

import pytest
from aws_cdk import App, Environment, Stack, aws_cognito
from aws_cdk.assertions import Template

from constructs_lib import Deployment, RoleAttachment, profiles
from constructs_lib.cdk import CognitoIdentityPool, CognitoUserPool
from constructs_lib.testing import findings_in, identity_pool_settings_in, settings_in

SHORT = {
    "Resources": {
        "Users": {
            "Type": "AWS::Cognito::UserPool",
            "Properties": {"Policies": {"PasswordPolicy": {"MinimumLength": 3}}},
        }
    }
}
TRIGGER = {"LambdaConfig": {"PreSignUp": "arn:aws:lambda:us-east-1:111122223333:function:check"}}


def _rules(found: Any) -> set[str]:
    return {finding.rule for finding in found}


def test_a_hand_written_stack_is_judged() -> None:
    stack = Stack(App(), "Shop")
    aws_cognito.UserPool(stack, "Users", password_policy=aws_cognito.PasswordPolicy(min_length=8))
    assert "password-policy.short-without-mfa" in _rules(findings_in(stack))
    assert _rules(findings_in(Template.from_stack(stack))) == _rules(findings_in(stack))


def test_a_template_is_judged_as_plain_data() -> None:
    assert [str(one.path) for one in findings_in(SHORT) if one.severity == "error"] == [
        "Users.Policies.PasswordPolicy.MinimumLength"
    ]


def test_a_stack_is_judged_where_it_will_live() -> None:
    def stack(region: str) -> Stack:
        made = Stack(App(), "Shop", env=Environment(region=region))
        pool = aws_cognito.CfnUserPool(made, "Users")
        pool.add_property_override("LambdaConfig", TRIGGER["LambdaConfig"])
        return made

    assert "triggers.region" in _rules(findings_in(stack("eu-central-1")))
    assert "triggers.region" not in _rules(findings_in(stack("us-east-1")))


def test_where_a_template_will_live_can_be_said() -> None:
    template = {"Resources": {"Users": {"Type": "AWS::Cognito::UserPool", "Properties": TRIGGER}}}
    assert "triggers.region" not in _rules(findings_in(template))
    assert "triggers.region" in _rules(findings_in(template, Deployment(region="eu-central-1")))


def test_the_settings_of_a_pool_are_those_it_was_made_of() -> None:
    settings = profiles.standard(name="shop")
    stack = Stack(App(), "Shop")
    CognitoUserPool(stack, "Users", settings=settings)
    assert settings_in(stack) == settings


def test_the_settings_of_a_hand_written_pool_are_read() -> None:
    policy = settings_in(SHORT).password_policy
    assert policy is not None
    assert policy.min_length == 3  # type: ignore[union-attr]


def test_one_of_two_pools_must_be_named() -> None:
    two = {"Resources": {**SHORT["Resources"], "More": {"Type": "AWS::Cognito::UserPool"}}}
    with pytest.raises(ValueError, match="must be one, or the one to read be named, got Users, More"):
        settings_in(two)
    assert settings_in(two, "More").password_policy is None


def test_the_settings_of_an_identity_pool_are_read() -> None:
    stack = Stack(App(), "Shop")
    CognitoIdentityPool(stack, "People", settings=profiles.identity_pool())
    settings = identity_pool_settings_in(stack)
    assert settings.allow_unauthenticated_identities is False
    assert isinstance(settings.role_attachment, RoleAttachment)
