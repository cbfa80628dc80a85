"""An authorizer for each kind of API in one call: it accepts this pool's tokens, and what can never work is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsii
import pytest
from aws_cdk import App, Aspects, Duration, IAspect, Stack, aws_apigateway, aws_apigatewayv2, aws_appsync
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_elasticloadbalancingv2 as elb
from aws_cdk.assertions import Annotations, Match, Template
from aws_cdk.aws_apigatewayv2_integrations import HttpUrlIntegration
from aws_cdk.aws_cognito import CfnUserPool, UserPoolClient, UserPoolDomain
from constructs import IConstruct

from constructs_lib import (
    ExistingUserPool,
    InvalidSettingsError,
    PrefixDomain,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    Verbatim,
    load_balancer,
    machine_to_machine,
    profiles,
    single_page_app,
)
from constructs_lib.cdk import CognitoUserPool, ExistingCognitoUserPool
from tests.cdk.synth import ids_of, properties_of, template_of

POOL = {"Ref": "PoolD3F588B8"}
SCHEMA = str(Path(__file__).parent.parent.parent / "stacks" / "assets" / "user-data.graphql")


def _settings(**more: Any) -> UserPoolSettings:
    said: dict[str, Any] = {
        "prefix_domain": PrefixDomain("shop"),
        "resource_servers": {"orders": ResourceServer("orders", scopes=[Scope("read", description="Read orders")])},
        "app_clients": {
            "web": single_page_app(callback_urls=["https://shop.example/in"]),
            "alb": load_balancer(hosts=["app.shop.example"]),
            "reports": machine_to_machine(scopes=[ScopeOf("orders", "read")]),
        },
    }
    return profiles.standard(**{**said, **more})


def _users(stack: Stack, **more: Any) -> CognitoUserPool:
    return CognitoUserPool(stack, "Pool", settings=_settings(**more))


def _partner(stack: Stack, **more: Any) -> ExistingCognitoUserPool:
    said: dict[str, Any] = {"app_clients": {"alb": load_balancer(hosts=["app.partner.example"])}}
    settings = ExistingUserPool(user_pool_id="eu-central-1_AbCdEfGhI", **said)
    return ExistingCognitoUserPool(stack, "Partner", settings=settings, **more)


def _rest_api(users: CognitoUserPool, **more: Any) -> None:
    api = aws_apigateway.RestApi(users, "RestApi")
    api.root.add_method("GET", authorizer=users.rest_api_authorizer(), **more)


def _http_api(stack: Stack, users: CognitoUserPool | ExistingCognitoUserPool, **more: Any) -> None:
    scopes = more.pop("scopes", None)
    aws_apigatewayv2.HttpApi(stack, "Api").add_routes(
        path="/orders",
        integration=HttpUrlIntegration("Orders", "https://orders.shop.example"),
        authorizer=users.http_api_authorizer(**more),
        authorization_scopes=scopes,
    )


def _client(template: Template, key: str) -> dict[str, str]:
    [found] = [name for name in ids_of(template, "AWS::Cognito::UserPoolClient") if f"AppClient{key}" in name]
    return {"Ref": found}


def _refused(call: Callable[[CognitoUserPool], Any], **more: Any) -> list[str]:
    """Tell what a call is refused for, and see to it that it makes nothing."""
    users = _users(Stack(App(), "Stack"), **more)
    before = [child.node.path for child in users.node.find_all()]
    with pytest.raises(InvalidSettingsError) as caught:
        call(users)
    assert [child.node.path for child in users.node.find_all()] == before
    return [finding.path for finding in caught.value.findings]


# --- REST APIs ---


def test_a_rest_api_asks_the_pool() -> None:
    def build(stack: Stack) -> None:
        users = _users(stack)
        _rest_api(users, authorization_scopes=users.authorization_scopes(ScopeOf("orders", "read")))

    template = template_of(build)
    authorizer = properties_of(template, "AWS::ApiGateway::Authorizer")
    assert authorizer["Type"] == "COGNITO_USER_POOLS"
    assert authorizer["IdentitySource"] == "method.request.header.Authorization"
    [arn] = authorizer["ProviderARNs"]
    assert arn["Fn::Join"][1][-2:] == [":userpool/", POOL]
    [server] = ids_of(template, "AWS::Cognito::UserPoolResourceServer")
    method = properties_of(template, "AWS::ApiGateway::Method")
    assert method["AuthorizationScopes"] == [{"Fn::Join": ["", [{"Ref": server}, "/read"]]}]


def test_each_rest_api_has_an_authorizer_of_its_own() -> None:
    def build(stack: Stack) -> None:
        users = _users(stack)
        for name in ("One", "Two"):
            api = aws_apigateway.RestApi(stack, name)
            api.root.add_method("GET", authorizer=users.rest_api_authorizer(f"{name}Authorizer"))

    template_of(build).resource_count_is("AWS::ApiGateway::Authorizer", 2)


def test_every_method_of_a_rest_api_may_ask_the_pool_but_for_preflights() -> None:
    def build(stack: Stack) -> None:
        users = _users(stack)
        scopes = users.authorization_scopes("orders/read")
        every = aws_apigateway.MethodOptions(authorizer=users.rest_api_authorizer(), authorization_scopes=scopes)
        cors = aws_apigateway.CorsOptions(allow_origins=["https://shop.example"])
        api = aws_apigateway.RestApi(stack, "Api", default_method_options=every, default_cors_preflight_options=cors)
        orders = api.root.add_resource("orders")
        orders.add_method("GET")
        orders.add_method("POST")

    found = [each["Properties"] for each in template_of(build).find_resources("AWS::ApiGateway::Method").values()]
    asked = {each["HttpMethod"]: (each["AuthorizationType"], each.get("AuthorizationScopes")) for each in found}
    by_scope = ("COGNITO_USER_POOLS", ["orders/read"])
    assert asked == {"OPTIONS": ("NONE", None), "GET": by_scope, "POST": by_scope}


# --- HTTP APIs ---


def test_an_http_api_takes_tokens_of_this_issuer_for_these_clients() -> None:
    template = template_of(lambda stack: _http_api(stack, _users(stack), app_clients=["web", "reports"]))
    assert properties_of(template, "AWS::ApiGatewayV2::Authorizer")["JwtConfiguration"] == {
        "Audience": [_client(template, "web"), _client(template, "reports")],
        "Issuer": {"Fn::Join": ["", ["https://cognito-idp.", {"Ref": "AWS::Region"}, ".amazonaws.com/", POOL]]},
    }


def test_all_clients_of_the_settings_are_let_in_unless_some_are_named() -> None:
    template = template_of(lambda stack: _http_api(stack, _users(stack)))
    audience = properties_of(template, "AWS::ApiGatewayV2::Authorizer")["JwtConfiguration"]["Audience"]
    assert audience == [_client(template, key) for key in ("web", "alb", "reports")]


def test_a_client_that_is_made_elsewhere_is_handed_in() -> None:
    def build(stack: Stack) -> None:
        other = UserPoolClient.from_user_pool_client_id(stack, "Other", "1example23456789")
        _http_api(stack, _partner(stack), app_clients=["alb", other])

    template = template_of(build)
    audience = properties_of(template, "AWS::ApiGatewayV2::Authorizer")["JwtConfiguration"]["Audience"]
    assert audience == [_client(template, "alb"), "1example23456789"]


def _issuer(build: Callable[[Stack], Any]) -> str:
    """Give the issuer; of one that is put together, what is known of it."""
    issuer = properties_of(template_of(build), "AWS::ApiGatewayV2::Authorizer")["JwtConfiguration"]["Issuer"]
    if isinstance(issuer, str):
        return issuer
    return "".join(part for part in issuer["Fn::Join"][1] if isinstance(part, str))


def test_the_issuer_follows_the_setting() -> None:
    assert _issuer(lambda stack: _http_api(stack, _users(stack, issuer_type="UPDATED"))) == (
        "https://issuer-cognito-idp..amazonaws.com/"
    )
    assert _issuer(lambda stack: _http_api(stack, _users(stack, issuer_type="ORIGINAL"))) == (
        "https://cognito-idp..amazonaws.com/"
    )


def test_the_issuer_follows_what_the_l1_says_in_the_end() -> None:
    def build(stack: Stack) -> None:
        users = _users(stack)
        _http_api(stack, users)
        users.cfn_user_pool.issuer_configuration = CfnUserPool.IssuerConfigurationProperty(type="UPDATED")

    assert _issuer(build) == "https://issuer-cognito-idp..amazonaws.com/"


def test_the_issuer_follows_a_property_override() -> None:
    def build(stack: Stack) -> None:
        users = _users(stack)
        _http_api(stack, users)
        users.cfn_user_pool.add_property_override("IssuerConfiguration.Type", "UPDATED")

    assert _issuer(build) == "https://issuer-cognito-idp..amazonaws.com/"


def test_the_issuer_follows_an_aspect() -> None:
    @jsii.implements(IAspect)
    class Updated:
        def visit(self, node: IConstruct) -> None:
            if isinstance(node, CfnUserPool):
                node.issuer_configuration = CfnUserPool.IssuerConfigurationProperty(type="UPDATED")

    def build(stack: Stack) -> None:
        _http_api(stack, _users(stack))
        Aspects.of(stack).add(Updated())

    assert _issuer(build) == "https://issuer-cognito-idp..amazonaws.com/"


def test_an_existing_pool_has_the_issuer_of_its_own_region_and_of_what_it_is_said_to_have() -> None:
    path = "eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI"
    assert _issuer(lambda stack: _http_api(stack, _partner(stack))) == f"https://cognito-idp.{path}"
    updated = _issuer(lambda stack: _http_api(stack, _partner(stack, issuer_type="UPDATED")))
    assert updated == f"https://issuer-cognito-idp.{path}"


def test_two_routes_share_an_authorizer_and_two_apis_do_not() -> None:
    def build(stack: Stack) -> None:
        users = _users(stack)
        for name in ("One", "Two"):
            authorizer, api = users.http_api_authorizer(), aws_apigatewayv2.HttpApi(stack, name)
            for path in ("/orders", "/stock"):
                target = HttpUrlIntegration("Target", f"https://shop.example{path}")
                api.add_routes(path=path, integration=target, authorizer=authorizer)

    template_of(build).resource_count_is("AWS::ApiGatewayV2::Authorizer", 2)


def test_what_no_http_api_can_accept_is_refused_before_anything_is_made() -> None:
    assert _refused(lambda users: users.http_api_authorizer(app_clients=["wbe", "web", "alp"])) == [
        "app_clients[0]",
        "app_clients[2]",
    ]
    issuer = Verbatim({"Fn::If": ["IsNew", "UPDATED", "ORIGINAL"]})
    assert _refused(lambda users: users.http_api_authorizer(), issuer_type=issuer) == ["issuer_type"]


# --- AppSync ---


def _app_sync(stack: Stack, **more: Any) -> Template:
    mode = _users(stack).app_sync_authorization(**more)
    aws_appsync.GraphqlApi(
        stack,
        "Api",
        name="orders",
        definition=aws_appsync.Definition.from_file(SCHEMA),
        authorization_config=aws_appsync.AuthorizationConfig(default_authorization=mode),
    )
    return Template.from_stack(stack)


def test_app_sync_takes_tokens_of_the_pool() -> None:
    api = properties_of(_app_sync(Stack(App(), "Stack")), "AWS::AppSync::GraphQLApi")
    assert api["AuthenticationType"] == "AMAZON_COGNITO_USER_POOLS"
    config = {"AwsRegion": {"Ref": "AWS::Region"}, "DefaultAction": "ALLOW", "UserPoolId": POOL}
    assert api["UserPoolConfig"] == config


def test_app_sync_takes_tokens_of_some_app_clients_alone() -> None:
    template = _app_sync(Stack(App(), "Stack"), app_clients=["web", "alb"], default_action="DENY")
    config = properties_of(template, "AWS::AppSync::GraphQLApi")["UserPoolConfig"]
    ids = ["^(", _client(template, "web"), "|", _client(template, "alb"), ")$"]
    assert config["AppIdClientRegex"] == {"Fn::Join": ["", ids]}
    assert config["DefaultAction"] == "DENY"


def test_app_sync_for_no_app_client_is_refused() -> None:
    assert _refused(lambda users: users.app_sync_authorization(app_clients=[])) == ["app_clients"]
    assert _refused(lambda users: users.app_sync_authorization(app_clients=["wbe"])) == ["app_clients[0]"]


# --- load balancers ---

_DONE = elb.ListenerAction.fixed_response(200)


def _listener(stack: Stack, action: elb.ListenerAction) -> None:
    vpc = ec2.Vpc.from_vpc_attributes(
        stack, "Vpc", vpc_id="vpc-1", availability_zones=["a", "b"], public_subnet_ids=["subnet-1", "subnet-2"]
    )
    balancer = elb.ApplicationLoadBalancer(stack, "Balancer", vpc=vpc, internet_facing=True)
    certificate = elb.ListenerCertificate.from_arn("arn:aws:acm:eu-central-1:111122223333:certificate/1")
    balancer.add_listener("Https", port=443, certificates=[certificate], default_action=action)


def _authenticates(template: Template) -> dict[str, Any]:
    first, *_ = properties_of(template, "AWS::ElasticLoadBalancingV2::Listener")["DefaultActions"]
    config: dict[str, Any] = first["AuthenticateCognitoConfig"]
    return config


def test_a_load_balancer_signs_people_in_by_the_pools_client_and_domain() -> None:
    def build(stack: Stack) -> None:
        action = _users(stack).load_balancer_action("alb", next=_DONE, session_timeout=Duration.hours(8))
        _listener(stack, action)

    template = template_of(build)
    [domain] = ids_of(template, "AWS::Cognito::UserPoolDomain")
    config = _authenticates(template)
    assert config.pop("UserPoolArn")["Fn::Join"][1][-2:] == [":userpool/", POOL]
    assert config == {
        "Scope": "openid",
        "SessionTimeout": "28800",
        "UserPoolClientId": _client(template, "alb"),
        "UserPoolDomain": {"Ref": domain},
    }


def test_a_domain_that_is_made_elsewhere_is_handed_in() -> None:
    def build(stack: Stack) -> None:
        domain = UserPoolDomain.from_domain_name(stack, "Domain", "login.shop.example")
        _listener(stack, _partner(stack).load_balancer_action("alb", next=_DONE, domain=domain))

    assert _authenticates(template_of(build))["UserPoolDomain"] == "login.shop.example"


def test_what_no_load_balancer_can_use_is_refused_before_anything_is_made() -> None:
    assert _refused(lambda users: users.load_balancer_action("web", next=_DONE), prefix_domain=None) == [
        'app_clients["web"].generate_secret',
        'app_clients["web"].callback_urls',
        "domain",
    ]


# --- scopes ---


def test_scopes_of_the_settings_and_standard_ones_are_given_as_routes_take_them() -> None:
    def build(stack: Stack) -> None:
        users = _users(stack)
        _http_api(stack, users, scopes=users.authorization_scopes("openid", "orders/read", ScopeOf("orders", "read")))

    template = template_of(build)
    [server] = ids_of(template, "AWS::Cognito::UserPoolResourceServer")
    scopes = properties_of(template, "AWS::ApiGatewayV2::Route")["AuthorizationScopes"]
    assert scopes == ["openid", "orders/read", {"Fn::Join": ["", [{"Ref": server}, "/read"]]}]


def test_a_scope_that_no_resource_server_has_is_refused() -> None:
    scopes = ("orders/write", "orders/read", ScopeOf("stock", "read"))
    assert _refused(lambda users: users.authorization_scopes(*scopes)) == [
        "authorization_scopes[0]",
        "authorization_scopes[2]",
    ]


# --- the updated issuer ---


def _warnings(stack: Stack) -> list[str]:
    found = Annotations.from_stack(stack).find_warning("*", Match.string_like_regexp("for Cognito authorizers"))
    return [str(warning.entry.data) for warning in found]


@pytest.mark.parametrize(
    "call",
    [
        lambda users: _rest_api(users),
        lambda users: users.load_balancer_action("alb", next=_DONE),
    ],
    ids=["REST API", "load balancer"],
)
def test_who_does_not_take_the_updated_issuer_is_warned_of(call: Callable[[CognitoUserPool], Any]) -> None:
    stack = Stack(App(), "Stack")
    call(_users(stack, issuer_type="UPDATED"))
    assert _warnings(stack) == [
        "issuer_type: is not for Cognito authorizers of REST APIs nor for load balancers, as AWS says, got 'UPDATED'\n"
        "   allowed: ORIGINAL\n"
        "   fix: keep ORIGINAL, authorize by an HTTP API or a function, or acknowledge this if you have seen it work\n"
        "   [authorizer.updated-issuer] https://docs.aws.amazon.com/cognito/latest/developerguide/"
        "federation-endpoints.html#user-pool-oidc-issuer [ack: Annotation::authorizer.updated-issuer]"
    ]


def test_an_existing_pool_with_the_updated_issuer_is_warned_of_too() -> None:
    stack = Stack(App(), "Stack")
    users = _partner(stack, issuer_type="UPDATED")
    domain = UserPoolDomain.from_domain_name(stack, "Domain", "login.shop.example")
    users.load_balancer_action("alb", next=_DONE, domain=domain)
    assert len(_warnings(stack)) == 1


def test_an_issuer_and_an_action_that_there_are_not_are_refused_in_a_sentence() -> None:
    stack = Stack(App(), "Stack")
    with pytest.raises(ValueError, match=r"^issuer_type: must be ORIGINAL or UPDATED, got 'updated'$"):
        _partner(stack, issuer_type="updated")
    with pytest.raises(ValueError, match=r"^default_action: must be ALLOW or DENY, got 'allow'$"):
        _users(stack).app_sync_authorization(default_action="allow")  # type: ignore[arg-type]


def test_the_warning_is_acknowledged_by_its_id() -> None:
    stack = Stack(App(), "Stack")
    reasons = {"authorizer.updated-issuer": "seen to work on the first of November"}
    users = CognitoUserPool(stack, "Pool", settings=_settings(issuer_type="UPDATED"), acknowledge=reasons)
    _rest_api(users)
    assert _warnings(stack) == []


def test_an_http_api_and_the_original_issuer_give_no_warning() -> None:
    stack = Stack(App(), "Stack")
    _http_api(stack, _users(stack, issuer_type="UPDATED"))
    _rest_api(CognitoUserPool(stack, "Other", settings=_settings(prefix_domain=None)))
    assert _warnings(stack) == []
