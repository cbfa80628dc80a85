"""With what a sign-in may begin: passwords, one-time codes and passkeys.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT, USER_POOL_DOMAIN
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_FACTORS = "Policies.SignInPolicy.AllowedFirstAuthFactors"
_PASSKEY_MFA = "MULTI_FACTOR_WITH_USER_VERIFICATION"
_METHODS = GUIDE + "amazon-cognito-user-pools-authentication-flow-methods.html"
_MFA = GUIDE + "user-pool-settings-mfa.html"
_WEB_AUTHN = API + "API_WebAuthnConfigurationType.html"

# Those that people try; the whole list (publicsuffix.org) changes daily and has ten thousand entries.
_PUBLIC_SUFFIXES = re.compile(
    r"com|net|org|io|dev|app|co\.uk|github\.io|gitlab\.io|cloudfront\.net|vercel\.app|netlify\.app|pages\.dev|"
    r"workers\.dev|herokuapp\.com|web\.app|firebaseapp\.com|azurewebsites\.net|"
    r"auth(-fips)?\.[a-z0-9-]+\.amazoncognito\.com",
    re.IGNORECASE,
)


def _places(pool: View, *factors: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Walk those of the factors that the pool allows for certain, and where it says so."""
    for index, factor in pool.each_text(_FACTORS):
        if factor in factors:
            yield (*_FACTORS.split("."), index), factor


@rule(
    "first-factors.password-required",
    USER_POOL,
    why="AWS refuses a pool that does not let people sign in by password too",
    evidence="measured on AWS",
    source=_METHODS,
)
def password_required(pool: View) -> Iterator[Problem]:
    """Refuse a pool without passwords."""
    factors = pool.texts(_FACTORS)
    if factors and "PASSWORD" not in factors:
        yield pool.problem(
            _FACTORS,
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
    for place, factor in _places(pool, "SOFTWARE_TOKEN"):
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
        for place, factor in _places(pool, "EMAIL_OTP", "SMS_OTP"):
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
    if pool.text("MfaConfiguration") == "ON" and pool.text("WebAuthnFactorConfiguration") != _PASSKEY_MFA:
        for place, factor in _places(pool, "WEB_AUTHN"):
            yield pool.problem(
                place,
                f"needs {{WebAuthnFactorConfiguration}} {_PASSKEY_MFA} while {{MfaConfiguration}} is ON",
                got=factor,
                allowed=f"WEB_AUTHN with {{WebAuthnFactorConfiguration}} {_PASSKEY_MFA}",
                fix=f"set {{WebAuthnFactorConfiguration}} to {_PASSKEY_MFA}, or leave passkeys out",
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
    lost = [factor for _, factor in _places(pool, "EMAIL_OTP", "SMS_OTP")]
    passkeys = [factor for _, factor in _places(pool, "WEB_AUTHN")]
    if passkeys and pool.text("WebAuthnFactorConfiguration") != _PASSKEY_MFA:
        lost += passkeys
    if lost:
        yield pool.problem(
            "MfaConfiguration",
            f"takes {', '.join(lost)} away from users who set up a second factor",
            got="OPTIONAL",
            allowed=f"OFF, or passkeys that count as two factors ({_PASSKEY_MFA})",
            fix="turn the second factor off, or tell users so before they set one up",
        )


@rule(
    "passkeys.mfa-without-verification",
    USER_POOL,
    severity="warning",
    why="only a passkey that asks for a PIN or biometrics counts as two factors, and others may be registered too",
    evidence="developer guide",
    source=_WEB_AUTHN,
)
def mfa_without_verification(pool: View) -> Iterator[Problem]:
    """Warn of passkeys that are meant to be two factors and may be one."""
    if pool.text("WebAuthnFactorConfiguration") == _PASSKEY_MFA:
        verification = pool.text("WebAuthnUserVerification")
        if verification in (None, "preferred"):
            yield pool.problem(
                "WebAuthnUserVerification",
                f"should be required while {{WebAuthnFactorConfiguration}} is {_PASSKEY_MFA}",
                got=verification,
                allowed="required",
                fix="say required",
            )


@rule(
    "passkeys.public-suffix",
    USER_POOL,
    why="browsers refuse passkeys for a domain under which everybody can have a name",
    evidence="developer guide",
    source=_METHODS,
)
def public_suffix(pool: View) -> Iterator[Problem]:
    """Refuse a domain that is nobody's own."""
    relying_party = pool.text("WebAuthnRelyingPartyID")
    if relying_party is not None and _PUBLIC_SUFFIXES.fullmatch(relying_party):
        yield pool.problem(
            "WebAuthnRelyingPartyID",
            "cannot be a public suffix",
            got=relying_party,
            allowed="a domain of your own, such as auth.shop.example, or the pool's whole prefix domain",
            fix="use the domain on which people sign in",
        )


@rule(
    "passkeys.custom-domain",
    USER_POOL,
    severity="warning",
    why="on a custom domain's sign-in pages passkeys work only if they belong to just that domain",
    evidence="API model",
    source=_WEB_AUTHN,
)
def custom_domain(pool: View) -> Iterator[Problem]:
    """Warn of passkeys that belong to another domain than the sign-in pages."""
    relying_party = pool.text("WebAuthnRelyingPartyID")
    if relying_party is None or not any(_places(pool, "WEB_AUTHN")):
        return
    for domain in pool.around(USER_POOL_DOMAIN):
        name = domain.text("Domain") if domain.has("CustomDomainConfig") else None
        if name is not None and name.lower() != relying_party.lower():
            yield pool.problem(
                "WebAuthnRelyingPartyID",
                f"must be {name} for passkeys to work on the pool's own sign-in pages",
                got=relying_party,
                allowed=name,
                fix=f"say {name} before anybody registers a passkey: another domain orphans them all",
            )


@rule(
    "passkeys.domain-missing",
    USER_POOL,
    severity="warning",
    why="passkeys belong to a domain: one that is named, or else the pool's; without any nobody can register one",
    evidence="API model",
    source=API + "API_StartWebAuthnRegistration.html",
)
def domain_missing(pool: View) -> Iterator[Problem]:
    """Warn of passkeys that belong to no domain."""
    domainless = not pool.has("WebAuthnRelyingPartyID") and not pool.all_around(USER_POOL_DOMAIN)
    if domainless and any(_places(pool, "WEB_AUTHN")):
        yield pool.problem(
            "WebAuthnRelyingPartyID",
            "should be given, since passkeys are allowed and no domain of the pool is in sight",
            allowed="the domain on which people sign in",
            fix="name that domain, or give the pool one",
        )


@rule(
    "passkeys.need-managed-login",
    USER_POOL_DOMAIN,
    severity="warning",
    why="the classic pages (version 1, which is the default) do not offer passkeys",
    evidence="developer guide",
    source=GUIDE + "authentication-flows-selection-managedlogin.html",
)
def need_managed_login(domain: View) -> Iterator[Problem]:
    """Warn of sign-in pages that do not know passkeys."""
    version = domain.number("ManagedLoginVersion")
    if version in (None, 1) and any(_places(domain.pool, "WEB_AUTHN")):
        yield domain.problem(
            "ManagedLoginVersion",
            f"should be 2 for the passkeys that {{pool.{_FACTORS}}} allows",
            got=version,
            allowed="2",
            fix="say 2 and give each app client a branding style, or offer passkeys in pages of your own",
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
    offered = [factor for _, factor in _places(pool, "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN")]
    flows = [client.texts("ExplicitAuthFlows") or () for client in pool.all_around(USER_POOL_CLIENT)]
    # A pool without any app client gets its own somewhere else.
    if offered and flows and not any("ALLOW_USER_AUTH" in named for named in flows):
        yield pool.problem(
            _FACTORS,
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
    for place, factor in _places(pool, "EMAIL_OTP"):
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
    for place, factor in _places(pool, "SMS_OTP"):
        if not pool.has("SmsConfiguration"):
            yield pool.problem(
                place,
                "needs {SmsConfiguration}",
                got=factor,
                allowed="SMS_OTP with {SmsConfiguration}",
                fix="give {SmsConfiguration}, or leave it out",
            )
