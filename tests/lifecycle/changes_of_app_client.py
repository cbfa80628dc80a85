"""Changes of an app client: before, after, and all that is told."""

from constructs_lib.resources.model import USER_POOL_CLIENT
from tests.lifecycle.told import Case

CASES = [
    Case(
        USER_POOL_CLIENT,
        {"GenerateSecret": True},
        {},
        (
            "loses: GenerateSecret: True → None\n"
            "the app client is made anew with another id, and the old one is deleted: apps that know the old"
            " id cannot sign anybody in, and all its refresh tokens and sessions end\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"UserPoolId": {"Ref": "Pool"}},
        {"UserPoolId": {"Ref": "Other"}},
        (
            "loses: UserPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the app client is made anew with another id, and the old one is deleted: apps that know the old"
            " id cannot sign anybody in, and all its refresh tokens and sessions end; the users of the old "
            "pool are not in the new one\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {},
        {"ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"]},
        (
            "loses: ExplicitAuthFlows: None → ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH']\n"
            "tokens cannot be renewed any more: sessions end with the access tokens that are out\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]},
        {"ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"]},
        (
            "loses: ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] → "
            "['ALLOW_REFRESH_TOKEN_AUTH']\n"
            "apps that use ALLOW_USER_AUTH cannot sign anybody in or renew tokens by it any more\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"]},
        {"ExplicitAuthFlows": ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]},
        (
            "in place: ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] → ['ALLOW_USER_AUTH', "
            "'ALLOW_REFRESH_TOKEN_AUTH']\n"
            "apps can sign users in in more ways; tokens and sessions stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {},
        {"RefreshTokenRotation": {"Feature": "ENABLED"}},
        (
            "loses: RefreshTokenRotation.Feature: None → ENABLED\n"
            "each renewal gives a new refresh token and ends the old one: apps that renew by "
            "REFRESH_TOKEN_AUTH or do not keep the new token lose their sessions\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"AccessTokenValidity": 1},
        {"AccessTokenValidity": 60, "TokenValidityUnits": {"AccessToken": "minutes"}},
        (
            "none: AccessTokenValidity: 1 → 60\n"
            "access tokens live as long as before, counted in another unit\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html\n"
            "none: TokenValidityUnits.AccessToken: None → minutes\n"
            "access tokens live as long as before, counted in another unit\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"IdTokenValidity": 1},
        {"IdTokenValidity": 60, "TokenValidityUnits": {"IdToken": "minutes"}},
        (
            "none: IdTokenValidity: 1 → 60\n"
            "ID tokens live as long as before, counted in another unit\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html\n"
            "none: TokenValidityUnits.IdToken: None → minutes\n"
            "ID tokens live as long as before, counted in another unit\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"RefreshTokenValidity": 30},
        {"RefreshTokenValidity": 720, "TokenValidityUnits": {"RefreshToken": "hours"}},
        (
            "none: RefreshTokenValidity: 30 → 720\n"
            "refresh tokens live as long as before, counted in another unit\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html\n"
            "none: TokenValidityUnits.RefreshToken: None → hours\n"
            "refresh tokens live as long as before, counted in another unit\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"RefreshTokenValidity": 30},
        {"RefreshTokenValidity": 30, "TokenValidityUnits": {"RefreshToken": "hours"}},
        (
            "in place: TokenValidityUnits.RefreshToken: None → hours\n"
            "users must sign in again sooner; whether refresh tokens that are out end sooner too is not "
            "documented\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"RefreshTokenValidity": 30},
        {"RefreshTokenValidity": 1},
        (
            "in place: RefreshTokenValidity: 30 → 1\n"
            "users must sign in again sooner; whether refresh tokens that are out end sooner too is not "
            "documented\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"AccessTokenValidity": 1},
        {"AccessTokenValidity": 2},
        (
            "in place: AccessTokenValidity: 1 → 2\n"
            "holds for new access tokens; those that are out live as long as they say\n"
            "https://datatracker.ietf.org/doc/html/rfc7519#section-4.1.4"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"IdTokenValidity": 1},
        {"IdTokenValidity": 2},
        (
            "in place: IdTokenValidity: 1 → 2\n"
            "holds for new ID tokens; those that are out live as long as they say\n"
            "https://datatracker.ietf.org/doc/html/rfc7519#section-4.1.4"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"AccessTokenValidity": 5},
        {"AccessTokenValidity": 5, "TokenValidityUnits": {"AccessToken": "minutes"}},
        (
            "in place: TokenValidityUnits.AccessToken: None → minutes\n"
            "holds for new access tokens; those that are out live as long as they say\n"
            "https://datatracker.ietf.org/doc/html/rfc7519#section-4.1.4"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"IdTokenValidity": 5},
        {"IdTokenValidity": 5, "TokenValidityUnits": {"IdToken": "minutes"}},
        (
            "in place: TokenValidityUnits.IdToken: None → minutes\n"
            "holds for new ID tokens; those that are out live as long as they say\n"
            "https://datatracker.ietf.org/doc/html/rfc7519#section-4.1.4"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {},
        {"EnableTokenRevocation": False},
        (
            "in place: EnableTokenRevocation: None → False\n"
            "a stolen refresh token can no longer be revoked; tokens and sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"SupportedIdentityProviders": ["COGNITO", "Google"]},
        {"SupportedIdentityProviders": ["COGNITO"]},
        (
            "loses: SupportedIdentityProviders: ['COGNITO', 'Google'] → ['COGNITO']\n"
            "users of Google cannot sign in to this app at the pages of the pool any more\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"AllowedOAuthFlowsUserPoolClient": True},
        {},
        (
            "loses: AllowedOAuthFlowsUserPoolClient: True → None\n"
            "the pages of the pool and its authorization server do not serve this app any more\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"AllowedOAuthFlows": ["code", "implicit"]},
        {"AllowedOAuthFlows": ["code"]},
        (
            "loses: AllowedOAuthFlows: ['code', 'implicit'] → ['code']\n"
            "apps that use implicit are refused by the authorization server\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"AllowedOAuthScopes": ["openid", "email"]},
        {"AllowedOAuthScopes": ["openid"]},
        (
            "loses: AllowedOAuthScopes: ['openid', 'email'] → ['openid']\n"
            "apps that ask for email are refused by the authorization server, and new tokens do not hold it\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"CallbackURLs": ["https://a.example", "https://b.example"]},
        {"CallbackURLs": ["https://b.example"]},
        (
            "loses: CallbackURLs: ['https://a.example', 'https://b.example'] → ['https://b.example']\n"
            "who signs in and is to come back to https://a.example is refused; sessions stay\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"LogoutURLs": ["https://a.example"]},
        {},
        (
            "in place: LogoutURLs: ['https://a.example'] → None\n"
            "who signs out and is to come back to https://a.example sees an error; sessions stay\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {},
        {"ReadAttributes": ["email"]},
        (
            "in place: ReadAttributes: None → ['email']\n"
            "the app can see these attributes alone, and no other\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {},
        {"WriteAttributes": ["email"]},
        (
            "in place: WriteAttributes: None → ['email']\n"
            "the app can set these attributes alone, and no other\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"ReadAttributes": ["email"]},
        {},
        (
            "in place: ReadAttributes: ['email'] → None\n"
            "the app can see every standard attribute, and no list says which\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"WriteAttributes": ["email"]},
        {},
        (
            "in place: WriteAttributes: ['email'] → None\n"
            "the app can set every standard attribute, and no list says which\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"ReadAttributes": ["email", "name"]},
        {"ReadAttributes": ["email"]},
        (
            "in place: ReadAttributes: ['email', 'name'] → ['email']\n"
            "the app does not see name any more, in new ID tokens either\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"WriteAttributes": ["email", "name"]},
        {"WriteAttributes": ["email"]},
        (
            "in place: WriteAttributes: ['email', 'name'] → ['email']\n"
            "the app cannot set name any more, nor can a sign-in by an identity provider that maps it\n"
            "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html"
        ),
    ),
    Case(
        USER_POOL_CLIENT,
        {"ClientName": "web"},
        {"ClientName": "app"},
        (
            "in place: ClientName: web → app\n"
            "is changed in place: users, tokens and sessions stay\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
]
