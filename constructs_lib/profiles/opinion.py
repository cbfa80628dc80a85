"""An opinion: what a profile says where the user says nothing, and why. A profile is a table of them."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from types import FunctionType
from typing import Any, Final, Generic, ParamSpec, TypeVar

from constructs_lib.declarations import Part
from constructs_lib.declarations.fields import fields_of
from constructs_lib.settings import OMIT

P = ParamSpec("P")
S = TypeVar("S", bound=Part)
F = TypeVar("F", bound=Part)

KEY: Final = object()
"""The value of an opinion that takes the user's own key."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Opinion:
    """One field's value, in one place, with its reason."""

    path: str
    """The field, from the settings on; ``*`` stands for each key, or each element (``app_clients.*.name``), and ``+``
    at the end for the keys that are not there yet."""

    value: Any
    """The value; `KEY`; a kind of reference, made with the key; or a function of the settings (of what is behind ``*``,
    and of the settings around it) that gives ``None`` for no opinion."""

    why: str
    """The reason, for whoever wonders."""

    given: str = ""
    """Said only if this field of the settings (of what is behind ``*``) is said. Default: also if nothing is."""

    unless: str = ""
    """Not said if one of these fields, separated by blanks, is said. Default: always said."""


class Profile(Generic[P, S]):
    """A table of opinions; called like the settings class, it fills every field that is left unsaid."""

    def __init__(
        self,
        make: Callable[P, S],
        name: str,
        opinions: Iterable[Opinion],
        acknowledgements: Mapping[str, str],
        about_those: Iterable[Opinion] = (),
    ) -> None:
        self._make, self.name = make, name
        self._first, self._last = tuple(opinions), tuple(about_those)
        self.opinions = self._first + self._last
        """The opinions in the order in which they are said; those about what other opinions make come last."""
        self.acknowledgements = acknowledgements
        """Findings of rules and scanners that the profile causes on purpose, by id, each with its reason."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> S:
        return self.fill(self._make(*args, **kwargs))

    def fill(self, settings: F) -> F:
        """Fill what is unsaid; what is said, or left out by `OMIT`, stays as it is."""
        draft = _Draft(settings)
        known = {field.name for field in fields_of(type(settings))}
        for opinion in self.opinions:
            field, star, inner = opinion.path.partition(".*.")
            if field.partition(".")[0] not in known:
                continue  # what is added to an existing pool says nothing of the pool itself
            if not star:
                draft.say(opinion, opinion.path, None)
            else:
                for key, each in draft.each(field):
                    each.say(opinion, inner, key)
        filled: F = draft.finished()
        return filled

    def varied(self, name: str, opinions: Iterable[Opinion], acknowledgements: Mapping[str, str]) -> "Profile[P, S]":
        """Make a profile that differs from this one in some opinions."""
        new = {opinion.path: opinion for opinion in opinions}
        last = [new.pop(opinion.path, opinion) for opinion in self._last]
        first = [new.pop(opinion.path, opinion) for opinion in self._first]
        return Profile(self._make, name, [*first, *new.values()], acknowledgements, last)


class _Draft:
    """A part while opinions are put into it: it reads like the part, and is made anew once, at the end."""

    def __init__(self, part: Part, around: "_Draft | None" = None) -> None:
        self._part, self.around = part, around
        self._new: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        return self._new[name] if name in self._new else getattr(self._part, name)

    def each(self, name: str) -> "list[tuple[str, _Draft]]":
        """Give the parts in a field, by their keys or their places, as drafts."""
        found = getattr(self, name)
        if isinstance(found, Mapping):
            found = self._new[name] = {key: self._draft(item) for key, item in found.items()}
            return [(key, item) for key, item in found.items() if isinstance(item, _Draft)]
        if not isinstance(found, (tuple, list)):
            return []
        found = self._new[name] = [self._draft(item) for item in found]
        return [(str(place), item) for place, item in enumerate(found) if isinstance(item, _Draft)]

    def say(self, opinion: Opinion, path: str, key: str | None) -> None:
        """Put an opinion where nothing is said yet."""
        if (opinion.given and not _said(self, opinion.given)) or any(_said(self, it) for it in opinion.unless.split()):
            return
        value: Any = key if opinion.value is KEY else opinion.value
        if isinstance(value, FunctionType):
            value = value(self) if value.__code__.co_argcount == 1 else value(self, self.around)
        elif isinstance(value, type):
            value = value(key)
        if value is None:
            return
        if path.endswith(".+"):
            self._add(path.removesuffix(".+"), value)
        else:
            self._put(path.split("."), value)

    def _add(self, name: str, more: Mapping[str, Any]) -> None:
        """Put in the keys that are not there."""
        there = getattr(self, name)
        if more and (there is None or isinstance(there, Mapping)):
            self._new[name] = {**more, **(there or {})}

    def _put(self, path: list[str], value: Any) -> None:
        name, *inner = path
        found = getattr(self, name)
        if not inner:
            if found is None:
                self._new[name] = value
            return
        if found is None:
            found = next(field for field in fields_of(type(self._part)) if field.name == name).part()
        if isinstance(found, Part):
            found = self._new[name] = self._draft(found)
        if isinstance(found, _Draft):  # else it is left out on purpose, or known only at deploy
            found._put(inner, value)

    def _draft(self, value: Any) -> Any:
        return _Draft(value, self) if isinstance(value, Part) else value

    def finished(self) -> Any:
        """Give the part with everything that was put into it."""
        said = {name: _finished(value) for name, value in self._new.items()}
        return dataclasses.replace(self._part, **said) if said else self._part


def _finished(value: Any) -> Any:
    if isinstance(value, _Draft):
        return value.finished()
    if isinstance(value, list):
        return [_finished(item) for item in value]
    return {key: _finished(item) for key, item in value.items()} if isinstance(value, dict) else value


def _said(part: Any, path: str) -> bool:
    for step in path.split("."):
        part = getattr(part, step, None)
    return part is not None and part is not OMIT and part is not False
