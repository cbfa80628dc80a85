"""Where exported logs go: the Region, account and key of log groups and streams.

https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import LOG_DELIVERY, LOG_GROUP
from constructs_lib.rules.arns import arn_of
from constructs_lib.rules.references import referred
from constructs_lib.rules.registry import API, CLOUDFORMATION, rule
from constructs_lib.rules.topics.log_delivery import LOG_GROUP_ARN, STREAM_ARN
from constructs_lib.rules.view import DoesNotApply, Object, Problem, View

_CONFIGURATIONS = "LogConfigurations"
_GROUP_TYPE = API + "API_CloudWatchLogsConfigurationType.html"
DAYS = (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)


def _arns(delivery: View, path: str) -> Iterator[tuple[Object, str | None, str | None]]:
    """Walk the known Regions and accounts of a kind of place."""
    for configuration in delivery.objects(_CONFIGURATIONS):
        try:
            value = configuration.get(path)
            arn = None if value is None else arn_of(configuration, value)
        except DoesNotApply:
            continue
        if arn is not None:
            yield configuration, arn.region, arn.account


@rule(
    "log-delivery.log-group-region",
    LOG_DELIVERY,
    why="AWS answers that the ARN does not belong to the current Region",
    evidence="measured on AWS",
    source=_GROUP_TYPE,
)
def log_group_region(delivery: View) -> Iterator[Problem]:
    """Refuse a log group of another Region."""
    for configuration, region, _ in _arns(delivery, LOG_GROUP_ARN):
        if region is not None and region != delivery.region:
            yield configuration.problem(
                LOG_GROUP_ARN,
                f"must be in the pool's Region, {delivery.region}",
                got=configuration.get(LOG_GROUP_ARN),
                allowed=f"a log group in {delivery.region}",
                fix="name a log group of the pool's Region",
            )


@rule(
    "log-delivery.log-group-account",
    LOG_DELIVERY,
    why="the log group must be in the pool's account",
    evidence="API model",
    source=_GROUP_TYPE,
)
def log_group_account(delivery: View) -> Iterator[Problem]:
    """Refuse a log group of another account."""
    for configuration, _, account in _arns(delivery, LOG_GROUP_ARN):
        if account is not None and account != delivery.account:
            yield configuration.problem(
                LOG_GROUP_ARN,
                f"must be in the pool's account, {delivery.account}",
                got=configuration.get(LOG_GROUP_ARN),
                allowed=f"a log group of {delivery.account}",
                fix="name a log group of the pool's account, and let that one pass its entries on",
            )


@rule(
    "log-delivery.stream-region",
    LOG_DELIVERY,
    severity="warning",
    why="log groups of other Regions are refused, and nobody says otherwise of streams",
    evidence="inferred",
    source=API + "API_FirehoseConfigurationType.html",
)
def stream_region(delivery: View) -> Iterator[Problem]:
    """Warn of a stream of another Region."""
    for configuration, region, _ in _arns(delivery, STREAM_ARN):
        if region is not None and region != delivery.region:
            yield configuration.problem(
                STREAM_ARN,
                f"should be in the pool's Region, {delivery.region}",
                got=configuration.get(STREAM_ARN),
                allowed=f"a stream in {delivery.region}",
                fix="name a stream of the pool's Region; its bucket may be elsewhere",
            )


@rule(
    "log-delivery.log-group-wildcard",
    LOG_DELIVERY,
    why="the attribute Arn of a log group ends in :*, and AWS answers that it does not match the pattern",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/31241",
)
def log_group_wildcard(delivery: View) -> Iterator[Problem]:
    """Refuse the attribute that looks like the right one."""
    for configuration in delivery.objects(_CONFIGURATIONS):
        value = configuration.get(LOG_GROUP_ARN)
        group = referred(configuration, value)
        if group is not None and group.type == LOG_GROUP and _is_attribute(value, group.key):
            yield configuration.problem(
                LOG_GROUP_ARN,
                f"ends in :*, as the attribute Arn of {group.key} does",
                got=value,
                allowed="an ARN that ends in the name of the log group",
                fix='join it of partition, Region, account and name; LogGroupOf("<key>") of settings does',
            )


def _is_attribute(value: object, key: str) -> bool:
    match value:
        case {"Fn::GetAtt": [name, "Arn"]}:
            return bool(name == key)
        case {"Fn::GetAtt": str(text)} | {"Fn::Sub": str(text)}:
            return re.fullmatch(rf"{re.escape(key)}\.Arn|\$\{{{re.escape(key)}\.Arn\}}", text) is not None
    return False


@rule(
    "log-delivery.log-group-encrypted",
    LOG_DELIVERY,
    severity="warning",
    why="the API says that the log group must not be encrypted with a key of KMS",
    evidence="API model",
    source=_GROUP_TYPE,
)
def log_group_encrypted(delivery: View) -> Iterator[Problem]:
    """Warn of a log group with a key of one's own."""
    for configuration in delivery.objects(_CONFIGURATIONS):
        group = referred(configuration, configuration.get(LOG_GROUP_ARN))
        if group is not None and group.type == LOG_GROUP and group.surely_has("KmsKeyId"):
            yield configuration.problem(
                LOG_GROUP_ARN,
                f"should not be encrypted with a key of KMS, and {group.key} is",
                allowed="a log group without KmsKeyId",
                fix="leave the key out, or send userAuthEvents to an encrypted bucket or stream",
            )


@rule(
    "log-group.retention",
    LOG_GROUP,
    why="CloudWatch Logs keeps entries for one of these times, or for ever",
    evidence="API model",
    source=CLOUDFORMATION + "aws-resource-logs-loggroup.html",
)
def retention(group: View) -> Iterator[Problem]:
    """Refuse times that CloudWatch Logs does not know."""
    days = group.number("RetentionInDays")
    if days is not None and days not in DAYS:
        nearest = min(DAYS, key=lambda known: abs(known - days))
        yield group.problem(
            "RetentionInDays",
            "is no time that CloudWatch Logs keeps entries for",
            got=group.get("RetentionInDays"),
            allowed=", ".join(map(str, DAYS)),
            fix=f"use {nearest}, or leave it out to keep entries for ever",
        )
