"""Alarms on an expression of several metrics are kept in the stack's record; all others are MiniStack's own."""

from __future__ import annotations

from typing import Any

from local_aws.node import find_node
from local_aws.server import LocalAws, running
from local_aws.workplace import workplace
from tests.local_aws.stacks import delete, deploy, outputs_of, reasons, resource

COMPARED = {"ComparisonOperator": "LessThanThreshold", "EvaluationPeriods": 1, "Threshold": 1}
SIMPLE = resource("AWS::CloudWatch::Alarm", MetricName="SignInThrottles", Namespace="AWS/Cognito", **COMPARED)
METRICS = [{"Id": "one", "Expression": "1", "ReturnData": True}]
ON_AN_EXPRESSION = resource("AWS::CloudWatch::Alarm", Metrics=METRICS, **COMPARED)
NAMES: dict[str, Any] = {"Name": {"Ref": "Alarm"}, "Arn": {"Fn::GetAtt": ["Alarm", "Arn"]}}


def _alarms(aws: LocalAws) -> list[str]:
    return [each["AlarmName"] for each in aws.client("cloudwatch").describe_alarms()["MetricAlarms"]]


def test_they_come_change_and_go() -> None:
    with workplace("test-alarms") as place, running(place, find_node()) as aws:
        assert deploy(aws, "Alarms", {"Alarm": ON_AN_EXPRESSION}, NAMES) == "CREATE_COMPLETE", reasons(aws, "Alarms")
        made = outputs_of(aws, "Alarms")
        assert made["Arn"].endswith(f":alarm:{made['Name']}")
        assert _alarms(aws) == []
        assert deploy(aws, "Alarms", {"Alarm": SIMPLE}, NAMES) == "UPDATE_COMPLETE", reasons(aws, "Alarms")
        assert _alarms(aws) == [outputs_of(aws, "Alarms")["Name"]]
        assert deploy(aws, "Alarms", {"Alarm": ON_AN_EXPRESSION}, NAMES) == "UPDATE_COMPLETE", reasons(aws, "Alarms")
        assert _alarms(aws) == []
        assert delete(aws, "Alarms") == "DELETE_COMPLETE"
