"""A pool of a template → its adoption inside the same stack: nothing is imported, nothing gets another logical id.

The template is taken as it is written: whatever parameters and conditions decide stays so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constructs_lib.adopting.adoption import Adoption, Remark, all_ids, construct, pinned, said_as_it_is
from constructs_lib.adopting.logical_ids import construct_of, is_in_stack
from constructs_lib.readers.source import Source
from constructs_lib.rendering import read, read_identity_pool
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import USER_POOL, Resources
from constructs_lib.resources.references import depends_on, references
from constructs_lib.resources.values import Json

_PATH = "aws:cdk:path"
_OF_CDK = "Custom::"
_SECTIONS = {"Parameters": "parameter", "Conditions": "condition", "Mappings": "mapping"}


def adopt_from_template(
    template: Json, file: str, pool: str, sources: Sequence[Source], construct_id: str | None = None
) -> Adoption:
    """Adopt a pool of a template.

    Args:
        template: The template as it is written.
        file: The name of the file.
        pool: The pool's logical id.
        sources: What the template comes to, for the rules.
        construct_id: The id of the new construct. Default: that of the old one.
    """
    written: Resources = template["Resources"]
    resources = {name: _without_path(resource) for name, resource in written.items()}
    reader = read if resources[pool]["Type"] == USER_POOL else read_identity_pool
    reading = reader(resources, pool, dict(_keys(written)))
    path = path_of(written[pool])
    here = construct_of(path) if path else pool
    wanted = construct_id or construct(here.rpartition("/")[2])
    ids = all_ids(reading.settings, reading.logical_ids)
    left = _Left(template, frozenset(ids.values()), [construct_of(path_of(written[it]) or it) for it in ids.values()])
    return Adoption(
        settings=reading.settings,
        construct_id=wanted,
        called=here,
        file=file,
        logical_ids=pinned(wanted, ids, keeps_itself=path is not None and is_in_stack(path, pool)),
        own=left.adopted,
        deployment=sources[0].deployment if sources else Deployment(),
        sources=sources,
        # With their old paths: what refers to an attribute of a resource with another path counts as changed.
        kept={name: written[name] for name in left.kept()},
        remarks=[*left.remarks(), *said_as_it_is(reading.settings)],
    )


def _keys(written: Resources) -> Iterator[tuple[str, str]]:
    """Call resources as their app does, in letters and digits."""
    for name, resource in written.items():
        words = re.findall("[A-Za-z0-9]+", construct_of(path_of(resource) or "").rpartition("/")[2])
        if words:
            yield name, "".join([words[0], *(word[0].upper() + word[1:] for word in words[1:])])


def path_of(resource: Json) -> str | None:
    """Give the path of a resource in its CDK app, if it tells one."""
    metadata = resource.get("Metadata") if isinstance(resource, dict) else None
    path = metadata.get(_PATH) if isinstance(metadata, dict) else None
    return path if isinstance(path, str) and path else None


def _without_path(resource: Json) -> Json:
    """Leave out what CDK writes anew."""
    if path_of(resource) is None:
        return resource
    metadata = {name: value for name, value in resource["Metadata"].items() if name != _PATH}
    other = {name: value for name, value in resource.items() if name != "Metadata"}
    return {**other, "Metadata": metadata} if metadata else other


@dataclass(frozen=True)
class _Left:
    """What a template says beside what is adopted."""

    template: Json
    adopted: frozenset[str]
    """The logical ids of the resources that settings say."""
    replaced: Sequence[str]
    """The constructs that go."""

    def remarks(self) -> Iterator[Remark]:
        yield Remark("the new construct takes their place; remove from your app", self.replaced)
        yield Remark(
            "they have made these too, which no setting says; the new code makes them as they were",
            [f"{self._told(name)} ({self.template['Resources'][name]['Type']})" for name in self.kept()],
        )
        yield Remark(
            "these go with them, since they need a function that CDK makes for them; make them anew if you need them",
            [self._told(name) for name in self._inside() if self._needs_cdk(name)],
        )
        yield Remark(
            "these refer to what is adopted; let them refer to the new construct's handles",
            [*map(self._told, self._referring()), *(f"output {name}" for name in self._outputs())],
        )
        yield Remark("the settings refer to these, by the ids that they have; leave them in the stack", self._needed())

    def kept(self) -> list[str]:
        """Name what stands in a construct that goes, such as the L2's SMS role, and can be made without it."""
        return [name for name in self._inside() if not self._needs_cdk(name)]

    def _inside(self) -> list[str]:
        paths = {name: path_of(resource) for name, resource in self._others().items()}
        return [
            name for name, path in paths.items() if path and any(path.startswith(f"{one}/") for one in self.replaced)
        ]

    def _others(self) -> Resources:
        return {name: it for name, it in self.template["Resources"].items() if name not in self.adopted}

    def _needs_cdk(self, name: str) -> bool:
        return str(self.template["Resources"][name].get("Type")).startswith(_OF_CDK)

    def _told(self, name: str) -> str:
        path = path_of(self.template["Resources"][name])
        return construct_of(path) if path else name

    def _referring(self) -> list[str]:
        inside = self._inside()
        return [
            name
            for name, resource in self._others().items()
            if name not in inside and self.adopted & {*references(resource), *depends_on(resource)}
        ]

    def _outputs(self) -> list[str]:
        outputs = self.template.get("Outputs")
        return [
            name
            for name, output in (outputs.items() if isinstance(outputs, dict) else ())
            if self.adopted & {*references(output)}
        ]

    def _needed(self) -> list[str]:
        """Name what of the template the adopted resources need."""
        mine = [self.template["Resources"][name] for name in self.adopted | {*self.kept()}]
        named = {name for resource in mine for name in (*references(resource), *depends_on(resource))}
        conditions = {name for resource in mine for name in _conditions(resource)}
        told = [self._told(name) for name in self._others() if name in named and name not in self._inside()]
        for section, word in _SECTIONS.items():
            there = self.template.get(section)
            names = conditions if section == "Conditions" else named | {*_maps(mine)}
            told += [f"{word} {name}" for name in there or () if name in names]
        return told


def _conditions(json: Json) -> Iterator[str]:
    """Walk the conditions that a resource hangs on, or something in it."""
    if isinstance(json, dict):
        if isinstance(json.get("Condition"), str):
            yield json["Condition"]
        match json:
            case {"Fn::If": [str(name), *_]}:
                yield name
    for item in json.values() if isinstance(json, dict) else json if isinstance(json, list) else ():
        yield from _conditions(item)


def _maps(json: Json) -> Iterator[str]:
    match json:
        case {"Fn::FindInMap": [str(name), *_]}:
            yield name
    for item in json.values() if isinstance(json, dict) else json if isinstance(json, list) else ():
        yield from _maps(item)
