"""The key that a pool's data is encrypted with at rest.

https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html
"""

from typing import Literal

from constructs_lib.declarations import Part, Setting, declared, prop
from constructs_lib.declarations.codecs import Plain
from constructs_lib.declarations.references import Referring
from constructs_lib.settings.kms_keys import KmsKeyOf


@declared
class EncryptionKey(Part):
    """Who owns the key."""

    key_type: Setting[Literal["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KEY"]] = prop("KeyType")
    """Whether AWS owns the key or you do. Default: AWS."""

    kms_key_arn: Setting[str | KmsKeyOf] = prop("KmsKeyArn", codec=Referring(Plain(str, "a text"), KmsKeyOf))
    """ARN of your symmetric key, in the pool's Region (no alias), or ``KmsKeyOf("<key>")``. Default: none."""
