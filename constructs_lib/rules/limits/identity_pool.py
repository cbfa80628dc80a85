"""Limits of ``AWS::Cognito::IdentityPool``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import IDENTITY_POOL
from constructs_lib.rules.limits.kinds import NAME, Flag, List, Map, Record, Text, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION, GUIDE

IDENTITY_API = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/"

_pool = partial(Limit, source=IDENTITY_API + "API_CreateIdentityPool.html")
_provider = partial(Limit, source=IDENTITY_API + "API_CognitoIdentityProvider.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-identitypool.html")

_CLIENT_ID = matching("letters, digits and _", r"[\w_]+")
_DEVELOPER = matching("letters, digits and ._-", r"[\w._-]+")
_PROVIDER = matching("letters, digits and ._:/-", r"[\w._:/-]+")
_APPLICATION = matching("letters, digits and ._;/-", r"[\w.;_/-]+")

LIMITS = Limits(
    IDENTITY_POOL,
    [
        _resource(
            "identity-pool.form",
            "",
            Record(("AllowUnauthenticatedIdentities",)),
            "say whether guests get credentials; false is the safe answer",
        ),
        _pool("identity-pool.name", "IdentityPoolName", Text(1, 128, NAME), "use letters, digits, spaces and _+=,.@-"),
        _pool("identity-pool.guests-flag", "AllowUnauthenticatedIdentities", Flag(), "use true or false"),
        _pool("identity-pool.classic-flow-flag", "AllowClassicFlow", Flag(), "use true or false"),
        _pool(
            "identity-pool.developer-provider",
            "DeveloperProviderName",
            Text(1, 128, _DEVELOPER),
            "use letters, digits and ._-, such as login.shop.example; it can never be changed",
        ),
        _resource(
            "identity-pool.user-pools-form", "CognitoIdentityProviders", List(), "write a list, also of one user pool"
        ),
        _resource(
            "identity-pool.user-pools",
            "CognitoIdentityProviders",
            List(0, 50),
            "keep to 50, or ask AWS for a higher quota",
            source=GUIDE + "quotas.html",
            evidence="developer guide",
            severity="warning",
        ),
        _resource(
            "identity-pool.user-pool",
            "CognitoIdentityProviders[]",
            Record(("ClientId", "ProviderName")),
            "give each user pool its provider name and an app client",
        ),
        _provider(
            "identity-pool.client-id",
            "CognitoIdentityProviders[].ClientId",
            Text(1, 128, _CLIENT_ID),
            "use the id of an app client",
        ),
        _provider(
            "identity-pool.provider",
            "CognitoIdentityProviders[].ProviderName",
            Text(1, 128, _PROVIDER),
            "use cognito-idp.<region>.amazonaws.com/<user pool id>",
        ),
        _provider(
            "identity-pool.token-check-flag",
            "CognitoIdentityProviders[].ServerSideTokenCheck",
            Flag(),
            "use true or false",
        ),
        _pool(
            "identity-pool.login-providers",
            "SupportedLoginProviders",
            Map(Text(1, 128), Text(1, 128, _APPLICATION), most=10, as_text=True),
            "give each host, such as accounts.google.com, the id that it knows the application by",
        ),
        _pool("identity-pool.oidc-providers", "OpenIdConnectProviderARNs", List(), "list the ARNs of OIDC providers"),
        _pool(
            "identity-pool.oidc-provider",
            "OpenIdConnectProviderARNs[]",
            Text(20, 2048),
            "use the ARN of an OIDC provider of IAM",
        ),
        _pool("identity-pool.saml-providers", "SamlProviderARNs", List(), "list the ARNs of SAML providers"),
        _pool(
            "identity-pool.saml-provider",
            "SamlProviderARNs[]",
            Text(20, 2048),
            "use the ARN of a SAML provider of IAM",
        ),
        _resource(
            "identity-pool.tags", "IdentityPoolTags", List(unique=True), "list the tags, each with Key and Value"
        ),
        _resource("identity-pool.tag", "IdentityPoolTags[]", Record(("Key", "Value")), "give each tag both"),
        _pool("identity-pool.tag-key", "IdentityPoolTags[].Key", Text(1, 128), "shorten it to 128 characters"),
        _pool("identity-pool.tag-value", "IdentityPoolTags[].Value", Text(0, 256), "shorten it to 256 characters"),
        _resource(
            "identity-pool.sync-events",
            "CognitoEvents",
            Map(Text(), as_text=True),
            "leave it out: Amazon Cognito Sync is superseded by AWS AppSync",
        ),
        _resource("identity-pool.sync-streams", "CognitoStreams", Record(), "write the properties name by name"),
        _resource("identity-pool.sync-role", "CognitoStreams.RoleArn", Text(), "use the ARN of a role"),
        _resource("identity-pool.sync-stream", "CognitoStreams.StreamName", Text(), "use the name of a Kinesis stream"),
        _resource("identity-pool.sync-status", "CognitoStreams.StreamingStatus", Text(), "use ENABLED or DISABLED"),
        _resource("identity-pool.push-sync", "PushSync", Record(), "write the properties name by name"),
        _resource("identity-pool.push-applications", "PushSync.ApplicationArns", List(), "list the ARNs"),
        _resource("identity-pool.push-application", "PushSync.ApplicationArns[]", Text(), "use an ARN"),
        _resource("identity-pool.push-role", "PushSync.RoleArn", Text(), "use the ARN of a role"),
    ],
)
