"""A domain of one's own from its name and its hosted zone: certificate, alias records and the parent's record.

CloudFormation makes and deletes in the order of the references: first the certificate and the parent's record, then the
domain, then its aliases; and backwards. Until CloudFront has let go of a deleted domain, for minutes, ACM refuses to
delete the certificate: delete the stack again.

A name cannot be changed in one deployment. CloudFormation would make the new domain before it deletes the old one, and
Cognito refuses: a pool has one domain of its own, and a name has one pool. Deploy without ``custom_domain``, then with
the new one.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsii
from aws_cdk import Stack, Token, Validations
from aws_cdk.aws_cognito import CfnUserPoolDomain
from constructs import Construct

from constructs_lib.cdk.domain_certificate import CERTIFICATE_REGION, certificate_for, require_inside

if TYPE_CHECKING:  # it takes long to import, and most pools need none
    from aws_cdk.aws_route53 import ARecord, IHostedZone, RecordTarget

__all__ = ["CERTIFICATE_REGION", "PARENT_RECORD_WARNING", "certificate_for", "finish"]

PARENT_RECORD_WARNING = "domain.parent-record"
"""The id under which `finish` warns of the parent's record; acknowledge it by this."""

_CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2"  # https://docs.aws.amazon.com/general/latest/gr/cf_region.html
_NOWHERE = "192.0.2.1"  # no machine ever has an address of RFC 5737, so that nobody is sent to a stranger's


def finish(
    scope: Construct, custom_domain: CfnUserPoolDomain, hosted_zone: IHostedZone, *, parent_record: bool = False
) -> None:
    """Make the records of a domain: its aliases and, if wanted, its parent's A record.

    Args:
        scope: Where to make the aliases: the construct of the pool.
        custom_domain: The domain.
        hosted_zone: The public zone in which its name lies.
        parent_record: Whether to make an A record for the parent, which must have one when Cognito makes the domain. It
            leads nowhere, to 192.0.2.1, and the domains of one stack share it. Where the parent has a record already,
            Route 53 refuses this one and the deployment fails with nothing changed. Default: none is made, and a
            warning says that the parent needs one, unless another domain of the stack had it made.

    Raises:
        ValueError: The name or its parent lies in another zone, or the parent is not known.
    """
    from aws_cdk.aws_route53 import AaaaRecord, ARecord

    name, stack = custom_domain.domain, Stack.of(custom_domain)
    require_inside(name, hosted_zone, "custom_domain")
    record = stack.node.try_find_child(f"ParentRecord-{_parent(name)}")
    if record is None and parent_record:
        record = _parent_record(stack, name, hosted_zone)
    target = _endpoint_of(custom_domain)
    # The dot at the end keeps CDK from appending the zone's name, and from asking for it.
    ARecord(scope, "AliasRecord", zone=hosted_zone, record_name=f"{name}.", target=target)
    AaaaRecord(scope, "AliasRecordIpv6", zone=hosted_zone, record_name=f"{name}.", target=target)
    if record is not None:
        custom_domain.node.add_dependency(record)
    else:
        Validations.of(scope).add_warning(
            PARENT_RECORD_WARNING,
            f"custom_domain: {_parent(name)} must have an A record when the domain is made, or Cognito refuses the "
            "domain; make sure that it has one, or have one made that leads nowhere: parent_record=True",
        )


def _parent(name: str) -> str:
    return "its parent" if Token.is_unresolved(name) else name.partition(".")[2]


def _parent_record(stack: Stack, name: str, hosted_zone: IHostedZone) -> ARecord:
    from aws_cdk.aws_route53 import ARecord, RecordTarget

    if Token.is_unresolved(name):
        raise ValueError("parent_record: the name of custom_domain must be known; make the parent's record yourself")
    parent = _parent(name)
    require_inside(parent, hosted_zone, "parent_record")
    return ARecord(
        stack,
        f"ParentRecord-{parent}",
        zone=hosted_zone,
        record_name=f"{parent}.",
        target=RecordTarget.from_ip_addresses(_NOWHERE),
        comment="Leads nowhere; Cognito makes no domain beneath a name without an A record",
    )


def _endpoint_of(custom_domain: CfnUserPoolDomain) -> RecordTarget:
    """Give the domain's endpoint; CDK's `UserPoolDomainTarget` runs a function to ask for it, unless a flag is set."""
    from aws_cdk.aws_route53 import AliasRecordTargetConfig, IAliasRecordTarget, RecordTarget

    @jsii.implements(IAliasRecordTarget)
    class Endpoint:
        def bind(self, _record: object, _zone: object = None) -> AliasRecordTargetConfig:
            endpoint = custom_domain.attr_cloud_front_distribution
            return AliasRecordTargetConfig(dns_name=endpoint, hosted_zone_id=_CLOUDFRONT_ZONE)

    return RecordTarget.from_alias(Endpoint())
