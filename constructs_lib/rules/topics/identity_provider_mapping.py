"""What a provider says of its users, and where the pool keeps it.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
"""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER
from constructs_lib.resources.standard_attributes import STANDARD_TYPES
from constructs_lib.resources.values import is_unknown
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.attributes import named
from constructs_lib.rules.view import DoesNotApply, Problem, View, is_there

_MAPPING = "AttributeMapping"
_GUIDE = GUIDE + "cognito-user-pools-specifying-attribute-mapping.html"
_FILLED = STANDARD_TYPES.keys() | {"email_verified", "phone_number_verified"}


def _mapped(provider: View, *, surely: bool = False) -> tuple[str, ...]:
    """Give the pool's attributes that are mapped, all of which are known, or those that are whatever happens."""
    mapping = provider.known(_MAPPING)
    if not isinstance(mapping, dict):
        return ()
    if any(map(is_unknown, mapping)):
        raise DoesNotApply
    return tuple(name for name, claim in mapping.items() if isinstance(name, str) and (not surely or is_there(claim)))


def _name(attribute: str) -> str:
    """Name an attribute of the schema as a mapping does."""
    return attribute if attribute in STANDARD_TYPES else f"custom:{attribute.removeprefix('custom:')}"


@rule(
    "identity-provider.mapped-attribute-unknown",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="AWS has refused such mappings, and where it takes one, sign-in fails or the value is lost",
    evidence="reported",
    source="https://github.com/aws/aws-cli/issues/9729",
)
def mapped_attribute_unknown(provider: View) -> Iterator[Problem]:
    """Warn of mappings to attributes that the pool does not have, as far as it is known here."""
    mapped = [name for name in _mapped(provider, surely=True) if name not in _FILLED]
    # Cognito makes the user name itself; SAML sign-in has failed on a mapping to it:
    # https://github.com/aws-samples/cloudfront-authorization-at-edge/issues/153
    mapped = [name for name in mapped if name != "username" or provider.text("ProviderType") == "SAML"]
    if not mapped:
        return
    pool = provider.pool
    declared = [attribute.text("Name") for attribute in pool.all_objects("Schema")]
    there = {_name(name) for name in declared if name is not None and name not in STANDARD_TYPES}
    for name in mapped:
        known = name in there or name.startswith("dev:") or (name.startswith("custom:") and not pool.has("Schema"))
        if not known:
            meant = f"custom:{name}" if f"custom:{name}" in there else ""
            yield provider.problem(
                (_MAPPING, name),
                "maps to no attribute that a provider can fill in this pool",
                allowed=", ".join(("standard attributes", *sorted(there))),
                fix=f"write {meant}" if meant else "correct it, or declare it in {pool.Schema}",
            )


@rule(
    "identity-provider.mapped-attribute-immutable",
    USER_POOL_IDENTITY_PROVIDER,
    why="users sign in once and never again: 'Attribute cannot be updated'; the schema can never be changed",
    evidence="developer guide",
    source=_GUIDE,
)
def mapped_attribute_immutable(provider: View) -> Iterator[Problem]:
    """Refuse to fill, at every sign-in, what can never be changed."""
    mapped = _mapped(provider, surely=True)
    for attribute, name in named(provider.pool) if mapped else ():
        with suppress(DoesNotApply):  # one attribute says nothing about the next
            if _name(name) in mapped and attribute.flag("Mutable") is False:
                yield provider.problem(
                    (_MAPPING, _name(name)),
                    "cannot be mapped, since {pool.Schema} makes it immutable",
                    allowed="mutable attributes",
                    fix="make the attribute mutable before the pool is first deployed, or do not map it",
                )


@rule(
    "identity-provider.token-does-not-fit",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="tokens are long: the attribute that takes one must hold 2,048 characters, or sign-in fails",
    evidence="developer guide",
    source=_GUIDE,
)
def token_does_not_fit(provider: View) -> Iterator[Problem]:
    """Warn of attributes that a provider's token does not go into."""
    mapping = provider.known(_MAPPING)
    tokens = [name for name in _mapped(provider) if mapping.get(name) in ("access_token", "id_token")]
    for attribute, name in named(provider.pool) if tokens else ():
        with suppress(DoesNotApply):
            longest = attribute.number("StringAttributeConstraints.MaxLength")
            if _name(name) in tokens and longest is not None and longest < 2048:
                yield provider.problem(
                    (_MAPPING, _name(name)),
                    f"takes a token, and {{pool.Schema}} gives the attribute {longest:g} characters",
                    got=mapping[_name(name)],
                    allowed="an attribute with MaxLength 2048",
                    fix="give the attribute 2048 before the pool is first deployed, or map the token to another one",
                )


@rule(
    "identity-provider.required-attribute-not-mapped",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="users of the provider cannot sign in without it, unless they are linked to one who has it",
    evidence="developer guide",
    source=_GUIDE,
)
def required_attribute_not_mapped(provider: View) -> Iterator[Problem]:
    """Warn of required attributes that the provider does not fill."""
    missing = []
    for attribute, name in named(provider.pool):
        with suppress(DoesNotApply):
            if name in STANDARD_TYPES and attribute.flag("Required"):
                missing.append(name)
    missing = [name for name in missing if name not in _mapped(provider)]
    if missing:
        yield provider.problem(
            _MAPPING,
            f"should have {', '.join(missing)}, which {{pool.Schema}} requires",
            allowed="a claim of the provider's for each required attribute",
            fix=f"map {', '.join(missing)}, and see that the provider always sends it",
        )


@rule(
    "identity-provider.email-stays-unverified",
    USER_POOL_IDENTITY_PROVIDER,
    severity="warning",
    why="a mapped address counts as unverified, and no code can verify it; this provider says whether it is",
    evidence="developer guide",
    source=_GUIDE,
)
def email_stays_unverified(provider: View) -> Iterator[Problem]:
    """Warn of addresses that stay unverified though the provider knows better."""
    if not provider.has(_MAPPING):
        return
    if "email_verified" in _mapped(provider) or "email" not in _mapped(provider, surely=True):
        return
    if provider.text("ProviderType") in ("Google", "OIDC"):
        yield provider.problem(
            (_MAPPING, "email_verified"),
            "is not mapped, so that every address stays unverified",
            allowed="the claim email_verified beside email",
            fix="map email_verified to email_verified, if you trust the provider to say so",
        )
