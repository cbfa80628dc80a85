"""Rules about what a sign-in may begin with."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, client, pool

PASSKEY_MFA = "MULTI_FACTOR_WITH_USER_VERIFICATION"
SES = {"EmailSendingAccount": "DEVELOPER"}
SMS = {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms"}


def factors(*named: Any, **properties: Any) -> Resources:
    return pool(Policies={"SignInPolicy": {"AllowedFirstAuthFactors": [*named]}}, **properties)


CASES = [
    Case(
        rule="first-factors.password-required",
        fails=factors("EMAIL_OTP"),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors: must name PASSWORD among others, got ['EMAIL_OTP']
   allowed: PASSWORD, alone or with others
   fix: add PASSWORD, and let your app clients offer the others by ALLOW_USER_AUTH alone
   [first-factors.password-required] \
https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html""",
        passes=factors("EMAIL_OTP", "PASSWORD"),
        silent=factors("EMAIL_OTP", UNKNOWN),
    ),
    Case(
        rule="first-factors.authenticator-app",
        fails=factors(UNKNOWN, "SOFTWARE_TOKEN"),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors[1]: cannot be a first factor, got 'SOFTWARE_TOKEN'
   allowed: PASSWORD, EMAIL_OTP, SMS_OTP, WEB_AUTHN
   fix: leave it out, and add SOFTWARE_TOKEN_MFA to Pool.EnabledMfas for a second factor
   [first-factors.authenticator-app] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html""",
        passes=factors("PASSWORD"),
        silent=factors("PASSWORD", UNKNOWN),
    ),
    Case(
        rule="first-factors.one-time-code-with-required-mfa",
        fails=factors("PASSWORD", "EMAIL_OTP", MfaConfiguration="ON"),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors[1]: cannot be a first factor while Pool.MfaConfiguration is \
ON, got 'EMAIL_OTP'
   allowed: PASSWORD, and WEB_AUTHN where passkeys count as two factors
   fix: leave it out, or make the second factor OPTIONAL
   [first-factors.one-time-code-with-required-mfa] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=factors("PASSWORD", "EMAIL_OTP", MfaConfiguration="OPTIONAL"),
        silent=factors("PASSWORD", "EMAIL_OTP", MfaConfiguration=UNKNOWN),
    ),
    Case(
        rule="first-factors.passkey-with-required-mfa",
        fails=factors("PASSWORD", "WEB_AUTHN", MfaConfiguration="ON"),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors[1]: needs Pool.WebAuthnFactorConfiguration \
MULTI_FACTOR_WITH_USER_VERIFICATION while Pool.MfaConfiguration is ON, got 'WEB_AUTHN'
   allowed: WEB_AUTHN with Pool.WebAuthnFactorConfiguration MULTI_FACTOR_WITH_USER_VERIFICATION
   fix: set Pool.WebAuthnFactorConfiguration to MULTI_FACTOR_WITH_USER_VERIFICATION, or leave passkeys out
   [first-factors.passkey-with-required-mfa] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=factors("PASSWORD", "WEB_AUTHN", MfaConfiguration="ON", WebAuthnFactorConfiguration=PASSKEY_MFA),
        silent=factors("PASSWORD", "WEB_AUTHN", MfaConfiguration="ON", WebAuthnFactorConfiguration=UNKNOWN),
    ),
    Case(
        rule="first-factors.lost-with-optional-mfa",
        fails=factors("PASSWORD", "EMAIL_OTP", "WEB_AUTHN", MfaConfiguration="OPTIONAL"),
        says="""\
Pool.MfaConfiguration: takes EMAIL_OTP, WEB_AUTHN away from users who set up a second factor, got 'OPTIONAL'
   allowed: OFF, or passkeys that count as two factors (MULTI_FACTOR_WITH_USER_VERIFICATION)
   fix: turn the second factor off, or tell users so before they set one up
   [first-factors.lost-with-optional-mfa] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=factors("PASSWORD", "WEB_AUTHN", MfaConfiguration="OPTIONAL", WebAuthnFactorConfiguration=PASSKEY_MFA),
        silent=factors("PASSWORD", "EMAIL_OTP", MfaConfiguration=UNKNOWN),
    ),
    Case(
        rule="first-factors.no-app-client-offers-them",
        fails=factors("PASSWORD", "EMAIL_OTP") | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"]),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors: names factors that no app client offers, got ['EMAIL_OTP']
   allowed: PASSWORD, or others and an app client that allows ALLOW_USER_AUTH
   fix: add ALLOW_USER_AUTH to an app client's flows, or leave the factors out
   [first-factors.no-app-client-offers-them] \
https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html""",
        passes=factors("PASSWORD", "EMAIL_OTP") | client(ExplicitAuthFlows=["ALLOW_USER_AUTH"]),
        silent=factors("PASSWORD", "EMAIL_OTP") | client(ExplicitAuthFlows=[UNKNOWN]),
    ),
    Case(
        rule="first-factors.mail-codes-without-ses",
        fails=factors("PASSWORD", "EMAIL_OTP"),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors[1]: needs Pool.EmailConfiguration.EmailSendingAccount \
DEVELOPER for more than 50 mails a day, got 'EMAIL_OTP'
   allowed: EMAIL_OTP with mail by Amazon SES
   fix: send mail by Amazon SES
   [first-factors.mail-codes-without-ses] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html""",
        passes=factors("PASSWORD", "EMAIL_OTP", EmailConfiguration=SES),
        silent=factors("PASSWORD", "EMAIL_OTP", EmailConfiguration=UNKNOWN),
    ),
    Case(
        rule="first-factors.text-codes-without-sms",
        fails=factors("PASSWORD", "SMS_OTP"),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors[1]: needs Pool.SmsConfiguration, got 'SMS_OTP'
   allowed: SMS_OTP with Pool.SmsConfiguration
   fix: give Pool.SmsConfiguration, or leave it out
   [first-factors.text-codes-without-sms] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=factors("PASSWORD", "SMS_OTP", SmsConfiguration=SMS),
        silent=factors("PASSWORD", "SMS_OTP", SmsConfiguration=UNKNOWN),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize(
    ("rule", "resources"),
    [
        ("first-factors.password-required", pool()),
        ("first-factors.password-required", factors()),
        ("first-factors.passkey-with-required-mfa", factors("PASSWORD", "WEB_AUTHN", MfaConfiguration="OPTIONAL")),
        ("first-factors.lost-with-optional-mfa", factors("PASSWORD", MfaConfiguration="OPTIONAL")),
        ("first-factors.lost-with-optional-mfa", factors("PASSWORD", "EMAIL_OTP", MfaConfiguration="OFF")),
        ("first-factors.no-app-client-offers-them", factors("PASSWORD", "EMAIL_OTP")),
        ("first-factors.no-app-client-offers-them", factors("PASSWORD") | client()),
    ],
)
def test_a_near_miss_says_nothing(rule: str, resources: Resources) -> None:
    assert found(rule, resources) == 0


@pytest.mark.parametrize("factor", ["EMAIL_OTP", "SMS_OTP"])
def test_no_one_time_code_stands_beside_a_required_factor(factor: str) -> None:
    resources = factors("PASSWORD", UNKNOWN, factor, MfaConfiguration="ON")
    assert found("first-factors.one-time-code-with-required-mfa", resources) == 1


def test_all_that_a_second_factor_takes_away_is_named() -> None:
    (finding,) = [
        each
        for each in judge(factors("PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN", MfaConfiguration="OPTIONAL"))
        if each.rule == "first-factors.lost-with-optional-mfa"
    ]
    assert finding.problem == "takes EMAIL_OTP, SMS_OTP, WEB_AUTHN away from users who set up a second factor"


@pytest.mark.parametrize("factor", ["EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"])
def test_every_factor_but_the_password_must_be_offered(factor: str) -> None:
    assert found("first-factors.no-app-client-offers-them", factors("PASSWORD", factor) | client()) == 1


@pytest.mark.parametrize(("account", "count"), [("COGNITO_DEFAULT", 1), ("DEVELOPER", 0)])
def test_mail_codes_go_by_cognito_also_where_somebody_says_so(account: str, count: int) -> None:
    resources = factors("PASSWORD", "EMAIL_OTP", EmailConfiguration={"EmailSendingAccount": account})
    assert found("first-factors.mail-codes-without-ses", resources) == count
