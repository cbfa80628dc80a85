"""Recovery mechanisms in the order in which they are tried."""

from typing import Any

import pytest

from constructs_lib.settings import RecoveryMechanism, UserPoolSettings, Verbatim


def written(*mechanisms: Any) -> Any:
    return UserPoolSettings(account_recovery=mechanisms).written()["AccountRecoverySetting"]["RecoveryMechanisms"]


def test_the_place_in_the_list_is_the_priority() -> None:
    assert written("verified_email", "verified_phone_number") == [
        {"Name": "verified_email", "Priority": 1},
        {"Name": "verified_phone_number", "Priority": 2},
    ]


@pytest.mark.parametrize(
    ("json", "mechanism"),
    [
        ({"Name": "verified_email", "Priority": 1}, "verified_email"),
        ({"Name": "verified_email", "Priority": 2}, RecoveryMechanism("verified_email", priority=2)),
        ({"Name": "verified_email", "Priority": True}, RecoveryMechanism("verified_email", priority=Verbatim(True))),
        ({"Name": "verified_email", "Priority": "1"}, RecoveryMechanism("verified_email", priority=Verbatim("1"))),
        ({"Name": "verified_email"}, RecoveryMechanism("verified_email")),
        ({"Priority": 1}, Verbatim({"Priority": 1})),
        ({"Ref": "Mechanism"}, Verbatim({"Ref": "Mechanism"})),
    ],
)
def test_every_spelling_comes_back_as_it_was(json: Any, mechanism: Any) -> None:
    properties = {"AccountRecoverySetting": {"RecoveryMechanisms": [json]}}
    settings = UserPoolSettings.from_resource({"Type": UserPoolSettings.TYPE, "Properties": properties})
    assert settings == UserPoolSettings(account_recovery=[mechanism])
    assert settings.written() == properties
