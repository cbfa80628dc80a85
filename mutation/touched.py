"""Which tests run which lines: all tests once, under coverage, before there is any mutant."""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterable
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import coverage
import hypothesis
import pytest

from mutation.source import MEASURED, Source

TESTS = (
    "tests/rules",
    "tests/rendering",
    "tests/settings",
    "tests/profiles",
    "tests/resources",
    "tests/test_accepting.py",
    "tests/test_public_names.py",
    "tests/test_silence.py",
    "tests/test_tables.py",
)
"""The tests that need no CDK."""

TABLES = "tests/test_tables.py"
"""They say what rules say of themselves: reasons, evidence, sources."""
TABLE = f"{TABLES}::test_the_table_is_the_codes[rules.md]"

WORK = Path(".work/mutation")
_LINES, _SECONDS = WORK / "lines", WORK / "seconds.json"
AT_LEAST = 40
"""How many tests are tried before the many that do no more than pass by."""
AT_MOST = 10
"""How many seconds those many may take: the slowest are not tried, which finds fewer mutants, never more."""
SLOW = 0.3
"""A test of more seconds is tried after the others, unless it is about the module."""


class _Contexts:
    """Note for each line which tests run it, and for each test how long it takes."""

    def __init__(self, measuring: coverage.Coverage) -> None:
        self.measuring = measuring
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        self.measuring.switch_context(item.nodeid)
        started = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - started
        self.measuring.switch_context("")
        return result


def same_every_time() -> None:
    """Have Hypothesis try the same examples in every run, so that the figure is the same; one that fails is enough."""
    phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    hypothesis.settings.register_profile("mutation", derandomize=True, database=None, deadline=None, phases=phases)
    hypothesis.settings.load_profile("mutation")


def run_once() -> None:
    """Run all tests, which must pass, and keep what they touch."""
    WORK.mkdir(parents=True, exist_ok=True)
    same_every_time()
    measuring = coverage.Coverage(data_file=str(_LINES), config_file=False, source=list(MEASURED))
    measuring.erase()
    contexts = _Contexts(measuring)
    measuring.start()
    failed = pytest.main(["-q", "-q", "-x", "-o", "addopts=", "-p", "no:cacheprovider", *TESTS], plugins=[contexts])
    measuring.stop()
    measuring.save()
    if failed:
        sys.exit("the tests fail without any mutant")
    _SECONDS.write_text(json.dumps(contexts.seconds), encoding="utf-8")


class Touched:
    """The tests that run the lines of one module, those first that are likely to notice a mutant."""

    def __init__(self, path: str, source: Source) -> None:
        self._path, self._source = path, source
        self.seconds: dict[str, float] = json.loads(_SECONDS.read_text(encoding="utf-8"))
        data = coverage.CoverageData(str(_LINES))
        data.read()
        self._tests = {
            line: frozenset(tests) & self.seconds.keys()
            for line, tests in data.contexts_by_lineno(os.path.abspath(path)).items()
            if line in source.lines_in_functions
        }

    def stages(self, line: int) -> list[frozenset[str]]:
        """Give the tests to run against a mutant in a line: a few that are likely to notice, then the others."""
        function = self._source.function_at(line)
        around = self._tests if function is None else function
        depth = Counter(test for each in around for test in self._tests.get(each, ()))
        # What is only remembered from another test (such as what a rule needs) is no line that a test runs.
        likely = {test for test in self.seconds if self._is_about(test)}
        candidates = self._running(line, function) | likely
        ranked = sorted(
            candidates, key=lambda test: (test not in likely, self.seconds[test] > SLOW, -depth[test], test)
        )
        first = max(len(likely), AT_LEAST)
        told = [TABLE] if line not in self._source.lines_in_functions else []
        stages = told, ranked[:first], self._within_seconds(ranked[first:])
        return [frozenset(stage) for stage in stages if stage]

    def _within_seconds(self, tests: list[str]) -> list[str]:
        """Give as many as go into the time that one mutant is worth."""
        cheapest = sorted(tests, key=self.seconds.__getitem__)
        spent = accumulate(map(self.seconds.__getitem__, cheapest))
        return [test for test, seconds in zip(cheapest, spent, strict=True) if seconds <= AT_MOST]

    def _running(self, line: int, function: range | None) -> frozenset[str]:
        """Give the tests that run a line; those of the whole function or module, where it runs at import."""
        if line in self._source.lines_in_functions:
            tests = self._of(self._source.statement_at(line))
            return tests or self._of(function or ()) or self._of_all
        return self._of(function) if function is not None else self._of_all

    def _is_about(self, test: str) -> bool:
        """Tell whether a test is called after the module, or after a rule or a row of it, or reads what rules say."""
        file, _, named = test.partition("::")
        parameter = named.partition("[")[2].removesuffix("]")
        names = {f"test_{name}" for name in Path(self._path).with_suffix("").parts}  # limits have one test for all
        called_after = Path(file).stem in names or file == TABLES
        return called_after or (parameter != "" and f'"{parameter}"' in self._source.text)

    def _of(self, lines: Iterable[int]) -> frozenset[str]:
        return frozenset[str]().union(*(self._tests.get(line, frozenset()) for line in lines))

    @cached_property
    def _of_all(self) -> frozenset[str]:
        return self._of(self._tests) or frozenset(self.seconds)


if __name__ == "__main__":
    run_once()
