"""Rules about second factors."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, domain, pool

PASSKEY_MFA = "MULTI_FACTOR_WITH_USER_VERIFICATION"
SES = {"EmailSendingAccount": "DEVELOPER"}
SMS = {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms"}


def required(*factors: Any, **properties: Any) -> Resources:
    return pool(MfaConfiguration="ON", EnabledMfas=[*factors], **properties)


def risk(answer: Any) -> Resources:
    actions = {"LowAction": {"EventAction": "NO_ACTION"}, "HighAction": {"EventAction": answer}}
    properties = {"UserPoolId": {"Ref": "Pool"}, "AccountTakeoverRiskConfiguration": {"Actions": actions}}
    return {"Risk": {"Type": "AWS::Cognito::UserPoolRiskConfigurationAttachment", "Properties": properties}}


CASES = [
    Case(
        rule="mfa.factor-required",
        fails=pool(MfaConfiguration="OPTIONAL"),
        says="""\
Pool.MfaConfiguration: needs a factor in Pool.EnabledMfas, or Pool.SmsConfiguration, got 'OPTIONAL'
   allowed: OFF, or ON and OPTIONAL with a factor
   fix: add SOFTWARE_TOKEN_MFA to Pool.EnabledMfas
   [mfa.factor-required] https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=pool(MfaConfiguration="OPTIONAL", EnabledMfas=["SOFTWARE_TOKEN_MFA"]),
        silent=pool(MfaConfiguration="OPTIONAL", EnabledMfas=UNKNOWN),
    ),
    Case(
        rule="mfa.factors-while-off",
        fails=pool(MfaConfiguration="OFF", EnabledMfas=["SOFTWARE_TOKEN_MFA", UNKNOWN]),
        says="""\
Pool.EnabledMfas: cannot name a factor while Pool.MfaConfiguration is OFF, got ['SOFTWARE_TOKEN_MFA']
   allowed: nothing
   fix: leave it out, or set Pool.MfaConfiguration to ON or OPTIONAL
   [mfa.factors-while-off] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html""",
        passes=pool(MfaConfiguration="OFF", EnabledMfas=[]),
        silent=pool(MfaConfiguration="OFF", EnabledMfas=[UNKNOWN]),
    ),
    Case(
        rule="mfa.factors-without-mfa",
        fails=pool(EnabledMfas=["SOFTWARE_TOKEN_MFA"]),
        says="""\
Pool.MfaConfiguration: is left out and so is OFF, yet Pool.EnabledMfas names factors
   allowed: ON or OPTIONAL
   fix: say ON or OPTIONAL, or leave Pool.EnabledMfas out
   [mfa.factors-without-mfa] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html""",
        passes=pool(EnabledMfas=["SOFTWARE_TOKEN_MFA"], MfaConfiguration="OPTIONAL"),
        silent=pool(EnabledMfas=["SOFTWARE_TOKEN_MFA"], MfaConfiguration=UNKNOWN),
    ),
    Case(
        rule="mfa.text-messages-need-sms",
        fails=required("SOFTWARE_TOKEN_MFA", "SMS_MFA"),
        says="""\
Pool.EnabledMfas[1]: needs Pool.SmsConfiguration, got 'SMS_MFA'
   allowed: SOFTWARE_TOKEN_MFA, or SMS_MFA with Pool.SmsConfiguration
   fix: use SOFTWARE_TOKEN_MFA, or give Pool.SmsConfiguration
   [mfa.text-messages-need-sms] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html""",
        passes=required("SOFTWARE_TOKEN_MFA", "SMS_MFA", SmsConfiguration=SMS),
        silent=required("SOFTWARE_TOKEN_MFA", "SMS_MFA", SmsConfiguration=UNKNOWN),
    ),
    Case(
        rule="mfa.mail-needs-ses",
        fails=required("EMAIL_OTP", EmailConfiguration={"EmailSendingAccount": "COGNITO_DEFAULT"}),
        says="""\
Pool.EnabledMfas[0]: needs Pool.EmailConfiguration.EmailSendingAccount DEVELOPER, got 'EMAIL_OTP'
   allowed: SOFTWARE_TOKEN_MFA, or EMAIL_OTP with mail by Amazon SES
   fix: use SOFTWARE_TOKEN_MFA, or send mail by Amazon SES
   [mfa.mail-needs-ses] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html""",
        passes=required("EMAIL_OTP", EmailConfiguration=SES),
        silent=required("EMAIL_OTP", EmailConfiguration={"EmailSendingAccount": UNKNOWN}),
    ),
    Case(
        rule="mfa.mail-alone",
        fails=required("EMAIL_OTP"),
        says="""\
Pool.EnabledMfas: may be refused when the pool is made, with e-mail as the only factor, got ['EMAIL_OTP']
   allowed: EMAIL_OTP with another factor
   fix: add SOFTWARE_TOKEN_MFA
   [mfa.mail-alone] https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2221""",
        passes=required("EMAIL_OTP", "SOFTWARE_TOKEN_MFA"),
        silent=required("EMAIL_OTP", UNKNOWN),
    ),
    Case(
        rule="mfa.text-messages-come-along",
        fails=required("SOFTWARE_TOKEN_MFA", SmsConfiguration=SMS),
        says="""\
Pool.SmsConfiguration: makes text messages a second factor too, although Pool.EnabledMfas does not name them
   allowed: nothing, or SMS_MFA in Pool.EnabledMfas
   fix: leave it out of a new pool, where it can never be removed, or count on text messages
   [mfa.text-messages-come-along] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=required("SOFTWARE_TOKEN_MFA", "SMS_MFA", SmsConfiguration=SMS),
        silent=required("SOFTWARE_TOKEN_MFA", UNKNOWN, SmsConfiguration=SMS),
    ),
    Case(
        rule="mfa.address-not-collected",
        fails=required("SMS_MFA", UsernameAttributes=["email"]),
        says="""\
Pool.EnabledMfas: needs phone_number, which users may not have, got ['SMS_MFA']
   allowed: SOFTWARE_TOKEN_MFA, or an address that Pool.UsernameAttributes names or Pool.Schema requires
   fix: add SOFTWARE_TOKEN_MFA, or ask everybody for phone_number when they sign up
   [mfa.address-not-collected] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=required("SMS_MFA", UsernameAttributes=["phone_number"]),
        silent=required("SMS_MFA", UsernameAttributes=["email"], Schema=[UNKNOWN]),
    ),
    Case(
        rule="mfa.risk-asks-for-a-factor",
        fails=required("SOFTWARE_TOKEN_MFA") | risk("MFA_REQUIRED"),
        says="""\
Pool.MfaConfiguration: should be OPTIONAL, since a risk configuration answers risks by a second factor, got 'ON'
   fix: say OPTIONAL, or answer risks by BLOCK or NO_ACTION
   [mfa.risk-asks-for-a-factor] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html""",
        passes=required("SOFTWARE_TOKEN_MFA") | risk("BLOCK"),
        silent=required("SOFTWARE_TOKEN_MFA") | risk(UNKNOWN),
    ),
    Case(
        rule="mfa.optional-is-not-offered",
        fails=pool(MfaConfiguration="OPTIONAL") | domain(Domain="shop"),
        says="""\
Pool.MfaConfiguration: is never offered by the pool's sign-in pages, got 'OPTIONAL'
   allowed: ON, or OPTIONAL and a page of your own to set a factor up
   fix: say ON, or let users set up a factor in your app
   [mfa.optional-is-not-offered] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=pool(MfaConfiguration="ON") | domain(Domain="shop"),
        silent=pool(MfaConfiguration=UNKNOWN) | domain(Domain="shop"),
    ),
    Case(
        rule="mfa.message-never-sent",
        fails=pool(EmailAuthenticationMessage="{####}", MfaConfiguration="OFF"),
        says="""\
Pool.EmailAuthenticationMessage: is never sent while Pool.MfaConfiguration is OFF
   allowed: nothing
   fix: leave it out, or set Pool.MfaConfiguration to ON or OPTIONAL
   [mfa.message-never-sent] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html""",
        passes=pool(EmailAuthenticationMessage="{####}", MfaConfiguration="OPTIONAL"),
        silent=pool(EmailAuthenticationMessage="{####}", MfaConfiguration=UNKNOWN),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize(
    ("rule", "resources"),
    [
        ("mfa.factor-required", pool()),
        ("mfa.factor-required", pool(MfaConfiguration="OFF")),
        ("mfa.factor-required", pool(MfaConfiguration="ON", SmsConfiguration=UNKNOWN)),
        ("mfa.factor-required", pool(MfaConfiguration="ON", WebAuthnFactorConfiguration=PASSKEY_MFA)),
        ("mfa.factor-required", required(UNKNOWN)),
        ("mfa.text-messages-need-sms", pool(MfaConfiguration="OFF", EnabledMfas=["SMS_MFA"])),
        ("mfa.mail-alone", required("EMAIL_OTP", SmsConfiguration=SMS)),
        ("mfa.text-messages-come-along", pool(SmsConfiguration=SMS)),
        ("mfa.text-messages-come-along", pool(MfaConfiguration="ON", SmsConfiguration=SMS)),
        ("mfa.address-not-collected", required("SMS_MFA", "SOFTWARE_TOKEN_MFA")),
        ("mfa.address-not-collected", required("SMS_MFA", "EMAIL_OTP", UsernameAttributes=["email", "phone_number"])),
        ("mfa.address-not-collected", required("SMS_MFA", Schema=[{"Name": "phone_number", "Required": True}])),
        ("mfa.risk-asks-for-a-factor", pool(MfaConfiguration="OPTIONAL") | risk("MFA_IF_CONFIGURED")),
        ("mfa.optional-is-not-offered", pool(MfaConfiguration="OPTIONAL")),
    ],
)
def test_a_near_miss_says_nothing(rule: str, resources: Resources) -> None:
    assert found(rule, resources) == 0


def test_an_empty_list_of_factors_is_none() -> None:
    assert found("mfa.factor-required", required()) == 1


@pytest.mark.parametrize(
    ("message", "factor"),
    [
        ("SmsAuthenticationMessage", "SMS_OTP"),
        ("EmailAuthenticationMessage", "EMAIL_OTP"),
        ("EmailAuthenticationSubject", "EMAIL_OTP"),
    ],
)
def test_codes_to_sign_in_are_sent_in_the_same_words(message: str, factor: str) -> None:
    policies = {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", factor]}}
    assert found("mfa.message-never-sent", pool(Policies=policies, **{message: "{####}"})) == 0
    assert found("mfa.message-never-sent", pool(**{message: "{####}"})) == 1


@pytest.mark.parametrize("level", ["Low", "Medium", "High"])
@pytest.mark.parametrize("answer", ["MFA_IF_CONFIGURED", "MFA_REQUIRED"])
def test_any_risk_may_be_answered_by_a_second_factor(level: str, answer: str) -> None:
    template = pool() | risk("BLOCK")
    actions = template["Risk"]["Properties"]["AccountTakeoverRiskConfiguration"]["Actions"]
    actions[f"{level}Action"] = {"EventAction": answer}
    assert found("mfa.risk-asks-for-a-factor", template) == 1
    assert found("mfa.risk-asks-for-a-factor", pool() | risk("BLOCK")) == 0


def test_text_messages_come_along_with_a_second_factor_alone() -> None:
    named = {"EnabledMfas": ["SOFTWARE_TOKEN_MFA"], "SmsConfiguration": SMS}
    assert found("mfa.text-messages-come-along", pool(MfaConfiguration="OFF", **named)) == 0
    assert found("mfa.text-messages-come-along", required("SOFTWARE_TOKEN_MFA")) == 0
    assert found("mfa.text-messages-come-along", required("SOFTWARE_TOKEN_MFA", SmsConfiguration=SMS)) == 1


def test_both_addresses_are_asked_for_where_both_factors_need_one() -> None:
    (finding,) = [each for each in judge(required("SMS_MFA", "EMAIL_OTP")) if each.rule == "mfa.address-not-collected"]
    assert finding.problem == "needs email or phone_number, which users may not have"
    assert finding.fix == "add SOFTWARE_TOKEN_MFA, or ask everybody for email or phone_number when they sign up"
