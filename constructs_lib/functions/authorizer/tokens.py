"""Whether a token is genuine: the pool's signature, its issuer, its time. Nothing of it is ever logged.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import jwt
from jwt.utils import base64url_decode

from .keys import Keys

Claims = Mapping[str, Any]

LONGEST = 10240
"""Bytes; API Gateway takes no more in all headers together.
https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html"""

LEEWAY = 5.0
"""Seconds by which two clocks may differ."""

_REQUIRED = ["exp", "iat", "iss", "sub", "token_use"]


class InvalidError(Exception):
    """The token is not one of this pool's, or not any more; the text says why, without a word of it."""


def genuine(token: str, keys: Keys, issuer: str) -> Claims:
    """Give what a token says, once it is known to be the pool's.

    Raises:
        InvalidError: It is not.
        UnreachableError: Nobody can tell.
    """
    if len(token) > LONGEST:
        raise InvalidError("longer than any token")
    parts = token.split(".")
    if len(parts) != 3:
        raise InvalidError("no token of three parts")
    key = keys.get(_key_id(_object(parts[0])))
    if key is None:
        raise InvalidError("signed with a key that the pool does not have")
    try:
        claims: Claims = jwt.decode(
            token,
            key=key,
            algorithms=["RS256"],
            issuer=issuer,
            leeway=LEEWAY,
            options={"require": _REQUIRED, "verify_aud": False},  # access tokens have none: see `Rule.admit`
        )
    except jwt.InvalidTokenError as error:
        raise InvalidError(_REASONS.get(type(error), "not well formed")) from None
    _object(parts[1])
    return claims


_REASONS = {
    jwt.ExpiredSignatureError: "expired",
    jwt.ImmatureSignatureError: "not valid yet",
    jwt.InvalidIssuerError: "of another issuer",
    jwt.InvalidSignatureError: "its signature is not the pool's",
    jwt.MissingRequiredClaimError: "lacks a claim that each token has",
}


def _key_id(header: Mapping[str, Any]) -> str:
    """Give the id of the key, the one thing that a header may decide: it names neither another key nor algorithm."""
    if header.get("alg") != "RS256":
        raise InvalidError("not signed with RS256")
    if "crit" in header:
        raise InvalidError("wants more than a token of Cognito's")
    key_id = header.get("kid")
    if not isinstance(key_id, str) or not key_id:
        raise InvalidError("does not say which key it is signed with")
    return key_id


def _object(part: str) -> dict[str, Any]:
    try:
        found = json.loads(base64url_decode(part), object_pairs_hook=_without_twins)
    except (ValueError, RecursionError):
        raise InvalidError("not well formed") from None
    if not isinstance(found, dict):
        raise InvalidError("not well formed")
    return found


def _without_twins(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse what one reader understands thus and another one otherwise."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise InvalidError("says something twice")
    return found
