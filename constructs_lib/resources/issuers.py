"""Who issues a pool's tokens: the first word of the host, by the pool's setting.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
"""

from constructs_lib.resources.values import Json

HOSTS = {"ORIGINAL": "cognito-idp", "UPDATED": "issuer-cognito-idp"}
"""``IssuerConfiguration.Type`` → the first word."""


def host_of(issuer_type: Json) -> str:
    """Give the first word of an issuer's host; a pool that says nothing has the original one."""
    return HOSTS["UPDATED" if issuer_type == "UPDATED" else "ORIGINAL"]
