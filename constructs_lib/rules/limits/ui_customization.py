"""Limits of ``AWS::Cognito::UserPoolUICustomizationAttachment``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_UI_CUSTOMIZATION
from constructs_lib.rules.limits.characters import CLIENT_ID
from constructs_lib.rules.limits.kinds import POOL_ID, Record, Text
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_customization = partial(Limit, source=API + "API_SetUICustomization.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpooluicustomizationattachment.html")

LIMITS = Limits(
    USER_POOL_UI_CUSTOMIZATION,
    [
        _resource(
            "ui-customization.form",
            "",
            Record(("UserPoolId", "ClientId")),
            "say which user pool, and which app client or ALL",
        ),
        _customization("ui-customization.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _customization(
            "ui-customization.client-id", "ClientId", Text(1, 128, CLIENT_ID), "refer to the app client, or use ALL"
        ),
        _customization("ui-customization.css", "CSS", Text(0, 131_072), "shorten the style sheet"),
    ],
)
