"""What is wrong is told at once, before any resource is made; what had better be known is a warning of CDK's."""

from typing import Any

import pytest
from aws_cdk import App, Stack
from aws_cdk.assertions import Annotations, Match

from constructs_lib import (
    Group,
    InvalidSettingsError,
    PasswordPolicy,
    PrefixDomain,
    Sms,
    UserPoolSettings,
    VerificationMessages,
    profiles,
    single_page_app,
    string_attribute,
)
from constructs_lib.cdk import CognitoUserPool

TEN_MISTAKES = UserPoolSettings(
    name="shop/customers",
    mfa="ON",
    mfa_factors=[],
    attributes=[string_attribute("company", min_length=9, max_length=2)],
    password_policy=PasswordPolicy(min_length=3, temp_password_validity_days=400),
    username_attributes=["email"],
    alias_attributes=["phone_number"],
    verification=VerificationMessages(email_message="Welcome!"),
    prefix_domain=PrefixDomain("Shop"),
    app_clients={"web": single_page_app(callback_urls=["http://shop.example/in"], oauth_scopes=["openid"])},
    groups={"admins": Group(name="the admins", precedence=-1)},
)

PATHS = [
    "alias_attributes",
    'app_clients["web"].callback_urls[0]',
    "attributes[0].min_length",
    'groups["admins"].name',
    'groups["admins"].precedence',
    "mfa",
    "name",
    "password_policy.min_length",
    "password_policy.temp_password_validity_days",
    "prefix_domain.prefix",
    "verification.email_message",
]


def test_ten_mistakes_and_one_are_one_error_in_the_users_words() -> None:
    with pytest.raises(InvalidSettingsError) as caught:
        CognitoUserPool(Stack(App(), "Stack"), "Users", settings=TEN_MISTAKES)
    assert {finding.path for finding in caught.value.findings} == set(PATHS)
    for finding in caught.value.findings:
        assert finding.problem
        assert finding.fix
        assert finding.allowed
        assert finding.source.startswith("https://")
    assert str(caught.value).startswith(f"{len(caught.value.findings)} settings are not valid for Amazon Cognito:\n1. ")


def test_nothing_is_made_of_what_is_refused() -> None:
    stack = Stack(App(), "Stack")
    with pytest.raises(InvalidSettingsError):
        CognitoUserPool(stack, "Users", settings=TEN_MISTAKES)
    assert stack.node.children == []


def test_a_wrong_type_is_told_with_the_fields_name() -> None:
    wrong: Any = {"name": 3, "mfa_factors": "SMS_MFA"}
    with pytest.raises(TypeError) as caught:
        UserPoolSettings(**wrong)
    assert str(caught.value) == (
        "UserPoolSettings.name: must be a text, got int 3\n"
        "UserPoolSettings.mfa_factors: must be a list, each element one of "
        "'SOFTWARE_TOKEN_MFA', 'SMS_MFA', 'EMAIL_OTP', got str 'SMS_MFA'"
    )


def _stack(acknowledge: dict[str, str] | None = None) -> Stack:
    stack = Stack(App(), "Stack")
    CognitoUserPool(stack, "Users", settings=profiles.standard(sms=Sms()), acknowledge=acknowledge)
    return stack


COSTS = Match.string_like_regexp(r"^sms: .* each costs money[\s\S]*\[sms\.costs-money\]")


def test_that_text_messages_cost_money_is_said_when_they_are_switched_on() -> None:
    Annotations.from_stack(_stack()).has_warning("/Stack/Users", COSTS)


def test_a_warning_is_told_once() -> None:
    assert len(Annotations.from_stack(_stack()).find_warning("/Stack/Users", COSTS)) == 1


def test_an_acknowledged_warning_is_silent_and_the_others_are_not() -> None:
    annotations = Annotations.from_stack(_stack({"sms.costs-money": "the shop pays for it"}))
    annotations.has_no_warning("/Stack/Users", COSTS)
    annotations.has_warning("/Stack/Users", Match.string_like_regexp(r"\[email\.daily-limit\]"))


def test_a_rule_that_does_not_exist_cannot_be_acknowledged() -> None:
    with pytest.raises(ValueError, match=r"^acknowledge: there is no rule sms\.cost; see docs/rules\.md$"):
        _stack({"sms.cost": "a slip of the pen"})


def test_an_error_cannot_be_acknowledged() -> None:
    settings = profiles.standard(password_policy=PasswordPolicy(min_length=3))
    with pytest.raises(InvalidSettingsError):
        CognitoUserPool(
            Stack(App(), "Stack"),
            "Users",
            settings=settings,
            acknowledge={"password-policy.minimum-length": "we like it short"},
        )
