"""Limits of ``AWS::WAFv2::LoggingConfiguration``, as far as a user pool has to do with it.

From the CloudFormation schema (cfn-lint 1.58.0), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import WEB_ACL_LOGGING
from constructs_lib.rules.limits.kinds import List, Record
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_logging = partial(Limit, source=CLOUDFORMATION + "aws-resource-wafv2-loggingconfiguration.html")

LIMITS = Limits(
    WEB_ACL_LOGGING,
    [
        _logging(
            "web-acl-logging.form",
            "",
            Record(("LogDestinationConfigs", "ResourceArn")),
            "say which web ACL, and where it writes",
        ),
        _logging(
            "web-acl-logging.destinations",
            "LogDestinationConfigs",
            List(1, 1),
            "keep to one log group, bucket or stream",
        ),
    ],
)
