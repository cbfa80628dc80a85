"""What is done with a lock: held against the stacks of an app, brought up to date, and told what was meant."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from constructs_lib.lifecycle.comparison import Difference, compare
from constructs_lib.lifecycle.facts import Facts, pools_of
from constructs_lib.lifecycle.lock import Accepted, Lock, Pools, StackName, path_of, recorded, retired
from constructs_lib.resources.model import Resources

Stacks = Mapping[StackName, Pools]
"""What the templates of an app say."""


def pools_in(stack: str, resources: Resources) -> Pools:
    """Give the pools of a stack by their constructs' paths in it, or by their logical ids where no path is told."""
    return {_path(stack, logical_id, resources): facts for logical_id, facts in pools_of(resources)}


def _path(stack: str, logical_id: str, resources: Resources) -> str:
    metadata = resources[logical_id].get("Metadata")
    path = metadata.get("aws:cdk:path") if isinstance(metadata, dict) else None
    return path.removeprefix(f"{stack}/") if isinstance(path, str) else logical_id


def differences(lock: Lock, stacks: Stacks, *, whole: bool) -> Iterator[Difference]:
    """Tell what differs.

    Args:
        lock: What is recorded.
        stacks: What the templates say.
        whole: Whether these are all stacks, so that one that is recorded and not among them is gone.
    """
    seen = set()
    for stack, pools in stacks.items():
        name, locked = lock.of(stack)
        seen.add(name)
        yield from compare(stack.path, locked, pools)
    for name, locked in lock.stacks.items() if whole else ():
        if name not in seen:
            yield from compare(path_of(name), locked, {})


def updated(lock: Lock, stacks: Stacks) -> Lock:
    """Record what the templates say."""
    made = dict(lock.stacks)
    for stack, pools in stacks.items():
        name, locked = lock.of(stack)
        made.pop(name, None)
        made[str(stack)] = recorded(locked, pools)
    return replace(lock, stacks=made)


def accepting(lock: Lock, stacks: Stacks, construct: str, reason: str, *, whole: bool) -> Lock | None:
    """Record what templates say now of the pools in a construct, and why; ``None`` if nothing harmful differs."""
    meant = [one for one in differences(lock, stacks, whole=whole) if not one.is_new and one.is_of(construct)]
    if not meant:
        return None
    facts: dict[tuple[str, str], list[str]] = {}
    for one in meant:
        facts.setdefault((one.stack, one.pool), []).append(one.fact)
    accepted = [Accepted(stack, pool, reason, tuple(names)) for (stack, pool), names in facts.items()]
    made = {
        name: dict(_with(locked, _found(name, stacks), {pool for stack, pool in facts if stack == path_of(name)}))
        for name, locked in lock.stacks.items()
    }
    return Lock(made, [*lock.accepted, *accepted])


def _found(name: str, stacks: Stacks) -> Pools:
    return next((pools for stack, pools in stacks.items() if stack.is_in(name)), {})


def _with(locked: Pools, found: Pools, meant: set[str]) -> Iterator[tuple[str, Facts]]:
    """Walk what is recorded, of some pools what is found; what is not found any more is left out."""
    for pool, facts in locked.items():
        if pool not in meant:
            yield pool, facts
        elif pool in found:
            yield pool, {**retired(facts, found[pool]), **found[pool]}
