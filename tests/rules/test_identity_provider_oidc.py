"""Rules about OIDC providers."""

import pytest

from tests.rules.case import UNKNOWN, Case
from tests.rules.providers import API, GUIDE, provider

_API = f"{API}API_CreateIdentityProvider.html"
_GUIDE = f"{GUIDE}cognito-user-pools-oidc-idp.html"

CASES = [
    Case(
        rule="identity-provider.oidc-issuer-https",
        fails=provider(details={"oidc_issuer": "http://login.example"}),
        says=f"""\
Provider.ProviderDetails.oidc_issuer: must begin with https://, got 'http://login.example'
   allowed: the provider's URL, such as https://login.salesforce.com
   fix: write https:// in front, and no path of /.well-known behind
   [identity-provider.oidc-issuer-https] {_API}""",
        passes=provider(details={"oidc_issuer": "https://login.example"}),
        silent=provider(details={"oidc_issuer": UNKNOWN}),
    ),
    Case(
        rule="identity-provider.oidc-request-method",
        fails=provider(details={"attributes_request_method": "get"}),
        says=f"""\
Provider.ProviderDetails.attributes_request_method: must be GET or POST, got 'get'
   fix: use GET, which most providers take
   [identity-provider.oidc-request-method] {_API}""",
        passes=provider(details={"attributes_request_method": "POST"}),
        silent=provider(details={"attributes_request_method": UNKNOWN}),
    ),
    Case(
        rule="identity-provider.oidc-issuer-form",
        fails=provider(details={"oidc_issuer": "https://login.example/.well-known/openid-configuration"}),
        says=f"""\
Provider.ProviderDetails.oidc_issuer: should end without a slash, and without /.well-known, got \
'https://login.example/.well-known/openid-configuration'
   allowed: the issuer, such as https://login.salesforce.com
   fix: write https://login.example, unless the provider's tokens say otherwise
   [identity-provider.oidc-issuer-form] {_GUIDE}""",
        passes=provider(details={"oidc_issuer": "https://login.example/tenant"}),
        silent=provider(details={"oidc_issuer": UNKNOWN}),
    ),
    Case(
        rule="identity-provider.oidc-url",
        fails=provider(details={"token_url": "http://login.example/token"}),
        says=f"""\
Provider.ProviderDetails.token_url: should be a URL with https:// and without a port of its own, got \
'http://login.example/token'
   allowed: https://…, on port 443
   fix: use the provider's public URL
   [identity-provider.oidc-url] {_GUIDE}""",
        passes=provider(details={"token_url": "https://login.example:443/token"}),
        silent=provider(details={"token_url": UNKNOWN}),
    ),
    Case(
        rule="identity-provider.oidc-endpoints-incomplete",
        fails=provider(details={"authorize_url": UNKNOWN, "jwks_uri": UNKNOWN}),
        says=f"""\
Provider.ProviderDetails: has some endpoints and not token_url, attributes_url
   allowed: all of authorize_url, token_url, attributes_url, jwks_uri, or none where the issuer can be asked for them
   fix: add token_url, attributes_url, or leave all four out
   [identity-provider.oidc-endpoints-incomplete] {_API}""",
        passes=provider(
            details=dict.fromkeys(("authorize_url", "token_url", "attributes_url", "jwks_uri"), "https://a.example")
        ),
        silent=provider(ProviderDetails=UNKNOWN),
    ),
    Case(
        rule="identity-provider.oidc-openid",
        fails=provider(details={"authorize_scopes": "email profile"}),
        says=f"""\
Provider.ProviderDetails.authorize_scopes: should have openid, got 'email profile'
   allowed: openid, and what else the application needs, with spaces between
   fix: write openid email profile
   [identity-provider.oidc-openid] {_GUIDE}""",
        passes=provider(details={"authorize_scopes": "email openid"}),
        silent=provider(details={"authorize_scopes": UNKNOWN}),
    ),
    Case(
        rule="identity-provider.oidc-secret-missing",
        fails=provider(without="client_secret"),
        says=f"""\
Provider.ProviderDetails.client_secret: is not said, and the guide asks for one
   allowed: the secret of a client that may use client_secret_post
   fix: add the secret that the provider gave you, by a reference to AWS Secrets Manager
   [identity-provider.oidc-secret-missing] {_GUIDE}""",
        passes=provider(details={"client_secret": UNKNOWN}),
        silent=provider(ProviderDetails=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=BY_RULE)
def test_other_kinds_are_left_alone(case: Case) -> None:
    (resource,) = case.fails.values()
    details = resource["Properties"]["ProviderDetails"]
    assert case.messages(provider("Google", ProviderDetails=details)) == []


@pytest.mark.parametrize(
    ("issuer", "count"),
    [
        ("https://login.example:8443", 1),
        ("https://login.example:80", 0),
        ("https://login.example:99999", 1),
        ("https://[login", 1),
        ("http://login.example", 0),  # another rule's
    ],
)
def test_the_issuer_has_no_port_of_its_own(issuer: str, count: int) -> None:
    template = provider(details={"oidc_issuer": issuer})
    assert len(BY_RULE["identity-provider.oidc-url"].messages(template)) == count


def test_one_unknown_endpoint_says_nothing_about_the_next() -> None:
    template = provider(details={"authorize_url": UNKNOWN, "jwks_uri": "http://login.example"})
    assert len(BY_RULE["identity-provider.oidc-url"].messages(template)) == 1


@pytest.mark.parametrize(
    "issuer",
    [
        "https://login.example/",
        "https://login.example//",
        "https://login.example/.well-known/openid-configuration",
        "https://login.example/.well-known/",
    ],
)
def test_an_issuer_ends_where_its_well_known_documents_begin(issuer: str) -> None:
    (message,) = BY_RULE["identity-provider.oidc-issuer-form"].messages(provider(details={"oidc_issuer": issuer}))
    assert "\n   fix: write https://login.example, unless the provider's tokens say otherwise\n" in message


def test_an_issuer_may_end_in_letters_that_look_like_a_mark() -> None:
    (message,) = BY_RULE["identity-provider.oidc-issuer-form"].messages(
        provider(details={"oidc_issuer": "https://login.example/XX/"})
    )
    assert "\n   fix: write https://login.example/XX, unless" in message
