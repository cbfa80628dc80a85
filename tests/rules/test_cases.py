"""Every rule has a failing case with its whole message, a passing neighbour, and a case where it does not apply."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from copy import deepcopy

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.resources.references import references
from constructs_lib.resources.values import Json, is_intrinsic, is_list
from constructs_lib.rules import judge
from constructs_lib.rules.catalogue import TOPICS, all_rules, rules_of
from constructs_lib.rules.registry import RULES, Rule
from tests import rules
from tests.rules.case import Case

CASES: list[Case] = [
    case
    for module in pkgutil.iter_modules(rules.__path__, "tests.rules.")
    if module.name != __name__
    for case in getattr(importlib.import_module(module.name), "CASES", [])
]


def _named(case: Case) -> str:
    return case.rule


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_the_failing_case_says_so_in_full(case: Case) -> None:
    assert case.messages(case.fails) == [case.says]


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_the_place_is_told_step_by_step(case: Case) -> None:
    """A template's words look the same where two steps are one; the words of settings do not."""
    places = [finding.property for finding in judge(case.fails, case.where) if finding.rule == case.rule]
    assert [step for place in places for step in place if re.fullmatch(r"([A-Z]\w+\.)+\w+", str(step))] == []


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_the_neighbour_passes(case: Case) -> None:
    assert case.messages(case.passes) == []


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_what_is_unknown_before_deploy_is_not_judged(case: Case) -> None:
    assert case.messages(case.silent) == []


_NOTHING = {"Ref": "AWS::NoValue"}
_REFUSALS = {rule.id for rule in all_rules() if rule.severity == "error"}


def _places(json: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = json.items() if isinstance(json, dict) else enumerate(json) if is_list(json) else ()
    for step, item in () if is_intrinsic(json) else items:
        yield (*path, step)
        yield from _places(item, (*path, step))


def _with(resources: Resources, path: tuple[str | int, ...], value: Json) -> tuple[Resources, Json]:
    """Put a value into a place, and give what was there."""
    copied: Json = deepcopy(resources)
    holder = copied
    for step in path[:-1]:
        holder = holder[step]
    there, holder[path[-1]] = holder[path[-1]], value
    return copied, there


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.rule in _REFUSALS and not case.rule.endswith(".key-unknown")], ids=_named
)
def test_what_may_come_to_nothing_is_refused_only_where_both_ways_are(case: Case) -> None:
    """``Fn::If`` may take a property out: only what is wrong with it and without it is wrong for certain."""
    for resources in (case.fails, case.passes):
        for place in _places({key: resource.get("Properties") for key, resource in resources.items()}):
            if len(place) == 1:
                continue
            path = (place[0], "Properties", *place[1:])
            without, there = _with(resources, path, _NOTHING)
            perhaps, _ = _with(resources, path, {"Fn::If": ["Production", there, _NOTHING]})
            if case.messages(perhaps):
                assert case.messages(resources), f"with {path}"
                assert case.messages(without), f"without {path}"


@pytest.mark.parametrize("case", [case for case in CASES if case.rule in _REFUSALS], ids=_named)
def test_what_may_be_left_out_of_the_template_is_no_reason_to_refuse_another_resource(case: Case) -> None:
    """A condition may take a resource out, unless it is the reference to what is refused, or is referred to."""
    resources = case.fails
    refusing = {finding.resource for finding in judge(resources, case.where) if finding.rule == case.rule}
    named = {name for resource in resources.values() for name in references(resource)}
    referring = {key for key, resource in resources.items() if not refusing.isdisjoint(references(resource))}
    for key in resources.keys() - refusing - named - referring:
        without = {name: resource for name, resource in resources.items() if name != key}
        if not case.messages(without):
            perhaps = resources | {key: {**resources[key], "Condition": "Production"}}
            assert case.messages(perhaps) == [], key


def test_every_rule_has_a_case() -> None:
    assert sorted({rule.id for rule in all_rules()} - {case.rule for case in CASES}) == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_rule_says_why_and_where_aws_says_so(rule: Rule) -> None:
    assert rule.source.startswith("https://")
    assert rule.why
    assert rule.check.__doc__


@pytest.mark.parametrize("resource", TOPICS)
def test_a_resource_type_names_every_topic_that_has_rules_about_it(resource: str) -> None:
    all_rules()
    assert {rule.id for rule in RULES.values() if rule.resource == resource} == {rule.id for rule in rules_of(resource)}
    topics = {rule.check.__module__.rpartition(".")[2] for rule in rules_of(resource)}
    assert topics == set(TOPICS[resource])
