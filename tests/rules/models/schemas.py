"""The facts of CloudFormation's schemas."""

from collections.abc import Iterator
from typing import Any

import regex  # type: ignore[import-untyped]

from docs.coverage import schema_of
from tests.rules.models.facts import AllFacts, Facts

_NAMES = {
    "minLength": "shortest",
    "maxLength": "longest",
    "minimum": "smallest",
    "maximum": "largest",
    "minItems": "fewest",
    "maxItems": "most",
    "minProperties": "fewest",
    "maxProperties": "most",
}


def schema_facts(resource: str) -> AllFacts:
    """Give what the schema of a resource type says of the properties that a template may set."""
    schema = schema_of(resource)
    read_only = {pointer.removeprefix("/properties/") for pointer in schema.get("readOnlyProperties", ())}
    facts = dict(_walk(schema, "", schema.get("definitions", {})))
    return {path: fact for path, fact in facts.items() if path not in read_only}


def _walk(node: dict[str, Any], path: str, definitions: dict[str, Any]) -> Iterator[tuple[str, Facts]]:
    node = _resolved(node, definitions)
    yield path, _facts(node)
    for name, inner in node.get("properties", {}).items():
        yield from _walk(inner, f"{path}.{name}".lstrip("."), definitions)
    if "items" in node:
        yield from _walk(node["items"], f"{path}[]", definitions)
    for keys, inner in node.get("patternProperties", {}).items():
        yield f"{path}{{key}}", {"type": "string", "pattern": _pattern(keys)}
        yield from _walk(inner, f"{path}{{}}", definitions)


def _resolved(node: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    beside = {key: value for key, value in node.items() if key != "$ref"}
    return _resolved(definitions[node["$ref"].rsplit("/", 1)[1]], definitions) | beside


def _facts(node: dict[str, Any]) -> Facts:
    facts: Facts = {ours: node[theirs] for theirs, ours in _NAMES.items() if theirs in node}
    facts["type"] = "words" if "enum" in node else "object" if "properties" in node else node.get("type", "object")
    if "enum" in node:
        facts["words"] = sorted(node["enum"])
    if "pattern" in node:
        facts["pattern"] = _pattern(node["pattern"])
    if node.get("uniqueItems"):
        facts["unique"] = True
    if node.get("required"):
        facts["required"] = sorted(node["required"])
    return facts


def _pattern(text: str) -> Any:
    return regex.compile(text.removesuffix("$") + r"\Z" * text.endswith("$")).search
