"""The form of a rule's test: a row that fails with its whole message, its passing neighbour, and where it is silent."""

from dataclasses import dataclass, field
from typing import Any

from constructs_lib.resources.model import (
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    Resources,
)
from constructs_lib.rules import Deployment, judge

UNKNOWN: Any = {"Ref": "Parameter"}
"""A value that nobody knows before deploy."""

_POOL_ID = {"UserPoolId": {"Ref": "Pool"}}


@dataclass(frozen=True, kw_only=True)
class Case:
    """One rule: resources that break it, resources that just do not, and resources of which nobody can tell."""

    rule: str
    fails: Resources
    says: str
    passes: Resources
    silent: Resources
    where: Deployment = field(default_factory=Deployment)

    def messages(self, resources: Resources) -> list[str]:
        """Give what the rule, and it alone, says of resources."""
        return [str(finding) for finding in judge(resources, self.where) if finding.rule == self.rule]


def pool(**properties: Any) -> Resources:
    """Make a template with one pool, ``Pool``."""
    return {"Pool": {"Type": USER_POOL, "Properties": properties}}


def client(**properties: Any) -> Resources:
    """Make an app client, ``Client``, of the pool ``Pool``; join it to a pool by ``|``."""
    return {"Client": {"Type": USER_POOL_CLIENT, "Properties": _POOL_ID | properties}}


def domain(**properties: Any) -> Resources:
    """Make a domain, ``Domain``, of the pool ``Pool``."""
    return {"Domain": {"Type": USER_POOL_DOMAIN, "Properties": _POOL_ID | properties}}


def group(name: str = "Group", **properties: Any) -> Resources:
    """Make a group of the pool ``Pool``."""
    return {name: {"Type": USER_POOL_GROUP, "Properties": _POOL_ID | properties}}
