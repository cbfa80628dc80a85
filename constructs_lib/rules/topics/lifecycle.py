"""What outlives a deployment: deletion, its protection, and the key that the data is encrypted with.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL
from constructs_lib.rules.registry import API, CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_KEY = "KeyConfiguration.KmsKeyArn"
_KEY_PAGE = API + "API_KeyConfigurationType.html"


@rule(
    "lifecycle.protected-but-deleted",
    USER_POOL,
    severity="warning",
    why="CloudFormation tries to delete the pool with its stack, and Cognito refuses: the stack ends in DELETE_FAILED",
    evidence="API model",
    source=GUIDE + "user-pool-settings-deletion-protection.html",
)
def protected_but_deleted(pool: View) -> Iterator[Problem]:
    """Warn of a pool that is to be deleted and must not be."""
    policy = pool.attributes.get("DeletionPolicy")
    if policy in (None, "Delete") and pool.text("DeletionProtection") == "ACTIVE":
        yield pool.problem(
            "DeletionPolicy",
            "should be Retain while {DeletionProtection} is ACTIVE" if policy else "is left out, which means Delete",
            got=policy,
            allowed="Retain while {DeletionProtection} is ACTIVE, Delete while it is INACTIVE",
            fix="say Retain, or turn {DeletionProtection} off where the users may go",
        )


@rule(
    "lifecycle.users-unprotected",
    USER_POOL,
    severity="warning",
    why="a pool that leaves the stack, or gets another logical id, is deleted with all its users",
    evidence="reported",
    source=CLOUDFORMATION + "aws-attribute-deletionpolicy.html",
)
def users_unprotected(pool: View) -> Iterator[Problem]:
    """Ask what is to become of the users; whoever says Delete has answered."""
    if "DeletionPolicy" not in pool.attributes and pool.text("DeletionProtection") != "ACTIVE":
        yield pool.problem(
            "DeletionPolicy",
            "is left out: the pool and its users are deleted when it leaves the stack or is renamed in it",
            allowed="Retain, or Delete where the users may go",
            fix="say Retain and set {DeletionProtection} to ACTIVE",
        )


@rule(
    "encryption.key-missing",
    USER_POOL,
    severity="warning",
    why="without the ARN of a key of yours AWS takes one of its own",
    evidence="API model",
    source=_KEY_PAGE,
)
def key_missing(pool: View) -> Iterator[Problem]:
    """Warn of a key of one's own that is nowhere."""
    if pool.text("KeyConfiguration.KeyType") == "CUSTOMER_MANAGED_KEY" and not pool.has(_KEY):
        yield pool.problem(
            _KEY,
            "should be given while {KeyConfiguration.KeyType} is CUSTOMER_MANAGED_KEY",
            allowed="the ARN of your key",
            fix="give the ARN of your key, or say AWS_OWNED_KEY",
        )


@rule(
    "encryption.key-unused",
    USER_POOL,
    severity="warning",
    why="a key of yours is used only by CUSTOMER_MANAGED_KEY",
    evidence="inferred",
    source=_KEY_PAGE,
)
def key_unused(pool: View) -> Iterator[Problem]:
    """Warn of a key beside the words that AWS's is used."""
    if pool.surely_has(_KEY) and pool.text("KeyConfiguration.KeyType") == "AWS_OWNED_KEY":
        yield pool.problem(
            _KEY,
            "is not used while {KeyConfiguration.KeyType} is AWS_OWNED_KEY",
            got=pool.get(_KEY),
            allowed="nothing",
            fix="leave it out, or say CUSTOMER_MANAGED_KEY",
        )


@rule(
    "encryption.key-alias",
    USER_POOL,
    severity="warning",
    why="the pool wants the key itself: an alias can come to mean another key, which could not read the data",
    evidence="inferred",
    source=_KEY_PAGE,
)
def key_alias(pool: View) -> Iterator[Problem]:
    """Warn of an alias in place of a key."""
    arn = pool.text(_KEY)
    if arn is not None and ":alias/" in arn:
        yield pool.problem(
            _KEY,
            "should be the ARN of a key, not of an alias",
            got=arn,
            allowed="an ARN with :key/ in it",
            fix="use the ARN of the key that the alias stands for",
        )


@rule(
    "encryption.key-of-another-region",
    USER_POOL,
    severity="warning",
    why="a service uses keys of the Region that it runs in",
    evidence="inferred",
    source=_KEY_PAGE,
)
def key_of_another_region(pool: View) -> Iterator[Problem]:
    """Warn of a key that lives elsewhere."""
    arn = pool.text(_KEY)
    parts = (arn or "").split(":")
    if len(parts) > 5 and parts[2] == "kms" and parts[3] != pool.region:
        yield pool.problem(
            _KEY,
            f"should be a key of {pool.region}, where the pool is",
            got=arn,
            allowed=f"a key of {pool.region}",
            fix="use a key of that Region, or the replica there of a multi-Region key",
        )
