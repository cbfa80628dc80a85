"""How users get other roles than that of all who have signed in: by their group, or by rules about claims.

https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import IDENTITY_POOL_ROLE_ATTACHMENT
from constructs_lib.resources.values import is_intrinsic, is_unknown
from constructs_lib.rules.registry import CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.topics.identity_pool_providers import HOSTS, names_of
from constructs_lib.rules.view import Object, Problem, View

_RESOURCE = CLOUDFORMATION + "aws-resource-cognito-identitypoolroleattachment.html"
_GUIDE = GUIDE + "role-based-access-control.html"
_RULES = "RulesConfiguration"
_USER_POOL = "cognito-idp."
_FORM = "<provider name>:<client id> of a user pool, or the host or ARN of another provider"


def mappings(attachment: View) -> Iterator[tuple[str, Object]]:
    """Walk the mappings that are known, with their keys."""
    found = attachment.known("RoleMappings")
    for key, mapping in found.items() if isinstance(found, dict) else ():
        if isinstance(mapping, dict) and not is_intrinsic(mapping):
            yield key, Object(mapping, ("RoleMappings", key), attachment)


def _types(attachment: View) -> Iterator[tuple[Object, str]]:
    for _, mapping in mappings(attachment):
        said = mapping.get("Type")
        if said in ("Token", "Rules"):
            yield mapping, said


@rule(
    "role-attachment.ambiguous-missing",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    why="AWS refuses a mapping that does not say what happens where no role, or no single one, is found",
    evidence="measured on AWS",
    source=_RESOURCE,
)
def ambiguous_missing(attachment: View) -> Iterator[Problem]:
    """Ask what happens to users for whom no role is found."""
    for mapping, _ in _types(attachment):
        if not mapping.has("AmbiguousRoleResolution"):
            yield mapping.problem(
                "AmbiguousRoleResolution",
                "must be said",
                allowed="AuthenticatedRole or Deny",
                fix="say Deny, or AuthenticatedRole for the role of all who have signed in",
            )


@rule(
    "role-attachment.rules-missing",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    why="AWS refuses the type Rules without rules",
    evidence="measured on AWS",
    source=_RESOURCE,
)
def rules_missing(attachment: View) -> Iterator[Problem]:
    """Refuse a mapping by rules that has none."""
    for mapping, said in _types(attachment):
        if said == "Rules" and not mapping.has(_RULES):
            yield mapping.problem(
                (_RULES, "Rules"),
                "must be given where the type is Rules",
                allowed="1 to 25 rules",
                fix="add rules, or use the type Token",
            )


@rule(
    "role-attachment.rules-with-token",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    why="AWS refuses rules where the token decides",
    evidence="measured on AWS",
    source=_RESOURCE,
)
def rules_with_token(attachment: View) -> Iterator[Problem]:
    """Refuse rules that would never be asked."""
    for mapping, said in _types(attachment):
        if said == "Token" and mapping.surely_has(_RULES):
            yield mapping.problem(
                (_RULES, "Rules"),
                "cannot be given where the type is Token",
                got=mapping.get(_RULES),
                allowed="nothing",
                fix="leave the rules out, or use the type Rules",
            )


def _provider(key: str, mapping: Object) -> tuple[str, str]:
    """Give a mapping's provider and where it is said: in its own property, else in the key."""
    said = mapping.get("IdentityProvider")
    name = key if said is None else said
    if not isinstance(name, str) or is_unknown(name):
        return "", ""
    return name, "IdentityProvider" if said is not None else ""


def _is_developers(name: str, attachment: View) -> bool:
    """Tell whether a name is that of the developer's own provider."""
    return attachment.identity_pool.text("DeveloperProviderName") == name


@rule(
    "role-attachment.mapping-provider",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    why="AWS answers '(…) is not a valid RoleMapping ProviderName or is not a configured provider.'",
    evidence="measured on AWS",
    source=_RESOURCE,
)
def mapping_provider(attachment: View) -> Iterator[Problem]:
    """Refuse a mapping whose provider nobody can tell."""
    for key, mapping in mappings(attachment):
        name, place = _provider(key, mapping)
        # Providers of SAML have ARNs, those of OIDC hosts or ARNs; a developer's own has whatever name it was given.
        if "://" in name or (re.fullmatch(r"[\w-]+", name) and not _is_developers(name, attachment)):
            yield mapping.problem(
                place,
                "must name its provider",
                got=name,
                allowed=_FORM,
                fix="write the provider's name without https://, as the key or beside a key of your own",
            )


@rule(
    "role-attachment.mapping-client",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="an identity pool knows each user pool by its app client, and its mapping too",
    evidence="developer guide",
    source=_GUIDE,
)
def mapping_client(attachment: View) -> Iterator[Problem]:
    """Warn of a user pool without its app client."""
    for key, mapping in mappings(attachment):
        name, place = _provider(key, mapping)
        if name.startswith(_USER_POOL) and ":" not in name:
            yield mapping.problem(
                place,
                "should name the app client after the user pool",
                got=name,
                allowed="<provider name>:<client id>",
                fix="add : and the id of the app client",
            )


@rule(
    "role-attachment.provider-missing",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    why="AWS answers '(…) is not a valid RoleMapping ProviderName or is not a configured provider.'",
    evidence="reported",
    source=_RESOURCE,
)
def provider_missing(attachment: View) -> Iterator[Problem]:
    """Refuse a mapping of a provider that the identity pool does not have."""
    for key, mapping in mappings(attachment):
        name, place = _provider(key, mapping)
        if not (name in HOSTS or (name.startswith(_USER_POOL) and ":" in name)):
            continue
        there = names_of(attachment.identity_pool, with_client=True)
        if name not in there:
            yield mapping.problem(
                place,
                "is no provider of the identity pool",
                got=name,
                allowed=", ".join(sorted(there)) or "nothing: the identity pool has none",
                fix="add the provider to the identity pool, or correct its name",
            )


@rule(
    "role-attachment.token-without-user-pool",
    IDENTITY_POOL_ROLE_ATTACHMENT,
    severity="warning",
    why="only tokens of user pools name roles",
    evidence="developer guide",
    source=_GUIDE,
)
def token_without_user_pool(attachment: View) -> Iterator[Problem]:
    """Warn of tokens in which no role can be found."""
    for key, mapping in mappings(attachment):
        name, _ = _provider(key, mapping)
        if name in HOSTS and mapping.get("Type") == "Token":
            yield mapping.problem(
                "Type",
                f"finds no role in tokens of {name}",
                got="Token",
                allowed="Rules, or Token for a user pool",
                fix="use rules",
            )
