"""A value in its place: a resource that is right but for it, made of what our own limits admit."""

from functools import cache

from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.limits.kinds import Kind, List, Record
from tests.rules.edges import inside

_LINKS = {"UserPoolId": {"Ref": "Pool"}, "IdentityPoolId": {"Ref": "IdentityPool"}}


def placed(resource: str, path: str, value: Json) -> Json:
    """Give the properties of a resource with a value at a path, and what the objects around it need besides."""
    value = _dressed(resource, path, value)
    steps = path.split(".") if path else []
    while steps:
        step = steps.pop()
        inner = [value] if step.endswith("[]") else {"key": value} if step.endswith("{}") else value
        value = {**_needed(resource, ".".join(steps)), step.rstrip("[]{}"): inner}
    return value


@cache
def _kinds(resource: str) -> dict[str, Kind]:
    table = limits_of(resource)
    rows = sorted(table.rows, key=lambda limit: limit.severity, reverse=True) if table else []
    return {limit.path: limit.kind for limit in rows}


def _needed(resource: str, path: str) -> dict[str, Json]:
    """Give what an object must have, each the plainest value that is right."""
    kind = _kinds(resource).get(path)
    return {name: _right(resource, f"{path}.{name}".lstrip(".")) for name in getattr(kind, "required", ())}


def _right(resource: str, path: str) -> Json:
    if path in _LINKS:
        return _LINKS[path]
    kind = _kinds(resource).get(path)
    if isinstance(kind, Record):
        return _needed(resource, path)
    if isinstance(kind, List):
        return [_right(resource, f"{path}[]") for _ in range(max(kind.fewest, 1))]
    return "x" if kind is None else next(iter(inside(kind)))


def _dressed(resource: str, path: str, value: Json) -> Json:
    """Put right values into the list or object of a limit, which says nothing about them."""
    kind = _kinds(resource).get(path)
    if isinstance(kind, List) and is_list(value):
        return [_right(resource, f"{path}[]") for _ in value]
    if isinstance(kind, Record) and isinstance(value, dict):
        return {name: _right(resource, f"{path}.{name}".lstrip(".")) for name in value}
    return value
