"""Identity pools, their roles and tags, for the tests of their rules."""

from typing import Any

from constructs_lib.resources.model import (
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    ROLE,
    Resources,
    get_att,
    ref,
)

POOL = "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI"
ARN = get_att("Role", "Arn")


def identities(name: str = "Identities", **properties: Any) -> Resources:
    """Make an identity pool without guests."""
    said = {"AllowUnauthenticatedIdentities": False} | properties
    return {name: {"Type": IDENTITY_POOL, "Properties": said}}


def user_pool(**properties: Any) -> Resources:
    """Make an identity pool with one user pool."""
    return identities(CognitoIdentityProviders=[{"ProviderName": POOL, "ClientId": "web"} | properties])


def attachment(name: str = "Attachment", **properties: Any) -> Resources:
    """Make a role attachment of the identity pool ``Identities``."""
    said = {"IdentityPoolId": ref("Identities")} | properties
    return {name: {"Type": IDENTITY_POOL_ROLE_ATTACHMENT, "Properties": said}}


def mapping(key: str = f"{POOL}:web", **properties: Any) -> Resources:
    """Make a role attachment with one mapping."""
    said = {"Type": "Token", "AmbiguousRoleResolution": "Deny"} | properties
    return attachment(RoleMappings={key: said})


def tags(name: str = "Tags", **properties: Any) -> Resources:
    """Make the principal tags of one provider."""
    said = {"IdentityPoolId": ref("Identities"), "IdentityProviderName": POOL} | properties
    return {name: {"Type": IDENTITY_POOL_PRINCIPAL_TAG, "Properties": said}}


def role(
    *,
    aud: Any = ref("Identities"),  # noqa: B008  (the same plain data every time)
    amr: Any = "authenticated",
    action: Any = "sts:AssumeRoleWithWebIdentity",
    principal: Any = "cognito-identity.amazonaws.com",
) -> Resources:
    """Make a role; ``None`` leaves a condition out."""
    conditions: dict[str, Any] = {}
    if aud is not None:
        conditions["StringEquals"] = {"cognito-identity.amazonaws.com:aud": aud}
    if amr is not None:
        conditions["ForAnyValue:StringLike"] = {"cognito-identity.amazonaws.com:amr": amr}
    statement = {"Effect": "Allow", "Principal": {"Federated": principal}, "Action": action, "Condition": conditions}
    return {"Role": {"Type": ROLE, "Properties": {"AssumeRolePolicyDocument": {"Statement": [statement]}}}}
