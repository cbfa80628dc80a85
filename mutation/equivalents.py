"""Mutants that no test can tell from the original, each with its reason; they do not count."""

from typing import NamedTuple


class Equivalent(NamedTuple):
    """A mutant by the line that it changes, wherever in the module that is."""

    module: str
    before: str
    after: str
    reason: str


EQUIVALENTS: tuple[Equivalent, ...] = ()
