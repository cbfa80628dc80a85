"""Before sign-up: only addresses of certain domains may sign up.

It is asked of people who sign up by themselves or come from an identity provider. An administrator may create anybody.
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
"""

import json
import os
from typing import Any

from aws_lambda_powertools.utilities.data_classes.cognito_user_pool_event import PreSignUpTriggerEvent

DOMAINS = frozenset(json.loads(os.environ["DOMAINS"]))


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Refuse whoever has no address in one of the domains."""
    asked = PreSignUpTriggerEvent(event)
    if asked.trigger_source != "PreSignUp_AdminCreateUser" and _domain(asked) not in DOMAINS:
        raise PermissionError("sign-up is not open to this e-mail address")
    return event


def _domain(asked: PreSignUpTriggerEvent) -> str:
    return asked.request.user_attributes.get("email", "").rpartition("@")[2].lower()
