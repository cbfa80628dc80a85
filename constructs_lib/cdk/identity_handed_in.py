"""User pools and roles that are handed to an identity pool take their places in its settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from aws_cdk.aws_cognito import IUserPool, IUserPoolClient

from constructs_lib.cdk.existing_user_pool import ExistingCognitoUserPool
from constructs_lib.cdk.user_pool import CognitoUserPool
from constructs_lib.declarations import Verbatim
from constructs_lib.settings import OMIT, IdentityPoolSettings, RoleAttachment, RoleMapping, RoleOf, UserPoolProvider

UserPoolWithClient = tuple[CognitoUserPool | ExistingCognitoUserPool | IUserPool, str | IUserPoolClient]
"""A user pool of ours and an app client of it by its key, or any user pool and app client of CDK's."""


def provider_of(key: str, pool: UserPoolWithClient) -> UserPoolProvider:
    """Make the provider of a user pool that is handed in.

    Raises:
        TypeError: An app client is named by a key, but the user pool is none of ours.
        ValueError: The user pool has no app client of that key.
    """
    users, client = pool
    if isinstance(users, CognitoUserPool):
        name = users.cfn_user_pool.attr_provider_name
    else:
        name = (users.user_pool if isinstance(users, ExistingCognitoUserPool) else users).user_pool_provider_name
    if not isinstance(client, str):
        client_id = client.user_pool_client_id
    elif isinstance(users, (CognitoUserPool, ExistingCognitoUserPool)):
        clients = users.cfn_app_clients
        if client not in clients:
            there = ", ".join(sorted(clients)) or "none"
            raise ValueError(f"user_pools[{key!r}]: there is no app client {client!r}; there are {there}")
        client_id = clients[client].ref
    else:
        raise TypeError(f"user_pools[{key!r}]: must be a user pool and an IUserPoolClient of it, got {client!r}")
    return UserPoolProvider(provider_name=name, client_id=client_id, server_side_token_check=True)


def with_user_pools(settings: IdentityPoolSettings, providers: Mapping[str, UserPoolProvider]) -> IdentityPoolSettings:
    """Add user pools to the settings, and say them where role mappings have their keys.

    Raises:
        ValueError: The settings say their user pools by an intrinsic function.
    """
    if not providers:
        return settings
    before = settings.user_pools if settings.user_pools is not OMIT else None
    if isinstance(before, Verbatim):
        raise ValueError("user_pools: the settings say them by an intrinsic function, and nothing can be added to it")
    attachment = settings.role_attachment
    if isinstance(attachment, RoleAttachment) and isinstance(attachment.role_mappings, Mapping):
        mappings = {key: _of(providers.get(key), mapping) for key, mapping in attachment.role_mappings.items()}
        settings = replace(settings, role_attachment=replace(attachment, role_mappings=mappings))
    return replace(settings, user_pools=(*(before or ()), *providers.values()))


def _of(provider: UserPoolProvider | None, mapping: Any) -> Any:
    if provider is None or not isinstance(mapping, RoleMapping) or mapping.identity_provider is not None:
        return mapping
    return replace(mapping, identity_provider=f"{provider.provider_name}:{provider.client_id}")


def with_roles(settings: IdentityPoolSettings, arns: Mapping[str, str]) -> IdentityPoolSettings:
    """Put roles in the place of those that the settings give, and leave out what then nobody gets.

    Raises:
        ValueError: The settings say their roles by an intrinsic function.
    """
    if not arns:
        return settings
    attachment = settings.role_attachment if settings.role_attachment is not OMIT else None
    attachment = attachment or RoleAttachment()
    if isinstance(attachment.roles, Verbatim):
        raise ValueError(f"{min(arns)} role: the settings say their roles by an intrinsic function")
    before = attachment.roles if isinstance(attachment.roles, Mapping) else {}
    attachment = replace(attachment, roles={**before, **arns})
    replaced = {role.key for key in arns if isinstance(role := before.get(key), RoleOf)}
    kept = {role.key for role in _given(attachment)}
    made = settings.roles if isinstance(settings.roles, Mapping) else {}
    roles = {key: role for key, role in made.items() if key not in replaced - kept}
    return replace(settings, role_attachment=attachment, roles=roles or None)


def _given(attachment: RoleAttachment) -> list[RoleOf]:
    """List the roles of the settings that an attachment gives."""
    roles = attachment.roles if isinstance(attachment.roles, Mapping) else {}
    mappings = attachment.role_mappings if isinstance(attachment.role_mappings, Mapping) else {}
    found: list[Any] = list(roles.values())
    for mapping in mappings.values():
        rules = mapping.rules if isinstance(mapping, RoleMapping) and isinstance(mapping.rules, tuple) else ()
        found += [getattr(rule, "role_arn", None) for rule in rules]
    return [role for role in found if isinstance(role, RoleOf)]
