"""Changes of an identity pool and what belongs to it: before, after, and all that is told."""

from constructs_lib.resources.model import IDENTITY_POOL, IDENTITY_POOL_PRINCIPAL_TAG, IDENTITY_POOL_ROLE_ATTACHMENT
from tests.lifecycle.told import Case

CASES = [
    Case(
        IDENTITY_POOL,
        {"DeveloperProviderName": "a"},
        {"DeveloperProviderName": "b"},
        (
            "refused: DeveloperProviderName: a → b\n"
            "the name is fixed once it is set: AWS refuses the update, or the identities of the old name are"
            " lost\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html"
        ),
    ),
    Case(
        IDENTITY_POOL,
        {"AllowUnauthenticatedIdentities": True},
        {"AllowUnauthenticatedIdentities": False},
        (
            "loses: AllowUnauthenticatedIdentities: True → False\n"
            "guests get no AWS credentials any more\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html"
        ),
    ),
    Case(
        IDENTITY_POOL,
        {"AllowClassicFlow": True},
        {},
        (
            "loses: AllowClassicFlow: True → None\n"
            "apps that use the classic flow get no AWS credentials any more\n"
            "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html"
        ),
    ),
    Case(
        IDENTITY_POOL,
        {"CognitoIdentityProviders": [{"ClientId": "a", "ProviderName": "p"}]},
        {},
        (
            "loses: CognitoIdentityProviders[p a]: {'ClientId': 'a', 'ProviderName': 'p'} → None\n"
            "people who sign in by it get no AWS credentials any more; their identities stay\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html"
        ),
    ),
    Case(
        IDENTITY_POOL,
        {"SupportedLoginProviders": {"accounts.google.com": "1"}},
        {},
        (
            "loses: SupportedLoginProviders.accounts.google.com: 1 → None\n"
            "people who sign in by it get no AWS credentials any more; their identities stay\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html"
        ),
    ),
    Case(
        IDENTITY_POOL,
        {"OpenIdConnectProviderARNs": ["arn:1", "arn:2"]},
        {"OpenIdConnectProviderARNs": ["arn:2"]},
        (
            "loses: OpenIdConnectProviderARNs: ['arn:1', 'arn:2'] → ['arn:2']\n"
            "people who sign in by arn:1 get no AWS credentials any more; their identities stay\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html"
        ),
    ),
    Case(
        IDENTITY_POOL,
        {"SamlProviderARNs": ["arn:1"]},
        {},
        (
            "loses: SamlProviderARNs: ['arn:1'] → None\n"
            "people who sign in by arn:1 get no AWS credentials any more; their identities stay\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html"
        ),
    ),
    Case(
        IDENTITY_POOL_ROLE_ATTACHMENT,
        {"IdentityPoolId": {"Ref": "Pool"}},
        {"IdentityPoolId": {"Ref": "Other"}},
        (
            "loses: IdentityPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "the old identity pool has no roles: nobody gets AWS credentials from it any more\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html"
        ),
    ),
    Case(
        IDENTITY_POOL_ROLE_ATTACHMENT,
        {"Roles": {"authenticated": "arn:1", "unauthenticated": "arn:2"}},
        {"Roles": {"authenticated": "arn:1"}},
        (
            "loses: Roles.unauthenticated: arn:2 → None\n"
            "there is no role for them: they get no AWS credentials any more\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html"
        ),
    ),
    Case(
        IDENTITY_POOL_ROLE_ATTACHMENT,
        {"Roles": {"authenticated": "arn:1"}},
        {"Roles": {"authenticated": "arn:2"}},
        (
            "in place: Roles.authenticated: arn:1 → arn:2\n"
            "they get credentials of the other role from now on\n"
            "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html"
        ),
    ),
    Case(
        IDENTITY_POOL_PRINCIPAL_TAG,
        {"IdentityPoolId": {"Ref": "Pool"}},
        {"IdentityPoolId": {"Ref": "Other"}},
        (
            "replaced: IdentityPoolId: {'Ref': 'Pool'} → {'Ref': 'Other'}\n"
            "sessions of the old provider have no tags any more: policies that ask for them refuse\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
    Case(
        IDENTITY_POOL_PRINCIPAL_TAG,
        {"IdentityProviderName": "a"},
        {"IdentityProviderName": "b"},
        (
            "replaced: IdentityProviderName: a → b\n"
            "sessions of the old provider have no tags any more: policies that ask for them refuse\n"
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
        ),
    ),
]
