"""Log groups of CDK's, by an ARN that Cognito takes.

What CloudFormation gives as a log group's ``Arn``, and CDK as ``log_group_arn``, ends in ``:*``; Cognito refuses that.
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CloudWatchLogsConfigurationType.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aws_cdk import ArnFormat, Stack
from constructs import Construct

from constructs_lib.resources.model import LOG_DELIVERY, Resources, properties
from constructs_lib.resources.values import Json, is_list, is_token

if TYPE_CHECKING:  # it takes long to import, and most pools need none
    from aws_cdk.aws_logs import ILogGroup


def log_group_arn(log_group: ILogGroup) -> str:
    """Give a log group's ARN without the ``:*`` at its end.

    Args:
        log_group: The log group, such as ``LogGroup(self, "Messages")``.
    """
    return Stack.of(log_group).format_arn(
        service="logs",
        resource="log-group",
        resource_name=log_group.log_group_name,
        arn_format=ArnFormat.COLON_RESOURCE_NAME,
    )


def require_plain_log_groups(scope: Construct, resources: Resources) -> None:
    """Refuse ``log_group_arn`` of CDK's, which rules cannot look into.

    Raises:
        ValueError: A log delivery names such an ARN.
    """
    for resource in resources.values():
        if resource["Type"] == LOG_DELIVERY:
            for index, arn in enumerate(_log_groups(properties(resource).get("LogConfigurations"))):
                if isinstance(arn, str) and is_token(arn) and _ends_in_wildcard(scope, arn):
                    raise ValueError(
                        f"log_delivery.configurations[{index}].log_group_arn: CDK's log_group_arn ends in :*, which "
                        "Cognito refuses; use constructs_lib.cdk.log_group_arn(log_group)"
                    )


def _log_groups(configurations: Json) -> list[Json]:
    listed = configurations if is_list(configurations) else ()
    return [each.get("CloudWatchLogsConfiguration", {}).get("LogGroupArn") for each in listed if isinstance(each, dict)]


def _ends_in_wildcard(scope: Construct, arn: str) -> bool:
    if arn.endswith(":*"):
        return True
    match Stack.of(scope).resolve(arn):
        case {"Fn::GetAtt": [_, "Arn"]}:
            return True
    return False
