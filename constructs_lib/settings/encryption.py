"""The key that a pool's data is encrypted with at rest.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-encryption.html
"""

from dataclasses import dataclass
from typing import Literal

from constructs_lib.declarations import Part, Setting, prop


@dataclass(frozen=True, kw_only=True, repr=False)
class EncryptionKey(Part):
    """Who owns the key."""

    key_type: Setting[Literal["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KEY"]] = prop("KeyType")
    """Whether AWS owns the key or you do. Default: AWS."""

    kms_key_arn: Setting[str] = prop("KmsKeyArn")
    """ARN of your symmetric key, in the pool's Region (no alias). Default: none."""
