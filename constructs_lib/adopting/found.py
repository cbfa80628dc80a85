"""Files → the pools that can be adopted from them, and the one that is meant."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from constructs_lib.adopting.adoption import KINDS, Adoption
from constructs_lib.adopting.from_description import adopt_from_description, pool_of
from constructs_lib.adopting.from_template import adopt_from_template, path_of
from constructs_lib.adopting.logical_ids import construct_of
from constructs_lib.readers.described.pools import Described
from constructs_lib.readers.files import Files
from constructs_lib.readers.source import Source, UnreadableError
from constructs_lib.readers.templates.template import is_template
from constructs_lib.resources.model import USER_POOL, of_type, properties
from constructs_lib.resources.values import Json


@dataclass(frozen=True)
class Found:
    """A pool that can be adopted."""

    kind: str
    file: str
    names: tuple[str, ...]
    """What it goes by, the name that tells it best first."""

    adopt: Callable[[str | None], Adoption]
    """Adopts it into a construct of that id; of one that suits it where none is given."""

    def __str__(self) -> str:
        return f"{self.names[0]} ({KINDS[self.kind]}, {self.file})"


def find(files: Files, untold: Sequence[str] | None = None) -> list[Found]:
    """Find all pools.

    Args:
        files: What was read.
        untold: What AWS would not tell, where it was asked for everything.
    """
    templates = ((file, document.value) for file, document in files.documents.items() if is_template(document.value))
    found = [pool for file, template in templates for pool in _in_template(file, template, files.sources)]
    return found + [pool for source in files.sources if isinstance(source, Described) for pool in _is(source, untold)]


def _in_template(file: str, template: Json, sources: Sequence[Source]) -> Iterator[Found]:
    mine = [source for source in sources if _is_of(source, file)]
    for kind in KINDS:
        for name, resource in of_type(template["Resources"], kind):
            path = path_of(resource)
            names = (construct_of(path), path, name) if path else (name,)
            yield Found(
                kind, file, (*names, *_own_names(resource)), partial(adopt_from_template, template, file, name, mine)
            )


def _own_names(pool: Json) -> Iterator[str]:
    """Walk what people see a pool called, if that is known."""
    said = (properties(pool).get(name) for name in ("UserPoolName", "IdentityPoolName"))
    return (name for name in said if isinstance(name, str) and name)


def _is_of(source: Source, file: str) -> bool:
    return any(source.place(name, ()).file == file for name in [*source.resources][:1])


def _is(source: Described, untold: Sequence[str] | None) -> Iterator[Found]:
    pool = pool_of(source)
    if pool is not None:
        names = (*source.identifiers[pool].values(), *_own_names(source.resources[pool]))
        kind = source.resources[pool]["Type"]
        yield Found(kind, source.place(pool, ()).file, names, partial(adopt_from_description, source, pool, untold))


def the_one(found: Sequence[Found], wanted: str | None, where: str) -> Found:
    """Tell which pool is meant.

    Args:
        found: All there are.
        wanted: A name of it: its logical id, the path of its construct, its own id or name. Default: the only user
            pool, or else the only identity pool.
        where: What was looked through.

    Raises:
        UnreadableError: There is none, or more than one.
    """
    meant = [one for one in found if wanted is None or wanted in one.names]
    users = [one for one in meant if one.kind == USER_POOL]
    if len(users or meant) == 1:
        return (users or meant)[0]
    there = ", ".join(map(str, meant or found))
    if not found:
        raise UnreadableError(f"{where}: there is no user pool and no identity pool in it")
    if not meant:
        raise UnreadableError(f"{where}: there is no pool {wanted}; there is {there}")
    raise UnreadableError(f"{where}: {_how(wanted)} to adopt: {there}")


def _how(wanted: str | None) -> str:
    return (
        "say by --pool which one"
        if wanted is None
        else f"several pools are called {wanted}; say by another name, or by one file alone, which one"
    )
