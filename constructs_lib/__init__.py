"""An Amazon Cognito user pool for AWS CDK apps.

`constructs_lib.cdk` has the construct; everything else is plain Python, without jsii, Node or AWS.
"""

from constructs_lib import profiles, settings
from constructs_lib.checking import check
from constructs_lib.rules import Deployment, Finding, InvalidSettingsError
from constructs_lib.settings import *  # noqa: F403  (every settings class, listed once)

__all__ = ["Deployment", "Finding", "InvalidSettingsError", "check", "profiles"]
__all__ += settings.__all__
