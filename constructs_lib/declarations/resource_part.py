"""A part that is a resource of its own, with what no field can say kept beside its fields."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

from constructs_lib.declarations.codecs import MISSING
from constructs_lib.declarations.fields import attribute, attributes_of
from constructs_lib.declarations.part import Part, declared
from constructs_lib.declarations.verbatim import OMIT, Setting
from constructs_lib.resources.values import Json, freeze, is_intrinsic, same, thaw

DeletionPolicy = Literal["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"]


@declared
class ResourcePart(Part):
    """A part that is a CloudFormation resource of its own."""

    TYPE: ClassVar[str]
    """CloudFormation's name of the resource type."""

    LINKS: ClassVar[Mapping[str, Json]] = {}
    """Properties that the settings around the part decide, such as the pool's id; with them it belongs to a pool."""

    deletion_policy: Setting[DeletionPolicy] = attribute("DeletionPolicy")
    """What happens to the resource when it leaves the stack. Default: CloudFormation deletes it."""

    update_replace_policy: Setting[DeletionPolicy] = attribute("UpdateReplacePolicy")
    """What happens to the old resource when an update replaces it. Default: CloudFormation deletes it."""

    extra_properties: Mapping[str, Json] | None = None
    """Properties as CloudFormation writes them, for those that have no field yet. Default: none.

    Raises `ValueError` for a property that a field sets too.
    """

    extra_attributes: Mapping[str, Json] | None = None
    """Resource attributes as CloudFormation writes them (``Metadata``, ``Condition`` …). Default: none.

    Raises `ValueError` for an attribute that a field sets too.
    """

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("extra_properties", "extra_attributes"):
            value = self.__dict__[name]
            if value is not None and not isinstance(value, Mapping):
                raise TypeError(f"{type(self).__name__}.{name}: must be a mapping, got {value!r}")
            object.__setattr__(self, name, freeze(dict(value)) if value else None)
        if self.extra_properties:
            self._judge_properties(thaw(self.extra_properties))
        if self.extra_attributes:
            self._judge_attributes(thaw(self.extra_attributes))

    def _judge_properties(self, extras: dict[str, Json]) -> None:
        written = self.written()
        linked = [name for name in self.LINKS if name in extras]
        self._refuse("extra_properties", [*linked, *(".".join(path) for path in _overlap(written, extras))])
        values, rest = self.read_values(merge(written, thaw(extras)))
        if not same(rest, extras):
            self._advise("extra_properties", [name for name in values if values[name] != self.__dict__[name]])

    def _judge_attributes(self, extras: dict[str, Json]) -> None:
        fields = {field.path[0]: field.name for field in attributes_of(type(self))}
        taken = {"Type"} | {path for path, name in fields.items() if self.__dict__[name] is not None}
        if self.extra_properties or self.written():
            taken.add("Properties")
        self._refuse("extra_attributes", sorted(taken & extras.keys()))
        self._advise("extra_attributes", [fields[path] for path in extras if path in fields])

    def _refuse(self, where: str, both: list[str]) -> None:
        if both:
            raise ValueError(f"{type(self).__name__}.{where}: set by a field too: {', '.join(both)}")

    def _advise(self, where: str, sayable: list[str]) -> None:
        if sayable:
            level = 6 if "__post_init__" in vars(type(self)) else 5  # whoever makes the settings
            warnings.warn(f"{type(self).__name__}.{where}: use the fields {', '.join(sayable)}", stacklevel=level)

    def resource(self, depends_on: tuple[str, ...] = (), **links: Json) -> dict[str, Json]:
        """Give the resource as CloudFormation writes it.

        Args:
            depends_on: Logical ids of resources that must be there first.
            links: The properties of `LINKS`, and more that the settings around the part decide.
        """
        resource: dict[str, Json] = {"Type": self.TYPE}
        for field in attributes_of(type(self)):
            value = self.__dict__[field.name]
            if value is not None and value is not OMIT:
                field.write_into(resource, value)
        properties = merge(merge(links, self.written()), thaw(self.extra_properties or {}))
        if properties:
            resource["Properties"] = properties
        extras = thaw(self.extra_attributes or {})
        merge(resource, {name: value for name, value in extras.items() if value is not OMIT})
        if depends_on:
            others = resource.get("DependsOn", [])
            resource["DependsOn"] = [*depends_on, *([others] if isinstance(others, str) else others)]
        return resource

    def needs(self, family: "Mapping[str, ResourcePart]") -> Sequence[str]:  # noqa: ARG002  (most need nothing)
        """Name what of the resources around it must be made first, although no property refers to it. Default: none.

        Args:
            family: The resources by their names in the fragment.
        """
        return ()

    def waits_for(self, family: "Mapping[str, ResourcePart]") -> tuple[str, ...]:
        """Give what the resource is made after.

        ``DependsOn`` in `extra_attributes` takes the place of what it needs, and there `OMIT` waits for nothing.
        """
        return () if "DependsOn" in (self.extra_attributes or {}) else tuple(sorted(self.needs(family)))

    @classmethod
    def from_resource(cls, resource: dict[str, Json]) -> Any:
        """Read a resource but for its links; what no field says is kept in the extras.

        Raises:
            TypeError: A property that must be there is not.
        """
        attributes = {name: value for name, value in resource.items() if name != "Type"}
        values: dict[str, Any] = {}
        properties = attributes.get("Properties")
        if isinstance(properties, dict) and properties and not is_intrinsic(properties):
            del attributes["Properties"]
            values, extras = cls.read_values({name: json for name, json in properties.items() if name not in cls.LINKS})
            values["extra_properties"] = extras
        for field in attributes_of(cls):
            value = field.take_from(attributes)
            if value is not MISSING:
                values[field.name] = value
        return cls(**values, extra_attributes=attributes)


def merge(left: dict[str, Json], right: dict[str, Json]) -> dict[str, Json]:
    """Put the right object's properties into the left one, object by object."""
    for key, value in right.items():
        mine = left.get(key)
        left[key] = merge(mine, value) if mine is not None and _joined(mine, value) else value
    return left


def _joined(left: Json, right: Json) -> bool:
    return isinstance(left, dict) and isinstance(right, dict) and not (is_intrinsic(left) or is_intrinsic(right))


def _overlap(left: dict[str, Json], right: dict[str, Json]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for key in left.keys() & right.keys():
        if _joined(left[key], right[key]):
            found += [(key, *path) for path in _overlap(left[key], right[key])]
        else:
            found.append((key,))
    return sorted(found)
