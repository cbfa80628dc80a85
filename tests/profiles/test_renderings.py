"""What each profile renders is pinned whole: a changed opinion changes pools that are deployed."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from constructs_lib import (
    CustomDomain,
    Group,
    PrefixDomain,
    Sms,
    native_app,
    profiles,
    ses_email,
    single_page_app,
    web_app,
)
from constructs_lib.profiles import Profile
from constructs_lib.rendering import render

PINNED = Path(__file__).parent / "pinned"
CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"


def settings_of(profile: Profile[Any]) -> Any:
    """Say a little of everything that a profile has opinions about."""
    return profile(
        app_clients={
            "web": single_page_app(callback_urls=["https://shop.example/in"]),
            "phone": native_app(callback_urls=["shop://in"]),
            "server": web_app(callback_urls=["https://shop.example/in"]),
        },
        email=ses_email(from_address="no-reply@shop.example", identity="shop.example"),
        sms=Sms(),
        prefix_domain=PrefixDomain("shop-customers"),
        custom_domain=CustomDomain("auth.shop.example", certificate_arn=CERTIFICATE),
        groups={"admins": Group()},
    )


@pytest.mark.parametrize("profile", [profiles.standard, profiles.consumer], ids=lambda profile: profile.name)
@pytest.mark.parametrize("kind", ["bare", "full"])
def test_the_rendering_is_as_pinned(profile: Profile[Any], kind: str) -> None:
    """Write it anew with ``PIN=1``, and say in the changelog what it does to a deployed pool."""
    rendered = json.dumps(render(profile() if kind == "bare" else settings_of(profile)), indent=2) + "\n"
    pinned = PINNED / f"{profile.name}-{kind}.json"
    if os.environ.get("PIN"):
        pinned.write_text(rendered, encoding="utf-8")
    assert rendered == pinned.read_text(encoding="utf-8")
