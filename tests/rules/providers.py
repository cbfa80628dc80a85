"""Identity providers for the rules' tests."""

from typing import Any

from constructs_lib.resources.model import USER_POOL_IDENTITY_PROVIDER, Resources

GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
REFERENCE = "{{resolve:secretsmanager:shop/google:SecretString:client_secret}}"

GOOGLE = {"client_id": "id", "client_secret": REFERENCE, "authorize_scopes": "openid email"}
OIDC: dict[Any, Any] = {
    "client_id": "id",
    "client_secret": REFERENCE,
    "authorize_scopes": "openid",
    "oidc_issuer": "https://login.example",
    "attributes_request_method": "GET",
}
SAML = {"MetadataURL": "https://login.example/saml"}
_DETAILS = {"Google": GOOGLE, "OIDC": OIDC, "SAML": SAML}


def provider(kind: str = "OIDC", key: str = "Provider", *, without: str = "", **properties: Any) -> Resources:
    """Make an identity provider of the pool ``Pool``; details are laid over those that its kind needs."""
    details = {**_DETAILS.get(kind, {}), **properties.pop("details", {})}
    details.pop(without, None)
    name = kind if kind not in ("OIDC", "SAML") else f"Company-{kind}"
    said = {"UserPoolId": {"Ref": "Pool"}, "ProviderName": name, "ProviderType": kind, "ProviderDetails": details}
    return {key: {"Type": USER_POOL_IDENTITY_PROVIDER, "Properties": said | properties}}
