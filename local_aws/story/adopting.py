"""Two pools move in: one that was written by hand, and one that no code had ever said."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from local_aws.probe import shows
from local_aws.story import suppliers
from local_aws.story.scene import Scene


@shows
def code_for_both_written(scene: Scene) -> None:
    """`userpool adopt` writes the code of a hand-written pool from `cdk.out`, of another from what AWS describes."""
    suppliers.describe(scene.supplier.client, scene.folder / "described")
    assert scene.userpool("adopt", "before.out", "--pool", "Office/Staff", "--output", "adopted").code == 0
    assert scene.userpool("adopt", "described", "--output", "adopted").code == 0
    scene.cdk.synth(scene.adopted, scene.context(passwords="longer", adopted=str(scene.folder / "adopted")))


@shows
def hand_written_pool_switched(scene: Scene) -> None:
    """The hand-written app moves over in its stack: `cdk diff` shows no difference, and the same people sign in."""
    before = scene.stack("Office")
    assert _nothing_differs(scene, "Office")
    scene.cdk.deploy(scene.adopted, "Office")
    after = scene.stack("Office")
    assert after.outputs == before.outputs
    assert {name: each.physical_id for name, each in after.resources.items()} == {
        name: each.physical_id for name, each in before.resources.items()
    }
    scene.everybody_signs_in()


@shows
def foreign_pool_imported(scene: Scene) -> None:
    """A pool of the console's is imported: `cdk diff` shows no difference, and the same people sign in."""
    scene.cdk.take_over(scene.adopted, "Shop", scene.folder / "adopted" / "resource_mapping.json")
    assert _nothing_differs(scene, "Shop")
    client = scene.supplier.client
    in_stack = scene.world.aws.client("cloudformation").describe_stack_resources(StackName="Shop")["StackResources"]
    assert {client.pool_id, client.client_id} <= {each["PhysicalResourceId"] for each in in_stack}
    scene.everybody_signs_in()


@shows
def all_three_locked(scene: Scene) -> None:
    """The moves are no difference to the lock, which takes in what is new; from then on all three are watched."""
    assert scene.userpool("lock", "adopted.out").text == "userpool.lock.json: 3 pools recorded\n"
    assert scene.userpool("lock", "adopted.out", "--check").code == 0


def _nothing_differs(scene: Scene, stack: str) -> bool:
    output = scene.cdk.diff(scene.adopted, stack)
    return output.code == 0 and output.text.count("There were no differences") == 1
