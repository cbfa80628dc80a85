"""The part of Amplify's published schema that is about sign-in, in our own words, and whether a value fits into it.

https://github.com/aws-amplify/amplify-backend, packages/client-config/src/client-config-schema/schema_v1.4.json; in 1.5
this part is the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_STANDARD = (
    "address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture "
    "preferred_username profile sub updated_at website zoneinfo"
)


@dataclass(frozen=True)
class Listed:
    """A list; the schema may want elements to be there, and each of them once."""

    element: Any
    least: int = 0
    unique: bool = True


@dataclass(frozen=True)
class Object:
    """An object that has no other properties than these."""

    properties: Mapping[str, Any]
    required: frozenset[str] = frozenset()


def _all(**properties: Any) -> Object:
    return Object(properties, frozenset(properties))


AUTH = Object(
    {
        "aws_region": str,
        "user_pool_id": str,
        "user_pool_client_id": str,
        "identity_pool_id": str,
        "password_policy": _all(
            min_length=range(6, 100),
            require_numbers=bool,
            require_lowercase=bool,
            require_uppercase=bool,
            require_symbols=bool,
        ),
        "oauth": _all(
            identity_providers=Listed({"GOOGLE", "FACEBOOK", "LOGIN_WITH_AMAZON", "SIGN_IN_WITH_APPLE"}),
            domain=str,
            scopes=Listed(str),
            redirect_sign_in_uri=Listed(str, least=1),
            redirect_sign_out_uri=Listed(str, least=1),
            response_type={"code", "token"},
        ),
        "standard_required_attributes": Listed(set(_STANDARD.split())),
        "username_attributes": Listed({"email", "phone_number", "username"}, least=1),
        "user_verification_types": Listed({"email", "phone_number"}, unique=False),
        "unauthenticated_identities_enabled": bool,
        "mfa_configuration": {"NONE", "OPTIONAL", "REQUIRED"},
        "mfa_methods": Listed({"SMS", "TOTP", "EMAIL"}, unique=False),
        "passwordless": Object(
            {
                "email_otp_enabled": bool,
                "sms_otp_enabled": bool,
                "web_authn": _all(relying_party_id=str, user_verification={"required", "preferred"}),
                "preferred_challenge": {"EMAIL_OTP", "SMS_OTP", "PASSWORD", "WEB_AUTHN"},
            }
        ),
        "groups": Listed({str: Object({"precedence": int})}, unique=False),
    },
    frozenset({"aws_region", "user_pool_id", "user_pool_client_id"}),
)
OUTPUTS = _all(version={"1.4"}, auth=AUTH)


def misfits(value: Any, shape: Any = OUTPUTS, path: str = "") -> Iterator[str]:
    """Walk the places at which a value does not fit."""
    if isinstance(shape, Object):
        yield from _object(value, shape, path)
    elif isinstance(shape, Listed):
        items = value if isinstance(value, list) else []
        once = [item for index, item in enumerate(items) if item not in items[:index]]
        if not isinstance(value, list) or len(items) < shape.least or (shape.unique and once != items):
            yield path
        for index, item in enumerate(items):
            yield from misfits(item, shape.element, f"{path}[{index}]")
    elif isinstance(shape, dict):
        for name, item in value.items():
            yield from misfits(item, shape[str], f"{path}.{name}")
    elif isinstance(shape, type):
        if type(value) is not shape:
            yield path
    elif value not in shape or isinstance(value, bool):
        yield path


def _object(value: Any, shape: Object, path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield path
        return
    yield from (
        f"{path}.{name}" for name in sorted((shape.required - value.keys()) | (value.keys() - shape.properties.keys()))
    )
    for name, item in value.items():
        if name in shape.properties:
            yield from misfits(item, shape.properties[name], f"{path}.{name}")
