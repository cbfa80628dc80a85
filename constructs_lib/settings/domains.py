"""The domains on which a pool serves its hosted pages and OAuth 2.0 endpoints.

A pool may have one prefix domain and one domain of your own.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
"""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from constructs_lib.declarations import Given, Part, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.references import POOL_LINK
from constructs_lib.resources.model import USER_POOL_DOMAIN
from constructs_lib.resources.values import Json


@declared
class Failover(Part):
    """Where the domain goes when its Region fails; needs a replica of the pool there."""

    secondary_region: Given[str] = field(metadata=named("SecondaryRegion"))
    """The replica's Region."""

    primary_route53_health_check_id: Given[str] = field(metadata=named("PrimaryRoute53HealthCheckId"))
    """The Route 53 health check that decides."""


@declared
class PrefixDomain(ResourcePart):
    """``https://<prefix>.auth.<region>.amazoncognito.com``."""

    TYPE: ClassVar[str] = USER_POOL_DOMAIN
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    prefix: Given[str] = field(metadata=named("Domain"), kw_only=False)
    """The first label, unique in the Region among all AWS accounts. Another one replaces the domain."""

    managed_login_version: Setting[int] = prop("ManagedLoginVersion")
    """1 for the classic hosted pages, 2 for managed login, which shows nothing before an app client has a branding
    style. Default: Cognito takes 1 through CloudFormation. Can be changed."""


@declared
class CustomDomain(ResourcePart):
    """A domain of your own, such as ``auth.shop.example``; its parent must have an A record already."""

    TYPE: ClassVar[str] = USER_POOL_DOMAIN
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    name: Given[str] = field(metadata=named("Domain"), kw_only=False)
    """The whole name, at most 63 characters; no other CloudFront distribution may have it. Another one replaces the
    domain."""

    certificate_arn: Setting[str] = prop("CustomDomainConfig.CertificateArn")
    """ARN of a certificate for the name, in us-east-1 whatever the pool's Region; it must have been issued.
    Default: the one that is handed to the construct; without any, AWS refuses the domain. Can be changed."""

    security_policy: Setting[Literal["TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025"]] = prop(
        "CustomDomainConfig.SecurityPolicy"
    )
    """The oldest TLS that clients may use. Default: Cognito takes TLS_V1. Can be changed."""

    managed_login_version: Setting[int] = prop("ManagedLoginVersion")
    """1 for the classic hosted pages, 2 for managed login. Default: as for `PrefixDomain`. Can be changed."""

    failover: Setting[Failover] = prop("Routing.Failover")
    """Fail over to a replica in another Region. Default: none. Can be changed."""
