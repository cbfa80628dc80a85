"""Rules about how long tokens are good."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, client


def lives(token: str, amount: Any, unit: Any = None, **properties: Any) -> Resources:
    units = {} if unit is None else {"TokenValidityUnits": {token: unit}}
    return client(**{f"{token}Validity": amount}, **units, **properties)


CASES = [
    Case(
        rule="app-client.token-lifetime",
        fails=lives("AccessToken", 4, "minutes"),
        says="""\
Client.AccessTokenValidity: must be 5 minutes to 1 day, got '4 minutes'
   fix: change the amount or the unit: seconds, minutes, hours, days; hours where none is said
   [app-client.token-lifetime] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=lives("AccessToken", 5, "minutes"),
        silent=lives("AccessToken", 4, UNKNOWN),
    ),
    Case(
        rule="app-client.token-outlives-refresh-token",
        fails=lives("AccessToken", 2, RefreshTokenValidity=1, TokenValidityUnits={"RefreshToken": "hours"}),
        says="""\
Client.AccessTokenValidity: cannot be longer than Client.RefreshTokenValidity, 1 hour, got '2 hours'
   allowed: 5 minutes to 1 day, and 1 hour at most
   fix: shorten it, or lengthen Client.RefreshTokenValidity
   [app-client.token-outlives-refresh-token] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=lives("AccessToken", 2, RefreshTokenValidity=2, TokenValidityUnits={"RefreshToken": "hours"}),
        silent=lives("AccessToken", 2, RefreshTokenValidity=1, TokenValidityUnits={"RefreshToken": UNKNOWN}),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("token", "amount", "unit", "right"),
    [
        ("AccessToken", 299, "seconds", False),
        ("AccessToken", 300, "seconds", True),
        ("AccessToken", 86_400, "seconds", True),
        ("AccessToken", 24, None, True),
        ("AccessToken", "24", None, True),
        ("AccessToken", 25, None, False),
        ("AccessToken", 86_400, "minutes", False),
        ("IdToken", 299, "seconds", False),
        ("IdToken", 300, "seconds", True),
        ("IdToken", 86_400, "minutes", False),
        ("IdToken", 1, "days", True),
        ("IdToken", 2, "days", False),
        ("RefreshToken", 3_599, "seconds", False),
        ("RefreshToken", 59, "minutes", False),
        ("RefreshToken", 60, "minutes", True),
        ("RefreshToken", 1, None, True),
        ("RefreshToken", 3_650, None, True),
        ("RefreshToken", 3_651, None, False),
        ("RefreshToken", 315_360_000, "minutes", False),
    ],
)
def test_the_range_is_that_of_amount_and_unit_together(token: str, amount: Any, unit: str | None, right: bool) -> None:
    assert (BY_RULE["app-client.token-lifetime"].messages(lives(token, amount, unit)) == []) is right


@pytest.mark.parametrize(
    ("token", "amount", "unit"),
    [
        ("AccessToken", 0, None),
        ("AccessToken", 86_401, "minutes"),
        ("AccessToken", 4, "fortnights"),
        ("IdToken", 86_401, "minutes"),
        ("RefreshToken", 315_360_001, "minutes"),
    ],
)
def test_what_a_limit_refuses_is_refused_once(token: str, amount: int, unit: str | None) -> None:
    assert BY_RULE["app-client.token-lifetime"].messages(lives(token, amount, unit)) == []


@pytest.mark.parametrize(("amount", "said"), [("25", "25 hours"), (25.0, "25 hours"), (24.5, "24.5 hours")])
def test_a_lifetime_is_said_as_a_person_would(amount: Any, said: str) -> None:
    (message,) = BY_RULE["app-client.token-lifetime"].messages(lives("AccessToken", amount))
    assert message.startswith(f"Client.AccessTokenValidity: must be 5 minutes to 1 day, got '{said}'\n")


def test_the_range_of_refresh_tokens_is_said_in_their_units() -> None:
    (message,) = BY_RULE["app-client.token-lifetime"].messages(lives("RefreshToken", 59, "minutes"))
    assert message.startswith("Client.RefreshTokenValidity: must be 60 minutes to 3,650 days, got '59 minutes'\n")
    assert "hours, days; days where none is said\n" in message


def test_an_unknown_lifetime_does_not_hide_the_next() -> None:
    (message,) = BY_RULE["app-client.token-lifetime"].messages(client(AccessTokenValidity=UNKNOWN, IdTokenValidity=25))
    assert message.startswith("Client.IdTokenValidity: must be 5 minutes to 1 day, got '25 hours'")


def test_one_is_singular() -> None:
    (message,) = BY_RULE["app-client.token-lifetime"].messages(lives("AccessToken", 1, "seconds"))
    assert "got '1 second'" in message


def test_id_tokens_do_not_outlive_the_refresh_token_either() -> None:
    template = client(IdTokenValidity=2, RefreshTokenValidity=90, TokenValidityUnits={"RefreshToken": "minutes"})
    assert len(BY_RULE["app-client.token-outlives-refresh-token"].messages(template)) == 1


def test_nothing_outlives_a_refresh_token_of_thirty_days() -> None:
    assert BY_RULE["app-client.token-outlives-refresh-token"].messages(client(AccessTokenValidity=24)) == []
