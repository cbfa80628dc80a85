"""What a rule must be to be one, and the limits at a place."""

from collections.abc import Iterator

import pytest

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.catalogue import rules_of
from constructs_lib.rules.limits.kinds import Kind, List, Record, Whole
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import RULES, rule
from constructs_lib.rules.view import Problem, View


def nothing(view: View) -> Iterator[Problem]:
    """Find nothing."""
    yield from view.get("Nothing") or ()


def test_what_is_only_inferred_is_a_warning() -> None:
    with pytest.raises(ValueError, match=r"^topic\.guess: what is only inferred is a warning$"):
        rule("topic.guess", USER_POOL, why="so", evidence="inferred", source="https://aws.example")(nothing)
    assert "topic.guess" not in RULES


def test_an_id_belongs_to_one_rule() -> None:
    first = rules_of(USER_POOL)[0].id
    with pytest.raises(ValueError, match=rf"^{first}: two rules of that id$"):
        rule(first, USER_POOL, why="so", evidence="API model", source="https://aws.example")(nothing)
    assert RULES[first].check is not nothing


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ((), (Record(),)),
        (("A",), (List(),)),
        (("A", 0), (Record(("B",)),)),
        (("A", 3, "B"), (Whole(1),)),
        (("C", "any"), (Whole(2),)),
        (("D",), ()),
        (("A", "B"), ()),
        (("X", "Y", 0), ()),
    ],
)
def test_the_kinds_at_a_place_are_those_of_its_rows(path: tuple[str | int, ...], kinds: tuple[object, ...]) -> None:
    rows: list[tuple[str, Kind]] = [
        ("", Record()),
        ("A", List()),
        ("A[]", Record(("B",))),
        ("A[].B", Whole(1)),
        ("C{}", Whole(2)),
    ]
    limits = Limits(USER_POOL, [Limit(f"id.{place}", place, kind, "fix", "source") for place, kind in rows])
    assert limits.kinds_at(path) == kinds
