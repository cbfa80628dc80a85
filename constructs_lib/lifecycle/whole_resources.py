"""Resources that come, go, are called otherwise or are kept: what becomes of each as one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from constructs_lib.lifecycle.change import Change, same_row, whole
from constructs_lib.lifecycle.conditions import has_passkeys
from constructs_lib.lifecycle.effect import Effect, Row
from constructs_lib.lifecycle.matching import Matched
from constructs_lib.lifecycle.meaning import means_the_same
from constructs_lib.lifecycle.schemas import CREATE_ONLY
from constructs_lib.lifecycle.tables.whole import (
    ADDED,
    ALONE,
    BESIDE,
    KEEPING,
    KEPT,
    MADE_AGAIN,
    NAME_TAKEN,
    OLD_ONE_STAYS,
    ON_REPLACEMENT,
    PASSKEYS_ELSEWHERE,
    PROTECTED,
    REMOVED,
    UNIQUE,
    UNPROTECTED,
)
from constructs_lib.resources.model import USER_POOL, USER_POOL_DOMAIN, Resource, Resources, properties, target
from constructs_lib.resources.values import Json

_KEEP = ("Retain", "RetainExceptOnCreate")
_MAY_GO = "may leave the stack, which only the deploy tells; if it does: "


def beside(name: str, before: Resource, after: Resource) -> Iterator[Change]:
    """Compare what stands beside the properties of a resource."""
    for attribute in dict.fromkeys([*before, *after]):
        was, now = before.get(attribute), after.get(attribute)
        if attribute not in ("Type", "Properties") and was != now:
            yield whole(name, after, _attribute(attribute, before, after), was, now, path=attribute)


def _attribute(attribute: str, before: Resource, after: Resource) -> Row:
    match attribute:
        case "Condition" if after.get("Condition") is not None:
            removal = _removal(before)
            return replace(removal, says=_MAY_GO + removal.says)
        case "DeletionPolicy":
            return _policy(after, before.get(attribute), after.get(attribute))
        case "UpdateReplacePolicy":
            return ON_REPLACEMENT
    return BESIDE


def _policy(resource: Resource, before: Json, after: Json) -> Row:
    if means_the_same("Delete" if before is None else before, "Delete" if after is None else after):
        return same_row("DeletionPolicy")
    return UNPROTECTED if resource["Type"] == USER_POOL and after not in _KEEP else KEEPING


def as_policies_say(change: Change, before: Resource, after: Resource) -> Change:
    """Leave the old resource where a replacement is to keep it."""
    is_replaced = change.effect in (Effect.LOSES, Effect.REPLACED) and change.path[0] in CREATE_ONLY[change.type]
    if is_replaced and all(one.get("UpdateReplacePolicy") in _KEEP for one in (before, after)):
        return replace(change, effect=Effect.REPLACED, says=OLD_ONE_STAYS)
    return change


def renamed(old: Resources, new: Resources, matched: Matched) -> Iterator[Change]:
    """Tell of what is called otherwise in the template, which is another resource."""
    for name, other in matched.renamed.items():
        resource, removal = new[other], _removal(old[name])
        row = replace(removal, says=MADE_AGAIN + removal.says)
        if resource["Type"] in UNIQUE and not _moves(old[name], matched):
            row = NAME_TAKEN
        elif resource["Type"] == USER_POOL:
            row = replace(row, effect=Effect.LOSES, says=f"{MADE_AGAIN}{removal.says}; the new one has no users")
        yield whole(other, resource, row, name, other)


def _moves(resource: Resource, matched: Matched) -> bool:
    """Tell whether a resource comes to another pool, in which no name is taken; a domain's is taken everywhere."""
    return resource["Type"] != USER_POOL_DOMAIN and target(properties(resource).get("UserPoolId")) in matched.renamed


def gone(old: Resources, matched: Matched, *, managed: bool) -> Iterator[Change]:
    """Tell of what is there before alone."""
    for name in old.keys() - matched.same.keys() - matched.renamed.keys():
        row = _removal(old[name]) if managed else ALONE
        yield replace(whole(name, old[name], row, name, None), is_removed=True)


def come(old: Resources, new: Resources, matched: Matched, *, managed: bool) -> Iterator[Change]:
    """Tell of what is there after alone."""
    pools = {other: properties(old[name]) for name, other in matched.same.items()}
    for name in new.keys() - set(matched.same.values()) - set(matched.renamed.values()):
        yield whole(name, new[name], _addition(new[name], pools) if managed else ALONE, None, name)


def _addition(resource: Resource, pools: Mapping[str, Mapping[str, Json]]) -> Row:
    """Tell what a resource does to the pools that were there before it."""
    said = properties(resource)
    pool = pools.get(target(said.get("UserPoolId")) or "", {})
    domain = said.get("Domain")
    if resource["Type"] != USER_POOL_DOMAIN or not isinstance(domain, str) or "." not in domain:
        return ADDED
    return PASSKEYS_ELSEWHERE if has_passkeys(pool) and pool.get("WebAuthnRelyingPartyID") != domain else ADDED


def _removal(resource: Resource) -> Row:
    """Tell what happens to a resource that leaves the stack."""
    if resource.get("DeletionPolicy") in _KEEP:
        return KEPT
    if resource["Type"] == USER_POOL and properties(resource).get("DeletionProtection") == "ACTIVE":
        return PROTECTED
    return REMOVED[resource["Type"]]
