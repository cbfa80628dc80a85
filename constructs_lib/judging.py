"""What files say → findings with their places, each once, however many ways a template can come out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from constructs_lib.readers.source import Place, Source, when
from constructs_lib.resources.values import Path
from constructs_lib.rules.finding import Finding, template_words
from constructs_lib.rules.judge import judged


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A finding, and where it stands."""

    finding: Finding

    place: Place

    construct: str | None
    """The path of the construct that the resource is of, in the template of a CDK app."""

    acknowledged: str | None
    """The reason for which the app itself wants it as it is."""


def judge_sources(sources: Iterable[Source]) -> Iterator[Placed]:
    """Judge what was read; resources of a CDK app are called by their constructs' paths."""
    found: dict[object, list[tuple[Source, Finding, Place]]] = {}
    for source in sources:
        for finding in judged(source.resources, source.deployment):
            place = source.place(finding.resource, finding.property)
            same = (place, finding.rule, finding.problem, repr(finding.got))
            found.setdefault(same, []).append((source, finding, place))
    for alike in found.values():
        source, finding, place = alike[0]
        yield _placed(source, finding, place, when([each[0] for each in alike]))


def _placed(source: Source, finding: Finding, place: Place, condition: str) -> Placed:
    def words(resource: str, path: Path) -> str:
        return template_words(_construct(source, resource) or resource, path)

    told, construct = finding.in_words(words), _construct(source, finding.resource)
    return Placed(
        finding=replace(told, problem=f"{told.problem}, where {condition}") if condition else told,
        place=place,
        construct=construct,
        acknowledged=source.acknowledged(construct, finding.rule) if construct and source.acknowledged else None,
    )


def _construct(source: Source, resource: str) -> str | None:
    metadata = source.resources[resource].get("Metadata")
    path = metadata.get("aws:cdk:path") if isinstance(metadata, dict) else None
    return path if isinstance(path, str) else None
