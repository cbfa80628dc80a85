"""Rules about second factors and the ways to replace a password."""

from typing import Any

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, pool

SMS = {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms"}


def required(*factors: Any, **properties: Any) -> Resources:
    return pool(MfaConfiguration="ON", EnabledMfas=[*factors], **properties)


def recovery(*names: Any) -> dict[str, Any]:
    mechanisms = [{"Name": name, "Priority": rank} for rank, name in enumerate(names, start=1)]
    return {"RecoveryMechanisms": mechanisms}


CASES = [
    Case(
        rule="mfa.locked-out-by-phone-recovery",
        fails=required("SMS_MFA", AccountRecoverySetting=recovery("verified_phone_number")),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms: cannot be the phone alone while text messages are the only \
second factor, got ['verified_phone_number']
   allowed: verified_email, or admin_only
   fix: use verified_email, or add SOFTWARE_TOKEN_MFA to Pool.EnabledMfas
   [mfa.locked-out-by-phone-recovery] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=required("SMS_MFA", AccountRecoverySetting=recovery("verified_phone_number", "verified_email")),
        silent=required("SMS_MFA", AccountRecoverySetting=recovery("verified_phone_number", UNKNOWN)),
    ),
    Case(
        rule="mfa.phone-recovery",
        fails=required("SMS_MFA", AccountRecoverySetting=recovery("verified_email", "verified_phone_number")),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms[1].Name: does not help users whose second factor is a text \
message, got 'verified_phone_number'
   allowed: verified_email, or admin_only
   fix: use verified_email alone, or leave text messages out of Pool.EnabledMfas
   [mfa.phone-recovery] https://github.com/aws/aws-cdk/issues/11478""",
        passes=required("SMS_MFA", AccountRecoverySetting=recovery("verified_email")),
        silent=required("SMS_MFA", AccountRecoverySetting=recovery("verified_email", UNKNOWN)),
    ),
    Case(
        rule="mfa.mail-only-recovery",
        fails=required("EMAIL_OTP", AccountRecoverySetting=recovery("verified_email")),
        says="""\
Pool.EnabledMfas[0]: leaves its users without a way back: Pool.AccountRecoverySetting.RecoveryMechanisms is \
verified_email alone, got 'EMAIL_OTP'
   allowed: SOFTWARE_TOKEN_MFA, or EMAIL_OTP with another way back
   fix: use SOFTWARE_TOKEN_MFA, or add verified_phone_number to Pool.AccountRecoverySetting.RecoveryMechanisms
   [mfa.mail-only-recovery] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=required("EMAIL_OTP", AccountRecoverySetting=recovery("verified_email", "verified_phone_number")),
        silent=required("EMAIL_OTP", AccountRecoverySetting=recovery("verified_email", UNKNOWN)),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


def test_text_messages_are_the_factor_where_none_is_named() -> None:
    resources = pool(
        MfaConfiguration="ON", SmsConfiguration=SMS, AccountRecoverySetting=recovery("verified_phone_number")
    )
    assert found("mfa.locked-out-by-phone-recovery", resources) == 1
    assert found("mfa.phone-recovery", resources) == 0


def test_an_authenticator_app_is_a_way_out_of_phone_recovery() -> None:
    resources = required("SMS_MFA", "SOFTWARE_TOKEN_MFA", AccountRecoverySetting=recovery("verified_phone_number"))
    assert found("mfa.locked-out-by-phone-recovery", resources) == 0
    assert found("mfa.phone-recovery", resources) == 1


def test_where_cognito_decides_nobody_is_locked_out() -> None:
    assert found("mfa.locked-out-by-phone-recovery", required("SMS_MFA")) == 0


def test_nobody_gets_text_messages_without_a_second_factor() -> None:
    resources = pool(
        MfaConfiguration="OFF", SmsConfiguration=SMS, AccountRecoverySetting=recovery("verified_phone_number")
    )
    assert found("mfa.phone-recovery", resources) == 0
    resources = required("SOFTWARE_TOKEN_MFA", AccountRecoverySetting=recovery("verified_phone_number"))
    assert found("mfa.phone-recovery", resources) == 0
