"""Identity pools that were never written with these settings are read without loss."""

import pytest

from constructs_lib.rendering import read_identity_pool, render
from constructs_lib.rendering.names import around, children_of
from constructs_lib.resources.model import IDENTITY_POOL, ROLE, Resources, of_type
from constructs_lib.resources.values import same
from constructs_lib.settings import IdentityPoolSettings, WebIdentityTrust
from tests.foreign.identity_stacks import STACKS
from tests.foreign.stacks import synthesized

OURS = {IDENTITY_POOL, *(field.part.TYPE for field in around(IdentityPoolSettings))} - {ROLE}


@pytest.fixture(scope="module")
def templates() -> dict[str, Resources]:
    return synthesized(STACKS)


@pytest.mark.parametrize("name", STACKS)
def test_a_foreign_identity_pool_comes_back_as_it_was(name: str, templates: dict[str, Resources]) -> None:
    resources = templates[name]
    for pool, _ in of_type(resources, IDENTITY_POOL):
        reading = read_identity_pool(resources, pool)
        assert same(render(reading.settings, reading.logical_ids) | reading.rest, resources)


@pytest.mark.parametrize("name", [name for name in STACKS if name != "two_pools"])
def test_all_that_belongs_to_it_is_in_its_settings_each_property_in_its_field(
    name: str, templates: dict[str, Resources]
) -> None:
    reading = read_identity_pool(templates[name])
    assert [key for key, resource in reading.rest.items() if resource["Type"] in OURS] == []
    parts = [reading.settings, *(value for _, _, value in children_of(reading.settings))]
    assert {part.extra_properties for part in parts} == {None}


def _trusts(resources: Resources, pool: str | None = None) -> dict[str, object]:
    roles = read_identity_pool(resources, pool).settings.roles or {}
    return {key: role.trust for key, role in roles.items()}


def test_the_roles_of_the_l2_trust_as_ours_do(templates: dict[str, Resources]) -> None:
    kinds = set(_trusts(templates["nothing_said"]).values())
    assert kinds == {WebIdentityTrust(), WebIdentityTrust(guests=True)}


def test_the_trust_is_that_of_the_identity_pool_that_is_read(templates: dict[str, Resources]) -> None:
    resources = templates["two_pools"]
    for pool, _ in of_type(resources, IDENTITY_POOL):
        kinds = set(_trusts(resources, pool).values())
        assert kinds == {WebIdentityTrust(), WebIdentityTrust(guests=True)}


def test_tags_of_sessions_are_read_and_a_shared_role_keeps_its_document(templates: dict[str, Resources]) -> None:
    trusts = list(_trusts(templates["roles_of_ones_own"]).values())
    assert WebIdentityTrust(session_tags=True) in trusts
    assert [type(trust) for trust in trusts].count(WebIdentityTrust) == 1
    assert len(trusts) == 2
