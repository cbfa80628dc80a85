"""Settings → resources. Nothing is decided here: what was said is written, what was not said is left out."""

from collections.abc import Iterator, Mapping
from typing import Any

from constructs_lib.declarations import OMIT
from constructs_lib.declarations.fields import Field
from constructs_lib.declarations.references import renamed
from constructs_lib.rendering import sms_role
from constructs_lib.rendering.names import POOL, LogicalIds, around, fragment_id
from constructs_lib.resources.model import Resources, ref
from constructs_lib.resources.values import FragmentName
from constructs_lib.settings import UserPoolSettings


def render(settings: UserPoolSettings, logical_ids: Mapping[str, str] | None = None) -> Resources:
    """Give the CloudFormation resources of a user pool.

    Args:
        settings: What is wanted.
        logical_ids: Logical ids that resources have already, by their name in the fragment (``Resource`` for the pool,
            ``AppClient<key>``, ``Group<key>``, ``ResourceServer<key>``, ``Domain``, ``CustomDomain``, ``SmsRole``,
            ``SmsRolePolicy``). Default: those names.
    """
    ids = LogicalIds(logical_ids)
    role = sms_role.render(settings, ids)
    resources = {ids[POOL]: settings.resource(role.depends_on, **role.links), **role.resources}
    for field, key, value in children_of(settings):
        resources[ids[fragment_id(field, key)]] = value.resource(UserPoolId=ref(ids[POOL]))
    if logical_ids:
        resources = renamed(resources, lambda text: ids[text] if isinstance(text, FragmentName) else text)
    return resources


def children_of(settings: UserPoolSettings) -> Iterator[tuple[Field, str | None, Any]]:
    """Walk the resources around a pool: their field, the user's key if there is one, and their settings."""
    for field in around():
        value = getattr(settings, field.name)
        if value is None or value is OMIT:
            continue
        if isinstance(value, Mapping):
            yield from ((field, key, item) for key, item in value.items())
        else:
            yield field, None, value
