"""An API that only some may call."""

from collections import Counter

import pytest
from aws_cdk.assertions import Match

from stacks.protected_api import ROUTES, UNDECLARED
from tests.stacks.templates import CLIENT, GROUP, protected_api

METHOD, ROUTE = "AWS::ApiGateway::Method", "AWS::ApiGatewayV2::Route"


def test_each_group_and_each_program_of_the_declarations_is_there() -> None:
    for name in ("administrators", "packers"):
        protected_api().has_resource_properties(GROUP, {"GroupName": name})
    for name, flow in (("web", "code"), ("checkout", "client_credentials")):
        protected_api().has_resource_properties(CLIENT, {"ClientName": name, "AllowedOAuthFlows": [flow]})


@pytest.mark.parametrize("kind", [METHOD, ROUTE])
def test_no_route_is_open(kind: str) -> None:
    found = protected_api().find_resources(kind)
    assert Counter(each["Properties"]["AuthorizationType"] for each in found.values()) == {"CUSTOM": len(ROUTES) + 1}


@pytest.mark.parametrize("route", [*ROUTES, UNDECLARED])
def test_the_http_api_has_the_routes_that_are_declared(route: str) -> None:
    protected_api().has_resource_properties(ROUTE, {"RouteKey": route})


def test_the_rest_api_has_the_routes_that_are_declared() -> None:
    declared = Counter(route.partition(" ")[0] for route in [*ROUTES, UNDECLARED])
    found = protected_api().find_resources(METHOD)
    assert Counter(each["Properties"]["HttpMethod"] for each in found.values()) == declared


def test_the_keys_are_where_cognito_publishes_them() -> None:
    variables = {"KEYS_URI": {"Fn::Join": ["", Match.array_with([".amazonaws.com/", "/.well-known/jwks.json"])]}}
    protected_api().has_resource_properties("AWS::Lambda::Function", {"Environment": {"Variables": variables}})
