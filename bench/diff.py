"""`userpool diff` of two assemblies as a whole process: nothing changed, and three changes of every pool."""

import json
import subprocess
import sys
from pathlib import Path

from bench.check.files import write_assembly
from bench.comparison import ROOT, WORK
from bench.timing import spread, timed

COMMAND = (sys.executable, "-m", "constructs_lib.cli", "diff", "--format=json")
CHANGES = (
    ('"MinimumLength": 12', '"MinimumLength": 15'),
    ('"shop-customers-', '"shop-people-'),
    ('"ALLOW_USER_SRP_AUTH"', '"ALLOW_CUSTOM_AUTH"'),
)
"""In place, another domain, and a way of signing in that is gone."""


def time_diffs(pools: int = 1000, rounds: int = 7) -> None:
    """Time both, and tell how many changes there are."""
    old, new = (write_assembly(WORK / "diff" / name, pools) for name in ("old", "new"))
    _report(f"diff of two cdk.out of {pools:,} pools, nothing changed", old, new, rounds)
    for template in new.glob("*.template.json"):
        text = template.read_text(encoding="utf-8")
        for before, after in CHANGES:
            text = text.replace(before, after)
        template.write_text(text, encoding="utf-8")
    _report(f"diff of two cdk.out of {pools:,} pools, all changed", old, new, rounds)


def _report(what: str, old: Path, new: Path, rounds: int) -> None:
    times = [timed(lambda: _run(old, new)) for _ in range(rounds)]
    print(f"{what}: {spread(times)} s, {len(json.loads(_run(old, new))['changes']):,} changes")


def _run(old: Path, new: Path) -> str:
    return subprocess.run([*COMMAND, str(old), str(new)], cwd=ROOT, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    time_diffs()
