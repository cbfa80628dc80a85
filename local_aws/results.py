"""What a demonstration found: its verdicts, its rows and the one table at the end; pure, it talks to nobody."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WORKS = "works"
RECORDED = "recorded, not emulated"
DIFFERS = "emulator differs"
SKIPPED = "skipped"
FAILED = "FAILED"
NO_PROBE = "NO PROBE"


@dataclass(frozen=True)
class Result:
    """What one probe found: the claim that it tested, and a note on how the emulator differs or why it failed."""

    probe: str
    claim: str
    verdict: str
    note: str = ""


@dataclass(frozen=True)
class Row:
    """One feature of the article with everything that was found out about it."""

    feature: str
    results: tuple[Result, ...]

    @property
    def verdicts(self) -> tuple[str, ...]:
        return tuple(result.verdict for result in self.results) or (NO_PROBE,)

    @property
    def good(self) -> bool:
        return not {FAILED, NO_PROBE} & set(self.verdicts)


def table(rows: Sequence[Row], width: int = 120) -> str:
    """Write the rows as text: under each feature a line for each probe, with verdict, name and what it showed."""
    results = [result for row in rows for result in row.results]
    verdicts = max((len(result.verdict) for result in results), default=0)
    names = max((len(result.probe) for result in results), default=0)
    lines = []
    for row in rows:
        lines.append(row.feature)
        if not row.results:
            lines.append(f"  {NO_PROBE}")
        for result in row.results:
            head = f"  {result.verdict:<{verdicts}}  {result.probe:<{names}}  "
            indent = " " * len(head)
            lines += textwrap.wrap(result.claim, width, initial_indent=head, subsequent_indent=indent)
            if result.note:
                lines += textwrap.wrap(f"({result.note})", width, initial_indent=indent, subsequent_indent=indent + " ")
    return "\n".join(lines)


def count(rows: Sequence[Row]) -> str:
    """Say in one line how many probes came to which verdict."""
    found = Counter(verdict for row in rows for verdict in row.verdicts)
    order = (WORKS, RECORDED, DIFFERS, SKIPPED, NO_PROBE, FAILED)
    return ", ".join(f"{found[verdict]} {verdict}" for verdict in order if found[verdict])


def times(steps: Sequence[tuple[str, float]]) -> str:
    """Write each step with the seconds it took, and their sum."""
    longest = max(len(name) for name, _ in [*steps, ("together", 0)])
    lines = [f"  {name:<{longest}}  {seconds:6.1f} s" for name, seconds in steps]
    return "\n".join([*lines, f"  {'together':<{longest}}  {sum(seconds for _, seconds in steps):6.1f} s"])
