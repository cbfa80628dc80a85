"""Logs that a pool exports: messages that could not be delivered, and what users did under threat protection.

https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from constructs_lib.declarations import Given, Many, Part, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.codecs import Plain
from constructs_lib.declarations.references import POOL_LINK, KeyReference, Referring, SameKey
from constructs_lib.resources.model import LOG_DELIVERY, LOG_GROUP, LOG_RESOURCE_POLICY
from constructs_lib.resources.values import Json
from constructs_lib.settings.log_storage import LogBucketOf, LogStreamOf


@dataclass(frozen=True)
class LogGroupOf(KeyReference):
    """The ARN of a log group of the same settings, by your key."""

    FIELD: ClassVar[str] = "log_groups"
    PREFIX: ClassVar[str] = "LogGroup"

    def json(self) -> Json:
        # The attribute Arn ends in ":*", which Cognito refuses: https://github.com/aws/aws-cdk/issues/31241.
        place = ["arn:", {"Ref": "AWS::Partition"}, ":logs:", {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}]
        return {"Fn::Join": ["", [*place, ":log-group:", self.ref()]]}


@declared
class LogConfiguration(Part):
    """Where the events of one source go; `message_errors` and `user_activity` make the two kinds."""

    event_source: Setting[Literal["userNotification", "userAuthEvents"]] = prop("EventSource")
    """Errors in sending messages, or what users did, which needs the Plus plan. Default: none; AWS wants one."""

    log_level: Setting[Literal["ERROR", "INFO"]] = prop("LogLevel")
    """``ERROR`` for ``userNotification``, ``INFO`` for ``userAuthEvents``. Default: none; AWS wants one."""

    log_group_arn: Setting[str | LogGroupOf] = prop(
        "CloudWatchLogsConfiguration.LogGroupArn", codec=Referring(Plain(str, "a text"), LogGroupOf)
    )
    """ARN of a log group without ``:*`` at its end, ``LogGroupOf("<key>")``, or in a CDK app
    ``log_group_arn(<log group>)`` of `constructs_lib.cdk`. Where the account's policy for log groups has grown beyond
    5,120 characters, the name must begin with ``/aws/vendedlogs``. Default: none."""

    bucket_arn: Setting[str | LogBucketOf] = prop(
        "S3Configuration.BucketArn", codec=Referring(Plain(str, "a text"), LogBucketOf)
    )
    """ARN of an S3 bucket, or ``LogBucketOf("<key>")``; for ``userAuthEvents`` alone. Default: none."""

    stream_arn: Setting[str | LogStreamOf] = prop(
        "FirehoseConfiguration.StreamArn", codec=Referring(Plain(str, "a text"), LogStreamOf)
    )
    """ARN of an Amazon Data Firehose stream, or ``LogStreamOf("<key>")``; for ``userAuthEvents`` alone.
    Default: none."""


@declared
class LogDelivery(ResourcePart):
    """The logs that a pool exports."""

    TYPE: ClassVar[str] = LOG_DELIVERY
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    configurations: Setting[Many[LogConfiguration]] = prop("LogConfigurations")
    """At most one for each event source. Default: none. Can be changed."""


@declared
class LogGroup(ResourcePart):
    """A log group of CloudWatch Logs; `log_group` makes one that is kept, with entries that are not for ever."""

    TYPE: ClassVar[str] = LOG_GROUP

    name: Setting[str] = prop("LogGroupName")
    """Its name; that of a web ACL's begins with ``aws-waf-logs-``. Default: CloudFormation makes one up. Another name
    makes another log group."""

    retention_in_days: Setting[int] = prop("RetentionInDays")
    """How long entries are kept. Default: for ever. Can be changed."""

    kms_key_id: Setting[str] = prop("KmsKeyId")
    """ARN of the key that encrypts it; AWS says that one with a key must not be a pool's. Default: none. Can be
    changed."""


_DELIVERY: Final = (
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"delivery.logs.amazonaws.com"},'
    '"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"'
)


@declared
class LogGroupPolicy(ResourcePart):
    """The right of AWS's log delivery to write to the log group of the same key, from this account alone."""

    TYPE: ClassVar[str] = LOG_RESOURCE_POLICY
    LINKS: ClassVar[Mapping[str, Json]] = {
        "PolicyDocument": {
            "Fn::Join": [
                "",
                [
                    _DELIVERY,
                    {"Fn::GetAtt": [SameKey("LogGroup", "log_groups"), "Arn"]},
                    '","Condition":{"StringEquals":{"aws:SourceAccount":"',
                    {"Ref": "AWS::AccountId"},
                    '"}}}]}',
                ],
            ]
        }
    }

    policy_name: Given[str] = field(metadata=named("PolicyName"), kw_only=False)
    """Its name, one of ten in the account and Region. Another name makes another policy."""
