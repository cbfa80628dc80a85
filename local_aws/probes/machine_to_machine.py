"""Programs that get tokens for themselves, and nobody else who gets any."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import jwt
import urllib3

from local_aws.hosted_page import Visit
from local_aws.people import GOOD_PASSWORD, AppClient, app_client, created, refused, somebody
from local_aws.probe import shows
from local_aws.tokens import verified
from local_aws.world import World

_REPORTS = {"orders/read", "stock/read"}
_WAREHOUSE = {"orders/read", "orders/ship", "stock/count"}


def _program(world: World, name: str) -> AppClient:
    return app_client(world, world.machines, f"{name}ClientId")


def asks(program: AppClient, *scopes: str) -> tuple[int, Mapping[str, Any]]:
    """Ask the token endpoint by client credentials, for these scopes or for all that there are."""
    sent = {"grant_type": "client_credentials"} | ({"scope": " ".join(scopes)} if scopes else {})
    answer = program.world.http.request(
        "POST",
        f"{program.world.aws.endpoint}/oauth2/token",
        body=urlencode(sent),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            **urllib3.make_headers(basic_auth=f"{program.client_id}:{program.secret}"),
        },
    )
    return answer.status, answer.json()


def _access(program: AppClient, *scopes: str) -> Mapping[str, Any]:
    """Get an access token and verify it as an API does."""
    status, tokens = asks(program, *scopes)
    assert status == 200, tokens
    assert "id_token" not in tokens, "an ID token is for people"
    return verified(program, tokens["access_token"], "access")


@shows
def programs_get_their_scopes(world: World) -> None:
    """Each program gets an access token of its own, with just the scopes that it has."""
    for name, scopes in (("Reports", _REPORTS), ("Warehouse", _WAREHOUSE)):
        program = _program(world, name)
        claims = _access(program)
        assert set(claims["scope"].split()) == scopes
        assert claims["sub"] == program.client_id
        assert "username" not in claims
        assert claims["exp"] - claims["iat"] == 15 * 60


@shows
def program_asks_for_less(world: World) -> None:
    """A program that asks for one scope gets that one alone."""
    assert _access(_program(world, "Warehouse"), "stock/count")["scope"] == "stock/count"


@shows
def scope_of_others_refused(world: World) -> None:
    """A scope that only the other program has is refused, and so is one that no API has."""
    reports = _program(world, "Reports")
    status, answer = asks(reports, "orders/ship")
    assert (status, answer["error"]) == (400, "invalid_grant")
    status, answer = asks(reports, "orders/delete")
    assert (status, answer["error"]) == (400, "invalid_scope")


@shows
def wrong_secret_refused(world: World) -> None:
    """A wrong secret gets nothing, and neither does that of the other program."""
    reports = _program(world, "Reports")
    for secret in ("wrong", _program(world, "Warehouse").secret):
        status, answer = asks(replace(reports, secret=secret))
        assert (status, answer["error"]) == (400, "invalid_client")


@shows
def changed_scope_refused(world: World) -> None:
    """A program that writes another scope into its token is found out."""
    program = _program(world, "Reports")
    header, _, signature = asks(program)[1]["access_token"].split(".")
    _, richer, _ = asks(_program(world, "Warehouse"))[1]["access_token"].split(".")
    try:
        verified(program, f"{header}.{richer}.{signature}", "access")
    except jwt.InvalidSignatureError:
        return
    raise AssertionError("the token was accepted")


@shows
def nobody_signs_in(world: World) -> None:
    """No user signs in at this pool, even if an administrator makes one: not by the API, not on a page."""
    program, login = _program(world, "Reports"), somebody("eve").username
    created(world, world.machines, login)
    with refused("InvalidParameterException", "USER_SRP_AUTH"):
        program.sign_in(login, GOOD_PASSWORD)
    with refused("InvalidParameterException", "USER_PASSWORD_AUTH"):
        world.cognito.initiate_auth(
            ClientId=program.client_id,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={
                "USERNAME": login,
                "PASSWORD": GOOD_PASSWORD,
                **program.secret_hash(login, "SECRET_HASH"),
            },
        )
    page = Visit(program, "https://shop.example/").open()
    assert (page.status, page.json()["error"]) == (400, "unauthorized_client")
