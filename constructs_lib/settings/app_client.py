"""An app client: one application's right to sign people in, with its own flows, scopes and token times.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Literal

from constructs_lib.declarations import Many, Part, ResourcePart, Setting, Switch, declared, prop
from constructs_lib.declarations.codecs import Listed, Plain
from constructs_lib.declarations.references import POOL_LINK, KeyReference, Referring
from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.resources.values import Json
from constructs_lib.settings.identity_providers import IdentityProvider, ProviderOf
from constructs_lib.settings.resource_servers import ResourceServer, ScopeOf
from constructs_lib.settings.token_validity import TokenValidity, Validity

AuthFlow = Literal[
    "ALLOW_USER_AUTH",
    "ALLOW_USER_SRP_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    "ALLOW_CUSTOM_AUTH",
    "ALLOW_REFRESH_TOKEN_AUTH",
    "ADMIN_NO_SRP_AUTH",
    "CUSTOM_AUTH_FLOW_ONLY",
    "USER_PASSWORD_AUTH",
]
OAuthFlow = Literal["code", "implicit", "client_credentials"]


@declared
class RefreshTokenRotation(Part):
    """Whether a refresh token is exchanged for a new one each time it is used. Can be changed at any time."""

    enabled: Setting[bool] = prop("Feature", codec=Switch("ENABLED", "DISABLED"))
    """Whether tokens rotate; the ``ALLOW_REFRESH_TOKEN_AUTH`` flow must then be off. Default: False."""

    retry_grace_period_seconds: Setting[int] = prop("RetryGracePeriodSeconds")
    """Seconds for which the old token is still taken, for answers lost on the way. Default: 0."""


@declared
class Analytics(Part):
    """An Amazon Pinpoint project that gets the client's events: its ARN alone, or id, role and external id."""

    application_arn: Setting[str] = prop("ApplicationArn")
    """ARN of the project. Default: none."""

    application_id: Setting[str] = prop("ApplicationId")
    """Id of the project. Default: none."""

    external_id: Setting[str] = prop("ExternalId")
    """External id that the role's trust policy asks for. Default: none."""

    role_arn: Setting[str] = prop("RoleArn")
    """ARN of the role that Cognito assumes. Default: none."""

    user_data_shared: Setting[bool] = prop("UserDataShared")
    """Whether events carry the user's data. Default: False."""


@declared
class AppClient(ResourcePart):
    """An app client; `single_page_app`, `native_app` and `web_app` make the usual kinds."""

    TYPE: ClassVar[str] = USER_POOL_CLIENT
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    name: Setting[str] = prop("ClientName")
    """The name shown in the console. Default: CloudFormation makes one up; profiles take the key. Can be changed."""

    generate_secret: Setting[bool] = prop("GenerateSecret")
    """Whether the client has a secret, for code that runs where no user can read it. Default: False. Changing it
    makes another client with another id."""

    auth_flows: Setting[Many[AuthFlow]] = prop("ExplicitAuthFlows")
    """How the application may sign users in by the API. Default: Cognito takes SRP, custom authentication and
    refresh tokens. Can be changed."""

    prevent_user_existence_errors: Setting[bool] = prop("PreventUserExistenceErrors", codec=Switch("ENABLED", "LEGACY"))
    """Whether a sign-in by somebody who does not exist looks like a wrong password. Default: False. Can be changed."""

    auth_session_validity: Setting[int] = prop("AuthSessionValidity")
    """Minutes that a sign-in may take, and codes stay good. Default: 3. Can be changed."""

    access_token_validity: Setting[timedelta | TokenValidity] = prop(
        "AccessTokenValidity", codec=Validity("AccessToken")
    )
    """How long access tokens are good. Default: 1 hour. Can be changed."""

    id_token_validity: Setting[timedelta | TokenValidity] = prop("IdTokenValidity", codec=Validity("IdToken"))
    """How long ID tokens are good. Default: 1 hour. Can be changed."""

    refresh_token_validity: Setting[timedelta | TokenValidity] = prop(
        "RefreshTokenValidity", codec=Validity("RefreshToken")
    )
    """How long users stay signed in. Default: 30 days. Can be changed."""

    refresh_token_rotation: Setting[RefreshTokenRotation] = prop("RefreshTokenRotation")
    """Whether refresh tokens rotate. Default: they do not. Can be changed."""

    enable_token_revocation: Setting[bool] = prop("EnableTokenRevocation")
    """Whether tokens can be revoked. Default: True for new clients. Can be changed."""

    oauth_flows_enabled: Setting[bool] = prop("AllowedOAuthFlowsUserPoolClient")
    """Whether the client may use the hosted pages and the OAuth 2.0 endpoints at all. Default: False. Can be
    changed."""

    oauth_flows: Setting[Many[OAuthFlow]] = prop("AllowedOAuthFlows")
    """Which grants: ``code`` (with PKCE), ``client_credentials`` for machines, or the outdated ``implicit``.
    Default: none. Can be changed."""

    oauth_scopes: Setting[Many[str | ScopeOf]] = prop(
        "AllowedOAuthScopes", codec=Listed(Referring(Plain(str, "a text"), ScopeOf))
    )
    """Which scopes the client may ask for: standard ones, ``ScopeOf("<key>", "<scope>")`` for a resource server of the
    same settings, or ``<identifier>/<scope>`` for another. Default: none. Can be changed."""

    callback_urls: Setting[Many[str]] = prop("CallbackURLs")
    """Where users are sent after sign-in, to the letter: a slash at the end is another URL, and so is a port. Default:
    none. Can be changed."""

    logout_urls: Setting[Many[str]] = prop("LogoutURLs")
    """Where users are sent after sign-out, to the letter. Default: none. Can be changed."""

    default_redirect_uri: Setting[str] = prop("DefaultRedirectURI")
    """The callback URL taken where a request names none. Default: none. Can be changed."""

    supported_identity_providers: Setting[Many[str | ProviderOf]] = prop(
        "SupportedIdentityProviders", codec=Listed(Referring(Plain(str, "a text"), ProviderOf))
    )
    """Who may sign users in on the hosted pages: ``COGNITO`` for the pool itself, ``ProviderOf("<key>")`` for an
    identity provider of the same settings, or a provider by its name; those of the same settings are made first.
    Default: none. Can be changed."""

    read_attributes: Setting[Many[str]] = prop("ReadAttributes")
    """Attributes the application may read, custom ones with ``custom:``. Default: all standard ones and all custom
    ones there are. Can be changed."""

    write_attributes: Setting[Many[str]] = prop("WriteAttributes")
    """Attributes the application may write, every required one among them. Default: as for `read_attributes`. Can be
    changed."""

    enable_propagate_additional_user_context_data: Setting[bool] = prop("EnablePropagateAdditionalUserContextData")
    """Whether a server may pass on its user's IP address; needs a secret. Default: False. Can be changed."""

    analytics: Setting[Analytics] = prop("AnalyticsConfiguration")
    """Amazon Pinpoint project for events. Default: none. Can be changed."""

    def needs(self, family: Mapping[str, ResourcePart]) -> Sequence[str]:
        """Need the identity providers and resource servers that are named by texts, for which AWS looks at once."""
        providers = {name for name in _texts(self.supported_identity_providers) if name != "COGNITO"}
        servers = {scope.rpartition("/")[0] for scope in _texts(self.oauth_scopes) if "/" in scope}
        if not providers and not servers:
            return ()
        return [
            name
            for name, part in family.items()
            if (isinstance(part, IdentityProvider) and part.name in providers)
            or (isinstance(part, ResourceServer) and part.identifier in servers)
        ]


def _texts(names: object) -> Iterator[str]:
    return (name for name in (names if isinstance(names, tuple) else ()) if isinstance(name, str))


@dataclass(frozen=True)
class ClientIdOf(KeyReference):
    """The id of an app client of the same settings, by your key."""

    FIELD: ClassVar[str] = "app_clients"
    PREFIX: ClassVar[str] = "AppClient"
