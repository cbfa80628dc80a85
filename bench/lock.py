"""What the lock costs at each synthesis: comparing a stack with one pool with what is recorded of it."""

import json

from bench.apps.pool.settings import customers
from bench.timing import best
from constructs_lib.lifecycle.lock import Lock, StackName
from constructs_lib.lifecycle.locking import differences, pools_in, updated
from constructs_lib.rendering import render
from constructs_lib.resources.deployment import Deployment

ALLOWED = 0.005
"""Seconds a pool's stack."""


def compare_with_lock(pools: int) -> None:
    """Time from the templates' texts to the verdict, as the app's own check does it."""
    templates = {
        StackName(Deployment(), f"Stack{number}"): json.dumps({"Resources": render(customers(number))}, default=str)
        for number in range(pools)
    }
    lock = updated(Lock(), _pools(templates))
    assert len(lock.stacks) == pools
    seconds = best(lambda: list(differences(lock, _pools(templates), whole=True))) / pools
    kept = "within" if seconds <= ALLOWED else "MORE THAN"
    print(f"{pools} stacks compared with their lock: {seconds * 1000:.3f} ms a stack ({kept} {ALLOWED * 1000:.0f} ms)")


def _pools(templates: dict[StackName, str]) -> dict[StackName, dict[str, dict[str, object]]]:
    return {name: pools_in(name.path, json.loads(text)["Resources"]) for name, text in templates.items()}


if __name__ == "__main__":
    compare_with_lock(1)
    compare_with_lock(80)
