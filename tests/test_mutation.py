"""What of a module mutants are made of, and the mutants that are said to be no mistakes."""

from pathlib import Path

import pytest

from mutation.equivalents import EQUIVALENTS, EVERYWHERE, Equivalent
from mutation.report import Score, page
from mutation.source import Source

MODULE = '''\
"""A module."""
WORDS: dict[str, int] = {"é": 1}
Side = Literal["left", "right"]


@rule(
    "side",
)
def side(
    pool: "View",
) -> bool:
    """Tell the side."""
    if (
        pool.left
    ):
        return pool.text(
            "left",
        ) != "right"
    match pool:
        case 1:
            return True
    return False
'''


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "module.py"
    path.write_text(MODULE, encoding="utf-8")
    return Source(path)


def _place(text: str, nth: int = 1) -> tuple[int, int]:
    before = MODULE.split(text, nth)[:nth]
    until = text.join(before)
    return until.count("\n") + 1, len(until.rpartition("\n")[2])


@pytest.mark.parametrize("text", ['"é"', "1}", '"side"', "pool.left", "pool.text", "True", "1:"])
def test_what_happens_is_code(source: Source, text: str) -> None:
    assert source.is_code(_place(text))


@pytest.mark.parametrize("text", ['"""A module', "dict[", "int]", '"right"]', '"View"', "bool:", '"""Tell'])
def test_what_is_for_people_and_type_checkers_is_no_code(source: Source, text: str) -> None:
    assert not source.is_code(_place(text))


def test_a_number_is_told_from_a_word(source: Source) -> None:
    assert source.has_number(_place("1}"))
    assert source.has_number(_place(" 1:"))
    assert not source.has_number(_place('"right"\n'))


def test_a_statement_ends_where_its_block_begins(source: Source) -> None:
    lines = MODULE.split("\n")
    assert [lines[line - 1] for line in source.statement_at(_place("pool.left")[0])] == lines[12:15]
    assert [lines[line - 1] for line in source.statement_at(_place("text")[0])] == lines[15:18]
    assert [lines[line - 1] for line in source.statement_at(_place("match")[0])] == lines[18:19]


def test_a_decorator_belongs_to_its_function_and_runs_at_import(source: Source) -> None:
    line = _place('"side"')[0]
    assert source.function_at(line) == range(12, 23)
    assert line not in source.lines_in_functions
    assert _place("pool.left")[0] in source.lines_in_functions
    assert source.function_at(1) is None


@pytest.mark.parametrize("equivalent", EQUIVALENTS, ids=lambda each: f"{each.module}: {each.after}")
def test_an_equivalent_mutant_is_one_of_a_line_there_is(equivalent: Equivalent) -> None:
    assert equivalent.reason
    assert equivalent.before != equivalent.after
    if equivalent.module == EVERYWHERE:
        return
    module = " ".join(line.strip() for line in Path(equivalent.module).read_text(encoding="utf-8").split("\n"))
    assert equivalent.before in module


def test_the_page_rounds_down_and_tells_texts_from_the_rest() -> None:
    score = Score(made=2000, noticed=1799, texts_made=1000, texts_noticed=1000, equivalent=3, measured="2026-11-24")
    told = page({"constructs_lib/rules/view.py": score})
    assert "**89.9 %** of 2,000 mutants are noticed: 100.0 % of 1,000 texts, 79.9 % of 1,000 other things." in told
    assert "| `constructs_lib/rules/view.py` | 2000 | 1799 | 89.9 % | 3 | 2026-11-24 |" in told
