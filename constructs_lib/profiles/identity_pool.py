"""The profile of identity pools: those who have signed in get a role of their own, and nobody else gets anything."""

from typing import Any

from constructs_lib.profiles.opinion import Opinion, Profile
from constructs_lib.settings import OMIT, IdentityPoolSettings, RoleOf, authenticated_role, guest_role

_AUTHENTICATED, _GUEST = "authenticated", "unauthenticated"


def _roles(settings: IdentityPoolSettings) -> Any:
    """Make a role for those who have signed in, and one for guests where they are let in."""
    if settings.role_attachment is OMIT:
        return None
    roles = {_AUTHENTICATED: authenticated_role(session_tags=bool(settings.principal_tags))}
    return roles | {_GUEST: guest_role()} if settings.allow_unauthenticated_identities is True else roles


def _attached(settings: IdentityPoolSettings) -> Any:
    """Give the roles of these two keys to those whom they are for."""
    roles = settings.roles if isinstance(settings.roles, dict) else {}
    return {key: RoleOf(key) for key in (_AUTHENTICATED, _GUEST) if key in roles} or None


identity_pool = Profile(
    IdentityPoolSettings,
    "identity_pool",
    [
        Opinion(
            path="allow_unauthenticated_identities",
            value=False,
            why="AWS credentials for people whom nobody knows are a decision, not a default",
        ),
        Opinion(
            path="allow_classic_flow",
            value=False,
            why="the identity pool chooses the role; an application that chooses may choose wrongly",
        ),
        Opinion(
            path="user_pools.*.server_side_token_check",
            value=True,
            why="who is signed out or deleted must get no more credentials",
        ),
        Opinion(
            path="roles",
            value=_roles,
            unless="role_attachment.roles",
            why="without a role nobody gets credentials; this one trusts its identity pool alone, and may do nothing",
        ),
        Opinion(
            path="role_attachment.roles",
            value=_attached,
            why="a role that is called authenticated or unauthenticated is for those people",
        ),
    ],
    {},
)
"""What `CognitoIdentityPool(self, "Identities")` is; call it like `IdentityPoolSettings`."""
