"""Front ends: what they read is made of what is deployed, and clients that others wrote sign people in with it."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyotp

from local_aws.command_line import outputs_of
from local_aws.front_ends import Amplify, amplify, browse, find_chromium
from local_aws.people import BETTER_PASSWORD, AppClient, Person, app_client, as_list, code_in, somebody
from local_aws.probe import SkippedError, differs, shows
from local_aws.tokens import verified
from local_aws.userpool import Userpool
from local_aws.world import World

_SITE = "http://localhost:5173/"
_TEMPORARY = "Temporary-7-Password"
_DONE = "DONE"


def _client(world: World) -> AppClient:
    return app_client(world, world.front_end)


def _files(world: World) -> Path:
    """Have the command write the files, as whoever builds the front end does."""
    folder = world.aws.place.temporary / "front-end"
    outputs = outputs_of(world.aws.place.assembly("cdk"))
    said = Userpool(world.aws, world.aws.place.root, quiet=True)("front-end", str(outputs), "--output", str(folder))
    assert said.code == 0, said.text
    return folder


@contextmanager
def _app(world: World) -> Iterator[Amplify]:
    with amplify(world.aws, _files(world) / "amplify_outputs.json") as app:
        yield app


def _member(world: World, app: Amplify) -> Person:
    """Have somebody sign up in the app, with the code from the mail."""
    person = somebody()
    about = {"userAttributes": {"email": person.email}}
    step = app.call("signUp", username=person.email, password=person.password, options=about)["nextStep"]
    assert step["signUpStep"] == "CONFIRM_SIGN_UP"
    code = code_in(world.last_mail_to(person.email).text)
    done = app.call("confirmSignUp", username=person.email, confirmationCode=code)
    assert done["nextStep"]["signUpStep"] == _DONE
    return replace(person, username=person.email)


@shows
def front_end_files(world: World) -> None:
    """One command writes what a front end reads, just what the parameters hold, and no secret is in it."""
    folder = _files(world)
    client = _client(world)
    for name, file in {"amplify": "amplify_outputs.json", "oidc": "oidc.json"}.items():
        written = json.loads((folder / file).read_text(encoding="utf-8"))
        kept = world.aws.client("ssm").get_parameter(Name=f"/library/web/{name}")["Parameter"]["Value"]
        assert written == json.loads(kept)
        assert client.client_id in kept
        assert "secret" not in kept.lower()


@shows
def amplify_signs_up_and_in(world: World) -> None:
    """An app with the Amplify library reads its file, signs somebody up and in, and gets AWS credentials for them."""
    with _app(world) as app:
        person = _member(world, app)
        assert app.refused("signIn", username=person.email, password=BETTER_PASSWORD) == "NotAuthorizedException"
        assert app.sign_in(person.email, person.password) == _DONE
        session = app.call("fetchAuthSession")
        assert verified(_client(world), session["idToken"], "id")["email"] == person.email
        assert verified(_client(world), session["accessToken"], "access")
        assert session["credentials"]["sessionToken"]
        renewed = app.call("fetchAuthSession", forceRefresh=True)
        assert renewed["accessToken"] != session["accessToken"]


@shows
def amplify_answers_new_password(world: World) -> None:
    """Whoever comes with a temporary password is asked for a new one (NEW_PASSWORD_REQUIRED), and is in with it."""
    client, person = _client(world), somebody("mary")
    world.cognito.admin_create_user(
        UserPoolId=client.pool_id,
        Username=person.email,
        TemporaryPassword=_TEMPORARY,
        UserAttributes=as_list({"email": person.email, "email_verified": "true"}),
        DesiredDeliveryMediums=["EMAIL"],
    )
    with _app(world) as app:
        assert app.sign_in(person.email, _TEMPORARY) == "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED"
        assert app.answer(person.password) == _DONE
        assert verified(client, app.call("fetchAuthSession")["idToken"], "id")["email"] == person.email
        app.call("signOut")
        assert app.sign_in(person.email, person.password) == _DONE


@shows
def amplify_answers_totp(world: World) -> None:
    """Whoever sets an authenticator app up in the app is asked for its code from then on, and is in with it."""
    with _app(world) as app:
        person = _member(world, app)
        assert app.sign_in(person.email, person.password) == _DONE
        authenticator = pyotp.TOTP(app.call("setUpTOTP"))
        app.call("verifyTOTPSetup", code=authenticator.now())
        app.call("updateMFAPreference", totp="PREFERRED")
        app.call("signOut")
        assert app.sign_in(person.email, person.password) == "CONFIRM_SIGN_IN_WITH_TOTP_CODE"
        assert app.answer(authenticator.now()) == _DONE


_SEEN: dict[str, tuple[Person, Mapping[str, Any]]] = {}
"""What a person has seen of the page, by the local AWS on which that was: starting a browser takes long."""


def _at_the_page(world: World) -> tuple[Person, Mapping[str, Any]]:
    chromium = find_chromium()
    if chromium is None:
        raise SkippedError("there is no Chromium on this machine")
    if world.aws.endpoint not in _SEEN:
        client, person = _client(world), somebody("grace")
        login = replace(person, username=person.email)
        client.sign_up(login)
        client.confirm(login, code_in(world.last_mail_to(person.email).text))
        settings = json.loads((_files(world) / "oidc.json").read_text(encoding="utf-8"))
        # On AWS the issuer answers by itself.
        settings["authority"] = f"{world.aws.endpoint}/{client.pool_id}"
        _SEEN[world.aws.endpoint] = person, browse(world.aws, chromium, _SITE, settings, person)
    return _SEEN[world.aws.endpoint]


@shows
def page_signs_in_and_out(world: World) -> None:
    """A page of plain HTML signs somebody in through the hosted page, in a real browser, shows who that is, and out."""
    person, seen = _at_the_page(world)
    assert seen["before"] == seen["gone"] == "You are not signed in."
    assert (seen["authorize"]["response_type"], seen["authorize"]["code_challenge_method"]) == ("code", "S256")
    assert seen["after"] == seen["reloaded"] == f"Signed in as {person.email}."
    assert seen["address"] == _SITE, "the code has stayed in the address"
    assert seen["claims"]["email"] == person.email
    assert verified(_client(world), seen["tokens"]["id"], "id")["sub"] == seen["claims"]["sub"]
    assert seen["kept"] is None, "tokens have stayed in the tab"
    assert seen["told"] == []


@differs("a renewed ID token says a new auth_time, which the client refuses, and nothing is revoked (AWS: neither)")
def page_renews_the_session(world: World) -> None:
    """The page renews its session with the refresh token, and nobody has to sign in again."""
    _, seen = _at_the_page(world)
    assert seen["renewal"] == "That did not work: auth_time in id_token does not match original auth_time."
    before, after = (verified(_client(world), seen[when]["access"], "access") for when in ("tokens", "renewed"))
    assert after["sub"] == before["sub"]
    assert after["iat"] > before["iat"]
