"""Declarations that can never let anybody in are refused, all at once; what may be right passes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from constructs_lib import (
    Group,
    IdentityProvider,
    LambdaTriggers,
    PrefixDomain,
    ResourceServer,
    Scope,
    UserPoolSettings,
    VersionedTrigger,
    allow,
    machine_to_machine,
    profiles,
    single_page_app,
)
from constructs_lib.authorizing import Known, Routes, judge_routes, known_of
from constructs_lib.authorizing.declarations import as_json
from constructs_lib.rendering import render

SETTINGS = UserPoolSettings(
    groups={"staff": Group(name="staff"), "boss": Group(name="managers")},
    resource_servers={"orders": ResourceServer("orders", name="orders", scopes=[Scope("write", description="Write")])},
    prefix_domain=PrefixDomain("shop"),
    app_clients={"web": single_page_app(callback_urls=["https://shop.example/in"])},
)
KNOWN = known_of(render(SETTINGS), ["web"])
STAFF = allow(groups=["staff"])

ROUTES = "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html"
GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
TOKENS = f"{GUIDE}amazon-cognito-user-pools-using-the-access-token.html"


def _told(routes: Routes, known: Known = KNOWN) -> list[str]:
    return [str(finding) for finding in judge_routes(routes, known, "Access")]


def _rules(routes: Routes, known: Known = KNOWN) -> list[tuple[str, str]]:
    return [(finding.rule, finding.path) for finding in judge_routes(routes, known, "Access")]


@pytest.mark.parametrize(
    ("routes", "told"),
    [
        (
            {},
            "routes: there is none, so nobody would be let in\n"
            '   allowed: routes such as "GET /orders/{id}"\n'
            '   fix: say who may call a route: routes={"GET /orders": allow(groups=["staff"])}\n'
            f"   [access.no-route] {ROUTES}",
        ),
        (
            {"get /orders": STAFF},
            "routes[\"get /orders\"]: has no method of API Gateway's, got 'get'\n"
            "   allowed: ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\n"
            "   fix: write GET in capitals\n"
            f"   [access.method] {ROUTES}",
        ),
        (
            {"FETCH /orders": STAFF},
            "routes[\"FETCH /orders\"]: has no method of API Gateway's, got 'FETCH'\n"
            "   allowed: ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\n"
            "   fix: start with a method\n"
            f"   [access.method] {ROUTES}",
        ),
        (
            {"GET orders": STAFF},
            "routes[\"GET orders\"]: its path does not begin with /, got 'orders'\n"
            '   allowed: routes such as "GET /orders/{id}"\n'
            "   fix: put / in front of the path, after one space\n"
            f"   [access.path] {ROUTES}",
        ),
        (
            {"GET /orders/": STAFF},
            "routes[\"GET /orders/\"]: has a path that no route can have, got '/orders/'\n"
            '   allowed: routes such as "GET /orders/{id}"\n'
            "   fix: write the path as the API has it: no / at the end, {name} for a part, {name+} for the rest\n"
            f"   [access.path] {ROUTES}",
        ),
        (
            {"GET /orders/{id}": STAFF, "GET /orders/{order}": STAFF},
            'routes["GET /orders/{order}"]: is the same route as GET /orders/{id}\n'
            "   allowed: one of them\n"
            "   fix: keep the one that the API has, with the names of its parts\n"
            f"   [access.twin] {ROUTES}",
        ),
        (
            {f"{method} /a": STAFF for method in ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]},
            'routes["ANY /a"]: is never asked: each method is declared by itself\n'
            "   allowed: ANY for the other methods\n"
            "   fix: leave it out, or one of the methods\n"
            f"   [access.any] {ROUTES}",
        ),
        (
            {"GET /a": allow()},
            'routes["GET /a"]: says of nobody that they may\n'
            "   allowed: groups, scopes or signed_in\n"
            "   fix: name groups or scopes, or say signed_in=True for everybody with a token\n"
            f"   [access.nobody] {ROUTES}",
        ),
        (
            {"GET /a": allow(scopes=["orders/write"], token="id")},
            "routes[\"GET /a\"].token: wants scopes of the ID token, which has none, got 'id'\n"
            "   allowed: access\n"
            "   fix: leave token out, which takes the access token, or the scopes\n"
            f"   [access.token] {TOKENS}",
        ),
        (
            {"GET /a": allow(groups=["staff", "boss"])},
            "routes[\"GET /a\"].groups[1]: there is no such group, got 'boss'\n"
            "   allowed: managers, staff\n"
            "   fix: name a group of the settings, or add it to them\n"
            f"   [access.group] {GUIDE}cognito-user-pools-user-groups.html",
        ),
        (
            {"GET /a": allow(scopes=["orders/read"])},
            "routes[\"GET /a\"].scopes[0]: no resource server has such a scope, got 'orders/read'\n"
            "   allowed: aws.cognito.signin.user.admin, email, openid, orders/write, phone, profile\n"
            "   fix: write <resource server>/<scope>, or add it to the settings\n"
            f"   [access.scope] {GUIDE}cognito-user-pools-define-resource-servers.html",
        ),
        (
            {"GET /a": allow(signed_in=True, app_clients=["web", "phone"])},
            "routes[\"GET /a\"].app_clients[1]: there is no app client of this key, got 'phone'\n"
            "   allowed: web\n"
            "   fix: use the key that the app client has in the settings\n"
            f"   [access.app-client] {TOKENS}",
        ),
        (
            {"GET /a": allow(signed_in=True, app_clients=[])},
            'routes["GET /a"].app_clients: there is none, so no token counts\n'
            "   allowed: web\n"
            "   fix: name an app client of the settings, or hand one in\n"
            f"   [access.no-app-client] {TOKENS}",
        ),
        (
            {"GET /a": allow(groups=["${Token[TOKEN.7]}"])},
            "routes[\"GET /a\"].groups[0]: becomes known only when it is deployed, got '${Token[TOKEN.7]}'\n"
            "   allowed: a text\n"
            "   fix: write the name as a text, here and in the settings\n"
            f"   [access.unknown] {TOKENS}",
        ),
    ],
)
def test_what_can_never_let_anybody_in_is_refused(routes: Routes, told: str) -> None:
    assert _told(routes) == [told]


@pytest.mark.parametrize(
    "route",
    ["GET /", "ANY /{proxy+}", "GET /orders/{id}", "PUT /orders/{id}/lines/{line}", "GET /a.b/c-d_e~f", "$default"],
)
def test_a_route_as_api_gateway_has_it_passes(route: str) -> None:
    assert _told({route: STAFF}) == []


@pytest.mark.parametrize("path", ["//a", "/a//b", "/{}", "/{a+}/b", "/a{b}", "/{a}{b}", "/{a", "/a}", "/{a/b}"])
def test_a_path_that_no_route_can_have_is_refused(path: str) -> None:
    assert _rules({f"GET {path}": STAFF}) == [("access.path", f'routes["GET {path}"]')]


def test_everything_is_told_at_once() -> None:
    routes = {"get orders": allow(groups=["nobody"], scopes=["x"]), "GET /b": allow()}
    assert _rules(routes) == [
        ("access.nobody", 'routes["GET /b"]'),
        ("access.method", 'routes["get orders"]'),
        ("access.path", 'routes["get orders"]'),
        ("access.group", 'routes["get orders"].groups[0]'),
        ("access.scope", 'routes["get orders"].scopes[0]'),
    ]


def test_a_method_beside_any_and_a_path_beside_its_parts_are_two_routes() -> None:
    routes = {"ANY /a": STAFF, "GET /a": STAFF, "GET /{a}": STAFF, "GET /{a+}": STAFF, "POST /{b}": STAFF}
    assert _told(routes) == []


def test_without_app_clients_no_token_counts() -> None:
    known = known_of(render(replace(SETTINGS, app_clients=None)), [])
    assert _rules({"GET /a": STAFF}, known) == [("access.no-app-client", 'routes["GET /a"].app_clients')]


def _trigger() -> LambdaTriggers:
    arn = "arn:aws:lambda:eu-central-1:111122223333:function:claims"
    return LambdaTriggers(pre_token_generation_config=VersionedTrigger(lambda_arn=arn, lambda_version="V2_0"))


@pytest.mark.parametrize(
    "settings",
    [
        replace(SETTINGS, lambda_triggers=_trigger()),
        replace(SETTINGS, lambda_triggers=LambdaTriggers(pre_token_generation="arn:aws:lambda:x:1:function:claims")),
        replace(SETTINGS, groups={"made": Group(name="${Token[TOKEN.7]}")}),
        replace(SETTINGS, groups={"made": Group()}),
    ],
)
def test_a_group_that_may_come_from_elsewhere_passes(settings: UserPoolSettings) -> None:
    assert _told({"GET /a": allow(groups=["elsewhere"])}, known_of(render(settings), ["web"])) == []


def test_a_scope_of_a_resource_server_that_nobody_knows_yet_passes() -> None:
    servers = {"orders": ResourceServer("${Token[TOKEN.8]}", scopes=[Scope("write", description="Write")])}
    known = known_of(render(replace(SETTINGS, resource_servers=servers)), ["web"])
    assert _told({"GET /a": allow(scopes=["https://api.example/write"])}, known) == []


def test_a_pool_that_is_elsewhere_may_have_anything() -> None:
    assert _told({"GET /a": allow(groups=["any"], scopes=["any/thing"])}, known_of({}, ["web"])) == []


def test_users_of_an_identity_provider_are_in_a_group_of_its_own() -> None:
    settings = replace(
        SETTINGS, identity_providers={"partner": IdentityProvider("Partner", provider_type="OIDC", details={})}
    )
    known = known_of(render(settings), ["web"])
    assert _told({"GET /a": allow(groups=["eu-central-1_AbCdEfGhI_Partner"])}, known) == []
    assert _rules({"GET /a": allow(groups=["eu-central-1_AbCdEfGhI_Other"])}, known) != []


PROGRAMS = replace(
    SETTINGS, app_clients={**(SETTINGS.app_clients or {}), "job": machine_to_machine(scopes=["orders/write"])}
)


def test_programs_have_neither_groups_nor_an_id_token() -> None:
    known = known_of(render(profiles.machine_to_machine.fill(PROGRAMS)), ["web", "job"])
    routes = {"GET /a": allow(groups=["staff"], token="id", app_clients=["job"])}
    told = [
        f'routes["GET /a"].{field}: wants {what} of app clients that only programs use, which have none\n'
        "   allowed: scopes\n"
        "   fix: name scopes, or an app client that people sign in with\n"
        f"   [access.program] {GUIDE}federation-endpoints-oauth-grants.html"
        for field, what in (("groups", "groups"), ("token", "an ID token"))
    ]
    assert _told(routes, known) == told
    assert _told({"GET /a": allow(scopes=["orders/write"], app_clients=["job"])}, known) == []
    assert _told({"GET /a": allow(groups=["staff"], app_clients=["job", "web"])}, known) == []
    assert _told({"GET /a": allow(groups=["staff"])}, known) == []


def test_a_standard_scope_passes() -> None:
    assert _told({"GET /a": allow(scopes=["aws.cognito.signin.user.admin"])}) == []


@pytest.mark.parametrize("name", ["groups", "scopes", "app_clients"])
def test_a_text_is_no_list(name: str) -> None:
    given: dict[str, Any] = {name: "staff"}
    with pytest.raises(TypeError) as refused:
        allow(**given)
    assert str(refused.value) == f"{name}: must be a list of texts, got 'staff'; write ['staff']"


def test_declarations_are_written_in_one_order() -> None:
    routes = {"$default": allow(signed_in=True), "GET /a": allow(groups=["b", "a"], every=True, app_clients=["web"])}
    written = as_json(routes, ["web", "phone"])
    assert written == {
        "ANY $default": {"token": "access", "clients": ["phone", "web"], "groups": [], "scopes": [], "every": False},
        "GET /a": {"token": "access", "clients": ["web"], "groups": ["a", "b"], "scopes": [], "every": True},
    }
    assert list(as_json(dict(reversed(routes.items())), ["phone", "web"])) == list(written)
