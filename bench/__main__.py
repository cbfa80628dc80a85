"""Measure, side by side in one run: ``make bench``. Ratios hold on other machines, seconds do not."""

import shutil
import subprocess
import sys

from bench.apps.pool.settings import customers
from bench.authorizer import time_authorizer, time_cold_authorizer
from bench.check.comparison import compare_checks
from bench.comparison import ROOT, WORK, compare
from bench.diff import time_diffs
from bench.lock import compare_with_lock
from bench.timing import best, spread, timed
from constructs_lib import check
from constructs_lib.rendering import render

REFUSAL = """
from constructs_lib import PasswordPolicy, UserPoolSettings, check
assert check(UserPoolSettings(password_policy=PasswordPolicy(min_length=3)))
"""


def main() -> None:
    """Print every measurement."""
    shutil.rmtree(WORK, ignore_errors=True)
    for number in (1, 10, 80):
        compare("pool", number)
    compare("customer_app", 10)
    compare_checks()
    time_diffs()
    compare_with_lock(1)
    compare_with_lock(80)
    pure(1)
    pure(1000)
    cold()
    time_authorizer()
    time_cold_authorizer()


def pure(pools: int) -> None:
    """Time settings → resources → findings, without CDK."""
    settings = [customers(number) for number in range(pools)]
    made = best(lambda: [customers(number) for number in range(pools)])
    rendered = best(lambda: [render(each) for each in settings])
    judged = best(lambda: [check(each) for each in settings])
    steps = f"settings {made:.4f} s, rendered {rendered:.4f} s, rendered and judged {judged:.4f} s"
    print(f"{pools} pools in pure Python: {steps}")


def cold() -> None:
    """Time a refusal in a new interpreter without CDK."""
    times = [timed(lambda: subprocess.run([sys.executable, "-c", REFUSAL], cwd=ROOT, check=True)) for _ in range(21)]
    print(f"a refusal by a cold interpreter: {spread(times)} s")


if __name__ == "__main__":
    main()
