"""Rules about the keys that a pool needs."""

from typing import Any

import pytest

from constructs_lib import EncryptionKey, KmsKeyOf, UserPoolSettings, check, encrypting_key
from constructs_lib.resources.model import KMS_KEY, USER_POOL, Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, pool

_OF_KEY = {"Fn::GetAtt": ["Key", "Arn"]}


def key(policy: str | None = "Retain", **properties: Any) -> Resources:
    attributes = {"DeletionPolicy": policy} if policy else {}
    return {"Key": {"Type": KMS_KEY, **attributes, "Properties": properties}}


def kept(arn: Any = _OF_KEY, policy: str = "Retain") -> Resources:
    said = {"KeyConfiguration": {"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": arn}}
    return {"Pool": {"Type": USER_POOL, "DeletionPolicy": policy, "Properties": said}}


CASES = [
    Case(
        rule="encryption.not-a-key",
        fails=pool(LambdaConfig={"KMSKeyID": "arn:aws:s3:::keys"}),
        says="""\
Pool.LambdaConfig.KMSKeyID: is not the ARN of a key, got 'arn:aws:s3:::keys'
   allowed: arn:aws:kms:<region>:<account>:key/<id>
   fix: use the ARN of a symmetric KMS key
   [encryption.not-a-key] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_KeyConfigurationType.html""",
        passes=pool(LambdaConfig={"KMSKeyID": "arn:aws:kms:eu-central-1:111122223333:key/1"}),
        silent=pool(LambdaConfig={"KMSKeyID": UNKNOWN}),
    ),
    Case(
        rule="encryption.key-not-symmetric",
        fails=kept() | key(KeySpec="RSA_2048"),
        says="""\
Pool.KeyConfiguration.KmsKeyArn: should be a symmetric key, and Key is not (RSA_2048)
   allowed: a key with KeySpec SYMMETRIC_DEFAULT and KeyUsage ENCRYPT_DECRYPT
   fix: leave KeySpec and KeyUsage of Key out
   [encryption.key-not-symmetric] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html""",
        passes=kept() | key(KeySpec="SYMMETRIC_DEFAULT"),
        silent=kept() | key(KeySpec=UNKNOWN),
    ),
    Case(
        rule="encryption.key-goes-first",
        fails=kept() | key(None),
        says="""\
Pool.KeyConfiguration.KmsKeyArn: is deleted with the stack (Key), and the pool is kept
   allowed: a key that is kept as the pool is
   fix: say DeletionPolicy and UpdateReplacePolicy Retain of Key; encrypting_key() does
   [encryption.key-goes-first] https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html""",
        passes=kept() | key(),
        silent=kept(UNKNOWN) | key(None),
    ),
]


def _rules(resources: Resources) -> list[str]:
    return [finding.rule for finding in judge(resources) if finding.rule in {case.rule for case in CASES}]


@pytest.mark.parametrize(
    ("pools", "keys", "finds"),
    [
        ("Retain", "Delete", True),
        ("RetainExceptOnCreate", None, True),
        ("Retain", "RetainExceptOnCreate", False),
        ("Delete", None, False),
    ],
)
def test_the_key_is_kept_as_the_pool_is(pools: str, keys: str | None, finds: bool) -> None:
    assert _rules(kept(policy=pools) | key(keys)) == ["encryption.key-goes-first"] * finds


def test_the_key_of_custom_senders_is_needed_too() -> None:
    pool: Resources = {
        "Pool": {
            "Type": USER_POOL,
            "DeletionPolicy": "Retain",
            "Properties": {"LambdaConfig": {"KMSKeyID": _OF_KEY}},
        }
    }
    assert _rules(pool | key(None, KeyUsage="SIGN_VERIFY")) == [
        "encryption.key-goes-first",
        "encryption.key-not-symmetric",
    ]


def test_another_resource_is_no_key() -> None:
    assert _rules(kept() | {"Key": {"Type": "AWS::SSM::Parameter", "Properties": {"KeySpec": "RSA_2048"}}}) == []


def test_the_key_that_suits_a_pool_has_no_findings() -> None:
    settings = UserPoolSettings(
        deletion_policy="Retain",
        encryption_key=EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn=KmsKeyOf("pool")),
        kms_keys={"pool": encrypting_key()},
    )
    assert [one.rule for one in check(settings) if one.rule.startswith(("encryption.", "kms-key."))] == []
