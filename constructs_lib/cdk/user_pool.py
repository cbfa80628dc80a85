"""The construct: a user pool and what lives in it, from settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from aws_cdk import Acknowledgment, CfnResource, Stack, Validations
from aws_cdk.aws_cognito import (
    CfnUserPool,
    CfnUserPoolClient,
    CfnUserPoolDomain,
    CfnUserPoolGroup,
    CfnUserPoolResourceServer,
    IUserPool,
    IUserPoolClient,
    IUserPoolDomain,
    IUserPoolGroup,
    IUserPoolResourceServer,
    UserPool,
    UserPoolClient,
    UserPoolDomain,
    UserPoolGroup,
    UserPoolResourceServer,
)
from constructs import Construct

from constructs_lib import profiles
from constructs_lib.cdk.fragment import Fragment
from constructs_lib.cdk.handed_in import HandedIn
from constructs_lib.checking import findings_of, refuse_errors
from constructs_lib.rendering.names import POOL, children_of, fragment_id
from constructs_lib.rendering.write import render
from constructs_lib.resources.values import is_token
from constructs_lib.rules.catalogue import all_ids
from constructs_lib.rules.finding import Finding
from constructs_lib.rules.view import Deployment
from constructs_lib.settings import UserPoolSettings

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_certificatemanager import ICertificate
    from aws_cdk.aws_iam import IRole
    from aws_cdk.aws_kms import IKey
    from aws_cdk.aws_lambda import IFunction

L1 = TypeVar("L1", bound=CfnResource)


class CognitoUserPool(Construct):
    """An Amazon Cognito user pool with its app clients, domains, groups and SMS role.

    Args:
        scope: The construct around it.
        construct_id: Its id. ``CognitoUserPool(self, "Pool")`` has the logical id that ``aws_cognito.UserPool(self,
            "Pool")`` has, so that it can take that pool's place.
        settings: What is wanted. Default: `profiles.standard()`.
        triggers: Functions by trigger (a field of `LambdaTriggers`); Cognito may then invoke them. Default: none.
        sms_role: The role that Cognito assumes for text messages. Default: the one that the settings say.
        certificate: The certificate of the settings' ``custom_domain``, in us-east-1. Default: the one they name.
        encryption_key: The key that encrypts the pool's data; symmetric, in the pool's Region. Default: AWS's own.
        custom_sender_kms_key: The key for custom sender triggers. Default: the one that the settings name.
        logical_ids: Logical ids that resources have already, by name: ``Resource`` (the pool), ``AppClient<key>``,
            ``Group<key>``, ``ResourceServer<key>``, ``Domain``, ``CustomDomain``, ``SmsRole``, ``SmsRolePolicy``.
            Default: CDK makes them up.
        acknowledge: Warnings that are known and wanted, by rule id, each with its reason. Default: none.

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
        triggers: Mapping[str, IFunction] | None = None,
        sms_role: IRole | None = None,
        certificate: ICertificate | None = None,
        encryption_key: IKey | None = None,
        custom_sender_kms_key: IKey | None = None,
        logical_ids: Mapping[str, str] | None = None,
        acknowledge: Mapping[str, str] | None = None,
    ) -> None:
        unknown = sorted(acknowledge.keys() - all_ids()) if acknowledge else []
        if unknown:
            raise ValueError(f"acknowledge: there is no rule {', '.join(unknown)}; see docs/rules.md")
        said = settings if settings is not None else profiles.standard()
        handed_in = HandedIn(
            triggers=triggers or {},
            sms_role=sms_role,
            certificate=certificate,
            encryption_key=encryption_key,
            custom_sender_kms_key=custom_sender_kms_key,
        )
        judged, self.settings = (handed_in.into(said, judged=judged) for judged in (True, False))
        """The settings, with what was handed in."""
        resources = render(self.settings)
        told = resources if judged is self.settings else render(judged)
        warnings = refuse_errors(findings_of(judged, told, _deployment(Stack.of(scope))))
        super().__init__(scope, construct_id)
        self._resources = Fragment(self, resources)
        self._pin(logical_ids or {})
        self._allow(triggers or {})
        if sms_role is not None:
            self.cfn_user_pool.node.add_dependency(sms_role)  # its policies too must be there when Cognito tries it
        self._tell(warnings, acknowledge or {})

    def _pin(self, logical_ids: Mapping[str, str]) -> None:
        unknown = logical_ids.keys() - set(self._resources.names)
        if unknown:
            there = ", ".join(self._resources.names)
            raise ValueError(f"logical_ids: there is no {', '.join(sorted(unknown))}; there are {there}")
        for name, logical_id in logical_ids.items():
            self._resources[name].override_logical_id(logical_id)

    def _allow(self, triggers: Mapping[str, IFunction]) -> None:
        if not triggers:
            return
        from aws_cdk.aws_iam import ServicePrincipal

        for name, function in triggers.items():
            # The id that aws_cognito.UserPool gives the permission, so that it stays in place when we take over.
            operation = "".join(part[:1].upper() + part[1:] for part in name.split("_"))
            function.add_permission(
                f"{operation}Cognito",
                principal=ServicePrincipal("cognito-idp.amazonaws.com"),
                source_arn=self.cfn_user_pool.attr_arn,
                source_account=Stack.of(self).account,
                scope=self,
            )

    def _tell(self, warnings: list[Finding], acknowledge: Mapping[str, str]) -> None:
        if not warnings:
            return
        validations = Validations.of(self)
        for rule, reason in acknowledge.items():
            validations.acknowledge(Acknowledgment(id=rule, reason=reason))
        for finding in warnings:
            validations.add_warning(finding.rule, str(finding))

    @cached_property
    def user_pool(self) -> IUserPool:
        """The pool for everything in CDK that takes one."""
        return UserPool.from_user_pool_id(self, "UserPool", self.cfn_user_pool.ref)

    @cached_property
    def app_clients(self) -> Mapping[str, IUserPoolClient]:
        """The app clients by your keys."""
        return {
            key: UserPoolClient.from_user_pool_client_id(self, f"UserPoolClient{key}", client.ref)
            for key, client in self.cfn_app_clients.items()
        }

    @cached_property
    def groups(self) -> Mapping[str, IUserPoolGroup]:
        """The groups by your keys."""
        return {
            key: UserPoolGroup.from_group_name(self, f"UserPoolGroup{key}", group.ref)
            for key, group in self.cfn_groups.items()
        }

    @cached_property
    def resource_servers(self) -> Mapping[str, IUserPoolResourceServer]:
        """The resource servers by your keys."""
        return {
            key: UserPoolResourceServer.from_user_pool_resource_server_id(self, f"UserPoolResourceServer{key}", cfn.ref)
            for key, cfn in self.cfn_resource_servers.items()
        }

    @cached_property
    def domain(self) -> IUserPoolDomain | None:
        """The domain that users see: your own, else the prefix, else none."""
        cfn = self.cfn_custom_domain or self.cfn_prefix_domain
        return None if cfn is None else UserPoolDomain.from_domain_name(self, "UserPoolDomain", cfn.ref)

    @property
    def cfn_user_pool(self) -> CfnUserPool:
        """The pool's L1."""
        return self._typed(CfnUserPool, POOL)

    @property
    def cfn_app_clients(self) -> Mapping[str, CfnUserPoolClient]:
        """The app clients' L1s by your keys."""
        return self._around("app_clients", CfnUserPoolClient)

    @property
    def cfn_groups(self) -> Mapping[str, CfnUserPoolGroup]:
        """The groups' L1s by your keys."""
        return self._around("groups", CfnUserPoolGroup)

    @property
    def cfn_resource_servers(self) -> Mapping[str, CfnUserPoolResourceServer]:
        """The resource servers' L1s by your keys."""
        return self._around("resource_servers", CfnUserPoolResourceServer)

    @property
    def cfn_prefix_domain(self) -> CfnUserPoolDomain | None:
        """The prefix domain's L1, if there is one."""
        return self._around("prefix_domain", CfnUserPoolDomain).get("")

    @property
    def cfn_custom_domain(self) -> CfnUserPoolDomain | None:
        """Your own domain's L1, if there is one."""
        return self._around("custom_domain", CfnUserPoolDomain).get("")

    def _around(self, name: str, kind: type[L1]) -> dict[str, L1]:
        found = ((field, key) for field, key, _ in children_of(self.settings) if field.name == name)
        return {key or "": self._typed(kind, fragment_id(field, key)) for field, key in found}

    def _typed(self, kind: type[L1], name: str) -> L1:
        resource = self._resources[name]
        assert isinstance(resource, kind), f"{name}: CDK made a {type(resource).__name__}, not a {kind.__name__}"
        return resource


def _deployment(stack: Stack) -> Deployment:
    region, account = (None if is_token(value) else value for value in (stack.region, stack.account))
    return Deployment(region=region, account=account)
