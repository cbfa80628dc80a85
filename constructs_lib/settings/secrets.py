"""Secrets that settings refer to and never hold.

CloudFormation fetches what a dynamic reference names when it deploys; a later change of the secret reaches the pool
with the next change of the resource.
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
"""

import re
from typing import Any, Protocol, Union

from constructs_lib.declarations import Given, Verbatim
from constructs_lib.resources.values import is_intrinsic, is_token

_ID = re.compile(r"[A-Za-z0-9/_+=.@!:-]+")
_FIELD = re.compile(r"[^:{}\s]+")


class Resolvable(Protocol):
    """A value that a CDK app works out later, such as its ``SecretValue``."""

    @property
    def creation_stack(self) -> Any:
        """Tell where it was made."""

    def resolve(self, context: Any, /) -> Any:
        """Work the value out."""


Secret = Union[str, Verbatim, Resolvable]  # noqa: UP007  (Verbatim and a protocol need Union on Python 3.10)
"""A secret: `secret` or another reference as a text, an intrinsic function, or a ``SecretValue`` of CDK."""


def secret(secret_id: str, field: str | None = None) -> str:
    """Refer to a secret of AWS Secrets Manager.

    Args:
        secret_id: The secret's name (``shop/google``) or ARN; one of another account needs the ARN.
        field: The key in a secret that is a JSON object. Default: the secret's whole text.

    Raises:
        ValueError: This is no name or ARN of a secret, or no key that a reference can name.
    """
    if not _ID.fullmatch(secret_id) and not is_token(secret_id):
        raise ValueError(f"secret: must be the name or ARN of a secret, got {secret_id!r}")
    if field is not None and not _FIELD.fullmatch(field) and not is_token(field):
        raise ValueError(f"secret: field must be a key without spaces, colons and braces, got {field!r}")
    key = "" if field is None else f":{field}"
    return f"{{{{resolve:secretsmanager:{secret_id}:SecretString{key}}}}}"


def given(name: str, value: Secret) -> Given[str]:
    """Take a secret into a setting, what is no text as it is; the value is never shown.

    Raises:
        TypeError: This is no secret that could reach the template.
    """
    if isinstance(value, (str, Verbatim)):
        return value
    if is_intrinsic(value) or hasattr(type(value), "creation_stack"):  # looked for on the class: no call to Node
        return Verbatim(value)
    raise TypeError(f"{name}: must be a text, a Verbatim or a SecretValue of CDK, got {type(value).__name__}")
