"""The authorizer in an app: what is made, what it is told, and what is refused before anything is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, CfnParameter, Stack
from aws_cdk.assertions import Match, Template
from aws_cdk.aws_apigateway import MockIntegration, RestApi
from aws_cdk.aws_apigatewayv2 import HttpApi, HttpMethod
from aws_cdk.aws_apigatewayv2_integrations import HttpUrlIntegration
from aws_cdk.aws_cognito import UserPoolClient
from aws_cdk.aws_lambda import Architecture, LayerVersion, Runtime

from constructs_lib import (
    ExistingUserPool,
    Group,
    InvalidSettingsError,
    UserPoolSettings,
    allow,
    machine_to_machine,
    profiles,
    single_page_app,
)
from constructs_lib.cdk import AccessAuthorizer, CognitoUserPool, ExistingCognitoUserPool

FUNCTION = "AWS::Lambda::Function"
LAYER = "arn:aws:lambda:eu-central-1:111122223333:layer:jwt:1"
ROUTES = {"GET /orders/{id}": allow(groups=["staff"])}


def _settings(**more: Any) -> UserPoolSettings:
    web = single_page_app(callback_urls=["https://shop.example/in"])
    return profiles.standard(groups={"staff": Group()}, app_clients={"web": web}, **more)


def _access(stack: Stack, cache: Path, settings: UserPoolSettings | None = None, **said: Any) -> AccessAuthorizer:
    """Make an authorizer whose packages are in a layer, so that none are installed."""
    users = CognitoUserPool(stack, "Users", settings=settings or _settings())
    layers = [LayerVersion.from_layer_version_arn(stack, "Layer", LAYER)]
    return AccessAuthorizer(stack, "Access", users=users, cache=cache, **{"routes": ROUTES, "layers": layers, **said})


def _template(build: Callable[[Stack], Any], outdir: Path | None = None) -> Template:
    stack = Stack(App(outdir=None if outdir is None else str(outdir)), "Stack")
    build(stack)
    return Template.from_stack(stack)


def _function(template: Template) -> Mapping[str, Any]:
    [function] = template.find_resources(FUNCTION).values()
    properties: Mapping[str, Any] = function["Properties"]
    return properties


def _routes(outdir: Path) -> Any:
    [file] = outdir.glob("asset.*/authorizer/routes.json")
    return json.loads(file.read_text())


def test_the_function_knows_pool_clients_and_routes(tmp_path: Path) -> None:
    template = _template(lambda stack: _access(stack, tmp_path / "cache"), tmp_path / "out")
    variables = _function(template)["Environment"]["Variables"]
    [pool], [client] = (template.find_resources(f"AWS::Cognito::{kind}") for kind in ("UserPool", "UserPoolClient"))
    assert variables["APP_CLIENTS"] == {"Fn::Join": ["", ['{"web":"', {"Ref": client}, '"}']]}
    issuer = ["https://cognito-idp.", {"Ref": "AWS::Region"}, ".amazonaws.com/", {"Ref": pool}]
    assert variables["ISSUER"] == {"Fn::Join": ["", issuer]}
    assert variables["KEYS_URI"] == {"Fn::Join": ["", [*issuer, "/.well-known/jwks.json"]]}
    assert _routes(tmp_path / "out") == {
        "GET /orders/{id}": {"token": "access", "clients": ["web"], "groups": ["staff"], "scopes": [], "every": False}
    }


def test_the_function_runs_where_it_is_cheap_and_its_log_ends(tmp_path: Path) -> None:
    template = _template(lambda stack: _access(stack, tmp_path))
    template.has_resource_properties(
        FUNCTION,
        {
            "Architectures": ["arm64"],
            "Handler": "authorizer.handler.handle",
            "Layers": [LAYER],
            "LoggingConfig": {"LogGroup": {"Ref": Match.any_value()}},
            "Runtime": "python3.13",
            "Timeout": 5,
            "TracingConfig": Match.absent(),
        },
    )
    template.has_resource_properties("AWS::Logs::LogGroup", {"RetentionInDays": 30})


def test_the_function_may_do_nothing_but_write_its_log(tmp_path: Path) -> None:
    template = _template(lambda stack: _access(stack, tmp_path))
    template.resource_count_is("AWS::IAM::Policy", 0)
    [role] = [
        role
        for role in template.find_resources("AWS::IAM::Role").values()
        if "lambda.amazonaws.com" in json.dumps(role["Properties"]["AssumeRolePolicyDocument"])
    ]
    arn = "iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
    assert [json.dumps(each).count(arn) for each in role["Properties"]["ManagedPolicyArns"]] == [1]


def test_architecture_and_runtime_can_be_chosen(tmp_path: Path) -> None:
    chosen: dict[str, Any] = {"architecture": Architecture.X86_64, "runtime": Runtime.PYTHON_3_12}
    template = _template(lambda stack: _access(stack, tmp_path, **chosen))
    template.has_resource_properties(FUNCTION, {"Architectures": ["x86_64"], "Runtime": "python3.12"})


def test_the_issuer_follows_the_pool(tmp_path: Path) -> None:
    updated = _settings(issuer_type="UPDATED")
    template = _template(lambda stack: _access(stack, tmp_path, updated))
    variables = _function(template)["Environment"]["Variables"]
    assert [variables[name]["Fn::Join"][1][0] for name in ("ISSUER", "KEYS_URI")] == ["https://issuer-cognito-idp."] * 2


def test_keys_can_be_elsewhere(tmp_path: Path) -> None:
    template = _template(lambda stack: _access(stack, tmp_path, keys_uri="https://mirror.example/keys"))
    assert _function(template)["Environment"]["Variables"]["KEYS_URI"] == "https://mirror.example/keys"


@pytest.mark.parametrize("uri", ["http://mirror.example/keys", "file:///etc/keys", ""])
def test_keys_do_not_come_from_anybody_on_the_way(uri: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"keys_uri: must begin with https://, got {uri!r}; otherwise anybody"):
        _access(Stack(App(), "Stack"), tmp_path, keys_uri=uri)


def test_a_rest_api_asks_for_each_request_and_remembers_nothing(tmp_path: Path) -> None:
    def build(stack: Stack) -> None:
        authorizer = _access(stack, tmp_path).for_rest_api()
        RestApi(stack, "Api").root.add_method("GET", MockIntegration(), authorizer=authorizer)

    template = _template(build)
    source = "method.request.header.Authorization"
    said = {"Type": "REQUEST", "AuthorizerResultTtlInSeconds": 0, "IdentitySource": source}
    template.has_resource_properties("AWS::ApiGateway::Authorizer", said)
    [authorizer] = template.find_resources("AWS::ApiGateway::Authorizer")
    method = {"AuthorizationType": "CUSTOM", "AuthorizerId": {"Ref": authorizer}}
    template.has_resource_properties("AWS::ApiGateway::Method", method)
    permission = {"Principal": "apigateway.amazonaws.com", "SourceArn": Match.any_value()}
    template.has_resource_properties("AWS::Lambda::Permission", permission)


def test_an_http_api_asks_for_each_request_and_remembers_nothing(tmp_path: Path) -> None:
    def build(stack: Stack) -> None:
        integration = HttpUrlIntegration("Orders", "https://orders.example")
        authorizer = _access(stack, tmp_path).for_http_api()
        api = HttpApi(stack, "Api")
        api.add_routes(path="/orders", methods=[HttpMethod.GET], integration=integration, authorizer=authorizer)

    template = _template(build)
    said = {
        "AuthorizerType": "REQUEST",
        "AuthorizerPayloadFormatVersion": "2.0",
        "AuthorizerResultTtlInSeconds": 0,
        "EnableSimpleResponses": True,
        "IdentitySource": ["$request.header.Authorization"],
    }
    template.has_resource_properties("AWS::ApiGatewayV2::Authorizer", said)
    template.has_resource_properties("AWS::ApiGatewayV2::Route", {"AuthorizationType": "CUSTOM"})


def test_two_rest_apis_have_an_authorizer_each(tmp_path: Path) -> None:
    def build(stack: Stack) -> None:
        access = _access(stack, tmp_path)
        for name in ("One", "Two"):
            api = RestApi(stack, name)
            api.root.add_method("GET", MockIntegration(), authorizer=access.for_rest_api(f"For{name}"))

    _template(build).resource_count_is("AWS::ApiGateway::Authorizer", 2)


def test_the_same_declarations_are_the_same_code_in_any_order(tmp_path: Path) -> None:
    routes = {"GET /a": allow(groups=["staff"]), "GET /b": allow(signed_in=True)}
    keys = [
        _function(_template(lambda stack, said=said: _access(stack, tmp_path, routes=said)))["Code"]["S3Key"]  # type: ignore[misc]
        for said in (routes, dict(reversed(routes.items())), {"GET /a": allow(signed_in=True)})
    ]
    assert keys[0] == keys[1] != keys[2]


def test_only_app_clients_that_count_are_told(tmp_path: Path) -> None:
    clients = {name: single_page_app(callback_urls=["https://shop.example/in"]) for name in ("web", "phone")}
    settings = profiles.standard(groups={"staff": Group()}, app_clients=clients)
    routes = {"GET /a": allow(signed_in=True, app_clients=["phone"])}
    template = _template(lambda stack: _access(stack, tmp_path, settings, routes=routes))
    assert _function(template)["Environment"]["Variables"]["APP_CLIENTS"]["Fn::Join"][1][0] == '{"phone":"'


def test_a_pool_that_is_elsewhere_with_a_client_that_is_elsewhere(tmp_path: Path) -> None:
    def build(stack: Stack) -> None:
        users = ExistingCognitoUserPool(
            stack, "Users", settings=ExistingUserPool(user_pool_id="eu-central-1_AbCdEfGhI")
        )
        AccessAuthorizer(
            stack,
            "Access",
            users=users,
            routes={"GET /a": allow(groups=["theirs"])},
            app_clients={"app": UserPoolClient.from_user_pool_client_id(stack, "App", "0123456789abcdef")},
            layers=[LayerVersion.from_layer_version_arn(stack, "Layer", LAYER)],
            cache=tmp_path,
        )

    variables = _function(_template(build))["Environment"]["Variables"]
    issuer = "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI"
    keys = f"{issuer}/.well-known/jwks.json"
    assert variables == {"APP_CLIENTS": '{"app":"0123456789abcdef"}', "ISSUER": issuer, "KEYS_URI": keys}


def test_what_can_never_let_anybody_in_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    stack = Stack(App(), "Stack")
    routes = {"GET /a": allow(groups=["nobody"]), "get /b": allow(scopes=["none/such"])}
    with pytest.raises(InvalidSettingsError) as refused:
        _access(stack, tmp_path, routes=routes)
    assert [finding.rule for finding in refused.value.findings] == ["access.group", "access.method", "access.scope"]
    assert stack.node.try_find_child("Access") is None
    assert list(tmp_path.iterdir()) == []


def test_a_key_of_the_settings_is_not_given_to_another_app_client(tmp_path: Path) -> None:
    stack = Stack(App(), "Stack")
    elsewhere = {"web": UserPoolClient.from_user_pool_client_id(stack, "App", "0123456789abcdef")}
    with pytest.raises(ValueError, match="app_clients: the settings have web already; choose another key"):
        _access(stack, tmp_path, app_clients=elsewhere)


def test_an_issuer_that_becomes_known_at_deploy_alone_is_refused(tmp_path: Path) -> None:
    stack = Stack(App(), "Stack")
    parameter = CfnParameter(stack, "Issuer").value_as_string
    with pytest.raises(InvalidSettingsError, match="issuer_type: must be known to name the issuer of tokens"):
        _access(stack, tmp_path, _settings(issuer_type=parameter))
    assert stack.node.try_find_child("Access") is None


def test_more_app_clients_than_a_function_can_be_told_are_refused(tmp_path: Path) -> None:
    stack = Stack(App(), "Stack")
    clients = {f"program{number:03}": machine_to_machine(scopes=["openid"]) for number in range(120)}
    users = ExistingCognitoUserPool(
        stack, "Users", settings=ExistingUserPool(user_pool_id="eu-central-1_AbCdEfGhI", app_clients=clients)
    )
    with pytest.raises(ValueError, match="app_clients: 120 are more than a function can be told"):
        AccessAuthorizer(stack, "Access", users=users, routes={"GET /a": allow(signed_in=True)}, cache=tmp_path)
