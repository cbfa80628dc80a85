"""What holds of all rules together, whatever the resources."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from constructs_lib import IdentityPoolSettings, UserPoolSettings, check
from constructs_lib.resources.model import USER_POOL, Resources
from constructs_lib.rules import Deployment, judge
from constructs_lib.rules.catalogue import LIMITS, limits_of
from tests.rendering.strategies import fast, identity_pools, json_values, pools, resource_sets
from tests.rules.case import UNKNOWN
from tests.rules.placing import placed

SOMEWHERE = Deployment(region="eu-central-1", account="111122223333")
yaml_keys = st.text(max_size=4) | st.integers() | st.none() | st.booleans() | st.dates() | st.just("Ref")
families = resource_sets() | resource_sets(IdentityPoolSettings)


@fast
@given(families)
def test_junk_crashes_no_rule(found: tuple[Resources, str]) -> None:
    judge(found[0], SOMEWHERE)


@fast
@given(json_values, st.sampled_from(sorted(LIMITS)))
def test_no_json_at_all_crashes_a_rule(json: Any, type_name: str) -> None:
    judge(json)
    judge({"One": json})
    judge({"One": {"Type": type_name, "Properties": json}, "Pool": {"Type": USER_POOL, "Properties": json}})


yaml_values = st.recursive(
    json_values
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.binary(max_size=4)
    | st.sets(st.integers(), max_size=2),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(yaml_keys, inner, max_size=3),
    max_leaves=6,
)
"""What YAML has beside JSON: dates, bytes, sets, numbers that are none, and keys of any kind."""


@fast
@given(yaml_values, st.sampled_from(sorted(LIMITS)), st.data())
def test_no_yaml_at_all_crashes_a_rule(yaml: Any, type_name: str, data: st.DataObject) -> None:
    judge(yaml)
    judge({"One": yaml, 2: yaml})  # type: ignore[dict-item]
    rows = limits_of(type_name)
    path = data.draw(st.sampled_from([limit.path for limit in rows.rows])) if rows else ""
    judge({"One": {"Type": type_name, "Properties": placed(type_name, path, yaml)}, "Pool": {"Type": USER_POOL}})


@fast
@given(families)
def test_the_order_of_resources_says_nothing(found: tuple[Resources, str]) -> None:
    resources = found[0]
    assert judge(resources, SOMEWHERE) == judge(dict(reversed(resources.items())), SOMEWHERE)


@fast
@given(families, st.data())
def test_what_becomes_unknown_is_never_found_wrong(found: tuple[Resources, str], data: st.DataObject) -> None:
    """A value that nobody knows has no limit to break; whatever is said of it is said because it is there at all."""
    resources, pool = found
    properties = resources[pool].get("Properties")
    if not isinstance(properties, dict) or not properties:
        return
    name = data.draw(st.sampled_from(sorted(properties)))
    hidden = {**resources, pool: {**resources[pool], "Properties": {**properties, name: UNKNOWN}}}
    inside = [
        finding for finding in judge(hidden, SOMEWHERE) if finding.resource == pool and finding.property[:1] == (name,)
    ]
    assert [finding for finding in inside if len(finding.property) > 1 and finding.got is not None] == []


@fast
@given(families, json_values)
def test_an_unknown_property_hides_no_finding(found: tuple[Resources, str], json: Any) -> None:
    resources, pool = found
    properties = resources[pool].get("Properties")
    if isinstance(properties, dict) and not any(str(key).startswith(("Ref", "Fn::")) for key in properties):
        more = {**resources, pool: {**resources[pool], "Properties": {**properties, "BrandNewProperty": json}}}
        told = [one for one in judge(more, SOMEWHERE) if one.property[:1] != ("BrandNewProperty",)]
        # A finding about the resource as a whole shows it as a whole, the new property too.
        assert [replace(one, got=None) for one in told] == [
            replace(one, got=None) for one in judge(resources, SOMEWHERE)
        ]


@fast
@given(pools() | identity_pools())
def test_every_finding_is_told_in_words_of_the_settings(settings: UserPoolSettings | IdentityPoolSettings) -> None:
    for finding in check(settings, SOMEWHERE):
        assert not finding.path.startswith(("Resource", "AppClient", "IdentityRole"))
        assert "{" not in finding.fix.replace("{####}", "").replace("{username}", "").replace("{##", "")
