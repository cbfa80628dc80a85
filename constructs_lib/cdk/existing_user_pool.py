"""The construct: more around a pool that another stack, or another tool, has made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from aws_cdk import Fn
from aws_cdk.aws_cognito import IUserPool, UserPool
from constructs import Construct

from constructs_lib.cdk.authorizers import IssuerType, TokenIssuer, issuer_url
from constructs_lib.cdk.fragment import token_text
from constructs_lib.cdk.own_domain import OwnDomain
from constructs_lib.declarations import Verbatim
from constructs_lib.resources.issuers import host_of
from constructs_lib.settings import ExistingUserPool

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_certificatemanager import ICertificate
    from aws_cdk.aws_route53 import IHostedZone


class ExistingCognitoUserPool(TokenIssuer):
    """App clients, a domain, groups, providers and whatever else lives around a pool that is there already.

    The pool itself stays as it is: nothing here sets its own properties, nor deletes it. Rules that would need them say
    nothing.

    Args:
        scope: The construct around it.
        construct_id: Its id.
        settings: What is added, and to which pool. ``ExistingUserPool.from_arn`` takes an ARN, also one of another
            stack's pool; a profile fills it by ``profiles.standard.fill(ExistingUserPool(...))``.
        certificate: The certificate of the settings' ``custom_domain``. Default: as for `CognitoUserPool`.
        hosted_zone: The hosted zone of the settings' ``custom_domain``. Default: as for `CognitoUserPool`.
        parent_record: Whether the parent of the custom domain gets an A record. Default: as for `CognitoUserPool`.
        logical_ids: Logical ids that resources have already, by name. Default: CDK makes them up.
        issuer_type: Which issuer the pool's tokens name, which cannot be seen from here. Default: ``ORIGINAL``.
        acknowledge: Warnings that are known and wanted, by rule id, each with its reason; a profile's own are in its
            ``acknowledgements``, with those of scanners that go by CDK's, such as cdk-nag. Default: none.
        triggers: Refused, with what can be done instead: CloudFormation sets triggers with the pool itself.

    Raises:
        InvalidSettingsError: Everything that AWS would refuse, before any resource is made.
        ValueError: Something is handed in that has no place, or acknowledged that is no rule; or the issuer is
            none.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: ExistingUserPool,
        certificate: ICertificate | None = None,
        hosted_zone: IHostedZone | None = None,
        parent_record: bool = False,
        logical_ids: Mapping[str, str] | None = None,
        issuer_type: IssuerType = "ORIGINAL",
        acknowledge: Mapping[str, str] | None = None,
        triggers: Mapping[str, object] | None = None,
    ) -> None:
        if triggers:
            raise ValueError(
                f"triggers: CloudFormation sets {', '.join(triggers)} only as a part of the pool, which is made "
                "elsewhere; hand functions in where the pool is made, or take it over with `userpool adopt`"
            )
        if issuer_type not in ("ORIGINAL", "UPDATED"):
            raise ValueError(f"issuer_type: must be ORIGINAL or UPDATED, got {issuer_type!r}")
        domain = OwnDomain(certificate, hosted_zone, parent_record)
        super().__init__(scope, construct_id, domain.into(settings, judged=True), acknowledge)
        domain.make_certificate(self, settings)
        self.settings = domain.into(settings, judged=False)
        """The settings, with what was handed in."""
        self._issuer_type = issuer_type
        self._include(self.settings, logical_ids)
        if domain.finish(self, self.cfn_custom_domain):
            self._silence()

    @cached_property
    def user_pool(self) -> IUserPool:
        """The pool for everything in CDK that takes one."""
        pool_id = self.settings.user_pool_id
        said = token_text(pool_id.value) if isinstance(pool_id, Verbatim) else pool_id
        return UserPool.from_user_pool_id(self, "UserPool", said)

    @property
    def user_pool_arn(self) -> str:
        """The pool's ARN."""
        return self.user_pool.user_pool_arn

    @cached_property
    def issuer_url(self) -> str:
        """The issuer that the pool's tokens name; its Region is the beginning of its id."""
        pool_id = self.user_pool.user_pool_id
        return issuer_url(pool_id, Fn.select(0, Fn.split("_", pool_id)), host_of(self._issuer_type))
