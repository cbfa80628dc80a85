"""What MiniStack 1.5.33 lacks in CloudFormation and the example stacks need.

It wraps private handlers, hence the exact pin. It only adds what a deployment reads back. Nothing here may ever change
how people sign in: a sign-in that works here has to work because of the template.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from local_aws.plain_error import PlainError

WRITTEN_FOR = "1.5.33"

_Handler = Callable[..., tuple[str, dict[str, Any]]]


def install() -> None:
    """Give `AWS::Cognito::UserPool` its attribute `ProviderURL`, which `Fn::GetAtt` cannot read otherwise."""
    if version("ministack") != WRITTEN_FOR:
        raise PlainError(f"the extension is written for ministack {WRITTEN_FOR}, this is {version('ministack')}")
    from ministack.services.cloudformation import provisioners  # type: ignore[import-untyped]

    user_pool = provisioners._RESOURCE_HANDLERS["AWS::Cognito::UserPool"]
    for operation in ("create", "update", "import"):
        user_pool[operation] = _with_provider_url(user_pool[operation])


def _with_provider_url(handler: _Handler) -> _Handler:
    def wrapped(*args: Any, **kwargs: Any) -> tuple[str, dict[str, Any]]:
        physical_id, attributes = handler(*args, **kwargs)
        return physical_id, {**attributes, "ProviderURL": f"https://{attributes['ProviderName']}"}

    return wrapped
