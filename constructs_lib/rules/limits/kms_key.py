"""Limits of ``AWS::KMS::Key``, as far as a user pool has to do with it.

From the CloudFormation schema (cfn-lint 1.58.0), read 2026-11.
"""

from functools import partial

from constructs_lib.resources.model import KMS_KEY
from constructs_lib.rules.limits.kinds import Flag, Text, Whole
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import CLOUDFORMATION

_key = partial(Limit, source=CLOUDFORMATION + "aws-resource-kms-key.html")

_FLAG = (Flag(), "use true or false")

LIMITS = Limits(
    KMS_KEY,
    [
        _key("kms-key.description", "Description", Text(0, 8192), "say in a few words what the key is for"),
        _key("kms-key.rotation", "EnableKeyRotation", *_FLAG),
        _key("kms-key.multi-region", "MultiRegion", *_FLAG),
        _key(
            "kms-key.pending-window",
            "PendingWindowInDays",
            Whole(7, 30, "days"),
            "use 30 days, in which a deleted key can be saved",
        ),
    ],
)
