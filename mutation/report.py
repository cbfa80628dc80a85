"""What was measured: kept as data, a line for each module, and told in ``docs/mutation.md``."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from os import cpu_count
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

from mutation.equivalents import EQUIVALENTS, Equivalent
from mutation.source import MEASURED, modules

if TYPE_CHECKING:
    from mutation.session import Mutant

SCORES = Path("mutation/measured.json")
PAGE = Path("docs/mutation.md")

_HEAD = """\
<!-- Written by `make mutation`; do not edit. -->

# Mutation score

A mutant is a rule, a limit or a line of the rendering with one thing wrong: a comparison, a condition, a number, a
text, a decorator. The tests that run the line are run against it; a mutant that none of them notices is a missing test.

"""
_METHOD = """

`make mutation` measures everything, `make mutation only=constructs_lib/rules/topics/mfa.py` one file or folder anew.
The mutants are those of [cosmic-ray](https://cosmic-ray.readthedocs.io/), and of two operators of our own, for texts
and for `in`. The tests are all those that need no CDK; Hypothesis tries the same examples in every run. No module is
left out. What does not count: annotations and docstrings, where nothing happens; mutants that do not compile; and the
equivalent mutants at the end of this page. Left out of cosmic-ray's operators is what is noticed at once or by nobody:
most of the eleven ways to replace an operator, an order between words, `is` in place of `==`.
"""


@dataclass(frozen=True, kw_only=True)
class Score:
    """How many mutants of a module there are, and how many the tests notice."""

    made: int = 0
    noticed: int = 0
    texts_made: int = 0
    texts_noticed: int = 0
    equivalent: int = 0
    measured: str = ""


def score_of(mutants: "Iterable[Mutant]") -> Score:
    """Count the mutants of a module, but for the equivalent ones."""
    counting = [mutant for mutant in mutants if not is_equivalent(mutant)]
    texts = [mutant for mutant in counting if mutant.is_text]
    return Score(
        made=len(counting),
        noticed=sum(mutant.noticed for mutant in counting),
        texts_made=len(texts),
        texts_noticed=sum(mutant.noticed for mutant in texts),
        equivalent=sum(map(is_equivalent, mutants)),
        measured=f"{date.today()}, Python {python_version()}, {cpu_count()} cores",
    )


def is_equivalent(mutant: "Mutant") -> bool:
    """Tell whether a mutant that was not noticed is listed as one that nobody can tell from the original."""
    return not mutant.noticed and any(
        listed.is_about(mutant.module) and (listed.before, listed.after) == (mutant.before, mutant.after)
        for listed in EQUIVALENTS
    )


def kept() -> dict[str, Score]:
    """Give what has been measured so far."""
    scores = json.loads(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    return {module: Score(**score) for module, score in scores.items() if Path(module).exists()}


def keep(scores: dict[str, Score]) -> None:
    """Write data and page."""
    lines = (f'  "{module}": {json.dumps(asdict(scores[module]))}' for module in sorted(scores))
    SCORES.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    PAGE.write_text(page(scores, sorted(set(modules(MEASURED)) - scores.keys())), encoding="utf-8")


def page(scores: dict[str, Score], missing: Iterable[str] = ()) -> str:
    """Tell what was measured, and what has not been yet."""
    made, noticed = (sum(getattr(score, name) for score in scores.values()) for name in ("made", "noticed"))
    texts, texts_noticed = (
        sum(getattr(score, name) for score in scores.values()) for name in ("texts_made", "texts_noticed")
    )
    total = (
        f"**{percent(noticed, made)}** of {made:,} mutants are noticed: {percent(texts_noticed, texts)} of {texts:,} "
        f"texts, {percent(noticed - texts_noticed, made - texts)} of {made - texts:,} other things."
    )
    rows = ["| module | mutants | noticed | score | equivalent | measured |", "|---|---|---|---|---|---|"]
    rows += (
        f"| `{module}` | {score.made} | {score.noticed} | {percent(score.noticed, score.made)} | {score.equivalent} "
        f"| {score.measured} |"
        for module, score in sorted(scores.items())
    )
    later = [f"\nNot measured yet: {', '.join(f'`{module}`' for module in missing)}.\n"] if missing else []
    return _HEAD + total + _METHOD + "".join(later) + "\n" + "\n".join(rows) + "\n" + "\n".join(_equivalents())


def percent(part: int, whole: int) -> str:
    """Give a share, rounded down: 89.96 % is not 90 %."""
    return f"{1000 * part // whole / 10} %" if whole else "-"


def _equivalents() -> Iterator[str]:
    yield "\n## Equivalent mutants\n"
    modules = dict.fromkeys(listed.module for listed in EQUIVALENTS)
    for module in modules:
        yield f"`{module}`\n" if module else "in every module\n"
        yield from (_told(listed) for listed in EQUIVALENTS if listed.module == module)
        yield ""


def _told(listed: Equivalent) -> str:
    return f"- `{listed.before}` → {f'`{listed.after}`' if listed.after else 'nothing'}: {listed.reason}"
