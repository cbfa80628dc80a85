"""What a value of a template refers to, by the names of resources and parameters."""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import target
from constructs_lib.resources.values import Json, is_list

PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")


def references(value: Json, *, surely: bool = False) -> Iterator[str]:
    """Walk the names that a value refers to anywhere in it, in the texts of ``Fn::Sub`` too.

    ``surely`` leaves out what is there under a condition alone.
    """
    if surely and isinstance(value, dict) and "Fn::If" in value:
        return
    name = target(value)
    if name is not None:
        yield name
    if isinstance(value, dict) and "Fn::Sub" in value:
        yield from _in_text(value["Fn::Sub"])
    for item in value.values() if isinstance(value, dict) else value if is_list(value) else ():
        if isinstance(item, (dict, list, tuple)):
            yield from references(item, surely=surely)


def _in_text(said: Json) -> Iterator[str]:
    """Walk the names in a text of ``Fn::Sub`` but for its own variables."""
    text, own = (said[0], said[1:]) if is_list(said) and said else (said, ())
    variables = {name for given in own if isinstance(given, dict) for name in given}
    names = (match[1].partition(".")[0] for match in PLACEHOLDER.finditer(text if isinstance(text, str) else ""))
    yield from (name for name in names if name not in variables)


def depends_on(resource: Json) -> set[str]:
    """Name what a resource says it waits for."""
    said = resource.get("DependsOn") if isinstance(resource, dict) else None
    return {name for name in (said if is_list(said) else [said]) if isinstance(name, str)}
