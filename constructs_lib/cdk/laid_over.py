"""What is laid over an L1 by ``add_property_override`` and its sisters, and what is rendered of it with that.

CDK shows nobody what was laid over a resource, so it is noted when it is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from aws_cdk import CfnResource, Stack

from constructs_lib.resources.model import Resource
from constructs_lib.resources.values import Json, is_list

_NOTES = "laid_over"
_PROPERTIES = "Properties."
_LAYING = {
    "add_override": "",
    "add_deletion_override": "",
    "add_property_override": _PROPERTIES,
    "add_property_deletion_override": _PROPERTIES,
}
_ARGUMENTS = ("path", "property_path", "value")
_STEP = re.compile(r"((?:\\.|[^.\\])+)(?:\.|$)")


def noting(resource: CfnResource) -> CfnResource:
    """Note from now on what is laid over a resource through this object."""
    notes: list[tuple[str, Any]] = []

    def noted(prefix: str, lay: Callable[..., None]) -> Callable[..., None]:
        def note(*given: Any, **named: Any) -> None:
            lay(*given, **named)
            path, *value = (*given, *(named[name] for name in _ARGUMENTS if name in named))
            notes.append((prefix + path, value[0] if value else None))

        return note

    vars(resource)[_NOTES] = notes
    for name, prefix in _LAYING.items():
        vars(resource)[name] = noted(prefix, getattr(resource, name))
    return resource


def met_everywhere(resource: CfnResource) -> None:
    """Have aspects, too, and whoever else comes upon the resource, get this object of it, which notes."""
    from jsii._reference_map import register_reference  # what jsii itself does for each object that Python makes

    register_reference(resource)


def rendered(resource: CfnResource) -> Resource:
    """Give a resource as its template will have it by now."""
    stack = Stack.of(resource)
    properties = resource._render_properties(stack.resolve(resource._cfn_properties))
    made: Resource = {"Type": resource.cfn_resource_type, "Properties": dict(properties)}
    for path, value in vars(resource).get(_NOTES, ()):
        _lay([step.replace("\\.", ".") for step in _STEP.findall(path)], stack.resolve(value), made)
    return made


def _lay(path: list[str], value: Json, over: Json) -> None:
    """Put a value at a path, or take away what is there."""
    step, *rest = path
    key: Any = int(step) if is_list(over) else step
    if rest:
        if not isinstance(_at(over, key), (dict, list)):
            over[key] = {}
        _lay(rest, value, over[key])
    elif value is None and isinstance(over, dict):
        over.pop(key, None)
    elif isinstance(value, dict) and isinstance(_at(over, key), dict):
        for name, inner in value.items():
            _lay([name], inner, over[key])
    else:
        over[key] = value


def _at(over: Json, key: Any) -> Json:
    return over.get(key) if isinstance(over, dict) else over[key]
