"""What the group and scope authorizer costs: decisions in memory, and what a cold start of Python adds."""

from __future__ import annotations

import json
import subprocess
import sys
import time

from bench.comparison import ROOT
from bench.timing import best, spread, timed

TOKENS = 5000
WANTED = 5000
"""Distinct tokens a second on one core."""

ALLOWED = 0.3
"""Seconds until it is ready, in a new interpreter."""

_COLD = """
import time
start = time.perf_counter()
from constructs_lib.functions.authorizer import handler
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
    """Time the import of the authorizer in new interpreters, by their own clock and as whole processes."""
    ready, whole = [], []
    for _ in range(11):
        command = [sys.executable, "-c", _COLD]
        whole.append(timed(lambda command=command: ready.append(_seconds(command))))  # type: ignore[misc]
    kept = "at most" if sorted(ready)[len(ready) // 2] <= ALLOWED else "MORE THAN"
    print(f"authorizer: ready in {spread(ready)} s after a cold import ({kept} {ALLOWED} s), process {spread(whole)} s")


def _seconds(command: list[str]) -> float:
    return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    time_authorizer()
    time_cold_authorizer()
