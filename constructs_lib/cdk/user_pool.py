"""The construct: a user pool and what lives in it, from settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from aws_cdk.aws_cognito import CfnUserPool, IUserPool, UserPool
from constructs import Construct

from constructs_lib import profiles
from constructs_lib.cdk.authorizers import TokenIssuer, issuer_url, rendered_host
from constructs_lib.cdk.fragment import token_text
from constructs_lib.cdk.handed_in import HandedIn
from constructs_lib.cdk.own_domain import OwnDomain
from constructs_lib.cdk.trigger_problems import Triggers, problems
from constructs_lib.cdk.triggers import connect, made
from constructs_lib.declarations import Verbatim
from constructs_lib.rendering.names import POOL
from constructs_lib.settings import KmsKeyOf, LambdaTriggers, UserPoolSettings

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_certificatemanager import ICertificate
    from aws_cdk.aws_iam import IRole
    from aws_cdk.aws_kms import IKey
    from aws_cdk.aws_route53 import IHostedZone


class CognitoUserPool(TokenIssuer):
    """An Amazon Cognito user pool with everything around it.

    Args:
        scope: The construct around it.
        construct_id: Its id. ``CognitoUserPool(self, "Pool")`` has the logical id that ``aws_cognito.UserPool(self,
            "Pool")`` has, so that it can take that pool's place.
        settings: What is wanted. Default: `profiles.standard()`.
        triggers: Functions by trigger (a field of `LambdaTriggers`): an `IFunction`, or a `TriggerFunction`, which is
            made from the path of its handler. This pool may then invoke them. Default: none.
        sms_role: The role that Cognito assumes for text messages. Default: the one that the settings say.
        certificate: The certificate of the settings' ``custom_domain``, in us-east-1. Default: the one they name, or
            one that is made if there is a ``hosted_zone``.
        hosted_zone: The public hosted zone of the settings' ``custom_domain``: its certificate, unless there is one,
            and its alias records are made there. Elsewhere than in us-east-1 the certificate gets a stack of its own,
            for which this stack's Region must be known. Default: the records are your affair.
        parent_record: Whether the parent of the custom domain gets an A record that leads nowhere, since Cognito wants
            it to have one. Default: False, and a warning says so.
        encryption_key: The key that encrypts the pool's data; symmetric, in the pool's Region. Default: AWS's own.
        custom_sender_kms_key: The key for custom sender triggers, whose functions may decrypt with it. Default: the one
            that the settings name, else one that is made where a sender is handed in (``encrypting_key()``).
        logical_ids: Logical ids that resources have already, by name: ``Resource`` (the pool), ``SmsRole``,
            ``SmsRolePolicy``, and for everything else the prefix of its field (docs/settings.md) with your key, such
            as ``AppClientweb``. Default: CDK makes them up.
        acknowledge: Warnings that are known and wanted, by rule id, each with its reason; a profile's own are in its
            ``acknowledgements``, with those of scanners that go by CDK's, such as cdk-nag. Default: none.

    Raises:
        InvalidSettingsError: Everything that AWS would refuse, before any resource is made.
        ValueError: Something is handed in that has no place, or acknowledged that is no rule.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: UserPoolSettings | None = None,
        triggers: Triggers | None = None,
        sms_role: IRole | None = None,
        certificate: ICertificate | None = None,
        hosted_zone: IHostedZone | None = None,
        parent_record: bool = False,
        encryption_key: IKey | None = None,
        custom_sender_kms_key: IKey | None = None,
        logical_ids: Mapping[str, str] | None = None,
        acknowledge: Mapping[str, str] | None = None,
    ) -> None:
        said = settings if settings is not None else profiles.standard()
        handed_in = HandedIn(
            triggers=triggers or {},
            sms_role=sms_role,
            encryption_key=encryption_key,
            custom_sender_kms_key=custom_sender_kms_key,
        )
        domain = OwnDomain(certificate, hosted_zone, parent_record)
        judged = domain.into(handed_in.into(said, judged=True), judged=True)
        super().__init__(scope, construct_id, judged, acknowledge, problems(triggers, said) if triggers else ())
        domain.make_certificate(self, said)
        self.trigger_functions = made(self, triggers, said) if triggers else {}
        handed_in = replace(handed_in, made=self.trigger_functions)
        self.settings = domain.into(handed_in.into(said, judged=False), judged=False)
        """The settings, with what was handed in."""
        self._include(self.settings, logical_ids)
        if domain.finish(self, self.cfn_custom_domain):
            self._silence()
        if triggers and connect(self, triggers, self.custom_sender_key_arn):
            self._silence()
        if sms_role is not None:
            self.cfn_user_pool.node.add_dependency(sms_role)  # its policies too must be there when Cognito tries it

    @cached_property
    def user_pool(self) -> IUserPool:
        """The pool for everything in CDK that takes one."""
        return UserPool.from_user_pool_id(self, "UserPool", self.cfn_user_pool.ref)

    @cached_property
    def issuer_url(self) -> str:
        """The issuer that the pool's tokens name, as ``issuer_type`` and the L1 have it when the app is synthesized."""
        return issuer_url(self.cfn_user_pool.ref, self._stack.region, rendered_host(self.cfn_user_pool))

    @property
    def user_pool_arn(self) -> str:
        """The pool's ARN."""
        return self.cfn_user_pool.attr_arn

    @property
    def custom_sender_key_arn(self) -> str | None:
        """The ARN of the key for custom senders, if there is one."""
        triggers = self.settings.lambda_triggers
        key = triggers.kms_key_id if isinstance(triggers, LambdaTriggers) else None
        if isinstance(key, KmsKeyOf):
            return self.cfn_others("kms_keys")[key.key].get_att("Arn").to_string()
        return token_text(key.value) if isinstance(key, Verbatim) else key

    @property
    def cfn_user_pool(self) -> CfnUserPool:
        """The pool's L1."""
        return self._typed(CfnUserPool, POOL)
