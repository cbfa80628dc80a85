"""A user pool as an authorizer sees it: keys that are published, and tokens that are signed with them."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from constructs_lib.functions.authorizer.gate import Gate
from constructs_lib.functions.authorizer.keys import Keys
from constructs_lib.functions.authorizer.rules import rules_of

ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_shop"
CLIENTS = {"web": "webclientid", "checkout": "checkoutclientid"}


@cache
def private_key(_: int) -> RSAPrivateKey:
    """Give one of several keys, by number; to make one takes long."""
    return generate_private_key(65537, 2048)


def in_groups(*names: str) -> dict[str, Any]:
    """Give the claim of somebody in these groups."""
    return {"cognito:groups": list(names)}


@dataclass(frozen=True)
class Pool:
    """A pool that signs with one key."""

    key: int = 1
    key_id: str = "one"
    issuer: str = ISSUER

    @property
    def public_key(self) -> bytes:
        """The key as a file has it."""
        return private_key(self.key).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def published(self) -> bytes:
        """Give the key set."""
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(private_key(self.key).public_key()))
        return json.dumps({"keys": [{**key, "kid": self.key_id, "alg": "RS256", "use": "sig"}]}).encode()

    def says(self, use: str = "access", **claims: Any) -> dict[str, Any]:
        """Give what a token of Cognito's says; ``None`` leaves a claim out.

        https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
        """
        now = int(time.time())
        said = {
            "sub": "c1f0a9c2-0000-4000-8000-000000000001",
            "iss": self.issuer,
            "token_use": use,
            "auth_time": now,
            "iat": now,
            "exp": now + 3600,
            "jti": "5a0b7d2e-0000-4000-8000-000000000002",
            **({"client_id": "webclientid", "scope": "aws.cognito.signin.user.admin"} if use == "access" else {}),
            **({"aud": "webclientid", "email": "ada@people.example"} if use == "id" else {}),
            **claims,
        }
        return {name: value for name, value in said.items() if value is not None}

    def token(self, use: str = "access", header: Mapping[str, Any] | None = None, **claims: Any) -> str:
        """Sign a token."""
        headers = {"kid": self.key_id, **(header or {})}
        return jwt.encode(self.says(use, **claims), private_key(self.key), "RS256", headers)

    def signed(self, header: str, body: str) -> str:
        """Sign texts that no library would write."""
        content = f"{encoded(header)}.{encoded(body)}"
        signature = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256).sign(
            content.encode(), private_key(self.key)
        )
        return f"{content}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def encoded(text: str) -> str:
    """Write a part of a token."""
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def keys_of(pool: Pool) -> Keys:
    """Give the keys that a pool publishes."""
    return Keys(f"{pool.issuer}/.well-known/jwks.json", ask=lambda _: pool.published())


def declared(**said: Any) -> dict[str, Any]:
    """Write a declaration as the authorizer reads it."""
    return {"token": "access", "clients": ["web"], "groups": [], "scopes": [], "every": False, **said}


def gate_of(routes: Mapping[str, Mapping[str, Any]], pool: Pool | None = None, keys: Keys | None = None) -> Gate:
    """Make the gate of an API."""
    pool = pool or Pool()
    return Gate(rules_of(routes, CLIENTS), pool.issuer, keys or keys_of(pool))
