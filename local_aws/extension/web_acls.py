"""Web ACLs in front of a resource, routed to the emulator's own API, which keeps that and filters nothing."""

from __future__ import annotations

from collections.abc import Mapping

from ministack.services import cognito, waf  # type: ignore[import-untyped]

from local_aws.extension.kind import Attributes, Kind, Properties, RefusedError, call, nothing_to_update


def _create(properties: Properties, _made_up: str) -> tuple[str, Attributes]:
    resource, web_acl = properties["ResourceArn"], properties["WebACLArn"]
    # The emulator looks for the web ACL only.
    _, _, pool_id = resource.partition(":userpool/")
    if pool_id and pool_id not in cognito._user_pools:
        raise RefusedError("WAFNonexistentItemException", f"there is no user pool {pool_id}")
    call(waf._associate_web_acl, ResourceArn=resource, WebACLArn=web_acl)
    return f"{resource}|{web_acl}", {}


def _delete(_physical_id: str, properties: Properties) -> None:
    # A resource has one web ACL: after a replacement it is the new one, which has to stay.
    if waf._associations.get(properties["ResourceArn"]) == properties["WebACLArn"]:
        call(waf._disassociate_web_acl, ResourceArn=properties["ResourceArn"])


KINDS: Mapping[str, Kind] = {
    "AWS::WAFv2::WebACLAssociation": Kind(
        required=("ResourceArn", "WebACLArn"),
        create_only=("ResourceArn", "WebACLArn"),
        create=_create,
        update=nothing_to_update,
        delete=_delete,
    ),
}
