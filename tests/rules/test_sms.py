"""Rules about who sends text messages, and from where."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, pool

HERE = Deployment(region="eu-central-1", account="111122223333")
ROLE_ARN = "arn:aws:iam::111122223333:role/sms"


def sms(**properties: Any) -> Resources:
    return pool(SmsConfiguration={"SnsCallerArn": ROLE_ARN, **properties})


def messaging(**properties: Any) -> Resources:
    return pool(SmsConfiguration={"EumsSms": {"CallerArn": ROLE_ARN, **properties}})


CASES = [
    Case(
        rule="sms.costs-money",
        fails=sms(),
        says="""\
Pool.SmsConfiguration: makes the pool send text messages: each costs money, a new account reaches ten verified \
numbers only, and it can be changed later but never removed
   allowed: nothing, where authenticator apps, passkeys or e-mail will do
   fix: leave it out if you can, or acknowledge this
   [sms.costs-money] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=pool(),
        silent=pool(SmsConfiguration=UNKNOWN),
    ),
    Case(
        rule="sms.one-sender",
        fails=sms(EumsSms={"CallerArn": ROLE_ARN}),
        says="""\
Pool.SmsConfiguration.EumsSms: cannot be given beside Pool.SmsConfiguration.SnsCallerArn
   allowed: one of the two
   fix: keep the one that shall send
   [sms.one-sender] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html""",
        passes=sms(),
        silent=pool(SmsConfiguration=UNKNOWN),
    ),
    Case(
        rule="sms.sns-region",
        fails=sms(SnsRegion="us-east-1"),
        says="""\
Pool.SmsConfiguration.SnsRegion: cannot serve a pool in eu-central-1, got 'us-east-1'
   allowed: eu-central-1 or eu-west-1
   fix: use eu-central-1
   [sms.sns-region] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(SnsRegion="eu-west-1"),
        silent=sms(SnsRegion=UNKNOWN),
        where=HERE,
    ),
    Case(
        rule="sms.sns-region-unconfirmed",
        fails=sms(SnsRegion="us-east-1"),
        says="""\
Pool.SmsConfiguration.SnsRegion: may not serve a pool in xx-new-1, got 'us-east-1'
   fix: use xx-new-1, or try it in a pool for tests
   [sms.sns-region-unconfirmed] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(SnsRegion="xx-new-1"),
        silent=sms(SnsRegion=UNKNOWN),
        where=Deployment(region="xx-new-1"),
    ),
    Case(
        rule="sms.sns-region-unsaid",
        fails=sms(),
        says="""\
Pool.SmsConfiguration.SnsRegion: is for Cognito to choose: a pool in eu-central-1 may send from eu-west-1
   allowed: eu-central-1 or eu-west-1
   fix: say eu-central-1, or the Region where your numbers are
   [sms.sns-region-unsaid] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(SnsRegion={"Ref": "AWS::Region"}),
        silent=pool(SmsConfiguration=UNKNOWN),
        where=HERE,
    ),
    Case(
        rule="sms.end-user-messaging-region",
        fails=messaging(Region="eu-west-1"),
        says="""\
Pool.SmsConfiguration.EumsSms.Region: must be the pool's own Region, got 'eu-west-1'
   allowed: nothing, or eu-central-1
   fix: leave it out
   [sms.end-user-messaging-region] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EumsSmsConfigurationType.html""",
        passes=messaging(Region="eu-central-1"),
        silent=messaging(Region=UNKNOWN),
        where=HERE,
    ),
    Case(
        rule="sms.end-user-messaging-unavailable",
        fails=messaging(),
        says="""\
Pool.SmsConfiguration.EumsSms: may not exist for pools in ap-east-1
   allowed: nothing: Amazon SNS sends there
   fix: send by Amazon SNS: Pool.SmsConfiguration.SnsCallerArn
   [sms.end-user-messaging-unavailable] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=sms(),
        silent=pool(SmsConfiguration=UNKNOWN),
        where=Deployment(region="ap-east-1"),
    ),
]


def found(rule: str, resources: Resources, where: Deployment = HERE) -> list[tuple[str | int, ...]]:
    return [finding.property for finding in judge(resources, where) if finding.rule == rule]


def test_somebody_must_send() -> None:
    assert found("sms.one-sender", pool(SmsConfiguration={"ExternalId": "shop"})) == [
        ("SmsConfiguration", "SnsCallerArn")
    ]
    assert found("sms.one-sender", messaging()) == []


@pytest.mark.parametrize(
    ("where", "region", "refused"),
    [
        ("us-east-1", "us-east-1", False),
        ("us-east-1", "us-west-2", True),
        ("us-east-2", "us-east-1", False),
        ("us-east-2", "us-east-2", False),
        ("ap-northeast-2", "ap-northeast-1", False),
        ("ap-northeast-2", "ap-northeast-2", True),
        ("us-gov-west-1", "us-gov-west-1", False),
    ],
)
def test_sns_serves_the_regions_that_the_guide_lists(where: str, region: str, refused: bool) -> None:
    assert bool(found("sms.sns-region", sms(SnsRegion=region), Deployment(region=where))) is refused


def test_a_region_is_asked_for_only_where_cognito_has_a_choice() -> None:
    assert found("sms.sns-region-unsaid", sms(), Deployment(region="eu-west-1")) == []
    assert found("sms.sns-region-unsaid", messaging()) == []


def test_who_sends_nothing_is_told_what_to_name() -> None:
    (message,) = [
        str(finding)
        for finding in judge(pool(SmsConfiguration={"ExternalId": "shop"}), HERE)
        if finding.rule == "sms.one-sender"
    ]
    assert (
        message
        == """\
Pool.SmsConfiguration.SnsCallerArn: is needed to send text messages
   allowed: ARN of a role that Cognito may assume, or Pool.SmsConfiguration.EumsSms
   fix: name a role that may publish to Amazon SNS, or have one made
   [sms.one-sender] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html"""
    )
