"""Alarms on an expression of several metrics, which MiniStack refuses: kept in the stack's record only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners  # type: ignore[import-untyped]

from local_aws import environment
from local_aws.extension.kind import Properties

_Handler = Callable[..., tuple[str, dict[str, Any]]]


def record_alarms_on_expressions() -> None:
    """Take these alarms before MiniStack's own handlers see them; all others are theirs."""
    alarm = provisioners._RESOURCE_HANDLERS["AWS::CloudWatch::Alarm"]
    create: _Handler = alarm["create"]
    update: _Handler = alarm["update"]

    def created(logical_id: str, properties: Properties, stack_name: str) -> tuple[str, dict[str, Any]]:
        if "Metrics" not in properties:
            return create(logical_id, properties, stack_name)
        return _named(properties.get("AlarmName") or provisioners._physical_name(stack_name, logical_id, max_len=255))

    def updated(
        physical_id: str, old: Properties, new: Properties, stack_name: str, logical_id: str
    ) -> tuple[str, dict[str, Any]]:
        if "Metrics" not in new:
            return update(physical_id, old, new, stack_name, logical_id)
        alarm["delete"](physical_id, old)  # it may have been on one metric
        return created(logical_id, new, stack_name)

    alarm["create"], alarm["update"] = created, updated


def _named(name: str) -> tuple[str, dict[str, Any]]:
    return name, {"Arn": f"arn:aws:cloudwatch:{environment.REGION}:{environment.ACCOUNT}:alarm:{name}"}
