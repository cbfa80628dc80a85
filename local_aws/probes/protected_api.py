"""A protected API: who gets in, through a REST API and through an HTTP API."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from local_aws.people import GOOD_PASSWORD, AppClient, app_client, created, somebody
from local_aws.probe import differs, shows
from local_aws.probes.machine_to_machine import asks
from local_aws.world import World

_STAGES = {"RestApiId": "prod", "HttpApiId": "$default"}


@dataclass(frozen=True)
class Api:
    """One of the two APIs, as those who call it see it."""

    world: World
    output: str

    def call(self, method: str, path: str, token: str | None = None) -> tuple[int, Mapping[str, Any]]:
        """Call a route, with a token in the header or without."""
        api_id = self.world.protected_api.outputs[self.output]
        url = f"{self.world.aws.endpoint}/_aws/execute-api/{api_id}/{_STAGES[self.output]}{path}"
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        answer = self.world.http.request(method, url, headers=headers)
        return answer.status, answer.json()


def _apis(world: World) -> Iterator[Api]:
    return (Api(world, output) for output in _STAGES)


def _web(world: World) -> AppClient:
    return app_client(world, world.protected_api)


def _signed_in(world: World, group: str | None) -> dict[str, str]:
    """Have somebody of a group, or of none, sign in."""
    login = somebody("mia").email
    created(world, world.protected_api, login)
    client = _web(world)
    if group is not None:
        world.cognito.admin_add_user_to_group(UserPoolId=client.pool_id, Username=login, GroupName=group)
    return client.sign_in(login, GOOD_PASSWORD)


def _tampered(token: str) -> str:
    """Write another group into a token and leave the signature as it is."""
    header, body, signature = token.split(".")
    said = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    richer = json.dumps({**said, "cognito:groups": ["administrators"]}).encode()
    return f"{header}.{base64.urlsafe_b64encode(richer).decode().rstrip('=')}.{signature}"


@shows
def administrators_get_in(world: World) -> None:
    """An administrator gets 200 through both APIs, and the API is told who calls."""
    token = _signed_in(world, "administrators")["AccessToken"]
    for api in _apis(world):
        status, told = api.call("GET", "/admin", token)
        assert (status, told.get("groups")) == (200, "administrators"), told
        assert api.call("GET", "/orders/7", token)[0] == 200


@shows
def others_are_known_and_kept_out(world: World) -> None:
    """Somebody of another group, or of none, gets 403 through both APIs, and 200 where their group may."""
    packer, nobody = _signed_in(world, "packers")["AccessToken"], _signed_in(world, None)["AccessToken"]
    for api in _apis(world):
        assert [api.call("GET", "/admin", token)[0] for token in (packer, nobody)] == [403, 403]
        assert [api.call("GET", "/orders/7", token)[0] for token in (packer, nobody)] == [200, 403]


@shows
def without_a_token_nobody_gets_in(world: World) -> None:
    """A request without a token gets 401 through both APIs."""
    assert [api.call("GET", "/admin")[0] for api in _apis(world)] == [401, 401]


@shows
def tampered_token_refused(world: World) -> None:
    """A token into which somebody has written a group gets 401 through the REST API."""
    token = _tampered(_signed_in(world, None)["AccessToken"])
    status, told = Api(world, "RestApiId").call("GET", "/admin", token)
    assert (status, told) == (401, {"message": "Unauthorized"})


@differs("an HTTP API answers 500 to the word for 401, which AWS documents for REST APIs")
def tampered_token_refused_by_the_http_api(world: World) -> None:
    """A token into which somebody has written a group gets nobody in through the HTTP API."""
    token = _tampered(_signed_in(world, None)["AccessToken"])
    assert Api(world, "HttpApiId").call("GET", "/admin", token)[0] == 500


@shows
def route_takes_one_kind_of_token(world: World) -> None:
    """A route that takes access tokens refuses the ID token of the same sign-in, and the other way round."""
    tokens, api = _signed_in(world, "administrators"), Api(world, "RestApiId")
    assert [api.call("GET", "/admin", tokens[name])[0] for name in ("AccessToken", "IdToken")] == [200, 401]
    assert [api.call("GET", "/me", tokens[name])[0] for name in ("AccessToken", "IdToken")] == [401, 200]


@shows
def programs_get_in_by_scope(world: World) -> None:
    """A program gets in by its scope, where people do not, and nowhere else."""
    program = app_client(world, world.protected_api, "CheckoutClientId")
    token = asks(program)[1]["access_token"]
    person = _signed_in(world, "administrators")["AccessToken"]
    for api in _apis(world):
        assert [api.call("POST", "/orders", each)[0] for each in (token, person)] == [200, 403]
        assert api.call("GET", "/admin", token)[0] == 403


@shows
def forgotten_route_stays_shut(world: World) -> None:
    """A route that nobody has said anything about lets nobody in, not even an administrator."""
    token = _signed_in(world, "administrators")["AccessToken"]
    assert [api.call("GET", "/forgotten", token)[0] for api in _apis(world)] == [403, 403]
