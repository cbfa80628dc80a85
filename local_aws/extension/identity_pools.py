"""Role mappings of an identity pool under the name of their identity provider, as AWS keeps them.

A key in a template cannot hold a reference, so CloudFormation lets an entry name its provider; MiniStack keeps the key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ministack.services.cloudformation import provisioners  # type: ignore[import-untyped]

from local_aws.extension.kind import Properties

_Handler = Callable[..., tuple[str, dict[str, Any]]]


def name_providers_in_role_mappings() -> None:
    """Translate the mappings before MiniStack's own handlers see them."""
    attachment = provisioners._RESOURCE_HANDLERS["AWS::Cognito::IdentityPoolRoleAttachment"]
    create: _Handler = attachment["create"]
    update: _Handler = attachment["update"]

    def created(logical_id: str, properties: Properties, stack_name: str) -> tuple[str, dict[str, Any]]:
        return create(logical_id, by_provider(properties), stack_name)

    def updated(physical_id: str, old: Properties, new: Properties, stack_name: str) -> tuple[str, dict[str, Any]]:
        return update(physical_id, by_provider(old), by_provider(new), stack_name)

    attachment["create"], attachment["update"] = created, updated


def by_provider(properties: Properties) -> dict[str, Any]:
    """Put each mapping under the provider that it names; one that names none stays under its key."""
    mappings = {
        entry.get("IdentityProvider", key): {name: value for name, value in entry.items() if name != "IdentityProvider"}
        for key, entry in properties.get("RoleMappings", {}).items()
    }
    return {**properties, "RoleMappings": mappings}
