"""With what a sign-in may begin: passwords, one-time codes and passkeys.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

FACTORS = "Policies.SignInPolicy.AllowedFirstAuthFactors"
PASSKEY_MFA = "MULTI_FACTOR_WITH_USER_VERIFICATION"
"""The setting by which a passkey counts as two factors."""

_METHODS = GUIDE + "amazon-cognito-user-pools-authentication-flow-methods.html"
_MFA = GUIDE + "user-pool-settings-mfa.html"


def places(pool: View, *factors: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Walk those of the factors that the pool allows for certain, and where it says so."""
    for index, factor in pool.each_text(FACTORS):
        if factor in factors:
            yield (*FACTORS.split("."), index), factor


@rule(
    "first-factors.password-required",
    USER_POOL,
    why="AWS refuses a pool that does not let people sign in by password too",
    evidence="measured on AWS",
    source=_METHODS,
)
def password_required(pool: View) -> Iterator[Problem]:
    """Refuse a pool without passwords."""
    factors = pool.texts(FACTORS)
    if factors and "PASSWORD" not in factors:
        yield pool.problem(
            FACTORS,
            "must name PASSWORD among others",
            got=list(factors),
            allowed="PASSWORD, alone or with others",
            fix="add PASSWORD, and let your app clients offer the others by ALLOW_USER_AUTH alone",
        )


@rule(
    "first-factors.authenticator-app",
    USER_POOL,
    why="the API knows the word, but Cognito does not support authenticator apps as a first factor",
    evidence="API model",
    source=API + "API_SignInPolicyType.html",
)
def authenticator_app(pool: View) -> Iterator[Problem]:
    """Refuse to begin with an authenticator app."""
    for place, factor in places(pool, "SOFTWARE_TOKEN"):
        yield pool.problem(
            place,
            "cannot be a first factor",
            got=factor,
            allowed="PASSWORD, EMAIL_OTP, SMS_OTP, WEB_AUTHN",
            fix="leave it out, and add SOFTWARE_TOKEN_MFA to {EnabledMfas} for a second factor",
        )


@rule(
    "first-factors.one-time-code-with-required-mfa",
    USER_POOL,
    why="a sign-in that begins with a one-time code has no second factor; AWS refuses both together",
    evidence="measured on AWS",
    source=_MFA,
)
def one_time_code_with_required_mfa(pool: View) -> Iterator[Problem]:
    """Refuse one-time codes where everybody needs a second factor."""
    if pool.text("MfaConfiguration") == "ON":
        for place, factor in places(pool, "EMAIL_OTP", "SMS_OTP"):
            yield pool.problem(
                place,
                "cannot be a first factor while {MfaConfiguration} is ON",
                got=factor,
                allowed="PASSWORD, and WEB_AUTHN where passkeys count as two factors",
                fix="leave it out, or make the second factor OPTIONAL",
            )


@rule(
    "first-factors.passkey-with-required-mfa",
    USER_POOL,
    why="where everybody needs a second factor, passkeys are allowed only if they count as two",
    evidence="developer guide",
    source=_MFA,
)
def passkey_with_required_mfa(pool: View) -> Iterator[Problem]:
    """Refuse passkeys that are one factor where everybody needs two."""
    if pool.text("MfaConfiguration") == "ON" and pool.text("WebAuthnFactorConfiguration") != PASSKEY_MFA:
        for place, factor in places(pool, "WEB_AUTHN"):
            yield pool.problem(
                place,
                f"needs {{WebAuthnFactorConfiguration}} {PASSKEY_MFA} while {{MfaConfiguration}} is ON",
                got=factor,
                allowed=f"WEB_AUTHN with {{WebAuthnFactorConfiguration}} {PASSKEY_MFA}",
                fix=f"set {{WebAuthnFactorConfiguration}} to {PASSKEY_MFA}, or leave passkeys out",
            )


@rule(
    "first-factors.lost-with-optional-mfa",
    USER_POOL,
    severity="warning",
    why="whoever sets up a second factor can from then on begin with a password only",
    evidence="developer guide",
    source=_MFA,
)
def lost_with_optional_mfa(pool: View) -> Iterator[Problem]:
    """Warn that a second factor takes the passwordless ones away."""
    if pool.text("MfaConfiguration") != "OPTIONAL":
        return
    lost = [factor for _, factor in places(pool, "EMAIL_OTP", "SMS_OTP")]
    passkeys = [factor for _, factor in places(pool, "WEB_AUTHN")]
    if passkeys and pool.text("WebAuthnFactorConfiguration") != PASSKEY_MFA:
        lost += passkeys
    if lost:
        yield pool.problem(
            "MfaConfiguration",
            f"takes {', '.join(lost)} away from users who set up a second factor",
            got="OPTIONAL",
            allowed=f"OFF, or passkeys that count as two factors ({PASSKEY_MFA})",
            fix="turn the second factor off, or tell users so before they set one up",
        )


@rule(
    "first-factors.no-app-client-offers-them",
    USER_POOL,
    severity="warning",
    why="everything but the password is offered by choice-based sign-in alone, which an app client must allow",
    evidence="developer guide",
    source=GUIDE + "authentication-flows-selection-sdk.html",
)
def no_app_client_offers_them(pool: View) -> Iterator[Problem]:
    """Warn of first factors that no app client offers."""
    offered = [factor for _, factor in places(pool, "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN")]
    flows = [client.texts("ExplicitAuthFlows") or () for client in pool.all_around(USER_POOL_CLIENT)]
    # A pool without any app client gets its own somewhere else.
    if offered and flows and not any("ALLOW_USER_AUTH" in named for named in flows):
        yield pool.problem(
            FACTORS,
            "names factors that no app client offers",
            got=offered,
            allowed="PASSWORD, or others and an app client that allows ALLOW_USER_AUTH",
            fix="add ALLOW_USER_AUTH to an app client's flows, or leave the factors out",
        )


@rule(
    "first-factors.mail-codes-without-ses",
    USER_POOL,
    severity="warning",
    why="Cognito's own sender stops at 50 mails a day for the whole account, and then nobody can sign in",
    evidence="developer guide",
    source=GUIDE + "user-pool-email.html",
)
def mail_codes_without_ses(pool: View) -> Iterator[Problem]:
    """Warn of sign-ins that end with the day's last mail."""
    # The guide asks for SES, yet pools without it have been reported to sign people in (2025-06): no error.
    for place, factor in places(pool, "EMAIL_OTP"):
        if pool.text("EmailConfiguration.EmailSendingAccount") in (None, "COGNITO_DEFAULT"):
            yield pool.problem(
                place,
                "needs {EmailConfiguration.EmailSendingAccount} DEVELOPER for more than 50 mails a day",
                got=factor,
                allowed="EMAIL_OTP with mail by Amazon SES",
                fix="send mail by Amazon SES",
            )


@rule(
    "first-factors.text-codes-without-sms",
    USER_POOL,
    severity="warning",
    why="a pool without an SMS configuration cannot send anybody a code",
    evidence="inferred",
    source=GUIDE + "user-pool-sms-settings.html",
)
def text_codes_without_sms(pool: View) -> Iterator[Problem]:
    """Warn of codes that cannot be sent."""
    for place, factor in places(pool, "SMS_OTP"):
        if not pool.has("SmsConfiguration"):
            yield pool.problem(
                place,
                "needs {SmsConfiguration}",
                got=factor,
                allowed="SMS_OTP with {SmsConfiguration}",
                fix="give {SmsConfiguration}, or leave it out",
            )
