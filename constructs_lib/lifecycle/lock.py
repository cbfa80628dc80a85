"""The lock: a committed file of facts that can never be changed, one fact a line, in an order that says nothing.

Stacks are named by account, Region (``*`` where nobody knows) and path, and their pools by the construct's path in the
stack, so that stages and branches do not meet.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from constructs_lib.lifecycle.facts import ATTRIBUTE, LOGICAL_ID, RETIRED, Facts
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json

VERSION = 1
_SAID = "what can never be changed of user pools; written by `userpool lock`, to be committed"


class LockError(ValueError):
    """A lock that cannot be read; its text says why in one sentence."""


@dataclass(frozen=True)
class StackName:
    """Where a stack lives, and its path."""

    deployment: Deployment
    path: str

    def __str__(self) -> str:
        return f"{self.deployment.account or '*'}/{self.deployment.region or '*'}/{self.path}"

    def is_in(self, name: str) -> bool:
        """Tell whether this may be the stack of that name: where either does not tell, nothing speaks against it."""
        account, _, rest = name.partition("/")
        region, _, path = rest.partition("/")
        known = ((self.deployment.account, account), (self.deployment.region, region))
        return path == self.path and all(mine is None or theirs in ("*", mine) for mine, theirs in known)


@dataclass(frozen=True)
class Accepted:
    """A harmful difference that somebody wanted."""

    stack: str
    pool: str
    reason: str
    facts: tuple[str, ...]


def path_of(name: str) -> str:
    """Give the path in the text of a stack's name."""
    return name.split("/", 2)[-1]


Pools = dict[str, Facts]
"""Path of a pool in its stack → its facts."""


@dataclass
class Lock:
    """What a lock records."""

    stacks: dict[str, Pools] = field(default_factory=dict)
    accepted: list[Accepted] = field(default_factory=list)

    def of(self, stack: StackName) -> tuple[str, Pools]:
        """Give the record of a stack, and the name that it stands under; an exact name before one with ``*`` in it."""
        exact = str(stack)
        if exact in self.stacks:
            return exact, self.stacks[exact]
        found = next((name for name in sorted(self.stacks, reverse=True) if stack.is_in(name)), exact)
        return found, self.stacks.get(found, {})


def written(lock: Lock) -> str:
    """Write a lock."""
    stacks = {
        name: {pool: dict(sorted(facts.items())) for pool, facts in sorted(pools.items())}
        for name, pools in sorted(lock.stacks.items())
        if pools
    }
    accepted = [
        {"stack": one.stack, "pool": one.pool, "facts": list(one.facts), "reason": one.reason} for one in lock.accepted
    ]
    return _lines({"userpool lock": VERSION, "about": _SAID, "accepted": accepted, "stacks": stacks}, 0) + "\n"


def _lines(value: Json, depth: int) -> str:
    """Write objects as far as those of facts, and the list of what was accepted, one member a line."""
    inner, outer = " " * (depth + 1), " " * depth
    if isinstance(value, dict) and value and depth < _DEPTH:
        members = (f"{_line(key)}: {_lines(item, depth + 1)}" for key, item in value.items())
        return "{\n" + ",\n".join(inner + member for member in members) + f"\n{outer}}}"
    if isinstance(value, list) and value and depth == 1:
        return "[\n" + ",\n".join(inner + _line(item) for item in value) + f"\n{outer}]"
    return _line(value)


def _line(value: Json) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


_DEPTH = 4
"""The lock, its stacks, their pools, their facts."""


def recorded(locked: Pools, found: Pools) -> Pools:
    """Give the record of a stack's pools; attributes that a template has no more stay with their pool as retired."""
    by_id = {facts[LOGICAL_ID]: facts for facts in locked.values()}
    return {path: {**retired(by_id.get(facts[LOGICAL_ID], {}), facts), **facts} for path, facts in found.items()}


def retired(before: Facts, after: Facts) -> Facts:
    """Give the attributes that a pool keeps although its template has them no more."""
    kept = {fact: value for fact, value in before.items() if fact.startswith(RETIRED)}
    gone = {
        RETIRED + fact.removeprefix(ATTRIBUTE): value
        for fact, value in before.items()
        if fact.startswith(ATTRIBUTE) and fact not in after
    }
    return {**kept, **gone}


def read(document: Json) -> Lock:
    """Read a lock.

    Args:
        document: What its file holds.

    Raises:
        LockError: It is none, is of a newer version, or was changed into something that means nothing.
    """
    if not isinstance(document, dict) or "userpool lock" not in document:
        raise LockError("is no lock, which `userpool lock` writes")
    version = document["userpool lock"]
    if version != VERSION:
        raise LockError(f"is a lock of version {version!r}, and this library knows version {VERSION}: use a newer one")
    stacks, accepted = document.get("stacks"), document.get("accepted")
    if not isinstance(stacks, dict) or not all(map(_is_stack, stacks.values())):
        raise LockError("is a damaged lock: stacks must be an object of pools, each an object of facts")
    if not isinstance(accepted, list) or not all(map(_is_accepted, accepted)):
        raise LockError("is a damaged lock: accepted must be a list of stack, pool, facts and reason")
    found = [Accepted(one["stack"], one["pool"], one["reason"], tuple(one["facts"])) for one in accepted]
    return Lock({name: {pool: dict(facts) for pool, facts in pools.items()} for name, pools in stacks.items()}, found)


def _is_stack(value: Json) -> bool:
    return isinstance(value, dict) and all(
        isinstance(facts, dict) and isinstance(facts.get(LOGICAL_ID), str) for facts in value.values()
    )


def _is_accepted(value: Json) -> bool:
    if not isinstance(value, Mapping) or not isinstance(value.get("facts"), list):
        return False
    texts = (*(value.get(name) for name in ("stack", "pool", "reason")), *value["facts"])
    return all(isinstance(text, str) for text in texts)
