"""The logs that a pool exports, and the log groups, buckets and streams that they go to.

https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import LOG_DELIVERY
from constructs_lib.resources.values import Path
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.risk import MODE, is_protected
from constructs_lib.rules.view import Problem, View

_CONFIGURATIONS = "LogConfigurations"
_ISSUES = "https://github.com/hashicorp/terraform-provider-aws/issues/"
_TYPE = API + "API_LogConfigurationType.html"

LOG_GROUP_ARN = "CloudWatchLogsConfiguration.LogGroupArn"
STREAM_ARN = "FirehoseConfiguration.StreamArn"
BUCKET_ARN = "S3Configuration.BucketArn"
_LEVELS = {"userNotification": "ERROR", "userAuthEvents": "INFO"}


@rule(
    "log-delivery.duplicate-source",
    LOG_DELIVERY,
    why="AWS answers that event sources appear more than once",
    evidence="measured on AWS",
    source=_TYPE,
)
def duplicate_source(delivery: View) -> Iterator[Problem]:
    """Refuse the same events twice."""
    seen: set[str] = set()
    for configuration in delivery.objects(_CONFIGURATIONS):
        source = configuration.get("EventSource")
        if isinstance(source, str) and source in seen:
            yield configuration.problem(
                "EventSource",
                "is that of an earlier one too",
                got=source,
                allowed="one configuration for each event source",
                fix="leave one of the two out; a stream can carry logs to more places",
            )
        seen |= {source} if isinstance(source, str) else set()


@rule(
    "log-delivery.level-of-source",
    LOG_DELIVERY,
    why="errors of messages have level ERROR, what users did has level INFO, and AWS takes no other pair",
    evidence="API model",
    source=_TYPE,
)
def level_of_source(delivery: View) -> Iterator[Problem]:
    """Refuse events at a level that they do not have."""
    for configuration in delivery.objects(_CONFIGURATIONS):
        source, level = configuration.get("EventSource"), configuration.get("LogLevel")
        wanted = _LEVELS.get(source) if isinstance(source, str) else None
        if wanted is not None and level in ("ERROR", "INFO") and level != wanted:
            yield configuration.problem(
                "LogLevel",
                f"must be {wanted} for {source}",
                got=level,
                allowed=wanted,
                fix=f"use {wanted}",
            )


@rule(
    "log-delivery.messages-to-log-group",
    LOG_DELIVERY,
    why="errors of messages go to CloudWatch Logs alone",
    evidence="reported",
    source=_ISSUES + "47790",
)
def messages_to_log_group(delivery: View) -> Iterator[Problem]:
    """Refuse errors of messages in a bucket or a stream."""
    for configuration in delivery.objects(_CONFIGURATIONS):
        if configuration.get("EventSource") != "userNotification":
            continue
        for place in (BUCKET_ARN, STREAM_ARN):
            if configuration.surely_has(place):
                yield configuration.problem(
                    place,
                    "cannot take userNotification",
                    got=configuration.get(place),
                    allowed="a log group for userNotification",
                    fix="name a log group of CloudWatch Logs",
                )


@rule(
    "log-delivery.threat-protection-off",
    LOG_DELIVERY,
    severity="warning",
    why="what users did is written down by threat protection",
    evidence="developer guide",
    source=GUIDE + "exporting-quotas-and-usage.html",
)
def threat_protection_off(delivery: View) -> Iterator[Problem]:
    """Warn of a log that stays empty."""
    for place in _of_users(delivery):
        if not is_protected(delivery.pool):
            yield delivery.problem(
                place,
                f"stays empty: threat protection is off ({{pool.{MODE}}})",
                got="userAuthEvents",
                allowed=f"userAuthEvents where {{pool.{MODE}}} is AUDIT or ENFORCED",
                fix=f"set {{pool.{MODE}}} to AUDIT or ENFORCED, or leave this out",
            )


def _of_users(delivery: View) -> Iterator[Path]:
    """Walk the places where events of users are asked for."""
    for configuration in delivery.objects(_CONFIGURATIONS):
        if configuration.get("EventSource") == "userAuthEvents":
            yield (*configuration.path, "EventSource")


@rule(
    "log-delivery.one-destination",
    LOG_DELIVERY,
    severity="warning",
    why="events of one source go to one log group, bucket or stream",
    evidence="API model",
    source=_TYPE,
)
def one_destination(delivery: View) -> Iterator[Problem]:
    """Warn of events that go nowhere, or to more places than one."""
    for configuration in delivery.objects(_CONFIGURATIONS):
        places = [place for place in (LOG_GROUP_ARN, STREAM_ARN, BUCKET_ARN) if configuration.has(place)]
        if len(places) != 1 and all(map(configuration.surely_has, places)):
            yield configuration.problem(
                places[1] if places else "",
                "is a second place for the same events" if places else "has no place to go to",
                allowed="one of a log group, a bucket and a stream",
                fix="keep one place; a stream can carry logs on"
                if places
                else "name a log group, a bucket or a stream",
            )


@rule(
    "log-delivery.second",
    LOG_DELIVERY,
    why="a pool has one log delivery; CloudFormation answers that it exists already",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/31242",
)
def second(delivery: View) -> Iterator[Problem]:
    """Refuse two log deliveries of one pool."""
    if delivery.twin() is not None:
        yield delivery.problem(
            "",
            "is a second log delivery of the pool",
            allowed="one log delivery for each pool",
            fix="put the configurations of both into one",
        )
