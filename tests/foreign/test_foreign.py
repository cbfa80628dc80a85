"""Pools that were never written with these settings are read without loss."""

from typing import Any

import pytest

from constructs_lib.rendering import read, render
from constructs_lib.rendering.names import around, children_of
from constructs_lib.resources.model import USER_POOL, Resources, of_type, properties, ref
from constructs_lib.resources.values import same
from constructs_lib.settings import UserPoolSettings
from tests.foreign import around_stacks  # noqa: F401  (it notes its stacks too)
from tests.foreign.stacks import STACKS, synthesized

COGNITO = {USER_POOL, *(field.part.TYPE for field in around(UserPoolSettings))}


@pytest.fixture(scope="module")
def templates() -> dict[str, Resources]:
    return synthesized(STACKS)


def belongs(pool: str, key: str, resource: Any) -> bool:
    return resource["Type"] in COGNITO and (key == pool or same(properties(resource).get("UserPoolId"), ref(pool)))


@pytest.mark.parametrize("name", STACKS)
def test_a_foreign_pool_comes_back_as_it_was(name: str, templates: dict[str, Resources]) -> None:
    resources = templates[name]
    for pool, _ in of_type(resources, USER_POOL):
        reading = read(resources, pool)
        assert same(render(reading.settings, reading.logical_ids) | reading.rest, resources)


@pytest.mark.parametrize("name", STACKS)
def test_all_that_belongs_to_a_foreign_pool_is_in_its_settings(name: str, templates: dict[str, Resources]) -> None:
    resources = templates[name]
    for pool, _ in of_type(resources, USER_POOL):
        left = [key for key, resource in read(resources, pool).rest.items() if belongs(pool, key, resource)]
        assert left == []


@pytest.mark.parametrize("name", STACKS)
def test_every_property_of_a_foreign_pool_has_a_field(name: str, templates: dict[str, Resources]) -> None:
    resources = templates[name]
    for pool, _ in of_type(resources, USER_POOL):
        settings = read(resources, pool).settings
        extras = [part.extra_properties for part in (settings, *(value for _, _, value in children_of(settings)))]
        assert set(extras) == {None}


def test_a_pool_among_several_must_be_named(templates: dict[str, Resources]) -> None:
    with pytest.raises(ValueError, match=r"^AWS::Cognito::UserPool: must be one, or the one to read be named, got "):
        read(templates["two_pools"])


def test_clients_that_are_easily_taken_for_one_another_are_kept_apart(templates: dict[str, Resources]) -> None:
    resources = templates["two_pools"]
    keys = [sorted(read(resources, pool).settings.app_clients or {}) for pool, _ in of_type(resources, USER_POOL)]
    assert keys == [["web", "web2", "web22"], ["web2"]]
