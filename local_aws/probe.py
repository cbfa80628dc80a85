"""A probe: a function whose docstring is a claim about the deployed pools, and whose body fails when it is not true.

Where the emulator is not like AWS, the probe says how (`differs`), asserts the setting in the deployed template
instead, and asserts the difference too: a newer emulator that does it right makes the probe fail, and the remark goes.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from local_aws.results import DIFFERS, FAILED, RECORDED, SKIPPED, WORKS, Result

T = TypeVar("T")


class SkippedError(Exception):
    """A probe needs what this machine lacks; the text says what that is."""


@dataclass(frozen=True)
class Probe(Generic[T]):
    """One claim and the way to find out whether it is true."""

    name: str
    claim: str
    check: Callable[[T], None]
    verdict: str
    note: str = ""

    def run(self, world: T) -> Result:
        """Find out; what goes wrong becomes the note, with the line of the probe where it went wrong."""
        try:
            self.check(world)
        except SkippedError as why:
            return Result(self.name, self.claim, SKIPPED, str(why))
        except Exception as error:
            return Result(self.name, self.claim, FAILED, self._reason(error))
        return Result(self.name, self.claim, self.verdict, self.note)

    def _reason(self, error: Exception) -> str:
        frames = traceback.extract_tb(error.__traceback__)
        [*_, line] = [frame.lineno for frame in frames if frame.filename == self.check.__code__.co_filename]
        kind = "" if isinstance(error, AssertionError) and str(error) else f"{type(error).__name__}: "
        return f"{kind}{str(error) or frames[-1].line} (line {line} of the probe's file)"


def shows(check: Callable[[T], None]) -> Probe[T]:
    """Declare a probe of something that the local AWS emulates."""
    return _probe(check, WORKS, "")


def recorded(why: str) -> Callable[[Callable[[T], None]], Probe[T]]:
    """Declare a probe of something that the local AWS takes and gives back, but does not do."""
    return lambda check: _probe(check, RECORDED, why)


def differs(how: str) -> Callable[[Callable[[T], None]], Probe[T]]:
    """Declare a probe of something that the local AWS does otherwise than AWS."""
    return lambda check: _probe(check, DIFFERS, how)


def _probe(check: Callable[[T], None], verdict: str, note: str) -> Probe[T]:
    assert check.__doc__, f"{check.__name__} has no claim"
    return Probe(check.__name__, " ".join(check.__doc__.split()), check, verdict, note)
