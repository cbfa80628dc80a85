"""Limits of ``AWS::Cognito::UserPoolDomain``.

From the CloudFormation schema (cfn-lint 1.58.0) and the API model (botocore 1.43.106), read 2026-11.
"""

from constructs_lib.resources.model import USER_POOL_DOMAIN
from constructs_lib.rules.limits.table import Limits

LIMITS = Limits(USER_POOL_DOMAIN, [])
