"""Limits of ``AWS::Cognito::UserPoolReplica``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import USER_POOL_REPLICA
from constructs_lib.rules.limits.characters import TAG_KEY
from constructs_lib.rules.limits.kinds import POOL_ID, Map, Record, Text
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_replica = partial(Limit, source=API + "API_CreateUserPoolReplica.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolreplica.html")

LIMITS = Limits(
    USER_POOL_REPLICA,
    [
        _resource("replica.form", "", Record(("RegionName", "UserPoolId")), "say which user pool, and which Region"),
        _replica("replica.pool-id", "UserPoolId", Text(1, 55, POOL_ID), "refer to the user pool"),
        _replica("replica.region", "RegionName", Text(5, 32), "use the code of a Region, such as eu-west-1"),
        _replica(
            "replica.tags",
            "UserPoolTagsAtCreate",
            Map(Text(1, 128, TAG_KEY), Text(0, 256)),
            "shorten the key or the value; aws: at the beginning of a key belongs to AWS",
        ),
    ],
)
