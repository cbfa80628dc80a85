"""What AWS says of a pool, as resources: the output of ``aws cognito-idp describe-user-pool`` and its sisters.

The resources say what a template must say so that an update by it changes nothing: what only AWS fills in is left out,
what is printed twice is said once, and what is printed under another name gets the property's. A value that no answer
has although a template must say it, and one that is secret, is a reference to a parameter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from constructs_lib.readers.described.calls import CALLS, LISTS, MFA, Call
from constructs_lib.readers.described.draft import Draft, drafted, inside
from constructs_lib.readers.described.family import Family
from constructs_lib.readers.described.kinds import OF_TYPE
from constructs_lib.readers.described.properties import PROPERTIES
from constructs_lib.readers.described.user_pool import with_mfa, without_mfa
from constructs_lib.readers.source import Place, Source, UnreadableError
from constructs_lib.resources.model import (
    MANAGED_LOGIN_BRANDING,
    USER_POOL,
    USER_POOL_GROUP,
    USER_POOL_REPLICA,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
)
from constructs_lib.resources.values import Json, Path, is_list, same

_HELD = {call.holder: call for call in CALLS if call.holder}
_LISTED = {call.listed: call for call in CALLS if call.listed}
_WHOLE = tuple(call for call in CALLS if call.shown_by)


@dataclass(frozen=True, kw_only=True)
class Described(Source):
    """A pool that is there, and what was described around it."""

    identifiers: Mapping[str, Mapping[str, str]]
    """By what CloudFormation imports each resource: the names of its primary identifier, and their values."""

    parameters: Mapping[str, tuple[str, Path]]
    """The parameters that the resources refer to: for which resource and which of its properties each is."""

    left_out: tuple[Place, ...]
    """What was described and no template can say, such as an image of the classic pages, or what is newer than this."""


def is_described(document: Json) -> bool:
    """Tell whether this is what one of the calls prints, or what several print in one object."""
    if not isinstance(document, dict):
        return False
    held = any(isinstance(document.get(name), (dict, list)) for name in (*_HELD, *_LISTED, *LISTS))
    return held or any(name in document for name in MFA) or isinstance(document.get("IdentityPoolId"), str)


def read_described(documents: Mapping[str, Json]) -> Iterator[Described]:
    """Read what describes pools: a source for each, whatever files it is in.

    Args:
        documents: The parsed documents by the names of their files.

    Raises:
        UnreadableError: A document is not what a call prints, or two contradict each other.
    """
    described = [draft for file in sorted(documents) for draft in _drafts(file, documents[file])]
    drafts = _without_copies(described)
    _add_mfa([draft for draft in drafts if draft.call.type == USER_POOL], documents)
    families: dict[str, list[Draft]] = {}
    for draft in drafts:
        families.setdefault(draft.pool, []).append(draft)
    for _, members in sorted(families.items()):
        if any(map(_says_something, members)):
            yield _source(members, documents)


def _drafts(file: str, document: Json) -> Iterator[Draft]:
    """Take one document apart."""
    if not is_described(document):
        raise UnreadableError(f"{file}: is not what a call that describes a pool prints")
    for call, said, at in _answers(file, document):
        draft = drafted(call, _completed(call, said, document), at)
        if call.type in OF_TYPE:
            OF_TYPE[call.type](draft)
        yield draft


def _answers(file: str, document: Mapping[str, Json]) -> Iterator[tuple[Call, Mapping[str, Json], Place]]:
    """Walk the resources that a document describes."""
    for name, call in _HELD.items():
        said = document.get(name)
        if said is not None and not (name in LISTS and is_list(said)):
            yield from _answer(call, said, Place(file, (name,)))
    for name, call in _LISTED.items():
        said = document.get(name)
        if said is not None and not is_list(said):
            raise UnreadableError(f"{file}: {name} must be a list")
        for index, item in enumerate(said or ()):
            yield from _answer(call, item, Place(file, (name, index)))
    for call in _shown(document):
        members = _members(call)
        yield call, {name: value for name, value in document.items() if name in members}, Place(file, ())


def _answer(call: Call, said: Json, at: Place) -> Iterator[tuple[Call, Mapping[str, Json], Place]]:
    """Take what one answer says; an empty one says that there is no such thing."""
    if not isinstance(said, dict):
        raise UnreadableError(f"{at.file}: {at.path[0]} must be {'a list of objects' if at.path[1:] else 'an object'}")
    if said and not _is_made_with_another(call, said):
        yield call, said, at


def _is_made_with_another(call: Call, said: Mapping[str, Json]) -> bool:
    """Tell what no template makes: the replica that is the pool itself, and the group of an identity provider's users.

    https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
    """
    if call.type == USER_POOL_GROUP:
        return str(said.get("GroupName")).startswith(f"{said.get('UserPoolId')}_")
    return call.type == USER_POOL_REPLICA and said.get("Role") == "PRIMARY"


def _shown(document: Mapping[str, Json]) -> list[Call]:
    """Tell which answers the document itself is."""
    return [call for call in _WHOLE if any(document.get(name) is not None for name in call.shown_by)]


def _members(call: Call) -> frozenset[str]:
    return PROPERTIES[call.type][""] | call.told


def _completed(call: Call, said: Mapping[str, Json], document: Mapping[str, Json]) -> Mapping[str, Json]:
    """Add what goes without saying, or is said beside it."""
    if call.type in (USER_POOL_RISK_CONFIGURATION, USER_POOL_UI_CUSTOMIZATION):
        return {"ClientId": "ALL", **said}
    client = document.get("UserPoolClient")
    if call.type == MANAGED_LOGIN_BRANDING and isinstance(client, dict):
        return {"ClientId": client.get("ClientId"), **said}
    if call.type == USER_POOL_REPLICA:
        return {"UserPoolId": str(said.get("UserPoolArn")).partition(":userpool/")[2], **said}
    return said


def _without_copies(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep one of the drafts of each resource, all of which must say the same."""
    found: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        first = found.setdefault((draft.call.type, *draft.identifiers.values()), draft)
        if not same(first.properties, draft.properties):
            raise UnreadableError(_contradiction(first, draft))
    return list(found.values())


def _contradiction(first: Draft, second: Draft) -> str:
    names = ", ".join(sorted(_differences(first.properties, second.properties)))
    what = f"{names} of the {first.call.type.rpartition('::')[2]} {list(first.identifiers.values())[-1]}"
    if first.at.file == second.at.file:
        return f"{first.at.file}: contradicts itself in {what}"
    return f"{first.at.file} and {second.at.file}: contradict each other in {what}"


def _differences(left: Mapping[str, Json], right: Mapping[str, Json]) -> set[str]:
    return {name for name in {*left, *right} if not same(left.get(name), right.get(name))}


def _add_mfa(pools: Sequence[Draft], documents: Mapping[str, Json]) -> None:
    """Give each pool what get-user-pool-mfa-config says of it."""
    found: dict[Draft, tuple[str, dict[str, Json]]] = {}
    for file in sorted(documents):
        said = {name: documents[file][name] for name in documents[file] if name in MFA}
        if not said:
            continue
        pool = _pool_beside(file, documents[file], pools)
        first, other = found.setdefault(pool, (file, said))
        if not same(other, said):
            names = ", ".join(sorted(_differences(other, said)))
            raise UnreadableError(f"{first} and {file}: contradict each other in {names} of the UserPool {pool.pool}")
    for pool in pools:
        told_in, told = found.get(pool, ("", None))
        if told is None:
            without_mfa(pool)
        else:
            with_mfa(pool, told, Place(told_in, ()))


def _pool_beside(file: str, document: Mapping[str, Json], pools: Sequence[Draft]) -> Draft:
    """Find the pool of an answer that names none: that of the document, else of the folder, else the only one."""
    own = document.get("UserPool")
    near = [pool for pool in pools if PurePath(pool.at.file).parent == PurePath(file).parent]
    found = [pool for pool in pools if own and pool.pool == own.get("Id")] or near or pools
    if len(found) != 1:
        raise UnreadableError(
            f"{file}: does not say of which user pool it is: put it into the folder of that pool's describe-user-pool "
            "output, or both into one object"
        )
    return found[0]


def _says_something(draft: Draft) -> bool:
    return not draft.call.needs or any(draft.properties.get(name) for name in draft.call.needs)


def _source(members: Sequence[Draft], documents: Mapping[str, Json]) -> Described:
    family = Family([draft for draft in members if _says_something(draft)])
    files = sorted({place.file for draft in members for place in draft.places.values()})
    beside = [Place(file, (name,)) for file in files for name in _unclaimed(documents[file])]
    return Described(
        resources=family.resources(),
        deployment=family.deployment(),
        place=lambda resource, path: _place(family.drafts[resource], path, documents),
        identifiers={name: draft.identifiers for name, draft in family.drafts.items()},
        parameters=family.parameters,
        left_out=(*(place for draft in members for place in draft.left_out), *beside),
    )


def _unclaimed(document: Mapping[str, Json]) -> Iterator[str]:
    """Name what a document has beside the answers, such as the mark that a list goes on elsewhere."""
    claimed = {*_HELD, *_LISTED, *LISTS, *MFA, "IdentityPoolId", "ResponseMetadata"}
    claimed.update(*map(_members, _shown(document)))
    if not any(name in document for name in _LISTED):
        claimed.add("NextToken")
    return (name for name in document if name not in claimed)


def _place(draft: Draft, path: Path, documents: Mapping[str, Json]) -> Place:
    """Find the place of the property, or of what holds it, and go as far as the document goes."""
    known = next(path[:length] for length in range(len(path), -1, -1) if path[:length] in draft.places)
    sought = inside(draft.places[known], *path[len(known) :])
    found, value = Place(sought.file, ()), documents[sought.file]
    for step in sought.path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        found = inside(found, step)
    return found
