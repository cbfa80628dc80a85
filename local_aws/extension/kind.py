"""How resources of one type come, change and go, in the form that MiniStack's CloudFormation calls."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ministack.services.cloudformation import provisioners  # type: ignore[import-untyped]

Properties = Mapping[str, Any]
Attributes = dict[str, Any]
# Creates a resource under the name that CloudFormation would make up, and returns what Ref gives, and the attributes.
Create = Callable[[Properties, str], tuple[str, Attributes]]
# Changes what is not create-only, and returns the attributes.
Update = Callable[[str, Properties], Attributes]
# Deletes; may come twice, and after the pool has gone.
Delete = Callable[[str, Properties], None]

_GONE = {"ResourceNotFoundException", "UserNotFoundException"}


class RefusedError(ValueError):
    """The emulator's API has refused a call; the text becomes the reason in the stack's events."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{message} ({code})")
        self.code = code


@dataclass(frozen=True)
class Kind:
    """One resource type: its required and its create-only properties, as CloudFormation's schema names them."""

    required: tuple[str, ...]
    create_only: tuple[str, ...]
    create: Create
    update: Update
    delete: Delete


def call(operation: Callable[[dict[str, Any]], tuple[int, Any, Any]], **request: Any) -> Any:
    """Call an operation of the emulator's own API in this process, and raise its refusal."""
    status, _, body = operation(request)
    answer = json.loads(body)
    if status >= 400:
        # The services of AWS do not agree on the capital.
        raise RefusedError(answer["__type"], answer.get("message") or answer.get("Message", ""))
    return answer


def call_unless_gone(operation: Callable[[dict[str, Any]], tuple[int, Any, Any]], **request: Any) -> None:
    """Call an operation that takes something away; what is no longer there needs no taking away."""
    try:
        call(operation, **request)
    except RefusedError as refused:
        if refused.code not in _GONE:
            raise


def nothing_to_update(_physical_id: str, _properties: Properties) -> Attributes:
    """Stand for the update of a type whose properties are all create-only."""
    return {}


def register(resource_type: str, kind: Kind) -> None:
    """Make CloudFormation know a type.

    A changed create-only property makes a new resource first and deletes the old one at the end of the update. That is
    done here and not by MiniStack, which deletes nothing where the new resource has the old one's id: an identity
    provider that moves to another pool is known by its name only. Change sets therefore say "conditionally".
    """

    def create(logical_id: str, properties: Properties, stack_name: str) -> tuple[str, Attributes]:
        missing = [name for name in kind.required if name not in properties]
        if missing:
            raise ValueError(f"Properties validation failed: required key [{missing[0]}] not found")
        return kind.create(properties, provisioners._physical_name(stack_name, logical_id))

    def update(
        physical_id: str, old: Properties, new: Properties, stack_name: str, logical_id: str
    ) -> tuple[str, Attributes]:
        if all(old.get(name) == new.get(name) for name in kind.create_only):
            return physical_id, kind.update(physical_id, new)
        created: tuple[str, Attributes] = provisioners._seeded_create(create, logical_id, new, stack_name)
        provisioners._delete_predecessor(kind.delete, physical_id, old)
        return created

    provisioners._RESOURCE_HANDLERS[resource_type] = {
        "create": create,
        "update": update,
        "update_with_logical_id": True,
        "delete": kind.delete,
    }
    provisioners._REPLACING_PROPERTIES[resource_type] = ()
    provisioners._CONDITIONALLY_REPLACING_PROPERTIES[resource_type] = kind.create_only
