"""What runs in Lambda is what is tested: the same versions, from the same files. `make lock` writes the lists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LISTS = sorted(ROOT.glob("constructs_lib/functions/**/*.txt"))


def _pins(path: Path) -> set[tuple[str, str, frozenset[str]]]:
    """Give name, version and hashes of packages; one may be there for several Pythons."""
    pins = re.findall(r"^([\w.-]+)==([^\s;]+).*\n((?: +--hash=.*\n)+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {(name, version, frozenset(re.findall(r"sha256:\w+", hashes))) for name, version, hashes in pins}


def test_there_are_two_lists() -> None:
    assert [path.name for path in LISTS] == ["requirements.txt", "triggers.txt"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_at_the_versions_of_the_tests(path: Path) -> None:
    assert _pins(path) - _pins(ROOT / "requirements/dev.txt") == set()
    assert len(_pins(path)) >= 3


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_has_no_conditions_which_pip_would_ask_this_python_and_not_lambdas(path: Path) -> None:
    assert ";" not in path.read_text(encoding="utf-8")
