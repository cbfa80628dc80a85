"""After confirmation: who has signed up comes into a group.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
"""

import logging
import os
from typing import Any

import boto3  # type: ignore[import-untyped]
from aws_lambda_powertools.utilities.data_classes.cognito_user_pool_event import PostConfirmationTriggerEvent
from botocore.config import Config  # type: ignore[import-untyped]
from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]

GROUP = os.environ["GROUP"]
# Cognito waits five seconds: long enough to try twice.
COGNITO = boto3.client(
    "cognito-idp", config=Config(connect_timeout=1, read_timeout=1, retries={"total_max_attempts": 2})
)


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Put a new user into the group; a password that is reset is confirmed too, and changes nothing."""
    asked = PostConfirmationTriggerEvent(event)
    if asked.trigger_source == "PostConfirmation_ConfirmSignUp":
        try:
            COGNITO.admin_add_user_to_group(UserPoolId=asked.user_pool_id, Username=asked.user_name, GroupName=GROUP)
        except (BotoCoreError, ClientError) as error:
            logging.error("no user was put into the group %s: %s", GROUP, type(error).__name__)
            raise RuntimeError("your account is confirmed, but not set up yet; please ask for help") from None
    return event
