"""Changes of an identity pool and of what belongs to it."""

from constructs_lib.lifecycle.conditions import becomes, is_gone, loses_any, was_said
from constructs_lib.lifecycle.effect import Effect, Row
from constructs_lib.lifecycle.tables.sources import GUIDE, IDENTITY_API, IDENTITY_POOL, UPDATES
from constructs_lib.resources.model import IDENTITY_POOL as POOL
from constructs_lib.resources.model import IDENTITY_POOL_PRINCIPAL_TAG, IDENTITY_POOL_ROLE_ATTACHMENT
from constructs_lib.resources.values import Json

_NO_CREDENTIALS = "people who sign in by it get no AWS credentials any more; their identities stay"
_ROLES = f"{IDENTITY_API}API_SetIdentityPoolRoles.html"

ROWS = {
    POOL: [
        Row(
            "DeveloperProviderName",
            Effect.REFUSED,
            "the name is fixed once it is set: AWS refuses the update, or the identities of the old name are lost",
            f"{IDENTITY_API}API_CreateIdentityPool.html",
            was_said,
        ),
        Row(
            "AllowUnauthenticatedIdentities",
            Effect.LOSES,
            "guests get no AWS credentials any more",
            IDENTITY_POOL,
            becomes("false"),
        ),
        Row(
            "AllowClassicFlow",
            Effect.LOSES,
            "apps that use the classic flow get no AWS credentials any more",
            f"{GUIDE}authentication-flow.html",
            becomes("false"),
        ),
        Row("CognitoIdentityProviders[]", Effect.LOSES, _NO_CREDENTIALS, IDENTITY_POOL, is_gone),
        Row("SupportedLoginProviders.*", Effect.LOSES, _NO_CREDENTIALS, IDENTITY_POOL, is_gone),
        Row(
            "OpenIdConnectProviderARNs",
            Effect.LOSES,
            "people who sign in by {lost} get no AWS credentials any more; their identities stay",
            IDENTITY_POOL,
            loses_any,
        ),
        Row(
            "SamlProviderARNs",
            Effect.LOSES,
            "people who sign in by {lost} get no AWS credentials any more; their identities stay",
            IDENTITY_POOL,
            loses_any,
        ),
    ],
    IDENTITY_POOL_ROLE_ATTACHMENT: [
        Row(
            "IdentityPoolId",
            Effect.LOSES,
            "the old identity pool has no roles: nobody gets AWS credentials from it any more",
            _ROLES,
        ),
        Row(
            "Roles.*",
            Effect.LOSES,
            "there is no role for them: they get no AWS credentials any more",
            _ROLES,
            is_gone,
        ),
        Row("Roles.*", Effect.IN_PLACE, "they get credentials of the other role from now on", _ROLES),
    ],
    IDENTITY_POOL_PRINCIPAL_TAG: [
        Row(
            path,
            Effect.REPLACED,
            "sessions of the old provider have no tags any more: policies that ask for them refuse",
            UPDATES,
        )
        for path in ("IdentityPoolId", "IdentityProviderName")
    ],
}

DEFAULTS: dict[str, dict[str, Json]] = {POOL: {"AllowClassicFlow": False}}
