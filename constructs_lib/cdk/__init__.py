"""The CDK layer: settings become typed L1 resources of a CDK app. It includes what is rendered and decides nothing."""

from constructs_lib.cdk.versions import require_supported_cdk

require_supported_cdk()

# aws_cdk starts Node the moment it is imported
from constructs_lib.cdk.alarms import UserPoolAlarms  # noqa: E402
from constructs_lib.cdk.existing_user_pool import ExistingCognitoUserPool  # noqa: E402
from constructs_lib.cdk.identity_pool import CognitoIdentityPool  # noqa: E402
from constructs_lib.cdk.log_groups import log_group_arn  # noqa: E402
from constructs_lib.cdk.user_pool import CognitoUserPool  # noqa: E402

__all__ = ["CognitoIdentityPool", "CognitoUserPool", "ExistingCognitoUserPool", "UserPoolAlarms", "log_group_arn"]
