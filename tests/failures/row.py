"""The form of a row: a failure that people had, and what becomes of it before anything is deployed.

The ids are those of a list of failures from public issues; each class of failure has as many shapes as people write it
in.
"""

from dataclasses import dataclass, field, replace

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment
from constructs_lib.rules.finding import Severity

CHANGE = "a change: tests/lifecycle/test_failures.py tells it from what is deployed"


@dataclass(frozen=True, kw_only=True)
class Shape:
    """Resources that fail like this, the rule that says so, and a neighbour in which it is repaired."""

    rule: str
    severity: Severity
    fails: Resources
    repaired: Resources
    where: Deployment = field(default_factory=Deployment)
    moved: Deployment | None = None
    """Where it is repaired, if that is elsewhere."""


@dataclass(frozen=True)
class Told:
    """Where the user is told of what no rule can see."""

    file: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One failure of the list."""

    id: str
    failure: str
    shapes: tuple[Shape, ...] = ()
    """What a template shows of it."""
    unseen: str = ""
    """Why nothing before deploy can see it, or the rest of it."""
    told: Told | None = None
    accepted: tuple[Resources, ...] = ()
    """What AWS takes, and other checks have refused."""
    about: str = ""
    """The beginning of the ids of rules that would refuse it."""
    where: Deployment = field(default_factory=Deployment)


def refused(rule: str, fails: Resources, repaired: Resources, where: Deployment | None = None) -> Shape:
    """Note a shape that AWS refuses, or that can never be undone."""
    return Shape(rule=rule, severity="error", fails=fails, repaired=repaired, where=where or Deployment())


def warned(rule: str, fails: Resources, repaired: Resources, where: Deployment | None = None) -> Shape:
    """Note a shape that works, or that evidence disagrees about."""
    return replace(refused(rule, fails, repaired, where), severity="warning")


def misplaced(rule: str, resources: Resources, here: str, there: str) -> Shape:
    """Note resources that are warned of in one Region and not in another."""
    return replace(warned(rule, resources, resources, Deployment(region=here)), moved=Deployment(region=there))


def failure(row: str, what: str, *shapes: Shape) -> Row:
    """Note a failure that a template shows."""
    return Row(id=row, failure=what, shapes=shapes)


def change(row: str, what: str, *shapes: Shape) -> Row:
    """Note a failure of a change to what is deployed, with the part of it that one template shows."""
    return Row(id=row, failure=what, shapes=shapes, unseen=CHANGE)


def unseen(row: str, what: str, why: str, told: Told, *shapes: Shape) -> Row:
    """Note a failure that nothing before deploy can see, at least in these of its shapes."""
    return Row(id=row, failure=what, shapes=shapes, unseen=why, told=told)


def false_alarm(row: str, what: str, about: str, *accepted: Resources, where: Deployment | None = None) -> Row:
    """Note what other checks have refused and AWS accepts."""
    return Row(id=row, failure=what, about=about, accepted=accepted, where=where or Deployment())
