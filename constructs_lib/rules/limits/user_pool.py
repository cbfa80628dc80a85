"""Limits of ``AWS::Cognito::UserPool``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.limits.kinds import Flag, Whole
from constructs_lib.rules.limits.table import Limit, Limits
from constructs_lib.rules.registry import API

_PASSWORD = API + "API_PasswordPolicyType.html"

LIMITS = Limits(
    USER_POOL,
    [
        Limit(
            "password-policy.minimum-length",
            "Policies.PasswordPolicy.MinimumLength",
            Whole(6, 99),
            fix="use 15 or more, or 8 or more where a second factor is required",
            source=_PASSWORD,
        ),
        Limit(
            "password-policy.require-lowercase",
            "Policies.PasswordPolicy.RequireLowercase",
            Flag(),
            fix="use true or false",
            source=_PASSWORD,
        ),
    ],
)
