"""Many examples in few templates: each call of an engine costs seconds, whatever is in the template."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from cfnlint.helpers import REGIONS  # type: ignore[import-untyped]

from constructs_lib.resources.model import IDENTITY_POOL, USER_POOL, Resources
from constructs_lib.resources.references import PLACEHOLDER
from constructs_lib.resources.values import Json, is_list, thaw
from constructs_lib.rules import Deployment
from tests.differential.examples import Example

_ROOM = 450
"""How many resources go into one template: CloudFormation takes 500."""

_SOMEWHERE = Deployment(region="eu-central-1", account="111122223333")
_SHARED: Resources = {
    "Pool": {"Type": USER_POOL},
    "IdentityPool": {"Type": IDENTITY_POOL, "Properties": {"AllowUnauthenticatedIdentities": False}},
}
"""The pools that examples without one of their own belong to."""


class Template(NamedTuple):
    """A template, where it would be deployed, and whose its resources are."""

    body: dict[str, Any]
    where: Deployment
    owners: dict[str, Example]


def bundled(examples: Iterable[Example]) -> dict[str, Template]:
    """Put examples into templates, by name; a Region that engines do not know is left out with its examples."""
    by_place: dict[Deployment, list[tuple[Example, Resources]]] = {}
    for number, example in enumerate(examples):
        where = Deployment(
            region=example.where.region or _SOMEWHERE.region, account=example.where.account or _SOMEWHERE.account
        )
        if where.region in REGIONS:
            by_place.setdefault(where, []).append((example, _apart(example.resources, f"E{number}x")))
    templates = (_template(where, part) for where, found in by_place.items() for part in _parts(found))
    return {f"Template{number}": template for number, template in enumerate(templates)}


def _parts(found: list[tuple[Example, Resources]]) -> Iterator[list[tuple[Example, Resources]]]:
    part: list[tuple[Example, Resources]] = []
    room = _ROOM
    for example, resources in found:
        if len(resources) > room:
            yield part
            part, room = [], _ROOM
        part.append((example, resources))
        room -= len(resources)
    yield part


def _template(where: Deployment, part: list[tuple[Example, Resources]]) -> Template:
    resources = _SHARED | {key: resource for _, found in part for key, resource in found.items()}
    parameters = sorted(name for name in set(_named(resources)) - resources.keys() if "::" not in name)
    conditions = sorted(set(_conditions(resources)))
    body = {
        "Parameters": {name: {"Type": "String"} for name in parameters},
        "Conditions": {name: {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-central-1"]} for name in conditions},
        "Resources": resources,
    }
    return Template(body, where, {key: example for example, found in part for key in found})


def _apart(resources: Resources, prefix: str) -> Resources:
    """Give resources logical ids that no other example has."""
    names = {key: prefix + "".join(filter(str.isalnum, key)) for key in resources}
    return {names[key]: _renamed(thaw(resource), names) for key, resource in resources.items()}


def _renamed(value: Json, names: dict[str, str]) -> Json:
    match value:
        case {"Ref": str(name)} if len(value) == 1:
            return {"Ref": names.get(name, name)}
        case {"Fn::GetAtt": [str(name), *rest]} if len(value) == 1:
            return {"Fn::GetAtt": [names.get(name, name), *rest]}
        case {"Fn::GetAtt": str(text)} if len(value) == 1:
            return {"Fn::GetAtt": _renamed_text(text, names)}
        case {"Fn::Sub": str(text)} if len(value) == 1:
            return {"Fn::Sub": PLACEHOLDER.sub(lambda match: f"${{{_renamed_text(match[1], names)}}}", text)}
    if isinstance(value, dict):
        return {
            key: _renamed_keys(item, names) if key == "DependsOn" else _renamed(item, names)
            for key, item in value.items()
        }
    return [_renamed(item, names) for item in value] if is_list(value) else value


def _renamed_text(text: str, names: dict[str, str]) -> str:
    name, dot, attribute = text.partition(".")
    return names.get(name, name) + dot + attribute


def _renamed_keys(value: Json, names: dict[str, str]) -> Json:
    return [names.get(name, name) for name in value] if is_list(value) else names.get(value, value)


def _named(value: Json) -> Iterator[str]:
    """Walk the names in ``Ref`` and ``Fn::Sub``: what is no resource is a parameter."""
    match value:
        case {"Ref": str(name)}:
            yield name
        case {"Fn::Sub": str(text)}:
            yield from (match[1] for match in PLACEHOLDER.finditer(text) if "." not in match[1])
    for item in value.values() if isinstance(value, dict) else value if is_list(value) else ():
        yield from _named(item)


def _conditions(value: Json) -> Iterator[str]:
    match value:
        case {"Fn::If": [str(name), *_]} | {"Condition": str(name), "Type": _}:
            yield name
    for item in value.values() if isinstance(value, dict) else value if is_list(value) else ():
        yield from _conditions(item)
