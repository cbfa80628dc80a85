"""What a change does, in the order of harm, and the form in which the tables say it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from constructs_lib.resources.values import Json


class Effect(IntEnum):
    """What a change does, the worst first."""

    REFUSED = 0
    """AWS refuses the update, and the deploy fails."""

    LOSES = 1
    """Somebody cannot sign in as before: users, tokens, passkeys, second factors or sessions are lost."""

    REPLACED = 2
    """The resource is made anew and the old one deleted, which costs no user anything."""

    IN_PLACE = 3
    """The resource is changed as it is."""

    NONE = 4
    """It is said otherwise, and means the same."""

    @property
    def is_harmful(self) -> bool:
        """Tell whether somebody had better stop."""
        return self <= Effect.LOSES

    def __str__(self) -> str:
        return self.name.lower().replace("_", " ")


class Seen(NamedTuple):
    """A change of a property, as a row of the tables sees it."""

    before: Json
    """What it was, or what AWS takes where nothing was said; ``None`` where that is nothing."""

    after: Json
    old: Mapping[str, Json]
    """All properties of the resource."""

    new: Mapping[str, Json]


When = Callable[[Seen], bool]


def always(_: Seen) -> bool:
    """Hold for any change."""
    return True


@dataclass(frozen=True)
class Row:
    """What the change of a property does."""

    path: str
    """The property; ``[]`` stands for an element of a list that is known by its name, ``*`` for all that is inside."""

    effect: Effect

    says: str
    """What happens, to be read after the property; ``{lost}`` stands for the elements of a list that are gone."""

    source: str

    when: When = always
    """For which changes; the first row that holds decides."""
