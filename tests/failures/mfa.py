"""First and second factors, passkeys, and ways to replace a forgotten password."""

from typing import Any

from constructs_lib.resources.model import Resources
from tests.failures.resources import FUNCTION, SES, SMS
from tests.failures.row import Row, change, failure, refused, warned
from tests.rules.case import client, pool

FACTORS = ("SOFTWARE_TOKEN_MFA", "SMS_MFA", "EMAIL_OTP")
CHALLENGE = ("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse")


def first(*factors: str, mfa: str = "OFF", **said: Any) -> Resources:
    policies = {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", *factors]}}
    second = {} if mfa == "OFF" else {"EnabledMfas": ["SOFTWARE_TOKEN_MFA"]}
    ready = {"SmsConfiguration": SMS, "EmailConfiguration": SES, "MfaConfiguration": mfa}
    return pool(**ready | second | {"Policies": policies} | said)


def second(*factors: str, mfa: str = "ON", ways: tuple[str, ...] = ("verified_email",), **said: Any) -> Resources:
    listed = [{"Name": name, "Priority": index} for index, name in enumerate(ways, 1)]
    recovery = {"AccountRecoverySetting": {"RecoveryMechanisms": listed}} if ways else {}
    ready = {"SmsConfiguration": SMS, "EmailConfiguration": SES, "MfaConfiguration": mfa}
    return pool(**ready | {"EnabledMfas": list(factors)} | recovery | said)


def only(*factors: str) -> Resources:
    return pool(Policies={"SignInPolicy": {"AllowedFirstAuthFactors": list(factors)}}, SmsConfiguration=SMS)


def remembering(*flows: str) -> Resources:
    functions = dict.fromkeys(CHALLENGE, FUNCTION)
    devices = {"ChallengeRequiredOnNewDevice": True, "DeviceOnlyRememberedOnUserPrompt": False}
    return pool(LambdaConfig=functions, DeviceConfiguration=devices) | client(ExplicitAuthFlows=list(flows))


PHONE = ("verified_phone_number",)
MAIL = "verified_email"

ROWS: list[Row] = [
    failure(
        "F044",
        "a sign-in that begins with a one-time code, where everybody needs a second factor",
        *[
            refused(
                "first-factors.one-time-code-with-required-mfa", first(*factors, mfa="ON"), first(*factors, mfa=mfa)
            )
            for factors in (("EMAIL_OTP",), ("SMS_OTP",), ("EMAIL_OTP", "SMS_OTP"))
            for mfa in ("OPTIONAL", "OFF")
        ],
    ),
    failure(
        "F046",
        "second factors are turned off, and set up",
        *[
            refused("mfa.factors-while-off", second(factor, mfa="OFF"), second(factor, "SOFTWARE_TOKEN_MFA", mfa=mfa))
            for factor, mfa in (("SOFTWARE_TOKEN_MFA", "ON"), ("SMS_MFA", "OPTIONAL"), ("EMAIL_OTP", "OPTIONAL"))
        ],
    ),
    change("F047", "choice-based sign-in is taken out of the template, and stays"),
    failure(
        "F049",
        "e-mail as the only second factor, which the console takes and CloudFormation has refused",
        *[
            warned(
                "mfa.mail-alone",
                second("EMAIL_OTP", mfa=mfa, SmsConfiguration=None),
                second("EMAIL_OTP", "SOFTWARE_TOKEN_MFA", mfa=mfa, SmsConfiguration=None),
            )
            for mfa in ("ON", "OPTIONAL")
        ],
    ),
    failure(
        "F050",
        "the phone as second factor and as the way back",
        refused("mfa.locked-out-by-phone-recovery", second("SMS_MFA", ways=PHONE), second("SMS_MFA")),
        warned("mfa.phone-recovery", second("SMS_MFA", ways=(MAIL, *PHONE)), second("SMS_MFA")),
        warned("mfa.phone-recovery", second("SMS_MFA", mfa="OPTIONAL", ways=PHONE), second("SMS_MFA", mfa="OPTIONAL")),
        warned(
            "mfa.phone-recovery",
            second("SMS_MFA", "SOFTWARE_TOKEN_MFA", ways=(*PHONE, MAIL)),
            second("SMS_MFA", "SOFTWARE_TOKEN_MFA"),
        ),
        warned(
            "mfa.phone-recovery",
            second("SMS_MFA", ways=(MAIL, *PHONE), UsernameAttributes=["phone_number"]),
            second("SMS_MFA", ways=(MAIL,), UsernameAttributes=["phone_number"]),
        ),
    ),
    failure(
        "F052",
        "e-mail as second factor, sent by Cognito itself",
        *[
            refused(
                "mfa.mail-needs-ses",
                second("EMAIL_OTP", "SOFTWARE_TOKEN_MFA", mfa=mfa, EmailConfiguration=sender),
                second("EMAIL_OTP", "SOFTWARE_TOKEN_MFA", mfa=mfa),
            )
            for mfa, sender in (
                ("ON", {"EmailSendingAccount": "COGNITO_DEFAULT"}),
                ("OPTIONAL", {"ReplyToEmailAddress": "help@shop.example"}),
                ("OPTIONAL", None),
            )
        ],
    ),
    failure(
        "F053",
        "e-mail as second factor and as the only way back",
        *[
            warned("mfa.mail-only-recovery", second(*factors, mfa=mfa), second(*factors, mfa=mfa, ways=(MAIL, *PHONE)))
            for factors, mfa in ((("EMAIL_OTP",), "ON"), (("EMAIL_OTP", "SOFTWARE_TOKEN_MFA"), "OPTIONAL"))
        ],
    ),
    failure(
        "F055",
        "nobody says how a forgotten password is replaced, so that the phone is asked first",
        warned("recovery.unsaid", second("SMS_MFA", ways=()), second("SMS_MFA")),
        warned("recovery.unsaid", second("SMS_MFA", mfa="OPTIONAL", ways=()), second("SMS_MFA", mfa="OPTIONAL")),
    ),
    failure(
        "F056",
        "CDK's PHONE_AND_EMAIL says nothing at all",
        warned(
            "recovery.unsaid",
            pool(AutoVerifiedAttributes=["email", "phone_number"], SmsConfiguration=SMS),
            second(ways=(*PHONE, MAIL), mfa="OFF", EnabledMfas=None),
        ),
    ),
    failure(
        "F058",
        "devices are remembered, and every app client signs in by custom authentication",
        *[
            warned("devices.no-password-flow", remembering(*flows), remembering(*flows, "ALLOW_USER_SRP_AUTH"))
            for flows in (("ALLOW_CUSTOM_AUTH",), ("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"))
        ],
        warned(
            "devices.no-password-flow",
            remembering("CUSTOM_AUTH_FLOW_ONLY"),
            remembering("USER_PASSWORD_AUTH"),
        ),
    ),
    failure(
        "F059",
        "nobody may sign in by password",
        *[
            refused("first-factors.password-required", only(*factors), only("PASSWORD", *factors))
            for factors in (("EMAIL_OTP",), ("WEB_AUTHN",), ("EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"))
        ],
    ),
    failure(
        "F061",
        "passkeys for what is no domain",
        *[
            refused("passkeys.relying-party", pool(WebAuthnRelyingPartyID=text), pool(WebAuthnRelyingPartyID=domain))
            for text, domain in (
                ("https://auth.shop.example", "auth.shop.example"),
                ("auth.shop.example:443", "auth.shop.example"),
                ("auth.shop.example/", "auth.shop.example"),
                ("", "shop.example"),
            )
        ],
    ),
]
