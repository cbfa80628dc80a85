"""Rules about the logs that a pool exports, and where they go."""

from typing import Any

import pytest

from constructs_lib import LogDelivery, LogGroup, LogGroupOf, UserPoolSettings, check, message_errors
from constructs_lib.resources.model import LOG_DELIVERY, LOG_GROUP, Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, pool

_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
_TYPE = f"{_API}API_LogConfigurationType.html"
_GROUP = f"{_API}API_CloudWatchLogsConfigurationType.html"
_ISSUE = "https://github.com/hashicorp/terraform-provider-aws/issues/47790"
_HERE = Deployment(region="eu-west-1", account="111122223333")
_ARN = "arn:aws:logs:eu-west-1:111122223333:log-group:shop"


def delivery(*configurations: Any, name: str = "Logs") -> Resources:
    said = {"UserPoolId": {"Ref": "Pool"}, "LogConfigurations": list(configurations)}
    return {name: {"Type": LOG_DELIVERY, "Properties": said}}


def messages(log_group: Any = _ARN, **more: Any) -> dict[str, Any]:
    said = {"EventSource": "userNotification", "LogLevel": "ERROR"}
    return said | {"CloudWatchLogsConfiguration": {"LogGroupArn": log_group}} | more


def users(**more: Any) -> dict[str, Any]:
    return {"EventSource": "userAuthEvents", "LogLevel": "INFO", "S3Configuration": {"BucketArn": "arn:b"}} | more


def stream(region: str) -> dict[str, Any]:
    arn = f"arn:aws:firehose:{region}:111122223333:deliverystream/shop"
    return {"EventSource": "userAuthEvents", "LogLevel": "INFO", "FirehoseConfiguration": {"StreamArn": arn}}


def group(**properties: Any) -> Resources:
    return {"Group": {"Type": LOG_GROUP, "Properties": properties}}


def by_name(region: Any = "eu-west-1", account: Any = "111122223333") -> Any:
    place = ["arn:", {"Ref": "AWS::Partition"}, ":logs:", region, ":", account, ":log-group:", {"Ref": "Group"}]
    return {"Fn::Join": ["", place]}


CASES = [
    Case(
        rule="log-delivery.duplicate-source",
        fails=delivery(messages(), messages()),
        says=f"""\
Logs.LogConfigurations[1].EventSource: is that of an earlier one too, got 'userNotification'
   allowed: one configuration for each event source
   fix: leave one of the two out; a stream can carry logs to more places
   [log-delivery.duplicate-source] {_TYPE}""",
        passes=delivery(messages(), users()),
        silent=delivery(messages(), messages(EventSource=UNKNOWN)),
    ),
    Case(
        rule="log-delivery.level-of-source",
        fails=delivery(messages(LogLevel="INFO")),
        says=f"""\
Logs.LogConfigurations[0].LogLevel: must be ERROR for userNotification, got 'INFO'
   fix: use ERROR
   [log-delivery.level-of-source] {_TYPE}""",
        passes=delivery(messages(), users()),
        silent=delivery(messages(LogLevel=UNKNOWN), users(EventSource=UNKNOWN)),
    ),
    Case(
        rule="log-delivery.messages-to-log-group",
        fails=delivery(users(EventSource="userNotification", LogLevel="ERROR")),
        says=f"""\
Logs.LogConfigurations[0].S3Configuration.BucketArn: cannot take userNotification, got 'arn:b'
   allowed: a log group for userNotification
   fix: name a log group of CloudWatch Logs
   [log-delivery.messages-to-log-group] {_ISSUE}""",
        passes=delivery(messages(), users()),
        silent=delivery(users(EventSource=UNKNOWN)),
    ),
    Case(
        rule="log-delivery.plan",
        fails=pool(UserPoolTier="ESSENTIALS") | delivery(messages(), users()),
        says=f"""\
Logs.LogConfigurations[1].EventSource: needs the Plus plan, and Pool.UserPoolTier is ESSENTIALS, got 'userAuthEvents'
   allowed: the export of userAuthEvents where Pool.UserPoolTier is PLUS
   fix: set Pool.UserPoolTier to PLUS, or leave this out
   [log-delivery.plan] {_ISSUE}""",
        passes=pool(UserPoolTier="PLUS") | delivery(users()),
        silent=pool(UserPoolTier=UNKNOWN) | delivery(users()),
    ),
    Case(
        rule="log-delivery.threat-protection-off",
        fails=pool() | delivery(users()),
        says="""\
Logs.LogConfigurations[0].EventSource: stays empty: threat protection is off \
(Pool.UserPoolAddOns.AdvancedSecurityMode), got 'userAuthEvents'
   allowed: userAuthEvents where Pool.UserPoolAddOns.AdvancedSecurityMode is AUDIT or ENFORCED
   fix: set Pool.UserPoolAddOns.AdvancedSecurityMode to AUDIT or ENFORCED, or leave this out
   [log-delivery.threat-protection-off] \
https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html""",
        passes=pool() | delivery(messages()),
        silent=pool(UserPoolAddOns=UNKNOWN) | delivery(users()),
    ),
    Case(
        rule="log-delivery.one-destination",
        fails=delivery(users(CloudWatchLogsConfiguration={"LogGroupArn": _ARN})),
        says=f"""\
Logs.LogConfigurations[0].S3Configuration.BucketArn: is a second place for the same events
   allowed: one of a log group, a bucket and a stream
   fix: keep one place; a stream can carry logs on
   [log-delivery.one-destination] {_TYPE}""",
        passes=delivery(users()),
        silent=delivery(users(CloudWatchLogsConfiguration=UNKNOWN)),
    ),
    Case(
        rule="log-delivery.second",
        fails=delivery() | delivery(name="Second"),
        says="""\
Second: is a second log delivery of the pool
   allowed: one log delivery for each pool
   fix: put the configurations of both into one
   [log-delivery.second] https://github.com/aws/aws-cdk/issues/31242""",
        passes=delivery(),
        silent={
            name: {"Type": LOG_DELIVERY, "Properties": {"UserPoolId": {"Fn::ImportValue": name}}}
            for name in ("First", "Second")
        },
    ),
    Case(
        rule="log-delivery.log-group-region",
        fails=delivery(messages(_ARN.replace("eu-west-1", "eu-west-2"))),
        says=f"""\
Logs.LogConfigurations[0].CloudWatchLogsConfiguration.LogGroupArn: must be in the pool's Region, eu-west-1, got \
'arn:aws:logs:eu-west-2:111122223333:log-group:shop'
   allowed: a log group in eu-west-1
   fix: name a log group of the pool's Region
   [log-delivery.log-group-region] {_GROUP}""",
        passes=delivery(messages(by_name({"Ref": "AWS::Region"}))),
        silent=delivery(messages(by_name(UNKNOWN)), messages(UNKNOWN)),
        where=_HERE,
    ),
    Case(
        rule="log-delivery.log-group-account",
        fails=delivery(messages(_ARN.replace("111122223333", "444455556666"))),
        says=f"""\
Logs.LogConfigurations[0].CloudWatchLogsConfiguration.LogGroupArn: must be in the pool's account, 111122223333, got \
'arn:aws:logs:eu-west-1:444455556666:log-group:shop'
   allowed: a log group of 111122223333
   fix: name a log group of the pool's account, and let that one pass its entries on
   [log-delivery.log-group-account] {_GROUP}""",
        passes=delivery(messages(by_name(account={"Ref": "AWS::AccountId"}))),
        silent=delivery(messages(by_name(account=UNKNOWN))),
        where=_HERE,
    ),
    Case(
        rule="log-delivery.stream-region",
        fails=delivery(stream("eu-west-2")),
        says=f"""\
Logs.LogConfigurations[0].FirehoseConfiguration.StreamArn: should be in the pool's Region, eu-west-1, got \
'arn:aws:firehose:eu-west-2:111122223333:deliverystream/shop'
   allowed: a stream in eu-west-1
   fix: name a stream of the pool's Region; its bucket may be elsewhere
   [log-delivery.stream-region] {_API}API_FirehoseConfigurationType.html""",
        passes=delivery(stream("eu-west-1")),
        silent=delivery(stream("${Token[TOKEN.1]}")),
        where=_HERE,
    ),
    Case(
        rule="log-delivery.log-group-wildcard",
        fails=group() | delivery(messages({"Fn::GetAtt": ["Group", "Arn"]})),
        says="""\
Logs.LogConfigurations[0].CloudWatchLogsConfiguration.LogGroupArn: ends in :*, as the attribute Arn of Group does, got \
{'Fn::GetAtt': ['Group', 'Arn']}
   allowed: an ARN that ends in the name of the log group
   fix: join it of partition, Region, account and name; LogGroupOf("<key>") of settings does
   [log-delivery.log-group-wildcard] https://github.com/aws/aws-cdk/issues/31241""",
        passes=group() | delivery(messages(by_name())),
        silent=delivery(messages({"Fn::GetAtt": ["Group", "Arn"]})),
    ),
    Case(
        rule="log-delivery.log-group-encrypted",
        fails=group(KmsKeyId="arn:aws:kms:eu-west-1:111122223333:key/a") | delivery(messages(by_name())),
        says=f"""\
Logs.LogConfigurations[0].CloudWatchLogsConfiguration.LogGroupArn: should not be encrypted with a key of KMS, and \
Group is
   allowed: a log group without KmsKeyId
   fix: leave the key out, or send userAuthEvents to an encrypted bucket or stream
   [log-delivery.log-group-encrypted] {_GROUP}""",
        passes=group(KmsKeyId={"Ref": "AWS::NoValue"}) | delivery(messages(by_name())),
        silent=delivery(messages(by_name())),
    ),
    Case(
        rule="log-group.retention",
        fails=group(RetentionInDays=360),
        says="""\
Group.RetentionInDays: is no time that CloudWatch Logs keeps entries for, got 360
   allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
   fix: use 365, or leave it out to keep entries for ever
   [log-group.retention] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html""",
        passes=group(RetentionInDays="365"),
        silent=group(RetentionInDays=UNKNOWN),
    ),
]


def test_retention_is_what_the_schema_says() -> None:
    from constructs_lib.rules.topics.log_destinations import DAYS
    from docs.coverage import schema_of

    assert list(DAYS) == schema_of(LOG_GROUP)["properties"]["RetentionInDays"]["enum"]


def test_events_without_a_place_go_nowhere() -> None:
    (finding,) = [
        finding
        for finding in judge(delivery(messages(CloudWatchLogsConfiguration={})))
        if finding.rule == "log-delivery.one-destination"
    ]
    assert (finding.path, finding.problem) == ("Logs.LogConfigurations[0]", "has no place to go to")


@pytest.mark.parametrize(
    "attribute", [{"Fn::GetAtt": "Group.Arn"}, {"Fn::Sub": "${Group.Arn}"}, {"Fn::GetAtt": ["Group", "Arn"]}]
)
def test_the_attribute_is_known_in_every_spelling(attribute: Any) -> None:
    found = [finding.rule for finding in judge(group() | delivery(messages(attribute)))]
    assert "log-delivery.log-group-wildcard" in found


@pytest.mark.parametrize("value", [{"Fn::Sub": "${Group.Arn}x"}, {"Ref": "Group"}])
def test_other_references_may_be_right(value: Any) -> None:
    found = [finding.rule for finding in judge(group() | delivery(messages(value)))]
    assert "log-delivery.log-group-wildcard" not in found


def test_a_wildcard_in_a_literal_arn_is_a_limit_broken() -> None:
    found = [finding for finding in judge(delivery(messages(_ARN + ":*"))) if finding.severity == "error"]
    assert [(finding.rule, finding.fix) for finding in found] == [
        ("log-delivery.log-group", "use the ARN of a log group, and leave :* at its end out")
    ]


def test_a_log_group_of_the_settings_is_right_as_it_is() -> None:
    settings = UserPoolSettings(
        log_delivery=LogDelivery(configurations=[message_errors(LogGroupOf("errors"))]),
        log_groups={"errors": LogGroup(retention_in_days=30)},
    )
    assert [one.rule for one in check(settings, _HERE) if one.rule.startswith(("log-", "risk."))] == []


@pytest.mark.parametrize(
    ("source", "level", "wanted"),
    [
        ("userAuthEvents", "ERROR", ["INFO"]),
        ("userNotification", "INFO", ["ERROR"]),
        ("userAuthEvents", "INFO", []),
        ("userAuthEvents", "DEBUG", []),
    ],
)
def test_each_source_has_its_level(source: str, level: str, wanted: list[str]) -> None:
    findings = judge(delivery({"EventSource": source, "LogLevel": level}))
    assert [each.allowed for each in findings if each.rule == "log-delivery.level-of-source"] == wanted


def test_events_of_users_in_a_bucket_hide_no_messages_in_one() -> None:
    findings = judge(delivery(users(), messages(S3Configuration={"BucketArn": "arn:b"})))
    assert [each.property[1] for each in findings if each.rule == "log-delivery.messages-to-log-group"] == [1]


def test_events_without_a_place_need_one_and_with_two_keep_one() -> None:
    def fix(configuration: dict[str, Any]) -> list[str]:
        findings = judge(delivery(configuration))
        return [each.fix for each in findings if each.rule == "log-delivery.one-destination"]

    assert fix({"EventSource": "userAuthEvents"}) == ["name a log group, a bucket or a stream"]
    assert fix(messages(S3Configuration={"BucketArn": "arn:b"})) == ["keep one place; a stream can carry logs on"]


def test_a_log_group_of_which_nothing_is_known_hides_none_in_another_region() -> None:
    elsewhere = "arn:aws:logs:us-east-1:111122223333:log-group:shop"
    resources = delivery(messages(UNKNOWN), {"EventSource": "userAuthEvents"}, messages(elsewhere))
    findings = judge(resources, _HERE)
    assert [each.property[1] for each in findings if each.rule == "log-delivery.log-group-region"] == [2]
