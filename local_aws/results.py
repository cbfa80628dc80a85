"""What a demonstration found: its verdicts, its rows and the one table at the end. Pure: nothing here talks to anybody."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WORKS = "works"
RECORDED = "recorded, not emulated"
DIFFERS = "emulator differs"
FAILED = "FAILED"
NO_PROBE = "NO PROBE"


@dataclass(frozen=True)
class Result:
    """What one probe found; the claim is the sentence that it showed, the note says how the emulator differs or why it failed."""

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
    """Write the rows as text: the feature, then a line for each probe with its verdict and what it showed."""
    lines = []
    for row in rows:
        lines.append(row.feature)
        if not row.results:
            lines.append(f"    {NO_PROBE}")
        for result in row.results:
            verdict = f"{result.verdict}: {result.note}" if result.note else result.verdict
            lines += _folded(f"{result.claim}", "    ", width)
            lines += _folded(f"-> {verdict}  [{result.probe}]", "      ", width)
    return "\n".join(lines)


def _folded(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=f"{indent}   ", break_long_words=False)


def times(steps: Sequence[tuple[str, float]]) -> str:
    """Write each step with the seconds it took, and their sum."""
    longest = max((len(name) for name, _ in steps), default=0)
    lines = [f"  {name:<{longest}}  {seconds:6.1f} s" for name, seconds in steps]
    return "\n".join([*lines, f"  {'together':<{longest}}  {sum(seconds for _, seconds in steps):6.1f} s"])
