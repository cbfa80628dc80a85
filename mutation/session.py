"""The mutants of some modules, and what became of them: cosmic-ray lists and keeps them, workers judge them."""

import difflib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path

from cosmic_ray.commands import init
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome, WorkItem, WorkResult

from mutation.source import Source
from mutation.touched import WORK

SESSION = WORK / "session.sqlite"
CHUNK = 150
"""How many mutants one worker judges: with more, the largest modules would end long after the others."""

_SKIPPED = WorkResult(worker_outcome=WorkerOutcome.SKIPPED)


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """A mutant, as the lines that it changes."""

    module: str
    line: int
    before: str
    after: str
    is_text: bool
    noticed: bool


def judge(modules: Iterable[str]) -> Iterator[tuple[str, list[Mutant]]]:
    """Run the tests against each mutant of some modules, and give the mutants module by module."""
    SESSION.unlink(missing_ok=True)
    with use_db(str(SESSION)) as session, ThreadPoolExecutor(cpu_count()) as pool:
        chunks: dict[Future[list[tuple[WorkItem, WorkResult]]], str] = {}
        for module in modules:
            items = _listed(module, session)
            for start in range(0, len(items) or 1, CHUNK):
                chunks[pool.submit(_judged, module, items[start : start + CHUNK])] = module
        missing = Counter(chunks.values())
        mutants: dict[str, list[Mutant]] = {module: [] for module in missing}
        for chunk in as_completed(chunks):
            module = chunks[chunk]
            if chunk.exception() is not None:  # what the others have found is kept
                print(f"{module} has not been measured: {chunk.exception()}", file=sys.stderr)
                continue
            for item, result in chunk.result():
                session.set_result(item.job_id, result)
                if result.worker_outcome != WorkerOutcome.SKIPPED:
                    mutants[module].append(_mutant(item, result))
            missing[module] -= 1
            if not missing[module]:
                yield module, sorted(mutants[module], key=lambda mutant: mutant.line)


def _listed(module: str, session: WorkDB) -> list[WorkItem]:
    """Add a module's mutants to the session, and give those that are to be judged."""
    listing = WorkDB(":memory:", WorkDB.Mode.create)
    init([Path(module)], listing, {})
    items = listing.work_items
    session.add_work_items(items)
    source = Source(Path(module))
    judged = [item for item in items if _counts(item.mutations[0], source)]
    skipped = {item.job_id for item in items} - {item.job_id for item in judged}
    session.set_multiple_results(skipped, _SKIPPED)
    return judged


def _counts(mutation: MutationSpec, source: Source) -> bool:
    """Leave out what is no code, and the order of anything but numbers: no word is less than another to a rule."""
    is_order = "Operator_Eq_" in mutation.operator_name or "Operator_NotEq_" in mutation.operator_name
    about_words = is_order and not mutation.operator_name.endswith("Eq") and not source.has_number(mutation.end_pos)
    return source.is_code(mutation.start_pos) and not about_words


def _judged(module: str, items: list[WorkItem]) -> list[tuple[WorkItem, WorkResult]]:
    """Have a worker of its own judge some mutants of a module."""
    jobs = {
        item.job_id: {"operator": each.operator_name, "occurrence": each.occurrence, "line": each.start_pos[0]}
        for item in items
        for each in item.mutations
    }
    command = [sys.executable, "-m", "mutation.worker", module]
    worker = subprocess.run(command, input=json.dumps(jobs), stdout=subprocess.PIPE, text=True, check=True)
    told = dict(map(json.loads, worker.stdout.splitlines()))
    text = Path(module).read_text(encoding="utf-8")
    return [(item, _result(text, **told[item.job_id])) for item in items]


def _result(text: str, mutant: str | None, by: str | None) -> WorkResult:
    if mutant is None:
        return _SKIPPED
    diff = difflib.unified_diff(text.splitlines(), mutant.splitlines(), n=0, lineterm="")
    outcome = TestOutcome.SURVIVED if by is None else TestOutcome.KILLED
    return WorkResult(worker_outcome=WorkerOutcome.NORMAL, test_outcome=outcome, output=by, diff="\n".join(diff))


def _mutant(item: WorkItem, result: WorkResult) -> Mutant:
    mutation = item.mutations[0]
    lines = (result.diff or "").splitlines()[2:]
    return Mutant(
        module=str(mutation.module_path),
        line=mutation.start_pos[0],
        before=_said(lines, "-"),
        after=_said(lines, "+"),
        is_text=mutation.operator_name == "own/Texts",
        noticed=result.test_outcome == TestOutcome.KILLED,
    )


def _said(lines: list[str], sign: str) -> str:
    return " ".join(line[1:].strip() for line in lines if line.startswith(sign)).strip()
