"""Pools that settings can say and `check` has no error about, by the hundred."""

from collections.abc import Iterator
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from constructs_lib import IdentityPoolSettings, check
from constructs_lib.rendering import read, read_identity_pool, render
from constructs_lib.rendering.names import around
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Json
from constructs_lib.rules import Deployment
from constructs_lib.rules.catalogue import limits_of
from constructs_lib.settings import UserPoolSettings
from tests.differential.examples import Example
from tests.rules.edges import inside
from tests.rules.placing import placed

T = TypeVar("T")

SOMEWHERE = Deployment(region="eu-central-1", account="111122223333")
_HOW_MANY, _LONGEST = 150, 1_000


def settings() -> Iterator[Example]:
    """Walk what settings render that `check` lets pass; the same ones in every run."""
    for number, found in enumerate(_drawn(_families(), _HOW_MANY)):
        if all(finding.severity == "warning" for finding in check(found, SOMEWHERE)):
            yield Example(f"settings {number}: {found!r}", render(found), SOMEWHERE)


def _drawn(strategy: st.SearchStrategy[T], number: int) -> list[T]:
    found: list[T] = []

    @hypothesis_settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: T) -> None:
        found.append(value)

    draw()
    return found


_ROOTS: list[tuple[Any, str, Any]] = [
    (UserPoolSettings, "UserPoolId", read),
    (IdentityPoolSettings, "IdentityPoolId", read_identity_pool),
]


@st.composite
def _families(draw: st.DrawFn) -> Any:
    """Make a pool with a few properties and up to two resources around it, each value within its limit."""
    root, link, reading = draw(st.sampled_from(_ROOTS))
    kinds = sorted({field.part.TYPE for field in around(root) if link in field.part.LINKS})
    resources: Resources = {"Resource": {"Type": root.TYPE, "Properties": draw(_properties(root.TYPE))}}
    for number, kind in enumerate(draw(st.lists(st.sampled_from(kinds), max_size=2, unique=True))):
        properties = draw(_properties(kind)) | {link: {"Ref": "Resource"}}
        resources[f"Other{number}"] = {"Type": kind, "Properties": properties}
    return reading(resources, "Resource").settings


def _properties(kind: str) -> st.SearchStrategy[Json]:
    table = limits_of(kind)
    values = [
        placed(kind, limit.path, value)
        for limit in (table.rows if table else ())
        if limit.severity == "error"
        for value in inside(limit.kind)
        if len(repr(value)) <= _LONGEST
    ]
    return st.lists(st.sampled_from(values), min_size=1, max_size=4).map(_merged)


def _merged(values: list[Json]) -> Json:
    """Lay objects over each other; where two say something else of one property, the later one counts."""
    merged: dict[str, Json] = {}
    for value in values:
        for name, item in value.items():
            both = isinstance(item, dict) and isinstance(merged.get(name), dict)
            merged[name] = _merged([merged[name], item]) if both else item
    return merged
