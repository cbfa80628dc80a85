"""The attribute `ProviderURL` of a user pool, which `Fn::GetAtt` cannot read otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners  # type: ignore[import-untyped]

_Handler = Callable[..., tuple[str, dict[str, Any]]]


def add_provider_url() -> None:
    """Give `AWS::Cognito::UserPool` the attribute."""
    user_pool = provisioners._RESOURCE_HANDLERS["AWS::Cognito::UserPool"]
    for operation in ("create", "update", "import"):
        user_pool[operation] = _with_provider_url(user_pool[operation])


def _with_provider_url(handler: _Handler) -> _Handler:
    def wrapped(*args: Any, **kwargs: Any) -> tuple[str, dict[str, Any]]:
        physical_id, attributes = handler(*args, **kwargs)
        return physical_id, {**attributes, "ProviderURL": f"https://{attributes['ProviderName']}"}

    return wrapped
