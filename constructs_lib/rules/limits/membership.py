"""Limits of ``AWS::Cognito::UserPoolUserToGroupAttachment``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_MEMBERSHIP
from constructs_lib.rules.limits.kinds import POOL_ID, PRINTABLE, Record, Text
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_membership = partial(Limit, source=API + "API_AdminAddUserToGroup.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolusertogroupattachment.html")

LIMITS = Limits(
    USER_POOL_MEMBERSHIP,
    [
        _resource(
            "membership.form",
            "",
            Record(("GroupName", "UserPoolId", "Username")),
            "say which user belongs to which group, and of which user pool",
        ),
        _membership("membership.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _membership("membership.user", "Username", Text(1, 128, PRINTABLE), "use the user's name or address"),
        _membership("membership.group", "GroupName", Text(1, 128, PRINTABLE), "use the group's name"),
    ],
)
