"""How the type of a field is checked when settings are made, written to CloudFormation, and read back.

Reading never corrects: a value that would not be written back exactly as it was stays `Verbatim` in its field, so
``"8"`` where a number belongs remains ``"8"``.
"""

import math
import types
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any, Literal, Union, get_args, get_origin

from constructs_lib.declarations.verbatim import Verbatim
from constructs_lib.resources.values import Frozen, Json, freeze, is_intrinsic, is_list, is_token, same, thaw

MISSING = object()
"""Stands for a property that is not there (``None`` is JSON's ``null``)."""


class Codec(ABC):
    """What a field may hold, and how that is told in CloudFormation's words."""

    wanted: str
    """What may stand in the field, for the message of a `TypeError`."""

    @abstractmethod
    def check(self, value: Any) -> Any:
        """Give the value in its one canonical form, or raise `TypeError`."""

    def check_any(self, value: Any) -> Any:
        """Check a value that may also be verbatim."""
        return value if type(value) is Verbatim else self.check(value)

    def refuse(self, value: Any) -> TypeError:
        """Make the error for a value of another type."""
        return TypeError(f"must be {self.wanted}, got {_shown(value)}")


class Single(Codec):
    """One property ⇄ one field."""

    def write(self, value: Any) -> Json:
        """Give the JSON of a checked value."""
        return value

    def write_any(self, value: Any) -> Json:
        """Write a value that may also be verbatim."""
        return value.value if type(value) is Verbatim else self.write(value)

    @abstractmethod
    def read(self, json: Json) -> Any:
        """Give the value that is written exactly so, else the JSON as `Verbatim`."""


def _shown(value: Any) -> str:
    text = repr(value)
    return f"{type(value).__name__} {text if len(text) <= 60 else text[:57] + '...'}"


class Plain(Single):
    """A text, whole number or boolean, the same on both sides."""

    def __init__(self, kind: type, wanted: str) -> None:
        self.kind, self.wanted = kind, wanted

    def check(self, value: Any) -> Any:
        # A boolean is no number, and the text and numbers of CDK tokens take the place of any text or number.
        # What only inherits from text or number (the members of an enum) is taken for the text or number that it is.
        if type(value) is self.kind or (self.kind is int and is_token(value)):
            return value
        if self.kind is str and isinstance(value, str):
            return str.__str__(value)
        if self.kind is int and isinstance(value, int) and not isinstance(value, bool):
            return int(value)
        raise self.refuse(value)

    def read(self, json: Json) -> Any:
        return json if type(json) is self.kind or (self.kind is int and is_token(json)) else Verbatim(json)


class Spread(Codec):
    """One field for several properties of the same object; the first of them is the field's own."""

    @abstractmethod
    def other_paths(self) -> tuple[tuple[str, ...], ...]:
        """Name the properties besides the field's own."""

    @abstractmethod
    def write_all(self, value: Any) -> tuple[Json, ...]:
        """Give the JSON of each property, the field's own first; `MISSING` for what stays out."""

    @abstractmethod
    def read_all(self, jsons: tuple[Json, ...]) -> Any:
        """Give the value that is written exactly so; every property that is not there is `MISSING`."""

    def check_any(self, value: Any) -> Any:
        """Check a value; one that is verbatim is the field's own property, and the others are not there."""
        if type(value) is Verbatim:
            return self.read_all((value.value, *(MISSING for _ in self.other_paths())))
        return self.check(value)


class TextNumber(Single):
    """A number that CloudFormation wants as text."""

    wanted = "a number"

    def check(self, value: Any) -> Any:
        if is_token(value) and not isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return int(value)
        if isinstance(value, float) and math.isfinite(value):  # 1.0 is 1: equal numbers are written alike
            return int(value) if value.is_integer() else value
        raise self.refuse(value)

    def write(self, value: Any) -> Json:
        return value if is_token(value) else str(value)

    def read(self, json: Json) -> Any:
        if is_token(json):
            return Verbatim(json) if isinstance(json, str) else json
        for kind in (int, float):
            try:
                number = self.check(kind(json)) if isinstance(json, str) else None
            except (ValueError, TypeError):
                continue
            if number is not None and same(self.write(number), json):
                return number
        return Verbatim(json)


class Switch(Single):
    """A boolean that CloudFormation spells with two other values."""

    wanted = "True or False"

    def __init__(self, on: Json, off: Json) -> None:
        self.on, self.off = on, off

    def check(self, value: Any) -> Any:
        if type(value) is not bool:
            raise self.refuse(value)
        return value

    def write(self, value: Any) -> Json:
        return self.on if value else self.off

    def read(self, json: Json) -> Any:
        return next((value for value in (True, False) if same(self.write(value), json)), Verbatim(json))


def _every_wrong_one(items: Iterable[tuple[Any, Any]], check: Callable[[Any], Any]) -> TypeError:
    """Make one error that names each wrong element of a list or mapping."""
    problems = []
    for place, item in items:
        try:
            check(item)
        except TypeError as error:
            problems.append(f"[{place!r}] {error}")
    return TypeError("; ".join(problems))


class Listed(Single):
    """A list; what no element's type says stays verbatim in its place, so that its neighbours stay typed."""

    def __init__(self, item: Single) -> None:
        self.item, self.wanted = item, f"a list, each element {item.wanted}"

    def check(self, value: Any) -> Any:
        if isinstance(value, (str, bytes, Mapping, Set)) or not isinstance(value, Iterable):
            raise self.refuse(value)
        items = tuple(value)
        try:
            return tuple(map(self.item.check_any, items))
        except TypeError:
            raise _every_wrong_one(enumerate(items), self.item.check_any) from None

    def write(self, value: Any) -> Json:
        return list(map(self.item.write_any, value))

    def read(self, json: Json) -> Any:
        return tuple(map(self.item.read, json)) if is_list(json) else Verbatim(json)


class Keyed(Single):
    """A mapping whose keys are the user's own."""

    def __init__(self, item: Single, *, verbatim: bool) -> None:
        self.item, self.wanted = item, f"a mapping with text keys, each value {item.wanted}"
        self._check_item = item.check_any if verbatim else item.check

    def check(self, value: Any) -> Any:
        if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
            raise self.refuse(value)
        try:
            return Frozen({key: self._check_item(item) for key, item in value.items()})
        except TypeError:
            raise _every_wrong_one(value.items(), self._check_item) from None

    def write(self, value: Any) -> Json:
        return {key: self.item.write_any(item) for key, item in value.items()}

    def read(self, json: Json) -> Any:
        if isinstance(json, dict) and not is_intrinsic(json):
            return Frozen({key: self.item.read(item) for key, item in json.items()})
        return Verbatim(json)


class Document(Single):
    """An object whose inside CloudFormation leaves free, such as a policy."""

    wanted = "an object, as CloudFormation writes it"

    def check(self, value: Any) -> Any:
        if not isinstance(value, Mapping) or is_intrinsic(value) or not all(isinstance(key, str) for key in value):
            raise self.refuse(value)
        return freeze(dict(value))

    def write(self, value: Any) -> Json:
        return thaw(value)

    def read(self, json: Json) -> Any:
        return freeze(json) if isinstance(json, dict) and not is_intrinsic(json) else Verbatim(json)


class PartOf(Single):
    """A part with an object of its own."""

    def __init__(self, part: type[Any]) -> None:
        self.part, self.wanted = part, part.__name__

    def check(self, value: Any) -> Any:
        if not isinstance(value, self.part):
            raise self.refuse(value)
        return value

    def write(self, value: Any) -> Json:
        return value.written()

    def read(self, json: Json) -> Any:
        """Read an element of a list or mapping: with anything left over, the whole stays verbatim."""
        found, left = self.read_with_rest(json)
        return found if left is None else Verbatim(json)

    def read_with_rest(self, json: Json) -> tuple[Any, Json | None]:
        """Read an object and give back what the part has no field for."""
        if not isinstance(json, dict) or is_intrinsic(json):
            return Verbatim(json), None
        values, left = self.part.read_values(json)
        try:
            return self.part(**values), left or None
        except TypeError:  # a field that must be said is missing
            return Verbatim(json), None


def codec_for(annotation: Any) -> Single:
    """Give the codec of a field's annotation."""
    options = [option for option in _options(annotation) if option not in (Verbatim, type(None))]
    if len(options) != 1:
        raise TypeError(f"a field of type {annotation} needs a codec of its own")
    (kind,) = options
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:  # which words are allowed is a limit, told as a finding: a wrong word is no wrong type
        return Plain(str, "one of " + ", ".join(map(repr, arguments)))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Keyed(codec_for(arguments[1]), verbatim=Verbatim in _options(arguments[1]))
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return Listed(codec_for(arguments[0]))
    if kind in _PLAIN:
        return _PLAIN[kind]
    return PartOf(kind)


def _options(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


_PLAIN = {str: Plain(str, "a text"), int: Plain(int, "a whole number"), bool: Plain(bool, "True or False")}
