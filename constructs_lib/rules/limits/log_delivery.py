"""Limits of ``AWS::Cognito::LogDeliveryConfiguration``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import LOG_DELIVERY
from constructs_lib.rules.limits.kinds import ARN, POOL_ID, List, Record, Text, Words, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-logdeliveryconfiguration.html")
_set = partial(Limit, source=API + "API_SetLogDeliveryConfiguration.html")
_log = partial(Limit, source=API + "API_LogConfigurationType.html")

_LOG = "LogConfigurations[]"
_RECORD = (Record(), "write the properties as an object, name by name")
_NAME = r"[\w+=/,.@-]+"
_BUCKET_ARN = matching(
    "", rf"arn:{_NAME}:{_NAME}:::{_NAME}(:{_NAME})?(:{_NAME})?", noun="an ARN without Region and account"
)

LIMITS = Limits(
    LOG_DELIVERY,
    [
        _resource("log-delivery.form", "", Record(("UserPoolId",)), "say which user pool exports its logs"),
        _resource("log-delivery.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _set(
            "log-delivery.configurations",
            "LogConfigurations",
            List(0, 2),
            "keep to one for userNotification and one for userAuthEvents",
        ),
        _log(
            "log-delivery.configuration",
            _LOG,
            Record(("EventSource", "LogLevel")),
            "say which events: userNotification at level ERROR, or userAuthEvents at level INFO",
        ),
        _log(
            "log-delivery.event-source",
            f"{_LOG}.EventSource",
            Words(("userNotification", "userAuthEvents")),
            "use userNotification or userAuthEvents",
        ),
        _log("log-delivery.level", f"{_LOG}.LogLevel", Words(("ERROR", "INFO")), "use ERROR or INFO"),
        _log("log-delivery.log-group-form", f"{_LOG}.CloudWatchLogsConfiguration", *_RECORD),
        _log(
            "log-delivery.log-group",
            f"{_LOG}.CloudWatchLogsConfiguration.LogGroupArn",
            Text(20, 2048, ARN),
            "use the ARN of a log group, and leave :* at its end out",
        ),
        _log("log-delivery.bucket-form", f"{_LOG}.S3Configuration", *_RECORD),
        _log(
            "log-delivery.bucket",
            f"{_LOG}.S3Configuration.BucketArn",
            Text(3, 1024, _BUCKET_ARN),
            "use the ARN of a bucket, such as arn:aws:s3:::logs-of-the-shop",
        ),
        _log("log-delivery.stream-form", f"{_LOG}.FirehoseConfiguration", *_RECORD),
        _log(
            "log-delivery.stream",
            f"{_LOG}.FirehoseConfiguration.StreamArn",
            Text(20, 2048, ARN),
            "use the ARN of a stream of Amazon Data Firehose",
        ),
    ],
)
