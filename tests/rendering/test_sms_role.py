"""The role for text messages: what it may do, for what sends them, and read back as it was said."""

from typing import Any

import pytest

from constructs_lib.checking import check
from constructs_lib.rendering import read, render
from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment
from constructs_lib.settings import EndUserMessaging, Sms, SmsRole, UserPoolSettings, Verbatim
from tests.rendering.strategies import TOKEN_TEXT

ACCOUNT = "arn:${AWS::Partition}:sms-voice:${AWS::Region}:${AWS::AccountId}:"
EVERYTHING = [{"Fn::Sub": f"{ACCOUNT}*"}]
PHONE = "arn:aws:sms-voice:eu-central-1:111122223333:phone-number/phone-1"
EVENTS = "arn:aws:sms-voice:eu-central-1:111122223333:configuration-set/events"
ROLE = {"Fn::GetAtt": ["SmsRole", "Arn"]}


def by_messaging(**said: Any) -> UserPoolSettings:
    return UserPoolSettings(sms=Sms(end_user_messaging=EndUserMessaging(**said)), sms_role=SmsRole())


def statement(resources: Resources) -> Any:
    (found,) = resources["SmsRolePolicy"]["Properties"]["PolicyDocument"]["Statement"]
    return found


def conditions(resources: Resources) -> Any:
    return resources["SmsRole"]["Properties"]["AssumeRolePolicyDocument"]["Statement"][0]["Condition"]


def test_sns_publishes_to_phone_numbers_alone() -> None:
    resources = render(UserPoolSettings(sms_role=SmsRole()))
    assert resources["Resource"]["Properties"] == {"SmsConfiguration": {"SnsCallerArn": ROLE}}
    assert statement(resources) == {
        "Effect": "Allow",
        "Action": "sns:Publish",
        "NotResource": {"Fn::Sub": "arn:${AWS::Partition}:sns:*:*:*"},
    }


def test_end_user_messaging_sends_by_the_role_that_is_made() -> None:
    resources = render(by_messaging(external_id="shop"))
    assert resources["Resource"]["Properties"] == {
        "SmsConfiguration": {"EumsSms": {"CallerArn": ROLE, "ExternalId": "shop"}}
    }
    assert resources["Resource"]["DependsOn"] == ["SmsRolePolicy"]
    assert statement(resources) == {"Effect": "Allow", "Action": "sms-voice:SendTextMessage", "Resource": EVERYTHING}


def test_the_trust_asks_for_the_external_id_of_what_sends() -> None:
    sms = Sms(external_id="sns", end_user_messaging=EndUserMessaging(external_id="messaging"))
    asked = conditions(render(UserPoolSettings(sms=sms, sms_role=SmsRole())))
    assert asked["StringEquals"] == {"aws:SourceAccount": {"Ref": "AWS::AccountId"}, "sts:ExternalId": "messaging"}
    assert "sts:ExternalId" not in conditions(render(by_messaging()))["StringEquals"]


@pytest.mark.parametrize(
    ("identity", "resource"),
    [
        (PHONE, [PHONE]),
        (Verbatim({"Fn::GetAtt": ["Phone", "Arn"]}), [{"Fn::GetAtt": ["Phone", "Arn"]}]),
        (Verbatim({"Fn::GetAtt": "Phone.Arn"}), [{"Fn::GetAtt": "Phone.Arn"}]),
        (Verbatim({"Fn::Sub": f"{ACCOUNT}pool/1"}), [{"Fn::Sub": f"{ACCOUNT}pool/1"}]),
        (Verbatim({"Fn::Sub": ["arn:${P}", {"P": "a"}]}), [{"Fn::Sub": ["arn:${P}", {"P": "a"}]}]),
        (Verbatim({"Fn::Join": ["", ["arn:", {"Ref": "P"}]]}), [{"Fn::Join": ["", ["arn:", {"Ref": "P"}]]}]),
        # What is no ARN, or may be none, cannot stand in a policy.
        (None, EVERYTHING),
        ("+12065550100", EVERYTHING),
        ("Shop", EVERYTHING),
        (TOKEN_TEXT, EVERYTHING),
        (Verbatim({"Ref": "Phone"}), EVERYTHING),
        (Verbatim({"Fn::GetAtt": ["Phone", "PhoneNumber"]}), EVERYTHING),
        (Verbatim({"Fn::Sub": "${Phone}"}), EVERYTHING),
    ],
)
def test_the_role_sends_from_the_identity_that_is_said_as_an_arn(identity: Any, resource: Any) -> None:
    assert statement(render(by_messaging(origination_identity=identity)))["Resource"] == resource


@pytest.mark.parametrize(
    ("events", "resource"),
    [
        (EVENTS, EVENTS),
        ("events", {"Fn::Sub": f"{ACCOUNT}configuration-set/events"}),
        ("${events}", {"Fn::Sub": f"{ACCOUNT}configuration-set/*"}),
        (TOKEN_TEXT, {"Fn::Sub": f"{ACCOUNT}configuration-set/*"}),
        (Verbatim({"Ref": "Events"}), {"Fn::Sub": f"{ACCOUNT}configuration-set/*"}),
    ],
)
def test_the_role_uses_the_configuration_set_too(events: Any, resource: Any) -> None:
    settings = by_messaging(origination_identity=PHONE, configuration_set_name=events)
    assert statement(render(settings))["Resource"] == [PHONE, resource]


@pytest.mark.parametrize(
    "settings",
    [
        by_messaging(),
        by_messaging(external_id="shop", region="eu-central-1"),
        by_messaging(origination_identity=PHONE, configuration_set_name="events"),
        by_messaging(origination_identity=Verbatim({"Fn::GetAtt": ["Phone", "Arn"]})),
    ],
)
def test_what_was_rendered_is_read_as_it_was_said(settings: UserPoolSettings) -> None:
    reading = read(render(settings, {"SmsRole": "TheRole"}))
    assert (reading.settings, reading.logical_ids, reading.rest) == (settings, {"SmsRole": "TheRole"}, {})


def test_a_role_that_may_send_from_elsewhere_stays_a_resource_of_its_own() -> None:
    resources = render(by_messaging(origination_identity=PHONE))
    statement(resources)["Resource"] = ["*"]
    reading = read(resources)
    assert reading.settings.sms_role is None
    assert reading.settings.sms == Sms(
        end_user_messaging=EndUserMessaging(caller_arn=Verbatim(ROLE), origination_identity=PHONE)
    )
    assert render(reading.settings, reading.logical_ids) | reading.rest == resources


def test_a_role_of_ones_own_stays_where_it_is_said() -> None:
    arn = "arn:aws:iam::111122223333:role/sms"
    settings = UserPoolSettings(sms=Sms(end_user_messaging=EndUserMessaging(caller_arn=arn)))
    assert render(settings)["Resource"]["Properties"] == {"SmsConfiguration": {"EumsSms": {"CallerArn": arn}}}


def test_the_role_is_kept_as_the_pool_is() -> None:
    settings = UserPoolSettings(
        sms=Sms(end_user_messaging=EndUserMessaging()), sms_role=SmsRole(), deletion_policy="Retain"
    )
    assert {resource.get("DeletionPolicy") for resource in render(settings).values()} == {"Retain"}


@pytest.mark.parametrize("identity", [None, PHONE, "+12065550100"])
def test_the_role_that_is_made_is_a_good_one(identity: Any) -> None:
    settings = by_messaging(external_id="shop", origination_identity=identity)
    found = check(settings, Deployment(region="eu-central-1", account="111122223333"))
    assert [finding.rule for finding in found if finding.rule.startswith("sms.")] == ["sms.costs-money"]
