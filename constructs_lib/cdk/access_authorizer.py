"""The construct: an authorizer of API Gateway's that lets people in by their groups and programs by their scopes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

from aws_cdk import Duration, Stack
from aws_cdk.aws_cognito import CfnUserPoolClient, IUserPoolClient
from constructs import Construct

from constructs_lib.authorizing import Allow, judge_routes, known_of
from constructs_lib.authorizing.declarations import as_json
from constructs_lib.cdk.bundling import python_code
from constructs_lib.cdk.existing_user_pool import ExistingCognitoUserPool
from constructs_lib.cdk.user_pool import CognitoUserPool
from constructs_lib.checking import refuse_errors

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk.aws_apigateway import RequestAuthorizer
    from aws_cdk.aws_apigatewayv2_authorizers import HttpLambdaAuthorizer
    from aws_cdk.aws_lambda import Architecture, Code, Function, ILayerVersion, Runtime

_SOURCE = Path(__file__).parent.parent / "functions" / "authorizer"
_MOST = 3800  # bytes: all variables of a function have 4 KB together, and the issuer is among them


class AccessAuthorizer(Construct):
    """An authorizer for REST and HTTP APIs: each route says who may call it, and nobody else may.

    A request without a token, or with one that is forged, expired, another pool's, another app client's or of the other
    kind, gets 401; somebody without the groups or scopes gets 403, and so does everybody on a route that is not
    declared. Where the pool's keys cannot be had, nobody gets in.

    The answer to one request is remembered for no other: API Gateway would let a remembered one through on every route
    that it fits, and people out of a group stay in until it is forgotten. Each request therefore asks the function,
    which keeps the pool's keys in memory and decides in well under a millisecond.

    Args:
        scope: The construct around it.
        construct_id: Its id.
        users: The pool whose tokens count.
        routes: Who may call which route, by `allow`: ``{"GET /orders/{id}": allow(groups=["staff"])}``. Routes are
            written as the API has them, with a method or ``ANY``; a method by itself goes before ``ANY``. ``$default``
            is that of an HTTP API. Can be changed.
        app_clients: App clients that are made elsewhere, by keys of your own. Default: those of the settings alone.
        keys_uri: Where the pool's keys are. Default: ``/.well-known/jwks.json`` beneath the issuer.
        layers: Layers that have PyJWT with cryptography, for the architecture and the runtime. Default: the packages,
            pinned by their hashes, are put into the code; they are installed once, without Docker.
        architecture: What the function runs on. Default: ``ARM_64``.
        runtime: Its Python, 3.10 or newer. Default: ``PYTHON_3_13``.
        cache: Where packages are kept. Default: ``.functions`` in the folder that the app is run in.

    Raises:
        InvalidSettingsError: Declarations that can never let anybody in, or an issuer that becomes known only when it
            is deployed, before any resource is made.
        BundlingError: The packages cannot be had.
        ValueError: The keys do not come by HTTPS; a key is given twice; or there are more app
            clients than a function can be told.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        users: CognitoUserPool | ExistingCognitoUserPool,
        routes: Mapping[str, Allow],
        app_clients: Mapping[str, IUserPoolClient] | None = None,
        keys_uri: str | None = None,
        layers: Sequence[ILayerVersion] = (),
        architecture: Architecture | None = None,
        runtime: Runtime | None = None,
        cache: Path | None = None,
    ) -> None:
        made, handed_in = users.cfn_app_clients, app_clients or {}
        _require(keys_uri, made, handed_in)
        known = known_of(users.rendered, [*made, *handed_in])
        refuse_errors([*users.known_issuer(), *judge_routes(routes, known, construct_id)])
        declared = as_json(routes, [*made, *handed_in])
        ids = _ids({key for said in declared.values() for key in said["clients"]}, made, handed_in)
        code = python_code(
            _SOURCE,
            None if layers else _SOURCE / "requirements.txt",
            architecture,
            runtime=runtime,
            cache=cache,
            more={"authorizer/routes.json": json.dumps(declared, sort_keys=True)},
        )
        super().__init__(scope, construct_id)
        self._environment = {
            "APP_CLIENTS": Stack.of(self).to_json_string(ids),
            "ISSUER": users.issuer_url,
            "KEYS_URI": keys_uri or f"{users.issuer_url}/.well-known/jwks.json",
        }
        self.function: Function = self._function(code, layers, architecture, runtime)
        """The function, for alarms and for what else it may need."""

    def for_rest_api(self, construct_id: str = "RestApi") -> RequestAuthorizer:
        """Give the authorizer of one REST API, for its methods: ``AWS::ApiGateway::Authorizer`` of the type REQUEST.

        An authorizer of the type TOKEN is not told which route API Gateway has chosen, so there is none.
        https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html

        Args:
            construct_id: Its id; another REST API needs another one.
        """
        from aws_cdk.aws_apigateway import IdentitySource, RequestAuthorizer

        return RequestAuthorizer(
            self,
            construct_id,
            handler=self.function,
            identity_sources=[IdentitySource.header("Authorization")],
            results_cache_ttl=Duration.seconds(0),
        )

    def for_http_api(self, construct_id: str = "HttpApi") -> HttpLambdaAuthorizer:
        """Give the authorizer of one HTTP API, for its routes: ``AWS::ApiGatewayV2::Authorizer`` with simple responses.

        https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html

        Args:
            construct_id: Its id beneath the API.
        """
        from aws_cdk.aws_apigatewayv2_authorizers import HttpLambdaAuthorizer, HttpLambdaResponseType

        return HttpLambdaAuthorizer(
            construct_id,
            self.function,
            identity_source=["$request.header.Authorization"],
            response_types=[HttpLambdaResponseType.SIMPLE],
            results_cache_ttl=Duration.seconds(0),
        )

    def _function(
        self,
        code: Code,
        layers: Sequence[ILayerVersion],
        architecture: Architecture | None,
        runtime: Runtime | None,
    ) -> Function:
        from aws_cdk.aws_lambda import Architecture, Function, Runtime
        from aws_cdk.aws_logs import LogGroup, RetentionDays

        return Function(
            self,
            "Function",
            description="Who may call which route of an API",
            code=code,
            handler="authorizer.handler.handle",
            runtime=runtime or Runtime.PYTHON_3_13,
            architecture=architecture or Architecture.ARM_64,
            layers=[*layers],
            environment=self._environment,
            memory_size=512,  # the processor's share grows with it, and with that the first answer comes sooner
            timeout=Duration.seconds(5),
            log_group=LogGroup(self, "Log", retention=RetentionDays.ONE_MONTH),
        )


def _require(keys_uri: str | None, made: Mapping[str, object], handed_in: Mapping[str, object]) -> None:
    if keys_uri is not None and not keys_uri.startswith(("https://", "${Token[")):
        raise ValueError(
            f"keys_uri: must begin with https://, got {keys_uri!r}; otherwise anybody on the way gives their own keys"
        )
    twice = sorted(handed_in.keys() & set(made))
    if twice:
        raise ValueError(f"app_clients: the settings have {', '.join(twice)} already; choose another key")


def _ids(
    used: Set[str], made: Mapping[str, CfnUserPoolClient], handed_in: Mapping[str, IUserPoolClient]
) -> dict[str, str]:
    """Give the ids of the app clients that count, by key."""
    ids = {key: client.ref for key, client in made.items() if key in used}
    ids |= {key: client.user_pool_client_id for key, client in handed_in.items() if key in used}
    if len(json.dumps(sorted(ids))) + 30 * len(ids) > _MOST:
        raise ValueError(
            f"app_clients: {len(ids)} are more than a function can be told (4 KB); name those that count in "
            "allow(app_clients=…), or make an authorizer for each API"
        )
    return ids
