"""How long something takes."""

import statistics
import time
from collections.abc import Callable, Sequence


def timed(run: Callable[[], object]) -> float:
    """Give the seconds of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def best(run: Callable[[], object]) -> float:
    """Give the seconds of the quickest of five runs."""
    return min(timed(run) for _ in range(5))


def spread(values: Sequence[float]) -> str:
    """Show the median, the least and the most."""
    return f"{statistics.median(values):.3f} ({min(values):.3f} to {max(values):.3f})"
