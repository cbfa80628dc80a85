"""Rules about passkeys."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, domain, pool

PASSKEY_MFA = "MULTI_FACTOR_WITH_USER_VERIFICATION"
CERTIFICATE = {"CertificateArn": "arn:aws:acm:us-east-1:111122223333:certificate/1"}


def factors(*named: Any, **properties: Any) -> Resources:
    return pool(Policies={"SignInPolicy": {"AllowedFirstAuthFactors": [*named]}}, **properties)


CASES = [
    Case(
        rule="passkeys.mfa-without-verification",
        fails=pool(WebAuthnFactorConfiguration=PASSKEY_MFA, WebAuthnUserVerification="preferred"),
        says="""\
Pool.WebAuthnUserVerification: should be required while Pool.WebAuthnFactorConfiguration is \
MULTI_FACTOR_WITH_USER_VERIFICATION, got 'preferred'
   fix: say required
   [passkeys.mfa-without-verification] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html""",
        passes=pool(WebAuthnFactorConfiguration=PASSKEY_MFA, WebAuthnUserVerification="required"),
        silent=pool(WebAuthnFactorConfiguration=PASSKEY_MFA, WebAuthnUserVerification=UNKNOWN),
    ),
    Case(
        rule="passkeys.public-suffix",
        fails=pool(WebAuthnRelyingPartyID="auth.eu-central-1.amazoncognito.com"),
        says="""\
Pool.WebAuthnRelyingPartyID: cannot be a public suffix, got 'auth.eu-central-1.amazoncognito.com'
   allowed: a domain of your own, such as auth.shop.example, or the pool's whole prefix domain
   fix: use the domain on which people sign in
   [passkeys.public-suffix] \
https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html""",
        passes=pool(WebAuthnRelyingPartyID="shop.auth.eu-central-1.amazoncognito.com"),
        silent=pool(WebAuthnRelyingPartyID=UNKNOWN),
    ),
    Case(
        rule="passkeys.custom-domain",
        fails=factors("PASSWORD", "WEB_AUTHN", WebAuthnRelyingPartyID="shop.example")
        | domain(Domain="auth.shop.example", CustomDomainConfig=CERTIFICATE),
        says="""\
Pool.WebAuthnRelyingPartyID: must be auth.shop.example for passkeys to work on the pool's own sign-in pages, \
got 'shop.example'
   fix: say auth.shop.example before anybody registers a passkey: another domain orphans them all
   [passkeys.custom-domain] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html""",
        passes=factors("PASSWORD", "WEB_AUTHN", WebAuthnRelyingPartyID="auth.shop.example")
        | domain(Domain="Auth.shop.example", CustomDomainConfig=CERTIFICATE),
        silent=factors("PASSWORD", "WEB_AUTHN", WebAuthnRelyingPartyID="shop.example")
        | domain(Domain=UNKNOWN, CustomDomainConfig=CERTIFICATE),
    ),
    Case(
        rule="passkeys.domain-missing",
        fails=factors("PASSWORD", "WEB_AUTHN"),
        says="""\
Pool.WebAuthnRelyingPartyID: should be given, since passkeys are allowed and no domain of the pool is in sight
   allowed: the domain on which people sign in
   fix: name that domain, or give the pool one
   [passkeys.domain-missing] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html""",
        passes=factors("PASSWORD", "WEB_AUTHN") | domain(Domain="shop"),
        silent=factors("PASSWORD", "WEB_AUTHN") | domain(Domain="shop", UserPoolId={"Fn::ImportValue": "Pool"}),
    ),
    Case(
        rule="passkeys.need-managed-login",
        fails=factors("PASSWORD", "WEB_AUTHN") | domain(Domain="shop"),
        says="""\
Domain.ManagedLoginVersion: should be 2 for the passkeys that \
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors allows
   fix: say 2 and give each app client a branding style, or offer passkeys in pages of your own
   [passkeys.need-managed-login] \
https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-managedlogin.html""",
        passes=factors("PASSWORD", "WEB_AUTHN") | domain(Domain="shop", ManagedLoginVersion=2),
        silent=factors("PASSWORD", "WEB_AUTHN") | domain(Domain="shop", ManagedLoginVersion=UNKNOWN),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize(
    ("rule", "resources"),
    [
        ("passkeys.custom-domain", factors("WEB_AUTHN", WebAuthnRelyingPartyID="a.example") | domain(Domain="shop")),
        ("passkeys.domain-missing", factors("PASSWORD", "WEB_AUTHN", WebAuthnRelyingPartyID="shop.example")),
        ("passkeys.need-managed-login", factors("PASSWORD") | domain(Domain="shop")),
    ],
)
def test_a_near_miss_says_nothing(rule: str, resources: Resources) -> None:
    assert found(rule, resources) == 0


@pytest.mark.parametrize(
    ("relying_party", "findings"),
    [("com", 1), ("co.uk", 1), ("GitHub.io", 1), ("shop.co.uk", 0), ("shop.example", 0), ("localhost", 0)],
)
def test_a_public_suffix_is_nobodys_domain(relying_party: str, findings: int) -> None:
    assert found("passkeys.public-suffix", pool(WebAuthnRelyingPartyID=relying_party)) == findings


@pytest.mark.parametrize("relying_party", ["workers.dev", "herokuapp.com", "web.app"])
def test_a_hosters_domain_is_a_public_suffix(relying_party: str) -> None:
    assert found("passkeys.public-suffix", pool(WebAuthnRelyingPartyID=relying_party)) == 1


@pytest.mark.parametrize(("version", "count"), [(1, 1), ("1", 1), (2, 0), (0, 0)])
def test_the_classic_pages_may_be_asked_for(version: Any, count: int) -> None:
    template = factors("PASSWORD", "WEB_AUTHN") | domain(Domain="shop", ManagedLoginVersion=version)
    assert found("passkeys.need-managed-login", template) == count


def test_only_passkeys_have_a_domain_to_belong_to() -> None:
    own = domain(Domain="auth.shop.example", CustomDomainConfig={"CertificateArn": "arn"})
    party = "other.example"
    assert found("passkeys.custom-domain", factors("PASSWORD", WebAuthnRelyingPartyID=party) | own) == 0
    assert found("passkeys.custom-domain", factors("PASSWORD", "WEB_AUTHN", WebAuthnRelyingPartyID=party) | own) == 1
