"""Times come back in the unit they were written in."""

from datetime import timedelta
from typing import Any

import pytest

from constructs_lib.settings import AppClient, TokenValidity, Verbatim


def read(properties: dict[str, Any]) -> Any:
    return AppClient.from_resource({"Type": AppClient.TYPE, "Properties": properties})


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (60, "minutes", timedelta(hours=1)),
        (90, "seconds", timedelta(seconds=90)),
        (3600, "seconds", TokenValidity(amount=3600, unit="seconds")),
        (1, "hours", TokenValidity(amount=1, unit="hours")),
        (30, "days", TokenValidity(amount=30, unit="days")),
        (10**20, "minutes", TokenValidity(amount=10**20, unit="minutes")),
        ("60", "minutes", TokenValidity(amount=Verbatim("60"), unit="minutes")),
        ({"Ref": "Minutes"}, "minutes", TokenValidity(amount=Verbatim({"Ref": "Minutes"}), unit="minutes")),
        (60, {"Ref": "Unit"}, TokenValidity(amount=60, unit=Verbatim({"Ref": "Unit"}))),
    ],
)
def test_every_spelling_comes_back_as_it_was(amount: Any, unit: Any, value: Any) -> None:
    properties = {"AccessTokenValidity": amount, "TokenValidityUnits": {"AccessToken": unit}}
    client = read(properties)
    assert client.access_token_validity == value
    assert client.resource()["Properties"] == properties


def test_a_number_without_a_unit_stays_without() -> None:
    client = read({"AccessTokenValidity": 1})
    assert client == AppClient(access_token_validity=TokenValidity(amount=1))
    assert client.resource()["Properties"] == {"AccessTokenValidity": 1}


def test_a_unit_without_a_number_stays_without() -> None:
    client = read({"TokenValidityUnits": {"RefreshToken": "days"}})
    assert client == AppClient(refresh_token_validity=TokenValidity(unit="days"))
    assert client.resource()["Properties"] == {"TokenValidityUnits": {"RefreshToken": "days"}}


def test_each_token_has_its_own_time() -> None:
    client = AppClient(
        access_token_validity=timedelta(minutes=5),
        id_token_validity=timedelta(seconds=301),
        refresh_token_validity=timedelta(days=30),
    )
    assert client.written() == {
        "AccessTokenValidity": 5,
        "IdTokenValidity": 301,
        "RefreshTokenValidity": 43_200,
        "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "seconds", "RefreshToken": "minutes"},
    }


@pytest.mark.parametrize("time", [TokenValidity(amount=60, unit="minutes"), timedelta(minutes=60), timedelta(hours=1)])
def test_one_time_has_one_spelling(time: Any) -> None:
    assert AppClient(id_token_validity=time) == AppClient(id_token_validity=timedelta(hours=1))


def test_a_verbatim_time_is_a_verbatim_amount() -> None:
    client = AppClient(id_token_validity=Verbatim({"Ref": "Time"}))
    assert client == AppClient(id_token_validity=TokenValidity(amount=Verbatim({"Ref": "Time"})))
    assert client.written() == {"IdTokenValidity": {"Ref": "Time"}}


@pytest.mark.parametrize("value", [60, "1h", timedelta(microseconds=1)])
def test_a_time_is_no_bare_number(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^AppClient\.id_token_validity: must be a timedelta or TokenValidity, got "):
        AppClient(id_token_validity=value)
