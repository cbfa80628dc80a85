"""Names of properties, which CloudFormation takes to the letter and CDK leaves out where it does not know them."""

from collections.abc import Iterator
from difflib import get_close_matches

from constructs_lib.resources.model import (
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    LOG_DELIVERY,
    MANAGED_LOGIN_BRANDING,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REGIONAL_CONFIGURATION,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
)
from constructs_lib.rules.catalogue import limits_of
from constructs_lib.rules.registry import CLOUDFORMATION, rule
from constructs_lib.rules.view import Problem, View

NAMED = {
    USER_POOL: "user-pool",
    USER_POOL_CLIENT: "app-client",
    USER_POOL_DOMAIN: "domain",
    USER_POOL_GROUP: "group",
    USER_POOL_IDENTITY_PROVIDER: "identity-provider",
    USER_POOL_MEMBERSHIP: "membership",
    USER_POOL_REGIONAL_CONFIGURATION: "regional-configuration",
    USER_POOL_REPLICA: "replica",
    USER_POOL_RESOURCE_SERVER: "resource-server",
    USER_POOL_RISK_CONFIGURATION: "risk",
    USER_POOL_UI_CUSTOMIZATION: "ui-customization",
    USER_POOL_USER: "user",
    MANAGED_LOGIN_BRANDING: "branding",
    TERMS: "terms",
    LOG_DELIVERY: "log-delivery",
    IDENTITY_POOL: "identity-pool",
    IDENTITY_POOL_PRINCIPAL_TAG: "principal-tags",
    IDENTITY_POOL_ROLE_ATTACHMENT: "role-attachment",
}
"""The types of which every property has a limit, and the topics of their rules."""


def unknown(view: View) -> Iterator[Problem]:
    """Warn of properties that nobody has heard of, which may be new."""
    limits = limits_of(view.type)
    for path, known in limits.unknown(view.source) if limits is not None else ():
        meant = _meant(str(path[-1]), known)
        yield view.problem(
            path,
            "is no property that is known here",
            allowed=f"{meant}, or another property by its name" if meant else "properties by their names",
            fix=f"write {meant}" if meant else "correct the name, or acknowledge this if AWS has added the property",
        )


def _meant(name: str, known: tuple[str, ...]) -> str:
    by_letters = {one.lower(): one for one in known}
    close = get_close_matches(name.lower(), by_letters, n=1)
    return by_letters[close[0]] if close else ""


for _resource, _topic in NAMED.items():
    rule(
        f"{_topic}.property-unknown",
        _resource,
        severity="warning",
        why="CloudFormation answers 'extraneous key is not permitted' to a name that it does not know",
        evidence="reported",
        source=CLOUDFORMATION + f"aws-resource-{_resource.removeprefix('AWS::').replace('::', '-').lower()}.html",
    )(unknown)
