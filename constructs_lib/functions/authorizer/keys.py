"""The keys that a pool signs with, as it publishes them, kept in memory.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.request import urlopen

from jwt import InvalidKeyError, PyJWK, PyJWKError

KEPT = 3600.0
"""Seconds for which keys are good; then they are asked for again, so that one that was withdrawn is forgotten."""

PAUSE = 10.0
"""Seconds between two questions: whoever makes up key ids does not have them asked for all the time."""

_TIMEOUT = 2.0
_LONGEST = 65536


class UnreachableError(Exception):
    """The keys cannot be had, so nobody can tell whether a token is genuine."""


class Keys:
    """The keys by id; asked for when they are first needed, when they are old, and when a token names another one."""

    def __init__(
        self, uri: str, ask: Callable[[str], bytes] | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._uri, self._ask, self._clock = uri, ask or _asked, clock
        self._keys: Mapping[str, Any] = {}
        self._good_until = self._next = clock()

    def get(self, key_id: str) -> Any:
        """Give the public key of an id, ``None`` where the pool has no such key.

        Raises:
            UnreachableError: The keys cannot be had.
        """
        now = self._clock()
        is_old = now >= self._good_until
        if is_old and now < self._next:
            raise UnreachableError("the keys could not be had a moment ago")
        if is_old or (key_id not in self._keys and now >= self._next):
            self._refresh(now)
        return self._keys.get(key_id)

    def _refresh(self, now: float) -> None:
        self._next = now + PAUSE
        try:
            self._keys = _read(self._ask(self._uri))
        except (OSError, ValueError, TypeError, KeyError, PyJWKError, InvalidKeyError) as error:
            raise UnreachableError(f"the keys at {self._uri} cannot be had: {type(error).__name__}") from None
        self._good_until = now + KEPT


def _asked(uri: str) -> bytes:
    with urlopen(uri, timeout=_TIMEOUT) as answer:
        return bytes(answer.read(_LONGEST))


def _read(text: bytes) -> Mapping[str, Any]:
    """Give the RSA keys of a key set; another kind would open the door to another algorithm."""
    listed = json.loads(text)["keys"]
    return {key["kid"]: PyJWK(key, "RS256").key for key in listed if key["kty"] == "RSA"}
