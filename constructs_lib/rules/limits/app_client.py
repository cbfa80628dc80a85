"""Limits of ``AWS::Cognito::UserPoolClient``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.rules.limits.kinds import (
    ARN,
    NAME,
    POOL_ID,
    PRINTABLE,
    PRINTABLE_OR_BLANK,
    Flag,
    List,
    Record,
    Text,
    Whole,
    Words,
    matching,
)
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_client = partial(Limit, source=API + "API_CreateUserPoolClient.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolclient.html")
_units = partial(Limit, source=API + "API_TokenValidityUnitsType.html")
_rotation = partial(Limit, source=API + "API_RefreshTokenRotationType.html")
_analytics = partial(Limit, source=API + "API_AnalyticsConfigurationType.html")

_FLAG = (Flag(), "use true or false")
_RECORD = (Record(), "write the properties as an object, name by name")
_LIST = (List(), "write a list, also of a single element")
_UNIT = (Words(("seconds", "minutes", "hours", "days")), "use seconds, minutes, hours or days")
_URLS = (List(0, 100), "keep to 100 URLs; another app client takes as many again")
_URL = (Text(1, 1024, PRINTABLE), "write the whole URL, without spaces, such as https://shop.example/signed-in")
_ATTRIBUTE = (Text(1, 2048), "use the attribute's name, a custom one with its custom: prefix")

_IDENTITY = [
    _resource("app-client.form", "", Record(("UserPoolId",)), "say which user pool the app client belongs to"),
    _client("app-client.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
    _client(
        "app-client.name",
        "ClientName",
        Text(1, 128, NAME),
        "use at most 128 letters, digits, spaces and _+=,.@-; leave it out for a name that CloudFormation makes up",
    ),
    _client("app-client.generate-secret", "GenerateSecret", *_FLAG),
    _client(
        "app-client.prevent-user-existence-errors",
        "PreventUserExistenceErrors",
        Words(("ENABLED", "LEGACY")),
        "use ENABLED, so that nobody can find out who has an account",
    ),
    _client("app-client.propagate-context", "EnablePropagateAdditionalUserContextData", *_FLAG),
]

_FLOWS = [
    _client("app-client.auth-flows-form", "ExplicitAuthFlows", *_LIST),
    # The API has gained the two token exchanges; CloudFormation's schema will follow, and until then it says so itself.
    _client(
        "app-client.auth-flow",
        "ExplicitAuthFlows[]",
        Words(
            (
                "ALLOW_USER_AUTH",
                "ALLOW_USER_SRP_AUTH",
                "ALLOW_REFRESH_TOKEN_AUTH",
                "ALLOW_CUSTOM_AUTH",
                "ALLOW_USER_PASSWORD_AUTH",
                "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                "ALLOW_TOKEN_EXCHANGE_DELEGATION",
                "ALLOW_TOKEN_EXCHANGE_IMPERSONATION",
                "ADMIN_NO_SRP_AUTH",
                "CUSTOM_AUTH_FLOW_ONLY",
                "USER_PASSWORD_AUTH",
            )
        ),
        "use ALLOW_USER_SRP_AUTH for passwords, ALLOW_USER_AUTH for a choice of first factors",
    ),
    _client(
        "app-client.session-validity",
        "AuthSessionValidity",
        Whole(3, 15, "minutes"),
        "use 3, or as many minutes as a user needs to find the code",
    ),
]

_OAUTH = [
    _client("app-client.oauth", "AllowedOAuthFlowsUserPoolClient", *_FLAG),
    _client("app-client.grant-count", "AllowedOAuthFlows", List(0, 3), "name each grant once"),
    _client(
        "app-client.grant",
        "AllowedOAuthFlows[]",
        Words(("code", "implicit", "client_credentials")),
        "use code for people, client_credentials for machines",
    ),
    _client(
        "app-client.scope-count",
        "AllowedOAuthScopes",
        List(0, 50),
        "keep to 50 scopes, or divide them among app clients",
    ),
    _client(
        "app-client.scope",
        "AllowedOAuthScopes[]",
        Text(
            1, 256, matching('letters, digits and punctuation without spaces, " and \\', r"[\x21\x23-\x5B\x5D-\x7E]+")
        ),
        "use openid, email, phone, profile, or the scope of a resource server as identifier/scope",
    ),
    _client("app-client.callback-urls", "CallbackURLs", *_URLS),
    _client("app-client.callback-url", "CallbackURLs[]", *_URL),
    _client("app-client.logout-urls", "LogoutURLs", *_URLS),
    _client("app-client.logout-url", "LogoutURLs[]", *_URL),
    _client("app-client.default-redirect-uri", "DefaultRedirectURI", *_URL),
    _client("app-client.identity-providers-form", "SupportedIdentityProviders", *_LIST),
    _client(
        "app-client.identity-provider",
        "SupportedIdentityProviders[]",
        Text(1, 32, PRINTABLE_OR_BLANK),
        "use COGNITO, a social provider's name or the name of one of the pool's own providers",
    ),
]

_TOKENS = [
    _client(
        "app-client.access-token-amount",
        "AccessTokenValidity",
        Whole(1, 86_400),
        "use 5 minutes to 1 day, with the unit in {TokenValidityUnits.AccessToken}",
    ),
    _client(
        "app-client.id-token-amount",
        "IdTokenValidity",
        Whole(1, 86_400),
        "use 5 minutes to 1 day, with the unit in {TokenValidityUnits.IdToken}",
    ),
    _resource(
        "app-client.refresh-token-amount",
        "RefreshTokenValidity",
        Whole(1, 315_360_000),
        "use 60 minutes to 10 years, with the unit in {TokenValidityUnits.RefreshToken}",
    ),
    _units("app-client.token-units-form", "TokenValidityUnits", *_RECORD),
    _units("app-client.access-token-unit", "TokenValidityUnits.AccessToken", *_UNIT),
    _units("app-client.id-token-unit", "TokenValidityUnits.IdToken", *_UNIT),
    _units("app-client.refresh-token-unit", "TokenValidityUnits.RefreshToken", *_UNIT),
    _client("app-client.token-revocation", "EnableTokenRevocation", *_FLAG),
    _rotation(
        "app-client.rotation-form",
        "RefreshTokenRotation",
        Record(("Feature",)),
        "say ENABLED or DISABLED, or leave rotation out",
    ),
    _rotation(
        "app-client.rotation",
        "RefreshTokenRotation.Feature",
        Words(("ENABLED", "DISABLED")),
        "use ENABLED, so that a stolen refresh token shows",
    ),
    _rotation(
        "app-client.rotation-grace-period",
        "RefreshTokenRotation.RetryGracePeriodSeconds",
        Whole(0, 60, "seconds"),
        "use 10 for apps that may lose an answer, 0 for none",
    ),
]

_ATTRIBUTES = [
    _client("app-client.read-attributes-form", "ReadAttributes", *_LIST),
    _client("app-client.read-attribute", "ReadAttributes[]", *_ATTRIBUTE),
    _client("app-client.write-attributes-form", "WriteAttributes", *_LIST),
    _client("app-client.write-attribute", "WriteAttributes[]", *_ATTRIBUTE),
]

_ANALYTICS = [
    _analytics("app-client.analytics-form", "AnalyticsConfiguration", *_RECORD),
    _analytics(
        "app-client.analytics-application-arn",
        "AnalyticsConfiguration.ApplicationArn",
        Text(20, 2048, ARN),
        "use the ARN of a Pinpoint project",
    ),
    _analytics(
        "app-client.analytics-application-id",
        "AnalyticsConfiguration.ApplicationId",
        Text(characters=matching("digits and letters a to f", r"[0-9a-fA-F]+", noun="the id of a Pinpoint project")),
        "use the id that Pinpoint shows for the project",
    ),
    _analytics(
        "app-client.analytics-external-id",
        "AnalyticsConfiguration.ExternalId",
        Text(0, 131_072),
        "use the external id of the role's trust policy",
    ),
    _analytics(
        "app-client.analytics-role",
        "AnalyticsConfiguration.RoleArn",
        Text(20, 2048, ARN),
        "use the ARN of the role by which Cognito sends to Pinpoint",
    ),
    _analytics("app-client.analytics-user-data", "AnalyticsConfiguration.UserDataShared", *_FLAG),
]

LIMITS = Limits(USER_POOL_CLIENT, [*_IDENTITY, *_FLOWS, *_OAUTH, *_TOKENS, *_ATTRIBUTES, *_ANALYTICS])
