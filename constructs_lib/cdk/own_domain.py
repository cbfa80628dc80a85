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

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import jsii
from aws_cdk import Stack, Token, Validations
from aws_cdk.aws_cognito import CfnUserPoolDomain
from constructs import Construct

from constructs_lib.cdk.domain_certificate import certificate_for, require_inside
from constructs_lib.cdk.family import PARENT_RECORD_WARNING
from constructs_lib.cdk.fragment import token_text
from constructs_lib.cdk.handed_in import arn_of
from constructs_lib.declarations import Verbatim
from constructs_lib.settings.pool_resources import PoolResources

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_certificatemanager import ICertificate
    from aws_cdk.aws_route53 import ARecord, IHostedZone, RecordTarget

S = TypeVar("S", bound=PoolResources)

_CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2"  # https://docs.aws.amazon.com/general/latest/gr/cf_region.html
_NOWHERE = "192.0.2.1"  # no machine ever has an address of RFC 5737, so that nobody is sent to a stranger's


class OwnDomain:
    """What was handed in for a pool's ``custom_domain``.

    Args:
        certificate: Its certificate. Default: none.
        hosted_zone: The public hosted zone of its name. Default: none.
        parent_record: Whether its parent gets an A record.

    Raises:
        ValueError: A parent's record is wanted and there is no zone for it.
    """

    def __init__(self, certificate: ICertificate | None, hosted_zone: IHostedZone | None, parent_record: bool) -> None:
        if parent_record and hosted_zone is None:
            raise ValueError("parent_record: there is no hosted_zone in which it could be made")
        self._certificate, self._zone, self._parent_record = certificate, hosted_zone, parent_record

    def into(self, settings: S, *, judged: bool) -> S:
        """Put the certificate's ARN into the settings; one that is still to be made is unknown.

        Raises:
            ValueError: There is no domain that certificate or zone could serve.
        """
        if self._certificate is None and self._zone is None:
            return settings
        domain = settings.custom_domain
        if domain is None:
            handed_in = "certificate" if self._certificate is not None else "hosted_zone"
            raise ValueError(f"{handed_in}: there is no custom_domain in the settings that it could serve")
        if self._certificate is not None:
            said = self._certificate.certificate_arn
            arn = arn_of(self._certificate, said, "acm", "certificate/handed-in") if judged else said
        elif domain.certificate_arn is None:
            arn = "${Token[Certificate]}"
        else:
            return settings
        return replace(settings, custom_domain=replace(domain, certificate_arn=arn))

    def make_certificate(self, scope: Construct, settings: PoolResources) -> None:
        """Make the certificate, where there is a zone to prove the name's owner by and no certificate yet."""
        domain = settings.custom_domain
        if self._zone is None or self._certificate is not None or domain is None or domain.certificate_arn is not None:
            return
        name = token_text(domain.name.value) if isinstance(domain.name, Verbatim) else domain.name
        self._certificate = certificate_for(scope, name, self._zone)

    def finish(self, scope: Construct, custom_domain: CfnUserPoolDomain | None) -> bool:
        """Make the domain's records where there is a zone for them, and tell whether there is."""
        if self._zone is None or custom_domain is None:
            return False
        finish(scope, custom_domain, self._zone, parent_record=self._parent_record)
        return True


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
