"""A pool is locked: what would harm its people is refused before anything is deployed, everything else goes on."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import json

from local_aws.probe import shows
from local_aws.story.scene import Scene


@shows
def pools_are_locked(scene: Scene) -> None:
    """`userpool lock` records what can never be changed of every pool, and `userpool lock --check` passes."""
    assert scene.userpool("lock", "before.out").text == "userpool.lock.json: 2 pools recorded\n"
    stacks = json.loads(scene.lock.read_text(encoding="utf-8"))["stacks"]
    [shop] = stacks["000000000000/us-east-1/Shop"].values()
    assert (shop["UsernameAttributes"], shop["UsernameConfiguration.CaseSensitive"]) == (["email"], False)
    checked = scene.userpool("lock", "before.out", "--check")
    assert (checked.text, checked.code) == ("userpool.lock.json: nothing differs\n", 0)


@shows
def harmful_change_refused(scene: Scene) -> None:
    """A change that AWS would refuse in the middle of an update ends `cdk deploy` before it; everybody signs in."""
    before, events = scene.stack("Shop"), _events(scene)
    refused = scene.cdk.synth_and_deploy(scene.folder / "harmful.out", scene.context(case="sensitive"))
    assert refused.code == 1, "was deployed"
    assert "UsernameConfiguration.CaseSensitive: was false, is true" in refused.text
    assert "AWS refuses the update: whether case matters is decided when a pool is made" in refused.text
    assert (scene.stack("Shop"), _events(scene)) == (before, events), "something was deployed"
    scene.everybody_signs_in()


def _events(scene: Scene) -> list[str]:
    cloudformation = scene.world.aws.client("cloudformation")
    pages = cloudformation.get_paginator("describe_stack_events").paginate(StackName="Shop")
    return [event["EventId"] for page in pages for event in page["StackEvents"]]


@shows
def harmless_change_told(scene: Scene) -> None:
    """`userpool diff` finds no harm in longer passwords, a further attribute and a further app client."""
    scene.cdk.synth(scene.changed, scene.context(passwords="longer"))
    told = scene.userpool("diff", "before.out", "changed.out")
    assert told.code == 0, "userpool diff finds harm"
    for what in ("MinimumLength", "Schema", "AppClientphone"):
        assert what in told.text


@shows
def harmless_change_deployed(scene: Scene) -> None:
    """It is deployed in place: the same pool, the same app client, the same person with the old password."""
    before = scene.stack("Shop").outputs
    scene.cdk.deploy(scene.changed, "Shop")
    assert scene.stack("Shop").outputs == before
    live = scene.world.cognito.describe_user_pool(UserPoolId=before["UserPoolId"])["UserPool"]
    assert live["Policies"]["PasswordPolicy"]["MinimumLength"] == 20
    assert "custom:company" in [attribute["Name"] for attribute in live["SchemaAttributes"]]
    scene.everybody_signs_in()
