"""The form of a change's test: the properties of a resource before and after, and all that is told of it."""

from typing import Any, NamedTuple

from constructs_lib.lifecycle.change import Change
from constructs_lib.lifecycle.diff import diff
from constructs_lib.resources.model import USER_POOL, Resources


class Case(NamedTuple):
    """What is told of one resource that changes."""

    type: str
    before: dict[str, Any]
    after: dict[str, Any]
    says: str


def one(type_name: str, properties: dict[str, Any], **attributes: Any) -> Resources:
    """Make a template with one resource, ``One``, and pools that it may belong to."""
    pools: Resources = {name: {"Type": USER_POOL} for name in ("Pool", "Other")}
    return {**pools, "One": {"Type": type_name, "Properties": properties, **attributes}}


def told(type_name: str, before: dict[str, Any], after: dict[str, Any]) -> str:
    """Give all that is told when the properties of a resource change."""
    return "\n".join(map(text, diff(one(type_name, before), one(type_name, after))))


def text(change: Change) -> str:
    """Give what is told of a change."""
    return f"{change.effect}: {change.words}: {change.before} → {change.after}\n{change.says}\n{change.source}"
