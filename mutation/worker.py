"""Judge the mutants of one module: ``python -m mutation.worker MODULE`` reads them, and prints a line for each.

Everything that does not import the module is imported once. A process is then forked for each mutant: it takes the
mutant in the module's place, imports the rest, and runs the tests until one fails.
"""

import gc
import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

from mutation.operators import provide
from mutation.source import Source
from mutation.touched import Touched, same_every_time

SECONDS = 60
"""How long the tests may take that a mutant is given; whatever makes them take longer is noticed."""
BYTES = 4 * 2**30
"""How much memory they may take, likewise: a mutant may well ask for a text of all lengths."""
OUT_OF_TIME = "the clock"


class _NotYetError(ImportError):
    """The module, or what imports it, is imported once the mutant is there."""


class _InPlace(MetaPathFinder):
    """Give a mutant in place of the module, and nothing before there is one."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.module = _module(path)
        self.mutant: str | None = None

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname != self.module:
            return None
        if self.mutant is None:
            raise _NotYetError(fullname)
        return spec_from_file_location(fullname, self._path, loader=_Loader(fullname, self._path, self.mutant))


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, mutant: str) -> None:
        super().__init__(fullname, path)
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._mutant, self.path, "exec", dont_inherit=True)


class _Only:
    """Run the tests that were asked for, and those whose names exist only since the mutant."""

    def __init__(self, tests: frozenset[str], known: frozenset[str], tell: int) -> None:
        self._tests, self._known, self._tell = tests, known, tell
        self._functions, self._known_functions = ({test.partition("[")[0] for test in each} for each in (tests, known))

    def pytest_pycollect_makeitem(self, collector: pytest.Collector, name: str) -> list[pytest.Item] | None:
        """Pass over whole functions: making thousands of items takes longer than running some."""
        test = f"{collector.nodeid}::{name}"
        return [] if test in self._known_functions and test not in self._functions else None

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self._tests or item.nodeid not in self._known]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._noticed_by(report.nodeid)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            self._noticed_by(item.nodeid)

    def _noticed_by(self, test: str) -> None:
        os.write(self._tell, test.encode())
        os._exit(0)


class _Judging:
    """Take the place of pytest's collection: fork for each mutant, and go on in the forked process."""

    def __init__(self, path: str, jobs: Sequence[Mapping[str, Any]], tell: int) -> None:
        self._jobs, self._tell = jobs, tell
        self._source = Source(Path(path))
        self._tests = Touched(path, self._source)
        self._known = frozenset(self._tests.seconds)
        self._in_place = _InPlace(path)
        self._trusted: set[str] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> None:
        """Import what can be imported, and judge; in a forked process leave the tests to pytest."""
        sys.meta_path.insert(0, self._in_place)
        _import_all(map(str, Path("constructs_lib/rules").rglob("*.py")))
        _import_all({test.partition("::")[0] for test in self._known})
        if "constructs_lib" not in sys.modules:
            _forget("constructs_lib", "docs", "tests")
        gc.collect()
        gc.freeze()
        for job in self._jobs:
            for told in self._judged(**job, session=session):
                if told is None:
                    return
                os.write(self._tell, f"{json.dumps(told)}\n".encode())
        os._exit(0)

    def _judged(
        self, operator: str, occurrence: int, line: int, session: pytest.Session
    ) -> Iterator[tuple[str | None, str | None] | None]:
        """Give a mutant, if it compiles, and the test that noticed it; nothing in the forked process."""
        mutant = mutate_code(self._source.text, get_operator(operator)(), occurrence)
        if not _compiles(mutant):
            yield None, None
            return
        noticed = None
        for stage in self._tests.stages(line):
            noticed = self._noticed_by(stage, mutant, session)
            if noticed == "":
                yield None
            if noticed is not None:
                break
        if noticed is not None and noticed not in self._trusted:
            again = self._noticed_by(self._one_of(noticed), self._source.text, session)
            if again == "":
                yield None
            if again is not None:
                raise RuntimeError(f"{again} fails without a mutant")
            self._trusted.add(noticed)
        yield mutant, noticed

    def _one_of(self, noticed: str) -> frozenset[str]:
        """Give the test that noticed; of a file that could not be collected any one."""
        return frozenset([test for test in self._known if test == noticed or test.startswith(f"{noticed}::")][:1])

    def _noticed_by(self, tests: frozenset[str], mutant: str, session: pytest.Session) -> str | None:
        """Name the test that fails; nothing if all pass, and an empty name in the forked process."""
        reading, telling = os.pipe()
        child = os.fork()
        if child == 0:
            signal.alarm(SECONDS)
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
            self._in_place.mutant = mutant
            session.config.pluginmanager.register(_Only(tests, self._known, telling))
            session.config.args = sorted({test.partition("::")[0] for test in tests})
            return ""
        os.close(telling)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            noticed = pipe.read()
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code == -signal.SIGALRM:
            return OUT_OF_TIME
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            raise RuntimeError(f"pytest ends with {code}")
        return noticed or None


def _compiles(mutant: str | None) -> bool:
    try:
        compile(mutant or "?", "mutant", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _import_all(files: Iterable[str]) -> None:
    for name in sorted(files):
        with suppress(ImportError):  # the module's own, or of what was left half imported by it
            importlib.import_module(_module(name))


def _forget(*packages: str) -> None:
    """Begin anew where the whole library needs the module, and some of it was imported by parts."""
    for name in [name for name in sys.modules if name.partition(".")[0] in packages]:
        del sys.modules[name]


def main() -> None:
    """Judge the mutants that are read."""
    path, jobs = sys.argv[1], json.load(sys.stdin)
    tell = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    provide()
    same_every_time()
    judging = _Judging(path, jobs, tell)
    arguments = ["-q", "-x", "-s", "-o", "addopts=", "-p", "no:cacheprovider", "-W", "ignore"]
    os._exit(pytest.main(arguments, plugins=[judging]))


if __name__ == "__main__":
    main()
