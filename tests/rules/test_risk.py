"""Rules about what threat protection does, and for which app clients."""

from typing import Any

import pytest

from constructs_lib.resources.model import USER_POOL_RISK_CONFIGURATION, Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, client, domain, pool

_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
_RESOURCE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
    "aws-resource-cognito-userpoolriskconfigurationattachment.html"
)


def risk(name: str = "Risk", **properties: Any) -> Resources:
    """Make a risk configuration of the pool ``Pool``."""
    said = {"UserPoolId": {"Ref": "Pool"}, "ClientId": "ALL"} | properties
    return {name: {"Type": USER_POOL_RISK_CONFIGURATION, "Properties": said}}


def protected(mode: Any = "ENFORCED", **properties: Any) -> Resources:
    """Make a pool with threat protection."""
    return pool(UserPoolTier="PLUS", UserPoolAddOns={"AdvancedSecurityMode": mode}, **properties)


def takeover(level: str = "High", action: Any = "BLOCK", notify: Any = False, **more: Any) -> dict[str, Any]:
    """Say what happens at a level of risk."""
    return {
        "AccountTakeoverRiskConfiguration": {
            "Actions": {f"{level}Action": {"EventAction": action, "Notify": notify}},
            **more,
        }
    }


def compromised(*events: Any, action: Any = "BLOCK") -> dict[str, Any]:
    """Say what happens to stolen passwords."""
    said = {"Actions": {"EventAction": action}}
    return {"CompromisedCredentialsRiskConfiguration": said | ({"EventFilter": list(events)} if events else {})}


def mailing(subject: Any) -> dict[str, Any]:
    """Mail users about sign-ins that are blocked."""
    return takeover(NotifyConfiguration={"SourceArn": UNKNOWN, "BlockEmail": {"Subject": subject}})


_SERVER = {"GenerateSecret": True, "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"]}

CASES = [
    Case(
        rule="risk.threat-protection-off",
        fails=pool() | risk(),
        says=f"""\
Risk: needs threat protection, and Pool.UserPoolAddOns.AdvancedSecurityMode is left out, which means OFF
   allowed: a risk configuration where Pool.UserPoolAddOns.AdvancedSecurityMode is AUDIT or ENFORCED
   fix: set Pool.UserPoolAddOns.AdvancedSecurityMode to ENFORCED and Pool.UserPoolTier to PLUS, or leave the risk \
configuration out
   [risk.threat-protection-off] {_API}API_SetRiskConfiguration.html""",
        passes=protected("AUDIT") | risk(),
        silent=protected(UNKNOWN) | risk(),
    ),
    Case(
        rule="risk.only-watched",
        fails=protected("AUDIT") | risk(**takeover("Low", "NO_ACTION"), **compromised()),
        says=f"""\
Risk.CompromisedCredentialsRiskConfiguration.Actions.EventAction: is not done while \
Pool.UserPoolAddOns.AdvancedSecurityMode is AUDIT, got 'BLOCK'
   allowed: NO_ACTION, or Pool.UserPoolAddOns.AdvancedSecurityMode ENFORCED
   fix: set Pool.UserPoolAddOns.AdvancedSecurityMode to ENFORCED once two weeks of audit look right
   [risk.only-watched] {_GUIDE}cognito-user-pool-settings-advanced-security-threat-protection.html""",
        passes=protected("ENFORCED") | risk(**takeover(), **compromised()),
        silent=protected("AUDIT") | risk(**takeover(action=UNKNOWN), **compromised(action=UNKNOWN)),
    ),
    Case(
        rule="risk.mfa-not-optional",
        fails=protected() | risk(**takeover("Medium", "MFA_REQUIRED")),
        says=f"""\
Risk.AccountTakeoverRiskConfiguration.Actions.MediumAction.EventAction: finds no second factor while \
Pool.MfaConfiguration is OFF, got 'MFA_REQUIRED'
   allowed: NO_ACTION or BLOCK, or Pool.MfaConfiguration OPTIONAL
   fix: set Pool.MfaConfiguration to OPTIONAL, or use NO_ACTION or BLOCK
   [risk.mfa-not-optional] {_GUIDE}cognito-user-pool-settings-adaptive-authentication.html""",
        passes=protected(MfaConfiguration="OPTIONAL") | risk(**takeover("Medium", "MFA_REQUIRED")),
        silent=protected(MfaConfiguration=UNKNOWN) | risk(**takeover("Medium", "MFA_REQUIRED")),
    ),
    Case(
        rule="risk.second-for-client",
        fails=protected() | client() | risk(ClientId={"Ref": "Client"}) | risk("Second", ClientId={"Ref": "Client"}),
        says=f"""\
Second.ClientId: has another risk configuration already, got {{'Ref': 'Client'}}
   allowed: one risk configuration for each app client, and one for ALL
   fix: put both into one
   [risk.second-for-client] {_RESOURCE}""",
        passes=protected() | client() | risk() | risk("Second", ClientId={"Ref": "Client"}),
        silent=protected() | risk() | risk("Second", ClientId=UNKNOWN),
    ),
    Case(
        rule="risk.compromised-unseen",
        fails=protected() | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"]) | risk(**compromised("SIGN_IN")),
        says=f"""\
Risk.CompromisedCredentialsRiskConfiguration.EventFilter: cannot see sign-ins: no app client sends the password, got \
['SIGN_IN']
   allowed: SIGN_IN where an app client has hosted pages or ALLOW_USER_PASSWORD_AUTH
   fix: use PASSWORD_CHANGE and SIGN_UP, or let an app client send the password
   [risk.compromised-unseen] {_GUIDE}cognito-user-pool-settings-compromised-credentials.html""",
        passes=protected()
        | client(ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"])
        | risk(**compromised("SIGN_IN")),
        silent=protected() | client(ExplicitAuthFlows=UNKNOWN) | risk(**compromised("SIGN_IN")),
    ),
    Case(
        rule="risk.context-not-passed",
        fails=protected() | client(**_SERVER),
        says=f"""\
Client.EnablePropagateAdditionalUserContextData: should be true for a client with a secret while \
Pool.UserPoolAddOns.AdvancedSecurityMode is ENFORCED
   fix: set it to true, and let the server send the user's IpAddress in UserContextData
   [risk.context-not-passed] {_API}API_CreateUserPoolClient.html""",
        passes=protected() | client(**_SERVER, EnablePropagateAdditionalUserContextData=True),
        silent=protected(UNKNOWN) | client(**_SERVER),
    ),
    Case(
        rule="risk.mail-placeholder",
        fails=risk(**mailing("Signed in from {ip-adress}, {city}")),
        says=f"""\
Risk.AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.Subject: has the placeholder ip-adress, which \
Cognito does not know
   allowed: username, ip-address, city, country, login-time, device-name, event-id, feedback-token, \
one-click-link-valid, one-click-link-invalid
   fix: use one of these, in braces, or leave it out
   [risk.mail-placeholder] {_GUIDE}cognito-user-pool-settings-message-customizations.html""",
        passes=risk(**mailing("Signed in from {ip-address} a { color: red }")),
        silent=risk(**mailing(UNKNOWN)),
    ),
    Case(
        rule="risk.mail-link-without-domain",
        fails=protected() | risk(**mailing("Was it you? {one-click-link-valid}")),
        says=f"""\
Risk.AccountTakeoverRiskConfiguration.NotifyConfiguration.BlockEmail.Subject: has one-click-link-valid, which needs a \
domain of the pool, and there is none here
   allowed: these links where the pool has a domain
   fix: add a prefix domain or a custom domain to the pool, or leave the link out
   [risk.mail-link-without-domain] {_GUIDE}cognito-user-pool-settings-message-customizations.html""",
        passes=protected() | domain(Domain="shop") | risk(**mailing("Was it you? {one-click-link-valid}")),
        silent=protected() | risk(UserPoolId=UNKNOWN, **mailing("Was it you? {one-click-link-valid}")),
    ),
]


def found(rule: str, resources: Resources) -> list[str]:
    """Give what a rule finds: where, and what is wrong."""
    return [f"{finding.path}: {finding.problem}" for finding in judge(resources) if finding.rule == rule]


def test_custom_authentication_alone_may_be_protected() -> None:
    add_ons = {"AdvancedSecurityMode": "OFF", "AdvancedSecurityAdditionalFlows": {"CustomAuthMode": "AUDIT"}}
    assert found("risk.threat-protection-off", pool(UserPoolAddOns=add_ons) | risk()) == []


def test_whoever_always_needs_a_second_factor_is_not_asked_by_risk() -> None:
    resources = protected(MfaConfiguration="ON") | risk(**takeover("Low", "MFA_IF_CONFIGURED"))
    assert found("risk.mfa-not-optional", resources) == [
        "Risk.AccountTakeoverRiskConfiguration.Actions.LowAction.EventAction: "
        "makes no difference while Pool.MfaConfiguration is ON"
    ]


def test_actions_without_a_second_factor_do_not_ask_for_mfa() -> None:
    assert found("risk.mfa-not-optional", protected() | risk(**takeover())) == []


@pytest.mark.parametrize(
    ("said", "finds"),
    [
        (compromised(), True),
        (compromised("SIGN_UP", "PASSWORD_CHANGE"), False),
        ({}, False),
    ],
)
def test_sign_ins_are_meant_unless_other_events_are(said: dict[str, Any], finds: bool) -> None:
    srp = client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"])
    assert bool(found("risk.compromised-unseen", protected() | srp | risk(**said))) is finds


def test_a_configuration_of_one_app_client_looks_at_that_one() -> None:
    other = {"Other": client(ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"])["Client"]}
    srp = client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"])
    assert found("risk.compromised-unseen", protected() | srp | other | risk(**compromised())) == []
    one = risk(ClientId={"Ref": "Client"}, **compromised())
    assert len(found("risk.compromised-unseen", protected() | srp | other | one)) == 1


@pytest.mark.parametrize(
    "said",
    [
        {"GenerateSecret": False},
        {"ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]},
        {"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["code"]},
    ],
)
def test_only_a_server_that_signs_in_without_credentials_of_aws_passes_addresses_on(said: dict[str, Any]) -> None:
    assert found("risk.context-not-passed", protected() | client(**_SERVER | said)) == []


LEVELS = ["Low", "Medium", "High"]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("action", "count"), [("BLOCK", 1), ("MFA_IF_CONFIGURED", 1), ("MFA_REQUIRED", 1), ("NO_ACTION", 0)]
)
def test_what_is_done_at_each_level_is_only_watched_in_an_audit(level: str, action: str, count: int) -> None:
    assert len(found("risk.only-watched", protected("AUDIT") | risk(**takeover(level, action)))) == count


def test_custom_authentication_may_be_blocked_while_the_rest_is_watched() -> None:
    flows = {"AdvancedSecurityAdditionalFlows": {"CustomAuthMode": "ENFORCED"}}
    template = pool(UserPoolAddOns={"AdvancedSecurityMode": "AUDIT", **flows}) | risk(**takeover())
    assert found("risk.only-watched", template) == []


def test_protection_that_is_enforced_is_on() -> None:
    assert found("risk.threat-protection-off", protected("ENFORCED") | risk()) == []
    assert len(found("risk.threat-protection-off", protected("OFF") | risk())) == 1


@pytest.mark.parametrize("level", LEVELS)
def test_junk_in_the_place_of_an_action_asks_for_nothing(level: str) -> None:
    assert found("risk.mfa-not-optional", protected() | risk(**takeover(level, ["MFA_REQUIRED"]))) == []
    assert found("risk.mfa-not-optional", protected() | risk(**takeover(level, UNKNOWN))) == []


@pytest.mark.parametrize(
    ("flow", "count"),
    [
        ("ALLOW_USER_SRP_AUTH", 1),
        ("ALLOW_CUSTOM_AUTH", 1),
        ("USER_PASSWORD_AUTH", 1),
        ("CUSTOM_AUTH_FLOW_ONLY", 1),
        ("ALLOW_ADMIN_USER_PASSWORD_AUTH", 0),
        ("ALLOW_REFRESH_TOKEN_AUTH", 0),
    ],
)
@pytest.mark.parametrize("mode", ["AUDIT", "ENFORCED"])
def test_who_signs_in_without_credentials_of_aws_passes_addresses_on(mode: str, flow: str, count: int) -> None:
    server = client(GenerateSecret=True, ExplicitAuthFlows=[flow])
    assert len(found("risk.context-not-passed", protected(mode) | server)) == count


@pytest.mark.parametrize("mail", ["Block", "Mfa", "NoAction"])
@pytest.mark.parametrize("part", ["Subject", "HtmlBody", "TextBody"])
def test_every_text_of_every_mail_is_read(mail: str, part: str) -> None:
    said = takeover(NotifyConfiguration={"SourceArn": UNKNOWN, f"{mail}Email": {part: "{link}"}})
    (finding,) = [each for each in judge(protected() | risk(**said)) if each.rule == "risk.mail-placeholder"]
    assert finding.property[-2:] == (f"{mail}Email", part)


def test_of_two_links_the_first_that_cognito_knows_is_named() -> None:
    template = protected() | risk(**mailing("{one-click-link-invalid} {one-click-link-valid}"))
    (finding,) = [each for each in judge(template) if each.rule == "risk.mail-link-without-domain"]
    assert finding.problem.startswith("has one-click-link-valid, which needs a domain")
