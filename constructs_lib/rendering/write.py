"""Settings → resources. Nothing is decided here: what was said is written, what was not said is left out."""

from collections.abc import Mapping

from constructs_lib.declarations import ResourcePart
from constructs_lib.declarations.references import linked, renamed
from constructs_lib.rendering import existing_pool, sms_role
from constructs_lib.rendering.names import POOL, LogicalIds, children_of, fragment_id
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import FragmentName
from constructs_lib.settings import ExistingUserPool, IdentityPoolSettings, UserPoolSettings

Settings = UserPoolSettings | ExistingUserPool | IdentityPoolSettings
"""What is rendered as a whole."""


def render(settings: Settings, logical_ids: Mapping[str, str] | None = None) -> Resources:
    """Give the CloudFormation resources of a user pool, of an identity pool, or of what is added to an existing pool.

    Args:
        settings: What is wanted.
        logical_ids: Logical ids that resources have already, by their name in the fragment: ``Resource`` for the pool,
            ``SmsRole`` and ``SmsRolePolicy``, and for everything else the prefix of its field (docs/settings.md) with
            your key. Default: those names.
    """
    ids = LogicalIds(logical_ids)
    resources: Resources = {}
    if isinstance(settings, UserPoolSettings):
        role = sms_role.render(settings, ids)
        resources = {ids[POOL]: settings.resource(role.depends_on, **role.links), **role.resources}
    elif isinstance(settings, ResourcePart):
        resources = {ids[POOL]: settings.resource()}
    around = [(fragment_id(field, key), key, value) for field, key, value in children_of(settings)]
    family = {name: value for name, _, value in around}
    for name, key, value in around:
        resources[ids[name]] = value.resource(value.waits_for(family), **linked(value.LINKS, key))
    if isinstance(settings, ExistingUserPool):
        resources = existing_pool.linked_to(settings, resources)
    if logical_ids:
        resources = renamed(resources, lambda text: ids[text] if isinstance(text, FragmentName) else text)
    return resources
