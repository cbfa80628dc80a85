"""What a value in a CloudFormation template can be besides itself: an intrinsic function or the text of a CDK token.

Nobody knows such a value before deploy, so whoever reads one must do without it.
"""

import struct
from collections.abc import Sequence
from typing import Any, TypeGuard, TypeVar

Json = Any
"""A JSON value: the type checkers cannot follow a recursive alias through templates of unknown shape."""

Path = tuple[str | int, ...]
"""The way to a value in another one: names of properties, and indexes of lists."""

T = TypeVar("T")

# CDK encodes a token in a number as a double whose upper 16 bits are these (aws-cdk: core/lib/private/encoding.ts).
_TOKEN_NUMBER = b"\xfb\xff"
_KNOWN = frozenset((bool, int, list, tuple, type(None)))
_TOKEN_TEXTS = ("${Token[", "#{Token[", "{{resolve:")


class FragmentName(str):
    """The name of a resource in a fragment that settings render, in a reference that they make to it by its key."""

    __slots__ = ("field", "prefix")

    field: str
    prefix: str

    def __new__(cls, prefix: str, key: str, field: str) -> "FragmentName":
        """Name the resource that has a key in a field of the settings."""
        made = super().__new__(cls, prefix + key)
        made.prefix, made.field = prefix, field
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        return FragmentName, (self.prefix, self.removeprefix(self.prefix), self.field)

    def words(self, name: str) -> str:
        """Give what the settings call a resource of the same field."""
        return f'{self.field}["{name.removeprefix(self.prefix)}"]'


def is_intrinsic(value: Json) -> bool:
    """Tell whether an object is an intrinsic function; one such key among others makes the whole object unknown."""
    return isinstance(value, dict) and ("Ref" in value or _names_a_function(value))


def _names_a_function(value: dict[Any, Json]) -> bool:
    try:
        if "Fn::" not in "".join(value):  # no loop where it can be told without: rules ask hundreds of times a pool
            return False
    except TypeError:  # a key is no text
        pass
    return any(isinstance(key, str) and key.startswith("Fn::") for key in value)


def is_token(value: Json) -> bool:
    """Tell whether a text or number stands for a CDK token, or is a dynamic reference that AWS resolves at deploy."""
    if isinstance(value, str):
        return "{" in value and any(mark in value for mark in _TOKEN_TEXTS)
    if isinstance(value, float):
        return struct.pack(">d", value).startswith(_TOKEN_NUMBER)
    return False


def is_foreign(value: Json) -> bool:
    """Tell whether a value is no JSON at all but an object of a CDK app, such as an ``IResolvable``."""
    return not isinstance(value, (str, int, float, dict, list, tuple, type(None)))


def is_unknown(value: Json) -> bool:
    """Tell whether a value becomes known only when the template is deployed."""
    kind = type(value)
    if kind is str:
        return "{" in value and is_token(value)
    if kind is dict:
        return is_intrinsic(value)
    if kind in _KNOWN:
        return False
    return is_intrinsic(value) or is_token(value) or is_foreign(value)


def is_list(value: Any) -> TypeGuard[Sequence[Any]]:
    """Tell whether a value is a list in the JSON sense: a text is not."""
    return isinstance(value, (list, tuple))


def same(left: Json, right: Json) -> bool:
    """Compare as JSON does: ``True`` is not ``1`` is not ``1.0``, and the order of an object's keys says nothing."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(value, right[key]) for key, value in left.items())
    if is_list(left) and is_list(right):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return type(left) is type(right) and bool(left == right)


class Frozen(dict[str, T]):
    """A mapping that nobody changes any more; prints and compares like the ``dict`` it was made from."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict) and same(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(sorted((key, hash(value)) for key, value in self.items())))

    def _refuse(self, *_: object, **__: object) -> Any:
        raise TypeError("settings do not change once they are made: use dataclasses.replace")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        return (Frozen, (dict(self),))


def freeze(value: Json) -> Json:
    """Copy a JSON value into one that cannot be changed, its texts without what anybody has marked them with."""
    if isinstance(value, dict):
        return Frozen({key: freeze(item) for key, item in value.items()})
    if isinstance(value, str):
        return str(value)
    return tuple(map(freeze, value)) if is_list(value) else value


def thaw(value: Json) -> Json:
    """Copy a frozen JSON value back into plain dicts and lists."""
    if isinstance(value, dict):
        return {key: thaw(item) for key, item in value.items()}
    return list(map(thaw, value)) if is_list(value) else value
