"""What the kinds of logs fill in, and that AWS's own schemas take the places that are made for them."""

from pathlib import Path
from typing import Any

import pytest
from cfnlint.api import lint_file  # type: ignore[import-untyped]

from constructs_lib.rendering import read, render
from constructs_lib.settings import (
    LogBucketOf,
    LogBucketPolicy,
    LogConfiguration,
    LogDelivery,
    LogGroupOf,
    LogGroupPolicy,
    LogStreamOf,
    LogStreamRole,
    LogStreamRoleOf,
    UserPoolSettings,
    WebAclArn,
    WebAclAssociation,
    WebAclLogging,
    encrypting_key,
    log_bucket,
    log_group,
    log_stream,
    message_errors,
    rate_limited_web_acl,
    user_activity,
)

ERRORS, ACTIVITY = message_errors(LogGroupOf("errors")), user_activity(stream=LogStreamOf("activity"))
SETTINGS = UserPoolSettings(
    name="shop",
    log_delivery=LogDelivery(configurations=[ERRORS, ACTIVITY]),
    log_groups={"errors": log_group()},
    log_group_policies={"errors": LogGroupPolicy("shop")},
    log_buckets={"activity": log_bucket(), "web": log_bucket(name="aws-waf-logs-shop")},
    log_bucket_policies={"activity": LogBucketPolicy(), "web": LogBucketPolicy()},
    log_streams={"activity": log_stream("activity")},
    log_stream_roles={"activity": LogStreamRole()},
    web_acl=rate_limited_web_acl(localhost=True),
    web_acl_association=WebAclAssociation(WebAclArn()),
    web_acl_logging=WebAclLogging([LogBucketOf("web")]),
)


def test_errors_of_messages_go_to_a_log_group() -> None:
    assert message_errors("arn") == LogConfiguration(
        event_source="userNotification", log_level="ERROR", log_group_arn="arn"
    )


@pytest.mark.parametrize(
    ("name", "place", "field"),
    [
        ("log_group", LogGroupOf("a"), "log_group_arn"),
        ("bucket", LogBucketOf("a"), "bucket_arn"),
        ("stream", "arn", "stream_arn"),
    ],
)
def test_what_users_did_goes_to_one_of_three_places(name: str, place: Any, field: str) -> None:
    said: dict[str, Any] = {"event_source": "userAuthEvents", "log_level": "INFO", field: place}
    assert user_activity(**{name: place}) == LogConfiguration(**said)


@pytest.mark.parametrize(
    ("said", "got"), [({}, "none of them"), ({"bucket": "arn", "log_group": "arn"}, "log_group, bucket")]
)
def test_what_users_did_needs_one_place(said: dict[str, str], got: str) -> None:
    with pytest.raises(ValueError, match=rf"^user_activity: must have one of log_group, bucket, stream, got {got}$"):
        user_activity(**said)


@pytest.mark.parametrize("make", [log_group, log_bucket, encrypting_key])
def test_what_is_kept_outlives_its_stack(make: Any) -> None:
    assert (make().deletion_policy, make().update_replace_policy) == ("Retain", "Retain")


@pytest.mark.parametrize("make", [log_group, log_bucket, encrypting_key])
def test_any_field_can_be_said_beside_the_kind(make: Any) -> None:
    assert make(deletion_policy="Delete").deletion_policy == "Delete"


def test_a_key_is_renewed_and_may_be_disposable() -> None:
    assert encrypting_key(disposable=True, multi_region=True).resource() == {
        "Type": "AWS::KMS::Key",
        "DeletionPolicy": "Delete",
        "UpdateReplacePolicy": "Delete",
        "Properties": {"EnableKeyRotation": True, "MultiRegion": True},
    }


def test_logs_are_not_kept_for_ever() -> None:
    assert log_group(retention_in_days=30).written() == {"RetentionInDays": 30}
    (rule,) = log_bucket(retention_in_days=30).written()["LifecycleConfiguration"]["Rules"]
    assert (rule["Status"], rule["ExpirationInDays"]) == ("Enabled", 30)


def test_a_stream_fills_the_bucket_of_its_key_with_the_role_of_its_key() -> None:
    stream = log_stream("activity", name="shop")
    assert (stream.bucket_arn, stream.role_arn) == (LogBucketOf("activity"), LogStreamRoleOf("activity"))
    assert stream.name == "shop"


def test_reading_finds_every_place_again() -> None:
    reading = read(render(SETTINGS))
    assert reading.settings == SETTINGS
    assert reading.logical_ids == {}
    assert reading.rest == {}


def test_the_right_to_write_is_for_the_bucket_of_the_same_key() -> None:
    resources = render(SETTINGS)
    assert resources["BucketPolicyweb"]["Properties"]["Bucket"] == {"Ref": "LogBucketweb"}
    statements = resources["StreamRoleactivity"]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]
    assert [statement["Resource"] for statement in statements] == [
        {"Fn::GetAtt": ["LogBucketactivity", "Arn"]},
        {"Fn::Join": ["", [{"Fn::GetAtt": ["LogBucketactivity", "Arn"]}, "/*"]]},
    ]


def test_cloudformation_takes_what_is_made(tmp_path: Path) -> None:
    import json

    template = tmp_path / "template.json"
    template.write_text(json.dumps({"Resources": render(SETTINGS)}), encoding="utf-8")
    assert [str(match) for match in lint_file(template)] == []
