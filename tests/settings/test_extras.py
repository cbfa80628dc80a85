"""Properties and attributes without a field of their own."""

import warnings
from typing import Any

import pytest

from constructs_lib.settings import AppClient, PasswordPolicy, UserPoolSettings


def test_extras_are_written_beside_the_fields() -> None:
    settings = UserPoolSettings(name="shop", extra_properties={"New": 1}, extra_attributes={"Condition": "Production"})
    assert settings.resource() == {
        "Type": "AWS::Cognito::UserPool",
        "Properties": {"UserPoolName": "shop", "New": 1},
        "Condition": "Production",
    }


def test_extras_reach_into_the_objects_of_fields() -> None:
    settings = UserPoolSettings(
        password_policy=PasswordPolicy(min_length=8), extra_properties={"Policies": {"PasswordPolicy": {"New": 1}}}
    )
    assert settings.resource()["Properties"] == {"Policies": {"PasswordPolicy": {"MinimumLength": 8, "New": 1}}}


@pytest.mark.parametrize(
    "extras",
    [
        {"Policies": {"PasswordPolicy": {"MinimumLength": 9}}},
        {"Policies": {"PasswordPolicy": {"MinimumLength": 8, "New": 1}}},
    ],
)
def test_an_extra_never_overwrites_a_field(extras: dict[str, Any]) -> None:
    with pytest.raises(
        ValueError,
        match=r"^UserPoolSettings\.extra_properties: set by a field too: Policies\.PasswordPolicy\.MinimumLength$",
    ):
        UserPoolSettings(password_policy=PasswordPolicy(min_length=8), extra_properties=extras)


def test_an_intrinsic_function_never_hides_a_field() -> None:
    with pytest.raises(ValueError, match=r"^UserPoolSettings\.extra_properties: set by a field too: Policies$"):
        UserPoolSettings(
            password_policy=PasswordPolicy(min_length=8), extra_properties={"Policies": {"Ref": "AWS::NoValue"}}
        )


def test_an_extra_attribute_never_overwrites_a_field() -> None:
    with pytest.raises(
        ValueError,
        match=r"^UserPoolSettings\.extra_attributes: set by a field too: DeletionPolicy, Properties, Type$",
    ):
        UserPoolSettings(
            name="shop",
            deletion_policy="Retain",
            extra_attributes={"Type": "Other", "DeletionPolicy": "Delete", "Properties": {"UserPoolName": "other"}},
        )


def test_an_extra_that_a_field_could_say_is_advised_against() -> None:
    advice = r"^UserPoolSettings\.extra_properties: use the fields name, password_policy$"
    with pytest.warns(UserWarning, match=advice) as caught:
        UserPoolSettings(extra_properties={"UserPoolName": "a", "Policies": {"PasswordPolicy": {"MinimumLength": 8}}})
    assert len(caught) == 1


def test_an_extra_attribute_that_a_field_could_say_is_advised_against() -> None:
    with pytest.warns(UserWarning, match=r"^AppClient\.extra_attributes: use the fields deletion_policy$"):
        AppClient(extra_attributes={"DeletionPolicy": "Retain"})


@pytest.mark.parametrize("part", [UserPoolSettings, AppClient])
def test_the_advice_points_at_the_line_that_makes_the_settings(part: Any) -> None:
    with pytest.warns(UserWarning, match="use the fields") as caught:
        part(extra_attributes={"DeletionPolicy": "Retain"})
    assert caught[0].filename == __file__


def test_an_extra_that_no_field_can_say_is_fine() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        UserPoolSettings(extra_properties={"Policies": {"PasswordPolicy": {"New": 1}, "New": 1}})


def test_no_extras_are_one_thing_however_they_are_said() -> None:
    assert UserPoolSettings(extra_properties={}, extra_attributes={}) == UserPoolSettings()
