"""What holds of any two sets of resources."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from constructs_lib.lifecycle.diff import diff
from constructs_lib.lifecycle.effect import Effect
from constructs_lib.lifecycle.schemas import CREATE_ONLY
from constructs_lib.resources.model import USER_POOL
from docs.coverage import schema_of
from tests.rendering.strategies import fast

WORDS = st.sampled_from(["", "a", "8", "Ref", "Fn::If", "Name", "Key", "ACTIVE", "WEB_AUTHN", "Pool", "${Token[x]}"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


def _of_schema(schema: Any, node: Any, depth: int = 0) -> st.SearchStrategy[Any]:
    """Make values that look like a property, with junk in places."""
    node = schema["definitions"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
    if "properties" in node and depth < 4:
        inner = {name: _of_schema(schema, one, depth + 1) for name, one in node["properties"].items()}
        return st.fixed_dictionaries({}, optional=inner) | JSON
    if "items" in node:
        return st.lists(_of_schema(schema, node["items"], depth + 1), max_size=3) | JSON
    return st.sampled_from(node.get("enum", ["a"])) | JSON


def _resource(type_name: str) -> st.SearchStrategy[Any]:
    schema = schema_of(type_name)
    inner = {name: _of_schema(schema, node) for name, node in schema["properties"].items()}
    beside = dict.fromkeys(("DeletionPolicy", "UpdateReplacePolicy", "Condition", "Metadata"), JSON)
    said = {"Type": st.just(type_name), "Properties": st.fixed_dictionaries({}, optional=inner)}
    return st.fixed_dictionaries(said, optional=beside)


RESOURCE = st.sampled_from(sorted(CREATE_ONLY)).flatmap(_resource) | JSON
RESOURCES = st.dictionaries(st.sampled_from(["Pool", "One", "Two", "Three"]), RESOURCE, max_size=4)


@fast
@given(resources=RESOURCES)
def test_nothing_has_changed_in_what_is_the_same(resources: Any) -> None:
    assert diff(resources, resources) == []


@fast
@given(before=RESOURCES, after=RESOURCES, same_ids=st.booleans(), managed=st.booleans())
def test_any_json_is_compared_and_the_worst_comes_first(before: Any, after: Any, same_ids: bool, managed: bool) -> None:
    changes = diff(before, after, same_ids=same_ids, managed=managed)
    assert [change.effect for change in changes] == sorted(change.effect for change in changes)
    assert all(change.says and change.source for change in changes)
    assert all(change.resource in (before if change.is_removed else after) for change in changes)


@fast
@given(before=RESOURCES, after=RESOURCES, seed=st.integers(0, 9))
def test_the_order_of_resources_says_nothing(before: Any, after: Any, seed: int) -> None:
    def shuffled(resources: Any) -> Any:
        names = list(resources)
        random.Random(seed).shuffle(names)
        return {name: resources[name] for name in names}

    def told(left: Any, right: Any) -> list[str]:
        return list(map(repr, diff(left, right)))

    assert told(shuffled(before), shuffled(after)) == told(before, after)


CUSTOM = st.fixed_dictionaries(
    {"Name": st.text("xyz", min_size=1, max_size=6), "AttributeDataType": st.sampled_from(["String", "Number"])},
    optional={"Mutable": st.booleans(), "Required": st.just(False)},
)


@fast
@given(
    entries=st.lists(CUSTOM, max_size=3, unique_by=lambda one: str(one["Name"])),
    more=st.lists(CUSTOM, min_size=1, max_size=3, unique_by=lambda one: str(one["Name"])),
    at=st.integers(0, 3),
)
def test_adding_custom_attributes_is_never_harmful(entries: list[Any], more: list[Any], at: int) -> None:
    names = {each["Name"] for each in entries}
    added = [each for each in more if each["Name"] not in names]
    before = {"Pool": {"Type": USER_POOL, "Properties": {"Schema": entries}}}
    after = {"Pool": {"Type": USER_POOL, "Properties": {"Schema": [*entries[:at], *added, *entries[at:]]}}}
    changes = diff(before, after)
    assert [change.effect for change in changes] == [Effect.IN_PLACE] * len(added)
