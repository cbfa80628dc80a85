"""Types without an API behind them: checked, given their Ref and attributes, and kept in the stack's record only."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from ministack.services import cognito, waf  # type: ignore[import-untyped]

from local_aws.extension.kind import Attributes, Kind, Properties, RefusedError, call
from local_aws.not_emulated import RECORDED, Recorded


def _kind(recorded: Recorded) -> Kind:
    def create(properties: Properties, _made_up: str) -> tuple[str, Attributes]:
        _must_exist(properties)
        physical_id = recorded.ref.format(new=uuid.uuid4(), **properties)
        return physical_id, recorded.attributes(physical_id)

    def update(physical_id: str, properties: Properties) -> Attributes:
        _must_exist(properties)
        return recorded.attributes(physical_id)

    return Kind(recorded.required, recorded.create_only, create, update, _nothing_to_delete)


def _must_exist(properties: Properties) -> None:
    """Refuse what AWS refuses first: settings of a pool, a client or a web ACL that is not there."""
    pool_id, client_id = properties.get("UserPoolId"), properties.get("ClientId", "ALL")
    if pool_id is None:
        _, refused = waf._resolve_local_web_acl(properties["ResourceArn"])
        if refused:
            raise RefusedError("WAFNonexistentItemException", f"there is no web ACL {properties['ResourceArn']}")
        return
    call(cognito._describe_user_pool, UserPoolId=pool_id)
    if client_id != "ALL":
        call(cognito._describe_user_pool_client, UserPoolId=pool_id, ClientId=client_id)


def _nothing_to_delete(_physical_id: str, _properties: Properties) -> None:
    """Nothing was kept."""


KINDS: Mapping[str, Kind] = {resource_type: _kind(recorded) for resource_type, recorded in RECORDED.items()}
