"""What must be made after something else waits for it, and reading tells who waits for what."""

from typing import Any

import pytest

from constructs_lib.rendering import read, render
from constructs_lib.resources.model import Resources
from constructs_lib.settings import (
    OMIT,
    CustomDomain,
    ExistingUserPool,
    PrefixDomain,
    UICustomization,
    UserPoolSettings,
)

DOMAINS: dict[str, Any] = {"prefix_domain": PrefixDomain("shop"), "custom_domain": CustomDomain("auth.shop.example")}


def rendered(logical_ids: dict[str, str] | None = None, **around: Any) -> Resources:
    return render(UserPoolSettings(ui_customizations={"all": UICustomization("ALL")}, **around), logical_ids)


@pytest.mark.parametrize(
    ("around", "waits_for"),
    [
        ({"prefix_domain": PrefixDomain("shop")}, ["Domain"]),
        ({"custom_domain": CustomDomain("auth.shop.example")}, ["CustomDomain"]),
        (DOMAINS, ["Domain", "CustomDomain"]),
        ({}, None),
    ],
)
def test_a_customization_waits_for_the_domains_that_there_are(around: Any, waits_for: Any) -> None:
    resources = rendered(**around)
    assert resources["UICustomizationall"].get("DependsOn") == waits_for
    assert read(resources).settings == UserPoolSettings(ui_customizations={"all": UICustomization("ALL")}, **around)


def test_a_pinned_domain_is_waited_for_by_its_logical_id() -> None:
    resources = rendered({"Domain": "OldDomain"}, **DOMAINS)
    assert resources["UICustomizationall"]["DependsOn"] == ["OldDomain", "CustomDomain"]
    assert read(resources).settings == read(rendered(**DOMAINS)).settings


@pytest.mark.parametrize("said", [["Elsewhere"], "Domain", [], ["CustomDomain", "Domain"]])
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
