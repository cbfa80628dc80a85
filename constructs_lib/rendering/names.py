"""The names of a pool's resources in its fragment: a contract, since another name is another resource.

The pool is ``Resource``, which a CDK construct hides from its logical id; the others are the prefix that their field
declares and the user's own key.
"""

from collections.abc import Mapping

from constructs_lib.declarations.fields import Field, fields_of
from constructs_lib.settings import UserPoolSettings

POOL = "Resource"
SMS_ROLE = "SmsRole"
SMS_ROLE_POLICY = "SmsRolePolicy"


def around() -> tuple[Field, ...]:
    """Give the fields whose values are Cognito resources of their own."""
    return tuple(
        field for field in fields_of(UserPoolSettings) if field.kind == "children" and field.name != "sms_role"
    )


def fragment_id(field: Field, key: str | None) -> str:
    """Name a resource around the pool."""
    return field.path[0] + (key or "")


class LogicalIds:
    """The names in use: those of the fragment, but for the ones pinned to ids that exist already."""

    def __init__(self, pinned: Mapping[str, str] | None) -> None:
        self._pinned = pinned or {}

    def __getitem__(self, fragment: str) -> str:
        return self._pinned.get(fragment, fragment)
