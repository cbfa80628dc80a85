"""A rule that is not asked would have said nothing."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructs_lib.resources.model import USER_POOL, Resources
from constructs_lib.rules import Deployment
from constructs_lib.rules.catalogue import all_rules
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.registry import RULES, Rule
from constructs_lib.rules.silence import rules_for, silent_without
from constructs_lib.rules.view import DoesNotApply, Problem, View
from tests.rendering.strategies import fast, resource_sets
from tests.rules.test_cases import CASES


def _said(rule: Rule, view: View) -> list[Problem]:
    try:
        return list(rule.check(view))
    except DoesNotApply:
        return []


def _unasked(resources: Resources) -> list[tuple[Rule, View]]:
    views = Neighbours(resources, Deployment("eu-central-1", "111122223333")).views.values()
    return [
        (rule, view)
        for view in views
        for rule in all_rules()
        if rule.resource == view.type and rule not in rules_for(view.type, frozenset(view.source))
    ]


@fast
@given(resource_sets())
def test_a_rule_that_is_not_asked_has_nothing_to_say(found: tuple[Resources, str]) -> None:
    resources, _ = found
    assert [rule.id for rule, view in _unasked(resources) if _said(rule, view)] == []


@fast
@given(st.sampled_from(CASES), st.data())
def test_nor_has_it_where_a_property_is_taken_away(case: Any, data: st.DataObject) -> None:
    resources = copy.deepcopy(case.fails)
    name = data.draw(st.sampled_from(sorted(resources)))
    properties = resources[name].get("Properties", {})
    for taken in data.draw(st.lists(st.sampled_from(sorted(properties)), unique=True)) if properties else ():
        del properties[taken]
    assert [rule.id for rule, view in _unasked(resources) if _said(rule, view)] == []


@pytest.mark.parametrize(
    ("rule", "needed"),
    [
        ("password-policy.short-without-mfa", {"Policies"}),
        ("sms.costs-money", {"SmsConfiguration"}),
        ("app-client.key-characters", None),
    ],
)
def test_what_a_rule_reads_first_tells_where_it_is_silent(rule: str, needed: set[str] | None) -> None:
    all_rules()
    assert silent_without(RULES[rule]) == needed


def test_most_rules_of_a_pool_are_not_asked_of_a_pool_without_properties() -> None:
    rules = [rule for rule in all_rules() if rule.resource == USER_POOL]
    assert len(rules_for(USER_POOL, frozenset())) < len(rules) / 3


READING = [
    *("get", "has", "surely_has", "known", "text", "number", "flag", "texts", "objects", "all_objects", "twin"),
    "neighbour",
]


@pytest.mark.parametrize("method", READING)
def test_every_way_to_read_a_property_is_noted(method: str) -> None:
    def check(view: View) -> Iterator[Problem]:
        read = getattr(view, method)
        read("A.B")
        read("A.B")
        if view.has("C"):
            yield view.problem("C", "is wrong", fix="fix", allowed="another")

    said: dict[str, Any] = {"why": "so", "evidence": "inferred", "source": "https://aws.example"}
    rule = Rule(id="topic.claim", resource=USER_POOL, severity="warning", check=check, **said)
    assert silent_without(rule) == frozenset({"A", "C"})
