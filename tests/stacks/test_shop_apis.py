"""A shop's APIs."""

from typing import Any

import pytest
from aws_cdk import App
from aws_cdk.assertions import Annotations, Match

from constructs_lib.cdk import lock_user_pools
from stacks.shop_apis import CERTIFICATE, ShopApisStack
from tests.cdk.synth import ids_of, properties_of
from tests.stacks.templates import CLIENT, DOMAIN, shop_apis

METHOD, ROUTE = "AWS::ApiGateway::Method", "AWS::ApiGatewayV2::Route"


def _client(key: str) -> dict[str, str]:
    [found] = [name for name in ids_of(shop_apis(), CLIENT) if f"AppClient{key}" in name]
    return {"Ref": found}


def _scope() -> dict[str, Any]:
    [server] = ids_of(shop_apis(), "AWS::Cognito::UserPoolResourceServer")
    return {"Fn::Join": ["", [{"Ref": server}, "/read"]]}


def test_every_method_and_every_route_asks_for_a_token() -> None:
    methods = [each["Properties"] for each in shop_apis().find_resources(METHOD).values()]
    assert [each["AuthorizationType"] for each in methods] == ["COGNITO_USER_POOLS"] * 2
    routes = [each["Properties"] for each in shop_apis().find_resources(ROUTE).values()]
    assert [each["AuthorizationType"] for each in routes] == ["JWT"] * 2


def test_all_orders_need_the_scope_and_ones_own_need_none() -> None:
    methods = [each["Properties"] for each in shop_apis().find_resources(METHOD).values()]
    assert [each.get("AuthorizationScopes") for each in methods] == [[_scope()], None]
    routes = {each["Properties"]["RouteKey"]: each["Properties"] for each in shop_apis().find_resources(ROUTE).values()}
    assert {key: route.get("AuthorizationScopes") for key, route in routes.items()} == {
        "GET /orders": [_scope()],
        "GET /mine": None,
    }


@pytest.mark.parametrize(("name", "keys"), [("Anybody", ["web", "office", "reports"]), ("People", ["web"])])
def test_the_http_api_names_whose_tokens_it_takes(name: str, keys: list[str]) -> None:
    audience = {"Audience": [_client(key) for key in keys]}
    shop_apis().has_resource_properties(
        "AWS::ApiGatewayV2::Authorizer", {"Name": name, "AuthorizerType": "JWT", "JwtConfiguration": audience}
    )


def test_the_load_balancer_signs_people_in_before_it_lets_them_through() -> None:
    [domain] = ids_of(shop_apis(), DOMAIN)
    listener = properties_of(shop_apis(), "AWS::ElasticLoadBalancingV2::Listener")
    assert (listener["Protocol"], listener["Certificates"]) == ("HTTPS", [{"CertificateArn": CERTIFICATE}])
    first, then = listener["DefaultActions"]
    assert (first["Type"], then["Type"]) == ("authenticate-cognito", "fixed-response")
    config = first["AuthenticateCognitoConfig"]
    assert (config["UserPoolClientId"], config["UserPoolDomain"]) == (_client("office"), {"Ref": domain})


def test_no_warning_is_left_open() -> None:
    app = App()
    lock_user_pools(app)
    stack = ShopApisStack(app, "ShopApis")
    assert Annotations.from_stack(stack).find_warning("*", Match.any_value()) == []
