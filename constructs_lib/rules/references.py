"""What refers to what in a template, and so what CloudFormation makes first."""

from constructs_lib.resources.references import depends_on, references
from constructs_lib.resources.values import Json
from constructs_lib.rules.view import Object, View


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
    # What calls a function of AWS SAM waits for the function, and not the other way round.
    skipped = ("Events",) if view.type == "AWS::Serverless::Function" else ()
    source = {name: value for name, value in view.source.items() if name not in skipped}
    return depends_on(view.attributes) | set(references(source, surely=surely))
