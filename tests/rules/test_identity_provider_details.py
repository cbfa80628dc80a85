"""Rules about what an identity provider of each kind needs."""

import pytest

from constructs_lib.rules import judge
from constructs_lib.rules.topics.identity_provider_details import ENDPOINTS, REQUIRED
from tests.rules.case import UNKNOWN, Case
from tests.rules.providers import API, GUIDE, OIDC, provider

_SOURCE = f"{API}API_CreateIdentityProvider.html"

CASES = [
    Case(
        rule="identity-provider.detail-required",
        fails=provider("Google", without="authorize_scopes"),
        says=f"""\
Provider.ProviderDetails.authorize_scopes: is needed where Provider.ProviderType is Google
   allowed: client_id, client_secret, authorize_scopes
   fix: add it, as the provider gave it to you, or make the provider by its function (google, oidc …)
   [identity-provider.detail-required] {_SOURCE}""",
        passes=provider("Google"),
        silent=provider("Google", ProviderDetails=UNKNOWN),
    ),
    Case(
        rule="identity-provider.detail-form",
        fails=provider("Google", details={"client_secret": ["hush"]}),
        says="""\
Provider.ProviderDetails.client_secret: must be a text of up to 131,072 characters
   fix: write it as one text, several scopes with spaces between them
   [identity-provider.detail-form] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolidentityprovider.html""",
        passes=provider("Google", details={"client_id": 1234}),
        silent=provider("Google", details={"client_secret": UNKNOWN}),
    ),
    Case(
        rule="identity-provider.detail-unknown",
        fails=provider("SAML", details={"metadataUrl": "https://login.example/saml"}),
        says=f"""\
Provider.ProviderDetails.metadataUrl: is no detail of a provider whose Provider.ProviderType is SAML
   allowed: MetadataURL, MetadataFile, IDPInit, IDPSignout, EncryptedResponses, RequestSigningAlgorithm, \
ActiveEncryptionCertificate, SLORedirectBindingURI, SSORedirectBindingURI
   fix: write MetadataURL
   [identity-provider.detail-unknown] {_SOURCE}""",
        passes=provider("SAML", details={"metadataUrl": {"Ref": "AWS::NoValue"}}),
        silent=provider(ProviderType=UNKNOWN, details={"metadataUrl": "https://login.example/saml"}),
    ),
    Case(
        rule="identity-provider.scope-separator",
        fails=provider("Google", details={"authorize_scopes": "openid, email"}),
        says=f"""\
Provider.ProviderDetails.authorize_scopes: has a comma where scopes are divided by spaces, got 'openid, email'
   allowed: scopes with spaces between them; commas for Facebook alone
   fix: write openid email
   [identity-provider.scope-separator] {GUIDE}cognito-user-pools-identity-provider.html""",
        passes=provider("Facebook", details={"authorize_scopes": "public_profile, email"}),
        silent=provider("Google", details={"authorize_scopes": UNKNOWN}),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(("kind", "missing"), [(kind, name) for kind, names in REQUIRED.items() for name in names])
def test_each_type_needs_each_of_its_details(kind: str, missing: str) -> None:
    whole = provider(kind, details=dict.fromkeys(REQUIRED[kind], UNKNOWN))
    assert BY_RULE["identity-provider.detail-required"].messages(whole) == []
    part = provider(kind, details=dict.fromkeys(REQUIRED[kind], UNKNOWN), without=missing)
    (message,) = BY_RULE["identity-provider.detail-required"].messages(part)
    assert message.startswith(f"Provider.ProviderDetails.{missing}: is needed where")


def test_what_comes_to_nothing_is_missing() -> None:
    template = provider("Google", details={"client_id": {"Ref": "AWS::NoValue"}})
    assert len(BY_RULE["identity-provider.detail-required"].messages(template)) == 1


@pytest.mark.parametrize(("length", "count"), [(131_072, 0), (131_073, 1)])
def test_a_detail_is_as_long_as_the_api_takes(length: int, count: int) -> None:
    template = provider("SAML", details={"MetadataFile": "x" * length})
    assert len(BY_RULE["identity-provider.detail-form"].messages(template)) == count


def test_the_answers_of_cognito_may_be_copied() -> None:
    answer = {"token_request_method": "POST", "attributes_url_add_attributes": "true", "token_url": "https://a.example"}
    assert BY_RULE["identity-provider.detail-unknown"].messages(provider("Google", details=answer)) == []


def test_a_detail_that_resembles_none_is_left_out() -> None:
    (message,) = BY_RULE["identity-provider.detail-unknown"].messages(provider(details={"prompt": "login"}))
    assert "fix: leave it out, or acknowledge this if Cognito has learnt it since" in message


@pytest.mark.parametrize("details", ["hush", ["hush"], [{"client_secret": "hush"}], None, {**OIDC, 1: 2}])
def test_junk_in_the_place_of_details_is_no_rules_business(details: object) -> None:
    found = {finding.rule for finding in judge(provider(ProviderDetails=details))}
    assert found <= {"identity-provider.details", "identity-provider.form"}


@pytest.mark.parametrize(
    ("kind", "needed", "more"),
    [
        ("Facebook", ["client_id", "client_secret", "authorize_scopes"], ["api_version"]),
        ("Google", ["client_id", "client_secret", "authorize_scopes"], []),
        ("LoginWithAmazon", ["client_id", "client_secret", "authorize_scopes"], []),
        ("SignInWithApple", ["client_id", "team_id", "key_id", "private_key"], ["authorize_scopes"]),
        ("OIDC", ["client_id", "authorize_scopes", "oidc_issuer", "attributes_request_method"], ["client_secret"]),
        ("SAML", [], ["MetadataURL", "IDPSignout", "ActiveEncryptionCertificate"]),
    ],
)
def test_a_type_has_these_details(kind: str, needed: list[str], more: list[str]) -> None:
    said = {
        finding.property[-1]
        for finding in judge(provider(kind, ProviderDetails={}))
        if finding.rule == "identity-provider.detail-required"
    }
    assert said == set(needed)
    answers = [] if kind == "SAML" else [*ENDPOINTS, "oidc_issuer"]
    whole = provider(kind, ProviderDetails=dict.fromkeys([*needed, *more, *answers], UNKNOWN))
    assert BY_RULE["identity-provider.detail-unknown"].messages(whole) == []


def test_an_unknown_detail_does_not_hide_the_next() -> None:
    template = provider("SAML", details={"MetadataURL": UNKNOWN, "MetadataFile": ["x"]})
    assert len(BY_RULE["identity-provider.detail-form"].messages(template)) == 1
