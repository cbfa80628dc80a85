"""The CDK layer: settings become typed L1 resources of a CDK app. It includes what is rendered and decides nothing."""

from constructs_lib.cdk.versions import require_supported_cdk

require_supported_cdk()

from constructs_lib.cdk.user_pool import CognitoUserPool  # noqa: E402  (aws_cdk starts Node the moment it is imported)

__all__ = ["CognitoUserPool"]
