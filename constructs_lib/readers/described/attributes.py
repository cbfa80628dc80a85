"""The schema of a described pool: what was declared, without what every pool has."""

from collections.abc import Mapping

from constructs_lib.resources.standard_attributes import KEPT_BY_COGNITO, STANDARD_TYPES
from constructs_lib.resources.values import Json, same

_CUSTOM, _DEVELOPER_ONLY = "custom:", "dev:"


def _undeclared(name: str) -> Mapping[str, Json]:
    kind = STANDARD_TYPES[name]
    length = ("10", "10") if name == "birthdate" else ("0", "2048")
    bounds: Mapping[str, Json] = {
        "String": {"StringAttributeConstraints": {"MinLength": length[0], "MaxLength": length[1]}},
        "Number": {"NumberAttributeConstraints": {"MinValue": "0"}},
    }[kind]
    return {"Name": name, "AttributeDataType": kind, "Mutable": True, "Required": False, **bounds}


UNDECLARED = {name: _undeclared(name) for name in STANDARD_TYPES}
"""What describe-user-pool prints of a standard attribute that nobody has declared, without empty objects and without
``DeveloperOnlyAttribute``, which is false.

https://docs.aws.amazon.com/cli/latest/reference/cognito-idp/describe-user-pool.html
"""


def declared(attribute: Mapping[str, Json]) -> dict[str, Json] | None:
    """Give the entry of the schema that declares a described attribute; nothing where none does."""
    entry = {name: value for name, value in attribute.items() if (name, value) != ("DeveloperOnlyAttribute", False)}
    name = entry.get("Name")
    if not isinstance(name, str) or name in KEPT_BY_COGNITO or same(entry, UNDECLARED.get(name)):
        return None
    return entry | {"Name": name.removeprefix(_DEVELOPER_ONLY).removeprefix(_CUSTOM)}


def is_known(attribute: Json) -> bool:
    """Tell whether an attribute is a custom one, or a standard one that is known here."""
    name = attribute.get("Name") if isinstance(attribute, dict) else None
    if not isinstance(name, str):
        return False
    return name in STANDARD_TYPES or name in KEPT_BY_COGNITO or name.startswith((_CUSTOM, _DEVELOPER_ONLY))
