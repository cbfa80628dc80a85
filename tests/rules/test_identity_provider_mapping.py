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


PERHAPS = {"Fn::If": ["Production", "claim", {"Ref": "AWS::NoValue"}]}


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("identity-provider.mapped-attribute-unknown", "Email"),
        ("identity-provider.mapped-attribute-immutable", "custom:tier"),
        ("identity-provider.email-stays-unverified", "email"),
    ],
)
def test_a_mapping_that_may_come_to_nothing_is_not_judged(rule: str, name: str) -> None:
    def messages(claim: Any) -> list[str]:
        template = schema(tier={"Mutable": False}) | provider("Google", AttributeMapping={name: claim})
        return BY_RULE[rule].messages(template)

    assert len(messages("claim")) == 1
    assert messages(PERHAPS) == []


@pytest.mark.parametrize(
    ("name", "filled"), [("phone_number_verified", True), ("email_verified", True), ("verified", False)]
)
def test_cognito_has_more_to_fill_than_standard_attributes(name: str, filled: bool) -> None:
    messages = BY_RULE["identity-provider.mapped-attribute-unknown"].messages(schema(tier={}) | maps(name))
    assert (messages == []) is filled


@pytest.mark.parametrize(
    ("name", "fix"),
    [("tier", "write custom:tier"), ("tear", "correct it, or declare it in Pool.Schema")],
)
def test_an_attribute_may_be_meant_that_has_its_prefix_written_out(name: str, fix: str) -> None:
    template = schema(**{"custom:tier": {}}) | maps(name)
    (message,) = BY_RULE["identity-provider.mapped-attribute-unknown"].messages(template)
    assert f"\n   fix: {fix}\n" in message


@pytest.mark.parametrize(("length", "count"), [(2047, 1), (2048, 0), (4096, 0)])
@pytest.mark.parametrize("token", ["access_token", "id_token"])
def test_either_token_needs_2048_characters(token: str, length: int, count: int) -> None:
    template = schema(token={"StringAttributeConstraints": {"MaxLength": length}}) | provider(
        "OIDC", AttributeMapping={"custom:token": token}
    )
    assert len(BY_RULE["identity-provider.token-does-not-fit"].messages(template)) == count


def test_all_required_attributes_that_are_not_mapped_are_named() -> None:
    template = schema(email={"Required": True}, name={"Required": True}) | maps("picture")
    (message,) = BY_RULE["identity-provider.required-attribute-not-mapped"].messages(template)
    assert message.startswith("Provider.AttributeMapping: should have email, name, which Pool.Schema requires\n")
    assert "\n   fix: map email, name, and see that the provider always sends it\n" in message


@pytest.mark.parametrize("kind", ["Google", "OIDC"])
def test_who_says_whether_an_address_is_verified(kind: str) -> None:
    assert len(BY_RULE["identity-provider.email-stays-unverified"].messages(maps("email", kind=kind))) == 1
