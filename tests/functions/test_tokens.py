"""Tokens that are genuine, and the known ways to forge one."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

import jwt
import pytest

from constructs_lib.functions.authorizer.keys import Keys
from constructs_lib.functions.authorizer.tokens import LONGEST, InvalidError, genuine
from tests.functions.signing import ISSUER, Pool, encoded, in_groups, keys_of, private_key

POOL = Pool()


def _refusal(token: str, keys: Keys | None = None) -> str:
    with pytest.raises(InvalidError) as refused:
        genuine(token, keys or keys_of(POOL), ISSUER)
    return str(refused.value)


@pytest.mark.parametrize("use", ["access", "id"])
def test_a_token_of_the_pool_is_genuine(use: str) -> None:
    assert genuine(POOL.token(use), keys_of(POOL), ISSUER) == {**POOL.says(use), **_times(POOL.token(use))}


def _times(token: str) -> dict[str, Any]:
    said = jwt.decode(token, options={"verify_signature": False})
    return {name: said[name] for name in ("auth_time", "iat", "exp")}


def _unsigned() -> str:
    return jwt.encode(POOL.says(), "", "none", {"kid": "one"})


def _signed_with_the_public_key() -> str:
    content = f"{encoded(json.dumps({'alg': 'HS256', 'kid': 'one'}))}.{encoded(json.dumps(POOL.says()))}"
    signature = hmac.new(POOL.public_key, content.encode(), hashlib.sha256).digest()
    return f"{content}.{urlsafe_b64encode(signature).decode().rstrip('=')}"


def _with_a_key_of_its_own() -> str:
    mine = Pool(key=2)
    key = json.loads(mine.published())["keys"][0]
    return mine.token(header={"jwk": key, "jku": "https://evil.example/keys", "x5u": "https://evil.example/cert"})


def _tampered() -> str:
    header, _, signature = POOL.token().split(".")
    return f"{header}.{encoded(json.dumps(POOL.says(**in_groups('administrators'))))}.{signature}"


def _header(**more: Any) -> str:
    return json.dumps({"alg": "RS256", "kid": "one", **more})


FORGED: dict[str, tuple[Callable[[], str], str]] = {
    "alg none": (_unsigned, "not signed with RS256"),
    "alg None in capitals": (
        lambda: f"{encoded(_header(alg='NONE'))}.{encoded(json.dumps(POOL.says()))}.",
        "not signed with RS256",
    ),
    "HS256 with the public key": (_signed_with_the_public_key, "not signed with RS256"),
    "RS384 with the pool's own key": (
        lambda: jwt.encode(POOL.says(), private_key(1), "RS384", {"kid": "one"}),
        "not signed with RS256",
    ),
    "no signature": (lambda: POOL.token().rpartition(".")[0] + ".", "its signature is not the pool's"),
    "another token's signature": (_tampered, "its signature is not the pool's"),
    "a key that it brings along": (_with_a_key_of_its_own, "its signature is not the pool's"),
    "another pool's key of the same id": (lambda: Pool(key=2).token(), "its signature is not the pool's"),
    "another pool's issuer": (lambda: Pool(issuer=f"{ISSUER}2").token(), "of another issuer"),
    "an issuer that only begins like ours": (lambda: POOL.token(iss=f"{ISSUER}/"), "of another issuer"),
    "unknown key": (lambda: Pool(key_id="two").token(), "signed with a key that the pool does not have"),
    "a key id that is a path": (
        lambda: Pool(key_id="../../dev/null").token(),
        "signed with a key that the pool does not have",
    ),
    "a key id that is a query": (
        lambda: Pool(key_id="one' OR '1'='1").token(),
        "signed with a key that the pool does not have",
    ),
    "a key id that is a list": (
        lambda: POOL.signed(_header(kid=["one"]), json.dumps(POOL.says())),
        "does not say which key it is signed with",
    ),
    "no key id": (
        lambda: POOL.signed('{"alg": "RS256"}', json.dumps(POOL.says())),
        "does not say which key it is signed with",
    ),
    "critical extensions": (
        lambda: POOL.signed(_header(crit=["b64"], b64=False), json.dumps(POOL.says())),
        "wants more than a token of Cognito's",
    ),
    "expired": (lambda: POOL.token(exp=int(time.time()) - 60), "expired"),
    "without expiry": (lambda: POOL.token(exp=None), "lacks a claim that each token has"),
    "expiry that is no number": (lambda: POOL.token(exp="later"), "not well formed"),
    "not valid yet": (lambda: POOL.token(nbf=int(time.time()) + 60), "not valid yet"),
    "made in the future": (lambda: POOL.token(iat=int(time.time()) + 60), "not valid yet"),
    "without a subject": (lambda: POOL.token(sub=None), "lacks a claim that each token has"),
    "without its use": (lambda: POOL.token(token_use=None), "lacks a claim that each token has"),
    "without an issuer": (lambda: POOL.token(iss=None), "lacks a claim that each token has"),
    "two algorithms": (
        lambda: POOL.signed('{"alg": "none", "alg": "RS256", "kid": "one"}', json.dumps(POOL.says())),
        "says something twice",
    ),
    "two claims of a name": (
        lambda: POOL.signed(_header(), json.dumps(POOL.says())[:-1] + ', "token_use": "access"}'),
        "says something twice",
    ),
    "oversized": (lambda: POOL.token(more="x" * LONGEST), "longer than any token"),
    "empty": (lambda: "", "no token of three parts"),
    "two parts": (lambda: "a.b", "no token of three parts"),
    "five parts, as if encrypted": (lambda: "a.b.c.d.e", "no token of three parts"),
    "no base64": (lambda: "!!.??.==", "not well formed"),
    "no JSON": (lambda: f"{encoded('{')}.{encoded('{}')}.x", "not well formed"),
    "no text": (lambda: f"{urlsafe_b64encode(bytes([255, 254, 0, 1])).decode()}.x.x", "not well formed"),
    "a header that is a list": (lambda: f"{encoded('[]')}.{encoded('{}')}.x", "not well formed"),
    "a body that is a list": (lambda: POOL.signed(_header(), "[]"), "not well formed"),
    "deep nesting": (lambda: f"{encoded('[' * 7000)}.x.x", "not well formed"),
    "letters outside of ASCII": (lambda: POOL.token() + "é", "not well formed"),
    "a line break in it": (lambda: POOL.token().replace(".", ".\n", 1), "not well formed"),
}


@pytest.mark.parametrize("way", FORGED)
def test_a_forged_token_is_refused(way: str) -> None:
    forge, reason = FORGED[way]
    assert _refusal(forge()) == reason


@pytest.mark.parametrize("way", FORGED)
def test_a_refusal_says_nothing_of_the_token(way: str) -> None:
    token = FORGED[way][0]()
    assert not any(len(part) > 3 and part in _refusal(token) for part in [token, *token.split(".")])


def test_clocks_may_differ_by_seconds() -> None:
    now = int(time.time())
    assert genuine(POOL.token(exp=now - 2, iat=now + 2), keys_of(POOL), ISSUER)["iat"] == now + 2


def test_a_token_of_nearly_the_longest_size_is_read() -> None:
    assert len(POOL.token(more="x" * 6000)) < LONGEST
    assert genuine(POOL.token(more="x" * 6000), keys_of(POOL), ISSUER)["more"] == "x" * 6000
