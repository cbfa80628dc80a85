"""References from one resource of the settings to another, by the user's own key.

A reference is written with the name that its resource has in the fragment (`FragmentName`), which gives way to a
logical id where one is pinned. Reading goes the other way: names of resources around the pool are marked (`Sibling`).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Protocol, TypeVar

from constructs_lib.declarations.codecs import Single
from constructs_lib.resources.values import FragmentName, Json, is_list, same

R = TypeVar("R", bound="KeyReference")


ROOT: Final = FragmentName("", "Resource", "")
"""The pool, or identity pool, that everything in a fragment lives around."""


POOL_LINK: Final[Mapping[str, Json]] = {"UserPoolId": {"Ref": ROOT}}
"""What makes a resource belong to a user pool."""


class SameKey(str):
    """In `LINKS`: the resource that has the part's own key in another field."""

    __slots__ = ("field", "prefix")

    field: str
    prefix: str

    def __new__(cls, prefix: str, field: str) -> "SameKey":
        """Name a field by the prefix of its resources."""
        made = super().__new__(cls, prefix)
        made.prefix, made.field = prefix, field
        return made


class Sibling(str):
    """A logical id in resources that are being read, with the name that its resource has in the fragment."""

    __slots__ = ("fragment",)

    fragment: str

    def __new__(cls, logical_id: str, fragment: str) -> "Sibling":
        """Mark a logical id."""
        made = super().__new__(cls, logical_id)
        made.fragment = fragment
        return made


class Reference(Protocol):
    """What is said of other resources of the same settings, in place of a plain value."""

    def json(self) -> Json:
        """Give how CloudFormation writes it."""

    @classmethod
    def read(cls, json: Json) -> Any:
        """Give what may be written like this; nothing where it is something else."""


@dataclass(frozen=True)
class KeyReference:
    """A resource of the same settings, by the key it has in a field of `UserPoolSettings`."""

    FIELD: ClassVar[str]
    PREFIX: ClassVar[str]

    key: str
    """The key, as in the field."""

    def __post_init__(self) -> None:
        for name, value in self.__dict__.items():
            if not isinstance(value, str):
                raise TypeError(f"{type(self).__name__}.{name}: must be a text, got {type(value).__name__} {value!r}")

    def ref(self) -> Json:
        """Refer to the resource."""
        return {"Ref": FragmentName(self.PREFIX, self.key, self.FIELD)}

    @classmethod
    def key_of(cls, name: Json) -> str | None:
        """Give the key of a sibling that is one of the field's."""
        fragment = name.fragment if isinstance(name, Sibling) else ""
        return fragment.removeprefix(cls.PREFIX) or None if fragment.startswith(cls.PREFIX) else None

    def arn(self) -> Json:
        """Refer to the resource's ARN."""
        return {"Fn::GetAtt": [FragmentName(self.PREFIX, self.key, self.FIELD), "Arn"]}

    def json(self) -> Json:
        """Give the intrinsic function. Default: a ``Ref``."""
        return self.ref()

    @classmethod
    def read(cls: type[R], json: Json) -> R | None:
        """Give the reference that may be written like this: the one to the sibling that is named first."""
        key = next(filter(None, map(cls.key_of, texts_in(json))), None)
        return None if key is None else cls(key)


def texts_in(json: Json) -> Iterator[str]:
    """Walk the texts of a value, at any depth."""
    if isinstance(json, str):
        yield json
    for item in json.values() if isinstance(json, dict) else json if is_list(json) else ():
        yield from texts_in(item)


class Referring(Single):
    """A value, or a reference in its place."""

    def __init__(self, plain: Single, reference: type[Reference]) -> None:
        self.plain, self.reference = plain, reference
        self.wanted = f"{plain.wanted} or {reference.__name__}"

    def check(self, value: Any) -> Any:
        if isinstance(value, self.reference):
            return value
        try:
            return self.plain.check(value)
        except TypeError:
            raise self.refuse(value) from None

    def write(self, value: Any) -> Json:
        return value.json() if isinstance(value, self.reference) else self.plain.write(value)

    def read(self, json: Json) -> Any:
        found = self.reference.read(json)
        proven = found is not None and same(found.json(), unmarked(json))
        return found if proven else self.plain.read(json)


def linked(links: Mapping[str, Json], key: str | None) -> dict[str, Json]:
    """Copy the linked properties of a part that has a key."""

    def with_key(text: str) -> str:
        return FragmentName(text.prefix, key or "", text.field) if isinstance(text, SameKey) else text

    return {name: renamed(json, with_key) for name, json in links.items()}


def unmarked(json: Json) -> Json:
    """Put the names of the fragment in the place of marked logical ids."""
    return renamed(json, lambda text: text.fragment if isinstance(text, Sibling) else text)


def renamed(json: Json, rename: Callable[[str], str]) -> Json:
    """Copy a value with other texts in it."""
    if isinstance(json, str):
        return rename(json)
    if isinstance(json, dict):
        return {key: renamed(item, rename) for key, item in json.items()}
    return [renamed(item, rename) for item in json] if isinstance(json, (list, tuple)) else json
