"""What must be made after something else waits for it, and reading tells who waits for what."""

from dataclasses import replace
from typing import Any

import pytest

from constructs_lib.rendering import read, render
from constructs_lib.resources.model import Resources
from constructs_lib.settings import (
    OMIT,
    AppClient,
    CustomDomain,
    ExistingUserPool,
    Group,
    GroupMembership,
    GroupOf,
    IdentityProvider,
    PrefixDomain,
    ProviderOf,
    ResourceServer,
    Scope,
    ScopeOf,
    UICustomization,
    User,
    UserOf,
    UserPoolSettings,
    Verbatim,
)

DOMAINS: dict[str, Any] = {"prefix_domain": PrefixDomain("shop"), "custom_domain": CustomDomain("auth.shop.example")}


def rendered(logical_ids: dict[str, str] | None = None, **around: Any) -> Resources:
    return render(UserPoolSettings(ui_customizations={"all": UICustomization("ALL")}, **around), logical_ids)


@pytest.mark.parametrize(
    ("around", "waits_for"),
    [
        ({"prefix_domain": PrefixDomain("shop")}, ["Domain"]),
        ({"custom_domain": CustomDomain("auth.shop.example")}, ["CustomDomain"]),
        (DOMAINS, ["CustomDomain", "Domain"]),
        ({}, None),
    ],
)
def test_a_customization_waits_for_the_domains_that_there_are(around: Any, waits_for: Any) -> None:
    resources = rendered(**around)
    assert resources["UICustomizationall"].get("DependsOn") == waits_for
    assert read(resources).settings == UserPoolSettings(ui_customizations={"all": UICustomization("ALL")}, **around)


def test_a_pinned_domain_is_waited_for_by_its_logical_id() -> None:
    resources = rendered({"Domain": "OldDomain"}, **DOMAINS)
    assert resources["UICustomizationall"]["DependsOn"] == ["CustomDomain", "OldDomain"]
    assert read(resources).settings == read(rendered(**DOMAINS)).settings


@pytest.mark.parametrize("said", [["Elsewhere"], "Domain", [], ["Domain", "CustomDomain"]])
def test_what_somebody_says_takes_its_place(said: Any) -> None:
    own = UICustomization("ALL", extra_attributes={"DependsOn": said})
    settings = UserPoolSettings(ui_customizations={"all": own}, **DOMAINS)
    assert render(settings)["UICustomizationall"]["DependsOn"] == said
    assert read(render(settings)).settings == settings


def test_a_customization_that_waits_for_nothing_is_read_as_such() -> None:
    resources = rendered(**DOMAINS)
    del resources["UICustomizationall"]["DependsOn"]
    settings = read(resources).settings
    assert settings.ui_customizations == {"all": UICustomization("ALL", extra_attributes={"DependsOn": OMIT})}
    assert render(settings) == resources


def test_what_is_added_to_an_existing_pool_waits_too() -> None:
    added = ExistingUserPool(
        user_pool_id="eu-central-1_AbCdEfGhI",
        prefix_domain=PrefixDomain("shop"),
        ui_customizations={"all": UICustomization("ALL")},
    )
    assert render(added)["UICustomizationall"]["DependsOn"] == ["Domain"]


GOOGLE = IdentityProvider("Google", provider_type="Google", details={"client_id": "1"})
ORDERS = ResourceServer("https://orders.example", name="orders", scopes=[Scope("read", description="Read")])
BY_NAME = AppClient(supported_identity_providers=["COGNITO", "Google"], oauth_scopes=["https://orders.example/read"])


def named(client: AppClient, logical_ids: dict[str, str] | None = None) -> Resources:
    around: dict[str, Any] = {"identity_providers": {"g": GOOGLE}, "resource_servers": {"o": ORDERS}}
    return render(UserPoolSettings(app_clients={"web": client}, **around), logical_ids)


def test_an_app_client_is_made_after_the_providers_and_scopes_that_it_names() -> None:
    resources = named(BY_NAME, {"IdentityProviderg": "OldProvider"})
    assert resources["AppClientweb"]["DependsOn"] == ["OldProvider", "ResourceServero"]
    assert read(resources).settings.app_clients == {"web": BY_NAME}


def test_a_reference_is_order_enough() -> None:
    client = AppClient(supported_identity_providers=[ProviderOf("g")], oauth_scopes=[ScopeOf("o", "read")])
    assert "DependsOn" not in named(client)["AppClientweb"]


@pytest.mark.parametrize(
    "client",
    [
        AppClient(supported_identity_providers=["COGNITO", "Facebook"], oauth_scopes=["openid", "stock/read"]),
        AppClient(supported_identity_providers=Verbatim({"Ref": "Providers"}), oauth_scopes=OMIT),
        AppClient(),
    ],
    ids=["what is elsewhere", "what is unknown", "nothing"],
)
def test_what_is_not_there_is_not_waited_for(client: AppClient) -> None:
    assert "DependsOn" not in named(client)["AppClientweb"]


def test_an_app_client_that_does_not_wait_is_read_as_such() -> None:
    resources = named(BY_NAME)
    del resources["AppClientweb"]["DependsOn"]
    reading = read(resources)
    assert reading.settings.app_clients == {"web": replace(BY_NAME, extra_attributes={"DependsOn": OMIT})}
    assert render(reading.settings) == resources


def test_a_membership_is_made_after_the_user_and_the_group_that_it_names() -> None:
    settings = UserPoolSettings(
        users={"anna": User("anna@shop.example")},
        groups={"admins": Group(name="administrators")},
        group_memberships={
            "text": GroupMembership("anna@shop.example", group_name="administrators"),
            "keys": GroupMembership(UserOf("anna"), group_name=GroupOf("admins")),
            "elsewhere": GroupMembership("bea@shop.example", group_name="editors"),
        },
    )
    resources = render(settings)
    assert resources["Membershiptext"]["DependsOn"] == ["Groupadmins", "Useranna"]
    assert "DependsOn" not in resources["Membershipkeys"] | resources["Membershipelsewhere"]
    assert read(resources).settings == settings
