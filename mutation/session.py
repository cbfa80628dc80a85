"""The mutants of some modules, and what became of them: cosmic-ray lists them, workers judge them."""

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
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import MutationSpec

from mutation.source import Source

CHUNK = 150
"""How many mutants one worker judges: with more, the largest modules would end long after the others."""


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
    with ThreadPoolExecutor(cpu_count()) as pool:
        chunks: dict[Future[list[Mutant]], str] = {}
        for module in modules:
            items = _listed(module)
            for start in range(0, len(items) or 1, CHUNK):
                chunks[pool.submit(_judged, module, items[start : start + CHUNK])] = module
        missing = Counter(chunks.values())
        mutants: dict[str, list[Mutant]] = {module: [] for module in missing}
        for chunk in as_completed(chunks):
            module = chunks[chunk]
            if chunk.exception() is not None:  # what the others have found is kept
                print(f"{module} has not been measured: {chunk.exception()}", file=sys.stderr)
                continue
            mutants[module] += chunk.result()
            missing[module] -= 1
            if not missing[module]:
                yield module, sorted(mutants[module], key=lambda mutant: mutant.line)


def _listed(module: str) -> list[MutationSpec]:
    """List the mutants of a module that are to be judged."""
    source = Source(Path(module))
    with use_db(":memory:") as listing:
        init([Path(module)], listing, {})
        return [item.mutations[0] for item in listing.work_items if _counts(item.mutations[0], source)]


def _counts(mutation: MutationSpec, source: Source) -> bool:
    """Leave out what is no code, and the order of anything but numbers: no word is less than another to a rule."""
    is_order = "Operator_Eq_" in mutation.operator_name or "Operator_NotEq_" in mutation.operator_name
    about_words = is_order and not mutation.operator_name.endswith("Eq") and not source.has_number(mutation.end_pos)
    return source.is_code(mutation.start_pos) and not about_words


def _judged(module: str, mutations: list[MutationSpec]) -> list[Mutant]:
    """Have a worker of its own judge some mutants of a module; those that do not compile are none."""
    jobs = [
        {"operator": each.operator_name, "occurrence": each.occurrence, "line": each.start_pos[0]} for each in mutations
    ]
    command = [sys.executable, "-m", "mutation.worker", module]
    worker = subprocess.run(command, input=json.dumps(jobs), stdout=subprocess.PIPE, text=True, check=True)
    told = map(json.loads, worker.stdout.splitlines())
    text = Path(module).read_text(encoding="utf-8")
    return [
        _mutant(mutation, text, mutant, by)
        for mutation, (mutant, by) in zip(mutations, told, strict=True)
        if mutant is not None
    ]


def _mutant(mutation: MutationSpec, text: str, mutant: str, by: str | None) -> Mutant:
    lines = list(difflib.unified_diff(text.splitlines(), mutant.splitlines(), n=0, lineterm=""))[2:]
    return Mutant(
        module=str(mutation.module_path),
        line=mutation.start_pos[0],
        before=_said(lines, "-"),
        after=_said(lines, "+"),
        is_text=mutation.operator_name == "own/Texts",
        noticed=by is not None,
    )


def _said(lines: list[str], sign: str) -> str:
    return " ".join(line[1:].strip() for line in lines if line.startswith(sign)).strip()
