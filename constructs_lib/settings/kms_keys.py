"""Keys of your own for what a pool keeps and sends.

https://docs.aws.amazon.com/cognito/latest/developerguide/data-protection.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.declarations import ResourcePart, Setting, declared, prop
from constructs_lib.declarations.codecs import Document
from constructs_lib.declarations.references import KeyReference
from constructs_lib.resources.model import KMS_KEY
from constructs_lib.resources.values import Json


@declared
class KmsKey(ResourcePart):
    """A symmetric key; what is encrypted with it is lost with it. `encrypting_key` makes one that is kept."""

    TYPE: ClassVar[str] = KMS_KEY

    description: Setting[str] = prop("Description")
    """What it is for. Default: none. Can be changed."""

    enable_key_rotation: Setting[bool] = prop("EnableKeyRotation")
    """Whether AWS renews its material every year; what is encrypted stays readable. Default: False. Can be changed."""

    multi_region: Setting[bool] = prop("MultiRegion")
    """Whether it can have replicas in other Regions, as a pool with a replica needs. Default: False. Another value
    makes another key."""

    pending_window_in_days: Setting[int] = prop("PendingWindowInDays")
    """How long it can still be saved once it is deleted. Default: 30 days. Can be changed."""

    key_policy: Setting[Mapping[str, Json]] = prop("KeyPolicy", codec=Document())
    """Who may use it. Default: whoever the account's own IAM policies let. Can be changed."""


@dataclass(frozen=True)
class KmsKeyOf(KeyReference):
    """The ARN of a key of the same settings, by your key."""

    FIELD: ClassVar[str] = "kms_keys"
    PREFIX: ClassVar[str] = "KmsKey"

    def json(self) -> Json:
        return self.arn()


def encrypting_key(*, disposable: bool = False, **more: Any) -> KmsKey:
    """Make a key that AWS renews every year, and that is kept as long as what it has encrypted.

    Args:
        disposable: Whether the key may go when it leaves the stack, which ends all that is encrypted with it.
            Default: it is kept.
        more: Any other field of `KmsKey`, such as ``multi_region=True`` for a pool with replicas.

    """
    policy = "Delete" if disposable else "Retain"
    said: dict[str, Any] = {"deletion_policy": policy, "update_replace_policy": policy, "enable_key_rotation": True}
    return KmsKey(**said | more)
