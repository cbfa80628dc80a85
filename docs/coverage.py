"""The coverage table: every property that CloudFormation knows of Cognito, and the setting that says it.

What CloudFormation knows comes from its resource schemas (the data of cfn-lint), what may change from the same and from
the table of what AWS refuses to change although the schemas do not say so.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from cfnlint.schema import PROVIDER_SCHEMA_MANAGER  # type: ignore[import-untyped]

from constructs_lib.declarations.codecs import Listed
from constructs_lib.declarations.fields import properties_of
from constructs_lib.lifecycle.effect import Effect, Row, always
from constructs_lib.lifecycle.mutability import ROWS
from constructs_lib.rendering.names import around
from constructs_lib.settings import IdentityPoolSettings, UserPoolSettings
from constructs_lib.settings.recovery import Ranking
from local_aws import not_emulated
from local_aws.carried import FORGOTTEN

REGION = "us-east-1"


class Property(NamedTuple):
    """A property, or a nested one."""

    path: str
    setting: str | None
    change: str
    local: str


def types() -> list[str]:
    """Name every resource type of Cognito's."""
    return sorted(name for name in PROVIDER_SCHEMA_MANAGER.get_resource_types(REGION) if "::Cognito::" in name)


@cache
def schema_of(type_name: str) -> Any:
    """Give CloudFormation's schema of a resource type."""
    return PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION, type_name).schema


def properties_in(type_name: str) -> Iterator[Property]:
    """Walk the properties that a template may give a resource, nested ones too."""
    schema, said = schema_of(type_name), _settings().get(type_name, {})
    fixed_by_aws = {row.path.partition(".")[0].rstrip("[]") for row in ROWS.get(type_name, ()) if _refuses_any(row)}
    fixed = {pointer.removeprefix("/properties/") for pointer in schema.get("readOnlyProperties", ())}
    replacing = {pointer.removeprefix("/properties/") for pointer in schema.get("createOnlyProperties", ())}
    for path in _paths(schema, schema["properties"], ""):
        top = path.partition(".")[0].removesuffix("[]")
        if top not in fixed:
            change = "never" if top in fixed_by_aws else "replaces" if top in replacing else "in place"
            yield Property(path, said.get(path) or _said_inside(path, said), change, _locally(type_name, path))


def _refuses_any(row: Row) -> bool:
    return row.effect is Effect.REFUSED and row.when is always


def _locally(type_name: str, path: str) -> str:
    """Tell what the local AWS does with a property, from its own tables."""
    plain = path.replace("[]", "")
    if any(name == type_name and f"{plain}.".startswith(f"{place}.") for name, place in FORGOTTEN):
        return "forgotten"
    return "recorded" if not_emulated.reason(type_name, plain.partition(".")[0]) else "works"


def _said_inside(path: str, said: dict[str, str]) -> str | None:
    """Give the field around what the schema leaves free, such as the mappings of an identity pool's roles."""
    inside = next((setting for place, setting in said.items() if place.startswith(f"{path}.")), None)
    return None if inside is None else inside.rpartition(".")[0]


def _paths(schema: Any, properties: Any, prefix: str) -> Iterator[str]:
    for name, node in sorted(properties.items()):
        node, path = _resolved(schema, node), f"{prefix}{name}"
        if "items" in node:
            node, path = _resolved(schema, node["items"]), f"{path}[]"
        inner = node.get("properties", {})
        yield from _paths(schema, inner, f"{path}.") if inner else [path.removesuffix("[]")]


def _resolved(schema: Any, node: Any) -> Any:
    return schema["definitions"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node


ROOTS: tuple[Any, ...] = (UserPoolSettings, IdentityPoolSettings)


def parts() -> list[tuple[Any, str]]:
    """Name every settings class that is a resource of its own, with the field it has its place in."""
    return [(root, "") for root in ROOTS] + [(field.part, field.name) for root in ROOTS for field in around(root)]


@cache
def _settings() -> dict[str, dict[str, str]]:
    """Give the settings that say each property, by resource type and path."""
    found: dict[str, dict[str, str]] = {}
    for part, name in parts():
        said = found.setdefault(part.TYPE, dict.fromkeys(part.LINKS, "*the pool*"))
        for path, setting in _said(part, name, ""):
            said.setdefault(path, setting)
    return found


def _said(part: Any, name: str, prefix: str) -> Iterator[tuple[str, str]]:
    for field in properties_of(part):
        setting = f"{name}.{field.name}" if name else field.name
        for place in field.paths:
            path = prefix + ".".join(place)
            if isinstance(field.codec, Ranking):  # a name in its place says both
                yield from ((f"{path}[].{each}", setting) for each in ("Name", "Priority"))
            elif field.part is not None:
                element = "[]" if isinstance(field.codec, Listed) else ""
                yield from _said(field.part, setting, f"{path}{element}.")
            else:
                yield path, setting


_HEAD = """\
# Coverage

Every property that CloudFormation's schemas know of Cognito, the setting that says it, and whether it can be changed
later: in place, by replacing the resource, or never (AWS refuses the update). The last column is about the local AWS
of `make demo`: what is said works, which is to say that it is live there as the template says (whether it then acts as
AWS does is told by the demo), is recorded and not emulated, or forgotten.

{} of {} resource types are whole, {} of {} top-level properties have a setting. What has none is reached through
`extra_properties` where its resource has settings.
"""


def coverage() -> str:
    """Tell which setting says each property."""
    known = [(name, list(properties_in(name))) for name in types()]
    whole = [name for name, rows in known if all(row.setting for row in rows)]
    top = [(name, row.path.split(".")[0]) for name, rows in known for row in rows]
    said = {(name, row.path.split(".")[0]) for name, rows in known for row in rows if row.setting}
    head = _HEAD.format(len(whole), len(known), len(said), len(dict.fromkeys(top)))
    return head + "".join(_table(name, rows) for name, rows in known)


def _table(name: str, rows: list[Property]) -> str:
    lines = "\n".join(f"| `{row.path}` | {_code(row.setting)} | {row.change} | {row.local} |" for row in rows)
    return f"\n## {name}\n\n| property | setting | change | local AWS |\n|---|---|---|---|\n{lines}\n"


def _code(setting: str | None) -> str:
    if setting is None:
        return "none"
    return setting if setting.startswith("*") else f"`{setting}`"
