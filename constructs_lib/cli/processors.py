"""Work that is shared among the processors of this machine, where there is enough of it."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
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
    workers = min(len(parts), _processors())
    if workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from chain.from_iterable(map(work, parts))
        return
    of_number = (lambda number: work(parts[number]),)
    with multiprocessing.get_context("fork").Pool(workers, _begin, of_number) as pool:
        yield from chain.from_iterable(pool.imap(_do, range(len(parts))))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(of_number: Callable[[int], Any]) -> None:
    """Begin to be one of the workers; an interrupt is for the process that waits for them."""
    global _of_number
    _of_number = of_number
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(number: int) -> Any:
    return _of_number(number)
