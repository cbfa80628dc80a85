"""How a field of a settings class names its place in CloudFormation: once, beside its type."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from constructs_lib.declarations.codecs import MISSING, Keyed, Listed, PartOf, Single, Spread, codec_for
from constructs_lib.declarations.verbatim import OMIT
from constructs_lib.resources.values import Json, is_intrinsic

Path = tuple[str, ...]
_KEY = "cloudformation"


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a field lives: a property, a resource attribute, or resources of their own."""

    kind: str
    name: str
    codec: Single | Spread | None = None


def prop(name: str, *, codec: Single | Spread | None = None) -> Any:
    """Declare an optional field by its CloudFormation property, relative to the part's own object (``"A.B"`` nests)."""
    return dataclasses.field(default=None, metadata=named(name, codec=codec))


def attribute(name: str) -> Any:
    """Declare an optional field by the resource attribute it sets, such as ``DeletionPolicy``."""
    return dataclasses.field(default=None, metadata={_KEY: Place("attribute", name)})


def children(prefix: str) -> Any:
    """Declare a field that renders to resources of their own; their logical ids are the prefix and the user's key."""
    return dataclasses.field(default=None, metadata={_KEY: Place("children", prefix)})


def named(name: str, *, codec: Single | Spread | None = None) -> Mapping[str, Any]:
    """Give the ``metadata`` of a field that must be said: type checkers take any helper but ``field`` for a default."""
    return {_KEY: Place("property", name, codec)}


class Field:
    """A declared field, worked out once for each class."""

    def __init__(self, declared: "dataclasses.Field[Any]") -> None:
        place = declared.metadata[_KEY]
        self.name = declared.name
        self.kind: str = place.kind
        self.codec: Single | Spread = place.codec or codec_for(declared.type)
        self.required = declared.default is dataclasses.MISSING
        self.path: Path = tuple(place.name.split("."))
        self.paths: tuple[Path, ...] = (self.path,)
        if isinstance(self.codec, Spread):
            self.paths += self.codec.other_paths()

    @property
    def keyed(self) -> bool:
        """Whether the field holds values by keys of the user's."""
        return isinstance(self.codec, Keyed)

    @property
    def part(self) -> Any:
        """The settings class of the field's values, or of its elements; ``None`` for plain values."""
        codec = self.codec.item if isinstance(self.codec, (Keyed, Listed)) else self.codec
        return codec.part if isinstance(codec, PartOf) else None

    def check(self, value: Any) -> Any:
        """Give the value in its one canonical form, or raise `TypeError`."""
        if value is OMIT and not self.required:
            return value
        return self.codec.check(value) if self.kind == "children" else self.codec.check_any(value)

    def write_into(self, target: dict[str, Json], value: Any) -> None:
        """Put a value where the field's property belongs."""
        if isinstance(self.codec, Spread):
            for path, json in zip(self.paths, self.codec.write_all(value), strict=True):
                if json is not MISSING:
                    _put(target, path, json)
        elif len(self.path) == 1:
            target[self.path[0]] = self.codec.write_any(value)
        else:
            _put(target, self.path, self.codec.write_any(value))

    def take_from(self, source: dict[str, Json]) -> Any:
        """Read the field's value and remove exactly what it says from the source; `MISSING` if it says nothing."""
        if isinstance(self.codec, Spread):
            jsons = tuple(found_at(source, path) for path in self.paths)
            if all(json is MISSING for json in jsons):
                return MISSING
            value = self.codec.read_all(jsons)
            for path, json in zip(self.paths, jsons, strict=True):
                if json is not MISSING:
                    _take(source, path)
            return value
        json = found_at(source, self.path)
        if json is MISSING:
            return MISSING
        if not isinstance(self.codec, PartOf):
            _take(source, self.path)
            return self.codec.read(json)
        value, rest = self.codec.read_with_rest(json)
        _take(source, self.path)
        if rest is not None:
            _put(source, self.path, rest)
        return value


_declared: dict[Any, tuple[Field, ...]] = {}
_properties: dict[Any, tuple[Field, ...]] = {}
_attributes: dict[Any, tuple[Field, ...]] = {}


def fields_of(part: Any) -> tuple[Field, ...]:
    """Give the declared fields of a settings class, in the order they are written."""
    if part not in _declared:
        _declared[part] = tuple(Field(field) for field in dataclasses.fields(part) if _KEY in field.metadata)
    return _declared[part]


def properties_of(part: Any) -> tuple[Field, ...]:
    """Give the fields that are properties of the part's own object."""
    if part not in _properties:
        _properties[part] = tuple(field for field in fields_of(part) if field.kind == "property")
    return _properties[part]


def attributes_of(part: Any) -> tuple[Field, ...]:
    """Give the fields that are attributes of the resource."""
    if part not in _attributes:
        _attributes[part] = tuple(field for field in fields_of(part) if field.kind == "attribute")
    return _attributes[part]


def found_at(source: Json, path: tuple[str | int, ...]) -> Json:
    """Give the property at a path; `MISSING` where there is none or an intrinsic function hides it."""
    for step in path:
        if not isinstance(source, dict) or is_intrinsic(source) or step not in source:
            return MISSING
        source = source[step]
    return source


def _put(target: dict[str, Json], path: Path, json: Json) -> None:
    for step in path[:-1]:
        target = target.setdefault(step, {})
    target[path[-1]] = json


def _take(source: dict[str, Json], path: Path) -> None:
    """Remove a property, and with it the objects around it that held nothing else."""
    around = [source]
    for step in path[:-1]:
        around.append(around[-1][step])
    for holder, step in zip(reversed(around), reversed(path), strict=True):
        del holder[step]
        if holder:
            break
