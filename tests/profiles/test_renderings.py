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
    PrincipalTags,
    ResourceServer,
    Scope,
    ScopeOf,
    Sms,
    machine_to_machine,
    native_app,
    profiles,
    ses_email,
    single_page_app,
    user_pool_provider,
    web_app,
)
from constructs_lib.profiles import Profile
from constructs_lib.rendering import render

PINNED = Path(__file__).parent / "pinned"
PROVIDER = "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI"
CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"


def settings_of(profile: Profile[..., Any]) -> Any:
    """Say a little of everything that a profile has opinions about."""
    if profile is profiles.identity_pool:
        return profile(
            user_pools=[user_pool_provider("eu-central-1_AbCdEfGhI", "web")],
            principal_tags={"web": PrincipalTags(PROVIDER, tags={"team": "custom:team"})},
        )
    if profile is profiles.machine_to_machine:
        return profile(
            prefix_domain=PrefixDomain("shop-customers"),
            resource_servers={"orders": ResourceServer("orders", scopes=[Scope("read", description="Read orders")])},
            app_clients={"invoices": machine_to_machine(scopes=[ScopeOf("orders", "read")])},
        )
    texts = {} if profile in (profiles.high_security, profiles.passwordless) else {"sms": Sms()}
    return profile(
        app_clients={
            "web": single_page_app(callback_urls=["https://shop.example/in"]),
            "phone": native_app(callback_urls=["shop://in"]),
            "server": web_app(callback_urls=["https://shop.example/in"]),
        },
        email=ses_email(from_address="no-reply@shop.example", identity="shop.example"),
        prefix_domain=PrefixDomain("shop-customers"),
        custom_domain=CustomDomain("auth.shop.example", certificate_arn=CERTIFICATE),
        groups={"admins": Group()},
        **texts,
    )


@pytest.mark.parametrize(
    "profile", [*profiles.USER_POOL_PROFILES, profiles.identity_pool], ids=lambda profile: profile.name
)
@pytest.mark.parametrize("kind", ["bare", "full"])
def test_the_rendering_is_as_pinned(profile: Profile[..., Any], kind: str) -> None:
    """Write it anew with ``PIN=1``, and say in the changelog what it does to a deployed pool."""
    rendered = json.dumps(render(profile() if kind == "bare" else settings_of(profile)), indent=2) + "\n"
    pinned = PINNED / f"{profile.name}-{kind}.json"
    if os.environ.get("PIN"):
        pinned.write_text(rendered, encoding="utf-8")
    assert rendered == pinned.read_text(encoding="utf-8")
