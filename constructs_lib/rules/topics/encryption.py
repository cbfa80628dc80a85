"""The keys of KMS that a pool needs: for what it keeps, and for what it hands to custom senders.

That a key is said at all, by its ARN and of the pool's Region, is in `lifecycle` and `triggers`.
"""

from collections.abc import Iterator

from constructs_lib.resources.model import KMS_KEY, USER_POOL
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.view import Problem, View

_PATHS = ("KeyConfiguration.KmsKeyArn", "LambdaConfig.KMSKeyID")
_KEPT = ("Retain", "RetainExceptOnCreate")


def _keys(pool: View) -> Iterator[tuple[str, View]]:
    """Walk the keys of the set that a pool needs."""
    for path in _PATHS:
        key = pool.neighbour(path) if pool.has(path) else None
        if key is not None and key.type == KMS_KEY:
            yield path, key


@rule(
    "encryption.key-not-symmetric",
    USER_POOL,
    severity="warning",
    why="Cognito encrypts and decrypts with one and the same key",
    evidence="developer guide",
    source=GUIDE + "user-pool-lambda-custom-sender-triggers.html",
)
def key_not_symmetric(pool: View) -> Iterator[Problem]:
    """Warn of a key of another kind."""
    for path, key in _keys(pool):
        spec, usage = key.text("KeySpec"), key.text("KeyUsage")
        if spec not in (None, "SYMMETRIC_DEFAULT") or usage not in (None, "ENCRYPT_DECRYPT"):
            yield pool.problem(
                path,
                f"should be a symmetric key, and {key.key} is not ({spec or usage})",
                allowed="a key with KeySpec SYMMETRIC_DEFAULT and KeyUsage ENCRYPT_DECRYPT",
                fix=f"leave KeySpec and KeyUsage of {key.key} out",
            )


@rule(
    "encryption.key-goes-first",
    USER_POOL,
    severity="warning",
    why="the pool is kept when it leaves the stack, and its key is deleted: within the waiting time nobody can sign in "
    "any more, after it what is encrypted is lost for ever",
    evidence="inferred",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
)
def key_goes_first(pool: View) -> Iterator[Problem]:
    """Warn of a pool that outlives its key."""
    if pool.attributes.get("DeletionPolicy") not in _KEPT:
        return
    for path, key in _keys(pool):
        policy = key.attributes.get("DeletionPolicy")
        if policy in (None, "Delete"):
            yield pool.problem(
                path,
                f"is deleted with the stack ({key.key}), and the pool is kept",
                allowed="a key that is kept as the pool is",
                fix=f"say DeletionPolicy and UpdateReplacePolicy Retain of {key.key}; encrypting_key() does",
            )
