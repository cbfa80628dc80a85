"""Rules about domains."""

from typing import Any

import pytest

from constructs_lib.resources.model import USER_POOL_DOMAIN, Resources, ref
from constructs_lib.rules import Deployment
from tests.rules.case import UNKNOWN, Case, domain, pool

ARN = "arn:aws:acm:us-east-1:111122223333:certificate/1"
PASSKEYS = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}


def custom(name: Any = "auth.shop.example", **config: Any) -> Resources:
    return domain(Domain=name, CustomDomainConfig={"CertificateArn": ARN} | config)


def second(name: str, *, own: bool = True, **attributes: Any) -> Resources:
    config = {"CustomDomainConfig": {"CertificateArn": ARN}} if own else {}
    properties = {"UserPoolId": {"Ref": "Pool"}, "Domain": name} | config
    return {"Second": {"Type": USER_POOL_DOMAIN, "Properties": properties, **attributes}}


def branding() -> Resources:
    return {"Style": {"Type": "AWS::Cognito::ManagedLoginBranding", "Properties": {"UserPoolId": {"Ref": "Pool"}}}}


def certificate(name: Any, *others: Any) -> Resources:
    properties = {"DomainName": name, "SubjectAlternativeNames": list(others)}
    return {"Certificate": {"Type": "AWS::CertificateManager::Certificate", "Properties": properties}}


def kept(resources: Resources) -> Resources:
    return {key: resource | {"DeletionPolicy": "Retain"} for key, resource in resources.items()}


def custom_domains(count: int, **properties: Any) -> Resources:
    """Make custom domains of as many pools."""
    return {
        f"D{number}": {
            "Type": USER_POOL_DOMAIN,
            "Properties": {
                "UserPoolId": f"eu-west-1_{number}",
                "Domain": f"auth{number}.shop.example",
                "CustomDomainConfig": {"CertificateArn": UNKNOWN},
                **properties,
            },
        }
        for number in range(count)
    }


CASES = [
    Case(
        rule="domain.certificate-missing",
        fails=domain(Domain="auth.shop.example"),
        says="""\
Domain.Domain: needs a certificate: with dots it is a domain of your own, got 'auth.shop.example'
   allowed: a prefix without dots, or a custom domain with the ARN of its certificate in us-east-1
   fix: give the certificate (in a CDK app, to the construct), or use a prefix domain
   [domain.certificate-missing] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CustomDomainConfigType.html""",
        passes=domain(Domain="auth-shop"),
        silent=domain(Domain="auth.shop.example", CustomDomainConfig={"CertificateArn": UNKNOWN}),
    ),
    Case(
        rule="domain.certificate-region",
        fails=custom(CertificateArn="arn:aws:acm:eu-central-1:111122223333:certificate/1"),
        says="""\
Domain.CustomDomainConfig.CertificateArn: must be a certificate in us-east-1, got \
'arn:aws:acm:eu-central-1:111122223333:certificate/1'
   fix: make the certificate in us-east-1, in a stack of its own if need be
   [domain.certificate-region] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html""",
        passes=custom(),
        silent=custom(CertificateArn=UNKNOWN),
    ),
    Case(
        rule="domain.not-a-certificate",
        fails=custom(CertificateArn="arn:aws:iam::111122223333:server-certificate/shop"),
        says="""\
Domain.CustomDomainConfig.CertificateArn: is not the ARN of a certificate, got \
'arn:aws:iam::111122223333:server-certificate/shop'
   allowed: arn:aws:acm:us-east-1:<account>:certificate/<id>
   fix: use the ARN of a certificate of Certificate Manager, also of one that was imported there
   [domain.not-a-certificate] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html""",
        passes=custom(),
        silent=custom(CertificateArn=UNKNOWN),
    ),
    Case(
        rule="domain.one-of-each",
        fails=domain(Domain="shop") | second("shop-2", own=False),
        says="""\
Second.Domain: is a second prefix domain of the pool, got 'shop-2'
   allowed: one prefix domain and one custom domain
   fix: leave one of them out
   [domain.one-of-each] https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html""",
        passes=domain(Domain="shop") | second("auth.shop.example"),
        silent=domain(Domain="shop", CustomDomainConfig=UNKNOWN) | second("shop-2", own=False),
    ),
    Case(
        rule="domain.custom-quota",
        fails=custom_domains(5),
        says="""\
D4.Domain: is one more than the 4 custom domains that an account may have in a Region, got 'auth4.shop.example'
   allowed: at most 4, of all pools together
   fix: use prefix domains for the others, or share a pool between applications
   [domain.custom-quota] https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html""",
        passes=custom_domains(4),
        silent=custom_domains(5, CustomDomainConfig=UNKNOWN),
    ),
    Case(
        rule="domain.outdated-tls",
        fails=custom(),
        says="""\
Domain.CustomDomainConfig.SecurityPolicy: should be said: otherwise TLS 1.0 is allowed
   allowed: TLS_V1_2_2021 or TLS_V1_3_2025
   fix: use TLS_V1_2_2021
   [domain.outdated-tls] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CustomDomainConfigType.html""",
        passes=custom(SecurityPolicy="TLS_V1_2_2021"),
        silent=custom(SecurityPolicy=UNKNOWN),
    ),
    Case(
        rule="domain.failover-needs-custom",
        fails=domain(Domain="shop", Routing={"Failover": {"SecondaryRegion": "eu-west-1"}}),
        says="""\
Domain.Routing.Failover: is for custom domains only
   allowed: nothing, where the domain is a prefix
   fix: leave it out, or use a custom domain
   [domain.failover-needs-custom] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html""",
        passes=custom() | pool(),
        silent=domain(Domain="shop", Routing=UNKNOWN),
    ),
    Case(
        rule="domain.branding-missing",
        fails=pool() | domain(Domain="shop", ManagedLoginVersion=2),
        says="""\
Domain.ManagedLoginVersion: needs a branding style for each app client, and there is none here, got 2
   allowed: 1, or 2 with a branding style for each app client
   fix: add an AWS::Cognito::ManagedLoginBranding for each app client, or use version 1
   [domain.branding-missing] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html""",
        passes=pool() | domain(Domain="shop", ManagedLoginVersion=2) | branding(),
        silent=pool() | domain(Domain="shop", ManagedLoginVersion=UNKNOWN),
    ),
    Case(
        rule="domain.passkeys-on-prefix",
        fails=pool(**PASSKEYS) | domain(Domain="shop") | second("auth.shop.example"),
        says="""\
Domain.Domain: is not the domain that passkeys belong to: that is the custom one, got 'shop'
   allowed: a prefix domain with Pool.WebAuthnRelyingPartyID given, or the custom domain alone
   fix: say whose passkeys they are in Pool.WebAuthnRelyingPartyID, or leave the prefix domain out
   [domain.passkeys-on-prefix] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html""",
        passes=pool(WebAuthnRelyingPartyID=UNKNOWN, **PASSKEYS) | domain(Domain="shop") | second("auth.shop.example"),
        silent=pool(Policies=UNKNOWN) | domain(Domain="shop") | second("auth.shop.example"),
    ),
    Case(
        rule="domain.certificate-name",
        fails=custom(CertificateArn=ref("Certificate")) | certificate("shop.example", "www.shop.example"),
        says="""\
Domain.CustomDomainConfig.CertificateArn: is a certificate for shop.example, www.shop.example (Certificate), not for \
Domain.Domain
   allowed: a certificate for auth.shop.example or *.shop.example
   fix: add auth.shop.example to the certificate's names
   [domain.certificate-name] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html""",
        passes=custom(CertificateArn=ref("Certificate")) | certificate("shop.example", "*.shop.example"),
        silent=custom(CertificateArn=ref("Certificate")) | certificate("shop.example", UNKNOWN),
    ),
    Case(
        rule="domain.kept-without-pool",
        fails=pool() | kept(domain(Domain="shop")),
        says="""\
Domain.DeletionPolicy: keeps the domain, so that the pool cannot be deleted with the stack, got 'Retain'
   allowed: Delete, or Retain where the pool is retained
   fix: leave it out: what the domain needs to be made again is in the template
   [domain.kept-without-pool] https://github.com/hashicorp/terraform-provider-aws/issues/16479""",
        passes=kept(pool()) | kept(domain(Domain="shop")),
        silent=kept(domain(Domain="shop", UserPoolId=UNKNOWN)) | pool(),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("region", "count"),
    [
        *(("eu-central-1", 1), ("us-east-1", 0), ("cn-north-1", 0), (None, 0)),
        *(("us-gov-west-1", 0), ("us-iso-east-1", 0), ("eu-isoe-west-1", 0), ("eusc-de-east-1", 0)),
    ],
)
def test_a_certificate_of_the_template_is_in_the_templates_region(region: str | None, count: int) -> None:
    certificate = {"Certificate": {"Type": "AWS::CertificateManager::Certificate", "Properties": {}}}
    case = Case(
        rule="domain.certificate-region",
        fails={},
        says="",
        passes={},
        silent={},
        where=Deployment(region=region),
    )
    assert len(case.messages(custom(CertificateArn=ref("Certificate")) | certificate)) == count


def test_domains_of_different_conditions_may_exclude_each_other() -> None:
    template = domain(Domain="shop") | second("shop-2", own=False, Condition="Staging")
    assert BY_RULE["domain.one-of-each"].messages(template) == []


def test_a_certificate_is_missed_in_an_empty_configuration_too() -> None:
    template = domain(Domain=UNKNOWN, CustomDomainConfig={"SecurityPolicy": "TLS_V1_2_2021"})
    assert len(BY_RULE["domain.certificate-missing"].messages(template)) == 1


def test_tls_1_0_is_warned_of_when_asked_for_too() -> None:
    (message,) = BY_RULE["domain.outdated-tls"].messages(custom(SecurityPolicy="TLS_V1"))
    assert message.startswith("Domain.CustomDomainConfig.SecurityPolicy: allows TLS 1.0, got 'TLS_V1'")


def test_a_prefix_domain_has_a_policy_of_its_own() -> None:
    assert BY_RULE["domain.outdated-tls"].messages(domain(Domain="shop")) == []


def test_failover_of_a_domain_of_ones_own_is_fine() -> None:
    template = custom()
    template["Domain"]["Properties"]["Routing"] = {"Failover": {"SecondaryRegion": "eu-west-1"}}
    assert BY_RULE["domain.failover-needs-custom"].messages(template) == []


def test_passkeys_have_one_domain_where_there_is_one() -> None:
    assert BY_RULE["domain.passkeys-on-prefix"].messages(pool(**PASSKEYS) | domain(Domain="shop")) == []


def test_a_domain_of_ones_own_must_be_given_its_certificate() -> None:
    (message,) = BY_RULE["domain.certificate-missing"].messages(
        domain(Domain="auth.shop.example", CustomDomainConfig={})
    )
    assert message.startswith("Domain.CustomDomainConfig.CertificateArn: must be given\n")


def test_a_second_custom_domain_is_told_from_a_second_prefix() -> None:
    (message,) = BY_RULE["domain.one-of-each"].messages(custom() | second("login.shop.example"))
    assert message.startswith("Second.Domain: is a second custom domain of the pool")
