"""Every rule has a failing case with its whole message, a passing neighbour, and a case where it does not apply."""

import importlib
import pkgutil

import pytest

from constructs_lib.rules.catalogue import RULES
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
    assert sorted(RULES.keys() - {case.rule for case in CASES}) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_says_why_and_where_aws_says_so(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.source.startswith("https://")
    assert rule.why
    assert rule.check.__doc__
