"""A pool that is taken over: what is said of it, what keeps it in its place, and what stays behind."""

import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from constructs_lib.adopting.logical_ids import made_up
from constructs_lib.readers.source import Source
from constructs_lib.rendering.names import POOL, children_of, fragment_id
from constructs_lib.rendering.write import render
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import IDENTITY_POOL, USER_POOL, Resources
from constructs_lib.settings import IdentityPoolSettings, UserPoolSettings

KINDS = {USER_POOL: "user pool", IDENTITY_POOL: "identity pool"}
"""What can be adopted, and what it is called."""

_TAKEN = (
    "timedelta secret scope stack pool kept logical_id resource attribute cognito_email ses_email standard_attribute "
    "string_attribute number_attribute boolean_attribute date_time_attribute"
)
"""What adopted code calls something else."""


@dataclass(frozen=True, kw_only=True)
class Adoption:
    """A pool that is taken over."""

    settings: UserPoolSettings | IdentityPoolSettings
    construct_id: str

    called: str
    """What the pool is called where it comes from: its logical id or construct, or its own id."""

    file: str
    """Where it stands."""

    logical_ids: Mapping[str, str]
    """The ids to pin: those that the construct would not make up itself."""

    deployment: Deployment
    """Where it lives, as far as that is known."""

    sources: Sequence[Source] = ()
    """What a template comes to, for the rules: its parameters and conditions are decided, which settings leave open."""

    own: frozenset[str]
    """What the pool's resources are called there."""

    kept: Resources = field(default_factory=dict)
    """What the old constructs have made besides, and no setting can say, by its logical ids."""

    identifiers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By what CloudFormation imports each resource, where they are in no stack yet: by its name in the fragment."""

    remarks: Sequence["Remark"] = ()

    @property
    def kind(self) -> str:
        """What it is."""
        return KINDS[self.settings.TYPE]

    @property
    def name(self) -> str:
        """What the settings are called."""
        return variable(self.construct_id)

    @property
    def mapping(self) -> dict[str, dict[str, str]]:
        """The resource mapping for ``cdk import``, with the ids that the construct gets in its stack itself."""
        return {made_up(self.construct_id, name): dict(them) for name, them in self.identifiers.items()}


@dataclass(frozen=True)
class Remark:
    """What whoever adopts a pool must know or do: a sentence, and what it is about."""

    sentence: str
    about: Sequence[str]


def pinned(construct_id: str, logical_ids: Mapping[str, str], *, keeps_itself: bool) -> dict[str, str]:
    """Leave out the ids that the construct makes up itself.

    Args:
        construct_id: The construct's id.
        logical_ids: All logical ids by their names in the fragment.
        keeps_itself: Whether the construct will stand in the stack itself, as the old one does.
    """
    return {
        name: logical_id
        for name, logical_id in logical_ids.items()
        if not (keeps_itself and made_up(construct_id, name) == logical_id)
    }


def said_as_it_is(settings: UserPoolSettings | IdentityPoolSettings) -> Iterator["Remark"]:
    """Tell what the settings say in CloudFormation's words alone."""
    parts = [("", settings), *((fragment_id(field, key), part) for field, key, part in children_of(settings))]
    said = [f"{name}.{extra}".lstrip(".") for name, part in parts for extra in part.extra_properties or ()]
    yield Remark("no field says these; they stand in extra_properties as CloudFormation writes them", said)


def all_ids(settings: UserPoolSettings | IdentityPoolSettings, known: Mapping[str, str]) -> dict[str, str]:
    """Name all resources of some settings: the pool's fragment name first, by what differs and what does not."""
    return {name: known.get(name, name) for name in sorted(render(settings), key=lambda name: name != POOL)}


def variable(text: str) -> str:
    """Make a variable's name of any other."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", re.sub("[^A-Za-z0-9]+", " ", text))
    name = "_".join(words).lower()
    if not name or name[0].isdigit():
        name = f"pool_{name}".rstrip("_")
    return f"{name}_pool" if keyword.iskeyword(name) or name in _TAKEN.split() else name


def construct(text: str) -> str:
    """Make a construct's id of any name."""
    words = re.findall("[A-Za-z0-9]+", text)
    return "".join(word[0].upper() + word[1:] for word in words) or "Pool"
