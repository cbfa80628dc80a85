"""Limits of ``AWS::Logs::LogGroup``, as far as a user pool has to do with it.

From the CloudFormation schema (cfn-lint 1.58.0), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import LOG_GROUP
from constructs_lib.rules.limits.kinds import Text, matching
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_group = partial(Limit, source=CLOUDFORMATION + "aws-resource-logs-loggroup.html")

_NAME = matching("letters, digits and ._-/#", r"[.\-_/#A-Za-z0-9]+")

LIMITS = Limits(
    LOG_GROUP,
    [
        _group(
            "log-group.name",
            "LogGroupName",
            Text(1, 512, _NAME),
            "use at most 512 letters, digits and ._-/#; leave it out for a name that CloudFormation makes up",
        ),
    ],
)
