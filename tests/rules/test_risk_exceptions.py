"""Rules about addresses that are always refused or never looked at, and about mails to users."""

from typing import Any

import pytest

from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case
from tests.rules.test_risk import protected, risk, takeover

_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
_EXCEPT = f"{_API}API_RiskExceptionConfigurationType.html"
_TAKEOVER = f"{_API}API_AccountTakeoverRiskConfigurationType.html"


def ranges(blocked: list[Any] | None = None, skipped: list[Any] | None = None) -> dict[str, Any]:
    said = {"BlockedIPRangeList": blocked, "SkippedIPRangeList": skipped}
    return {"RiskExceptionConfiguration": {name: value for name, value in said.items() if value is not None}}


def sender(region: str) -> dict[str, Any]:
    return {"NotifyConfiguration": {"SourceArn": f"arn:aws:ses:{region}:111122223333:identity/shop.example"}}


CASES = [
    Case(
        rule="risk.address-range",
        fails=protected() | risk(**ranges([UNKNOWN, "10.0.0.300/8"])),
        says=f"""\
Risk.RiskExceptionConfiguration.BlockedIPRangeList[1]: must be a range of addresses in CIDR notation, got '10.0.0.300/8'
   allowed: 192.0.2.0/24, 2001:db8::/32, or 192.0.2.7/32 for a single address
   fix: write the address, a slash, and how many leading bits count
   [risk.address-range] {_EXCEPT}""",
        passes=protected() | risk(**ranges(["10.0.0.0/8"], ["2001:db8::/32"])),
        silent=protected() | risk(**ranges([UNKNOWN])),
    ),
    Case(
        rule="risk.range-in-both-lists",
        fails=protected() | risk(**ranges(["10.0.0.0/8"], ["10.0.0.1/8"])),
        says=f"""\
Risk.RiskExceptionConfiguration.SkippedIPRangeList[0]: is in Risk.RiskExceptionConfiguration.BlockedIPRangeList too, \
got '10.0.0.1/8'
   allowed: a range in one of the two lists
   fix: leave it out of one of the two
   [risk.range-in-both-lists] {_EXCEPT}""",
        passes=protected() | risk(**ranges(["10.0.0.0/8", "x"], ["10.0.0.1/32", "x"])),
        silent=protected() | risk(**ranges([UNKNOWN], [UNKNOWN])),
    ),
    Case(
        rule="risk.every-address",
        fails=protected() | risk(**ranges(["0.0.0.0/0"])),
        says=f"""\
Risk.RiskExceptionConfiguration.BlockedIPRangeList[0]: keeps everybody out, got '0.0.0.0/0'
   allowed: ranges of some addresses
   fix: name the addresses that are meant, or leave it out
   [risk.every-address] {_EXCEPT}""",
        passes=protected() | risk(**ranges(["0.0.0.0/1"])),
        silent=protected() | risk(**ranges([UNKNOWN])),
    ),
    Case(
        rule="risk.notifications-missing",
        fails=protected() | risk(**takeover("High", "BLOCK", True)),
        says=f"""\
Risk.AccountTakeoverRiskConfiguration.Actions.HighAction.Notify: needs \
Risk.AccountTakeoverRiskConfiguration.NotifyConfiguration, got True
   allowed: false, or Risk.AccountTakeoverRiskConfiguration.NotifyConfiguration with an SES identity
   fix: give Risk.AccountTakeoverRiskConfiguration.NotifyConfiguration, or set this to false
   [risk.notifications-missing] {_TAKEOVER}""",
        passes=protected() | risk(**takeover("High", "BLOCK", True, **sender("eu-west-1"))),
        silent=protected() | risk(**takeover("High", "BLOCK", UNKNOWN)),
    ),
    Case(
        rule="risk.notifications-unused",
        fails=protected() | risk(**takeover("High", "BLOCK", False, **sender("eu-west-1"))),
        says=f"""\
Risk.AccountTakeoverRiskConfiguration.NotifyConfiguration: is not used: no level of risk notifies
   allowed: a sender where a level of risk has Notify true
   fix: set Notify to true where users shall be mailed, or leave this out
   [risk.notifications-unused] {_TAKEOVER}""",
        passes=protected() | risk(**takeover("High", "BLOCK", "true", **sender("eu-west-1"))),
        silent=protected() | risk(**takeover("High", "BLOCK", UNKNOWN, **sender("eu-west-1"))),
    ),
    Case(
        rule="risk.identity-region",
        fails=protected() | risk(**takeover("High", "BLOCK", True, **sender("eu-north-1"))),
        says="""\
Risk.AccountTakeoverRiskConfiguration.NotifyConfiguration.SourceArn: cannot be in eu-north-1 for a pool in \
eu-central-1, got 'arn:aws:ses:eu-north-1:111122223333:identity/shop.example'
   allowed: an identity in eu-central-1 or us-east-1 or us-west-2 or eu-west-1
   fix: verify the identity in eu-central-1 and name that one
   [risk.identity-region] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html""",
        passes=protected() | risk(**takeover("High", "BLOCK", True, **sender("eu-west-1"))),
        silent=protected() | risk(**takeover("High", "BLOCK", True, NotifyConfiguration={"SourceArn": UNKNOWN})),
        where=Deployment(region="eu-central-1"),
    ),
]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("192.0.2.7/32", True),
        ("192.0.2.7/8", True),
        ("2001:db8::1/128", True),
        ("192.0.2.7", False),
        ("192.0.2.0/33", False),
        ("192.0.2.0/255.255.255.0", False),
        ("192.0.2.0/24/1", False),
        ("", False),
    ],
)
def test_cidr_notation(text: str, right: bool) -> None:
    found = judge(protected() | risk(**ranges(None, [text])))
    assert [finding.path for finding in found if finding.rule == "risk.address-range"] == (
        [] if right else ["Risk.RiskExceptionConfiguration.SkippedIPRangeList[0]"]
    )


def test_nobody_at_all_is_looked_at() -> None:
    found = judge(protected() | risk(**ranges(None, ["::/0"])))
    assert [finding.problem for finding in found if finding.rule == "risk.every-address"] == [
        "takes everybody out of threat protection"
    ]


@pytest.mark.parametrize(("region", "count"), [("${AWS::Region}", 0), ("eu-north-1", 1), ("${Region}", 0), ("*", 0)])
def test_the_region_of_an_identity_may_be_the_deployments(region: str, count: int) -> None:
    arn = {"Fn::Sub": f"arn:${{AWS::Partition}}:ses:{region}:${{AWS::AccountId}}:identity/shop.example"}
    resources = protected() | risk(**takeover(notify=True, NotifyConfiguration={"SourceArn": arn}))
    found = judge(resources, Deployment(region="eu-central-1"))
    assert len([finding for finding in found if finding.rule == "risk.identity-region"]) == count


@pytest.mark.parametrize("level", ["Low", "Medium", "High"])
def test_any_level_may_notify(level: str) -> None:
    def rules(**more: Any) -> set[str]:
        findings = judge(protected() | risk(**takeover(level, notify=True, **more)))
        return {finding.rule for finding in findings if "notifications" in finding.rule}

    assert rules() == {"risk.notifications-missing"}
    assert rules(NotifyConfiguration={"SourceArn": UNKNOWN}) == set()
