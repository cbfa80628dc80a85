"""What a lock records is what the tables of changes say can never be changed."""

import pytest

from constructs_lib.lifecycle.effect import Effect
from constructs_lib.lifecycle.facts import CASE, MEMBERS
from constructs_lib.lifecycle.mutability import worst_of
from constructs_lib.lifecycle.schemas import CREATE_ONLY
from constructs_lib.resources.model import USER_POOL


@pytest.mark.parametrize("kind", MEMBERS)
def test_whatever_makes_another_one_is_recorded(kind: str) -> None:
    assert set(MEMBERS[kind]) == set(CREATE_ONLY[kind])


@pytest.mark.parametrize("property_name", ["UsernameAttributes", "AliasAttributes", CASE, "Schema"])
def test_whatever_a_pool_refuses_is_recorded(property_name: str) -> None:
    assert worst_of(USER_POOL, property_name).effect == Effect.REFUSED
