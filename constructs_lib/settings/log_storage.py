"""Where exported logs can be kept besides CloudWatch Logs: a bucket, and a stream that fills one.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from constructs_lib.declarations import Given, Many, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.codecs import Document, Listed, Plain
from constructs_lib.declarations.references import KeyReference, Referring, SameKey
from constructs_lib.resources.model import BUCKET, BUCKET_POLICY, DELIVERY_STREAM, ROLE
from constructs_lib.resources.values import Json

_BUCKET: Final = SameKey("LogBucket", "log_buckets")
_ARN: Final[Json] = {"Fn::GetAtt": [_BUCKET, "Arn"]}
_ACCOUNT: Final[Json] = {"Ref": "AWS::AccountId"}


@dataclass(frozen=True)
class LogBucketOf(KeyReference):
    """The ARN of a bucket of the same settings, by your key."""

    FIELD: ClassVar[str] = "log_buckets"
    PREFIX: ClassVar[str] = "LogBucket"

    def json(self) -> Json:
        return self.arn()


@dataclass(frozen=True)
class LogStreamOf(KeyReference):
    """The ARN of a stream of the same settings, by your key."""

    FIELD: ClassVar[str] = "log_streams"
    PREFIX: ClassVar[str] = "LogStream"

    def json(self) -> Json:
        return self.arn()


@dataclass(frozen=True)
class LogStreamRoleOf(KeyReference):
    """The ARN of a stream's role of the same settings, by your key."""

    FIELD: ClassVar[str] = "log_stream_roles"
    PREFIX: ClassVar[str] = "StreamRole"

    def json(self) -> Json:
        return self.arn()


@declared
class LogBucket(ResourcePart):
    """An S3 bucket; `log_bucket` makes one that suits logs."""

    TYPE: ClassVar[str] = BUCKET

    name: Setting[str] = prop("BucketName")
    """Its name; that of a web ACL's begins with ``aws-waf-logs-``. Default: CloudFormation makes one up. Another name
    makes another bucket."""

    encryption: Setting[Mapping[str, Json]] = prop("BucketEncryption", codec=Document())
    """How it is encrypted, as CloudFormation writes it. Default: with keys of S3's own. Can be changed."""

    public_access_block: Setting[Mapping[str, Json]] = prop("PublicAccessBlockConfiguration", codec=Document())
    """What keeps it private, as CloudFormation writes it. Default: all four blocks. Can be changed."""

    versioning: Setting[Literal["Enabled", "Suspended"]] = prop("VersioningConfiguration.Status")
    """Whether older versions of an object are kept. Default: they are not. Can be changed."""

    lifecycle_rules: Setting[Many[Mapping[str, Json]]] = prop("LifecycleConfiguration.Rules", codec=Listed(Document()))
    """When objects are deleted or moved, as CloudFormation writes it. Default: never. Can be changed."""

    access_logs: Setting[Mapping[str, Json]] = prop("LoggingConfiguration", codec=Document())
    """Where accesses to it are logged, as CloudFormation writes it. Default: nowhere. Can be changed."""


def _allowed(sid: str, action: str, resource: Json, **equal: Json) -> Json:
    """Let AWS's log delivery do one thing, for logs of this account and Region."""
    place = [":logs:", {"Ref": "AWS::Region"}, ":", _ACCOUNT, ":*"]
    return {
        "Sid": sid,
        "Effect": "Allow",
        "Principal": {"Service": "delivery.logs.amazonaws.com"},
        "Action": action,
        "Resource": resource,
        "Condition": {
            "StringEquals": {"aws:SourceAccount": _ACCOUNT, **equal},
            "ArnLike": {"aws:SourceArn": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, *place]]}},
        },
    }


@declared
class LogBucketPolicy(ResourcePart):
    """The right of AWS's log delivery to write to the bucket of the same key, from this account alone, and over TLS."""

    TYPE: ClassVar[str] = BUCKET_POLICY
    LINKS: ClassVar[Mapping[str, Json]] = {
        "Bucket": {"Ref": _BUCKET},
        "PolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                _allowed(
                    "AWSLogDeliveryWrite",
                    "s3:PutObject",
                    {"Fn::Join": ["", [_ARN, "/AWSLogs/", _ACCOUNT, "/*"]]},
                    **{"s3:x-amz-acl": "bucket-owner-full-control"},
                ),
                _allowed("AWSLogDeliveryAclCheck", "s3:GetBucketAcl", _ARN),
                {
                    "Sid": "TlsOnly",
                    "Effect": "Deny",
                    "Principal": "*",
                    "Action": "s3:*",
                    "Resource": [_ARN, {"Fn::Join": ["", [_ARN, "/*"]]}],
                    "Condition": {"Bool": {"aws:SecureTransport": "false"}},
                },
            ],
        },
    }


@declared
class LogStream(ResourcePart):
    """A stream of Amazon Data Firehose into a bucket; `log_stream` makes one of the same key as its bucket."""

    TYPE: ClassVar[str] = DELIVERY_STREAM

    bucket_arn: Given[str | LogBucketOf] = field(
        metadata=named(
            "ExtendedS3DestinationConfiguration.BucketARN", codec=Referring(Plain(str, "a text"), LogBucketOf)
        )
    )
    """ARN of the bucket that it fills, or ``LogBucketOf("<key>")``. Can be changed."""

    role_arn: Given[str | LogStreamRoleOf] = field(
        metadata=named(
            "ExtendedS3DestinationConfiguration.RoleARN", codec=Referring(Plain(str, "a text"), LogStreamRoleOf)
        )
    )
    """ARN of the role that it writes with, or ``LogStreamRoleOf("<key>")``. Can be changed."""

    name: Setting[str] = prop("DeliveryStreamName")
    """Its name; that of a web ACL's begins with ``aws-waf-logs-``. Default: CloudFormation makes one up. Another name
    makes another stream."""

    compression: Setting[Literal["UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"]] = prop(
        "ExtendedS3DestinationConfiguration.CompressionFormat"
    )
    """How objects are packed. Default: they are not. Can be changed."""

    encryption: Setting[Mapping[str, Json]] = prop("DeliveryStreamEncryptionConfigurationInput", codec=Document())
    """How records on their way are encrypted, as CloudFormation writes it. Default: they are not. Can be changed."""

    tags: Setting[Many[Mapping[str, Json]]] = prop("Tags", codec=Listed(Document()))
    """Its tags, as CloudFormation writes them; ``LogDeliveryEnabled`` with ``true`` lets AWS's log delivery write to
    it. Default: none; AWS sets that tag too. Can be changed."""


@declared
class LogStreamRole(ResourcePart):
    """The role of a stream: it may write to the bucket of the same key, and Firehose alone may take it on."""

    TYPE: ClassVar[str] = ROLE
    LINKS: ClassVar[Mapping[str, Json]] = {
        "AssumeRolePolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"Service": "firehose.amazonaws.com"},
                    "Action": "sts:AssumeRole",
                    # Firehose says the account's id as external id: no stream of another account gets in.
                    "Condition": {"StringEquals": {"sts:ExternalId": _ACCOUNT}},
                }
            ],
        },
        "Policies": [
            {
                "PolicyName": "WriteToBucket",
                "PolicyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Action": ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
                            "Resource": _ARN,
                        },
                        {
                            "Effect": "Allow",
                            "Action": ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
                            "Resource": {"Fn::Join": ["", [_ARN, "/*"]]},
                        },
                    ],
                },
            }
        ],
    }
