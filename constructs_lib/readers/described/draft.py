"""One described resource before it is known what lives around it: its properties, and where each was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from constructs_lib.readers.described.calls import Call
from constructs_lib.readers.described.properties import PROPERTIES
from constructs_lib.readers.source import Place, UnreadableError
from constructs_lib.resources.values import Json, Path, is_list


@dataclass(eq=False)
class Draft:
    """One described resource."""

    call: Call
    said: Mapping[str, Json]
    """What the answer says of it."""

    at: Place
    """Where the answer says it."""

    identifiers: dict[str, str] = field(default_factory=dict)
    properties: dict[str, Json] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    """Where a property was found; what is in it is found under the same names."""

    left_out: list[Place] = field(default_factory=list)
    parameters: dict[str, Path] = field(default_factory=dict)
    """What a template must say and the answer does not, or should not: the property, by what the value is called."""

    @property
    def pool(self) -> str:
        """The id of the user pool or identity pool."""
        return next(iter(self.identifiers.values()))

    def put(self, name: str, value: Json, place: Place) -> None:
        """Say a property, without what a template cannot say in it."""
        copy = _copied(self, value, name, place)
        if not _is_nothing(name, copy):
            self.properties[name] = copy
            self.places[(name,)] = place

    def ask(self, parameter: str, *path: str) -> None:
        """Note that a property is said by a parameter."""
        self.parameters[parameter] = path

    def refer(self, path: Path, json: Json) -> None:
        """Say a property, or one in an object that is there, by a reference."""
        *around, last = path
        holder: Json = self.properties
        for step in around:
            holder = holder[step]
        holder[last] = json


def inside(place: Place, *steps: str | int) -> Place:
    """Go on to what is in a place."""
    return Place(place.file, (*place.path, *steps))


def drafted(call: Call, said: Mapping[str, Json], at: Place) -> Draft:
    """Take over what a template can say."""
    draft = Draft(call, said, at, places={(): at})
    for name, member in call.identifiers.items():
        draft.identifiers[name] = _identifier(said, member, at)
    members = PROPERTIES[call.type][""]
    for member, value in said.items():
        name, place = call.renamed.get(member, member), inside(at, member)
        if name in members:
            draft.put(name, value, place)
        elif member not in call.told and not _is_nothing(name, value):
            draft.left_out.append(place)
    return draft


def _identifier(said: Mapping[str, Json], member: str, at: Place) -> str:
    value = said.get(member)
    if not isinstance(value, str) or not value:
        raise UnreadableError(f"{at.file}: {at.path[0] if at.path else 'the answer'} needs a text as its {member}")
    return value


def _copied(draft: Draft, value: Json, path: str, place: Place) -> Json:
    """Copy a value without the members that a template cannot have, and without what says nothing."""
    if is_list(value):
        return [_copied(draft, item, path, inside(place, index)) for index, item in enumerate(value)]
    members = PROPERTIES[draft.call.type].get(path)
    if members is None or not isinstance(value, dict):
        return value
    draft.left_out += [inside(place, name) for name in value if name not in members]
    copies = {
        name: _copied(draft, item, f"{path}.{name}", inside(place, name))
        for name, item in value.items()
        if name in members
    }
    return {name: copy for name, copy in copies.items() if not _is_nothing(name, copy)}


def _is_nothing(name: str, value: Json) -> bool:
    """Tell whether it is as good as absent, as what is empty is but for the settings of a branding style."""
    return value is None or (value in ("", [], {}) and name != "Settings")
