"""What the functions in a template come to, as far as anybody knows; what stays unknown stays as it is.

A value in which nothing is resolved is given back as it is, not as a copy.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from constructs_lib.readers.templates.functions import FUNCTIONS, UnresolvedError, in_map, text
from constructs_lib.resources.references import PLACEHOLDER
from constructs_lib.resources.values import Json, Path, is_intrinsic, is_list

NO_VALUE: Json = {"Ref": "AWS::NoValue"}
"""What takes a property or an element out; known by its identity."""

_MISSING = object()


class Resolver:
    """The functions of one template, in one of the ways in which it can come out."""

    def __init__(
        self, value_of: Callable[[str], Json], holds: Callable[[str], bool | None], mappings: Mapping[str, Json]
    ) -> None:
        """Ask for the value of a parameter, and whether a condition holds; ``None`` is what nobody knows."""
        self._value_of, self._holds, self._mappings = value_of, holds, mappings

    def resolve(self, json: Json) -> Json:
        """Give what a value comes to: itself where nothing in it is known, ``NO_VALUE`` where it comes to nothing."""
        if isinstance(json, dict):
            return self._intrinsic(json) if is_intrinsic(json) else self._object(json)
        return self._list(json) if is_list(json) else json

    def _object(self, json: dict[str, Json]) -> Json:
        found = {
            key: self.resolve(item) if isinstance(item, (dict, list, tuple)) else item for key, item in json.items()
        }
        if all(found[key] is item for key, item in json.items()):
            return json
        return {key: item for key, item in found.items() if item is not NO_VALUE}

    def _list(self, json: Json) -> Json:
        found = list(map(self.resolve, json))
        if all(map(_is, found, json)):
            return json
        return [item for item in found if item is not NO_VALUE]

    def _intrinsic(self, json: dict[str, Json]) -> Json:
        if len(json) != 1:
            return json
        [(name, argument)] = json.items()
        if name == "Fn::If":
            branch, steps = self.branch(json)
            return self.resolve(branch) if steps else self._with(json, name, self._argument(argument))
        if name.startswith("Fn::ForEach"):
            return json
        resolved = self._argument(argument)
        try:
            return self._function(name, resolved)
        except UnresolvedError:
            return self._with(json, name, resolved)

    def _function(self, name: str, argument: Json) -> Json:
        if name == "Ref" and isinstance(argument, str):
            return NO_VALUE if argument == "AWS::NoValue" else self._given(argument)
        if name == "Fn::Sub":
            return self._substituted(argument)
        if name == "Fn::FindInMap":
            found = in_map(self._mappings, argument)
            return found if found is not None else _unresolved()
        return FUNCTIONS[name](argument) if name in FUNCTIONS else _unresolved()

    def _given(self, name: str) -> Json:
        value = self._value_of(name)
        return _unresolved() if value is None else value

    def _substituted(self, argument: Json) -> str:
        match argument:
            case str():
                return self._filled(argument, {})
            case [str(pattern), dict(given)]:
                return self._filled(pattern, given)
        raise UnresolvedError

    def _filled(self, pattern: str, given: dict[str, Json]) -> str:
        def fill(match: "re.Match[str]") -> str:
            name = match[1]
            if name.startswith("!"):
                return f"${{{name[1:]}}}"
            return text(given[name] if name in given else self._given(name))

        return PLACEHOLDER.sub(fill, pattern)

    def _argument(self, json: Json) -> Json:
        """Resolve what a function is given; its places have a meaning, so that none of them is taken out."""
        if not is_list(json):
            return self._kept(json)
        found = list(map(self._kept, json))
        return json if all(map(_is, found, json)) else found

    def _kept(self, json: Json) -> Json:
        found = self.resolve(json)
        return json if found is NO_VALUE else found

    @staticmethod
    def _with(json: dict[str, Json], name: str, argument: Json) -> Json:
        return json if argument is json[name] else {name: argument}

    def branch(self, json: Json) -> tuple[Json, Path]:
        """Follow ``Fn::If`` to the branch that is taken, and give the way to it; no way where nobody knows."""
        steps: Path = ()
        while isinstance(json, dict) and len(json) == 1:
            match json.get("Fn::If"):
                case [str(name), one, other] if (holds := self._holds(name)) is not None:
                    json, steps = (one if holds else other), (*steps, "Fn::If", 1 if holds else 2)
                case _:
                    break
        return json, steps

    def way(self, json: Json, path: Path) -> Path:
        """Give the way to what a path means once a value is resolved, in the value as it is; as far as it goes."""
        found: Path = ()
        for step in path:
            json, through = self.branch(json)
            inner, place = self._inner(json, step)
            if inner is _MISSING:
                return (*found, *through)
            json, found = inner, (*found, *through, place)
        return (*found, *self.branch(json)[1])

    def _inner(self, json: Json, step: str | int) -> tuple[Any, str | int]:
        if is_list(json) and isinstance(step, int):
            left = [index for index, item in enumerate(json) if not self._is_nothing(item)]
            return (json[left[step]], left[step]) if 0 <= step < len(left) else (_MISSING, step)
        if isinstance(json, dict) and step in json and not is_intrinsic(json) and not self._is_nothing(json[step]):
            return json[step], step
        return _MISSING, step

    def _is_nothing(self, json: Json) -> bool:
        return bool(self.branch(json)[0] == NO_VALUE)


def _is(left: object, right: object) -> bool:
    return left is right


def _unresolved() -> Json:
    raise UnresolvedError


def names_in(json: Json) -> Iterator[str]:
    """Walk the conditions that ``Fn::If`` asks for anywhere in a value."""
    if isinstance(json, dict):
        match json.get("Fn::If"):
            case [str(name), *_]:
                yield name
    for item in json.values() if isinstance(json, dict) else json if is_list(json) else ():
        if isinstance(item, (dict, list, tuple)):
            yield from names_in(item)
