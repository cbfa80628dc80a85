"""A CloudFormation template → the resources that it can come to.

What a deploy without any parameters comes to is known: defaults, mappings, and the functions over them. Where a
condition asks for what somebody may choose, each choice is a way of its own, and both branches are judged.
"""

import json as json_texts
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from constructs_lib.readers.source import Place, Source, UnreadableError, Way
from constructs_lib.readers.templates.conditions import Conditions, Declared
from constructs_lib.readers.templates.families import ATTRIBUTES, families, is_read
from constructs_lib.readers.templates.parameters import pseudo_of
from constructs_lib.readers.templates.resolver import NO_VALUE, names_in
from constructs_lib.readers.templates.scenarios import scenarios, way
from constructs_lib.readers.templates.transforms import LOOPS, SERVERLESS, Loops, origin, transforms_of, with_triggers
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.resources.references import references
from constructs_lib.resources.values import Json, Path

_ANYWHERE = Deployment()


def is_template(document: Json) -> bool:
    """Tell whether a document is a template."""
    resources = document.get("Resources") if isinstance(document, dict) else None
    if not isinstance(resources, dict):
        return False
    return "AWSTemplateFormatVersion" in document or any(map(_is_resource, resources.values()))


def _is_resource(json: Json) -> bool:
    return isinstance(json, dict) and isinstance(json.get("Type"), str)


def read_template(template: Json, file: str, deployment: Deployment = _ANYWHERE, at: Path = ()) -> Iterator[Source]:
    """Give the resources of a template, once for each way in which they can come out.

    What is the same in every way is in one source. Of the rest each family, a pool and what belongs to it, is in a
    source for each way in which it comes out, which says when that is.

    Args:
        template: The template, its functions in their long form.
        file: The name of the file.
        deployment: Where the resources will live, as far as it is known.
        at: The way to the template in the document that the file holds.

    Raises:
        UnreadableError: It is no template.
    """
    if not isinstance(template, dict) or not isinstance(template.get("Resources"), dict):
        raise UnreadableError(f"{file}: is no CloudFormation template, which has an object of Resources")
    try:
        return iter(list(_sources(_read(template, file, deployment, at))))
    except RecursionError:
        raise UnreadableError(f"{file}: is nested too deeply to be a CloudFormation template") from None


@dataclass(frozen=True)
class _Template:
    """A template after AWS's own transforms."""

    file: str
    at: Path
    deployment: Deployment
    declared: Declared
    resources: Resources

    origins: dict[Path, Path]
    """Where the template says what a transform has made."""


def _read(template: Mapping[str, Json], file: str, deployment: Deployment, at: Path) -> _Template:
    declared = Declared(
        parameters=_section(template, "Parameters"),
        conditions=_section(template, "Conditions"),
        mappings=_section(template, "Mappings"),
        pseudo=pseudo_of(deployment),
    )
    read = _Template(file, at, deployment, declared, template["Resources"], {})
    transforms = transforms_of(template)
    if LOOPS in transforms:
        read = _expanded(read)
    if SERVERLESS in transforms:
        read = replace(read, resources=with_triggers(read.resources, read.origins))
    return read


def _section(template: Mapping[str, Json], name: str) -> dict[str, Json]:
    found = template.get(name)
    return found if isinstance(found, dict) else {}


def _expanded(template: _Template) -> _Template:
    """Expand loops over literal lists and defaults; parameters with such a default have no other value from then on."""
    declared = template.declared
    defaults = Conditions(declared, {}, {}).resolver
    fixed: set[str] = set()

    def collection(json: Json) -> Json:
        fixed.update(name for name in references(json) if name in declared.parameters)
        return defaults.resolve(json)

    loops = Loops(collection, template.origins)
    resources = loops.expand(template.resources, ("Resources",), ("Resources",), {})
    conditions = loops.expand(declared.conditions, ("Conditions",), ("Conditions",), {})
    return replace(
        template,
        resources=resources,
        declared=replace(declared, conditions=conditions, fixed=frozenset(fixed)),
    )


def _sources(template: _Template) -> Iterator[Source]:
    """Give what is the same in every way, then each family in each of its ways."""
    resources = template.resources
    asked = [(family, names) for family in _families(template) if (names := _conditions_of(family))]
    apart = {name for family, _ in asked for name in family}
    rest = {name: resource for name, resource in resources.items() if name not in apart} if apart else resources
    if rest or not apart:
        yield _source(template, rest, Conditions(template.declared, {}, {}))
    for family, names in asked:
        yield from _in_each_way(template, family, names)


def _families(template: _Template) -> list[Resources]:
    return families(template.resources) if template.declared.conditions else []


def _conditions_of(family: Resources) -> list[str]:
    """Name the conditions by which a family comes out in one way or another."""
    read = [resource for resource in family.values() if is_read(resource)]
    made = [name for resource in read if isinstance(name := resource.get("Condition"), str)]
    said = [name for resource in read for attribute in ATTRIBUTES for name in names_in(resource.get(attribute))]
    return list(dict.fromkeys([*made, *said]))


def _in_each_way(template: _Template, family: Resources, names: list[str]) -> Iterator[Source]:
    found, choices = scenarios(template.declared, names)
    ways: dict[str, list[Way]] = {}
    first: dict[str, Source] = {}
    for conditions in found:
        source = _source(template, family, conditions)
        same = json_texts.dumps([source.resources, vars(source.deployment)], default=str, skipkeys=True)
        ways.setdefault(same, []).append(way(template.declared, conditions, choices))
        first.setdefault(same, source)
    every = tuple(one for some in ways.values() for one in some)
    for same, source in first.items():
        yield replace(source, ways=tuple(ways[same]), all_ways=every)


def _source(template: _Template, resources: Resources, conditions: Conditions) -> Source:
    return Source(
        resources=_come_out(resources, conditions),
        deployment=conditions.deployment(template.deployment),
        place=partial(_place, template, conditions),
    )


def _come_out(resources: Resources, conditions: Conditions) -> Resources:
    found = {name: _resource(resource, conditions) for name, resource in resources.items()}
    if all(found[name] is resource for name, resource in resources.items()):
        return resources
    return {name: resource for name, resource in found.items() if resource is not NO_VALUE}


def _resource(resource: Json, conditions: Conditions) -> Json:
    """Give what a resource comes to; nothing where its condition does not hold."""
    if not isinstance(resource, dict):
        return resource
    condition = resource.get("Condition")
    holds = conditions.holds(condition) if isinstance(condition, str) else None
    if holds is False:
        return NO_VALUE
    changed = {}
    for attribute in ATTRIBUTES if is_read(resource) else ():
        found = conditions.resolver.resolve(resource.get(attribute))
        if found is not resource.get(attribute):
            changed[attribute] = found
    if not changed and holds is None:
        return resource
    left = {**resource, **changed}
    return {key: item for key, item in left.items() if item is not NO_VALUE and not (holds and key == "Condition")}


def _place(template: _Template, conditions: Conditions, name: str, path: Path) -> Place:
    resource = template.resources.get(name)
    steps = path if path[:1] in _BESIDE_PROPERTIES else ("Properties", *path)
    inside = (name, *conditions.resolver.way(resource, steps)) if resource is not None else ()
    return Place(template.file, (*template.at, *origin(("Resources", *inside), template.origins)))


_BESIDE_PROPERTIES = [(attribute,) for attribute in ATTRIBUTES if attribute != "Properties"]
