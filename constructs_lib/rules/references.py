"""What refers to what in a template, and so what CloudFormation makes first."""

from constructs_lib.resources.references import depends_on, references
from constructs_lib.resources.values import Json
from constructs_lib.rules.view import Object, View


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
        new = (depends_on(one.attributes) | set(references(one.source))) - found
        found |= new
        waiting += [view.neighbours.views[name] for name in new if name in view.neighbours.views]
    return found
