"""The names of a pool's resources in its fragment: a contract, since another name is another resource.

The pool is ``Resource``, which a CDK construct hides from its logical id; the others are the prefix that their field
declares and the user's own key.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from constructs_lib.declarations import OMIT, Part, ResourcePart
from constructs_lib.declarations.fields import Field, fields_of
from constructs_lib.declarations.references import ROOT
from constructs_lib.resources.values import FragmentName

POOL = str(ROOT)
SMS_ROLE = "SmsRole"
SMS_ROLE_POLICY = "SmsRolePolicy"


@cache
def around(root: Any) -> tuple[Field, ...]:
    """Give the fields of a settings class whose values are resources of their own, made as they are told."""
    return tuple(
        field for field in fields_of(root) if field.kind == "children" and issubclass(field.part, ResourcePart)
    )


def fragment_id(field: Field, key: str | None) -> FragmentName:
    """Name a resource around the pool, so that the name gives way to a logical id where one is pinned."""
    return FragmentName(field.path[0], key or "", field.name)


def children_of(settings: Part) -> Iterator[tuple[Field, str | None, Any]]:
    """Walk the resources around a pool: their field, the user's key if there is one, and their settings."""
    kind: Any = type(settings)
    for field in around(kind):
        value = getattr(settings, field.name)
        if value is None or value is OMIT:
            continue
        if isinstance(value, Mapping):
            yield from ((field, key, item) for key, item in value.items())
        else:
            yield field, None, value


class LogicalIds:
    """The names in use: those of the fragment, but for the ones pinned to ids that exist already."""

    def __init__(self, pinned: Mapping[str, str] | None) -> None:
        self._pinned = pinned or {}

    def __getitem__(self, fragment: str) -> str:
        return self._pinned.get(fragment, fragment)
