"""How findings are told: in order, in somebody's words, and all at once."""

from typing import Any

import pytest

from constructs_lib.resources.values import Path
from constructs_lib.rules import Finding, InvalidSettingsError
from constructs_lib.rules.finding import in_order


def finding(path: str = "Pool.Name", **said: Any) -> Finding:
    given: dict[str, Any] = {
        "rule": "topic.claim",
        "severity": "error",
        "resource": "Pool",
        "property": ("Name",),
        "path": path,
        "problem": "is wrong",
        "allowed": "another",
        "fix": "choose another",
        "source": "https://aws.example",
    }
    return Finding(**given | said)


TOLD = """\
Pool.Name: is wrong
   allowed: another
   fix: choose another
   [topic.claim] https://aws.example"""


def test_what_is_allowed_is_told_once() -> None:
    assert str(finding()) == TOLD
    assert "allowed" not in str(finding(problem="must be another"))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("x" * 198, f"'{'x' * 198}'"),
        ("x" * 199, f"'{'x' * 196}..."),
        (["x" * 300], f"['{'x' * 195}..."),
        (False, "False"),
    ],
)
def test_a_long_value_is_cut_to_two_hundred_characters(value: Any, shown: str) -> None:
    assert str(finding(got=value)).partition("\n")[0] == f"Pool.Name: is wrong, got {shown}"


def test_paths_are_sorted_as_people_count() -> None:
    paths = ["A.B[2]", "A.B[10]", "A.B[10].C", "A.B1", "A.B10", "A.Ba", "A1", "A10.A", "A2", "B"]
    told = [each.path for each in in_order([finding(path) for path in reversed(paths)])]
    assert told == ["A1", "A2", "A10.A", "A.B1", "A.B10", "A.B[2]", "A.B[10]", "A.B[10].C", "A.Ba", "B"]


def test_of_one_place_errors_come_first_and_then_the_rules_by_name() -> None:
    last = finding(severity="warning", rule="a.a")
    findings = [last, finding(rule="b.b"), finding(rule="a.b", problem="z"), finding(rule="a.b", problem="a")]
    assert in_order(findings) == [*reversed(findings)]


def words(resource: str, path: Path) -> str:
    return f"<{resource} {'/'.join(map(str, path))}>"


def test_properties_in_braces_are_put_into_somebodys_words() -> None:
    told = finding(
        resource="Client",
        pool="Pool",
        property=("Urls", 0),
        problem="needs {A.B}",
        allowed="{pool.C.D}",
        fix="leave {####} and {username} alone, and {Es} too",
    ).in_words(words)
    assert (told.path, told.problem, told.allowed, told.fix) == (
        "<Client Urls/0>",
        "needs <Client A/B>",
        "<Pool C/D>",
        "leave {####} and {username} alone, and <Client Es> too",
    )


def test_the_pool_of_what_belongs_to_none_is_itself() -> None:
    assert finding(problem="needs {pool.As}").in_words(words).problem == "needs <Pool As>"


def test_everything_that_is_wrong_is_told_at_once() -> None:
    one, two = InvalidSettingsError([finding()]), InvalidSettingsError([finding(), finding()])
    assert str(one) == f"1 setting is not valid for Amazon Cognito:\n1. {TOLD}"
    assert str(two) == f"2 settings are not valid for Amazon Cognito:\n1. {TOLD}\n2. {TOLD}"
    assert (one.findings, two.findings) == ((finding(),), (finding(), finding()))
