"""Changes of an app client."""

from constructs_lib.lifecycle.conditions import (
    becomes,
    is_added,
    is_gone,
    lives_as_long,
    lives_shorter,
    loses,
    loses_any,
)
from constructs_lib.lifecycle.effect import Effect, Row, Seen
from constructs_lib.lifecycle.tables.sources import DELETE_CLIENT, FIXED, GUIDE, REFRESH, REVOCATION, UPDATE_CLIENT

_NEW_ID = (
    "the app client is made anew with another id, and the old one is deleted: apps that know the old id cannot sign "
    "anybody in, and all its refresh tokens and sessions end"
)

_VALIDITY = [
    ("Access", "hours", "access tokens"),
    ("Id", "hours", "ID tokens"),
    ("Refresh", "days", "refresh tokens"),
]


def _refreshes_otherwise(seen: Seen) -> bool:
    """Tell whether refresh tokens are renewed by rotation, which goes without the flow."""
    rotation = seen.new.get("RefreshTokenRotation")
    return isinstance(rotation, dict) and rotation.get("Feature") == "ENABLED"


def _cannot_refresh(seen: Seen) -> bool:
    return loses("ALLOW_REFRESH_TOKEN_AUTH")(seen) and not _refreshes_otherwise(seen)


ROWS = [
    Row("GenerateSecret", Effect.LOSES, _NEW_ID, FIXED),
    Row("UserPoolId", Effect.LOSES, f"{_NEW_ID}; the users of the old pool are not in the new one", DELETE_CLIENT),
    Row(
        "ExplicitAuthFlows",
        Effect.LOSES,
        "tokens cannot be renewed any more: sessions end with the access tokens that are out",
        REFRESH,
        _cannot_refresh,
    ),
    Row(
        "ExplicitAuthFlows",
        Effect.LOSES,
        "apps that use {lost} cannot sign anybody in or renew tokens by it any more",
        UPDATE_CLIENT,
        loses_any,
    ),
    Row(
        "ExplicitAuthFlows",
        Effect.IN_PLACE,
        "apps can sign users in in more ways; tokens and sessions stay",
        UPDATE_CLIENT,
    ),
    Row(
        "RefreshTokenRotation.Feature",
        Effect.LOSES,
        "each renewal gives a new refresh token and ends the old one: apps that renew by REFRESH_TOKEN_AUTH or do not "
        "keep the new token lose their sessions",
        REFRESH,
        becomes("ENABLED"),
    ),
    *[
        Row(
            path,
            Effect.NONE,
            f"{tokens} live as long as before, counted in another unit",
            UPDATE_CLIENT,
            lives_as_long(token, unit),
        )
        for token, unit, tokens in _VALIDITY
        for path in (f"{token}TokenValidity", f"TokenValidityUnits.{token}Token")
    ],
    *[
        Row(
            path,
            Effect.IN_PLACE,
            "users must sign in again sooner; whether refresh tokens that are out end sooner too is not documented",
            REFRESH,
            lives_shorter("Refresh", "days"),
        )
        for path in ("RefreshTokenValidity", "TokenValidityUnits.RefreshToken")
    ],
    *[
        Row(
            path,
            Effect.IN_PLACE,
            f"holds for new {tokens}; those that are out live as long as they say",
            "https://datatracker.ietf.org/doc/html/rfc7519#section-4.1.4",
        )
        for token, _, tokens in _VALIDITY[:2]
        for path in (f"{token}TokenValidity", f"TokenValidityUnits.{token}Token")
    ],
    Row(
        "EnableTokenRevocation",
        Effect.IN_PLACE,
        "a stolen refresh token can no longer be revoked; tokens and sessions stay",
        REVOCATION,
        becomes("false"),
    ),
    Row(
        "SupportedIdentityProviders",
        Effect.LOSES,
        "users of {lost} cannot sign in to this app at the pages of the pool any more",
        UPDATE_CLIENT,
        loses_any,
    ),
    Row(
        "AllowedOAuthFlowsUserPoolClient",
        Effect.LOSES,
        "the pages of the pool and its authorization server do not serve this app any more",
        UPDATE_CLIENT,
        becomes("false"),
    ),
    Row(
        "AllowedOAuthFlows",
        Effect.LOSES,
        "apps that use {lost} are refused by the authorization server",
        UPDATE_CLIENT,
        loses_any,
    ),
    Row(
        "AllowedOAuthScopes",
        Effect.LOSES,
        "apps that ask for {lost} are refused by the authorization server, and new tokens do not hold it",
        UPDATE_CLIENT,
        loses_any,
    ),
    Row(
        "CallbackURLs",
        Effect.LOSES,
        "who signs in and is to come back to {lost} is refused; sessions stay",
        UPDATE_CLIENT,
        loses_any,
    ),
    Row(
        "LogoutURLs",
        Effect.IN_PLACE,
        "who signs out and is to come back to {lost} sees an error; sessions stay",
        f"{GUIDE}logout-endpoint.html",
        loses_any,
    ),
    *[
        Row(path, Effect.IN_PLACE, f"the app can {do} these attributes alone, and no other", UPDATE_CLIENT, is_added)
        for path, do in (("ReadAttributes", "see"), ("WriteAttributes", "set"))
    ],
    *[
        Row(
            path,
            Effect.IN_PLACE,
            f"the app can {do} every standard attribute, and no list says which",
            UPDATE_CLIENT,
            is_gone,
        )
        for path, do in (("ReadAttributes", "see"), ("WriteAttributes", "set"))
    ],
    Row(
        "ReadAttributes",
        Effect.IN_PLACE,
        "the app does not see {lost} any more, in new ID tokens either",
        UPDATE_CLIENT,
        loses_any,
    ),
    Row(
        "WriteAttributes",
        Effect.IN_PLACE,
        "the app cannot set {lost} any more, nor can a sign-in by an identity provider that maps it",
        UPDATE_CLIENT,
        loses_any,
    ),
]

DEFAULTS = {
    "AccessTokenValidity": 1,
    "AllowedOAuthFlowsUserPoolClient": False,
    "AuthSessionValidity": 3,
    "EnablePropagateAdditionalUserContextData": False,
    "EnableTokenRevocation": True,
    "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"],
    "GenerateSecret": False,
    "IdTokenValidity": 1,
    "PreventUserExistenceErrors": "LEGACY",
    "RefreshTokenRotation.Feature": "DISABLED",
    "RefreshTokenValidity": 30,
    "TokenValidityUnits.AccessToken": "hours",
    "TokenValidityUnits.IdToken": "hours",
    "TokenValidityUnits.RefreshToken": "days",
}
