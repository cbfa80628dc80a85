"""Rules about what outlives a deployment."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, pool

KEY = "arn:aws:kms:eu-central-1:111122223333:key/1"
ALIAS = "arn:aws:kms:eu-central-1:111122223333:alias/pool"


def with_policy(policy: Any, **properties: Any) -> Resources:
    return {key: resource | {"DeletionPolicy": policy} for key, resource in pool(**properties).items()}


def key(kind: Any, arn: Any = None) -> Resources:
    said = {"KeyType": kind, "KmsKeyArn": arn}
    return pool(KeyConfiguration={name: value for name, value in said.items() if value is not None})


CASES = [
    Case(
        rule="lifecycle.protected-but-deleted",
        fails=with_policy("Delete", DeletionProtection="ACTIVE"),
        says="""\
Pool.DeletionPolicy: should be Retain while Pool.DeletionProtection is ACTIVE, got 'Delete'
   allowed: Retain while Pool.DeletionProtection is ACTIVE, Delete while it is INACTIVE
   fix: say Retain, or turn Pool.DeletionProtection off where the users may go
   [lifecycle.protected-but-deleted] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html""",
        passes=with_policy("RetainExceptOnCreate", DeletionProtection="ACTIVE"),
        silent=with_policy("Delete", DeletionProtection=UNKNOWN),
    ),
    Case(
        rule="lifecycle.users-unprotected",
        fails=pool(),
        says="""\
Pool.DeletionPolicy: is left out: the pool and its users are deleted when it leaves the stack or is renamed in \
it
   allowed: Retain, or Delete where the users may go
   fix: say Retain and set Pool.DeletionProtection to ACTIVE
   [lifecycle.users-unprotected] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html""",
        passes=with_policy("Delete"),
        silent=pool(DeletionProtection=UNKNOWN),
    ),
    Case(
        rule="encryption.key-missing",
        fails=key("CUSTOMER_MANAGED_KEY"),
        says="""\
Pool.KeyConfiguration.KmsKeyArn: should be given while Pool.KeyConfiguration.KeyType is CUSTOMER_MANAGED_KEY
   allowed: the ARN of your key
   fix: give the ARN of your key, or say AWS_OWNED_KEY
   [encryption.key-missing] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_KeyConfigurationType.html""",
        passes=key("CUSTOMER_MANAGED_KEY", KEY),
        silent=key(UNKNOWN),
    ),
    Case(
        rule="encryption.key-unused",
        fails=key("AWS_OWNED_KEY", KEY),
        says="""\
Pool.KeyConfiguration.KmsKeyArn: is not used while Pool.KeyConfiguration.KeyType is AWS_OWNED_KEY, got \
'arn:aws:kms:eu-central-1:111122223333:key/1'
   allowed: nothing
   fix: leave it out, or say CUSTOMER_MANAGED_KEY
   [encryption.key-unused] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_KeyConfigurationType.html""",
        passes=key("AWS_OWNED_KEY"),
        silent=key(UNKNOWN, KEY),
    ),
    Case(
        rule="encryption.key-alias",
        fails=key("CUSTOMER_MANAGED_KEY", ALIAS),
        says="""\
Pool.KeyConfiguration.KmsKeyArn: should be the ARN of a key, not of an alias, got \
'arn:aws:kms:eu-central-1:111122223333:alias/pool'
   allowed: an ARN with :key/ in it
   fix: use the ARN of the key that the alias stands for
   [encryption.key-alias] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_KeyConfigurationType.html""",
        passes=key("CUSTOMER_MANAGED_KEY", KEY),
        silent=key("CUSTOMER_MANAGED_KEY", UNKNOWN),
    ),
    Case(
        rule="encryption.key-of-another-region",
        fails=key("CUSTOMER_MANAGED_KEY", KEY),
        says="""\
Pool.KeyConfiguration.KmsKeyArn: should be a key of eu-west-1, where the pool is, got \
'arn:aws:kms:eu-central-1:111122223333:key/1'
   fix: use a key of that Region, or the replica there of a multi-Region key
   [encryption.key-of-another-region] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_KeyConfigurationType.html""",
        passes=key("CUSTOMER_MANAGED_KEY", KEY.replace("eu-central-1", "eu-west-1")),
        silent=key("CUSTOMER_MANAGED_KEY", UNKNOWN),
        where=Deployment(region="eu-west-1"),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize(
    ("resources", "findings"),
    [
        (pool(DeletionProtection="ACTIVE"), 1),
        (pool(DeletionProtection="INACTIVE"), 0),
        (with_policy("Retain", DeletionProtection="ACTIVE"), 0),
        (with_policy(UNKNOWN, DeletionProtection="ACTIVE"), 0),
        (with_policy("Delete", DeletionProtection="INACTIVE"), 0),
    ],
)
def test_a_protected_pool_is_not_to_be_deleted(resources: Resources, findings: int) -> None:
    assert found("lifecycle.protected-but-deleted", resources) == findings


def test_a_pool_for_throwing_away_is_left_alone() -> None:
    rules = [finding.rule for finding in judge(with_policy("Delete", DeletionProtection="INACTIVE"))]
    assert [rule for rule in rules if rule.startswith("lifecycle.")] == []


def test_a_key_is_not_judged_where_the_region_is_unknown() -> None:
    assert found("encryption.key-of-another-region", key("CUSTOMER_MANAGED_KEY", KEY)) == 0


def said_of(rule: str, resources: Resources, where: Deployment | None = None) -> list[str]:
    return [finding.problem for finding in judge(resources, where) if finding.rule == rule]


def test_what_is_left_out_is_deleted_and_what_is_protected_is_not_asked_for() -> None:
    protected = pool(DeletionProtection="ACTIVE")
    assert said_of("lifecycle.protected-but-deleted", protected) == ["is left out, which means Delete"]
    assert said_of("lifecycle.users-unprotected", protected) == []


@pytest.mark.parametrize("arn", ["arn:aws:kms:eu-west-1:111122223333", "arn:aws:iam:eu-west-1:1:key/1", "key"])
def test_what_is_no_key_is_in_no_region(arn: str) -> None:
    frankfurt = Deployment(region="eu-central-1")
    assert said_of("encryption.key-of-another-region", key("CUSTOMER_MANAGED_KEY", arn), frankfurt) == []
    assert said_of("encryption.key-of-another-region", key("CUSTOMER_MANAGED_KEY"), frankfurt) == []
