"""The construct: an identity pool and the roles that it gives, from settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from aws_cdk.aws_cognito import (
    CfnIdentityPool,
    CfnIdentityPoolPrincipalTag,
    CfnIdentityPoolRoleAttachment,
)
from constructs import Construct

from constructs_lib import profiles
from constructs_lib.cdk.family import Family
from constructs_lib.cdk.identity_handed_in import UserPoolWithClient, provider_of, with_roles, with_user_pools
from constructs_lib.rendering.names import POOL
from constructs_lib.settings import IdentityPoolSettings

if TYPE_CHECKING:  # each of these modules takes long to import
    from aws_cdk.aws_cognito_identitypool import IIdentityPool
    from aws_cdk.aws_iam import CfnRole, IRole

_AUTHENTICATED, _GUEST = "authenticated", "unauthenticated"


class CognitoIdentityPool(Family):
    """An Amazon Cognito identity pool: AWS credentials for the users of user pools and of other providers.

    Args:
        scope: The construct around it.
        construct_id: Its id. ``CognitoIdentityPool(self, "Identities")`` has the logical id that
            ``aws_cognito_identitypool.IdentityPool(self, "Identities")`` has, so that it can take its place.
        settings: What is wanted. Default: `profiles.identity_pool()`.
        user_pools: User pools whose users get credentials, by a key of yours: ``{"web": (users, "web")}`` takes the app
            client ``web`` of the `CognitoUserPool` ``users``, and ``{"web": (pool, client)}`` any pool and client of
            CDK's. They come after those of the settings, and their tokens are checked with the user pool. A role
            mapping of the settings that has the same key, and says no provider, is theirs. Default: none.
        authenticated_role: The role of users who have signed in. Default: the one that the settings say.
        guest_role: The role of guests. Default: the one that the settings say.
        logical_ids: Logical ids that resources have already, by name: ``Resource`` (the identity pool),
            ``RoleAttachment``, ``PrincipalTags<key>``, ``IdentityRole<key>``. Default: CDK makes them up.
        acknowledge: Warnings that are known and wanted, by rule id, each with its reason; a profile's own are in its
            ``acknowledgements``, with those of scanners that go by CDK's, such as cdk-nag. Default: none.

    A role that is handed in as an `aws_iam.Role` trusts the identity pool from then on; the trust of one that is
    imported is your affair.

    Raises:
        InvalidSettingsError: Everything that AWS would refuse, before any resource is made.
        TypeError: A user pool comes without its app client.
        ValueError: Something is handed in that has no place, or acknowledged that is no rule.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: IdentityPoolSettings | None = None,
        user_pools: Mapping[str, UserPoolWithClient] | None = None,
        authenticated_role: IRole | None = None,
        guest_role: IRole | None = None,
        logical_ids: Mapping[str, str] | None = None,
        acknowledge: Mapping[str, str] | None = None,
    ) -> None:
        said = settings if settings is not None else profiles.identity_pool()
        roles = {_AUTHENTICATED: authenticated_role, _GUEST: guest_role}
        self._handed_in = {key: role for key, role in roles.items() if role is not None}
        said = with_user_pools(said, {key: provider_of(key, pool) for key, pool in (user_pools or {}).items()})
        self.settings = with_roles(said, {key: role.role_arn for key, role in self._handed_in.items()})
        """The settings, with what was handed in."""
        super().__init__(scope, construct_id, self.settings, acknowledge)
        self._include(self.settings, logical_ids)
        for key, role in self._handed_in.items():
            self._let_assume(role, key)

    def _let_assume(self, role: Any, amr: str) -> None:
        """Let the identity pool's users assume a role that was handed in, if its trust policy is ours to change."""
        trust = getattr(role, "assume_role_policy", None)
        if trust is None:
            return
        from aws_cdk.aws_iam import PolicyStatement, WebIdentityPrincipal

        conditions = {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": self.identity_pool_id},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": amr},
        }
        actions = ["sts:AssumeRoleWithWebIdentity"]
        if self.settings.principal_tags and amr == _AUTHENTICATED:
            actions.append("sts:TagSession")
        users = WebIdentityPrincipal("cognito-identity.amazonaws.com", conditions)
        trust.add_statements(PolicyStatement(principals=[users], actions=actions))

    @property
    def identity_pool_id(self) -> str:
        """The identity pool's id."""
        return self.cfn_identity_pool.ref

    @cached_property
    def identity_pool(self) -> IIdentityPool:
        """The identity pool for everything in CDK that takes one."""
        from aws_cdk.aws_cognito_identitypool import IdentityPool

        return IdentityPool.from_identity_pool_id(self, "IdentityPool", self.identity_pool_id)

    @cached_property
    def roles(self) -> Mapping[str, IRole]:
        """The roles by your keys, for grants (``bucket.grant_read(identities.roles["authenticated"])``).

        Roles that were handed in are there as ``authenticated`` and ``unauthenticated``. The ARN of a role with a path
        of its own is the L1's ``attr_arn``.
        """
        from aws_cdk.aws_iam import Role

        made = {key: Role.from_role_name(self, f"Role{key}", role.ref) for key, role in self.cfn_roles.items()}
        return {**made, **self._handed_in}

    @property
    def cfn_identity_pool(self) -> CfnIdentityPool:
        """The identity pool's L1."""
        return self._typed(CfnIdentityPool, POOL)

    @property
    def cfn_role_attachment(self) -> CfnIdentityPoolRoleAttachment | None:
        """The role attachment's L1, if there is one."""
        return self._around("role_attachment", CfnIdentityPoolRoleAttachment).get("")

    @property
    def cfn_principal_tags(self) -> Mapping[str, CfnIdentityPoolPrincipalTag]:
        """The principal tags' L1s by your keys."""
        return self._around("principal_tags", CfnIdentityPoolPrincipalTag)

    @property
    def cfn_roles(self) -> Mapping[str, CfnRole]:
        """The L1s, by your keys, of the roles that are made."""
        from aws_cdk.aws_iam import CfnRole

        return self._around("roles", CfnRole)
