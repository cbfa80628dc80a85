"""An API of a shop, as a REST API and as an HTTP API: who is let in is said by route, and the tokens prove it."""

from typing import Any

from aws_cdk import CfnOutput, RemovalPolicy, Stack
from aws_cdk.aws_apigateway import LambdaIntegration, RestApi
from aws_cdk.aws_apigatewayv2 import HttpApi, HttpMethod
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from aws_cdk.aws_lambda import Architecture, Code, Function, Runtime
from aws_cdk.aws_logs import LogGroup, RetentionDays
from constructs import Construct

from constructs_lib import (
    Group,
    PrefixDomain,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    allow,
    machine_to_machine,
    profiles,
    single_page_app,
)
from constructs_lib.cdk import AccessAuthorizer, CognitoUserPool
from stacks.outputs import add_outputs

ROUTES = {
    "GET /admin": allow(groups=["administrators"]),
    "GET /me": allow(signed_in=True, token="id", app_clients=["web"]),
    "GET /orders/{id}": allow(groups=["administrators", "packers"]),
    "POST /orders": allow(scopes=["orders/write"]),
}
UNDECLARED = "GET /forgotten"
"""A route that the APIs have and nobody has said anything about."""

ACKNOWLEDGED = {"email.daily-limit": "an example: 50 mails a day are plenty"}

_ANSWER = """
import json

def handle(event, context):
    told = event["requestContext"]["authorizer"]
    return {"statusCode": 200, "body": json.dumps(told.get("lambda", told))}
"""


class ProtectedApiStack(Stack):
    """A pool, an authorizer, and two APIs with the same routes.

    Args:
        scope: The app.
        construct_id: The stack's id.
        architecture: What the functions run on. Default: ``ARM_64``.
        runtime: The authorizer's Python. Default: ``PYTHON_3_13``.
        endpoint: Beneath which address the pool's keys are. Default: where Cognito publishes them.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        architecture: Architecture = Architecture.ARM_64,
        runtime: Runtime = Runtime.PYTHON_3_13,
        endpoint: str | None = None,
    ) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(self, "Users", settings=staff_and_programs(), acknowledge=ACKNOWLEDGED)
        add_outputs(self, users)
        access = AccessAuthorizer(
            self,
            "Access",
            users=users,
            routes=ROUTES,
            keys_uri=endpoint and f"{endpoint}/{users.user_pool.user_pool_id}/.well-known/jwks.json",
            architecture=architecture,
            runtime=runtime,
        )
        orders = Function(
            self,
            "Orders",
            code=Code.from_inline(_ANSWER),
            handler="index.handle",
            runtime=Runtime.PYTHON_3_13,
            architecture=architecture,
            log_group=LogGroup(self, "Log", retention=RetentionDays.ONE_WEEK, removal_policy=RemovalPolicy.DESTROY),
        )
        CfnOutput(self, "RestApiId", value=self._rest_api(orders, access).rest_api_id)
        CfnOutput(self, "HttpApiId", value=self._http_api(orders, access).http_api_id)

    def _rest_api(self, orders: Function, access: AccessAuthorizer) -> RestApi:
        api, authorizer = RestApi(self, "RestApi", cloud_watch_role=False), access.for_rest_api()
        for method, path in _routes():
            resource = api.root.resource_for_path(path)
            resource.add_method(method, LambdaIntegration(orders), authorizer=authorizer)
        return api

    def _http_api(self, orders: Function, access: AccessAuthorizer) -> HttpApi:
        api, authorizer = HttpApi(self, "HttpApi"), access.for_http_api()
        integration: Any = HttpLambdaIntegration("Orders", orders)
        for method, path in _routes():
            api.add_routes(path=path, methods=[HttpMethod[method]], integration=integration, authorizer=authorizer)
        return api


def _routes() -> list[tuple[str, str]]:
    return [(method, path) for method, _, path in (route.partition(" ") for route in [*ROUTES, UNDECLARED])]


def staff_and_programs() -> UserPoolSettings:
    """Say who works at the shop, and which program writes orders."""
    return profiles.standard(
        name="shop-api",
        groups={"administrators": Group(), "packers": Group()},
        prefix_domain=PrefixDomain("shop-api"),
        resource_servers={
            "orders": ResourceServer("orders", scopes=[Scope("write", description="Place and change orders")])
        },
        app_clients={
            "web": single_page_app(callback_urls=["https://shop.example/in"]),
            "checkout": machine_to_machine(scopes=[ScopeOf("orders", "write")]),
        },
    )
