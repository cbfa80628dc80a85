"""Passkeys, and the domain they belong to.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL, USER_POOL_DOMAIN
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.topics.first_factors import FACTORS, PASSKEY_MFA, places
from constructs_lib.rules.view import Problem, View

_METHODS = GUIDE + "amazon-cognito-user-pools-authentication-flow-methods.html"
_WEB_AUTHN = API + "API_WebAuthnConfigurationType.html"

# Those that people try; the whole list (publicsuffix.org) changes daily and has ten thousand entries.
_PUBLIC_SUFFIXES = re.compile(
    r"com|net|org|io|dev|app|co\.uk|github\.io|gitlab\.io|cloudfront\.net|vercel\.app|netlify\.app|pages\.dev|"
    r"workers\.dev|herokuapp\.com|web\.app|firebaseapp\.com|azurewebsites\.net|"
    r"auth(-fips)?\.[a-z0-9-]+\.amazoncognito\.com",
    re.IGNORECASE,
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
    if pool.text("WebAuthnFactorConfiguration") == PASSKEY_MFA:
        verification = pool.text("WebAuthnUserVerification")
        if verification in (None, "preferred"):
            yield pool.problem(
                "WebAuthnUserVerification",
                f"should be required while {{WebAuthnFactorConfiguration}} is {PASSKEY_MFA}",
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
    if relying_party is None or not any(places(pool, "WEB_AUTHN")):
        return
    for domain in pool.around(USER_POOL_DOMAIN):
        name = domain.text("Domain") if domain.surely_has("CustomDomainConfig") else None
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
    if domainless and any(places(pool, "WEB_AUTHN")):
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
    if version in (None, 1) and any(places(domain.pool, "WEB_AUTHN")):
        yield domain.problem(
            "ManagedLoginVersion",
            f"should be 2 for the passkeys that {{pool.{FACTORS}}} allows",
            got=version,
            allowed="2",
            fix="say 2 and give each app client a branding style, or offer passkeys in pages of your own",
        )
