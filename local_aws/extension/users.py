"""Users of a pool and their groups, routed to the emulator's own API."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from ministack.services import cognito  # type: ignore[import-untyped]

from local_aws.extension.kind import Attributes, Kind, Properties, call, call_unless_gone, nothing_to_update

_AS_THE_API_SAYS = (
    "UserAttributes",
    "ValidationData",
    "ClientMetadata",
    "DesiredDeliveryMediums",
    "ForceAliasCreation",
    "MessageAction",
)


def _create_user(properties: Properties, made_up: str) -> tuple[str, Attributes]:
    pool_id, username = properties["UserPoolId"], properties.get("Username", made_up)
    said = {name: properties[name] for name in _AS_THE_API_SAYS if name in properties}
    call(
        cognito._admin_create_user,
        UserPoolId=pool_id,
        Username=username,
        TemporaryPassword=_temporary_password(pool_id),
        **said,
    )
    return username, {}


def _temporary_password(pool_id: str) -> str:
    """Make up a password that the pool's policy allows, as AWS does; the emulator's own has twelve characters."""
    pool = call(cognito._describe_user_pool, UserPoolId=pool_id)["UserPool"]
    length = pool.get("Policies", {}).get("PasswordPolicy", {}).get("MinimumLength", 0)
    return f"aA1!{secrets.token_urlsafe(max(int(length), 12))}"


def _delete_user(physical_id: str, properties: Properties) -> None:
    call_unless_gone(cognito._admin_delete_user, UserPoolId=properties["UserPoolId"], Username=physical_id)


def _add_to_group(properties: Properties, _made_up: str) -> tuple[str, Attributes]:
    call(cognito._admin_add_user_to_group, **_membership(properties))
    return f"UserToGroupAttachment-{secrets.token_hex(6)}", {}


def _remove_from_group(_physical_id: str, properties: Properties) -> None:
    call_unless_gone(cognito._admin_remove_user_from_group, **_membership(properties))


def _membership(properties: Properties) -> dict[str, str]:
    return {name: properties[name] for name in ("UserPoolId", "Username", "GroupName")}


KINDS: Mapping[str, Kind] = {
    "AWS::Cognito::UserPoolUser": Kind(
        required=("UserPoolId",),
        create_only=("UserPoolId", "Username", *_AS_THE_API_SAYS),
        create=_create_user,
        update=nothing_to_update,
        delete=_delete_user,
    ),
    "AWS::Cognito::UserPoolUserToGroupAttachment": Kind(
        required=("UserPoolId", "Username", "GroupName"),
        create_only=("UserPoolId", "Username", "GroupName"),
        create=_add_to_group,
        update=nothing_to_update,
        delete=_remove_from_group,
    ),
}
