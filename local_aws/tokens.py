"""Tokens, verified as a server verifies them: signature by the pool's published keys, issuer, audience, use, expiry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import jwt

from local_aws import environment
from local_aws.people import AppClient


def verified(client: AppClient, token: str, use: str) -> Mapping[str, Any]:
    """Check an ID or access token and return what it says."""
    world = client.world
    response = world.http.request("GET", f"{world.aws.endpoint}/{client.pool_id}/.well-known/jwks.json")
    keys = jwt.PyJWKSet.from_dict(json.loads(response.data))
    claims: Mapping[str, Any] = jwt.decode(
        token,
        key=keys[jwt.get_unverified_header(token)["kid"]],
        algorithms=["RS256"],
        issuer=f"https://cognito-idp.{environment.REGION}.amazonaws.com/{client.pool_id}",
        audience=client.client_id if use == "id" else None,
        options={"verify_aud": use == "id", "require": ["exp", "iat", "iss", "sub"]},
    )
    assert claims["token_use"] == use, f"this is a token for {claims['token_use']}, not for {use}"
    if use == "access":
        assert claims["client_id"] == client.client_id, "the access token belongs to another app client"
    return claims
