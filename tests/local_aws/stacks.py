"""Hand-written templates, deployed to the local AWS by its API."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from local_aws.server import LocalAws

Resources = Mapping[str, Mapping[str, Any]]


def resource(resource_type: str, **properties: Any) -> dict[str, Any]:
    """Write one resource of a template."""
    return {"Type": resource_type, "Properties": properties}


def after(first: str, then: Mapping[str, Any]) -> dict[str, Any]:
    """Have a resource wait for another one."""
    return {**then, "DependsOn": first}


def deploy(aws: LocalAws, name: str, resources: Resources, outputs: Mapping[str, Any] | None = None) -> str:
    """Create a stack, or update it where there is one, and return the status in which that ended."""
    cloudformation = aws.client("cloudformation")
    template = json.dumps(
        {"Resources": resources, "Outputs": {key: {"Value": value} for key, value in (outputs or {}).items()}}
    )
    try:
        cloudformation.describe_stacks(StackName=name)
    except ClientError:
        cloudformation.create_stack(StackName=name, TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
    else:
        cloudformation.update_stack(StackName=name, TemplateBody=template, Capabilities=["CAPABILITY_IAM"])
    return _settled(cloudformation, name)


def delete(aws: LocalAws, name: str) -> str:
    """Delete a stack and return the status in which that ended."""
    cloudformation = aws.client("cloudformation")
    [stack] = cloudformation.describe_stacks(StackName=name)["Stacks"]
    cloudformation.delete_stack(StackName=name)
    return _settled(cloudformation, stack["StackId"])


def outputs_of(aws: LocalAws, name: str) -> dict[str, str]:
    """Read the outputs of a stack."""
    [stack] = aws.client("cloudformation").describe_stacks(StackName=name)["Stacks"]
    return {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}


def reasons(aws: LocalAws, name: str) -> dict[str, str]:
    """Tell for each resource of a stack why it failed."""
    events = aws.client("cloudformation").describe_stack_events(StackName=name)["StackEvents"]
    failed = [each for each in events if each["ResourceStatus"] in ("CREATE_FAILED", "UPDATE_FAILED")]
    return {each["LogicalResourceId"]: each["ResourceStatusReason"] for each in failed}


def _settled(cloudformation: Any, name: str) -> str:
    latest = time.monotonic() + 20
    while time.monotonic() < latest:
        [stack] = cloudformation.describe_stacks(StackName=name)["Stacks"]
        status: str = stack["StackStatus"]
        if not status.endswith("_IN_PROGRESS"):
            return status
        time.sleep(0.02)
    raise AssertionError(f"stack {name} is still {status}")
