"""What the constructs around a user pool hand out: CDK's L2 interfaces and typed L1s, made when asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from aws_cdk import CfnResource
from aws_cdk.aws_cognito import (
    CfnLogDeliveryConfiguration,
    CfnManagedLoginBranding,
    CfnTerms,
    CfnUserPoolClient,
    CfnUserPoolDomain,
    CfnUserPoolGroup,
    CfnUserPoolIdentityProvider,
    CfnUserPoolRegionalConfigurationAttachment,
    CfnUserPoolReplica,
    CfnUserPoolResourceServer,
    CfnUserPoolRiskConfigurationAttachment,
    CfnUserPoolUICustomizationAttachment,
    CfnUserPoolUser,
    CfnUserPoolUserToGroupAttachment,
    IUserPoolClient,
    IUserPoolDomain,
    IUserPoolGroup,
    IUserPoolIdentityProvider,
    IUserPoolResourceServer,
    UserPoolClient,
    UserPoolDomain,
    UserPoolGroup,
    UserPoolIdentityProvider,
    UserPoolResourceServer,
)

from constructs_lib.cdk.family import Family
from constructs_lib.cdk.grants import GrantName, grant, role_of

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_iam import IGrantable
    from aws_cdk.aws_lambda import IFunction


class PoolFamily(Family):
    """What lives around a user pool."""

    trigger_functions: Mapping[str, IFunction] = {}
    """The functions by trigger, handed in or made, for what else they may do: ``table.grant_read_data(function)``."""

    @property
    def user_pool_arn(self) -> str:
        """The pool's ARN."""
        raise NotImplementedError

    def grant_read_users(self, grantee: IGrantable) -> None:
        """Let somebody look up users of the pool, and who is in which group.

        The actions are those of `constructs_lib.cdk.grants`, on this pool alone. A trigger of the pool may have them
        too: no circle comes of it.

        Raises:
            ValueError: It has no role that takes a policy.
        """
        self._grant(grantee, "read_users")

    def grant_manage_users(self, grantee: IGrantable) -> None:
        """Let somebody look up, create, change, disable and delete users of the pool, and set their passwords.

        Groups are another grant. Otherwise as `grant_read_users`.

        Raises:
            ValueError: It has no role that takes a policy.
        """
        self._grant(grantee, "manage_users")

    def grant_manage_groups(self, grantee: IGrantable) -> None:
        """Let somebody create, change and delete groups of the pool, and say who is in them.

        Otherwise as `grant_read_users`.

        Raises:
            ValueError: It has no role that takes a policy.
        """
        self._grant(grantee, "manage_groups")

    def _grant(self, grantee: IGrantable, name: GrantName) -> None:
        roles = map(role_of, self.trigger_functions.values())
        grant(self, grantee, name, self.user_pool_arn, [role.node.path for role in roles if role is not None])

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
    def identity_providers(self) -> Mapping[str, IUserPoolIdentityProvider]:
        """The identity providers by your keys."""
        return {
            key: UserPoolIdentityProvider.from_provider_name(self, f"UserPoolIdentityProvider{key}", cfn.ref)
            for key, cfn in self.cfn_identity_providers.items()
        }

    @cached_property
    def domain(self) -> IUserPoolDomain | None:
        """The domain that users see: your own, else the prefix, else none."""
        cfn = self.cfn_custom_domain or self.cfn_prefix_domain
        return None if cfn is None else UserPoolDomain.from_domain_name(self, "UserPoolDomain", cfn.ref)

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

    @property
    def cfn_identity_providers(self) -> Mapping[str, CfnUserPoolIdentityProvider]:
        """The identity providers' L1s by your keys."""
        return self._around("identity_providers", CfnUserPoolIdentityProvider)

    @property
    def cfn_managed_login_branding(self) -> Mapping[str, CfnManagedLoginBranding]:
        """The branding styles' L1s by your keys."""
        return self._around("managed_login_branding", CfnManagedLoginBranding)

    @property
    def cfn_terms(self) -> Mapping[str, CfnTerms]:
        """The terms' L1s by your keys."""
        return self._around("terms", CfnTerms)

    @property
    def cfn_ui_customizations(self) -> Mapping[str, CfnUserPoolUICustomizationAttachment]:
        """The classic pages' style sheets' L1s by your keys."""
        return self._around("ui_customizations", CfnUserPoolUICustomizationAttachment)

    @property
    def cfn_users(self) -> Mapping[str, CfnUserPoolUser]:
        """The users' L1s by your keys."""
        return self._around("users", CfnUserPoolUser)

    @property
    def cfn_group_memberships(self) -> Mapping[str, CfnUserPoolUserToGroupAttachment]:
        """The memberships' L1s by your keys."""
        return self._around("group_memberships", CfnUserPoolUserToGroupAttachment)

    @property
    def cfn_risk_configurations(self) -> Mapping[str, CfnUserPoolRiskConfigurationAttachment]:
        """The risk configurations' L1s by your keys."""
        return self._around("risk_configurations", CfnUserPoolRiskConfigurationAttachment)

    @property
    def cfn_replicas(self) -> Mapping[str, CfnUserPoolReplica]:
        """The replicas' L1s by your keys."""
        return self._around("replicas", CfnUserPoolReplica)

    @property
    def cfn_log_delivery(self) -> CfnLogDeliveryConfiguration | None:
        """The log delivery's L1, if there is one."""
        return self._around("log_delivery", CfnLogDeliveryConfiguration).get("")

    @property
    def cfn_regional_configuration(self) -> CfnUserPoolRegionalConfigurationAttachment | None:
        """The regional configuration's L1, if there is one."""
        return self._around("regional_configuration", CfnUserPoolRegionalConfigurationAttachment).get("")

    def cfn_others(self, field: str) -> Mapping[str, CfnResource]:
        """Give the L1s of a field whose resources are not Cognito's, such as ``log_groups`` or ``web_acl``.

        Args:
            field: The field of the settings.

        Returns:
            The L1s by your keys; by an empty text where there is but one.
        """
        return self._around(field, CfnResource)
