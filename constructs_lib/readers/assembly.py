"""What `cdk synth` writes: templates, where each will be deployed, and what the app acknowledges itself.

https://github.com/aws/aws-cdk/tree/main/packages/@aws-cdk/cloud-assembly-schema
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from constructs_lib.readers.documents.document import Document, read_file
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import of_type
from constructs_lib.resources.values import Json

MANIFEST = "manifest.json"
_NESTED_STACK = "AWS::CloudFormation::Stack"
_ACKNOWLEDGED = "aws:cdk:acknowledged-rules"
_ENVIRONMENT = re.compile(r"aws://([^/]+)/([^/]+)")


@dataclass(frozen=True)
class StackTemplate:
    """The template of a stack, or of a stack nested in it."""

    file: Path
    document: Document
    deployment: Deployment
    path: str
    """The path of the stack in its app."""

    _folder: Path
    _artifact: Mapping[str, Json]

    def acknowledged(self, construct: str, rule: str) -> str | None:
        """Give the reason for which the app itself acknowledges what is found at a construct, or around it."""
        for path, reasons in self._acknowledged.items():
            if rule in reasons and f"{construct}/".startswith(f"{path}/"):
                return reasons[rule]
        return None

    @cached_property
    def _acknowledged(self) -> Mapping[str, Mapping[str, str]]:
        """Path of a construct → rule id → reason."""
        found: dict[str, dict[str, str]] = {}
        for path, entries in self._metadata().items():
            for entry in entries if isinstance(entries, list) else ():
                said = entry.get("data") if isinstance(entry, dict) and entry.get("type") == _ACKNOWLEDGED else None
                for rule, reason in said.items() if isinstance(said, dict) else ():
                    found.setdefault(path.strip("/"), {})[str(rule).rpartition("::")[2]] = str(reason)
        return found

    def _metadata(self) -> Mapping[str, Json]:
        file = self._artifact.get("additionalMetadataFile")  # older releases of CDK write it into the manifest
        beside = read_file(self._folder / file).value if isinstance(file, str) else {}
        return {**_object(self._artifact.get("metadata")), **_object(beside)}


def is_assembly(folder: Path) -> bool:
    """Tell whether a folder is what `cdk synth` has written."""
    return (folder / MANIFEST).is_file() and (folder / "cdk.out").is_file()


def read_assembly(folder: Path) -> Iterator[StackTemplate]:
    """Read the templates of an assembly, of those nested in it (stages), and of nested stacks; each file once.

    Raises:
        UnreadableError: The manifest or a template that it names cannot be read.
    """
    return _read(folder, set())


def _read(folder: Path, seen: set[Path]) -> Iterator[StackTemplate]:
    manifest = read_file(folder / MANIFEST).value
    artifacts = manifest.get("artifacts") if isinstance(manifest, dict) else None
    if not isinstance(artifacts, dict):
        raise UnreadableError(f"{folder / MANIFEST}: is no manifest of a cloud assembly: it has no artifacts")
    for name, artifact in artifacts.items():
        match {"type": _object(artifact).get("type"), **_object(_object(artifact).get("properties"))}:
            case {"type": "aws:cloudformation:stack", "templateFile": str(file)}:
                yield from _templates(folder, file, str(artifact.get("displayName", name)), artifact, seen)
            case {"type": "cdk:cloud-assembly", "directoryName": str(directory)}:
                if _first_time(folder / directory, seen):
                    yield from _read(folder / directory, seen)
            case {"type": "aws:cloudformation:stack" | "cdk:cloud-assembly"}:
                raise UnreadableError(f"{folder / MANIFEST}: {name} names no file")


def _templates(
    folder: Path, file: str, path: str, artifact: Mapping[str, Json], seen: set[Path]
) -> Iterator[StackTemplate]:
    if not _first_time(folder / file, seen):
        return
    document = read_file(folder / file)
    yield StackTemplate(folder / file, document, _deployment(artifact), path, folder, artifact)
    resources = document.value.get("Resources") if isinstance(document.value, dict) else None
    for _, resource in of_type(resources, _NESTED_STACK):
        metadata = _object(resource.get("Metadata"))
        asset = metadata.get("aws:asset:path")
        if isinstance(asset, str):
            inside = str(metadata.get("aws:cdk:path", asset)).partition(".NestedStack/")[0]
            yield from _templates(folder, asset, inside, artifact, seen)


def _first_time(path: Path, seen: set[Path]) -> bool:
    known = len(seen)
    seen.add(path.resolve())
    return len(seen) > known


def _deployment(artifact: Mapping[str, Json]) -> Deployment:
    said = _ENVIRONMENT.fullmatch(str(artifact.get("environment")))
    if said is None:
        return Deployment()
    account, region = (None if part.startswith("unknown-") else part for part in said.groups())
    return Deployment(region=region, account=account)


def _object(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}
