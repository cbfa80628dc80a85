"""Our verdict beside those of cfn-lint, CDK's own engine and cdk-preflight, on the same hundreds of resources."""

from typing import NamedTuple

import pytest

from tests.differential.bundle import Template, bundled
from tests.differential.comparison import Difference, differences, missed
from tests.differential.engines import Verdict, ask
from tests.differential.examples import cases, edges
from tests.differential.explained import EXPLAINED, GENERATED, Class
from tests.differential.generated import settings


class Asked(NamedTuple):
    """What all engines have said of all examples."""

    templates: dict[str, Template]
    verdicts: list[Verdict]
    differences: list[Difference]


@pytest.fixture(scope="module")
def asked() -> Asked:
    """Ask once: each engine takes seconds to start."""
    templates = bundled([*cases(), *edges(), *settings()])
    verdicts = ask(templates)
    told = [verdict for verdict in verdicts if verdict.resource]
    return Asked(templates, verdicts, differences(templates, told))


def test_every_template_could_be_read(asked: Asked) -> None:
    """An engine that says something of no resource may have said nothing of the others."""
    assert [verdict for verdict in asked.verdicts if not verdict.resource] == []


def test_what_an_engine_finds_is_an_error_of_ours_but_for_a_reason(asked: Asked) -> None:
    """So what passes `check` gets no finding from them but those that are explained."""
    found = [one for one in asked.differences if not any(known.holds(one) for known in EXPLAINED)]
    assert "\n".join({(one.rule, one.where): one.shown for one in found}.values()) == ""


NEEDED = [known for known in EXPLAINED if known.example != GENERATED]


@pytest.mark.parametrize("known", NEEDED, ids=lambda known: f"{known.rule} {known.where}")
def test_every_reason_is_needed(asked: Asked, known: Class) -> None:
    assert any(known.holds(one) for one in asked.differences)


def test_what_breaks_a_limit_that_is_in_the_schema_too_is_found_by_cfn_lint(asked: Asked) -> None:
    """Else our row may say more than CloudFormation does."""
    # That two resources are one (E3019) says nothing of a value.
    assert missed(asked.templates, [verdict for verdict in asked.verdicts if verdict.rule != "E3019"]) == []
