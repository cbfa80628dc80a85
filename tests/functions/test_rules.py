"""Whose token a route takes, and which groups and scopes do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from constructs_lib.functions.authorizer.rules import ForbiddenError
from constructs_lib.functions.authorizer.tokens import InvalidError
from tests.functions.signing import Pool, declared, gate_of, in_groups

ADMITTED = "admitted"
GROUPS, SCOPES = "not in the groups that this route wants", "without the scopes that this route wants"
OTHER_KIND, OTHER_CLIENT = (
    "the other kind of token than this route takes",
    "of an app client that this route does not take",
)


def _asked(rule: Mapping[str, Any], use: str = "access", **claims: Any) -> str:
    try:
        gate_of({"GET /": rule}).admit("GET", "/", Pool().token(use, **claims))
    except (InvalidError, ForbiddenError) as refused:
        return str(refused)
    return ADMITTED


@pytest.mark.parametrize(
    ("rule", "claims", "told"),
    [
        # signed in is enough
        (declared(), {}, ADMITTED),
        (declared(), in_groups("whatever"), ADMITTED),
        # one of the groups is enough
        (declared(groups=["a", "b"]), in_groups("b", "c"), ADMITTED),
        (declared(groups=["a", "b"]), in_groups("c"), GROUPS),
        (declared(groups=["a"]), {}, GROUPS),
        (declared(groups=["a"]), in_groups("A"), GROUPS),
        (declared(groups=["a"]), in_groups("ab"), GROUPS),
        # every: all of them
        (declared(groups=["a", "b"], every=True), in_groups("a", "b", "c"), ADMITTED),
        (declared(groups=["a", "b"], every=True), in_groups("b"), GROUPS),
        # scopes
        (declared(scopes=["o/r", "o/w"]), {"scope": "o/w openid"}, ADMITTED),
        (declared(scopes=["o/r", "o/w"]), {"scope": "openid"}, SCOPES),
        (declared(scopes=["o/r"]), {"scope": "o/read"}, SCOPES),
        (declared(scopes=["o/r"]), {"scope": None}, SCOPES),
        (declared(scopes=["o/r", "o/w"], every=True), {"scope": "o/w o/r"}, ADMITTED),
        (declared(scopes=["o/r", "o/w"], every=True), {"scope": "o/w"}, SCOPES),
        # both lists
        (declared(groups=["a"], scopes=["o/r"]), {"scope": "o/r", **in_groups("a")}, ADMITTED),
        (declared(groups=["a"], scopes=["o/r"]), {"scope": "o/r"}, GROUPS),
        (declared(groups=["a"], scopes=["o/r"]), in_groups("a"), SCOPES),
        # claims of another shape give nothing
        (declared(groups=["a"]), {"cognito:groups": "a"}, GROUPS),
        (declared(groups=["a"]), {"cognito:groups": {"a": True}}, GROUPS),
        (declared(groups=["a"]), {"cognito:groups": [["a"]]}, GROUPS),
        (declared(scopes=["o/r"]), {"scope": ["o/r"]}, SCOPES),
        # whose token
        (declared(clients=["checkout"]), {}, OTHER_CLIENT),
        (declared(clients=["checkout", "web"]), {}, ADMITTED),
        (declared(clients=[]), {}, OTHER_CLIENT),
        (declared(), {"client_id": None}, OTHER_CLIENT),
        (declared(), {"client_id": ["webclientid"]}, OTHER_CLIENT),
        # an access token is not taken for its audience
        (declared(), {"client_id": "strange", "aud": "webclientid"}, OTHER_CLIENT),
        (declared(), {"token_use": "id", "aud": "webclientid"}, OTHER_KIND),
        (declared(), {"token_use": "refresh"}, OTHER_KIND),
        (declared(), {"token_use": ["access"]}, OTHER_KIND),
    ],
)
def test_an_access_token_is_taken_as_declared(rule: dict[str, Any], claims: dict[str, Any], told: str) -> None:
    assert _asked(rule, **claims) == told


@pytest.mark.parametrize(
    ("rule", "claims", "told"),
    [
        (declared(token="id"), {}, ADMITTED),
        (declared(token="id", groups=["a"]), in_groups("a"), ADMITTED),
        (declared(token="id", groups=["a"]), {}, GROUPS),
        (declared(token="id"), {"aud": "strange"}, OTHER_CLIENT),
        (declared(token="id"), {"aud": ["webclientid"]}, OTHER_CLIENT),
        (declared(token="id"), {"aud": None, "client_id": "webclientid"}, OTHER_CLIENT),
        (declared(), {}, OTHER_KIND),
    ],
)
def test_an_id_token_is_taken_as_declared(rule: dict[str, Any], claims: dict[str, Any], told: str) -> None:
    assert _asked(rule, "id", **claims) == told


def test_an_undeclared_route_asks_for_no_token() -> None:
    with pytest.raises(ForbiddenError, match="nobody has said who may call this route"):
        gate_of({"GET /": declared()}).admit("GET", "/other", None)
