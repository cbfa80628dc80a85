"""The laws of the rendering: nothing is lost, added or bent on the way from settings to resources, or back."""

import copy
import warnings
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from constructs_lib.rendering import read, read_identity_pool, render
from constructs_lib.resources.values import same
from constructs_lib.settings import IdentityPoolSettings, UserPoolSettings
from tests.rendering.strategies import fast, identity_pools, pools, resource_sets


@fast
@given(pools())
def test_reading_what_was_rendered_gives_the_settings_back(settings: UserPoolSettings) -> None:
    reading = read(render(settings))
    assert reading.settings == settings
    assert reading.logical_ids == {}
    assert reading.rest == {}


@fast
@given(identity_pools())
def test_reading_what_was_rendered_gives_an_identity_pool_back(settings: IdentityPoolSettings) -> None:
    reading = read_identity_pool(render(settings))
    assert reading.settings == settings
    assert reading.logical_ids == {}
    assert reading.rest == {}


either = st.sampled_from([(UserPoolSettings, read), (IdentityPoolSettings, read_identity_pool)])
"""The settings that are read as a whole, and what reads them."""


@fast
@given(either, st.data())
def test_rendering_what_was_read_gives_the_resources_back(kind: tuple[Any, Any], data: st.DataObject) -> None:
    root, read_it = kind
    resources, pool = data.draw(resource_sets(root))
    before = copy.deepcopy(resources)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # reading takes all it can into fields: there is nothing to advise
        reading = read_it(resources, pool)
    rendered = render(reading.settings, reading.logical_ids)
    assert same(rendered | reading.rest, before)
    assert rendered.keys().isdisjoint(reading.rest)
    assert same(resources, before)


@fast
@given(either, st.data())
def test_reading_again_what_was_read_and_rendered_changes_nothing(kind: tuple[Any, Any], data: st.DataObject) -> None:
    root, read_it = kind
    reading = read_it(*data.draw(resource_sets(root)))
    rendered = render(reading.settings, reading.logical_ids)
    again = read_it(rendered, reading.logical_ids.get("Resource", "Resource"))
    assert again.rest == {}
    assert same(render(again.settings, again.logical_ids), rendered)


@fast
@given(pools() | identity_pools())
def test_settings_print_as_the_code_that_makes_them(settings: Any) -> None:
    import datetime

    import constructs_lib.settings

    assert eval(repr(settings), {"datetime": datetime, **vars(constructs_lib.settings)}) == settings
