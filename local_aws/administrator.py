"""What an administrator does once, before the first deployment: have a hosted zone, and keep the providers' secrets."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping

from local_aws.server import LocalAws

ZONE = "shop.example"
# The key of a secret that is a JSON object; a secret without one is a text.
_SECRETS: Mapping[str, str | None] = {
    "shop/google": "client_secret",
    "shop/apple-private-key": None,
    "company/partner-login": None,
}


def prepare(aws: LocalAws) -> Mapping[str, str]:
    """Do it, and return what the app has to know of it, as context."""
    keeper = aws.client("secretsmanager")
    for name, key in _SECRETS.items():
        value = secrets.token_urlsafe(24)
        keeper.create_secret(Name=name, SecretString=json.dumps({key: value}) if key else value)
    zone = aws.client("route53").create_hosted_zone(Name=ZONE, CallerReference="once")["HostedZone"]
    return {"demo:zone-id": zone["Id"].rpartition("/")[2]}
