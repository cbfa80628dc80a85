"""The steps of the demonstration, in their order: start, deploy, compare, sign in, change, destroy, tell the story."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from local_aws import administrator, carried, features, functions, lifecycle
from local_aws.command_line import CommandLine
from local_aws.deployed import describe_stack
from local_aws.node import find_node
from local_aws.results import FAILED, Result, Row
from local_aws.server import LocalAws, running
from local_aws.story import scene
from local_aws.workplace import workplace
from local_aws.world import World

STACKS = (
    *("Minimal", "Article", "Company", "CustomerApp", "Workforce", "Machines"),
    *("HighSecurity", "Passwordless", "Platform", "Partner"),
    *("ProtectedApi", "ShopApis", "UserData", "FrontEnd", "Portal", "LinkedAccounts"),
)


@dataclass
class Report:
    """What a demonstration found, and how long each step took."""

    rows: list[Row] = field(default_factory=list)
    steps: list[tuple[str, float]] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return bool(self.rows) and all(row.good for row in self.rows)


@dataclass
class Demonstration:
    """One run; `quiet` leaves the progress out."""

    quiet: bool = False
    steps: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.say(f"\n==> {name}")
        start = time.monotonic()
        yield
        self.steps.append((name, time.monotonic() - start))

    def say(self, line: str) -> None:
        if not self.quiet:
            print(line, flush=True)

    def tell(self, result: Result) -> Result:
        self.say(f"  {result.verdict:<22}  {result.probe}" + (f": {result.note}" if result.verdict == FAILED else ""))
        return result


def demonstrate(place: str = "demo", port: int = 0, quiet: bool = False) -> Report:
    """Do it all in `.work/<place>`; only what a person has to put right is raised, everything else is in the report."""
    run = Demonstration(quiet)
    node = find_node()
    with workplace(place) as files:
        start = time.monotonic()
        run.say("==> start the local AWS")
        with running(files, node, port) as aws:
            run.steps.append(("start the local AWS", time.monotonic() - start))
            run.say(f"  {aws.endpoint}")
            results = _deploy_and_probe(run, aws)
    return Report(features.rows(results), run.steps)


def _deploy_and_probe(run: Demonstration, aws: LocalAws) -> list[Result]:
    cdk = CommandLine(aws, run.quiet)
    as_deployed, changed = aws.place.assembly("cdk"), aws.place.assembly("changed")
    with run.step("cdk bootstrap"):
        cdk.bootstrap()
    with run.step("keep secrets and a hosted zone, as an administrator does once"):
        context = administrator.prepare(aws)
    with run.step("packages of the Lambda functions"):
        context = {**context, **functions.prepare(aws)}
    with run.step("cdk synth"):
        cdk.synth(as_deployed, context)
    with run.step("cdk deploy"):
        cdk.deploy(as_deployed)
    with run.step("compare what is live with the templates"):
        world = World(aws, {name: describe_stack(aws, name) for name in STACKS})
        results = [run.tell(result) for result in compared(world)]
    with run.step("sign up, sign in and all the rest"):
        results += [run.tell(probe.run(world)) for probe in features.probes()]
    with run.step("cdk synth with one setting changed"):
        cdk.synth(changed, {**context, **lifecycle.CHANGED_CONTEXT})
    with run.step("deploy again, change, destroy"):
        life = lifecycle.settle(world, cdk, as_deployed, changed)
        results += [run.tell(probe.run(life)) for probe in features.LIFECYCLE]
    with run.step("a story: deploy pools that are to live, and have people in them"):
        pools = scene.begin(aws, quiet=run.quiet)
    with run.step("lock, change, switch, adopt, with the same people signing in"):
        results += [run.tell(probe.run(pools)) for probe in features.STORY]
    return results


def compared(world: World) -> list[Result]:
    """Compare every Cognito resource; what is as the template says is counted, everything else is told."""
    resources = [resource for stack in world.stacks.values() for resource in stack.resources.values()]
    return carried.results(carried.compared(cache(world.aws.client), resources))
