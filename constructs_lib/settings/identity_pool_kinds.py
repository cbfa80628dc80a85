"""The usual roles and providers of an identity pool: each sets only what makes it that kind.

https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
"""

from typing import Any

from constructs_lib.declarations import Given, Verbatim
from constructs_lib.resources.values import Json, is_unknown
from constructs_lib.settings.identity_pool import IdentityRole, UserPoolProvider
from constructs_lib.settings.identity_pool_trust import WebIdentityTrust


def authenticated_role(*, session_tags: bool = False, **more: Any) -> IdentityRole:
    """Make the role of users who have signed in: users of this identity pool alone get its credentials.

    Args:
        session_tags: Whether claims may become tags of the session, as `PrincipalTags` wants it. Default: they may not.
        more: Any other field of `IdentityRole`, such as ``policies``. Default: the role may do nothing.

    Raises:
        TypeError: A value has the wrong type, or ``trust`` is given, which is what makes the kind.
    """
    return IdentityRole(trust=WebIdentityTrust(session_tags=session_tags), **more)


def guest_role(**more: Any) -> IdentityRole:
    """Make the role of guests, who have not signed in: anybody who knows the identity pool's id gets its credentials.

    AWS narrows what guests may do to a list of services, whatever the role allows.

    Args:
        more: Any field of `IdentityRole` but ``trust``. Default: the role may do nothing.

    Raises:
        TypeError: A value has the wrong type, or ``trust`` is given, which is what makes the kind.
    """
    return IdentityRole(trust=WebIdentityTrust(guests=True), **more)


def user_pool_provider(
    user_pool_id: Given[str], client_id: Given[str], *, server_side_token_check: bool = True
) -> UserPoolProvider:
    """Make the provider of a user pool that is made elsewhere, by its ids.

    Args:
        user_pool_id: The user pool's id, such as ``eu-central-1_AbCdEfGhI``; one that is known only at deploy is taken
            for a pool of the stack's own Region.
        client_id: The id of the app client that users sign in by.
        server_side_token_check: Whether users who are signed out or deleted get no more credentials. Default: True.

    Raises:
        ValueError: This is no id of a user pool.
    """
    return UserPoolProvider(
        client_id=client_id,
        provider_name=_provider_name(user_pool_id),
        server_side_token_check=server_side_token_check,
    )


def _provider_name(user_pool_id: Given[str]) -> Given[str]:
    known: Json = user_pool_id.value if isinstance(user_pool_id, Verbatim) else user_pool_id
    if is_unknown(known):
        host = ["cognito-idp.", {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/"]
        return Verbatim({"Fn::Join": ["", [*host, known]]})
    region, underscore, _ = str(known).partition("_")
    if not underscore or "/" in region:
        raise ValueError(f"user_pool_provider: must be the id of a user pool, got {known!r}")
    suffix = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return f"cognito-idp.{region}.{suffix}/{known}"
