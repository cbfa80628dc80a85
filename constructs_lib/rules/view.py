"""A resource as rules see it: absent is ``None``, and what nobody knows before deploy ends the rule that reads it.

Values are taken as CloudFormation takes them (``"8"`` for 8, ``"true"`` for True). Reading is memoised: hundreds of
rules read the same few properties.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from constructs_lib.resources.model import IDENTITY_POOL, LINKS, USER_POOL, Resource, properties, target
from constructs_lib.resources.values import Json, Path, is_foreign, is_intrinsic, is_list, is_unknown, same

if TYPE_CHECKING:
    from constructs_lib.rules.neighbours import Neighbours

Worked = TypeVar("Worked")

_ABSENT = {"Ref": "AWS::NoValue"}


class DoesNotApply(Exception):  # noqa: N818  (no error: the rule has nothing to say)
    """A rule read what becomes known only at deploy, or what another rule calls by its name already."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A finding before it is known which rule has found it."""

    property: Path
    problem: str
    fix: str
    allowed: str
    got: Json = None


class Object:
    """An object of properties: a resource's own, or one nested in it."""

    def __init__(self, source: Json, path: Path, inside: "View | None") -> None:
        self.source, self.path = source, path
        self.resource: View = inside if inside is not None else self  # type: ignore[assignment]
        self._holders: dict[str, Any] = {"": _holder(source)}
        self._seen: dict[str, Any] = {}
        self._known: dict[str, Any] = {}
        self._texts: dict[str, list[tuple[int, str]]] = {}
        self._objects: dict[str, list[Object]] = {}

    def get(self, path: str) -> Json:
        """Give a property as it is, ``None`` where it is absent, whatever it is."""
        if path not in self._seen:
            self._seen[path] = self._look_up(path)
        found = self._seen[path]
        if found is DoesNotApply:
            raise DoesNotApply
        return found

    def _look_up(self, path: str) -> Any:
        around, _, step = path.rpartition(".")
        if around not in self._holders:
            self._holders[around] = _holder(self._look_up(around))
        holder = self._holders[around]
        if holder is DoesNotApply:
            return DoesNotApply
        value = holder.get(step)
        return None if value is None or value == _ABSENT else value

    def has(self, path: str) -> bool:
        """Tell whether a property is said at all, even by an intrinsic function."""
        return self.get(path) is not None

    def surely_has(self, path: str) -> bool:
        """Tell whether a property is there whatever the conditions of the template come to."""
        return is_there(self.get(path))

    def known(self, path: str) -> Json:
        """Give a property whose value is known now."""
        if path not in self._known:
            value = self.get(path)
            if value is not None and is_unknown(value):
                value = self.resource.neighbours.told(value)
                value = DoesNotApply if is_unknown(value) else value
            self._known[path] = value
        found = self._known[path]
        if found is DoesNotApply:
            raise DoesNotApply
        return found

    def text(self, path: str) -> str | None:
        """Give a text."""
        value = self.known(path)
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, (bool, dict, list, tuple)):
            raise DoesNotApply
        return str(value)

    def number(self, path: str) -> float | None:
        """Give a number, also one spelt as text."""
        value = self.known(path)
        if value is None:
            return None
        if isinstance(value, str):
            try:
                return float(value)
            except ValueError:
                raise DoesNotApply from None
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise DoesNotApply
        return value

    def flag(self, path: str) -> bool | None:
        """Give a boolean, also one spelt as text."""
        value = self.known(path)
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        raise DoesNotApply

    def texts(self, path: str) -> tuple[str, ...] | None:
        """Give a list of texts all of whose elements are known."""
        value = self.known(path)
        if value is None:
            return None
        known = self.each_text(path)
        if not is_list(value) or len(known) != len(value):
            raise DoesNotApply
        return tuple(text for _, text in known)

    def each_text(self, path: str) -> list[tuple[int, str]]:
        """Give the known texts of a list with their places; an unknown one says nothing about its neighbours."""
        if path not in self._texts:
            value = self.known(path)
            listed = enumerate(map(self.resource.neighbours.told, value if is_list(value) else ()))
            self._texts[path] = [
                (index, item) for index, item in listed if isinstance(item, str) and not is_unknown(item)
            ]
        return self._texts[path]

    def objects(self, path: str) -> "list[Object]":
        """Give the known objects of a list."""
        if path not in self._objects:
            value, place = self.known(path), (*self.path, *path.split("."))
            self._objects[path] = [
                Object(item, (*place, index), self.resource)
                for index, item in enumerate(value if is_list(value) else ())
                if isinstance(item, dict) and not is_intrinsic(item)
            ]
        return self._objects[path]

    def all_objects(self, path: str) -> "list[Object]":
        """Give a list of objects all of which are known."""
        value = self.known(path)
        if value is None:
            return []
        found = self.objects(path)
        if not is_list(value) or len(found) != len(value):
            raise DoesNotApply
        return found

    def problem(
        self,
        path: str | Path,
        problem: str,
        *,
        fix: str,
        allowed: str,
        got: Json = None,
    ) -> Problem:
        """Report a problem with a property; a dotted path, or a tuple where an index is in it."""
        steps = tuple(path.split(".")) if isinstance(path, str) and path else path or ()
        place = (*self.path, *steps)
        return Problem(property=place, problem=problem, fix=fix, got=got, allowed=allowed)


def _holder(value: Any) -> Any:
    """Give an object to look into: nobody can look into an intrinsic function, and there is nothing in a text."""
    if value is DoesNotApply or is_intrinsic(value):
        return DoesNotApply
    return value if isinstance(value, dict) else {}


def is_there(value: Json) -> bool:
    """Tell whether a value is there for certain: ``Fn::If`` may come to nothing, and so may an object of a CDK app."""
    match value:
        case {"Fn::If": [_, one, other]}:
            return is_there(one) and is_there(other)
        case {"Fn::If": _}:
            return False
    return value is not None and value != _ABSENT and not is_foreign(value)


class View(Object):
    """A resource and its neighbours in the resource set."""

    def __init__(self, key: str, resource: Resource, neighbours: "Neighbours") -> None:
        super().__init__(properties(resource), (), None)
        self.pool_key = _pool_of(self.source)
        self.key, self.attributes, self.neighbours = key, resource, neighbours
        self.type: str = resource["Type"]
        self._done: dict[Callable[[Json], Any], Any] = {}

    def once(self, work: Callable[[Json], Worked]) -> Worked:
        """Give what is worked out of the properties, once for all that want to know."""
        if work not in self._done:
            self._done[work] = work(self.source)
        found: Worked = self._done[work]
        return found

    @property
    def pool(self) -> "View":
        """The pool that an app client, domain or group belongs to, if it is one of the set."""
        pool = self.neighbours.views.get(self.pool_key or "")
        if pool is None or pool.type != USER_POOL:
            raise DoesNotApply
        return pool

    @property
    def identity_pool(self) -> "View":
        """The identity pool that roles or tags belong to, if it is one of the set."""
        pool = self.neighbours.views.get(self.pool_key or "")
        if pool is None or pool.type != IDENTITY_POOL:
            raise DoesNotApply
        return pool

    def around(self, type_name: str) -> "list[View]":
        """Give the resources of a type that belong to this pool."""
        return self.neighbours.around(self.key, type_name)

    def all_around(self, type_name: str) -> "list[View]":
        """Give the resources of a type that belong to this pool, where each one in the set says whose it is."""
        links = (view.source.get(name) for view in self.neighbours.around(None, type_name) for name in LINKS)
        if any(map(is_unknown, links)):
            raise DoesNotApply
        return self.around(type_name)

    @property
    def siblings(self) -> "list[View]":
        """The others of its type and pool that are made whenever it is: conditions may exclude each other."""
        family = self.neighbours.around(self.pool_key, self.type) if self.pool_key is not None else []
        condition = self.attributes.get("Condition")
        return [view for view in family if view is not self and view.attributes.get("Condition") == condition]

    def twin(self, *paths: str) -> "View | None":
        """Give the sibling before it that says the same of all these properties; of none, any sibling before it."""
        said = [self.get(path) for path in paths]
        if not all(map(is_there, said)):
            return None
        earlier = [view for view in self.siblings if view.key < self.key]
        if not earlier:
            return None
        mine = list(map(self.neighbours.told, said))
        for other in sorted(earlier, key=lambda view: view.key):
            theirs = (other.neighbours.told(other.source.get(path)) for path in paths)
            if all(map(same, mine, theirs)):
                return other
        return None

    def neighbour(self, path: str) -> "View | None":
        """Give the resource of the set that a property refers to."""
        name = target(self.get(path))
        return None if name is None else self.neighbours.views.get(name)

    @property
    def region(self) -> str:
        """The Region of the deployment."""
        return _given(self.neighbours.deployment.region)

    @property
    def account(self) -> str:
        """The account of the deployment."""
        return _given(self.neighbours.deployment.account)


def _pool_of(source: Json) -> str | None:
    """Name the pool that a resource belongs to: its logical id, or the id of one that is elsewhere."""
    for name in LINKS:
        if name in source:
            link = source[name]
            return link if isinstance(link, str) else target(link)
    return None


def _given(value: str | None) -> str:
    if value is None or is_unknown(value):
        raise DoesNotApply
    return value
