"""What becomes of a pool and its people when it is deployed again, changed and destroyed."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from local_aws.command_line import CommandLine
from local_aws.deployed import describe_stack
from local_aws.people import Person, customer, refused, somebody, web_client
from local_aws.probe import shows
from local_aws.tokens import verified
from local_aws.world import World

# The one setting that the example app lets the demonstration change.
CHANGED_LENGTH = 30
CHANGED_CONTEXT: Mapping[str, str] = {"demo:password-min-length": str(CHANGED_LENGTH)}
# How `cdk diff` says that a resource would be made anew.
_REPLACES = re.compile(r"requires replacement|may cause replacement|may be replaced|\breplace\b")


@dataclass(frozen=True)
class Life:
    """The deployed world with somebody in it, and the command line that goes on with it."""

    world: World
    cdk: CommandLine
    as_deployed: Path
    changed: Path
    person: Person

    def sign_in(self) -> str:
        """Sign the person in and return the immutable id that their tokens name."""
        client = web_client(self.world)
        tokens = client.sign_in(self.person.username, self.person.password)
        sub: str = verified(client, tokens["IdToken"], "id")["sub"]
        return sub


def settle(world: World, cdk: CommandLine, as_deployed: Path, changed: Path) -> Life:
    """Have somebody sign up whose account must outlive everything that follows."""
    return Life(world, cdk, as_deployed, changed, customer(world, person=somebody("constant")))


@shows
def nothing_to_deploy(life: Life) -> None:
    """The same app, deployed again, changes nothing."""
    said = life.cdk.deploy(life.as_deployed)
    for name in life.world.stacks:
        assert f"{name} (no changes)" in said, f"stack {name} was changed"


@shows
def nothing_differs(life: Life) -> None:
    """`cdk diff` shows no difference in any stack."""
    output = life.cdk.diff(life.as_deployed)
    assert output.code == 0, "cdk diff found differences"
    assert output.text.count("There were no differences") == len(life.world.stacks)


@shows
def changed_in_place(life: Life) -> None:
    """A longer minimum is deployed in place: same pool, same person with the old password, new rule for new ones."""
    before = life.sign_in()
    differences = life.cdk.diff(life.changed)
    assert differences.code == 1, "the changed app does not differ"
    assert not _REPLACES.search(differences.text), "the change would replace something"
    life.cdk.deploy(life.changed, "Article")
    after = describe_stack(life.world.aws, "Article")
    assert after.outputs == life.world.article.outputs
    live = life.world.cognito.describe_user_pool(UserPoolId=after.outputs["UserPoolId"])["UserPool"]
    assert live["Policies"]["PasswordPolicy"]["MinimumLength"] == CHANGED_LENGTH
    assert life.sign_in() == before
    with refused("InvalidPasswordException", str(CHANGED_LENGTH)):
        web_client(life.world).sign_up(somebody("late"))


@shows
def pool_outlives_its_stack(life: Life) -> None:
    """After `cdk destroy` no stack is left, but every pool is, with its people."""
    pools = {name: stack.outputs["UserPoolId"] for name, stack in life.world.stacks.items()}
    people = {pool_id: _people(life.world, pool_id) for pool_id in pools.values()}
    assert all(people.values()), "a pool without people shows nothing"
    life.cdk.destroy(life.changed)
    for name, pool_id in pools.items():
        with refused("ValidationError", "does not exist"):
            describe_stack(life.world.aws, name)
        assert _people(life.world, pool_id) == people[pool_id]
    assert life.person.username in people[pools["Article"]]


def _people(world: World, pool_id: str) -> set[str]:
    pages = world.cognito.get_paginator("list_users").paginate(UserPoolId=pool_id)
    return {user["Username"] for page in pages for user in page["Users"]}


@shows
def pool_is_protected(life: Life) -> None:
    """Every pool is protected from deletion, and retained by its template."""
    # The partner's stack has no pool of its own.
    owners = [stack for stack in life.world.stacks.values() if stack.has("AWS::Cognito::UserPool")]
    assert len(owners) == len(life.world.stacks) - 1
    for stack in owners:
        live = life.world.cognito.describe_user_pool(UserPoolId=stack.outputs["UserPoolId"])["UserPool"]
        assert live["DeletionProtection"] == "ACTIVE"
        resource = stack.template["Resources"][stack.pool.logical_id]
        assert (resource["DeletionPolicy"], resource["UpdateReplacePolicy"]) == ("Retain", "Retain")
