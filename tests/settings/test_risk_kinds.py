"""What the kinds of risk configuration fill in."""

from typing import Any

import pytest

from constructs_lib.settings import (
    ClientIdOf,
    NotificationEmail,
    RiskNotifications,
    Verbatim,
    adaptive_authentication,
    ses_notifications,
)

ARN = "arn:aws:ses:eu-west-1:111122223333:identity/shop.example"
MAILS = RiskNotifications(source_arn=ARN)


def _actions(**said: Any) -> dict[str, Any]:
    written: dict[str, Any] = adaptive_authentication(**said).written()
    actions: dict[str, Any] = written["AccountTakeoverRiskConfiguration"]["Actions"]
    return {level.removesuffix("Action"): action for level, action in actions.items()}


def test_risk_is_answered_by_its_level_and_nobody_is_mailed() -> None:
    assert adaptive_authentication().written() == {
        "ClientId": "ALL",
        "AccountTakeoverRiskConfiguration": {
            "Actions": {
                "LowAction": {"EventAction": "NO_ACTION", "Notify": False},
                "MediumAction": {"EventAction": "MFA_IF_CONFIGURED", "Notify": False},
                "HighAction": {"EventAction": "BLOCK", "Notify": False},
            }
        },
        "CompromisedCredentialsRiskConfiguration": {"Actions": {"EventAction": "BLOCK"}},
    }


def test_users_are_mailed_where_something_happens() -> None:
    actions = _actions(low="MFA_IF_CONFIGURED", medium="NO_ACTION", notifications=MAILS)
    assert {level: action["Notify"] for level, action in actions.items()} == {
        "Low": True,
        "Medium": False,
        "High": True,
    }


def test_the_senders_settings_are_handed_on() -> None:
    risk = adaptive_authentication(notifications=MAILS)
    assert risk.written()["AccountTakeoverRiskConfiguration"]["NotifyConfiguration"] == {"SourceArn": ARN}


def test_any_field_can_be_said_beside_the_kind() -> None:
    risk = adaptive_authentication(
        client_id=ClientIdOf("web"), compromised_credentials="NO_ACTION", blocked_ip_ranges=["192.0.2.0/24"]
    )
    assert risk.client_id == ClientIdOf("web")
    assert risk.compromised_credentials_action == "NO_ACTION"
    assert risk.blocked_ip_ranges == ("192.0.2.0/24",)


@pytest.mark.parametrize(
    ("identity", "arn"),
    [
        (ARN, ARN),
        (
            "shop.example",
            Verbatim({"Fn::Sub": "arn:${AWS::Partition}:ses:eu-west-1:${AWS::AccountId}:identity/shop.example"}),
        ),
    ],
)
def test_ses_sends_from_an_identity(identity: str, arn: Any) -> None:
    mail = NotificationEmail(subject="Was it you?", text_body="Somebody signed in")
    said: dict[str, Any] = {"from_address": "a@shop.example", "reply_to": "b@shop.example", "block_email": mail}
    assert ses_notifications(identity=identity, identity_region="eu-west-1", **said) == RiskNotifications(
        source_arn=arn, **said
    )
