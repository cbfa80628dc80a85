"""The two logs that a pool exports, and places that suit them.

https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
"""

from typing import Any

from constructs_lib.settings.log_storage import LogBucket, LogBucketOf, LogStream, LogStreamOf, LogStreamRoleOf
from constructs_lib.settings.logs import LogConfiguration, LogGroup, LogGroupOf


def message_errors(log_group: str | LogGroupOf) -> LogConfiguration:
    """Export errors in sending mails and text messages; any feature plan has them.

    Args:
        log_group: ARN of the log group, without ``:*`` at its end, or ``LogGroupOf("<key>")``.

    """
    return LogConfiguration(event_source="userNotification", log_level="ERROR", log_group_arn=log_group)


def user_activity(
    *,
    log_group: str | LogGroupOf | None = None,
    bucket: str | LogBucketOf | None = None,
    stream: str | LogStreamOf | None = None,
) -> LogConfiguration:
    """Export what users did and how risky it was; needs threat protection and with it the Plus plan.

    Args:
        log_group: ARN of a log group, without ``:*`` at its end, or ``LogGroupOf("<key>")``. Default: none.
        bucket: ARN of a bucket, or ``LogBucketOf("<key>")``. Default: none.
        stream: ARN of an Amazon Data Firehose stream, or ``LogStreamOf("<key>")``. Default: none.

    Raises:
        ValueError: Not exactly one place is given.

    """
    given = [name for name, place in (("log_group", log_group), ("bucket", bucket), ("stream", stream)) if place]
    if len(given) != 1:
        raise ValueError(
            f"user_activity: must have one of log_group, bucket, stream, got {', '.join(given) or 'none of them'}"
        )
    return LogConfiguration(
        event_source="userAuthEvents", log_level="INFO", log_group_arn=log_group, bucket_arn=bucket, stream_arn=stream
    )


def log_group(*, retention_in_days: int = 365, **more: Any) -> LogGroup:
    """Make a log group that is kept when it leaves the stack, with entries that are not kept for ever.

    Args:
        retention_in_days: How long entries are kept. Default: a year, as scanners and most audits ask for.
        more: Any other field of `LogGroup`.

    """
    said: dict[str, Any] = {"deletion_policy": "Retain", "update_replace_policy": "Retain"}
    return LogGroup(**said | {"retention_in_days": retention_in_days} | more)


def log_bucket(*, retention_in_days: int = 365, **more: Any) -> LogBucket:
    """Make a private, encrypted bucket that is kept when it leaves the stack; give it a `LogBucketPolicy` of its key.

    Args:
        retention_in_days: When objects are deleted. Default: after a year.
        more: Any other field of `LogBucket`.

    """
    said: dict[str, Any] = {
        "deletion_policy": "Retain",
        "update_replace_policy": "Retain",
        "encryption": {
            "ServerSideEncryptionConfiguration": [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
        },
        "public_access_block": {
            "BlockPublicAcls": True,
            "BlockPublicPolicy": True,
            "IgnorePublicAcls": True,
            "RestrictPublicBuckets": True,
        },
        # A log that somebody writes over is still there.
        "versioning": "Enabled",
        "lifecycle_rules": [
            {
                "Id": "Expire",
                "Status": "Enabled",
                "ExpirationInDays": retention_in_days,
                "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
                "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
            }
        ],
    }
    return LogBucket(**said | more)


def log_stream(key: str, **more: Any) -> LogStream:
    """Make a stream into the bucket of a key, with the `LogStreamRole` of that key.

    Args:
        key: The key in ``log_buckets`` and in ``log_stream_roles``.
        more: Any other field of `LogStream`.

    """
    said: dict[str, Any] = {
        "bucket_arn": LogBucketOf(key),
        "role_arn": LogStreamRoleOf(key),
        "compression": "GZIP",
        "encryption": {"KeyType": "AWS_OWNED_CMK"},
        "tags": [{"Key": "LogDeliveryEnabled", "Value": "true"}],
    }
    return LogStream(**said | more)
