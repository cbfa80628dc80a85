"""The keys that name the resources around a pool: they become parts of logical ids, which are for ever."""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import (
    BUCKET,
    BUCKET_POLICY,
    DELIVERY_STREAM,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    KMS_KEY,
    LOG_DELIVERY,
    LOG_GROUP,
    LOG_RESOURCE_POLICY,
    MANAGED_LOGIN_BRANDING,
    ROLE,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
    WEB_ACL_ASSOCIATION,
    WEB_ACL_LOGGING,
)
from constructs_lib.resources.values import FragmentName, Frozen, Json, Path, is_intrinsic
from constructs_lib.rules.prefixes import PREFIXES
from constructs_lib.rules.registry import CLOUDFORMATION, rule
from constructs_lib.rules.view import Problem, View

_ID = re.compile(r"[A-Za-z0-9_-]+")


def characters(view: View) -> Iterator[Problem]:
    """Refuse a key that no logical id can be made of."""
    if not _ID.fullmatch(view.key):
        yield view.problem(
            (),
            "must have a key that a logical id can be made of",
            got=view.key,
            allowed="letters, digits, - and _",
            fix="choose another key; the name that people see is a setting of its own",
        )


def unknown(view: View) -> Iterator[Problem]:
    """Refuse a reference by a key that nothing has."""
    views = view.neighbours.views
    if all(name in views for name in _names(view.source)):  # so it is nearly always: places cost more than names
        return
    for path, name in _references(view.source):
        if name not in views:
            there = [name.words(key) for key in sorted(views) if key.startswith(name.prefix)]
            yield view.problem(
                path,
                f"refers to {name.words(name)}, which is not there",
                allowed=", ".join(there) or "nothing: there is none",
                fix="correct the key, or add what it names",
            )


def _names(json: Json) -> Iterator[FragmentName]:
    """Walk the references that settings have made."""
    waiting = [json]
    while waiting:  # no recursion: every property of every pool is passed here
        json = waiting.pop()
        if type(json) is FragmentName:
            yield json
        else:
            waiting += [item for item in (json.values() if isinstance(json, dict) else json) if type(item) in _HOLDERS]


def _references(source: Json) -> Iterator[tuple[Path, FragmentName]]:
    """Walk the references that settings have made, each with the place of the intrinsic function it is in."""
    waiting: list[tuple[Json, Path, bool]] = [(source, (), False)]
    while waiting:
        json, path, inside = waiting.pop()
        if type(json) is FragmentName:
            yield path, json
        else:
            inside = inside or is_intrinsic(json)
            waiting += [
                (item, path if inside else (*path, step), inside)
                for step, item in (json.items() if isinstance(json, dict) else enumerate(json))
                if type(item) in _HOLDERS
            ]


_HOLDERS = frozenset((dict, list, tuple, FragmentName, Frozen))


KEYED = (
    USER_POOL_CLIENT,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    IDENTITY_POOL_PRINCIPAL_TAG,
    KMS_KEY,
    LOG_GROUP,
    LOG_RESOURCE_POLICY,
    BUCKET,
    BUCKET_POLICY,
    DELIVERY_STREAM,
    ROLE,
)
"""The types that are made by keys."""

REFERRING = (
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_MEMBERSHIP,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    LOG_DELIVERY,
    LOG_RESOURCE_POLICY,
    BUCKET_POLICY,
    DELIVERY_STREAM,
    ROLE,
    WEB_ACL_ASSOCIATION,
    WEB_ACL_LOGGING,
    IDENTITY_POOL_ROLE_ATTACHMENT,
)
"""The types that name others by their keys."""

for _resource in KEYED:
    rule(
        f"{PREFIXES[_resource]}.key-characters",
        _resource,
        why="CDK and CloudFormation refuse other characters in the ids of resources",
        evidence="reported",
        source=CLOUDFORMATION.replace("TemplateReference", "UserGuide") + "resources-section-structure.html",
    )(characters)

for _resource in REFERRING:
    rule(
        f"{PREFIXES[_resource]}.key-unknown",
        _resource,
        why="CloudFormation refuses a template that refers to what is not there",
        evidence="reported",
        source=CLOUDFORMATION + "intrinsic-function-reference-ref.html",
    )(unknown)
