"""Domains, managed login and the classic pages."""

from typing import Any

from constructs_lib.resources.model import Resources, ref
from tests.failures.resources import of_pool, web, with_attributes
from tests.failures.row import Row, Told, change, failure, misplaced, refused, unseen, warned
from tests.rules.case import domain, pool

CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"
GOOD = domain(Domain="shop-customers")
GUIDE = "docs/guide.md"


def custom(name: str = "auth.shop.example", **said: Any) -> Resources:
    return domain(Domain=name, CustomDomainConfig={"CertificateArn": CERTIFICATE} | said)


def looks(**said: Any) -> Resources:
    return of_pool("UserPoolUICustomizationAttachment", "Looks", ClientId="ALL", **said)


def branding(key: str = "Style", **said: Any) -> Resources:
    return of_pool("ManagedLoginBranding", key, ClientId=ref("Client"), **said)


def asset(**said: Any) -> Resources:
    icon = {"Category": "PAGE_BACKGROUND", "ColorMode": "LIGHT", "Extension": "SVG"}
    return branding(Settings={"categories": {}}, Assets=[icon | said])


COGNITOS = branding(UseCognitoProvidedValues=True)
WAITING = with_attributes(looks(), "Looks", DependsOn="Domain")
SHOWN = {"ManagedLoginVersion": 1}

ROWS: list[Row] = [
    failure(
        "F145",
        "a prefix with one of AWS's own words",
        *[
            refused("domain.reserved-word", domain(Domain=f"shop-{word}-test"), GOOD)
            for word in ("aws", "amazon", "cognito")
        ],
        refused("domain.reserved-word", domain(Domain="cognito"), GOOD),
        refused("domain.reserved-word", domain(Domain="aws-shop"), GOOD),
        *[
            warned("domain.reserved-text", domain(Domain=prefix), GOOD)
            for prefix in ("newcognito", "awsome", "amazonas-shop")
        ],
    ),
    failure(
        "F146",
        "a prefix with other characters than a label of a host name has",
        *[
            refused("domain.prefix-characters", domain(Domain=prefix), GOOD)
            for prefix in ("Shop", "shop_customers", "-shop", "shop-", "shop customers", "shöp")
        ],
    ),
    failure(
        "F148",
        "a prefix made of a token that somebody has changed",
        *[
            refused(rule, domain(Domain=prefix), GOOD)
            for rule, prefix in (
                ("domain.prefix-characters", "shop-${token[token12]}"),
                ("domain.prefix-characters", "shop-${token-token-12}"),
                ("domain.certificate-missing", "${token[awscdk.12]}"),
            )
        ],
    ),
    failure(
        "F149",
        "a domain of one's own without its certificate, or a prefix with one",
        refused("domain.certificate-missing", domain(Domain="login.shop.example"), custom("login.shop.example")),
        refused(
            "domain.certificate-missing",
            domain(Domain="login.shop.example", CustomDomainConfig={}),
            custom("login.shop.example"),
        ),
        refused("domain.custom-subdomain", custom("shop"), GOOD),
        refused(
            "domain.certificate-region",
            custom(CertificateArn=CERTIFICATE.replace("us-east-1", "eu-central-1")),
            custom(),
        ),
    ),
    unseen(
        "F151",
        "a certificate that is not validated yet",
        "only ACM knows how far a certificate is",
        Told("constructs_lib/settings/domains.py", "it must have been issued"),
    ),
    unseen(
        "F152",
        "the parent of the domain has no A record",
        "only DNS knows its records",
        Told(GUIDE, "Cognito wants the parent of the domain to have an A record"),
        refused("domain.custom-subdomain", custom("shop.example"), custom("auth.shop.example")),
    ),
    change("F154", "the domain was taken away by hand"),
    change("F155", "another tool replaces the domain for another certificate"),
    change("F157", "another version of the hosted pages, on a domain whose certificate is not said again"),
    failure(
        "F158",
        "the pages are styled before the domain is there",
        warned("ui-customization.domain-not-active", pool() | custom() | WAITING, pool() | GOOD | WAITING),
        warned("ui-customization.made-before-domain", pool() | GOOD | looks(), pool() | GOOD | WAITING),
    ),
    failure(
        "F160",
        "a style and Cognito's own values at once, or two styles",
        refused(
            "branding.settings-with-cognito-values",
            branding(UseCognitoProvidedValues=True, Settings={"categories": {}}),
            COGNITOS,
        ),
        warned(
            "branding.assets-with-cognito-values",
            branding(
                UseCognitoProvidedValues=True,
                Assets=[{"Category": "FORM_LOGO", "ColorMode": "DARK", "Extension": "PNG"}],
            ),
            COGNITOS,
        ),
        refused("branding.empty", branding(), COGNITOS),
        refused(
            "branding.second-style",
            web() | COGNITOS | branding("Style2", UseCognitoProvidedValues=True),
            web() | COGNITOS,
        ),
    ),
    failure(
        "F161",
        "an image for a colour mode that there is not",
        *[
            refused("branding.asset-color-mode", asset(ColorMode=mode), asset(ColorMode=good))
            for mode, good in (("BROWSER_ADAPTIVE", "DYNAMIC"), ("light", "LIGHT"), ("GREY", "DARK"))
        ],
    ),
    unseen(
        "F163",
        "the name of the domain is in use somewhere else",
        "only CloudFront knows who has a name",
        Told("constructs_lib/settings/domains.py", "no other CloudFront distribution may have it"),
    ),
    failure(
        "F164",
        "a Region without user pools, or without their hosted pages",
        misplaced("pool.region", pool(), "cn-north-1", "eu-central-1"),
        misplaced("pool.region", pool(), "cn-northwest-1", "ap-east-1"),
        misplaced("domain.region", GOOD, "ca-west-1", "ca-central-1"),
    ),
    failure(
        "F166",
        "a domain of more than 63 characters",
        refused("domain.length", domain(Domain="a" * 64), domain(Domain="a" * 63)),
        refused("domain.length", custom("a" * 60 + ".shop.example"), custom("a" * 50 + ".shop.example")),
        refused("domain.length", domain(Domain=""), GOOD),
    ),
    failure(
        "F167",
        "CSS that the classic pages do not take, or an image in the wrong place",
        *[
            refused(
                "ui-customization.css-class",
                pool() | GOOD | with_attributes(looks(CSS=css), "Looks", DependsOn="Domain"),
                pool() | GOOD | with_attributes(looks(CSS=".banner-customizable {}"), "Looks", DependsOn="Domain"),
            )
            for css in (".banner {}", ".logo-customisable {color: red}", ".label-customizable .other {}")
        ],
        refused("branding.asset-ico", asset(Extension="ICO"), asset(Extension="SVG")),
        refused(
            "branding.asset-ico",
            asset(Category="FORM_LOGO", Extension="ICO"),
            asset(Category="FAVICON_ICO", Extension="ICO"),
        ),
    ),
    failure(
        "F169",
        "the classic pages are styled, and there is no domain",
        warned("ui-customization.no-domain", pool() | looks(), pool() | GOOD | WAITING),
        warned("ui-customization.made-before-domain", pool() | GOOD | looks(), pool() | GOOD | WAITING),
    ),
]
