"""Tokens: whom they name, how they are checked, how they are renewed and taken back."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import jwt

from local_aws.people import app_client, customer, refused, web_client
from local_aws.probe import differs, shows
from local_aws.tokens import verified
from local_aws.world import World


@shows
def tokens_verified(world: World) -> None:
    """ID and access token bear the signature of the pool's published keys, its issuer, the app client and their use."""
    client, person = web_client(world), customer(world)
    tokens = client.sign_in(person.username, person.password)
    id_token = verified(client, tokens["IdToken"], "id")
    access = verified(client, tokens["AccessToken"], "access")
    assert id_token["sub"] == access["sub"]
    assert access["username"] == person.username


@shows
def forged_token_refused(world: World) -> None:
    """A token that somebody has changed, or that belongs to another app client, is not accepted."""
    client, person = web_client(world), customer(world)
    token = client.sign_in(person.username, person.password)["IdToken"]
    header, body, signature = token.split(".")
    changed = f"{header}.{body[:-4]}{body[-4:].swapcase()}.{signature}"
    other = app_client(world, world.article, "PhoneClientId")
    for bearer, presented in ((client, changed), (other, token)):
        try:
            verified(bearer, presented, "id")
        except jwt.InvalidTokenError:
            continue
        raise AssertionError("the token was accepted")


@shows
def session_renewed(world: World) -> None:
    """A refresh token gives new tokens for the same person."""
    client, person = web_client(world), customer(world)
    tokens = client.sign_in(person.username, person.password)
    renewed = world.cognito.get_tokens_from_refresh_token(
        ClientId=client.client_id, RefreshToken=tokens["RefreshToken"]
    )["AuthenticationResult"]
    assert renewed["AccessToken"] != tokens["AccessToken"]
    assert verified(client, renewed["IdToken"], "id")["cognito:username"] == person.username


@shows
def session_revoked(world: World) -> None:
    """A revoked refresh token gives nothing any more."""
    client, person = web_client(world), customer(world)
    token = client.sign_in(person.username, person.password)["RefreshToken"]
    world.cognito.revoke_token(ClientId=client.client_id, Token=token)
    with refused("NotAuthorizedException"):
        world.cognito.get_tokens_from_refresh_token(ClientId=client.client_id, RefreshToken=token)


@shows
def signed_out_everywhere(world: World) -> None:
    """Whoever signs out everywhere cannot renew any session."""
    client, person = web_client(world), customer(world)
    tokens = client.sign_in(person.username, person.password)
    world.cognito.global_sign_out(AccessToken=tokens["AccessToken"])
    with refused("NotAuthorizedException"):
        world.cognito.get_tokens_from_refresh_token(ClientId=client.client_id, RefreshToken=tokens["RefreshToken"])


@differs("no new refresh token comes with the renewal (AWS: a new one, and the old one ends)")
def refresh_tokens_rotate(world: World) -> None:
    """Each renewal replaces the refresh token, so that a stolen one is soon worth nothing."""
    [web] = [
        each for each in world.article.resources.values() if each.physical_id == world.article.outputs["WebClientId"]
    ]
    assert web.properties["RefreshTokenRotation"]["Feature"] == "ENABLED"
    client, person = web_client(world), customer(world)
    token = client.sign_in(person.username, person.password)["RefreshToken"]
    renewed = world.cognito.get_tokens_from_refresh_token(ClientId=client.client_id, RefreshToken=token)
    assert "RefreshToken" not in renewed["AuthenticationResult"], "rotates now, as on AWS"
