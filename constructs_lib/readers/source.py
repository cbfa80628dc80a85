"""What every reader gives: resources, and where in which file each of their properties stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Path

Way = Mapping[str, str]
"""A way in which a template can come out: what is said of each value that was chosen, such as a parameter's."""


class UnreadableError(ValueError):
    """An input that cannot be read; its text says why in one sentence."""


class Place(NamedTuple):
    """A place in a file: the way to a value in the document that the file holds."""

    file: str
    path: Path


@dataclass(frozen=True, kw_only=True)
class Source:
    """Resources that were read from files."""

    resources: Resources

    deployment: Deployment
    """Where they will live, as far as the files tell."""

    place: Callable[[str, Path], Place]
    """Where a property of a resource stands; that of the nearest object around it where it is absent."""

    ways: tuple[Way, ...] = ()
    """In which ways a template has just these resources; none if it has them in any case."""

    all_ways: tuple[Way, ...] = ()
    """All ways in which these resources can come out: those of every source that holds them."""

    acknowledged: Callable[[str, str], str | None] | None = None
    """Gives the reason for which the app itself wants what a rule finds at the path of a construct, if it does."""

    @property
    def when(self) -> str:
        """Under which values of its parameters a template has these resources, empty if under all."""
        return when([self])


def when(sources: Sequence[Source]) -> str:
    """Say under which values of its parameters what was found in some sources of a resource is there.

    Empty if it is there in every way in which the resource can come out.
    """
    ways = [way for source in sources for way in source.ways]
    others = [way for source in sources[:1] for way in source.all_ways if way not in ways]
    if not others:
        return ""
    told: list[Way] = []
    for way in ways:
        if not any(way.items() >= fewer.items() for fewer in told):
            told.append(_told_from(others, way))
    return " or ".join(" and ".join(way.values()) for way in told)


def _told_from(others: Sequence[Way], way: Way) -> Way:
    """Leave out of a way what is not needed to tell it from others."""
    needed = dict(way)
    for value in way:
        fewer = {name: fact for name, fact in needed.items() if name != value}
        if not any(_may_be(other, fewer) for other in others):
            needed = fewer
    return needed


def _may_be(other: Way, facts: Way) -> bool:
    """Tell whether facts may be true of another way; what it does not say may be anything."""
    return all(other.get(value, fact) == fact for value, fact in facts.items())
