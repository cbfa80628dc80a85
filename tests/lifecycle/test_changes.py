"""Each row of the tables: what is told of a change, word by word."""

import re

import pytest

from constructs_lib.lifecycle.change import Change
from constructs_lib.lifecycle.diff import diff
from constructs_lib.lifecycle.effect import Row
from constructs_lib.lifecycle.mutability import ROWS
from tests.lifecycle import changes_of_app_client, changes_of_around, changes_of_identity_pool, changes_of_user_pool
from tests.lifecycle.told import Case, one, told

CASES = [
    *changes_of_user_pool.CASES,
    *changes_of_app_client.CASES,
    *changes_of_around.CASES,
    *changes_of_identity_pool.CASES,
]


def _name(case: Case) -> str:
    return f"{case.type.rpartition('::')[2]} {case.says.splitlines()[0]}"[:90]


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_change_is_told_with_what_it_does_and_who_says_so(case: Case) -> None:
    assert told(case.type, case.before, case.after) == case.says


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_nothing_is_told_where_nothing_changes(case: Case) -> None:
    assert told(case.type, case.before, case.before) == ""
    assert told(case.type, case.after, case.after) == ""


def _is_of(row: Row, change: Change) -> bool:
    words = re.escape(row.says).replace(re.escape("{lost}"), ".+")
    path = re.escape(row.path).replace(r"\[\]", r"\[.*\]").replace(r"\*", ".*")
    return (
        row.effect is change.effect
        and row.source == change.source
        and re.fullmatch(words, change.says) is not None
        and re.fullmatch(path, change.words) is not None
    )


@pytest.mark.parametrize("type_name", ROWS)
def test_every_row_has_a_case(type_name: str) -> None:
    cases = [case for case in CASES if case.type == type_name]
    changes = [c for case in cases for c in diff(one(type_name, case.before), one(type_name, case.after))]
    assert [row.path for row in ROWS[type_name] if not any(_is_of(row, change) for change in changes)] == []
