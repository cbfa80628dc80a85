"""Rules about what accepts a pool's tokens."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources, get_att
from constructs_lib.resources.values import Json
from tests.rules.case import UNKNOWN, Case, pool

ITS_ARN = get_att("Pool", "Arn")
ORIGINAL, UPDATED = "https://cognito-idp.", "https://issuer-cognito-idp."


def issued(kind: Any = "UPDATED") -> Resources:
    return pool(IssuerConfiguration={"Type": kind})


def rest_authorizer(arn: Json = ITS_ARN) -> Resources:
    properties = {"Type": "COGNITO_USER_POOLS", "Name": "users", "RestApiId": "a1", "ProviderARNs": [arn]}
    return {"Authorizer": {"Type": "AWS::ApiGateway::Authorizer", "Properties": properties}}


def listener(kind: str, actions: str, arn: Json = ITS_ARN) -> Resources:
    action = {"Type": "authenticate-cognito", "Order": 1, "AuthenticateCognitoConfig": {"UserPoolArn": arn}}
    return {"Site": {"Type": f"AWS::ElasticLoadBalancingV2::{kind}", "Properties": {actions: [action]}}}


def http_authorizer(issuer: Json) -> Resources:
    properties = {"ApiId": "a1", "AuthorizerType": "JWT", "Name": "users", "JwtConfiguration": {"Issuer": issuer}}
    return {"Authorizer": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": properties}}


def joined(host: str) -> Json:
    return {"Fn::Join": ["", [host, {"Ref": "AWS::Region"}, ".amazonaws.com/", {"Ref": "Pool"}]]}


UPDATED_SAYS = """\
Pool.IssuerConfiguration.Type: is not for Cognito authorizers of REST APIs nor for load balancers, as AWS says: {by}, \
got 'UPDATED'
   allowed: ORIGINAL
   fix: keep ORIGINAL, authorize by an HTTP API or a function, or acknowledge this if you have seen it work
   [authorizer.updated-issuer] \
https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html#user-pool-oidc-issuer"""

CASES = [
    Case(
        rule="authorizer.updated-issuer",
        fails=issued() | rest_authorizer(),
        says=UPDATED_SAYS.format(by="Authorizer"),
        passes=issued("ORIGINAL") | rest_authorizer(),
        silent=issued(UNKNOWN) | rest_authorizer(),
    ),
    Case(
        rule="authorizer.updated-issuer",
        fails=issued() | listener("Listener", "DefaultActions"),
        says=UPDATED_SAYS.format(by="Site"),
        passes=pool() | listener("Listener", "DefaultActions"),
        silent=issued() | listener("Listener", "DefaultActions", UNKNOWN),
    ),
    Case(
        rule="authorizer.updated-issuer",
        fails=issued() | listener("ListenerRule", "Actions"),
        says=UPDATED_SAYS.format(by="Site"),
        passes=issued() | http_authorizer(joined(UPDATED)),
        silent=issued() | {"Site": {"Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": UNKNOWN}},
    ),
    Case(
        rule="authorizer.other-issuer",
        fails=issued() | http_authorizer(joined(ORIGINAL)),
        says="""\
Pool.IssuerConfiguration.Type: gives tokens another issuer than Authorizer accepts, got 'UPDATED'
   allowed: ORIGINAL, or an authorizer that names the issuer https://issuer-cognito-idp.…
   fix: correct the issuer of Authorizer; in a CDK app, make it by http_api_authorizer()
   [authorizer.other-issuer] \
https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html""",
        passes=issued() | http_authorizer(joined(UPDATED)),
        silent=issued(UNKNOWN) | http_authorizer(joined(ORIGINAL)),
    ),
    Case(
        rule="authorizer.other-issuer",
        fails=pool() | http_authorizer({"Fn::Sub": UPDATED + "${AWS::Region}.amazonaws.com/${Pool}"}),
        says="""\
Pool.IssuerConfiguration.Type: gives tokens another issuer than Authorizer accepts
   allowed: UPDATED, or an authorizer that names the issuer https://cognito-idp.…
   fix: correct the issuer of Authorizer; in a CDK app, make it by http_api_authorizer()
   [authorizer.other-issuer] \
https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html""",
        passes=pool() | http_authorizer({"Fn::Sub": ORIGINAL + "${AWS::Region}.amazonaws.com/${Pool}"}),
        silent=pool() | http_authorizer(get_att("Pool", "ProviderURL")),
    ),
]


@pytest.mark.parametrize("issuer", [joined(ORIGINAL), {"Fn::Sub": [ORIGINAL + "eu-west-1.amazonaws.com/${Pool}", {}]}])
def test_the_original_issuer_is_what_is_there_if_nothing_is_said(issuer: Json) -> None:
    case = CASES[3]
    assert case.messages(pool() | http_authorizer(issuer)) == []
    assert case.messages(issued("ORIGINAL") | http_authorizer(issuer)) == []
    assert len(case.messages(issued() | http_authorizer(issuer))) == 1


def test_what_cannot_be_read_says_nothing_of_what_comes_after_it() -> None:
    listener_ = {"Type": "AWS::ElasticLoadBalancingV2::Listener", "Properties": {"DefaultActions": UNKNOWN}}
    unread = {
        "A": listener_,
        "B": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {"JwtConfiguration": UNKNOWN}},
    }
    assert len(CASES[0].messages(issued() | unread | rest_authorizer())) == 1
    assert len(CASES[3].messages(issued() | unread | http_authorizer(joined(ORIGINAL)))) == 1


@pytest.mark.parametrize("issuer", [f"{ORIGINAL}eu-west-1.amazonaws.com/eu-west-1_Other", UNKNOWN, None, 5])
def test_the_issuer_of_another_pool_says_nothing_of_this_one(issuer: Json) -> None:
    assert CASES[3].messages(issued() | http_authorizer(issuer)) == []
