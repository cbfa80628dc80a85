"""Whether a role that an identity pool gives trusts it, and no other.

https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html

Where the role is one of the template, its trust policy is judged, and only where all that could matter is known.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from constructs_lib.resources.model import IDENTITY_POOL_ROLE_ATTACHMENT, ROLE, target
from constructs_lib.rules.policies import admits_pool, admits_users, condition, trusting_identity_pools
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.role_mappings import mappings
from constructs_lib.rules.view import DoesNotApply, Object, Problem, View

_TRUST = GUIDE + "role-trust-and-permissions.html"
_PRACTICES = GUIDE + "identity-pools-security-best-practices.html"
_ALLOWED = "a role that trusts cognito-identity.amazonaws.com for users of this identity pool"


class Given(NamedTuple):
    """A role of the template that an identity pool gives, and where it says so."""

    holder: Object
    path: str
    guests: bool
    role: View

    @property
    def mapped(self) -> bool:
        """Whether it is for some users alone, by a rule about their claims."""
        return self.path == "RoleARN"


def given_roles(attachment: View) -> Iterator[Given]:
    """Walk the roles of the template that an identity pool gives."""
    said: list[tuple[Object, str, bool]] = [(attachment, "Roles.authenticated", False)]
    said.append((attachment, "Roles.unauthenticated", True))
    for _, mapping in mappings(attachment):
        with suppress(DoesNotApply):
            said += [(rule, "RoleARN", False) for rule in mapping.objects("RulesConfiguration.Rules")]
    for holder, path, guests in said:
        with suppress(DoesNotApply):
            role = attachment.neighbours.views.get(target(holder.get(path)) or "")
            if role is not None and role.type == ROLE:
                yield Given(holder, path, guests, role)


def _found(attachment: View, look: Callable[[Given], tuple[str, str] | None]) -> Iterator[Problem]:
    """Report what is wrong with roles; one of which nobody can tell says nothing about the next."""
    for given in given_roles(attachment):
        with suppress(DoesNotApply):
            wrong = look(given)
            if wrong is not None:
                holder, path = given.holder, given.path
                yield holder.problem(path, wrong[0], got=holder.get(path), allowed=_ALLOWED, fix=wrong[1])


@rule(
    "role-attachment.role-trust",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="it deploys, but STS refuses the role: AWS answers users 'Invalid identity pool configuration. Check assigned "
    "IAM roles for this pool'",
    evidence="reported",
    source=_TRUST,
)
def role_trust(attachment: View) -> Iterator[Problem]:
    """Warn of a role that those whom it is for may not assume."""
    yield from _found(attachment, lambda given: None if given.mapped else _distrust(given, attachment))


@rule(
    "role-attachment.mapped-role-trust",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="STS refuses the role, and the users whom the rule is about get no credentials",
    evidence="reported",
    source=_TRUST,
)
def mapped_role_trust(attachment: View) -> Iterator[Problem]:
    """Warn of a role of a rule that its users may not assume."""
    yield from _found(attachment, lambda given: _distrust(given, attachment) if given.mapped else None)


def _distrust(given: Given, attachment: View) -> tuple[str, str] | None:
    role, who = given.role, "guests" if given.guests else "users who have signed in"
    statements = trusting_identity_pools(role)
    if not statements:
        fix = "allow sts:AssumeRoleWithWebIdentity to cognito-identity.amazonaws.com in the role's trust policy"
        return f"needs a role that trusts identity pools, which {role.key} does not", fix
    mine = [one for one in statements if admits_pool(one, attachment.pool_key, role)]
    if not mine:
        fix = "name this identity pool in the condition cognito-identity.amazonaws.com:aud of the role"
        return f"needs a role that trusts this identity pool, and {role.key} trusts another", fix
    if not any(admits_users(one, guests=given.guests) for one in mine):
        word = "unauthenticated" if given.guests else "authenticated"
        fix = f"say {word} in the condition cognito-identity.amazonaws.com:amr of the role"
        return f"needs a role for {who}, which {role.key} is not", fix
    return None


@rule(
    "role-attachment.role-condition",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    why="IAM answers 'A condition block must be present for the Cognito provider'",
    evidence="measured on AWS",
    source="https://github.com/aws-amplify/amplify-cli/issues/13689",
)
def role_condition(attachment: View) -> Iterator[Problem]:
    """Refuse a role that trusts identity pools without any condition."""

    def look(given: Given) -> tuple[str, str] | None:
        if all(one.get("Condition") for one in trusting_identity_pools(given.role)):
            return None
        fix = "add the conditions cognito-identity.amazonaws.com:aud and :amr to the role's trust policy"
        return f"needs a role that trusts identity pools on a condition, and {given.role.key} has none", fix

    yield from _found(attachment, look)


@rule(
    "role-attachment.role-open",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="whoever makes an identity pool, in any account, could hand out the role's credentials; or guests get them",
    evidence="developer guide",
    source=_PRACTICES,
)
def role_open(attachment: View) -> Iterator[Problem]:
    """Warn of a role that others may assume too."""

    def look(given: Given) -> tuple[str, str] | None:
        role, conditional = given.role, [one for one in trusting_identity_pools(given.role) if one.get("Condition")]
        if any(condition(one, "aud") is None for one in conditional):
            fix = "add the condition StringEquals cognito-identity.amazonaws.com:aud with the identity pool's id"
            return f"should be a role that trusts this identity pool alone, and {role.key} trusts every one", fix
        if not given.guests and any(condition(one, "amr") is None for one in conditional):
            fix = "add the condition ForAnyValue:StringLike cognito-identity.amazonaws.com:amr with authenticated"
            return f"should be a role for users who have signed in, and guests may assume {role.key} too", fix
        return None

    yield from _found(attachment, look)
