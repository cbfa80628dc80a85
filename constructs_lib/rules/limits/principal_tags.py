"""Limits of ``AWS::Cognito::IdentityPoolPrincipalTag``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import IDENTITY_POOL_PRINCIPAL_TAG
from constructs_lib.rules.limits.identity_pool import IDENTITY_API
from constructs_lib.rules.limits.identity_pool_roles import IDENTITY_POOL_ID
from constructs_lib.rules.limits.kinds import Flag, Map, Record, Text
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_tags = partial(Limit, source=IDENTITY_API + "API_SetPrincipalTagAttributeMap.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-identitypoolprincipaltag.html")

LIMITS = Limits(
    IDENTITY_POOL_PRINCIPAL_TAG,
    [
        _resource(
            "principal-tags.form",
            "",
            Record(("IdentityPoolId", "IdentityProviderName")),
            "say which identity pool, and which of its providers",
        ),
        _tags(
            "principal-tags.identity-pool",
            "IdentityPoolId",
            Text(1, 55, IDENTITY_POOL_ID),
            "refer to the identity pool",
        ),
        _tags(
            "principal-tags.provider",
            "IdentityProviderName",
            Text(1, 128),
            "use cognito-idp.<region>.amazonaws.com/<user pool id>, or the name of another provider",
        ),
        _tags(
            "principal-tags.tags",
            "PrincipalTags",
            Map(Text(1, 128), Text(1, 256), most=50),
            "give each tag the name of a claim; 50 tags at most",
        ),
        _tags("principal-tags.use-defaults", "UseDefaults", Flag(), "use true or false"),
    ],
)
