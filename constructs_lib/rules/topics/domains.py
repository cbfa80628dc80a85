"""Domains: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html."""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_DOMAIN
from constructs_lib.rules.arns import is_of_another_service
from constructs_lib.rules.facts.quotas import CUSTOM_DOMAINS
from constructs_lib.rules.facts.regions import CERTIFICATES, OTHER_PARTITIONS
from constructs_lib.rules.registry import API, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_CUSTOM_PAGE = GUIDE + "cognito-user-pools-add-custom-domain.html"
_DOMAIN_API = API + "API_CreateUserPoolDomain.html"
_CERTIFICATE_TYPE = "AWS::CertificateManager::Certificate"
_BRANDING = "AWS::Cognito::ManagedLoginBranding"
_CONFIG = "CustomDomainConfig"
_CERTIFICATE = f"{_CONFIG}.CertificateArn"


def is_custom(domain: View) -> bool:
    """Tell a domain of one's own from a prefix: it alone has a configuration."""
    return domain.known(_CONFIG) is not None


@rule(
    "domain.certificate-missing",
    USER_POOL_DOMAIN,
    why="a domain of your own is served with a certificate of your own",
    evidence="API model",
    source=API + "API_CustomDomainConfigType.html",
)
def certificate_missing(domain: View) -> Iterator[Problem]:
    """Refuse a domain of one's own without a certificate."""
    if is_custom(domain):
        place = None if domain.has(_CERTIFICATE) else _CERTIFICATE
    else:
        place = "Domain" if "." in (domain.text("Domain") or "") else None
    if place is not None:
        yield domain.problem(
            place,
            "needs a certificate: with dots it is a domain of your own" if place == "Domain" else "must be given",
            got=domain.get(place),
            allowed="a prefix without dots, or a custom domain with the ARN of its certificate in us-east-1",
            fix="give the certificate (in a CDK app, to the construct), or use a prefix domain",
        )


@rule(
    "domain.certificate-region",
    USER_POOL_DOMAIN,
    why="CloudFront serves the domain, and takes certificates from us-east-1 only, whatever the pool's Region",
    evidence="measured on AWS",
    source=_CUSTOM_PAGE,
)
def certificate_region(domain: View) -> Iterator[Problem]:
    """Refuse a certificate of another Region."""
    made_here = domain.neighbour(_CERTIFICATE)
    if made_here is not None and made_here.type == _CERTIFICATE_TYPE:
        region = domain.region
        wrong = region != CERTIFICATES and not region.startswith(OTHER_PARTITIONS)
    else:
        wrong = re.match(rf"arn:aws:acm:(?!{CERTIFICATES}:)[^:]+:", domain.text(_CERTIFICATE) or "") is not None
    if wrong:
        yield domain.problem(
            _CERTIFICATE,
            f"must be a certificate in {CERTIFICATES}",
            got=domain.get(_CERTIFICATE),
            allowed=f"a certificate in {CERTIFICATES}",
            fix=f"make the certificate in {CERTIFICATES}, in a stack of its own if need be",
        )


def _names(certificate: View) -> list[str]:
    """Give the names that a certificate is for, all of which are known."""
    first = certificate.text("DomainName")
    return [*([] if first is None else [first]), *(certificate.texts("SubjectAlternativeNames") or ())]


@rule(
    "domain.certificate-name",
    USER_POOL_DOMAIN,
    severity="warning",
    why="browsers trust a domain only with a certificate that names it, and AWS refuses any other",
    evidence="developer guide",
    source=_CUSTOM_PAGE,
)
def certificate_name(domain: View) -> Iterator[Problem]:
    """Warn of a certificate here that is for other names."""
    certificate = domain.neighbour(_CERTIFICATE)
    name = domain.text("Domain") if certificate is not None and is_custom(domain) else None
    if certificate is None or name is None or certificate.type != _CERTIFICATE_TYPE:
        return
    names, any_of = _names(certificate), f"*.{name.partition('.')[2]}"
    if names and not {name, any_of} & {one.lower() for one in names}:
        yield domain.problem(
            _CERTIFICATE,
            f"is a certificate for {', '.join(names)} ({certificate.key}), not for {{Domain}}",
            allowed=f"a certificate for {name} or {any_of}",
            fix=f"add {name} to the certificate's names",
        )


@rule(
    "domain.kept-without-pool",
    USER_POOL_DOMAIN,
    severity="warning",
    why="AWS answers 'User pool cannot be deleted. It has a domain configured that should be deleted first'",
    evidence="reported",
    source="https://github.com/hashicorp/terraform-provider-aws/issues/16479",
)
def kept_without_pool(domain: View) -> Iterator[Problem]:
    """Warn of a domain that stands in the way when its pool is deleted."""
    policy, its = (one.attributes.get("DeletionPolicy") for one in (domain, domain.pool))
    if policy in ("Retain", "RetainExceptOnCreate") and its in (None, "Delete"):
        yield domain.problem(
            "DeletionPolicy",
            "keeps the domain, so that the pool cannot be deleted with the stack",
            got=policy,
            allowed="Delete, or Retain where the pool is retained",
            fix="leave it out: what the domain needs to be made again is in the template",
        )


@rule(
    "domain.not-a-certificate",
    USER_POOL_DOMAIN,
    severity="warning",
    why="the domain takes certificates of Certificate Manager; what AWS answers to other ARNs is not documented",
    evidence="inferred",
    source=_CUSTOM_PAGE,
)
def not_a_certificate(domain: View) -> Iterator[Problem]:
    """Warn of the ARN of something else."""
    if is_of_another_service(domain.get(_CERTIFICATE), "acm"):
        yield domain.problem(
            _CERTIFICATE,
            "is not the ARN of a certificate",
            got=domain.get(_CERTIFICATE),
            allowed="arn:aws:acm:us-east-1:<account>:certificate/<id>",
            fix="use the ARN of a certificate of Certificate Manager, also of one that was imported there",
        )


@rule(
    "domain.one-of-each",
    USER_POOL_DOMAIN,
    why="a pool has at most one prefix domain and one custom domain",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pools-assign-domain.html",
)
def one_of_each(domain: View) -> Iterator[Problem]:
    """Refuse a second domain of the same kind."""
    custom = is_custom(domain)
    if any(other.key < domain.key and is_custom(other) is custom for other in domain.siblings):
        kind = "custom" if custom else "prefix"
        yield domain.problem(
            "Domain",
            f"is a second {kind} domain of the pool",
            got=domain.get("Domain"),
            allowed="one prefix domain and one custom domain",
            fix="leave one of them out",
        )


@rule(
    "domain.custom-quota",
    USER_POOL_DOMAIN,
    severity="warning",
    why="an account has four custom domains in a Region",
    evidence="developer guide",
    source=GUIDE + "quotas.html",
)
def custom_quota(domain: View) -> Iterator[Problem]:
    """Warn of the first custom domain that is too many, whatever pools they belong to."""
    if not domain.has(_CONFIG) or not is_custom(domain):
        return
    others = [view for view in domain.neighbours.views.values() if view.type == USER_POOL_DOMAIN]
    if sum(other.key < domain.key and other.surely_has(_CONFIG) for other in others) == CUSTOM_DOMAINS:
        yield domain.problem(
            "Domain",
            f"is one more than the {CUSTOM_DOMAINS} custom domains that an account may have in a Region",
            got=domain.get("Domain"),
            allowed=f"at most {CUSTOM_DOMAINS}, of all pools together",
            fix="use prefix domains for the others, or share a pool between applications",
        )


@rule(
    "domain.outdated-tls",
    USER_POOL_DOMAIN,
    severity="warning",
    why="TLS_V1 lets clients fall back to TLS 1.0 and to outdated ciphers",
    evidence="API model",
    source=API + "API_CustomDomainConfigType.html",
)
def outdated_tls(domain: View) -> Iterator[Problem]:
    """Warn of TLS 1.0, also where nobody says otherwise."""
    policy = domain.text(f"{_CONFIG}.SecurityPolicy") if is_custom(domain) else ""
    if policy in (None, "TLS_V1"):
        yield domain.problem(
            f"{_CONFIG}.SecurityPolicy",
            "allows TLS 1.0" if policy else "should be said: otherwise TLS 1.0 is allowed",
            got=policy,
            allowed="TLS_V1_2_2021 or TLS_V1_3_2025",
            fix="use TLS_V1_2_2021",
        )


@rule(
    "domain.failover-needs-custom",
    USER_POOL_DOMAIN,
    why="a prefix domain belongs to one Region",
    evidence="API model",
    source=_DOMAIN_API,
)
def failover_needs_custom(domain: View) -> Iterator[Problem]:
    """Refuse failover of a prefix domain."""
    if domain.surely_has("Routing.Failover") and not is_custom(domain):
        yield domain.problem(
            "Routing.Failover",
            "is for custom domains only",
            allowed="nothing, where the domain is a prefix",
            fix="leave it out, or use a custom domain",
        )


@rule(
    "domain.branding-missing",
    USER_POOL_DOMAIN,
    severity="warning",
    why="managed login shows an error page for each app client that has no branding style",
    evidence="API model",
    source=_DOMAIN_API,
)
def branding_missing(domain: View) -> Iterator[Problem]:
    """Warn of managed login without any branding style; one may be made elsewhere."""
    if domain.number("ManagedLoginVersion") == 2 and not domain.pool.all_around(_BRANDING):
        yield domain.problem(
            "ManagedLoginVersion",
            "needs a branding style for each app client, and there is none here",
            got=domain.get("ManagedLoginVersion"),
            allowed="1, or 2 with a branding style for each app client",
            fix="add an AWS::Cognito::ManagedLoginBranding for each app client, or use version 1",
        )


@rule(
    "domain.passkeys-on-prefix",
    USER_POOL_DOMAIN,
    severity="warning",
    why="with a custom domain passkeys belong to it, and those made on the prefix domain no longer work",
    evidence="API model",
    source=_DOMAIN_API,
)
def passkeys_on_prefix(domain: View) -> Iterator[Problem]:
    """Warn of passkeys that do not know which of two domains is theirs."""
    if is_custom(domain) or not any(is_custom(other) for other in domain.siblings):
        return
    factors = domain.pool.texts("Policies.SignInPolicy.AllowedFirstAuthFactors") or ()
    if "WEB_AUTHN" in factors and not domain.pool.has("WebAuthnRelyingPartyID"):
        yield domain.problem(
            "Domain",
            "is not the domain that passkeys belong to: that is the custom one",
            got=domain.get("Domain"),
            allowed="a prefix domain with {pool.WebAuthnRelyingPartyID} given, or the custom domain alone",
            fix="say whose passkeys they are in {pool.WebAuthnRelyingPartyID}, or leave the prefix domain out",
        )
