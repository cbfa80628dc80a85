"""APIs of both kinds that accept the tokens of a pool, and a load balancer that signs people in."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from urllib.parse import urlencode

import urllib3

from local_aws.people import GOOD_PASSWORD, AppClient, app_client, created, customer, somebody, web_client
from local_aws.probe import recorded, shows
from local_aws.world import World

_KINDS = {"RestApiId": "prod", "HttpApiId": "$default"}


def _asks(world: World, kind: str, path: str, token: str | None) -> int:
    """Call an API: the status of its answer."""
    where = f"{world.aws.endpoint}/_aws/execute-api/{world.shop_apis.outputs[kind]}/{_KINDS[kind]}/{path}"
    headers = {} if token is None else {"Authorization": token}
    return int(world.http.request("GET", where, headers=headers).status)


def _web(world: World) -> AppClient:
    return app_client(world, world.shop_apis, "WebClientId")


def _customer(world: World) -> dict[str, str]:
    """Have a customer sign in: their tokens."""
    address = somebody("ida").email
    created(world, world.shop_apis, address)
    return _web(world).sign_in(address, GOOD_PASSWORD)


def _program(world: World) -> str:
    """Have the program ask for a token of its own, which has the scope."""
    program = app_client(world, world.shop_apis, "ReportsClientId")
    answer = world.http.request(
        "POST",
        f"{world.aws.endpoint}/oauth2/token",
        body=urlencode({"grant_type": "client_credentials"}),
        headers={
            "Content-Type": "application/x-www-form-urlencoded",
            **urllib3.make_headers(basic_auth=f"{program.client_id}:{program.secret}"),
        },
    )
    return str(answer.json()["access_token"])


@shows
def scope_lets_a_program_in(world: World) -> None:
    """A token with the scope is let in by the REST API and by the HTTP API, one without it by neither."""
    program, customer_token = _program(world), _customer(world)["AccessToken"]
    for kind in _KINDS:
        assert _asks(world, kind, "orders", program) == 200
        assert _asks(world, kind, "orders", customer_token) in (401, 403)


@shows
def people_are_let_in_by_being_signed_in(world: World) -> None:
    """A customer is let in where no scope is asked for: with an ID token by the REST API, with both by the HTTP API."""
    tokens = _customer(world)
    assert _asks(world, "RestApiId", "mine", tokens["IdToken"]) == 200
    for name in ("IdToken", "AccessToken"):
        assert _asks(world, "HttpApiId", "mine", tokens[name]) == 200


@shows
def app_client_that_is_not_named(world: World) -> None:
    """Where the HTTP API names the app clients, the token of another one is refused."""
    assert _asks(world, "HttpApiId", "mine", _program(world)) == 401


@shows
def strangers_are_refused(world: World) -> None:
    """No token, a token that somebody has changed, and one of another pool get 401."""
    header, claims, signature = _customer(world)["IdToken"].split(".")
    ours = web_client(world)
    person = customer(world, ours)
    other = ours.sign_in(person.username, person.password)["IdToken"]
    for kind in _KINDS:
        for token in (None, f"{header}.{claims}.{signature[::-1]}", other, "nonsense"):
            assert _asks(world, kind, "mine", token) == 401


@recorded("no load balancer answers")
def load_balancer_signs_people_in(world: World) -> None:
    """A load balancer sends people to the pool's sign-in page before they reach the site."""
    [listener] = [
        each for each in world.shop_apis.resources.values() if each.type == "AWS::ElasticLoadBalancingV2::Listener"
    ]
    action = listener.properties["DefaultActions"][0]
    config = action["AuthenticateCognitoConfig"]
    assert action["Type"] == "authenticate-cognito"
    assert config["UserPoolClientId"] == world.shop_apis.outputs["OfficeClientId"]
    assert config["UserPoolDomain"] == world.shop_apis.outputs["Domain"]
