"""The style of the classic hosted pages, routed to the emulator's own API, which keeps it and shows it nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from ministack.services import cognito  # type: ignore[import-untyped]

from local_aws.extension.kind import Attributes, Kind, Properties, call


def _create(properties: Properties, _made_up: str) -> tuple[str, Attributes]:
    pool_id, client_id = properties["UserPoolId"], properties["ClientId"]
    physical_id = f"UserPoolUICustomizationAttachment-{pool_id}-{client_id}"
    return physical_id, _update(physical_id, properties)


def _update(_physical_id: str, properties: Properties) -> Attributes:
    call(
        cognito._set_ui_customization,
        UserPoolId=properties["UserPoolId"],
        ClientId=properties["ClientId"],
        CSS=properties.get("CSS", ""),
    )
    return {}


def _delete(_physical_id: str, properties: Properties) -> None:
    # There is no operation that takes a style away: an empty one would hide the one for all clients.
    pool = cognito._user_pools.get(properties["UserPoolId"], {})
    pool.get("_ui_customizations", {}).pop(properties["ClientId"], None)


KINDS: Mapping[str, Kind] = {
    "AWS::Cognito::UserPoolUICustomizationAttachment": Kind(
        required=("UserPoolId", "ClientId"),
        create_only=("UserPoolId", "ClientId"),
        create=_create,
        update=_update,
        delete=_delete,
    ),
}
