"""The roles that an identity pool gives: one for those who have signed in, one for guests.

https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import IDENTITY_POOL_ROLE_ATTACHMENT
from constructs_lib.rules.limits.identity_pool import IDENTITY_API
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.identity_pool import has_providers
from constructs_lib.rules.view import Problem, View

_GUESTS = "AllowUnauthenticatedIdentities"


@rule(
    "role-attachment.second",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    why="an identity pool has one attachment: CloudFormation answers that it already exists",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/27411",
)
def second(attachment: View) -> Iterator[Problem]:
    """Refuse a second attachment of one identity pool."""
    twin = attachment.twin()
    if twin is not None:
        yield attachment.problem(
            "IdentityPoolId",
            f"is that of {twin.key} too, and an identity pool has one attachment",
            got=attachment.get("IdentityPoolId"),
            allowed="one attachment for each identity pool",
            fix=f"put the roles and mappings of both into {twin.key}",
        )


@rule(
    "role-attachment.authenticated-missing",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="AWS answers 'Invalid identity pool configuration' to users whom no mapping gives a role",
    evidence="API model",
    source=IDENTITY_API + "API_GetCredentialsForIdentity.html",
)
def authenticated_missing(attachment: View) -> Iterator[Problem]:
    """Warn of users who sign in and get nothing."""
    if not attachment.has("Roles.authenticated") and has_providers(attachment.identity_pool):
        yield attachment.problem(
            "Roles",
            "has no role for users who have signed in",
            got=attachment.get("Roles"),
            allowed="a role for authenticated",
            fix="give authenticated a role that trusts the identity pool",
        )


@rule(
    "role-attachment.guest-role-missing",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="AWS answers 'Invalid identity pool configuration' to guests",
    evidence="API model",
    source=IDENTITY_API + "API_GetCredentialsForIdentity.html",
)
def guest_role_missing(attachment: View) -> Iterator[Problem]:
    """Warn of guests who are let in and get nothing."""
    if not attachment.has("Roles.unauthenticated") and attachment.identity_pool.flag(_GUESTS):
        yield attachment.problem(
            "Roles",
            f"has no role for guests, whom {{pool.{_GUESTS}}} lets in",
            got=attachment.get("Roles"),
            allowed="a role for unauthenticated",
            fix=f"give unauthenticated a role, or turn {{pool.{_GUESTS}}} off",
        )


@rule(
    "role-attachment.guest-role-unused",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="a role that nobody gets today is everybody's the day that somebody lets guests in",
    evidence="inferred",
    source=GUIDE + "identity-pools-security-best-practices.html",
)
def guest_role_unused(attachment: View) -> Iterator[Problem]:
    """Warn of a role for guests who are not let in."""
    if attachment.surely_has("Roles.unauthenticated") and not attachment.identity_pool.flag(_GUESTS):
        yield attachment.problem(
            "Roles.unauthenticated",
            f"is for guests, whom {{pool.{_GUESTS}}} does not let in",
            got=attachment.get("Roles.unauthenticated"),
            allowed="nothing",
            fix=f"leave it out, or turn {{pool.{_GUESTS}}} on",
        )
