"""What accepts a pool's tokens: REST and HTTP APIs, AppSync and load balancers, in one call each.

Everything that can never work is refused before anything is made, all at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import jsii
from aws_cdk import IStableStringProducer, Lazy, Validations
from aws_cdk.aws_cognito import CfnUserPool, IUserPool, IUserPoolClient, IUserPoolDomain

from constructs_lib.accepting import Acceptance
from constructs_lib.cdk.laid_over import rendered
from constructs_lib.cdk.pool_family import PoolFamily
from constructs_lib.checking import refuse_errors
from constructs_lib.resources.issuers import host_of
from constructs_lib.rules.finding import Finding
from constructs_lib.settings import IdentityPoolSettings, ScopeOf

if TYPE_CHECKING:  # each of these modules takes long to import, and most pools need none
    from aws_cdk import Duration
    from aws_cdk.aws_apigateway import CognitoUserPoolsAuthorizer
    from aws_cdk.aws_apigatewayv2_authorizers import HttpJwtAuthorizer
    from aws_cdk.aws_appsync import AuthorizationMode
    from aws_cdk.aws_elasticloadbalancingv2 import ListenerAction, UnauthenticatedAction
    from aws_cdk.aws_elasticloadbalancingv2_actions import AuthenticateCognitoAction

IssuerType = Literal["ORIGINAL", "UPDATED"]


class TokenIssuer(PoolFamily):
    """A pool whose tokens others accept."""

    _issuer_type: IssuerType | None = None  # of a pool whose settings are not here

    @property
    def user_pool(self) -> IUserPool:
        """The pool for everything in CDK that takes one."""
        raise NotImplementedError

    @property
    def issuer_url(self) -> str:
        """The issuer that the pool's tokens name, ``https://…``; its keys are at ``/.well-known/jwks.json`` beneath."""
        raise NotImplementedError

    def rest_api_authorizer(
        self, construct_id: str = "RestApiAuthorizer", *, results_cache_ttl: Duration | None = None
    ) -> CognitoUserPoolsAuthorizer:
        """Make the authorizer of one REST API: ``AWS::ApiGateway::Authorizer`` of the type ``COGNITO_USER_POOLS``.

        A method without scopes takes ID tokens, one with ``authorization_scopes`` access tokens that have one of them.
        Tokens of every app client of the pool are taken; scopes tell them apart.
        https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html

        Args:
            construct_id: Its id beneath this construct; another API needs another one.
            results_cache_ttl: How long API Gateway remembers its answer to a token, at most an hour. Default: CDK's,
                which leaves API Gateway its own, five minutes. Can be changed.

        Warns of a pool with the updated issuer (``authorizer.updated-issuer``).
        """
        from aws_cdk.aws_apigateway import CognitoUserPoolsAuthorizer

        self._tell(self._acceptance.original_issuer(self._issuer_type))
        return CognitoUserPoolsAuthorizer(
            self, construct_id, cognito_user_pools=[self.user_pool], results_cache_ttl=results_cache_ttl
        )

    def http_api_authorizer(
        self,
        construct_id: str = "HttpApiAuthorizer",
        *,
        app_clients: Sequence[str | IUserPoolClient] | None = None,
        identity_source: Sequence[str] | None = None,
    ) -> HttpJwtAuthorizer:
        """Make the authorizer of one HTTP API: ``AWS::ApiGatewayV2::Authorizer`` of the type ``JWT``.

        It takes ID and access tokens of the app clients; only access tokens have scopes, so a route with
        ``authorization_scopes`` takes them alone. The issuer is the one that the pool's ``issuer_type`` comes to, also
        where an aspect, an assignment to the L1 or a property override has changed it.
        https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html

        Args:
            construct_id: Its id beneath the API.
            app_clients: Whose tokens are taken (``JwtConfiguration.Audience``): your keys, or clients of CDK's that
                are made elsewhere. Default: all of the settings. Can be changed.
            identity_source: Where the token is. Default: CDK's, ``$request.header.Authorization``.

        Raises:
            InvalidSettingsError: There is no such app client, none at all, or one that no token can come from; or the
                issuer becomes known only when it is deployed.
        """
        from aws_cdk.aws_apigatewayv2_authorizers import HttpJwtAuthorizer

        keys = list(self.cfn_app_clients) if app_clients is None else app_clients
        self._tell([*self._acceptance.app_clients(keys), *self.known_issuer()])
        audience = [self._client_id(key) for key in keys]
        return HttpJwtAuthorizer(construct_id, self.issuer_url, jwt_audience=audience, identity_source=identity_source)

    def app_sync_authorization(
        self,
        *,
        app_clients: Sequence[str | IUserPoolClient] | None = None,
        default_action: Literal["ALLOW", "DENY"] = "ALLOW",
    ) -> AuthorizationMode:
        """Give the authorization mode of an AppSync API: ``AMAZON_COGNITO_USER_POOLS`` with this pool.

        https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#amazon-cognito-user-pools-authorization

        Args:
            app_clients: Whose tokens are taken (``AppIdClientRegex``): your keys, or clients of CDK's that are made
                elsewhere. Default: everybody's of the pool. Can be changed.
            default_action: What happens to a field without a directive such as ``@aws_auth``. ``DENY`` is for APIs
                with this mode alone: beside others AWS wants ``ALLOW``. Default: ``ALLOW``. Can be changed.

        Raises:
            InvalidSettingsError: There is no such app client, none at all, or one that no token can come from.
            ValueError: There is no such action.
        """
        from aws_cdk.aws_appsync import AuthorizationMode, AuthorizationType, UserPoolConfig, UserPoolDefaultAction

        if default_action not in ("ALLOW", "DENY"):
            raise ValueError(f"default_action: must be ALLOW or DENY, got {default_action!r}")
        if app_clients is not None:
            self._tell(self._acceptance.app_clients(app_clients))
        ids = "|".join(map(self._client_id, app_clients or ()))
        config = UserPoolConfig(
            user_pool=self.user_pool,
            app_id_client_regex=f"^({ids})$" if ids else None,
            default_action=UserPoolDefaultAction[default_action],
        )
        return AuthorizationMode(authorization_type=AuthorizationType.USER_POOL, user_pool_config=config)

    def load_balancer_action(
        self,
        app_client: str,
        *,
        next: ListenerAction,  # noqa: A002  (CDK's own word)
        domain: IUserPoolDomain | None = None,
        scope: str = "openid",
        on_unauthenticated_request: UnauthenticatedAction | None = None,
        session_timeout: Duration | None = None,
    ) -> AuthenticateCognitoAction:
        """Give the action by which a listener of an Application Load Balancer signs people in; for HTTPS alone.

        https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html

        Args:
            app_client: Your key of the app client, which `load_balancer` makes.
            next: What happens to those who are signed in.
            domain: The pool's domain, where it is made elsewhere. Default: that of the settings, your own before the
                prefix.
            scope: What the load balancer asks for, separated by spaces; ``openid`` must be among it. Default:
                ``openid``.
            on_unauthenticated_request: What happens to everybody else. Default: they are sent to sign in.
            session_timeout: How long a session lasts, at most seven days. Default: seven days.

        Raises:
            InvalidSettingsError: There is no such app client, it has no secret, no code grant, no address of a load
                balancer or not the scopes; or there is no domain.

        Warns of a pool with the updated issuer (``authorizer.updated-issuer``).
        """
        from aws_cdk.aws_elasticloadbalancingv2_actions import AuthenticateCognitoAction

        at = domain or self.domain
        problems = self._acceptance.load_balancer(app_client, scope, at is not None)
        self._tell([*problems, *self._acceptance.original_issuer(self._issuer_type)])
        assert at is not None, "what has no domain is refused"
        return AuthenticateCognitoAction(
            next=next,
            user_pool=self.user_pool,
            user_pool_client=self.app_clients[app_client],
            user_pool_domain=at,
            scope=scope,
            on_unauthenticated_request=on_unauthenticated_request,
            session_timeout=session_timeout,
        )

    def authorization_scopes(self, *scopes: str | ScopeOf) -> list[str]:
        """Give scopes as methods and routes take them: a token with one of them is let in.

        Tokens have scopes of resource servers only if they come from the hosted pages or the token endpoint; sign-in
        by the API gives ``aws.cognito.signin.user.admin`` alone, unless a trigger of yours adds others.

        Args:
            scopes: Standard ones by their names, those of a resource server as ``ScopeOf("orders", "read")`` or as
                ``orders/read``.

        Raises:
            InvalidSettingsError: No resource server of the settings has such a scope. Those of an existing pool's own
                resource servers are taken as they are.
        """
        self._tell(self._acceptance.scopes(scopes))
        return [
            f"{self.cfn_resource_servers[scope.key].ref}/{scope.scope}" if isinstance(scope, ScopeOf) else scope
            for scope in scopes
        ]

    def known_issuer(self) -> Iterator[Finding]:
        """Tell what is wrong with an issuer that has to be named: it becomes known only when it is deployed."""
        return self._acceptance.known_issuer()

    @property
    def _acceptance(self) -> Acceptance:
        assert not isinstance(self._judged, IdentityPoolSettings)
        return Acceptance(self._judged, self._rendered)

    def _tell(self, findings: Iterable[Finding]) -> None:
        for warning in refuse_errors(list(findings)):
            Validations.of(self).add_warning(warning.rule, str(warning))
            self._silence()

    def _client_id(self, client: str | IUserPoolClient) -> str:
        return self.cfn_app_clients[client].ref if isinstance(client, str) else client.user_pool_client_id


def issuer_url(pool_id: str, region: str, host: str) -> str:
    """Give the issuer of a pool.

    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
    """
    return f"https://{host}.{region}.amazonaws.com/{pool_id}"


def rendered_host(pool: CfnUserPool) -> str:
    """Give the first word of the issuer's host, from what the pool is rendered with in the end."""
    return Lazy.string(_Host(pool))


@jsii.implements(IStableStringProducer)
class _Host:
    def __init__(self, pool: CfnUserPool) -> None:
        self._pool = pool

    def produce(self) -> str:
        said = rendered(self._pool)["Properties"].get("IssuerConfiguration")
        return host_of(said.get("Type") if isinstance(said, dict) else None)
