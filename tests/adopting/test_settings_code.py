"""Settings as code: whoever runs it has the settings again, and no formatter has anything to say."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructs_lib import settings as said
from constructs_lib.adopting.layout import laid_out
from constructs_lib.adopting.settings_code import settings_module
from constructs_lib.rendering import read, read_identity_pool
from constructs_lib.settings import OMIT, UserPoolSettings, Verbatim
from tests.adopting.running import run
from tests.rendering.strategies import fast, identity_pools, json_values, pools, resource_sets

ROOT = Path(__file__).parent.parent.parent


@fast
@given(pools() | identity_pools())
def test_code_that_is_run_makes_the_settings(settings: Any) -> None:
    assert run(settings_module("people", settings, "Told."), "people_settings").people == settings


@fast
@given(st.sampled_from([(UserPoolSettings, read), (said.IdentityPoolSettings, read_identity_pool)]), st.data())
def test_code_of_foreign_pools_makes_the_settings_too(kind: tuple[Any, Any], data: st.DataObject) -> None:
    root, read_it = kind
    settings = read_it(*data.draw(resource_sets(root))).settings
    assert run(settings_module("people", settings, "Told."), "people_settings").people == settings


@fast
@given(pools() | identity_pools())
def test_a_formatter_leaves_code_as_it_is(settings: Any) -> None:
    text = settings_module("people", settings, "Told.")
    assert _formatted(text) == text


@fast
@given(pools() | identity_pools())
def test_names_are_imported_in_order_and_none_for_nothing(settings: Any) -> None:
    _ruff("check", settings_module("people", settings, "Told."), "--isolated", "--select", "I,F")


@fast
@given(st.lists(json_values, min_size=8, max_size=8), st.integers(1, 100))
def test_a_formatter_leaves_plain_values_as_they_are(several: list[Any], length: int) -> None:
    text = "".join(laid_out([value], f"{'x' * length} = ") + "\n" for value in several)
    assert _formatted(text) == text


def _formatted(text: str) -> str:
    return _ruff("format", text, "--config", str(ROOT / "pyproject.toml"))


def _ruff(command: str, text: str, *options: str) -> str:
    arguments = [sys.executable, "-m", "ruff", command, *options, "--line-length", "120", "-"]
    done = subprocess.run(arguments, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


SMALL = UserPoolSettings(
    name='the "shop"',
    attributes=[
        said.standard_attribute("email", required=True),
        said.string_attribute("tenant", max_length=20, mutable=False),
        said.Attribute("size", data_type="Number", required=False),
    ],
    account_recovery=["verified_email", said.RecoveryMechanism("verified_phone_number", priority=7)],
    invitation=OMIT,
    email=said.ses_email(from_address="no-reply@shop.example", identity="shop.example"),
    mfa=Verbatim({"Fn::If": ["Production", "ON", "OFF"]}),
    tags={"team": "shop"},
    deletion_policy="Retain",
    extra_properties={"Newer": {"Than": [1, 1.5, None, True]}},
    resource_servers={"orders": said.ResourceServer("orders", scopes=[said.Scope("read", description="Read orders")])},
    identity_providers={
        "google": said.IdentityProvider(
            "Google", provider_type="Google", details={"client_secret": said.secret("shop/google", "client_secret")}
        )
    },
    app_clients={
        "web": said.AppClient(
            access_token_validity=timedelta(minutes=90),
            refresh_token_validity=timedelta(days=30),
            oauth_scopes=["openid", said.ScopeOf("orders", "read")],
            supported_identity_providers=[said.ProviderOf("google")],
        )
    },
)
CODE = '''\
"""What the shop's users are."""

from datetime import timedelta

from constructs_lib import (
    OMIT,
    AppClient,
    Attribute,
    Email,
    IdentityProvider,
    ProviderOf,
    RecoveryMechanism,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    Verbatim,
    secret,
    standard_attribute,
    string_attribute,
)

shop = UserPoolSettings(
    name='the "shop"',
    attributes=[
        standard_attribute("email", required=True),
        string_attribute("tenant", max_length=20, mutable=False),
        Attribute("size", data_type="Number", required=False),
    ],
    mfa=Verbatim({"Fn::If": ["Production", "ON", "OFF"]}),
    account_recovery=["verified_email", RecoveryMechanism("verified_phone_number", priority=7)],
    invitation=OMIT,
    email=Email(
        sending_account="DEVELOPER",
        source_arn=Verbatim(
            {"Fn::Sub": "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/shop.example"}
        ),
        from_address="no-reply@shop.example",
    ),
    tags={"team": "shop"},
    deletion_policy="Retain",
    extra_properties={"Newer": {"Than": [1, 1.5, None, True]}},
    app_clients={
        "web": AppClient(
            access_token_validity=timedelta(minutes=90),
            refresh_token_validity=timedelta(days=30),
            oauth_scopes=["openid", ScopeOf("orders", "read")],
            supported_identity_providers=[ProviderOf("google")],
        )
    },
    identity_providers={
        "google": IdentityProvider(
            "Google", provider_type="Google", details={"client_secret": secret("shop/google", field="client_secret")}
        )
    },
    resource_servers={"orders": ResourceServer("orders", scopes=[Scope("read", description="Read orders")])},
)
'''


def test_small_settings_read_as_somebody_would_write_them() -> None:
    assert settings_module("shop", SMALL, "What the shop's users are.") == CODE


def test_names_of_the_settings_fit_on_a_line() -> None:
    code = '"""Told."""\n\nfrom constructs_lib import UserPoolSettings\n\nshop = UserPoolSettings(name="shop")\n'
    assert settings_module("shop", UserPoolSettings(name="shop"), "Told.") == code


def test_what_may_be_left_out_takes_nobody_elses_place() -> None:
    settings = said.IdentityPoolSettings(
        roles={"in": said.IdentityRole(trust=said.WebIdentityTrust(session_tags=True))}
    )
    assert "trust=WebIdentityTrust(session_tags=True)" in settings_module("people", settings, "Told.")


def test_an_object_of_a_cdk_app_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^object is an object of a CDK app, which no module can hold$"):
        settings_module("shop", UserPoolSettings(name=Verbatim(object())), "Told.")
