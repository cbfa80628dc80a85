"""Work that is shared among the processors of this machine, where there is enough of it."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from multiprocessing.pool import Pool
from typing import Any, TypeVar

Part = TypeVar("Part")
Found = TypeVar("Found")

_of_number: Callable[[int], Any]
"""What a worker does for a part, by the part's number."""


def shared(work: Callable[[Part], list[Found]], parts: Sequence[Part]) -> Iterator[Found]:
    """Do the same for each part, several at a time where the machine can; what is found comes in the parts' order.

    Processes are forked, so that they know the parts without being told, whatever these are.

    Args:
        work: What to do; what it finds is told by one process to another, so that it must be plain data.
        parts: What to do it for.
    """
    pool = _pool(min(len(parts), _processors()), lambda number: work(parts[number]))
    if pool is None:
        yield from chain.from_iterable(map(work, parts))
        return
    with pool:
        yield from chain.from_iterable(pool.imap(_do, range(len(parts))))


def _pool(workers: int, of_number: Callable[[int], Any]) -> Pool | None:
    """Make the workers; none where one is enough, and where a machine forks nothing or lets nobody wait for others."""
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return None
    try:
        return multiprocessing.get_context("fork").Pool(workers, _begin, (of_number,))
    except (ImportError, OSError):  # no semaphores, as in some containers
        return None


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(of_number: Callable[[int], Any]) -> None:
    """Begin to be one of the workers; an interrupt is for the process that waits for them."""
    global _of_number
    _of_number = of_number
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(number: int) -> Any:
    return _of_number(number)
