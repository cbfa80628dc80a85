"""Before tokens are made, version 2: groups and chosen attributes become claims of ID and access tokens.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
"""

import json
import os
from typing import Any

from aws_lambda_powertools.utilities.data_classes.cognito_user_pool_event import PreTokenGenerationV2TriggerEvent

CLAIMS: dict[str, str] = json.loads(os.environ["CLAIMS"])
GROUPS: str | None = os.environ.get("GROUPS")


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Add the claims to both tokens; an attribute that a user does not have is no claim."""
    asked = PreTokenGenerationV2TriggerEvent(event)
    groups, said = asked.request.group_configuration, asked.request.user_attributes
    claims: dict[str, Any] = {claim: said[name] for claim, name in CLAIMS.items() if name in said}
    if GROUPS:
        claims[GROUPS] = groups.groups_to_override
    details = asked.response.claims_scope_override_details
    details.id_token_generation.claims_to_add_or_override = claims
    details.access_token_generation.claims_to_add_or_override = claims
    details.group_configuration = groups.raw_event  # an answer without them would take the groups away
    return event
