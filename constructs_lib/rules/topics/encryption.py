"""The keys of KMS that a pool needs: for what it keeps, and for what it hands to custom senders.

That a key is said at all, itself and of the pool's Region, is in `lifecycle` and `triggers`.
"""

from collections.abc import Iterator

from constructs_lib.resources.model import KMS_KEY, USER_POOL
from constructs_lib.rules.arns import is_of_another_service
from constructs_lib.rules.registry import API, GUIDE, rule
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
    "encryption.not-a-key",
    USER_POOL,
    severity="warning",
    why="Cognito encrypts with keys of KMS; what it answers to other ARNs is not documented",
    evidence="inferred",
    source=API + "API_KeyConfigurationType.html",
)
def not_a_key(pool: View) -> Iterator[Problem]:
    """Warn of the ARN of something else."""
    for path in _PATHS:
        if pool.has(path) and is_of_another_service(pool.get(path), "kms"):
            yield pool.problem(
                path,
                "is not the ARN of a key",
                got=pool.get(path),
                allowed="arn:aws:kms:<region>:<account>:key/<id>",
                fix="use the ARN of a symmetric KMS key",
            )


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
