"""A pool that AWS describes → its adoption into a stack that has never had it, by `cdk import`.

What is imported must say what becomes of it when it leaves the stack: it stays, and the users with it.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html
"""

import re
from collections.abc import Sequence

from constructs_lib.adopting.adoption import Adoption, Remark, all_ids, construct, said_as_it_is
from constructs_lib.readers.described.calls import CALLS
from constructs_lib.readers.described.pools import Described
from constructs_lib.readers.source import Place, UnreadableError
from constructs_lib.rendering import read, read_identity_pool
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    MANAGED_LOGIN_BRANDING,
    USER_POOL,
    Resource,
    Resources,
    properties,
)
from constructs_lib.rules.finding import template_words
from constructs_lib.settings import secret

_WANTED = {
    USER_POOL: "its second factors or passkeys are not described: add what `aws cognito-idp get-user-pool-mfa-config` "
    "prints of it",
    MANAGED_LOGIN_BRANDING: "does not say of which app client it is, which AWS does not print: add the ClientId to its "
    "ManagedLoginBranding",
}
"""What to do where an answer lacks what a template must say, and which somebody can add."""


def pool_of(described: Described) -> str | None:
    """Name the pool that a description is of; nothing where it is only of what lives in one."""
    kinds = {resource["Type"]: name for name, resource in described.resources.items()}
    return kinds.get(USER_POOL) or kinds.get(IDENTITY_POOL)


def adopt_from_description(
    described: Described, pool: str, untold: Sequence[str] | None = None, construct_id: str | None = None
) -> Adoption:
    """Adopt a described pool.

    Args:
        described: What is described of it.
        pool: Its name among the described resources.
        untold: What AWS would not tell, where everything was asked. Default: only what is described is known.
        construct_id: The id of the new construct. Default: the pool's name.

    Raises:
        UnreadableError: Something is missing without which nobody can say what the pool is.
    """
    is_user_pool = described.resources[pool]["Type"] == USER_POOL
    named = properties(described.resources[pool]).get("UserPoolName" if is_user_pool else "IdentityPoolName")
    wanted = construct_id or construct(str(named or ""))
    secrets = _secrets(described, wanted)
    resources: Resources = {
        name: _retained(_with_secrets(name, resource, secrets)) for name, resource in described.resources.items()
    }
    reader = read if is_user_pool else read_identity_pool
    reading = reader(resources, pool)
    ids = all_ids(reading.settings, reading.logical_ids)
    return Adoption(
        settings=reading.settings,
        construct_id=wanted,
        called=next(iter(described.identifiers[pool].values())),
        file=described.place(pool, ()).file,
        logical_ids={},
        own=frozenset(ids.values()),
        deployment=described.deployment,
        identifiers={name: described.identifiers[logical_id] for name, logical_id in ids.items()},
        remarks=[
            Remark("put these into AWS Secrets Manager before you import; no file holds their values", _told(secrets)),
            Remark("described, and no template can say it; it stays as it is", [*map(_place, described.left_out)]),
            Remark("described, and not the pool's; it stays outside the stack", [*reading.rest]),
            Remark("not described; if there are any, they stay outside the stack", _not_described(described, untold)),
            Remark("could not be asked, and stays outside the stack", untold or ()),
            *said_as_it_is(reading.settings),
        ],
    )


def _retained(resource: Resource) -> Resource:
    others = {name: value for name, value in resource.items() if name not in ("Type", "Properties")}
    retained = {"DeletionPolicy": "Retain"}
    if resource["Type"] == USER_POOL:
        retained["UpdateReplacePolicy"] = "Retain"
    return {"Type": resource["Type"], **others, **retained, "Properties": properties(resource)}


_Secrets = dict[str, dict[str, str]]
"""By resource: the details that are secret, and the name of the secret that holds them."""


def _secrets(described: Described, construct_id: str) -> _Secrets:
    """Say where secrets of identity providers are looked for."""
    found: _Secrets = {}
    for resource, path in described.parameters.values():
        kind, at = described.resources[resource]["Type"], described.place(resource, path)
        if path[0] != "ProviderDetails":
            raise UnreadableError(f"{at.file}: {_WANTED[kind]}")
        name = re.sub("[^A-Za-z0-9_+=.@-]", "-", described.identifiers[resource]["ProviderName"])
        found.setdefault(resource, {})[str(path[-1])] = f"{construct_id}/{name}"
    return found


def _with_secrets(name: str, resource: Resource, secrets: _Secrets) -> Resource:
    if name not in secrets:
        return resource
    said = properties(resource)
    references = {detail: secret(kept, detail) for detail, kept in secrets[name].items()}
    return {**resource, "Properties": {**said, "ProviderDetails": {**said["ProviderDetails"], **references}}}


def _told(secrets: _Secrets) -> list[str]:
    return [f"{kept}, with the key {detail}" for details in secrets.values() for detail, kept in details.items()]


def _place(place: Place) -> str:
    first, *rest = place.path or ("",)
    return f"{place.file}: {template_words(str(first), tuple(rest))}"


def _not_described(described: Described, untold: Sequence[str] | None) -> list[str]:
    """Name the types of which nothing is described; where everything was asked, those that live in no user pool."""
    there = {resource["Type"] for resource in described.resources.values()}
    absent = [call.type for call in CALLS if call.type not in there]
    return [kind for kind in absent if kind.startswith(IDENTITY_POOL) or (USER_POOL in there and untold is None)]
