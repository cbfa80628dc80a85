"""Every limit against what AWS's models say of the same property.

Each length, range, enum and pattern of a model must be a limit of ours, and each of ours must be in one of them. Where
it is otherwise, the reason stands in `reasons`: a new disagreement fails, and so does a reason that nobody needs.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

from docs.coverage import types
from tests.rules.models.api import REQUESTS, Request, api_facts
from tests.rules.models.facts import AllFacts, Facts
from tests.rules.models.limits import limit_facts
from tests.rules.models.reasons import API_SAYS_OTHERWISE, IN_NEITHER, SCHEMA_SAYS_OTHERWISE, WITHOUT_A_ROW
from tests.rules.models.samples import SAMPLES
from tests.rules.models.schemas import schema_facts


class Disagreement(NamedTuple):
    """A fact that a model and our row tell differently."""

    path: str
    fact: str
    theirs: Any
    ours: Any


def _disagreements(theirs: AllFacts, ours: AllFacts) -> Iterator[Disagreement]:
    for path in theirs.keys() & ours.keys():
        said, own = theirs[path], ours[path]
        if own["type"] == "words" and said["type"] == "string":
            refused = [word for word in own["words"] if not _admits(said, word)]
            if refused:
                yield Disagreement(path, "words", "none of these", refused)
            continue
        for fact in said:
            if fact == "pattern":
                yield from _apart(path, said["pattern"], own.get("pattern", _anything))
            elif fact in ("shortest", "fewest", "smallest") and not said[fact] and fact not in own:
                continue  # at least 0 says nothing
            elif said[fact] != own.get(fact):
                yield Disagreement(path, fact, said[fact], own.get(fact))


def _admits(said: Facts, text: str) -> bool:
    pattern = said.get("pattern", _anything)
    return said.get("shortest", 0) <= len(text) <= said.get("longest", len(text)) and bool(pattern(text))


def _anything(_: str) -> bool:
    return True


def _apart(path: str, theirs: Any, ours: Any) -> Iterator[Disagreement]:
    """Compare patterns by what they make of texts."""
    only_theirs = [text for text in SAMPLES if theirs(text) and not ours(text)]
    only_ours = [text for text in SAMPLES if ours(text) and not theirs(text)]
    if only_theirs or only_ours:
        yield Disagreement(path, "pattern", only_theirs, only_ours)


def _unexplained(
    resource: str, found: list[Disagreement], reasons: Mapping[tuple[str, str, str], str]
) -> tuple[list[Disagreement], list[tuple[str, str]]]:
    """Give what has no reason, and the reasons that nobody needs."""
    explained = {(path, fact) for known, path, fact in reasons if known == resource}
    seen = {(one.path, one.fact) for one in found}
    return [one for one in found if (one.path, one.fact) not in explained], sorted(explained - seen)


def _asked() -> list[Any]:
    return [
        pytest.param(resource, request, id=f"{resource.rpartition('::')[2]}-{request.operation}")
        for resource, requests in REQUESTS.items()
        for request in requests
    ]


def _without_a_row(resource: str) -> set[str]:
    return {path for known, path in WITHOUT_A_ROW if known == resource}


def test_no_resource_type_is_left_out() -> None:
    assert sorted(REQUESTS) == types()


@pytest.mark.parametrize("resource", types())
def test_every_property_of_the_schema_has_a_row(resource: str) -> None:
    assert schema_facts(resource).keys() - limit_facts(resource).keys() - {""} <= _without_a_row(resource)


@pytest.mark.parametrize("resource", types())
def test_no_row_is_about_a_property_that_the_schema_does_not_have(resource: str) -> None:
    rows = {path for path in limit_facts(resource) if not path.endswith(("{key}", "{}"))}
    assert sorted(rows - schema_facts(resource).keys()) == []


@pytest.mark.parametrize(("resource", "request_"), _asked())
def test_every_property_of_the_api_has_a_row(resource: str, request_: Request) -> None:
    assert api_facts(request_).keys() - limit_facts(resource).keys() - {""} == _without_a_row(resource)


@pytest.mark.parametrize("resource", types())
def test_what_the_schema_says_is_a_limit_but_for_a_reason(resource: str) -> None:
    found = list(_disagreements(schema_facts(resource), limit_facts(resource)))
    assert _unexplained(resource, found, SCHEMA_SAYS_OTHERWISE) == ([], [])


@pytest.mark.parametrize("resource", types())
def test_what_the_api_says_is_a_limit_but_for_a_reason(resource: str) -> None:
    ours = limit_facts(resource)
    found = [one for request in REQUESTS[resource] for one in _disagreements(api_facts(request), ours)]
    assert _unexplained(resource, found, API_SAYS_OTHERWISE) == ([], [])


@pytest.mark.parametrize("resource", types())
def test_every_limit_is_in_a_model_but_for_a_reason(resource: str) -> None:
    models = [schema_facts(resource), *map(api_facts, REQUESTS[resource])]
    found = [
        Disagreement(path, fact, None, value)
        for path, facts in limit_facts(resource).items()
        for fact, value in facts.items()
        if fact != "type" and not any(fact in model.get(path, {}) for model in models)
    ]
    assert _unexplained(resource, found, IN_NEITHER) == ([], [])
