"""Limits of ``AWS::Cognito::UserPoolRegionalConfigurationAttachment``.

Mail, text messages, functions and tags have the limits that they have in the pool.
"""

from dataclasses import replace
from functools import partial

from constructs_lib.resources.model import USER_POOL_REGIONAL_CONFIGURATION
from constructs_lib.rules.limits import user_pool
from constructs_lib.rules.limits.kinds import POOL_ID, Record, Text, Words
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API, CLOUDFORMATION

_replica = partial(Limit, source=API + "API_UpdateUserPoolReplica.html")
_resource = partial(Limit, source=CLOUDFORMATION + "aws-resource-cognito-userpoolregionalconfigurationattachment.html")

_AS_IN_THE_POOL = ("EmailConfiguration", "SmsConfiguration", "LambdaConfig", "UserPoolTags")

LIMITS = Limits(
    USER_POOL_REGIONAL_CONFIGURATION,
    [
        _resource("regional-configuration.form", "", Record(("UserPoolId",)), "say which user pool"),
        _replica(
            "regional-configuration.pool-id",
            "UserPoolId",
            Text(1, 55, POOL_ID),
            "give the id that the pool has everywhere",
        ),
        _replica(
            "regional-configuration.status",
            "Status",
            Words(("ACTIVE", "INACTIVE")),
            "use ACTIVE once mail, text messages and functions are set up there, INACTIVE until then",
        ),
        *(
            replace(limit, id=f"regional-configuration.{limit.id.replace('.', '-')}")
            for limit in user_pool.LIMITS.rows
            if limit.path.split(".")[0] in _AS_IN_THE_POOL
        ),
    ],
)
