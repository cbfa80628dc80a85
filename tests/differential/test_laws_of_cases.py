"""What holds of every rule's case whatever is changed in it: what is unknown, the order, and what is new to us."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Json, Path, is_intrinsic, is_list, thaw
from constructs_lib.rules import judge
from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.limits.kinds import Record
from tests.rendering.strategies import TOKEN_TEXT
from tests.rules.case import UNKNOWN, Case
from tests.rules.test_cases import CASES

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)

UNKNOWNS = (UNKNOWN, {"Fn::GetAtt": ["Elsewhere", "Arn"]}, {"Fn::ImportValue": "x"}, TOKEN_TEXT, "{{resolve:ssm:name}}")


@every_case
def test_what_is_unknown_is_never_newly_refused(case: Case) -> None:
    """An intrinsic function or a token is right for all that anybody knows, unless nothing may be there at all."""
    for resources in (case.passes, case.fails):
        before = _errors(resources, case)
        for key, path in _leaves(resources):
            for value in UNKNOWNS:
                new = _errors(_with(resources, key, path, value), case) - before
                assert {one for one in new if one[1] == key and one[2][: len(path)] == path} == set(), value


@every_case
def test_the_order_of_properties_and_elements_says_nothing(case: Case) -> None:
    for resources in (case.passes, case.fails):
        assert _told(_turned(resources), case) == _told(resources, case)


@every_case
def test_a_property_that_is_new_to_us_hides_no_finding(case: Case) -> None:
    """It may stand anywhere: beside the others of a resource, or in any object of one."""
    for key, path in _records(case.fails):
        more = _with(case.fails, key, (*path, "BrandNewProperty"), "x")
        assert case.rule in {finding.rule for finding in judge(more, case.where)}, path


def _properties(resources: Resources) -> Iterator[tuple[str, Json]]:
    for key, resource in resources.items():
        if isinstance(resource.get("Properties"), dict):
            yield key, resource["Properties"]


def _places(json: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    yield path, json
    items = json.items() if isinstance(json, dict) else enumerate(json) if is_list(json) else ()
    for step, item in () if is_intrinsic(json) else items:
        yield from _places(item, (*path, step))


def _leaves(resources: Resources) -> Iterator[tuple[str, Path]]:
    for key, properties in _properties(resources):
        yield from ((key, path) for path, json in _places(properties) if path and not (json and isinstance(json, dict)))


def _records(resources: Resources) -> Iterator[tuple[str, Path]]:
    """Walk the objects whose properties are CloudFormation's: in others a name of one's own says something."""
    for key, properties in _properties(resources):
        limits = limits_of(resources[key]["Type"])
        for path, json in _places(properties):
            kinds = (limits.kinds_at(path) if limits else ()) if path else (Record(),)
            if isinstance(json, dict) and not is_intrinsic(json) and any(isinstance(kind, Record) for kind in kinds):
                yield key, path


def _with(resources: Resources, key: str, path: Path, value: Json) -> Resources:
    copied: Resources = deepcopy(thaw(resources))
    holder: Any = copied[key]["Properties"]
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return copied


def _errors(resources: Resources, case: Case) -> set[tuple[str, str, Path]]:
    return {
        (finding.rule, finding.resource, finding.property)
        for finding in judge(resources, case.where)
        if finding.severity == "error"
    }


def _turned(json: Json) -> Json:
    """Turn the order of every object and of every list around, but within intrinsic functions."""
    if isinstance(json, dict):
        return {key: json[key] if key.startswith("Fn::") else _turned(json[key]) for key in reversed(json)}
    return list(map(_turned, reversed(json))) if is_list(json) else json


def _told(resources: Resources, case: Case) -> Counter[tuple[Any, ...]]:
    """Give what is found, without the indexes."""
    return Counter(
        (one.rule, one.resource, tuple(step for step in one.property if isinstance(step, str)))
        for one in judge(resources, case.where)
    )
