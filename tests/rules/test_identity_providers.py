"""Rules about names, identifiers and secrets of identity providers, and the domain that they need."""

from typing import Any

import pytest

from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, domain, pool
from tests.rules.providers import API, GUIDE, REFERENCE, provider

CASES = [
    Case(
        rule="identity-provider.name",
        fails=provider(ProviderName="Company_SSO"),
        says=f"""\
Provider.ProviderName: must be a text of 3 to 32 characters: without spaces, and _ nowhere but in the second place, \
got 'Company_SSO'
   fix: use letters, digits and -, such as Company-SSO
   [identity-provider.name] {API}API_CreateIdentityProvider.html""",
        passes=provider(ProviderName="C_ompany-SSO"),
        silent=provider(ProviderName=UNKNOWN),
    ),
    Case(
        rule="identity-provider.duplicate-name",
        fails=pool() | provider() | provider(key="Second"),
        says=f"""\
Second.ProviderName: is that of another identity provider of the pool, got 'Company-OIDC'
   allowed: a name that no other identity provider of the pool has
   fix: use another name, or leave one of the two out; each social provider can be there once
   [identity-provider.duplicate-name] {API}API_CreateIdentityProvider.html""",
        passes=pool() | provider() | provider(key="Second", ProviderName="company-OIDC"),
        silent=pool() | provider() | provider(key="Second", ProviderName=UNKNOWN),
    ),
    Case(
        rule="identity-provider.social-name",
        fails=provider("Google", ProviderName="MyGoogle"),
        says=f"""\
Provider.ProviderName: must be Google where Provider.ProviderType is Google, got 'MyGoogle'
   fix: name it Google; in settings its key may be any
   [identity-provider.social-name] {API}API_CreateIdentityProvider.html""",
        passes=provider("Google"),
        silent=provider("Google", ProviderName=UNKNOWN),
    ),
    Case(
        rule="identity-provider.name-taken",
        fails=provider(ProviderName="COGNITO"),
        says=f"""\
Provider.ProviderName: is the name that Cognito itself gives to the pool's own users, got 'COGNITO'
   allowed: a name other than COGNITO, Facebook, Google, LoginWithAmazon, SignInWithApple
   fix: use a name of your own, such as that of the company
   [identity-provider.name-taken] {API}API_CreateUserPoolClient.html""",
        passes=provider("Google"),
        silent=provider(ProviderType=UNKNOWN, ProviderName="Google"),
    ),
    Case(
        rule="identity-provider.duplicate-identifier",
        fails=pool()
        | provider(IdpIdentifiers=["shop.example"])
        | provider(key="Second", IdpIdentifiers=[UNKNOWN, "shop.example"]),
        says=f"""\
Second.IdpIdentifiers[1]: chooses an identity provider of the pool already, got 'shop.example'
   allowed: identifiers that are there once in the pool
   fix: leave it out in one of the places
   [identity-provider.duplicate-identifier] {GUIDE}cognito-user-pools-managing-saml-idp-naming.html""",
        passes=pool()
        | provider(IdpIdentifiers=["shop.example"])
        | provider(key="Second", IdpIdentifiers=["shop.example.com"]),
        silent=pool() | provider(IdpIdentifiers=UNKNOWN) | provider(key="Second", IdpIdentifiers=["shop.example"]),
    ),
    Case(
        rule="identity-provider.no-domain",
        fails=pool() | provider(),
        says=f"""\
Provider: needs a domain of the pool, and there is none here
   allowed: identity providers of a pool with a domain
   fix: add a prefix domain or a custom domain to the pool
   [identity-provider.no-domain] {GUIDE}cognito-user-pools-identity-federation.html""",
        passes=pool() | provider() | domain(Domain="shop"),
        silent=pool() | provider(UserPoolId=UNKNOWN),
    ),
    Case(
        rule="identity-provider.literal-secret",
        fails=provider(details={"client_secret": "hush"}),
        says="""\
Provider.ProviderDetails.client_secret: is a secret that can be read in the template
   allowed: a reference to AWS Secrets Manager, which CloudFormation resolves when it deploys
   fix: keep it in Secrets Manager; refer to it by secret(…) in settings, {{resolve:secretsmanager:…}} in a template, \
or a SecretValue of CDK
   [identity-provider.literal-secret] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html""",
        passes=provider(details={"client_secret": REFERENCE}),
        silent=provider(details={"client_secret": UNKNOWN}),
    ),
    Case(
        rule="identity-provider.secure-parameter",
        fails=provider(details={"client_secret": "{{resolve:ssm-secure:/shop/google:1}}"}),
        says="""\
Provider.ProviderDetails.client_secret: cannot be a secure string of Parameter Store, \
got '{{resolve:ssm-secure:/shop/google:1}}'
   allowed: a reference to AWS Secrets Manager
   fix: keep it in Secrets Manager: secret(…) in settings, {{resolve:secretsmanager:…}} in a template
   [identity-provider.secure-parameter] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html""",
        passes=provider(details={"client_id": "{{resolve:ssm:/shop/google:1}}"}),
        silent=provider(ProviderDetails=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize("name", ["ab", "_abc", "a bc", "abc_", "ab c", "a\u00a0bc", "a" * 33])
def test_names_that_both_models_refuse(name: str) -> None:
    assert len(BY_RULE["identity-provider.name"].messages(provider(ProviderName=name))) == 1


def test_a_social_providers_name_is_not_for_others() -> None:
    (message,) = BY_RULE["identity-provider.name-taken"].messages(provider(ProviderName="Google"))
    assert message.startswith(
        "Provider.ProviderName: is the name that Cognito itself gives to the social provider, got"
    )


@pytest.mark.parametrize("kind", ["client_secret", "private_key"])
def test_a_secret_is_never_shown(kind: str) -> None:
    findings = judge(pool() | provider(details={kind: "hush"}))
    assert "identity-provider.literal-secret" in {finding.rule for finding in findings}
    assert "hush" not in "".join(map(repr, findings))


def test_one_provider_says_each_identifier_once() -> None:
    template = provider(IdpIdentifiers=["shop.example", "shop.example"])
    (message,) = BY_RULE["identity-provider.duplicate-identifier"].messages(template)
    assert message.startswith("Provider.IdpIdentifiers[1]: ")


def test_providers_of_two_pools_may_be_alike() -> None:
    same: dict[str, Any] = {"IdpIdentifiers": ["shop.example"]}
    template = pool() | provider(**same) | provider(key="Second", UserPoolId={"Ref": "Other"}, **same)
    rules = {finding.rule for finding in judge(template)}
    assert not rules & {"identity-provider.duplicate-name", "identity-provider.duplicate-identifier"}


def test_providers_of_a_pool_elsewhere_may_have_its_domain() -> None:
    assert BY_RULE["identity-provider.no-domain"].messages(provider(UserPoolId="eu-central-1_AbCdEfGhI")) == []


@pytest.mark.parametrize("kind", ["OIDC", "SAML"])
def test_neither_kind_of_company_is_called_like_a_social_provider(kind: str) -> None:
    assert len(BY_RULE["identity-provider.name-taken"].messages(provider(kind, ProviderName="Google"))) == 1


def test_each_repetition_of_an_identifier_is_one_finding() -> None:
    template = provider(IdpIdentifiers=["shop.example", "shop.example", "shop.example"])
    assert len(BY_RULE["identity-provider.duplicate-identifier"].messages(template)) == 2
