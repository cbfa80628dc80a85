"""The hosted sign-in page."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from typing import Any

from local_aws import environment
from local_aws.hosted_page import Visit
from local_aws.people import BETTER_PASSWORD, AppClient, app_client, customer, web_client
from local_aws.probe import differs, shows
from local_aws.tokens import verified
from local_aws.world import World

_CALLBACK = "http://localhost:3000/signed-in"
_AFTER_SIGN_OUT = "http://localhost:3000/"


def _described(world: World, client: AppClient) -> Any:
    return world.cognito.describe_user_pool_client(UserPoolId=client.pool_id, ClientId=client.client_id)[
        "UserPoolClient"
    ]


@shows
def code_with_pkce(world: World) -> None:
    """The page signs somebody in and sends them back to the app with a code, which gives tokens to that app."""
    client, person = web_client(world), customer(world)
    visit = Visit(client, _CALLBACK, "openid email")
    code = visit.code(visit.sign_in(person.username, person.password))
    status, tokens = visit.exchange(code)
    assert status == 200, tokens
    assert verified(client, tokens["id_token"], "id")["cognito:username"] == person.username
    assert verified(client, tokens["access_token"], "access")["scope"].split() == ["openid", "email"]
    assert visit.user_info(tokens["access_token"])["email"] == person.email


@shows
def stolen_code_is_worthless(world: World) -> None:
    """A code gives nothing with another verifier, and nothing a second time."""
    person = customer(world)
    visit = Visit(web_client(world), _CALLBACK)
    code = visit.code(visit.sign_in(person.username, person.password))
    status, answer = visit.exchange(code, code_verifier="another-verifier-of-more-than-forty-three-characters")
    assert (status, answer["error"]) == (400, "invalid_grant")
    assert visit.exchange(code)[0] == 200
    status, answer = visit.exchange(code)
    assert (status, answer["error"]) == (400, "invalid_grant")


@shows
def wrong_password_on_the_page(world: World) -> None:
    """The page refuses a wrong password and sends nobody to the app."""
    person = customer(world)
    page = Visit(web_client(world), _CALLBACK).sign_in(person.username, BETTER_PASSWORD)
    assert page.status == 200
    assert "Incorrect username or password" in page.data.decode()


@shows
def only_our_callbacks(world: World) -> None:
    """The page sends people back to the callback of the app client and nowhere else."""
    client = web_client(world)
    assert _described(world, client)["CallbackURLs"] == [_CALLBACK]
    assert Visit(client, _CALLBACK).open().status == 200
    assert Visit(client, _CALLBACK).open(redirect_uri="https://elsewhere.example/").status == 400


@shows
def no_implicit_grant(world: World) -> None:
    """No token is ever handed out in an address: the implicit grant is off."""
    client = web_client(world)
    assert _described(world, client)["AllowedOAuthFlows"] == ["code"]
    assert Visit(client, _CALLBACK).open(response_type="token").status == 400


@shows
def sign_out_page(world: World) -> None:
    """Signing out leads to the app's own page and nowhere else."""
    visit = Visit(web_client(world), _CALLBACK)
    answer = visit.sign_out(_AFTER_SIGN_OUT)
    assert (answer.status, answer.headers["Location"]) == (302, _AFTER_SIGN_OUT)
    assert visit.sign_out("https://elsewhere.example/").status == 400


@shows
def server_and_phone(world: World) -> None:
    """The server gets its tokens with its secret, the phone app is called back by its own scheme."""
    person = customer(world)
    for output in ("ServerClientId", "PhoneClientId"):
        client = app_client(world, world.article, output)
        visit = Visit(client, _described(world, client)["CallbackURLs"][0])
        code = visit.code(visit.sign_in(person.username, person.password))
        status, tokens = visit.exchange(code)
        assert status == 200, tokens
        assert verified(client, tokens["id_token"], "id")["cognito:username"] == person.username
    assert visit.callback == "shop://signed-in"


@differs("the pages are on the emulator's own host, not on the domain")
def own_domain_prefix(world: World) -> None:
    """The pages are on the prefix domain `shop-customers`, as managed login."""
    prefix = world.article.outputs["Domain"]
    assert prefix == "shop-customers"
    found = world.cognito.describe_user_pool_domain(Domain=prefix)["DomainDescription"]
    assert found["UserPoolId"] == world.article.outputs["UserPoolId"]
    assert found["ManagedLoginVersion"] == 2
    discovery = world.http.request(
        "GET", f"{world.aws.endpoint}/{found['UserPoolId']}/.well-known/openid-configuration"
    ).json()
    host = f"https://{prefix}.auth.{environment.REGION}.amazoncognito.com"
    assert not discovery["authorization_endpoint"].startswith(host), "are on the domain now, as on AWS"
