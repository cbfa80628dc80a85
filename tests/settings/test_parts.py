"""What holds for every class of the settings."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import constructs_lib.settings
from constructs_lib.declarations.fields import fields_of
from constructs_lib.resources.values import same
from constructs_lib.settings import OMIT, AppClient, Attribute, PasswordPolicy, Sms, SmsRole, UserPoolSettings, Verbatim
from tests.rendering.strategies import fast, parts
from tests.settings.parts import PARTS, least


def any_part() -> st.SearchStrategy[Any]:
    return st.sampled_from(PARTS).flatmap(parts)


@fast
@given(any_part())
def test_parts_with_equal_fields_are_equal_and_hash_alike(part: Any) -> None:
    twin = copy.deepcopy(part)
    assert twin == part
    assert hash(twin) == hash(part)
    assert pickle.loads(pickle.dumps(part)) == part


@fast
@given(any_part())
def test_equal_settings_are_written_alike(part: Any) -> None:
    again = type(part)(**{field.name: getattr(part, field.name) for field in dataclasses.fields(part)})
    assert again == part
    assert same(again.written(), part.written())


@fast
@given(any_part())
def test_replacing_nothing_changes_nothing(part: Any) -> None:
    assert dataclasses.replace(part) == part


@pytest.mark.parametrize("part", PARTS)
def test_a_part_cannot_be_changed(part: Any) -> None:
    made = part(**least(part))
    for field in dataclasses.fields(part):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(made, field.name, None)


_POSITIONAL = {
    "GroupMembership": "username",
    "LogGroupPolicy": "policy_name",
    "PrefixDomain": "prefix",
    "PrincipalTags": "provider_name",
    "Replica": "region",
    "ResourceServer": "identifier",
    "RiskConfiguration": "client_id",
    "TakeoverAction": "event_action",
    "UICustomization": "client_id",
    "User": "username",
    "WebAclAssociation": "web_acl_arn",
    "WebAclLogging": "destinations",
}
"""What names a part where that is no name."""


@pytest.mark.parametrize("part", PARTS)
def test_every_field_but_a_name_goes_by_its_keyword(part: Any) -> None:
    positional = [field.name for field in dataclasses.fields(part) if field.init and not field.kw_only]
    assert positional in ([], [_POSITIONAL.get(part.__name__, "name")])


@pytest.mark.parametrize("part", PARTS)
def test_every_field_may_be_left_out_of_a_profile_but_those_that_must_be_said(part: Any) -> None:
    said = least(part)
    for field in fields_of(part):
        if field.required:
            with pytest.raises(TypeError, match=rf"^{part.__name__}\.{field.name}: "):
                part(**said | {field.name: OMIT})
        else:
            assert part(**said | {field.name: OMIT}).written() == part(**said).written()


def test_settings_print_only_what_was_said() -> None:
    assert repr(PasswordPolicy(min_length=12)) == "PasswordPolicy(min_length=12)"
    assert repr(UserPoolSettings(mfa=OMIT)) == "UserPoolSettings(mfa=OMIT)"
    assert repr(UserPoolSettings(mfa=Verbatim({"Ref": "Mfa"}))) == "UserPoolSettings(mfa=Verbatim({'Ref': 'Mfa'}))"


def test_what_is_printed_evaluates_back() -> None:
    settings = UserPoolSettings(
        attributes=[Attribute("size", min_value=1.5)],
        app_clients={"web": AppClient(callback_urls=["https://a.example"], extra_properties={"New": [True, {"a": 1}]})},
        tags={"team": Verbatim({"Ref": "Team"})},
        name=OMIT,
    )
    assert eval(repr(settings), vars(constructs_lib.settings)) == settings


def test_lists_become_tuples() -> None:
    given_list = ["https://a.example"]
    client = AppClient(callback_urls=given_list)
    given_list.append("https://b.example")
    assert client.callback_urls == ("https://a.example",)


def test_a_replaced_list_becomes_a_tuple_too() -> None:
    client = dataclasses.replace(AppClient(), callback_urls=["https://a.example"])
    assert client == AppClient(callback_urls=("https://a.example",))
    assert hash(client) == hash(AppClient(callback_urls=("https://a.example",)))


def test_mappings_cannot_be_changed() -> None:
    tags = {"team": "shop"}
    settings = UserPoolSettings(tags=tags, extra_properties={"New": {"a": [1]}})
    tags["team"] = "other"
    assert settings.tags == {"team": "shop"}
    for mapping in (settings.tags, settings.extra_properties, settings.extra_properties["New"]):  # type: ignore[index]
        with pytest.raises(TypeError, match="settings do not change"):
            mapping["team"] = "other"  # type: ignore[index]


def test_the_order_of_keys_says_nothing() -> None:
    one, other = UserPoolSettings(tags={"a": "1", "b": "2"}), UserPoolSettings(tags={"b": "2", "a": "1"})
    assert one == other
    assert hash(one) == hash(other)


def test_nothing_said_is_nothing_written() -> None:
    assert UserPoolSettings().resource() == {"Type": "AWS::Cognito::UserPool"}


def test_verbatim_values_are_copies() -> None:
    json = {"Ref": ["a"]}
    value = Verbatim(json)
    json["Ref"].append("b")
    value.value["Ref"].append("c")
    assert value == Verbatim({"Ref": ["a"]})


def test_verbatim_values_differ_as_json_does() -> None:
    assert Verbatim(True) != Verbatim(1)
    assert Verbatim(1) != Verbatim(1.0)
    assert Verbatim([1]) == Verbatim((1,))


def test_a_role_that_nobody_would_use_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^UserPoolSettings\.sms_role: sms\.caller_arn names another role: leave one"):
        UserPoolSettings(sms=Sms(caller_arn="arn:aws:iam::111122223333:role/sms"), sms_role=SmsRole())
