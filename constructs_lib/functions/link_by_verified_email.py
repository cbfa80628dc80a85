"""Before sign-up: who comes from an identity provider is linked to the user who has the same verified address.

Whoever is linked gets the other's account. So it takes a provider that is trusted and says that the address is
verified, and exactly one user of the pool with that address, verified too; anybody else becomes a user of their own.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation-consolidate-users.html
"""

import json
import logging
import os
import re
from collections.abc import Iterator
from typing import Any

import boto3  # type: ignore[import-untyped]
from aws_lambda_powertools.utilities.data_classes.cognito_user_pool_event import PreSignUpTriggerEvent
from botocore.config import Config  # type: ignore[import-untyped]
from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]

PROVIDERS: list[str] = json.loads(os.environ["PROVIDERS"])
# Cognito waits five seconds, and may call twice: what has been linked the first time is seen the second time.
COGNITO = boto3.client(
    "cognito-idp", config=Config(connect_timeout=1, read_timeout=1, retries={"total_max_attempts": 2})
)
_ADDRESS = re.compile(r'[^\s"\\]+@[^\s"\\]+')  # nothing that could end the text in the filter


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Link whom a provider vouches for; who signs up otherwise is left alone."""
    asked = PreSignUpTriggerEvent(event)
    if asked.trigger_source == "PreSignUp_ExternalProvider":
        try:
            _link(asked)
        except (BotoCoreError, ClientError) as error:
            logging.error("no user was linked: %s", type(error).__name__)
            raise RuntimeError("your accounts could not be linked; please try again") from None
    return event


def _link(asked: PreSignUpTriggerEvent) -> None:
    said, (provider, subject) = asked.request.user_attributes, _vouched_for(asked.user_name)
    address = said.get("email", "")
    if not provider or said.get("email_verified", "").lower() != "true" or not _ADDRESS.fullmatch(address):
        return
    owners = list(_owners(asked.user_pool_id, address))
    if len(owners) == 1 and not _is_linked(owners[0], provider, subject):
        COGNITO.admin_link_provider_for_user(
            UserPoolId=asked.user_pool_id,
            DestinationUser={"ProviderName": "Cognito", "ProviderAttributeValue": owners[0]["Username"]},
            SourceUser={
                "ProviderName": provider,
                "ProviderAttributeName": "Cognito_Subject",
                "ProviderAttributeValue": subject,
            },
        )


def _vouched_for(user_name: str) -> tuple[str, str]:
    """Take a user name, ``<provider>_<subject>``, apart; pools that ignore case write the provider in small letters."""
    for provider in sorted(PROVIDERS, key=len, reverse=True):
        if user_name.lower().startswith(f"{provider.lower()}_"):
            return provider, user_name[len(provider) + 1 :]
    return "", ""


def _owners(pool_id: str, address: str) -> Iterator[dict[str, Any]]:
    """Walk the pool's own users whose verified address this is."""
    pages = COGNITO.get_paginator("list_users").paginate(UserPoolId=pool_id, Filter=f'email = "{address}"')
    for user in (user for page in pages for user in page["Users"]):
        said = _attributes(user)
        is_own = user["UserStatus"] not in ("EXTERNAL_PROVIDER", "UNCONFIRMED")
        if is_own and said.get("email_verified") == "true" and said.get("email", "").lower() == address.lower():
            yield user


def _is_linked(user: dict[str, Any], provider: str, subject: str) -> bool:
    identities = json.loads(_attributes(user).get("identities", "[]"))
    return any(one.get("providerName") == provider and one.get("userId") == subject for one in identities)


def _attributes(user: dict[str, Any]) -> dict[str, str]:
    return {each["Name"]: each["Value"] for each in user["Attributes"]}
