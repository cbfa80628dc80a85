"""Keys in memory: asked for when needed, forgotten in time, and not for everybody who makes up an id."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from constructs_lib.functions.authorizer.keys import KEPT, PAUSE, Keys, UnreachableError
from tests.functions.signing import Pool

URI = "https://pool.example/.well-known/jwks.json"


@dataclass
class World:
    """A clock, and a pool that answers or does not; and how often it was asked."""

    answer: bytes | OSError = field(default_factory=lambda: Pool().published())
    now: float = 1000.0
    asked: int = 0

    def ask(self, uri: str) -> bytes:
        assert uri == URI
        self.asked += 1
        if isinstance(self.answer, OSError):
            raise self.answer
        return self.answer

    def keys(self) -> Keys:
        return Keys(URI, self.ask, lambda: self.now)


def _refusal(keys: Keys, key_id: str = "one") -> str:
    with pytest.raises(UnreachableError) as refused:
        keys.get(key_id)
    return str(refused.value)


def test_keys_are_asked_for_once() -> None:
    world = World()
    keys = world.keys()
    assert world.asked == 0
    assert {keys.get("one") is not None for _ in range(100)} == {True}
    assert world.asked == 1


def test_a_new_key_is_found_when_the_pool_changes_it() -> None:
    world = World()
    keys = world.keys()
    keys.get("one")
    world.answer, world.now = Pool(key=2, key_id="two").published(), world.now + PAUSE
    assert keys.get("two") is not None
    assert keys.get("one") is None


def test_ids_that_somebody_makes_up_are_asked_for_seldom() -> None:
    world = World()
    keys = world.keys()
    assert [keys.get(f"made up {number}") for number in range(1000)] == [None] * 1000
    assert world.asked == 1
    world.now += PAUSE
    assert [keys.get(f"made up {number}") for number in range(1000)] == [None] * 1000
    assert world.asked == 2


def test_a_withdrawn_key_is_forgotten() -> None:
    world = World()
    keys = world.keys()
    assert keys.get("one") is not None
    world.answer = Pool(key=2, key_id="two").published()
    world.now += KEPT - 1
    assert keys.get("one") is not None
    world.now += 1
    assert keys.get("one") is None


def test_unreachable_keys_are_told_and_not_asked_for_all_the_time() -> None:
    world = World(answer=TimeoutError("timed out"))
    keys = world.keys()
    assert _refusal(keys) == f"the keys at {URI} cannot be had: TimeoutError"
    assert _refusal(keys) == "the keys could not be had a moment ago"
    assert world.asked == 1
    world.answer, world.now = Pool().published(), world.now + PAUSE
    assert keys.get("one") is not None


def test_old_keys_open_nothing_where_new_ones_cannot_be_had() -> None:
    world = World()
    keys = world.keys()
    keys.get("one")
    world.answer, world.now = ConnectionRefusedError(), world.now + KEPT
    assert _refusal(keys) == f"the keys at {URI} cannot be had: ConnectionRefusedError"


def test_a_made_up_id_does_not_cost_the_keys_that_are_there() -> None:
    world = World()
    keys = world.keys()
    keys.get("one")
    world.answer, world.now = ConnectionRefusedError(), world.now + PAUSE
    _refusal(keys, "made up")
    assert keys.get("one") is not None


@pytest.mark.parametrize("answer", [b"", b"<html>", b"[]", b"{}", b'{"keys": 1}', b'{"keys": [{"kid": "one"}]}',
                                    b'{"keys": [{"kty": "RSA", "kid": "one", "n": "", "e": ""}]}',
                                    b'{"keys": [{"kty": "RSA", "kid": "one"}]}'])  # fmt: skip
def test_an_answer_that_is_no_key_set_is_as_good_as_none(answer: bytes) -> None:
    assert _refusal(World(answer=answer).keys()).startswith(f"the keys at {URI} cannot be had: ")


def test_only_rsa_keys_count() -> None:
    symmetric = {"kty": "oct", "kid": "shared", "k": "c2VjcmV0", "alg": "HS256"}
    published = json.loads(Pool().published())
    keys = World(answer=json.dumps({"keys": [symmetric, *published["keys"]]}).encode()).keys()
    assert keys.get("shared") is None
    assert keys.get("one") is not None


@contextmanager
def _served(answer: bytes) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/jwks.json"
        server.shutdown()


def test_keys_come_over_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with _served(Pool().published()) as uri:
        assert Keys(uri).get("one") is not None
    assert _refusal(Keys(uri)) == f"the keys at {uri} cannot be had: URLError"
