"""What API Gateway asks, and what it is told. A log line says what was decided and why; never whose token it was.

https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .gate import Gate
from .keys import Keys, UnreachableError
from .rules import ForbiddenError, groups_of, rules_of, scopes_of
from .tokens import Claims, InvalidError

Event = Mapping[str, Any]


@cache
def gate() -> Gate:
    """Read once what the deployment says: the routes from the file beside, the ids from the environment."""
    routes = json.loads(Path(__file__).with_name("routes.json").read_text(encoding="utf-8"))
    rules = rules_of(routes, json.loads(os.environ["APP_CLIENTS"]))
    return Gate(rules, os.environ["ISSUER"], Keys(os.environ["KEYS_URI"]))


def handle(event: Event, _context: object) -> dict[str, Any]:
    """Decide about one request."""
    method, path = _route(event)
    try:
        claims = gate().admit(method, path, _token(event))
    except InvalidError as error:
        _log(401, method, path, error)
        raise Exception("Unauthorized") from None  # the word by which API Gateway answers 401
    except (ForbiddenError, UnreachableError) as error:
        _log(403, method, path, error)
        return _answer(event, None)
    return _answer(event, claims)


def _route(event: Event) -> tuple[str, str]:
    """Name the route that API Gateway has chosen, by the path of its declaration, not by the one in the request."""
    if event.get("version") == "2.0":
        method, path = event["requestContext"]["http"]["method"], event["routeKey"].rpartition(" ")[2]
    elif event["type"] == "REQUEST":
        method, path = event["httpMethod"], event["resource"]
    else:  # which of two routes that fit a path was chosen cannot be told
        raise ValueError("an authorizer of the type TOKEN is not told the route: use the type REQUEST")
    return method, path


def _token(event: Event) -> str | None:
    """Give the token of a request that has just one, with or without Bearer in front."""
    headers = event.get("multiValueHeaders") or {name: [value] for name, value in (event.get("headers") or {}).items()}
    found = [value for name, values in headers.items() if name.lower() == "authorization" for value in values]
    if len(found) > 1:
        raise InvalidError("more than one token")
    scheme, _, token = found[0].strip().partition(" ") if found else ("", "", "")
    return token.strip() if scheme.lower() == "bearer" else scheme if not token else None


def _answer(event: Event, claims: Claims | None) -> dict[str, Any]:
    """Allow just this request, or nothing: what is remembered for one route must not open another."""
    context = {} if claims is None else _context(claims)
    if event.get("version") == "2.0":
        return {"isAuthorized": claims is not None, "context": context}
    effect = "Deny" if claims is None else "Allow"
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": event["methodArn"]}
    return {
        "principalId": context.get("sub", "nobody"),
        "policyDocument": {"Version": "2012-10-17", "Statement": [statement]},
        "context": context,
    }


def _context(claims: Claims) -> dict[str, str]:
    """Tell the API who calls; texts alone, since a REST API takes nothing else."""
    return {
        "sub": str(claims["sub"]),
        "app_client": str(claims.get("client_id") or claims.get("aud")),
        "groups": " ".join(sorted(groups_of(claims))),
        "scopes": " ".join(sorted(scopes_of(claims))),
    }


def _log(status: int, method: str, path: str, why: Exception) -> None:
    level = "ERROR" if isinstance(why, UnreachableError) else "INFO"
    print(json.dumps({"level": level, "status": status, "route": f"{method} {path}", "reason": str(why)}))
