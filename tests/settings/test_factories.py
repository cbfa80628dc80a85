"""Kinds of settings are functions: each sets only what makes it that kind."""

from typing import Any

import pytest

from constructs_lib.checking import check
from constructs_lib.profiles import standard
from constructs_lib.settings import (
    AppClient,
    Attribute,
    Email,
    PrefixDomain,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    Verbatim,
    boolean_attribute,
    cognito_email,
    date_time_attribute,
    load_balancer,
    machine_to_machine,
    native_app,
    number_attribute,
    ses_email,
    single_page_app,
    standard_attribute,
    string_attribute,
    web_app,
)
from tests.rendering.strategies import TOKEN_TEXT

ARN = "arn:aws:ses:eu-central-1:111122223333:identity/shop.example"


@pytest.mark.parametrize(
    ("where", "arn"),
    [
        ({}, "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/shop.example"),
        (
            {"identity_region": "eu-west-1"},
            "arn:${AWS::Partition}:ses:eu-west-1:${AWS::AccountId}:identity/shop.example",
        ),
        (
            {"identity_account": "111122223333"},
            "arn:${AWS::Partition}:ses:${AWS::Region}:111122223333:identity/shop.example",
        ),
    ],
)
def test_an_identity_is_looked_for_beside_the_pool_unless_said(where: dict[str, Any], arn: str) -> None:
    email = ses_email(from_address="Shop <no-reply@shop.example>", identity="shop.example", **where)
    assert email.source_arn == Verbatim({"Fn::Sub": arn})


@pytest.mark.parametrize("identity", [ARN, TOKEN_TEXT])
def test_a_whole_arn_is_taken_as_it_is(identity: str) -> None:
    assert ses_email(from_address="a@shop.example", identity=identity).source_arn == identity


def test_ses_sends_from_the_developers_account() -> None:
    email = ses_email(
        from_address="a@shop.example", identity=ARN, reply_to="b@shop.example", configuration_set="events"
    )
    assert email == Email(
        sending_account="DEVELOPER",
        source_arn=ARN,
        from_address="a@shop.example",
        reply_to="b@shop.example",
        configuration_set="events",
    )


def test_cognito_sends_without_an_identity() -> None:
    assert cognito_email() == Email(sending_account="COGNITO_DEFAULT")


@pytest.mark.parametrize(("kind", "secret"), [(single_page_app, False), (native_app, False), (web_app, True)])
def test_an_application_that_redirects_uses_the_code_grant(kind: Any, secret: bool) -> None:
    assert kind(callback_urls=["https://shop.example/in"], logout_urls=["https://shop.example"]) == AppClient(
        generate_secret=secret,
        oauth_flows_enabled=True,
        oauth_flows=["code"],
        callback_urls=["https://shop.example/in"],
        logout_urls=["https://shop.example"],
    )


@pytest.mark.parametrize("kind", [single_page_app, native_app, web_app])
def test_any_field_can_be_said_beside_the_kind(kind: Any) -> None:
    client = kind(callback_urls=["https://a.example"], name="shop", oauth_flows=["code", "implicit"])
    assert client.name == "shop"
    assert client.oauth_flows == ("code", "implicit")


def test_a_machine_has_a_secret_and_scopes_and_nobody_signs_in() -> None:
    assert machine_to_machine(scopes=[ScopeOf("orders", "read"), "stock/read"]) == AppClient(
        generate_secret=True,
        oauth_flows_enabled=True,
        oauth_flows=["client_credentials"],
        oauth_scopes=[ScopeOf("orders", "read"), "stock/read"],
        auth_flows=["ALLOW_REFRESH_TOKEN_AUTH"],
    )
    assert machine_to_machine(scopes=["stock/read"], name="robot", auth_flows=None) == AppClient(
        name="robot",
        generate_secret=True,
        oauth_flows_enabled=True,
        oauth_flows=["client_credentials"],
        oauth_scopes=["stock/read"],
    )


def test_the_scopes_of_a_machine_are_a_list() -> None:
    with pytest.raises(TypeError, match=r"^AppClient\.oauth_scopes: must be a list"):
        machine_to_machine(scopes="stock/read")


def test_a_machine_of_the_standard_profile_is_free_of_findings() -> None:
    settings = standard(
        app_clients={"robot": machine_to_machine(scopes=[ScopeOf("stock", "read")])},
        resource_servers={"stock": ResourceServer("stock", scopes=[Scope("read", description="Read")])},
        prefix_domain=PrefixDomain("shop"),
    )
    assert [one.rule for one in check(settings) if one.resource.startswith(("AppClient", "ResourceServer"))] == []


def test_a_load_balancer_takes_users_back_at_an_address_of_its_own() -> None:
    client = load_balancer(hosts=["App.shop.example", TOKEN_TEXT])
    assert client == AppClient(
        generate_secret=True,
        oauth_flows_enabled=True,
        oauth_flows=["code"],
        oauth_scopes=["openid"],
        auth_flows=["ALLOW_REFRESH_TOKEN_AUTH"],
        callback_urls=["https://app.shop.example/oauth2/idpresponse", f"https://{TOKEN_TEXT}/oauth2/idpresponse"],
    )
    assert load_balancer(hosts=["a.example"], oauth_scopes=["openid", "email"]).oauth_scopes == ("openid", "email")


@pytest.mark.parametrize(
    ("hosts", "error", "says"),
    [
        (["https://a.example"], ValueError, "hosts must be names such as app.shop.example, got 'https://a.example'"),
        ("a.example", TypeError, "hosts must be a list, got 'a.example'"),
    ],
)
def test_the_hosts_of_a_load_balancer_are_names(hosts: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=f"^load_balancer: {says}$"):
        load_balancer(hosts=hosts)


def test_a_standard_attribute_has_no_data_type() -> None:
    assert standard_attribute("email", required=True).written() == {"Name": "email", "Required": True}


@pytest.mark.parametrize(
    ("attribute", "written"),
    [
        (
            string_attribute("a", min_length=0, max_length=9),
            {"AttributeDataType": "String", "StringAttributeConstraints": {"MinLength": "0", "MaxLength": "9"}},
        ),
        (
            number_attribute("a", min_value=-1, max_value=1.5),
            {"AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "-1", "MaxValue": "1.5"}},
        ),
        (boolean_attribute("a"), {"AttributeDataType": "Boolean"}),
        (date_time_attribute("a"), {"AttributeDataType": "DateTime"}),
    ],
)
def test_a_custom_attribute_says_its_type_and_can_be_changed(attribute: Attribute, written: dict[str, Any]) -> None:
    assert attribute.written() == {"Name": "a", "Mutable": True, **written}


@pytest.mark.parametrize("make", [string_attribute, number_attribute, boolean_attribute, date_time_attribute])
def test_a_custom_attribute_can_be_made_immutable(make: Any) -> None:
    assert make("a", mutable=False).mutable is False


@pytest.mark.parametrize(("disposable", "policy"), [(True, "Delete"), (False, "Retain")])
def test_one_switch_says_what_becomes_of_the_pool(disposable: bool, policy: Any) -> None:
    assert UserPoolSettings(disposable=disposable) == UserPoolSettings(
        deletion_policy=policy, update_replace_policy=policy, deletion_protection=not disposable
    )


def test_the_switch_and_its_fields_do_not_contradict_each_other() -> None:
    with pytest.raises(ValueError, match=r"^UserPoolSettings\.deletion_protection: disposable=True says False"):
        UserPoolSettings(disposable=True, deletion_protection=True)
