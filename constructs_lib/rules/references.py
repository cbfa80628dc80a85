"""What refers to what in a template, and so what CloudFormation makes first."""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import target
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.view import Object, View

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


def referred(holder: Object, value: Json) -> View | None:
    """Give the first resource of the set that a value refers to anywhere in it."""
    views = holder.resource.neighbours.views
    return next((views[name] for name in references(value) if name in views), None)


def made_before(view: View) -> set[str]:
    """Follow what a resource waits for, and what that waits for."""
    found: set[str] = set()
    waiting = [view]
    while waiting:
        one = waiting.pop()
        said = one.attributes.get("DependsOn")
        depends = {name for name in (said if is_list(said) else [said]) if isinstance(name, str)}
        new = (depends | set(references(one.source))) - found
        found |= new
        waiting += [view.neighbours.views[name] for name in new if name in view.neighbours.views]
    return found
