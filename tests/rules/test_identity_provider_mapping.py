"""Rules about what a provider says of its users, and where the pool keeps it."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, pool
from tests.rules.providers import GUIDE, provider

_GUIDE = f"{GUIDE}cognito-user-pools-specifying-attribute-mapping.html"


def maps(*names: str, kind: str = "SAML") -> Resources:
    return provider(kind, AttributeMapping=dict.fromkeys(names, "claim"))


def schema(**attributes: Any) -> Resources:
    return pool(Schema=[{"Name": name, **said} for name, said in attributes.items()])


def takes_token(name: str) -> Resources:
    return provider("OIDC", AttributeMapping={name: "id_token"})


CASES = [
    Case(
        rule="identity-provider.mapped-attribute-unknown",
        fails=schema(tier={}, email={}) | maps("email", "tier"),
        says="""\
Provider.AttributeMapping.tier: maps to no attribute that a provider can fill in this pool
   allowed: standard attributes, custom:tier
   fix: write custom:tier
   [identity-provider.mapped-attribute-unknown] https://github.com/aws/aws-cli/issues/9729""",
        passes=schema(tier={}, email={}) | maps("email", "given_name", "custom:tier", "email_verified"),
        silent=schema(tier={}) | provider("SAML", AttributeMapping=UNKNOWN),
    ),
    Case(
        rule="identity-provider.mapped-attribute-immutable",
        fails=schema(email={"Mutable": False}, tier={"Mutable": "false"}) | maps("email"),
        says=f"""\
Provider.AttributeMapping.email: cannot be mapped, since Pool.Schema makes it immutable
   allowed: mutable attributes
   fix: make the attribute mutable before the pool is first deployed, or do not map it
   [identity-provider.mapped-attribute-immutable] {_GUIDE}""",
        passes=schema(email={"Mutable": True}, tier={}) | maps("email", "custom:tier"),
        silent=schema(email={"Mutable": UNKNOWN}) | maps("email"),
    ),
    Case(
        rule="identity-provider.token-does-not-fit",
        fails=schema(token={"StringAttributeConstraints": {"MaxLength": "256"}}) | takes_token("custom:token"),
        says=f"""\
Provider.AttributeMapping.custom:token: takes a token, and Pool.Schema gives the attribute 256 characters, got \
'id_token'
   allowed: an attribute with MaxLength 2048
   fix: give the attribute 2048 before the pool is first deployed, or map the token to another one
   [identity-provider.token-does-not-fit] {_GUIDE}""",
        passes=schema(token={"StringAttributeConstraints": {"MaxLength": 2048}}) | takes_token("custom:token"),
        silent=schema(token={"StringAttributeConstraints": {"MaxLength": UNKNOWN}}) | takes_token("custom:token"),
    ),
    Case(
        rule="identity-provider.required-attribute-not-mapped",
        fails=schema(email={"Required": True}, name={"Required": "true"}, locale={}) | maps("name"),
        says=f"""\
Provider.AttributeMapping: should have email, which Pool.Schema requires
   allowed: a claim of the provider's for each required attribute
   fix: map email, and see that the provider always sends it
   [identity-provider.required-attribute-not-mapped] {_GUIDE}""",
        passes=schema(email={"Required": True}, name={"Required": False}) | maps("email"),
        silent=schema(email={"Required": True}) | provider("SAML", AttributeMapping=UNKNOWN),
    ),
    Case(
        rule="identity-provider.email-stays-unverified",
        fails=maps("email", kind="Google"),
        says=f"""\
Provider.AttributeMapping.email_verified: is not mapped, so that every address stays unverified
   allowed: the claim email_verified beside email
   fix: map email_verified to email_verified, if you trust the provider to say so
   [identity-provider.email-stays-unverified] {_GUIDE}""",
        passes=maps("email", "email_verified", kind="Google"),
        silent=provider("Google", AttributeMapping={"email": "email", "${Token[TOKEN.1]}": "claim"}),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("attribute", "kind", "count"),
    [
        ("username", "OIDC", 0),
        ("username", "SAML", 1),
        ("sub", "OIDC", 1),
        ("Email", "OIDC", 1),
        ("custom:role", "OIDC", 1),
        ("dev:role", "OIDC", 0),
    ],
)
def test_what_a_provider_can_fill(attribute: str, kind: str, count: int) -> None:
    template = schema(tier={}) | maps(attribute, kind=kind)
    assert len(BY_RULE["identity-provider.mapped-attribute-unknown"].messages(template)) == count


def test_a_schema_that_has_been_taken_out_of_the_template_says_nothing() -> None:
    assert BY_RULE["identity-provider.mapped-attribute-unknown"].messages(pool() | maps("custom:tier")) == []


def test_a_schema_that_is_known_in_part_says_nothing_about_other_names() -> None:
    template = pool(Schema=[UNKNOWN]) | maps("custom:tier")
    assert BY_RULE["identity-provider.mapped-attribute-unknown"].messages(template) == []


def test_a_custom_attribute_is_immutable_by_its_whole_name() -> None:
    template = schema(tier={"Mutable": False}) | maps("custom:tier", "name")
    (message,) = BY_RULE["identity-provider.mapped-attribute-immutable"].messages(template)
    assert message.startswith("Provider.AttributeMapping.custom:tier: ")


def test_a_provider_that_maps_nothing_fills_nothing() -> None:
    template = schema(email={"Required": True}) | provider("SAML")
    assert len(BY_RULE["identity-provider.required-attribute-not-mapped"].messages(template)) == 1


@pytest.mark.parametrize("kind", ["SAML", "Facebook", "LoginWithAmazon"])
def test_not_every_provider_says_whether_an_address_is_verified(kind: str) -> None:
    assert BY_RULE["identity-provider.email-stays-unverified"].messages(maps("email", kind=kind)) == []


def test_junk_among_the_names_crashes_nothing() -> None:
    template = schema(email={"Required": True}) | provider("Google", AttributeMapping={1: "claim", "email": "email"})
    assert len(BY_RULE["identity-provider.email-stays-unverified"].messages(template)) == 1
