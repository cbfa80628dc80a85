"""Limits of ``AWS::Logs::ResourcePolicy``, as far as a user pool has to do with it.

From the CloudFormation schema (cfn-lint 1.58.0), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import LOG_RESOURCE_POLICY
from constructs_lib.rules.limits.kinds import Record, Text
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_policy = partial(Limit, source=CLOUDFORMATION + "aws-resource-logs-resourcepolicy.html")

LIMITS = Limits(
    LOG_RESOURCE_POLICY,
    [
        _policy(
            "log-group-policy.form",
            "",
            Record(("PolicyName", "PolicyDocument")),
            "give the policy its name and what it allows",
        ),
        _policy("log-group-policy.name", "PolicyName", Text(1, 255), "use at most 255 characters"),
    ],
)
