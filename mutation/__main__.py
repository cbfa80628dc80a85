"""Measure whether the tests notice mutants: ``make mutation``, or ``python -m mutation PATH …`` for a part."""

import subprocess
import sys
import time
from pathlib import Path

from mutation.equivalents import EQUIVALENTS
from mutation.operators import provide
from mutation.report import Score, is_equivalent, keep, kept, percent, score_of
from mutation.session import Mutant, judge
from mutation.source import MEASURED, modules

SURVIVED = Path(".work/mutation/survived.txt")


def main() -> None:
    """Measure, tell, and write the page."""
    started = time.monotonic()
    print("==> all tests once, to learn which lines each of them runs (a minute)", flush=True)
    subprocess.run([sys.executable, "-m", "mutation.touched"], check=True)
    provide()
    chosen = list(dict.fromkeys(modules(sys.argv[1:] or MEASURED)))
    print(f"==> the mutants of {len(chosen)} modules", flush=True)
    survivors: list[Mutant] = []
    scores: dict[str, Score] = {}
    for module, mutants in judge(chosen):
        scores[module] = score = score_of(mutants)
        survivors += (mutant for mutant in mutants if not mutant.noticed and not is_equivalent(mutant))
        keep({**kept(), module: score})
        SURVIVED.write_text("".join(map(_told, survivors)), encoding="utf-8")
        print(f"{percent(score.noticed, score.made):>8} of {score.made:>4}  {module}", flush=True)
        for stale in _stale(module, mutants):
            print(f"         listed as equivalent, and is not: {stale}")
    made, noticed = (sum(getattr(score, name) for score in scores.values()) for name in ("made", "noticed"))
    minutes = round((time.monotonic() - started) / 60)
    print(f"{percent(noticed, made):>8} of {made:,}, in {minutes} minutes; the others are in {SURVIVED}")


def _stale(module: str, mutants: list[Mutant]) -> list[str]:
    """Name the equivalent mutants of a module that are noticed, or made no more."""
    survived = {(mutant.before, mutant.after) for mutant in mutants if not mutant.noticed}
    listed = [each for each in EQUIVALENTS if each.module == module]
    return [f"{each.before} → {each.after}" for each in listed if (each.before, each.after) not in survived]


def _told(mutant: Mutant) -> str:
    return f"{mutant.module}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}\n"


if __name__ == "__main__":
    main()
