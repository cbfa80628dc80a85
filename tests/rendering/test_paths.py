"""A path into the resources is told in words that evaluate on the settings."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from constructs_lib.declarations.codecs import PartOf
from constructs_lib.declarations.fields import fields_of
from constructs_lib.rendering import render
from constructs_lib.rendering.names import around, fragment_id
from constructs_lib.rendering.paths import Words
from constructs_lib.resources.values import is_intrinsic
from constructs_lib.settings import (
    AppClient,
    Attribute,
    EndUserMessaging,
    IdentityPoolSettings,
    PasswordPolicy,
    Sms,
    SmsRole,
    UserPoolSettings,
    Verbatim,
)
from tests.rendering.strategies import fast, pools
from tests.settings.parts import hollow

Path = tuple[Any, ...]


def evaluated(words: str, settings: Any) -> Any:
    return settings if words == "settings" else eval(f"settings.{words}", {"settings": settings})


def places(json: Any, path: Path = ()) -> Iterator[Path]:
    """Walk everything in a JSON value, but not what is inside of intrinsic functions."""
    yield path
    if isinstance(json, dict) and not is_intrinsic(json):
        for key, item in json.items():
            yield from places(item, (*path, key))
    if isinstance(json, list):
        for index, item in enumerate(json):
            yield from places(item, (*path, index))


@fast
@given(pools())
def test_whatever_is_said_is_found_by_its_words(settings: UserPoolSettings) -> None:
    words = Words(settings)
    for resource, rendered in render(settings).items():
        for path in places(rendered.get("Properties", {})):
            assert evaluated(words(resource, path), settings) is not None or said_null(rendered["Properties"], path)


def said_null(json: Any, path: Path) -> bool:
    """Tell whether an extra property says nothing, in so many words."""
    for step in path:
        json = json[step]
    return json is None


def declared(part: Any, path: Path = (), words: str = "") -> Iterator[tuple[Path, str]]:
    """Walk the properties that a part can say, with the names of the fields on the way."""
    for field in fields_of(part):
        if field.kind == "children":
            continue
        for place in field.paths:
            yield (*path, *place), f"{words}.{field.name}"
        if isinstance(field.codec, PartOf):
            yield from declared(field.part, (*path, *field.path), f"{words}.{field.name}")


_ROOTS: dict[Any, dict[str, Any]] = {UserPoolSettings: {"sms_role": None}, IdentityPoolSettings: {}}
EVERYTHING = {root: replace(hollow(root), **more) for root, more in _ROOTS.items()}
PARTS = {
    (root, fragment_id(field, "key" if field.keyed else None)): (
        field.part,
        field.name + ('["key"]' if field.keyed else ""),
    )
    for root in EVERYTHING
    for field in around(root)
} | {(root, "Resource"): (root, "") for root in EVERYTHING}


@pytest.mark.parametrize(("root", "resource"), PARTS)
def test_what_is_unsaid_has_the_words_that_would_say_it(root: Any, resource: str) -> None:
    part, name = PARTS[root, resource]
    told = {path: Words(EVERYTHING[root])(resource, path) for path, _ in declared(part)}
    assert told == {path: f"{name}{words}".removeprefix(".") for path, words in declared(part)}
    for words in told.values():
        evaluated(words, EVERYTHING[root])


def test_no_field_lives_inside_of_anothers_place() -> None:
    for part in {part for part, _ in PARTS.values()}:
        places = [path for path, _ in declared(part)]
        fields = [path for path, words in declared(part) if words.count(".") == 1]
        assert len(set(places)) == len(places)
        assert [(one, other) for one in fields for other in fields if one != other and one == other[: len(one)]] == []


def test_a_part_that_is_unsaid_is_named_in_the_same_words() -> None:
    bare = Words(UserPoolSettings())
    assert bare("Resource", ("Policies", "PasswordPolicy", "MinimumLength")) == "password_policy.min_length"
    assert bare("Resource", ("SmsConfiguration", "EumsSms", "Region")) == "sms.end_user_messaging.region"


def test_the_key_is_quoted_and_the_index_is_a_number() -> None:
    settings = UserPoolSettings(app_clients={'a"b': AppClient(callback_urls=["https://a.example"])})
    assert Words(settings)('AppClienta"b', ("CallbackURLs", 0)) == 'app_clients["a\\"b"].callback_urls[0]'


def test_an_entry_of_the_schema_is_followed_into_its_field() -> None:
    words = Words(UserPoolSettings(attributes=[Attribute("size")]))
    assert words("Resource", ("Schema", 0, "NumberAttributeConstraints", "MaxValue")) == "attributes[0].max_value"


def test_the_unit_of_a_time_is_part_of_the_time() -> None:
    words = Words(UserPoolSettings(app_clients={"web": AppClient()}))
    assert words("AppClientweb", ("TokenValidityUnits", "IdToken")) == 'app_clients["web"].id_token_validity'


def test_what_is_verbatim_is_named_and_not_entered() -> None:
    words = Words(UserPoolSettings(password_policy=Verbatim({"Unknown": 1, "MinimumLength": 3})))
    assert words("Resource", ("Policies", "PasswordPolicy", "MinimumLength")) == "password_policy"


def test_an_extra_property_inside_a_part_is_found_in_the_extras() -> None:
    settings = UserPoolSettings(
        password_policy=PasswordPolicy(min_length=8), extra_properties={"Policies": {"PasswordPolicy": {"New": [1, 2]}}}
    )
    words = Words(settings)("Resource", ("Policies", "PasswordPolicy", "New", 1))
    assert words == 'extra_properties["Policies"]["PasswordPolicy"]["New"][1]'
    assert evaluated(words, settings) == 2


def test_the_pool_that_a_client_names_is_nobodys_field() -> None:
    words = Words(UserPoolSettings(app_clients={"web": AppClient()}))
    assert words("AppClientweb", ("UserPoolId",)) == 'app_clients["web"]'


def test_everything_about_the_role_that_is_made_is_said_by_one_field() -> None:
    words = Words(UserPoolSettings(sms=Sms(external_id="shop"), sms_role=SmsRole()))
    assert words("SmsRole", ("RoleName",)) == "sms_role.role_name"
    assert words("SmsRole", ("AssumeRolePolicyDocument", "Statement", 0)) == "sms_role"
    assert words("SmsRolePolicy", ("PolicyDocument",)) == "sms_role"
    assert words("Resource", ("SmsConfiguration", "SnsCallerArn")) == "sms_role"
    assert words("Resource", ("SmsConfiguration", "ExternalId")) == "sms.external_id"
    words = Words(UserPoolSettings(sms=Sms(end_user_messaging=EndUserMessaging()), sms_role=SmsRole()))
    assert words("Resource", ("SmsConfiguration", "EumsSms", "CallerArn")) == "sms_role"
    assert words("Resource", ("SmsConfiguration", "EumsSms", "ExternalId")) == "sms.end_user_messaging.external_id"


def test_an_attribute_of_the_resource_has_its_field() -> None:
    assert Words(UserPoolSettings())("Resource", ("DeletionPolicy",)) == "deletion_policy"


def test_an_element_that_is_verbatim_or_unsaid_is_named_by_its_index() -> None:
    words = Words(UserPoolSettings(attributes=[Attribute("size"), Verbatim({"Name": "shop"})]))
    assert words("Resource", ("Schema", 0, "Name")) == "attributes[0].name"
    assert words("Resource", ("Schema", 1, "Name")) == "attributes[1]"
    assert words("Resource", ("Schema", 2, "Name")) == "attributes[2].name"
    assert words("Resource", ("Schema", 3, "Name")) == "attributes[3].name"
    assert Words(UserPoolSettings())("Resource", ("Schema", 0, "Name")) == "attributes[0].name"


def test_there_is_nothing_inside_of_a_text() -> None:
    for settings in (AppClient(), AppClient(callback_urls=["https://shop.example"])):
        words = Words(UserPoolSettings(app_clients={"web": settings}))
        assert words("AppClientweb", ("CallbackURLs", 0, "Host")) == 'app_clients["web"].callback_urls[0]'
        assert words("AppClientweb", ("ClientName", "First")) == 'app_clients["web"].name'


def test_a_key_is_told_in_its_own_letters() -> None:
    assert (
        Words(UserPoolSettings(app_clients={"bücher": AppClient()}))("AppClientbücher", ()) == 'app_clients["bücher"]'
    )


def test_a_sender_that_is_there_for_its_role_alone_is_said_by_the_role() -> None:
    words = Words(UserPoolSettings(sms_role=SmsRole()))
    assert words("Resource", ("SmsConfiguration",)) == "sms_role"
    assert words("Resource", ("SmsConfiguration", "SnsCallerArn")) == "sms_role"
    assert words("Resource", ("SmsConfiguration", "ExternalId")) == "sms.external_id"


def test_extra_properties_beside_what_is_said_take_nothing_of_it() -> None:
    settings = UserPoolSettings(
        password_policy=PasswordPolicy(min_length=8), extra_properties={"Policies": {"PasswordPolicy": {"New": [1]}}}
    )
    words = Words(settings)
    assert words("Resource", ("Policies", "PasswordPolicy", "MinimumLength")) == "password_policy.min_length"
    assert words("Resource", ("Policies", "PasswordPolicy", "New", 1)) == "password_policy"
    assert words("Resource", ("Policies", "PasswordPolicy", "New", "x")) == "password_policy"
