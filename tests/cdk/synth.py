"""One app a question: a stack with constructs in it, and the template that comes of it."""

from collections.abc import Callable
from typing import Any

from aws_cdk import App, Stack
from aws_cdk.assertions import Template


def template_of(build: Callable[[Stack], Any], **stack: Any) -> Template:
    """Synthesize a stack, ``Stack``, that a function fills."""
    scope = Stack(App(), "Stack", **stack)
    build(scope)
    return Template.from_stack(scope)


def ids_of(template: Template, type_name: str = "") -> dict[str, str]:
    """Give the types of a template's resources by logical id, of one type or of all."""
    resources = template.to_json()["Resources"]
    return {name: resource["Type"] for name, resource in resources.items() if type_name in ("", resource["Type"])}


def properties_of(template: Template, type_name: str) -> dict[str, Any]:
    """Give the properties of the one resource of a type."""
    found = list(template.find_resources(type_name).values())
    assert len(found) == 1
    properties: dict[str, Any] = found[0]["Properties"]
    return properties
