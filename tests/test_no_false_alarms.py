"""Whatever AWS is known to accept is no error: what CDK makes, what we make, and what people deploy."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from aws_cdk.assertions import Template

from constructs_lib.resources.model import USER_POOL, Resources, of_type
from constructs_lib.rules import Deployment, judge
from tests.foreign import around_stacks, identity_stacks, stacks  # noqa: F401  (it notes its stacks too)
from tests.foreign.stacks import synthesized
from tests.patterns import PATTERNS
from tests.profiles.test_renderings import PINNED
from tests.stacks import templates

REFUSED = {
    # The L2 keeps the original value of addresses that the pool does not verify; AWS refuses that.
    "attributes_of_all_kinds": {"sign-in.keep-original-not-verified"},
}
WHERE = (Deployment(), Deployment(region="us-east-1", account="111122223333"))
FOREIGN = (*stacks.STACKS, *(f"identity pool: {name}" for name in identity_stacks.STACKS))
EXAMPLES = (
    templates.minimal,
    templates.article,
    templates.company,
    templates.customer_app,
    templates.workforce,
    templates.machines,
    templates.high_security,
    templates.passwordless,
    templates.platform,
    templates.partner,
    templates.portal,
    templates.linked_accounts,
)


def errors(resources: Resources) -> Iterator[str]:
    return (str(one) for where in WHERE for one in judge(resources, where) if one.severity == "error")


@pytest.mark.parametrize("name", PATTERNS)
def test_what_people_deploy_is_no_error(name: str) -> None:
    assert list(errors(PATTERNS[name])) == []


def test_the_patterns_are_many() -> None:
    pools = [json.dumps(pool) for resources in PATTERNS.values() for _, pool in of_type(resources, USER_POOL)]
    assert len(set(pools)) >= 25


@cache
def _foreign() -> dict[str, Resources]:
    return {
        **synthesized(stacks.STACKS),
        **{f"identity pool: {name}": made for name, made in synthesized(identity_stacks.STACKS).items()},
    }


@pytest.mark.parametrize("name", FOREIGN)
def test_what_cdk_makes_is_no_error(name: str) -> None:
    found = {one.rule for one in judge(_foreign()[name]) if one.severity == "error"}
    assert found == REFUSED.get(name, set())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.__name__))
def test_the_example_stacks_have_no_error(example: Callable[[], Template]) -> None:
    assert list(errors(example().to_json()["Resources"])) == []


@pytest.mark.parametrize("rendering", sorted(PINNED.glob("*.json")), ids=lambda path: str(path.stem))
def test_no_profile_renders_an_error(rendering: Path) -> None:
    assert list(errors(json.loads(rendering.read_text(encoding="utf-8")))) == []
