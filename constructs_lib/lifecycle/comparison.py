"""A lock and a stack beside each other: what differs, what AWS would do, and the ways out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from constructs_lib.lifecycle.facts import ATTRIBUTE, CASE, LOGICAL_ID, RETIRED, Facts, is_standard, kind_of
from constructs_lib.lifecycle.lock import Pools
from constructs_lib.resources.model import (
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_RESOURCE_SERVER,
)
from constructs_lib.resources.values import Json, same


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One fact that is not as the lock has it."""

    stack: str
    """The path of the stack in its app."""

    pool: str
    """The path of the pool in its stack."""

    logical_id: str
    """The pool's logical id, as the lock has it."""

    fact: str

    before: Json
    """What the lock says; ``None`` where it says nothing."""

    after: Json
    """What the template says; ``None`` where it says nothing."""

    does: str
    """What AWS would do."""

    fix: str
    """The ways out."""

    @property
    def is_new(self) -> bool:
        """Whether it only has to be recorded: nobody depends on it yet."""
        return self.does == ""

    def is_of(self, construct: str) -> bool:
        """Tell whether it is about a pool, or about one in a construct."""
        return f"{self.stack}/{self.pool}/".startswith(f"{construct}/")

    def __str__(self) -> str:
        place = f"{self.stack}/{self.pool}: {self.fact}"
        if self.is_new:
            return f"{place}: {_shown(self.after)} is not in the lock\n   fix: {self.fix}"
        return f"{place}: was {_shown(self.before)}, is {_shown(self.after)}\n   {self.does}\n   fix: {self.fix}"


def _shown(value: Json) -> str:
    return "left out" if value is None else json.dumps(value, sort_keys=True, ensure_ascii=False)


_REFUSES = "AWS refuses the update"
_SIGN_IN_WORDS = _REFUSES + ": how users sign in is decided when a pool is made"
_CASE_WORDS = _REFUSES + ": whether case matters is decided when a pool is made, and cannot be said later either"
_ATTRIBUTE_WORDS = _REFUSES + ": 'Existing schema attributes cannot be modified or deleted.'"
_STANDARD_WORDS = _REFUSES + ": a pool takes no further standard attributes once it is made"
_RETIRED_WORDS = _REFUSES + ": the pool still has an attribute of this name, with other settings"
_POOL_WORDS = "CloudFormation makes an empty pool beside this one, or deletes this one with its users"
_MEMBER_WORDS = {
    USER_POOL_CLIENT: "another app client with another id and secret: applications cannot sign anybody in until they "
    "have it, and refresh tokens are void",
    USER_POOL_DOMAIN: "the domain is deleted and another one made: hosted pages and OAuth endpoints are gone under the "
    "old name",
    USER_POOL_GROUP: "the group is deleted and another one made: nobody is a member of it",
    USER_POOL_IDENTITY_PROVIDER: "the provider is deleted and another one made: who signs in with it becomes another "
    "user under another name",
    USER_POOL_RESOURCE_SERVER: "the resource server is deleted and another one made: its scopes are void until then",
}
_RECORD = "run userpool lock and commit the file"
_BACK = "put it back as it was"


def compare(stack: str, locked: Pools, found: Pools) -> list[Difference]:
    """Tell what differs between what a lock records of a stack's pools and what its template says."""
    return list(_Comparison(stack, locked, found).differences())


class _Comparison:
    def __init__(self, stack: str, locked: Pools, found: Pools) -> None:
        self._stack, self._locked, self._found = stack, locked, found

    def differences(self) -> Iterator[Difference]:
        moved = {facts[LOGICAL_ID]: path for path, facts in self._found.items() if path not in self._locked}
        for path, facts in sorted(self._locked.items()):
            if path in self._found:
                yield from self._changes(path, facts, self._found[path])
            elif facts[LOGICAL_ID] in moved:
                yield from self._changes(path, facts, self._found[moved.pop(facts[LOGICAL_ID])])
            else:
                yield self._gone(path, facts[LOGICAL_ID], bool(moved))
        for logical_id, path in sorted(moved.items()):
            yield self._new(path, LOGICAL_ID, logical_id)

    def _gone(self, path: str, logical_id: Json, may_be_renamed: bool) -> Difference:
        kept = f'if it was renamed, logical_ids={{"Resource": "{logical_id}"}} keeps it'
        return self._harmful(path, LOGICAL_ID, logical_id, None, _POOL_WORDS, kept if may_be_renamed else _BACK)

    def _changes(self, path: str, before: Facts, after: Facts) -> Iterator[Difference]:
        for fact in sorted({*before, *after}):
            known = fact in before and fact in after and same(before[fact], after[fact])
            if not known and not fact.startswith(RETIRED):
                yield self._change(path, fact, before, after.get(fact))

    def _change(self, path: str, fact: str, before: Facts, new: Json) -> Difference:
        if fact.startswith(ATTRIBUTE):
            return self._of_attribute(path, fact, before, new)
        old, kind = before.get(fact), kind_of(fact)
        if kind is not None and old is None:
            return self._new(path, fact, new)
        words = _MEMBER_WORDS[kind] if kind else {LOGICAL_ID: _POOL_WORDS, CASE: _CASE_WORDS}.get(fact, _SIGN_IN_WORDS)
        return self._harmful(path, fact, old, new, words, _BACK)

    def _of_attribute(self, path: str, fact: str, before: Facts, new: Json) -> Difference:
        name = fact.removeprefix(ATTRIBUTE)
        if fact in before:
            return self._harmful(path, fact, before[fact], new, _ATTRIBUTE_WORDS, _BACK)
        retired = before.get(f"{RETIRED}{name}")
        if retired is not None and not same(retired, new):
            return self._harmful(path, fact, retired, new, _RETIRED_WORDS, "use another name")
        if is_standard(name):
            return self._harmful(path, fact, None, new, _STANDARD_WORDS, "take it out; a custom one can be added")
        return self._new(path, fact, new)

    def _harmful(self, path: str, fact: str, before: Json, after: Json, does: str, fix: str) -> Difference:
        ways = f"{fix}; if it is meant: userpool lock --accept {self._stack}/{path} --reason …"
        return self._difference(path, fact=fact, before=before, after=after, does=does, fix=ways)

    def _new(self, path: str, fact: str, after: Json) -> Difference:
        return self._difference(path, fact=fact, before=None, after=after, does="", fix=_RECORD)

    def _difference(self, path: str, **said: Any) -> Difference:
        logical_id = (self._locked.get(path) or self._found[path])[LOGICAL_ID]
        return Difference(stack=self._stack, pool=path, logical_id=logical_id, **said)
