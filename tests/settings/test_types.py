"""A value of another type is refused when settings are made, by class and field; a wrong value is a finding."""

import enum
from typing import Any

import pytest

from constructs_lib.settings import (
    OMIT,
    AppClient,
    Attribute,
    Group,
    PasswordPolicy,
    PrefixDomain,
    RecoveryMechanism,
    UserPoolSettings,
    Verbatim,
)
from tests.rendering.strategies import TOKEN_LIST, TOKEN_NUMBER, TOKEN_TEXT


class Word(str, enum.Enum):
    ON = "ON"


class Number(enum.IntEnum):
    EIGHT = 8


def message(make: Any) -> str:
    with pytest.raises(TypeError) as caught:
        make()
    return str(caught.value)


def test_all_wrong_types_are_told_at_once_by_class_and_field() -> None:
    assert message(lambda: PasswordPolicy(min_length="8", require_digits="yes", require_symbols=True)) == (  # type: ignore[arg-type]
        "PasswordPolicy.min_length: must be a whole number, got str '8'\n"
        "PasswordPolicy.require_digits: must be True or False, got str 'yes'"
    )


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": 5}, "name: must be a text, got int 5"),
        (
            {"deletion_policy": 5},
            "deletion_policy: must be one of 'Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot',",
        ),
        ({"deletion_protection": "ACTIVE"}, "deletion_protection: must be True or False, got str 'ACTIVE'"),
        ({"sign_in_case_sensitive": 0}, "sign_in_case_sensitive: must be True or False, got int 0"),
        ({"unused_account_validity_days": 7.0}, "unused_account_validity_days: must be a whole number, got float 7.0"),
        ({"password_policy": {"min_length": 8}}, "password_policy: must be PasswordPolicy, got dict {'min_length': 8}"),
        ({"attributes": [PasswordPolicy()]}, "attributes: [0] must be Attribute, got PasswordPolicy PasswordPolicy()"),
        ({"tags": ["a"]}, "tags: must be a mapping with text keys, each value a text, got list ['a']"),
        ({"tags": {1: "a"}}, "tags: must be a mapping with text keys, each value a text, got dict {1: 'a'}"),
        ({"tags": {"a": 1}}, "tags: ['a'] must be a text, got int 1"),
        ({"extra_properties": ["a"]}, "extra_properties: must be a mapping, got ['a']"),
        ({"disposable": "yes"}, "disposable: must be True or False, got 'yes'"),
    ],
)
def test_a_wrong_type_is_told_with_what_is_wanted(values: dict[str, Any], says: str) -> None:
    assert message(lambda: UserPoolSettings(**values)).startswith(f"UserPoolSettings.{says}")


def test_a_text_is_no_list_of_texts() -> None:
    assert message(lambda: AppClient(callback_urls="https://a.example")) == (
        "AppClient.callback_urls: must be a list, each element a text, got str 'https://a.example'"
    )


def test_a_text_is_no_list_of_recovery_mechanisms() -> None:
    assert message(lambda: UserPoolSettings(account_recovery="verified_email")) == (  # type: ignore[arg-type]
        "UserPoolSettings.account_recovery: "
        "must be a list of recovery mechanisms, the first one tried first, got str 'verified_email'"
    )


def test_a_set_is_no_list_since_nobody_knows_its_order() -> None:
    assert message(lambda: AppClient(logout_urls={"a"})) == (  # type: ignore[arg-type]
        "AppClient.logout_urls: must be a list, each element a text, got set {'a'}"
    )


@pytest.mark.parametrize("value", [True, False])
def test_a_boolean_is_no_number(value: bool) -> None:
    with pytest.raises(TypeError, match=r"PasswordPolicy\.min_length: must be a whole number, got bool"):
        PasswordPolicy(min_length=value)
    with pytest.raises(TypeError, match=r"Attribute\.min_value: must be a number, got bool"):
        Attribute("size", min_value=value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1"])
def test_what_is_written_as_text_is_a_number_all_the_same(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^Attribute\.max_value: must be a number, got "):
        Attribute("size", max_value=value)


def test_a_field_that_must_be_said_cannot_be_none_or_left_out() -> None:
    assert message(lambda: Attribute(None)) == "Attribute.name: must be a text, got NoneType None"  # type: ignore[arg-type]
    assert message(lambda: PrefixDomain(OMIT)) == "PrefixDomain.prefix: must be a text, got _Omit OMIT"


@pytest.mark.parametrize("value", [OMIT, Verbatim({"Ref": "Client"})])
def test_a_resource_is_made_by_settings_alone(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^UserPoolSettings\.app_clients: \['web'\] must be AppClient, got "):
        UserPoolSettings(app_clients={"web": value})


def test_the_resources_around_a_pool_are_no_verbatim_value() -> None:
    with pytest.raises(TypeError, match=r"^UserPoolSettings\.groups: must be a mapping with text keys"):
        UserPoolSettings(groups=Verbatim({"Ref": "Groups"}))  # type: ignore[arg-type]


def test_an_element_cannot_be_left_out() -> None:
    with pytest.raises(TypeError, match=r"^AppClient\.callback_urls: \[0\] must be a text, got _Omit OMIT"):
        AppClient(callback_urls=[OMIT])


def test_every_wrong_element_is_told() -> None:
    with pytest.raises(TypeError, match=r"^AppClient\.callback_urls: \[0\] must be .*; \[2\] must be .*, got int 3$"):
        AppClient(callback_urls=[None, "https://shop.example/in", 3])  # type: ignore[list-item]


def test_a_word_that_aws_does_not_know_is_no_wrong_type() -> None:
    assert UserPoolSettings(mfa="SOMETIMES").mfa == "SOMETIMES"  # type: ignore[arg-type]


def test_the_members_of_an_enum_are_the_text_and_number_they_stand_for() -> None:
    settings = UserPoolSettings(mfa=Word.ON, unused_account_validity_days=Number.EIGHT)  # type: ignore[arg-type]
    assert repr(settings) == "UserPoolSettings(mfa='ON', unused_account_validity_days=8)"


def test_the_tokens_of_cdk_take_the_place_of_texts_numbers_and_lists() -> None:
    assert UserPoolSettings(name=TOKEN_TEXT).name == TOKEN_TEXT
    assert PasswordPolicy(min_length=TOKEN_NUMBER).min_length == TOKEN_NUMBER  # type: ignore[arg-type]
    assert AppClient(callback_urls=TOKEN_LIST).callback_urls == tuple(TOKEN_LIST)
    assert Group(precedence=TOKEN_TEXT).precedence == TOKEN_TEXT  # type: ignore[arg-type]


def test_the_token_of_a_number_stays_a_number_where_text_is_written() -> None:
    written = Attribute("size", min_value=TOKEN_NUMBER).written()
    assert written == {"Name": "size", "NumberAttributeConstraints": {"MinValue": TOKEN_NUMBER}}


def test_equal_numbers_are_written_alike() -> None:
    one, other = Attribute("size", max_value=1), Attribute("size", max_value=1.0)
    assert one == other
    assert one.written() == other.written() == {"Name": "size", "NumberAttributeConstraints": {"MaxValue": "1"}}


def test_a_recovery_mechanism_at_its_own_place_is_its_name() -> None:
    settings = UserPoolSettings(account_recovery=[RecoveryMechanism("verified_email", priority=1)])
    assert settings == UserPoolSettings(account_recovery=["verified_email"])
