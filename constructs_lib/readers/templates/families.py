"""Which resources of a template have to be judged beside each other.

What a rule reads beside a resource is what that refers to, what names the same pool, and what is attached to either.
So each family comes out in as many ways as it has itself, and not in as many as all pools of a template have together.
"""

from collections.abc import Iterator

from constructs_lib.resources.model import (
    BUCKET,
    BUCKET_POLICY,
    DELIVERY_STREAM,
    IDENTITY_POOL,
    KMS_KEY,
    LINKS,
    LOG_GROUP,
    LOG_RESOURCE_POLICY,
    MANAGED_POLICY,
    POLICY,
    ROLE,
    ROLE_POLICY,
    USER_POOL,
    USER_POOL_DOMAIN,
    WEB_ACL,
    WEB_ACL_ASSOCIATION,
    WEB_ACL_LOGGING,
    Resources,
    properties,
    target,
)
from constructs_lib.resources.references import depends_on, references
from constructs_lib.resources.values import Json, is_list

ATTRIBUTES = ("Properties", "DeletionPolicy", "UpdateReplacePolicy")
"""What a resource says that a function may stand in."""

_COGNITO = "AWS::Cognito::"
_POLICIES = (POLICY, MANAGED_POLICY, ROLE_POLICY)
_ATTACHED = (WEB_ACL_ASSOCIATION, WEB_ACL_LOGGING, LOG_RESOURCE_POLICY, BUCKET_POLICY)
_REFERRED = (BUCKET, DELIVERY_STREAM, KMS_KEY, LOG_GROUP, ROLE, WEB_ACL)
_READ = (_COGNITO, *_POLICIES, *_ATTACHED, *_REFERRED)


def is_read(resource: Json) -> bool:
    """Tell whether a resource is of a type that rules read the properties of."""
    return _type(resource).startswith(_READ)


def families(resources: Resources) -> list[dict[str, Json]]:
    """Give the resources that belong together, for everything that has to do with Cognito."""
    beside: dict[str, set[str]] = {}
    for group in _joined(resources):
        for other in group[1:]:
            beside.setdefault(group[0], set()).add(other)
            beside.setdefault(other, set()).add(group[0])
    found: list[dict[str, Json]] = []
    seen: set[str] = set()
    for name in _of(resources, _COGNITO):
        if name not in seen:
            family = _reached(name, beside)
            seen |= family
            found.append({name: resource for name, resource in resources.items() if name in family})
    return found


def _reached(name: str, beside: dict[str, set[str]]) -> set[str]:
    found = {name}
    waiting = [name]
    while waiting:
        new = beside.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _joined(resources: Resources) -> Iterator[list[str]]:
    """Walk the names of resources that belong together for one reason."""
    yield from _with_what_they_name(resources)
    yield from _with_strangers(resources)
    yield from _with_web_acls(resources)
    yield from _with_policies(resources)
    yield _of(resources, USER_POOL_DOMAIN)  # an account has few of them, and no two of one name


def _with_what_they_name(resources: Resources) -> Iterator[list[str]]:
    """Follow what Cognito's resources refer to, and what that refers to: what comes first may hang on all of it."""
    waiting = _of(resources, _COGNITO, *_ATTACHED)
    seen = set(waiting)
    while waiting:
        name = waiting.pop()
        named = {one for one in _names(resources[name]) if one in resources}
        yield [name, *named]
        waiting += named - seen
        seen |= named


def _with_strangers(resources: Resources) -> Iterator[list[str]]:
    """Join what belongs to no pool of the template; where nobody knows whose it is, it may be anybody's."""
    pools = _of(resources, USER_POOL, IDENTITY_POOL)
    links = {name: _link(resources[name]) for name in _of(resources, _COGNITO, *_ATTACHED)}
    strangers = [name for name, link in links.items() if target(link) not in resources and name not in pools]
    yield strangers
    if any(not isinstance(links[name], (str, type(None))) and target(links[name]) is None for name in strangers):
        yield [strangers[0], *pools]


def _with_web_acls(resources: Resources) -> Iterator[list[str]]:
    """Join a web ACL with whatever it may protect, and with the pools that it might."""
    acls = set(_of(resources, WEB_ACL))
    for name in resources if acls else ():
        yield [name, *acls.intersection(_names(resources[name]))]
    yield [*acls, *_of(resources, USER_POOL)[:1]]


def _with_policies(resources: Resources) -> Iterator[list[str]]:
    """Join a policy with the roles that it is given to, and where nobody knows, with all."""
    for name in _of(resources, *_POLICIES):
        said = properties(resources[name])
        roles = said.get("Roles", said.get("RoleName"))
        named = [target(role) for role in (roles if is_list(roles) else [roles])]
        known = [role for role in named if role is not None]
        yield [name, *(known if len(known) == len(named) or roles is None else _of(resources, ROLE))]


def _link(resource: Json) -> Json:
    said = properties(resource)
    return next((said[name] for name in LINKS if said.get(name) is not None), None)


def _names(resource: Json) -> Iterator[str]:
    """Walk what a resource refers to or waits for."""
    yield from depends_on(resource)
    for attribute in ATTRIBUTES:
        yield from references(resource.get(attribute) if isinstance(resource, dict) else None)


def _of(resources: Resources, *types: str) -> list[str]:
    """Name the resources of some types, or of the services that end in colons."""
    services = tuple(one for one in types if one.endswith("::"))
    kinds = ((name, _type(resource)) for name, resource in resources.items())
    return [name for name, kind in kinds if kind in types or kind.startswith(services)]


def _type(resource: Json) -> str:
    found = resource.get("Type") if isinstance(resource, dict) else None
    return found if isinstance(found, str) else ""
