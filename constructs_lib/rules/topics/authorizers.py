"""What accepts a pool's tokens, where it is in the template: whether it takes those of the pool's issuer.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
"""

from collections.abc import Iterator
from contextlib import suppress

from constructs_lib.resources.issuers import HOSTS, host_of
from constructs_lib.resources.model import USER_POOL
from constructs_lib.resources.references import references
from constructs_lib.resources.values import Json
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

UPDATED_ISSUER = "authorizer.updated-issuer"
UPDATED_ISSUER_SOURCE = GUIDE + "federation-endpoints.html#user-pool-oidc-issuer"

_HTTP_AUTHORIZER = "AWS::ApiGatewayV2::Authorizer"
_REST_AUTHORIZER = "AWS::ApiGateway::Authorizer"
_LISTENERS = {
    "AWS::ElasticLoadBalancingV2::Listener": "DefaultActions",
    "AWS::ElasticLoadBalancingV2::ListenerRule": "Actions",
}
_TYPE = "IssuerConfiguration.Type"


def updated_issuer_problem(pool: View, accepting: str = "") -> Problem:
    """Tell of the updated issuer where Cognito's guide says that it is not accepted."""
    by = f": {accepting}" if accepting else ""
    return pool.problem(
        _TYPE,
        f"is not for Cognito authorizers of REST APIs nor for load balancers, as AWS says{by}",
        got="UPDATED",
        allowed="ORIGINAL",
        fix="keep ORIGINAL, authorize by an HTTP API or a function, or acknowledge this if you have seen it work",
    )


@rule(
    UPDATED_ISSUER,
    USER_POOL,
    severity="warning",
    why="these may refuse every token of the pool",
    evidence="developer guide",
    source=UPDATED_ISSUER_SOURCE,
)
def updated_issuer(pool: View) -> Iterator[Problem]:
    """Warn of the updated issuer beside a Cognito authorizer of a REST API, or a load balancer that asks the pool."""
    if pool.text(_TYPE) == "UPDATED":
        for view in pool.neighbours.views.values():
            with suppress(DoesNotApply):  # one of them says nothing of the next
                if pool.key in references(_asked_pools(view)):
                    yield updated_issuer_problem(pool, view.key)


def _asked_pools(view: View) -> list[Json]:
    """Give what a resource says of the pools that it asks."""
    if view.type == _REST_AUTHORIZER:
        return [view.get("ProviderARNs")]
    if view.type in _LISTENERS:
        return [action.get("AuthenticateCognitoConfig.UserPoolArn") for action in view.objects(_LISTENERS[view.type])]
    return []


@rule(
    "authorizer.other-issuer",
    USER_POOL,
    severity="warning",
    why="an HTTP API compares the issuer of tokens with its authorizer's to the letter, and refuses all others",
    evidence="developer guide",
    source="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html",
)
def other_issuer(pool: View) -> Iterator[Problem]:
    """Warn of an HTTP API's authorizer that names the issuer which the pool does not have."""
    said = pool.text(_TYPE)
    for view in pool.neighbours.views.values():
        named = _named_issuer(view, pool.key) if view.type == _HTTP_AUTHORIZER else None
        if named is not None and named != (said or "ORIGINAL"):
            yield pool.problem(
                _TYPE,
                f"gives tokens another issuer than {view.key} accepts",
                got=said,
                allowed=f"{named}, or an authorizer that names the issuer https://{host_of(said)}.…",
                fix=f"correct the issuer of {view.key}; in a CDK app, make it by http_api_authorizer()",
            )


def _named_issuer(authorizer: View, pool: str) -> str | None:
    """Tell which of a pool's issuers an authorizer accepts, if it is one of them for certain."""
    with suppress(DoesNotApply):
        issuer = authorizer.get("JwtConfiguration.Issuer")
        if pool in references(issuer):
            host = _beginning(issuer).removeprefix("https://").partition(".")[0]
            return next((kind for kind, known in HOSTS.items() if known == host), None)
    return None


def _beginning(issuer: Json) -> str:
    """Give the first text of a value that is put together."""
    match issuer:
        case {"Fn::Join": ["", [str(text), *_]]} | {"Fn::Sub": str(text)} | {"Fn::Sub": [str(text), *_]}:
            return text
    return ""
