"""The CDK layer: settings become typed L1 resources of a CDK app. It includes what is rendered and decides nothing."""

try:  # aws_cdk starts Node the moment it is imported
    from constructs_lib.cdk.access_authorizer import AccessAuthorizer
    from constructs_lib.cdk.alarms import UserPoolAlarms
    from constructs_lib.cdk.existing_user_pool import ExistingCognitoUserPool
    from constructs_lib.cdk.front_end import FrontEnd
    from constructs_lib.cdk.identity_pool import CognitoIdentityPool
    from constructs_lib.cdk.lock import lock_user_pools
    from constructs_lib.cdk.log_groups import log_group_arn
    from constructs_lib.cdk.plugin import CognitoChecks
    from constructs_lib.cdk.ready_made_triggers import (
        allowed_email_domains,
        claims_in_tokens,
        default_group,
        link_by_verified_email,
    )
    from constructs_lib.cdk.trigger_function import TriggerFunction
    from constructs_lib.cdk.user_pool import CognitoUserPool
except Exception as _error:
    from constructs_lib.cdk.versions import explained

    raise explained(_error) from _error

__all__ = [
    "AccessAuthorizer",
    "CognitoChecks",
    "CognitoIdentityPool",
    "CognitoUserPool",
    "ExistingCognitoUserPool",
    "FrontEnd",
    "TriggerFunction",
    "UserPoolAlarms",
    "allowed_email_domains",
    "claims_in_tokens",
    "default_group",
    "link_by_verified_email",
    "lock_user_pools",
    "log_group_arn",
]
