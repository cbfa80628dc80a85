"""What reading makes of single resources: the typed value where there is one, else the value as it is."""

import copy
import json
import pickle
from collections import OrderedDict
from typing import Any

import pytest

from constructs_lib.rendering import read, render
from constructs_lib.resources.model import (
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_RESOURCE_SERVER,
    Resources,
)
from constructs_lib.settings import (
    AppClient,
    Attribute,
    CustomDomain,
    EncryptionKey,
    Group,
    KmsKey,
    KmsKeyOf,
    PasswordPolicy,
    PrefixDomain,
    ResourceServer,
    ScopeOf,
    Sms,
    SmsRole,
    UserPoolSettings,
    Verbatim,
)


def pool(**properties: Any) -> Resources:
    return {"Pool": {"Type": USER_POOL, "Properties": properties}}


def around(type_name: str, **properties: Any) -> Any:
    return {"Type": type_name, "Properties": {"UserPoolId": {"Ref": "Pool"}, **properties}}


@pytest.mark.parametrize("value", ["8", True, 8.0, None, {"Ref": "Length"}, [8]])
def test_an_odd_leaf_stays_in_its_field(value: Any) -> None:
    resources = pool(Policies={"PasswordPolicy": {"MinimumLength": value, "RequireNumbers": True}})
    policy = PasswordPolicy(min_length=Verbatim(value), require_digits=True)
    assert read(resources).settings == UserPoolSettings(password_policy=policy)


@pytest.mark.parametrize("element", [{"Ref": "Attribute"}, {"Required": True}, {"Name": "a", "Unknown": 1}, "a"])
def test_an_odd_element_stays_in_its_place(element: Any) -> None:
    settings = read(pool(Schema=[{"Name": "email"}, element])).settings
    assert settings == UserPoolSettings(attributes=[Attribute("email"), Verbatim(element)])


def test_an_odd_property_of_an_object_leaves_the_others_typed() -> None:
    settings = read(pool(Policies={"PasswordPolicy": {"MinimumLength": 8, "New": 1}, "New": 1})).settings
    assert settings == UserPoolSettings(
        password_policy=PasswordPolicy(min_length=8),
        extra_properties={"Policies": {"PasswordPolicy": {"New": 1}, "New": 1}},
    )


def test_an_intrinsic_function_beside_other_keys_hides_them_all() -> None:
    json = {"Fn::Transform": {"Name": "AWS::Include"}, "MinimumLength": 8}
    assert read(pool(Policies={"PasswordPolicy": json})).settings.password_policy == Verbatim(json)


def test_an_object_without_what_it_must_say_stays_as_it_is() -> None:
    scope = {"ScopeName": "read"}
    server = around(USER_POOL_RESOURCE_SERVER, Identifier="orders", Scopes=[scope])
    servers = read(pool() | {"Orders": server}).settings.resource_servers
    assert servers == {"Orders": ResourceServer("orders", scopes=[Verbatim(scope)])}


@pytest.mark.parametrize("number", ["1.50", "1e3", "01", "1.0", " 1", "nan", "inf", "1_0", "9" * 5000])
def test_a_number_written_in_another_way_than_ours_stays_text(number: str) -> None:
    resources = pool(Schema=[{"Name": "size", "NumberAttributeConstraints": {"MinValue": number}}])
    assert read(resources).settings.attributes == (Attribute("size", min_value=Verbatim(number)),)


def test_an_empty_object_of_a_part_is_a_part_that_says_nothing() -> None:
    assert read(pool(Policies={"PasswordPolicy": {}})).settings == UserPoolSettings(password_policy=PasswordPolicy())


def test_the_only_pool_need_not_be_named() -> None:
    reading = read({"Users": {"Type": USER_POOL}})
    assert reading.settings == UserPoolSettings()
    assert reading.logical_ids == {"Resource": "Users"}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (None, "AWS::Cognito::UserPool: must be one, or the one to read be named, got A, B"),
        ("C", "AWS::Cognito::UserPool: must be C, got A, B"),
        ("Role", "AWS::Cognito::UserPool: must be Role, got A, B"),
    ],
)
def test_a_pool_that_is_not_there_cannot_be_read(name: str | None, says: str) -> None:
    resources: Resources = {"A": {"Type": USER_POOL}, "B": {"Type": USER_POOL}, "Role": {"Type": "AWS::IAM::Role"}}
    with pytest.raises(ValueError, match=rf"^{says}$"):
        read(resources, name)


@pytest.mark.parametrize(
    ("logical_ids", "keys"),
    [
        (["AppClientweb"], ["web"]),
        (["web"], ["web"]),
        (["AppClientweb", "web"], ["web", "web2"]),
        (["web", "AppClientweb", "AppClientweb2"], ["web", "web2", "web22"]),
        (["AppClient", "AppClientAppClient"], ["AppClient", "AppClient2"]),
    ],
)
def test_no_two_clients_get_the_same_key(logical_ids: list[str], keys: list[str]) -> None:
    resources = pool() | {logical_id: around(USER_POOL_CLIENT, ClientName=logical_id) for logical_id in logical_ids}
    reading = read(resources)
    assert reading.settings.app_clients == {
        key: AppClient(name=logical_id) for key, logical_id in zip(keys, logical_ids, strict=True)
    }
    assert render(reading.settings, reading.logical_ids) == resources


def test_what_lives_in_another_pool_is_left_alone() -> None:
    others: Resources = {
        "Client": {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": {"Ref": "Other"}}},
        "Group": {"Type": USER_POOL_GROUP, "Properties": {"UserPoolId": "eu-west-1_Abcdefghi"}},
        "Domain": {"Type": USER_POOL_DOMAIN},
    }
    reading = read(pool() | others)
    assert reading.settings == UserPoolSettings(extra_attributes={"Properties": {}})
    assert reading.rest == others


def test_each_kind_of_domain_has_its_field() -> None:
    own, prefix = around(USER_POOL_DOMAIN, Domain="auth.shop.example"), around(USER_POOL_DOMAIN, Domain="shop")
    settings = read(pool(UserPoolName="a") | {"A": own, "B": prefix}).settings
    assert settings == UserPoolSettings(
        name="a", custom_domain=CustomDomain("auth.shop.example"), prefix_domain=PrefixDomain("shop")
    )


def test_a_second_domain_of_a_kind_has_no_field() -> None:
    first, second = around(USER_POOL_DOMAIN, Domain="one"), around(USER_POOL_DOMAIN, Domain="two")
    reading = read(pool() | {"A": first, "B": second})
    assert reading.settings.prefix_domain == PrefixDomain("one")
    assert reading.rest == {"B": second}


def test_reading_leaves_its_input_alone_whatever_mappings_it_is_made_of() -> None:
    policy = OrderedDict(MinimumLength=8)
    resources = pool(Policies=OrderedDict(PasswordPolicy=policy))
    assert read(resources).settings == UserPoolSettings(password_policy=PasswordPolicy(min_length=8))
    assert resources == pool(Policies={"PasswordPolicy": {"MinimumLength": 8}})


BY_KEY = UserPoolSettings(
    resource_servers={"orders": ResourceServer("https://api.shop.example", name="Orders")},
    app_clients={"web": AppClient(oauth_scopes=["openid", ScopeOf("orders", "read"), "stock/read"])},
)


def test_a_scope_of_a_resource_server_is_read_by_its_key() -> None:
    rendered = json.loads(json.dumps(render(BY_KEY)))
    scope = {"Fn::Join": ["", [{"Ref": "ResourceServerorders"}, "/read"]]}
    assert rendered["AppClientweb"]["Properties"]["AllowedOAuthScopes"] == ["openid", scope, "stock/read"]
    assert read(rendered).settings == BY_KEY


def test_what_is_rendered_can_be_copied() -> None:
    assert copy.deepcopy(render(BY_KEY)) == pickle.loads(pickle.dumps(render(BY_KEY))) == render(BY_KEY)


def test_a_reference_by_key_follows_a_pinned_id() -> None:
    rendered = json.loads(json.dumps(render(BY_KEY, {"ResourceServerorders": "Old"})))
    scope = {"Fn::Join": ["", [{"Ref": "Old"}, "/read"]]}
    assert rendered["AppClientweb"]["Properties"]["AllowedOAuthScopes"] == ["openid", scope, "stock/read"]
    reading = read(rendered)
    client = AppClient(oauth_scopes=["openid", ScopeOf("Old", "read"), "stock/read"])
    assert reading.settings.app_clients == {"web": client}
    assert render(reading.settings, reading.logical_ids) == rendered


@pytest.mark.parametrize(
    "scope",
    [
        {"Fn::Join": ["", [{"Ref": "Elsewhere"}, "/read"]]},
        {"Fn::Join": ["", [{"Ref": "Server"}, "read"]]},
        {"Fn::Join": ["/", [{"Ref": "Server"}, "/read"]]},
        {"Fn::Join": ["", [{"Ref": "Server"}, "/read", "all"]]},
        {"Fn::Join": ["", [{"Ref": "Server", "Unknown": 1}, "/read"]]},
        {"Fn::Join": ["", [{"Ref": "Server"}, "/read"]], "Unknown": 1},
        {"Fn::Join": ["", [{"Ref": "Server"}, {"Ref": "Server"}]]},
        {"Ref": "Server"},
    ],
)
def test_any_other_reference_stays_as_it_is(scope: Any) -> None:
    resources = {
        **pool(),
        "Server": around(USER_POOL_RESOURCE_SERVER, Identifier="orders"),
        "Client": around(USER_POOL_CLIENT, AllowedOAuthScopes=[scope]),
    }
    reading = read(resources)
    assert reading.settings.app_clients == {"Client": AppClient(oauth_scopes=[Verbatim(scope)])}
    assert render(reading.settings, reading.logical_ids) == resources


def test_references_that_no_key_can_make_are_plain_values() -> None:
    reading = read({**pool(), "A": around(USER_POOL_GROUP), "B": around(USER_POOL_GROUP, Description={"Ref": "A"})})
    assert pickle.loads(pickle.dumps(reading.settings)) == reading.settings
    assert reading.settings.groups == {"A": Group(), "B": Group(description=Verbatim({"Ref": "A"}))}


def test_a_resource_server_that_is_none_has_no_key() -> None:
    scope = {"Fn::Join": ["", [{"Ref": "Server"}, "/read"]]}
    resources = {
        **pool(),
        "Server": around(USER_POOL_RESOURCE_SERVER, Name="no identifier"),
        "Client": around(USER_POOL_CLIENT, AllowedOAuthScopes=[scope]),
    }
    reading = read(resources)
    assert reading.settings.app_clients == {"Client": AppClient(oauth_scopes=[Verbatim(scope)])}
    assert list(reading.rest) == ["Server"]


ROLE_ALONE = UserPoolSettings(name="a", sms_role=SmsRole())
WITH_ID = UserPoolSettings(deletion_policy="Retain", sms=Sms(external_id="shop"), sms_role=SmsRole(role_name="sender"))


@pytest.mark.parametrize("settings", [ROLE_ALONE, UserPoolSettings(sms_role=SmsRole()), WITH_ID])
def test_a_role_just_as_it_is_rendered_is_read_as_one(settings: UserPoolSettings) -> None:
    reading = read(render(settings, {"SmsRole": "TheRole", "SmsRolePolicy": "ThePolicy"}))
    assert reading.settings == settings
    assert reading.logical_ids == {"SmsRole": "TheRole", "SmsRolePolicy": "ThePolicy"}
    assert reading.rest == {}


@pytest.mark.parametrize(
    ("resource", "attribute", "value"),
    [
        ("SmsRole", "DeletionPolicy", "Delete"),
        ("SmsRole", "Properties", {"Ref": "Role"}),
        ("SmsRole", "Properties", {"AssumeRolePolicyDocument": {}}),
        ("SmsRolePolicy", "Metadata", {}),
        ("SmsRolePolicy", "Type", "AWS::IAM::Policy"),
        ("Resource", "DependsOn", [{"Ref": "SmsRolePolicy"}]),
        ("Resource", "DependsOn", "SmsRolePolicy"),
        ("Resource", "DependsOn", []),
        ("Resource", "DependsOn", ["SmsRole"]),
    ],
)
def test_any_other_role_stays_a_resource_of_its_own(resource: str, attribute: str, value: Any) -> None:
    resources = render(WITH_ID)
    resources[resource][attribute] = value
    reading = read(resources)
    assert reading.settings.sms_role is None
    assert reading.rest.keys() == {"SmsRole", "SmsRolePolicy"}
    assert render(reading.settings, reading.logical_ids) | reading.rest == resources


def test_resources_get_the_keys_that_they_are_given_and_those_of_one_key_are_told_apart() -> None:
    group = around(USER_POOL_GROUP)
    resources = {**pool(), "PoolStaffA1B2": group, "PoolOtherC3D4": group, "GroupThird": group}
    reading = read(resources, keys={"PoolStaffA1B2": "staff", "PoolOtherC3D4": "staff"})
    assert reading.settings.groups == {"staff": Group(), "staff2": Group(), "Third": Group()}
    assert reading.logical_ids == {"Resource": "Pool", "Groupstaff": "PoolStaffA1B2", "Groupstaff2": "PoolOtherC3D4"}
    assert render(reading.settings, reading.logical_ids) == resources


@pytest.mark.parametrize("name", [None, "A"])
def test_where_there_is_no_pool_none_is_read(name: str | None) -> None:
    wanted = "one, or the one to read be named" if name is None else name
    with pytest.raises(ValueError, match=rf"^AWS::Cognito::UserPool: must be {wanted}, got none$"):
        read({}, name)


def test_a_key_that_the_pool_refers_to_is_read_by_its_key() -> None:
    settings = UserPoolSettings(
        encryption_key=EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn=KmsKeyOf("pool")),
        kms_keys={"pool": KmsKey(multi_region=True)},
    )
    assert read(render(settings)).settings == settings


def test_a_custom_domain_of_unknown_name_is_known_by_its_own() -> None:
    domain = around(USER_POOL_DOMAIN, Domain={"Ref": "Name"})
    assert read(pool() | {"CustomDomain": domain}).settings.custom_domain is not None
    assert read(pool() | {"Other": domain}).settings.prefix_domain is not None
