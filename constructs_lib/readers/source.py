"""What every reader gives: resources, and where in which file each of their properties stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Path

Way = Mapping[str, "str | bool | None"]
"""A way in which a template can come out: a parameter's text, ``None`` for any other than the known ones, or whether a
condition holds, by its name."""


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
    every = sources[0].all_ways if sources else ()
    others = [way for way in every if way not in ways]
    if not others:
        return ""
    told: list[_Term] = []
    for way in ways:
        if not any(_is_in(way, term) for term in told):
            told.append(_widened(way, every, others))
    return " or ".join(" and ".join(_words(name, term[name], _seen(name, every)) for name in term) for term in told)


_Values = list["str | bool | None"]
_Term = dict[str, _Values]
"""Ways that are told by what a few values are one of."""


def _is_in(way: Way, term: _Term) -> bool:
    return all(name in way and way[name] in values for name, values in term.items())


def _may_be_in(way: Way, term: _Term) -> bool:
    """Tell whether a way may be meant; what it does not say may be anything."""
    return all(name not in way or way[name] in values for name, values in term.items())


def _widened(way: Way, every: Sequence[Way], others: Sequence[Way]) -> _Term:
    """Tell a way from all others by as little as possible."""
    term: _Term = {name: [value] for name, value in way.items()}
    for name in way:
        fewer = {one: values for one, values in term.items() if one != name}
        if not any(_may_be_in(other, fewer) for other in others):
            term = fewer
            continue
        for value in _seen(name, every):
            wider = {**term, name: [*term[name], value]}
            if value not in term[name] and not any(_may_be_in(other, wider) for other in others):
                term = wider
    return term


def _seen(name: str, every: Sequence[Way]) -> _Values:
    return list(dict.fromkeys(way[name] for way in every if name in way))


def _words(name: str, values: _Values, seen: _Values) -> str:
    if None not in values:
        said = (str(value).lower() if isinstance(value, bool) else f"'{value}'" for value in values)
        return f"{name} is {' or '.join(said)}"
    rest = [f"'{value}'" for value in seen if value not in values]
    return f"{name} is {'not' if len(rest) == 1 else 'none of'} {', '.join(rest)}"
