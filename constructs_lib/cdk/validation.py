"""What our policy validation plugins have in common.

https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
"""

from __future__ import annotations

import json
from pathlib import Path

from aws_cdk import PolicyValidationStack

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json


class Plugin:
    """A plugin, less what it validates; what implements CDK's interface says so by itself."""

    def __init__(self) -> None:
        _ALIVE.append(self)

    @property
    def version(self) -> None:
        """The plugin's version: that of the library, which the report need not tell."""
        return None


_ALIVE: list[Plugin] = []  # CDK calls them back, and jsii lets go of what nobody in Python holds


def deployment_of(stack: PolicyValidationStack) -> Deployment:
    """Say where a stack will live; the oldest supported releases of CDK do not tell."""
    return Deployment(region=getattr(stack, "region", None), account=getattr(stack, "account_id", None))


def template_at(path: str) -> Json:
    """Read a template that CDK has written."""
    return json.loads(Path(path).read_text(encoding="utf-8"))
