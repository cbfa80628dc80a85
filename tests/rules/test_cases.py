"""Every rule has a failing case with its whole message, a passing neighbour, and a case where it does not apply."""

import importlib
import pkgutil

import pytest

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
def test_the_neighbour_passes(case: Case) -> None:
    assert case.messages(case.passes) == []


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_what_is_unknown_before_deploy_is_not_judged(case: Case) -> None:
    assert case.messages(case.silent) == []


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
