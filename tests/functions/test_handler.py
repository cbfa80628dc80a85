"""What API Gateway asks in its own words, and what it is told; what is logged, and what is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from constructs_lib.functions.authorizer import handler
from constructs_lib.functions.authorizer.gate import Gate
from constructs_lib.functions.authorizer.handler import handle
from constructs_lib.functions.authorizer.keys import Keys
from tests.functions.signing import ISSUER, Pool, declared, gate_of, in_groups

POOL = Pool()
ADMINISTRATOR = POOL.token(**in_groups("administrators"))
SOMEBODY = POOL.token()
ROUTES = {
    "GET /orders/{id}": declared(groups=["administrators"]),
    "ANY /orders": declared(scopes=["orders/write"], clients=["checkout"]),
    "ANY $default": declared(groups=["administrators"]),
}
METHOD_ARN = "arn:aws:execute-api:eu-central-1:111122223333:a1b2c3/prod/GET/orders/7"


@pytest.fixture(autouse=True)
def _gate(monkeypatch: pytest.MonkeyPatch) -> None:
    _stand(monkeypatch, gate_of(ROUTES))


def _stand(monkeypatch: pytest.MonkeyPatch, gate: Gate) -> None:
    monkeypatch.setattr(handler, "gate", lambda: gate)


def rest(token: str | None = None, method: str = "GET", resource: str = "/orders/{id}") -> dict[str, Any]:
    """Write an event of the type REQUEST.

    https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
    """
    headers = {"Accept": "*/*", "Host": "a1b2c3.execute-api.eu-central-1.amazonaws.com", "X-Amzn-Trace-Id": "Root=1"}
    headers |= {} if token is None else {"Authorization": token}
    return {
        "type": "REQUEST",
        "methodArn": METHOD_ARN,
        "resource": resource,
        "path": "/orders/7",
        "httpMethod": method,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": {},
        "multiValueQueryStringParameters": {},
        "pathParameters": {"id": "7"},
        "stageVariables": None,
        "requestContext": {
            "path": "/prod/orders/7",
            "accountId": "111122223333",
            "resourceId": "05c7jb",
            "stage": "prod",
            "requestId": "r",
            "identity": {"sourceIp": "192.0.2.1", "apiKey": ""},
            "resourcePath": resource,
            "httpMethod": method,
            "apiId": "a1b2c3",
        },
    }


def http(token: str | None = None, method: str = "GET", route: str = "GET /orders/{id}") -> dict[str, Any]:
    """Write an event of payload format 2.0.

    https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
    """
    return {
        "version": "2.0",
        "type": "REQUEST",
        "routeArn": METHOD_ARN,
        "identitySource": [] if token is None else [token],
        "routeKey": route,
        "rawPath": "/orders/7",
        "rawQueryString": "",
        "headers": {"accept": "*/*", **({} if token is None else {"authorization": token})},
        "requestContext": {
            "accountId": "111122223333",
            "apiId": "a1b2c3",
            "http": {"method": method, "path": "/orders/7", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1"},
            "requestId": "r",
            "routeKey": route,
            "stage": "$default",
        },
        "pathParameters": {"id": "7"},
    }


CONTEXT = {
    "sub": POOL.says()["sub"],
    "app_client": "webclientid",
    "groups": "administrators",
    "scopes": "aws.cognito.signin.user.admin",
}


def test_a_rest_api_is_told_to_allow_just_this_request() -> None:
    assert handle(rest(f"Bearer {ADMINISTRATOR}"), None) == {
        "principalId": CONTEXT["sub"],
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": METHOD_ARN}],
        },
        "context": CONTEXT,
    }


def test_an_http_api_is_told_to_allow() -> None:
    assert handle(http(f"Bearer {ADMINISTRATOR}"), None) == {"isAuthorized": True, "context": CONTEXT}


def test_somebody_without_the_group_is_denied() -> None:
    assert handle(http(f"Bearer {SOMEBODY}"), None) == {"isAuthorized": False, "context": {}}
    told = handle(rest(f"Bearer {SOMEBODY}"), None)
    assert told["principalId"] == "nobody"
    assert told["policyDocument"]["Statement"] == [
        {"Action": "execute-api:Invoke", "Effect": "Deny", "Resource": METHOD_ARN}
    ]


@pytest.mark.parametrize("token", [None, "", "Bearer", "Bearer ", "Bearer x.y.z", f"Basic {ADMINISTRATOR}",
                                   f"Bearer Bearer {ADMINISTRATOR}", f"Bearer {ADMINISTRATOR}x",
                                   f"{ADMINISTRATOR},{ADMINISTRATOR}"])  # fmt: skip
def test_no_token_or_a_wrong_one_is_unauthorized(token: str | None) -> None:
    for event in (rest(token), http(token)):
        with pytest.raises(Exception, match=r"^Unauthorized$") as refused:
            handle(event, None)
        assert (refused.value.__cause__, refused.value.__suppress_context__) == (None, True)


@pytest.mark.parametrize("written", [f"Bearer {ADMINISTRATOR}", f"bearer  {ADMINISTRATOR} ", ADMINISTRATOR])
def test_a_token_is_found_as_people_write_it(written: str) -> None:
    assert handle(http(written), None)["isAuthorized"]
    assert handle(rest(written), None)["policyDocument"]["Statement"][0]["Effect"] == "Allow"


def test_two_tokens_are_none() -> None:
    event = rest(f"Bearer {SOMEBODY}")
    event["multiValueHeaders"]["authorization"] = [f"Bearer {ADMINISTRATOR}"]
    with pytest.raises(Exception, match=r"^Unauthorized$"):
        handle(event, None)


def test_a_route_is_the_one_that_the_api_has_chosen() -> None:
    token = f"Bearer {ADMINISTRATOR}"
    for event in (rest(token, resource="/orders/{id}/secrets"), http(token, route="GET /orders/{id}/secrets")):
        assert _is_denied(handle({**event, "path": "/orders/7", "rawPath": "/orders/7"}, None))


def _is_denied(told: dict[str, Any]) -> bool:
    return told.get("isAuthorized") is False or told["policyDocument"]["Statement"][0]["Effect"] == "Deny"


def test_a_method_that_is_not_declared_stays_shut() -> None:
    token = f"Bearer {ADMINISTRATOR}"
    assert _is_denied(handle(rest(token, method="DELETE"), None))
    assert _is_denied(handle(http(token, method="DELETE", route="ANY /orders/{id}"), None))


def test_any_is_for_methods_without_a_declaration_of_their_own() -> None:
    program = Pool().token(client_id="checkoutclientid", scope="orders/write")
    assert handle(http(program, method="POST", route="POST /orders"), None)["isAuthorized"]
    assert not _is_denied(handle(rest(program, method="PUT", resource="/orders"), None))


def test_the_default_route_of_an_http_api_can_be_declared() -> None:
    assert handle(http(ADMINISTRATOR, route="$default"), None)["isAuthorized"]
    assert _is_denied(handle(http(SOMEBODY, route="$default"), None))


def test_a_token_authorizer_is_a_mistake_that_opens_nothing() -> None:
    event = {"type": "TOKEN", "authorizationToken": ADMINISTRATOR, "methodArn": METHOD_ARN}
    with pytest.raises(ValueError, match="an authorizer of the type TOKEN is not told the route: use the type REQUEST"):
        handle(event, None)


def test_where_keys_cannot_be_had_nobody_gets_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unreachable(_: str) -> bytes:
        raise TimeoutError

    _stand(monkeypatch, gate_of(ROUTES, keys=Keys("https://pool.example/keys", unreachable)))
    assert _is_denied(handle(rest(ADMINISTRATOR), None))
    assert _is_denied(handle(http(ADMINISTRATOR), None))
    assert json.loads(capsys.readouterr().out.splitlines()[0]) == {
        "level": "ERROR",
        "status": 403,
        "route": "GET /orders/{id}",
        "reason": "the keys at https://pool.example/keys cannot be had: TimeoutError",
    }


@pytest.mark.parametrize(
    ("token", "status", "reason"),
    [
        (None, 401, "no token"),
        (f"{SOMEBODY.rpartition('.')[0]}.AAAA", 401, "its signature is not the pool's"),
        (POOL.token("id"), 401, "the other kind of token than this route takes"),
        (POOL.token(client_id="strange"), 401, "of an app client that this route does not take"),
        (SOMEBODY, 403, "not in the groups that this route wants"),
    ],
)
def test_a_log_says_what_was_decided_and_nothing_of_the_token(
    token: str | None, status: int, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with nullcontext() if status == 403 else pytest.raises(Exception, match=r"^Unauthorized$"):
        handle(rest(token), None)
    told = {"level": "INFO", "status": status, "route": "GET /orders/{id}", "reason": reason}
    assert capsys.readouterr() == (json.dumps(told) + "\n", "")


def test_who_gets_in_is_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    handle(rest(ADMINISTRATOR), None)
    assert capsys.readouterr() == ("", "")


def test_as_lambda_runs_it_the_deployment_says_who_gets_in(tmp_path: Path) -> None:
    """The code as it is deployed: by itself, with its routes beside it and its ids in the environment."""
    package = tmp_path / "authorizer"
    package.mkdir()
    for file in Path(handler.__file__).parent.glob("*.py"):
        (package / file.name).write_bytes(file.read_bytes())
    (package / "routes.json").write_text(json.dumps(ROUTES))
    (tmp_path / "keys.json").write_bytes(POOL.published())
    (tmp_path / "event.json").write_text(json.dumps(http(ADMINISTRATOR)))
    ids = json.dumps({"web": "webclientid", "checkout": "checkoutclientid"})
    uri = (tmp_path / "keys.json").as_uri()
    code = "import json; from authorizer.handler import handle; print(handle(json.load(open('event.json')), None))"
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "APP_CLIENTS": ids, "ISSUER": ISSUER, "KEYS_URI": uri, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == f"{ {'isAuthorized': True, 'context': CONTEXT} }\n"
