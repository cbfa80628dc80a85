"""The details of a described identity provider: what was given, without what Cognito has found out.

From the description of ``ProviderDetails`` in the API model (botocore 1.43.106).
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IdentityProviderType.html
"""

_SOCIAL = frozenset(
    (
        "attributes_url",
        "attributes_url_add_attributes",
        "authorize_url",
        "jwks_uri",
        "oidc_issuer",
        "token_request_method",
        "token_url",
    )
)
FOUND_OUT = {
    "Facebook": _SOCIAL,
    "Google": _SOCIAL,
    "LoginWithAmazon": _SOCIAL,
    "SignInWithApple": _SOCIAL,
    "OIDC": frozenset(("attributes_url_add_attributes", "token_request_method")),
    "SAML": frozenset(("ActiveEncryptionCertificate", "SLORedirectBindingURI", "SSORedirectBindingURI")),
}
"""What describe-identity-provider prints although nobody has given it, by the provider's type."""

SECRETS = ("client_secret", "private_key")
"""What never leaves the document."""

NEVER_PRINTED = {"SignInWithApple": "private_key"}
"""The secret that a provider of a type has although no answer shows it."""
