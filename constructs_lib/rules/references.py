"""What refers to what in a template, and so what CloudFormation makes first."""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import target
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.view import Object, View

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
        yield from references(item, surely=surely)


def _in_text(said: Json) -> Iterator[str]:
    """Walk the names in a text of ``Fn::Sub`` but for its own variables."""
    text, own = (said[0], said[1:]) if is_list(said) and said else (said, ())
    variables = {name for given in own if isinstance(given, dict) for name in given}
    names = (match[1].partition(".")[0] for match in PLACEHOLDER.finditer(text if isinstance(text, str) else ""))
    yield from (name for name in names if name not in variables)


def referred(holder: Object, value: Json) -> View | None:
    """Give the first resource of the set that a value refers to anywhere in it."""
    views = holder.resource.neighbours.views
    return next((views[name] for name in references(value) if name in views), None)


def made_before(view: View, *, surely: bool = False) -> set[str]:
    """Follow what a resource waits for, and what that waits for; ``surely``, whatever the conditions come to."""
    mine = (None, view.attributes.get("Condition"))
    found: set[str] = set()
    waiting = [view]
    while waiting:
        new = _awaited(waiting.pop(), surely) - found
        found |= new
        there = [view.neighbours.views[name] for name in new if name in view.neighbours.views]
        waiting += [one for one in there if not surely or one.attributes.get("Condition") in mine]
    return found


def _awaited(view: View, surely: bool) -> set[str]:
    said = view.attributes.get("DependsOn")
    depends = {name for name in (said if is_list(said) else [said]) if isinstance(name, str)}
    # What calls a function of AWS SAM waits for the function, and not the other way round.
    skipped = ("Events",) if view.type == "AWS::Serverless::Function" else ()
    source = {name: value for name, value in view.source.items() if name not in skipped}
    return depends | set(references(source, surely=surely))
