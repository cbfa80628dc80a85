"""Every class that settings are made of."""

from collections.abc import Iterator
from typing import Any

from constructs_lib.declarations import Part, ResourcePart
from constructs_lib.declarations.codecs import Keyed, Listed, PartOf, Plain
from constructs_lib.declarations.fields import Field, fields_of
from constructs_lib.settings import UserPoolSettings


def _below(part: type[Part]) -> Iterator[Any]:
    for child in part.__subclasses__():
        yield child
        yield from _below(child)


PARTS: list[Any] = sorted(
    {part for part in _below(Part) if part is not ResourcePart and part.__module__.startswith("constructs_lib.")},
    key=lambda part: str(part.__name__),
)
assert UserPoolSettings in PARTS


def least(part: Any) -> dict[str, Any]:
    """Give values for the fields that must be said."""
    return {field.name: _some(field) for field in fields_of(part) if field.required}


def _some(field: Field) -> Any:
    codec = field.codec
    if isinstance(codec, Keyed):
        return {}
    if isinstance(codec, Listed):
        return ()
    return False if isinstance(codec, Plain) and codec.kind is bool else "a"


def hollow(part: Any) -> Any:
    """Make a part whose inner parts are all there, and say nothing but what must be said."""
    inner = {
        field.name: {"key": hollow(field.part)} if field.keyed else hollow(field.part)
        for field in fields_of(part)
        if field.keyed or isinstance(field.codec, PartOf)
        if field.part is not None
    }
    return part(**least(part) | inner)
