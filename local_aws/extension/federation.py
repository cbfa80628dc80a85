"""Identity providers of a user pool, routed to the emulator's own API.

An identity provider gives the pool's clients nothing by itself: each client names the providers that it supports.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ministack.services import cognito  # type: ignore[import-untyped]

from local_aws.extension.kind import Attributes, Kind, Properties, call, call_unless_gone


def _create(properties: Properties, _made_up: str) -> tuple[str, Attributes]:
    named = {name: properties[name] for name in ("UserPoolId", "ProviderName", "ProviderType")}
    call(cognito._create_identity_provider, **named, **_updatable(properties))
    return properties["ProviderName"], {}


def _update(physical_id: str, properties: Properties) -> Attributes:
    pool_id = properties["UserPoolId"]
    call(cognito._update_identity_provider, UserPoolId=pool_id, ProviderName=physical_id, **_updatable(properties))
    return {}


def _delete(physical_id: str, properties: Properties) -> None:
    pool_id = properties["UserPoolId"]
    call_unless_gone(cognito._delete_identity_provider, UserPoolId=pool_id, ProviderName=physical_id)


def _updatable(properties: Properties) -> dict[str, Any]:
    """Name all three: what the template no longer says is empty again."""
    return {
        "ProviderDetails": {name: _text(value) for name, value in properties["ProviderDetails"].items()},
        "AttributeMapping": dict(properties.get("AttributeMapping", {})),
        "IdpIdentifiers": list(properties.get("IdpIdentifiers", [])),
    }


def _text(value: Any) -> str:
    """Write a detail as the API takes it, which knows text only."""
    return str(value).lower() if isinstance(value, bool) else str(value)


KINDS: Mapping[str, Kind] = {
    "AWS::Cognito::UserPoolIdentityProvider": Kind(
        required=("UserPoolId", "ProviderName", "ProviderType", "ProviderDetails"),
        create_only=("UserPoolId", "ProviderName", "ProviderType"),
        create=_create,
        update=_update,
        delete=_delete,
    ),
}
