"""An opinion: what a profile says where the user says nothing, and why. A profile is a table of them."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from types import FunctionType
from typing import Any, Final, Generic, ParamSpec

from constructs_lib.declarations import Part
from constructs_lib.declarations.fields import fields_of
from constructs_lib.settings import OMIT, UserPoolSettings

P = ParamSpec("P")

KEY: Final = object()
"""The value of an opinion that takes the user's own key."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Opinion:
    """One field's value, in one place, with its reason."""

    path: str
    """The field, from the settings on; ``*`` stands for each key (``app_clients.*.name``)."""

    value: Any
    """The value; `KEY`; or a function of the settings (of what is behind ``*``) that gives ``None`` for no opinion."""

    why: str
    """The reason, for whoever wonders."""

    given: str = ""
    """Said only if this field of the settings (of what is behind ``*``) is said. Default: also if nothing is."""

    unless: str = ""
    """Not said if one of these fields, separated by blanks, is said. Default: always said."""


class Profile(Generic[P]):
    """A table of opinions; called like `UserPoolSettings`, it fills every field that is left unsaid."""

    def __init__(
        self,
        make: Callable[P, UserPoolSettings],
        name: str,
        opinions: Iterable[Opinion],
        acknowledgements: Mapping[str, str],
    ) -> None:
        self._make, self.name = make, name
        self.opinions = tuple(opinions)
        self.acknowledgements = acknowledgements
        """Findings of rules and scanners that the profile causes on purpose, by id, each with its reason."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> UserPoolSettings:
        return self.fill(self._make(*args, **kwargs))

    def fill(self, settings: UserPoolSettings) -> UserPoolSettings:
        """Fill what is unsaid; what is said, or left out by `OMIT`, stays as it is."""
        draft = _Draft(settings)
        for opinion in self.opinions:
            field, star, inner = opinion.path.partition(".*.")
            if not star:
                draft.say(opinion, opinion.path, None)
            elif isinstance(getattr(settings, field), Mapping):
                for key, each in draft.each(field).items():
                    each.say(opinion, inner, key)
        filled: UserPoolSettings = draft.finished()
        return filled

    def varied(self, name: str, opinions: Iterable[Opinion], acknowledgements: Mapping[str, str]) -> "Profile[P]":
        """Make a profile that differs from this one in some opinions."""
        new = {opinion.path: opinion for opinion in opinions}
        kept = [new.pop(opinion.path, opinion) for opinion in self.opinions]
        return Profile(self._make, name, [*kept, *new.values()], acknowledgements)


class _Draft:
    """A part while opinions are put into it: it reads like the part, and is made anew once, at the end."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._new: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        return self._new[name] if name in self._new else getattr(self._part, name)

    def each(self, name: str) -> "dict[str, _Draft]":
        """Give the parts behind a field with keys, as drafts."""
        if name not in self._new:
            self._new[name] = {key: _Draft(part) for key, part in getattr(self._part, name).items()}
        found: dict[str, _Draft] = self._new[name]
        return found

    def say(self, opinion: Opinion, path: str, key: str | None) -> None:
        """Put an opinion where nothing is said yet."""
        if (opinion.given and not _said(self, opinion.given)) or any(_said(self, it) for it in opinion.unless.split()):
            return
        value = key if opinion.value is KEY else opinion.value
        if isinstance(value, FunctionType):
            value = value(self)
        if value is not None:
            self._put(path.split("."), value)

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
            found = self._new[name] = _Draft(found)
        if isinstance(found, _Draft):  # else it is left out on purpose, or known only at deploy
            found._put(inner, value)

    def finished(self) -> Any:
        """Give the part with everything that was put into it."""
        said = {name: _finished(value) for name, value in self._new.items()}
        return dataclasses.replace(self._part, **said) if said else self._part


def _finished(value: Any) -> Any:
    if isinstance(value, _Draft):
        return value.finished()
    return {key: _finished(item) for key, item in value.items()} if isinstance(value, dict) else value


def _said(part: Any, path: str) -> bool:
    for step in path.split("."):
        part = getattr(part, step, None)
    return part is not None and part is not OMIT and part is not False
