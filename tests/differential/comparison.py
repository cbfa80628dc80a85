"""What engines find and we do not, or only warn of."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from constructs_lib.resources.values import Path
from constructs_lib.rules import Finding, judge
from constructs_lib.rules.catalogue import LIMITS
from constructs_lib.rules.limits.table import Limit
from tests.differential.bundle import Template
from tests.differential.engines import Verdict
from tests.rules.models.limits import limit_facts
from tests.rules.models.reasons import SCHEMA_SAYS_OTHERWISE
from tests.rules.models.schemas import schema_facts

_SAID = 200


class Difference(NamedTuple):
    """A place where an engine finds something, and no error of ours says so."""

    rule: str
    """The engine's rule."""

    where: str
    """The resource type and the property, ``UserPool.Schema[].Name``."""

    example: str
    """The name of the example."""

    warned: frozenset[str]
    """Our rules that warn there."""

    shown: str
    """Everything about one such place, for whoever has to explain it."""


def differences(templates: Mapping[str, Template], verdicts: list[Verdict]) -> list[Difference]:
    """Compare verdicts with ours, of the types of resources that we judge."""
    ours = {name: judge(template.body["Resources"], template.where) for name, template in templates.items()}
    return [
        difference
        for verdict in verdicts
        for difference in _compared(verdict, templates[verdict.template], ours[verdict.template])
    ]


def _compared(verdict: Verdict, template: Template, ours: list[Finding]) -> Iterator[Difference]:
    kind = template.body["Resources"][verdict.resource]["Type"]
    if kind not in LIMITS:
        return
    example = template.owners.get(verdict.resource)
    # What a rule over several resources says, and where, differs; what breaks a schema is in one place.
    together = {key for key, owner in template.owners.items() if owner is example} if _is_wide(verdict) else set()
    near = [
        finding
        for finding in ours
        if finding.resource in together
        or (finding.resource == verdict.resource and _related(finding.property, verdict.property))
    ]
    if any(finding.severity == "error" for finding in near):
        return
    warned = frozenset(finding.rule for finding in near)
    name = example.name if example else "a pool that examples share"
    where = ".".join([kind.rpartition("::")[2], *_plain(verdict.property)]).replace(".[]", "[]")
    yield Difference(
        verdict.rule,
        where,
        name,
        warned,
        f"{verdict.engine} {verdict.rule} at {where}: {verdict.says[:_SAID]}\n"
        f"   in: {name}\n"
        f"   we: {'warn, ' + ', '.join(sorted(warned)) if warned else 'say nothing'}",
    )


def missed(templates: Mapping[str, Template], verdicts: list[Verdict]) -> list[str]:
    """Name the examples that break a limit which the schema knows too, and that cfn-lint says nothing of."""
    found = {(verdict.template, verdict.resource) for verdict in verdicts if verdict.engine == "cfn-lint"}
    return [
        example.name
        for name, template in templates.items()
        for key, example in template.owners.items()
        if example.breaks is not None
        and example.breaks.severity == "error"
        and _is_in_the_schema(template.body["Resources"][key]["Type"], example.breaks)
        and (name, key) not in found
    ]


def _is_in_the_schema(kind: str, limit: Limit) -> bool:
    ours, theirs = limit_facts(kind), schema_facts(kind)
    paths = {path for path in (limit.path, f"{limit.path}{{key}}", f"{limit.path}{{}}") if path in ours}
    otherwise = {path for known, path, _ in SCHEMA_SAYS_OTHERWISE if known == kind}
    return paths.isdisjoint(otherwise) and all(
        ours[path]["type"] == theirs.get(path, {}).get("type") and ours[path].keys() <= theirs[path].keys()
        for path in paths
    )


def _is_wide(verdict: Verdict) -> bool:
    return verdict.engine == "cdk-preflight"


def _related(one: Path, other: Path) -> bool:
    """Tell whether two places are one, or one is inside the other."""
    return all(map(str.__eq__, map(str, one), map(str, other)))


def _plain(property_: Path) -> Iterator[str]:
    """Leave out indexes, and the intrinsic functions that an engine looks into."""
    for step in property_:
        if str(step).startswith("Fn::"):
            return
        yield "[]" if str(step).isdecimal() else str(step)
