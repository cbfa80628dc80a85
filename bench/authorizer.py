"""What the group and scope authorizer costs: decisions in memory, and how soon it is ready."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

from bench.comparison import WORK
from bench.timing import best, spread

TOKENS = 5000
WANTED = 5000
"""Distinct tokens a second on one core."""

ALLOWED = 0.3
"""Seconds until it is ready, in a new interpreter."""

_COLD = """
import time
start = time.perf_counter()
from authorizer import handler
print(time.perf_counter() - start)
"""


def time_authorizer() -> None:
    """Time decisions about tokens that are all different, with the keys in memory and no decision remembered."""
    import jwt
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    from constructs_lib.functions.authorizer.gate import Gate
    from constructs_lib.functions.authorizer.keys import Keys
    from constructs_lib.functions.authorizer.rules import rules_of

    key, issuer, now = generate_private_key(65537, 2048), "https://issuer.example/pool", int(time.time())
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
    published = json.dumps({"keys": [{**public, "kid": "one"}]}).encode()
    said = {"token": "access", "clients": ["web"], "groups": ["staff"], "scopes": ["orders/write"], "every": False}
    gate = Gate(rules_of({"POST /orders": said}, {"web": "web"}), issuer, Keys("", ask=lambda _: published))
    tokens = [
        jwt.encode(
            {
                "sub": f"user-{number}",
                "cognito:groups": ["staff", "packers"],
                "iss": issuer,
                "client_id": "web",
                "origin_jti": f"origin-{number}",
                "event_id": f"event-{number}",
                "token_use": "access",
                "scope": "openid orders/write",
                "auth_time": now,
                "exp": now + 3600,
                "iat": now,
                "jti": f"token-{number}",
                "username": f"user-{number}",
            },
            key,
            "RS256",
            {"kid": "one"},
        )
        for number in range(TOKENS)
    ]
    assert len({gate.admit("POST", "/orders", token)["sub"] for token in tokens}) == TOKENS
    a_second = TOKENS / best(lambda: [gate.admit("POST", "/orders", token) for token in tokens])
    kept = "at least" if a_second >= WANTED else "LESS THAN"
    print(f"authorizer: {a_second:,.0f} distinct tokens a second on one core ({kept} {WANTED:,})")


def time_cold_authorizer() -> None:
    """Time the import in new interpreters, of files as Lambda has them: nothing of them is compiled yet."""
    folder = _as_deployed()
    command = [sys.executable, "-B", "-c", _COLD]
    ready = [
        float(subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout) for _ in range(11)
    ]
    kept = "at most" if statistics.median(ready) <= ALLOWED else "MORE THAN"
    print(f"authorizer: ready in {spread(ready)} s after a cold import ({kept} {ALLOWED} s)")


def _as_deployed() -> Path:
    """Copy the authorizer and what it needs beside each other."""
    folder = WORK / "authorizer"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("constructs_lib.functions.authorizer", "jwt", "cryptography"):
        (package,) = import_module(name).__path__
        shutil.copytree(package, folder / name.rpartition(".")[2], ignore=shutil.ignore_patterns("__pycache__"))
    return folder


if __name__ == "__main__":
    time_authorizer()
    time_cold_authorizer()
