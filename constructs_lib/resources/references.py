"""What a value of a template refers to, by the names of resources and parameters."""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import target
from constructs_lib.resources.values import Json, is_list

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")


def references(value: Json) -> Iterator[str]:
    """Walk the names that a value refers to anywhere in it, in the texts of ``Fn::Sub`` too."""
    name = target(value)
    if name is not None:
        yield name
    if isinstance(value, dict) and "Fn::Sub" in value:
        said = value["Fn::Sub"]
        text = said[0] if is_list(said) and said else said
        yield from (match[1].partition(".")[0] for match in PLACEHOLDER.finditer(text if isinstance(text, str) else ""))
    for item in value.values() if isinstance(value, dict) else value if is_list(value) else ():
        yield from references(item)


def depends_on(resource: Json) -> set[str]:
    """Name what a resource says it waits for."""
    said = resource.get("DependsOn") if isinstance(resource, dict) else None
    return {name for name in (said if is_list(said) else [said]) if isinstance(name, str)}
