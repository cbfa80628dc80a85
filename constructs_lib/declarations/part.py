"""A part of the settings: an immutable dataclass that says only what was said."""

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from constructs_lib.declarations.codecs import MISSING
from constructs_lib.declarations.fields import fields_of, properties_of
from constructs_lib.declarations.verbatim import OMIT
from constructs_lib.resources.values import Json

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: object) -> Any:
        """Tell type checkers alone: Python 3.10 has no such thing."""
        return lambda function: function


T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,))
def declared(part: type[T]) -> type[T]:
    """Make a class of declared fields.

    Comparing, hashing and printing are `Part`'s: what a dataclass would write anew for each class costs time to import.
    """
    return dataclasses.dataclass(frozen=True, kw_only=True, repr=False, eq=False)(part)


@declared
class Part:
    """One object of CloudFormation's, field by field. Wrong types raise `TypeError`; wrong values are findings."""

    def __post_init__(self) -> None:
        problems = []
        for field in fields_of(type(self)):
            value = self.__dict__[field.name]
            if value is None and not field.required:
                continue
            try:
                canonical = field.check(value)
            except TypeError as error:
                problems.append(f"{type(self).__name__}.{field.name}: {error}")
            else:
                if canonical is not value:
                    object.__setattr__(self, field.name, canonical)
        if problems:
            raise TypeError("\n".join(problems))

    def __repr__(self) -> str:
        said = ((field.name, self.__dict__[field.name]) for field in dataclasses.fields(self))
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in said if value is not None)})"

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def written(self) -> dict[str, Json]:
        """Give the part as CloudFormation's object, with the properties that were said and no others."""
        target: dict[str, Json] = {}
        for field in properties_of(type(self)):
            value = self.__dict__[field.name]
            if value is not None and value is not OMIT:
                field.write_into(target, value)
        return target

    @classmethod
    def read_values(cls, source: dict[str, Json]) -> tuple[dict[str, Any], dict[str, Json]]:
        """Read an object into field values, and give back what no field says."""
        rest = _copy(source)
        values = {field.name: field.take_from(rest) for field in properties_of(cls)}
        return {name: value for name, value in values.items() if value is not MISSING}, rest


def _copy(source: dict[str, Json]) -> dict[str, Json]:
    """Copy the objects, whose keys reading removes; lists and leaves are only looked at."""
    return {key: _copy(value) if isinstance(value, dict) else value for key, value in source.items()}
