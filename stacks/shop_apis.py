"""A shop's APIs: a REST API, an HTTP API and a web site behind a load balancer accept the tokens of one pool."""

from aws_cdk import CfnOutput, Stack
from aws_cdk.aws_apigateway import LambdaIntegration, RestApi
from aws_cdk.aws_apigatewayv2 import HttpApi, HttpMethod
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from aws_cdk.aws_ec2 import SubnetConfiguration, SubnetType, Vpc
from aws_cdk.aws_elasticloadbalancingv2 import ApplicationLoadBalancer, ListenerAction, ListenerCertificate
from aws_cdk.aws_lambda import Architecture, Code, Function, Runtime
from constructs import Construct

from constructs_lib import (
    PrefixDomain,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    load_balancer,
    machine_to_machine,
    profiles,
    ses_email,
    single_page_app,
)
from constructs_lib.cdk import CognitoUserPool
from stacks.outputs import add_outputs

READ_ORDERS = ScopeOf("orders", "read")
CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/the-certificate-of-office.shop.example"
ANSWER = """
def handler(event, context):
    return {"statusCode": 200, "body": "2 orders"}
"""


class ShopApisStack(Stack):
    """Programs read orders by a scope, people see their own by being signed in, staff come by way of the site."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(self, "Users", settings=people_and_programs())
        orders = Function(
            self,
            "Orders",
            runtime=Runtime.PYTHON_3_13,
            architecture=Architecture.ARM_64,
            handler="index.handler",
            code=Code.from_inline(ANSWER),
        )
        rest = _rest_api(self, users, LambdaIntegration(orders))
        http = _http_api(self, users, HttpLambdaIntegration("Orders", orders))
        _site(self, users)
        add_outputs(self, users)
        CfnOutput(self, "RestApiId", value=rest.rest_api_id)
        CfnOutput(self, "HttpApiId", value=http.api_id)


def _rest_api(stack: Stack, users: CognitoUserPool, orders: LambdaIntegration) -> RestApi:
    api, authorizer = RestApi(stack, "RestApi"), users.rest_api_authorizer()
    all_orders, mine = api.root.add_resource("orders"), api.root.add_resource("mine")
    scopes = users.authorization_scopes(READ_ORDERS)
    all_orders.add_method("GET", orders, authorizer=authorizer, authorization_scopes=scopes)
    mine.add_method("GET", orders, authorizer=authorizer)
    return api


def _http_api(stack: Stack, users: CognitoUserPool, orders: HttpLambdaIntegration) -> HttpApi:
    api = HttpApi(stack, "HttpApi")
    api.add_routes(
        path="/orders",
        methods=[HttpMethod.GET],
        integration=orders,
        authorizer=users.http_api_authorizer("Anybody"),
        authorization_scopes=users.authorization_scopes(READ_ORDERS),
    )
    api.add_routes(
        path="/mine",
        methods=[HttpMethod.GET],
        integration=orders,
        authorizer=users.http_api_authorizer("People", app_clients=["web"]),
    )
    return api


def _site(stack: Stack, users: CognitoUserPool) -> None:
    public = SubnetConfiguration(name="public", subnet_type=SubnetType.PUBLIC)
    vpc = Vpc(
        stack,
        "Vpc",
        max_azs=2,
        nat_gateways=0,
        subnet_configuration=[public],
        restrict_default_security_group=False,  # a function would do it, and nothing here is in that group
    )
    balancer = ApplicationLoadBalancer(stack, "Site", vpc=vpc, internet_facing=True)
    balancer.add_listener(
        "Https",
        port=443,
        certificates=[ListenerCertificate.from_arn(CERTIFICATE)],
        default_action=users.load_balancer_action("office", next=ListenerAction.fixed_response(200)),
    )


def people_and_programs() -> UserPoolSettings:
    """Say who calls: customers in the browser, the office's site, and a program that reads orders."""
    return profiles.standard(
        name="shop-apis",
        email=ses_email(from_address="The Shop <no-reply@shop.example>", identity="shop.example"),
        prefix_domain=PrefixDomain("shop-apis"),
        resource_servers={"orders": ResourceServer("orders", scopes=[Scope("read", description="Read orders")])},
        app_clients={
            "web": single_page_app(callback_urls=["https://shop.example/signed-in"]),
            "office": load_balancer(hosts=["office.shop.example"]),
            "reports": machine_to_machine(scopes=[READ_ORDERS]),
        },
    )
