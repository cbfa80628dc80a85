"""What the catalogue of rules knows of changes: each is told by the diff."""

from typing import Any

import pytest

from constructs_lib.lifecycle.effect import Effect
from constructs_lib.resources.model import (
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_RESOURCE_SERVER,
)
from docs.catalogue import CHANGES
from tests.lifecycle.changes_of_user_pool import MANY
from tests.lifecycle.told import told

Properties = dict[str, Any]

TENANT = {"Name": "tenant", "AttributeDataType": "String", "Mutable": True}
READING = {"Identifier": "orders", "Scopes": [{"ScopeName": "read", "ScopeDescription": "Read orders"}]}
PASSKEYS: Properties = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}

TOLD: dict[str, tuple[str, Properties, Properties, Effect, str]] = {
    "POOL-09": (USER_POOL, {}, {"UsernameAttributes": ["email"]}, Effect.REFUSED, "what people sign in with is fixed"),
    "POOL-10": (
        USER_POOL,
        {"AliasAttributes": ["email"]},
        {"AliasAttributes": ["phone_number"]},
        Effect.REFUSED,
        "what people sign in with is fixed",
    ),
    "POOL-11": (
        USER_POOL,
        {},
        {"UsernameConfiguration": {"CaseSensitive": False}},
        Effect.REFUSED,
        "even where it was left open",
    ),
    "POOL-24": (
        USER_POOL,
        {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms", "ExternalId": "shop"}},
        {},
        Effect.IN_PLACE,
        "cannot be switched off again",
    ),
    "POOL-31": (USER_POOL, {"DeletionProtection": "ACTIVE"}, {}, Effect.IN_PLACE, "deletes the pool deletes its users"),
    "SCH-10": (USER_POOL, {"Schema": [TENANT]}, {}, Effect.REFUSED, "an attribute can never be removed"),
    "SCH-11": (
        USER_POOL,
        {},
        {"Schema": [{"Name": "email", "Required": True}]},
        Effect.REFUSED,
        "a standard attribute can be declared only when a pool is made",
    ),
    "SCH-12": (
        USER_POOL,
        {"Schema": [TENANT]},
        {"Schema": [{**TENANT, "Mutable": False}]},
        Effect.REFUSED,
        "an attribute can never be changed",
    ),
    "SCH-14": (USER_POOL, {}, {"Schema": MANY}, Effect.IN_PLACE, "AWS adds 25 attributes at a time"),
    "FAC-13": (
        USER_POOL,
        {**PASSKEYS, "WebAuthnRelyingPartyID": "shop.example"},
        {**PASSKEYS, "WebAuthnRelyingPartyID": "auth.shop.example"},
        Effect.LOSES,
        "passkey",
    ),
    "CLI-03": (USER_POOL_CLIENT, {}, {"GenerateSecret": True}, Effect.LOSES, "made anew with another id"),
    "DOM-13": (USER_POOL_DOMAIN, {"Domain": "shop"}, {"Domain": "shop2"}, Effect.LOSES, "the old address ends"),
    "RSV-09": (USER_POOL_RESOURCE_SERVER, READING, {"Identifier": "orders"}, Effect.LOSES, "holds this scope"),
    "IDP-24": (
        USER_POOL_IDENTITY_PROVIDER,
        {"ProviderName": "Staff", "ProviderType": "OIDC"},
        {"ProviderName": "Office", "ProviderType": "OIDC"},
        Effect.LOSES,
        "are named after it",
    ),
}


def test_every_change_of_the_catalogue_is_taken() -> None:
    assert TOLD.keys() == CHANGES.keys()


@pytest.mark.parametrize(("type_name", "before", "after", "effect", "says"), TOLD.values(), ids=TOLD.keys())
def test_a_change_of_the_catalogue_is_told(
    type_name: str, before: Properties, after: Properties, effect: Effect, says: str
) -> None:
    first = told(type_name, before, after).partition("\nhttps:")[0]
    assert first.startswith(f"{effect}: ")
    assert says in first


def test_25_attributes_are_added_without_a_word_of_it() -> None:
    assert "at a time" not in told(USER_POOL, {}, {"Schema": MANY[:25]})
    assert "at a time" not in told(USER_POOL, {"Schema": MANY[:1]}, {"Schema": MANY})
