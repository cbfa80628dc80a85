"""Limits of ``AWS::Cognito::UserPoolGroup``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_GROUP
from constructs_lib.rules.limits.kinds import ARN, POOL_ID, PRINTABLE, Record, Text, Whole
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_group = partial(Limit, source=API + "API_CreateGroup.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolgroup.html")

LIMITS = Limits(
    USER_POOL_GROUP,
    [
        _resource("group.form", "", Record(("UserPoolId",)), "say which user pool the group belongs to"),
        _group("group.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _group("group.name", "GroupName", Text(1, 128, PRINTABLE), "shorten it, and write - or _ for a space"),
        _group("group.description", "Description", Text(0, 2048), "shorten it to 2,048 characters"),
        _group(
            "group.precedence",
            "Precedence",
            Whole(0, 2**31 - 1),
            "use a small number; 0 comes first, and the same number twice decides nothing",
        ),
        _group("group.role", "RoleArn", Text(20, 2048, ARN), "use the ARN of an IAM role of this account"),
    ],
)
