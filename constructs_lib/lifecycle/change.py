"""One thing that is otherwise, and what that does."""

from dataclasses import dataclass

from constructs_lib.lifecycle import mutability
from constructs_lib.lifecycle.effect import Effect, Row
from constructs_lib.resources.model import Resource
from constructs_lib.resources.values import Json, Path

SAME = "means the same as before"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that is otherwise, and what that does."""

    effect: Effect

    resource: str
    """Logical id of the resource: that of after, but for what is removed."""

    type: str

    words: str
    """The property as people read it, empty for the whole resource; elements of lists by their names."""

    path: Path
    """The way to it in the properties of the resource, or the name of an attribute beside them."""

    is_removed: bool = False
    """Whether the resource is there before alone, so that this is where it stands."""

    before: Json
    after: Json

    says: str
    """What happens to users, tokens, passkeys, second factors and sessions; to be read after the property."""

    source: str


def whole(name: str, resource: Resource, row: Row, before: Json, after: Json, *, path: str = "") -> Change:
    """Tell what became of a resource as one, or of what stands beside its properties."""
    return Change(
        effect=row.effect,
        resource=name,
        type=resource["Type"],
        words=path,
        path=(path,) if path else (),
        before=before,
        after=after,
        says=row.says,
        source=row.source,
    )


def same_row(path: str) -> Row:
    """Say that something is written otherwise, and means the same."""
    return Row(path, Effect.NONE, SAME, mutability.BY_SCHEMA)
