"""Rules about replicas in other Regions."""

from typing import Any

import pytest

from constructs_lib.checking import check
from constructs_lib.resources.model import KMS_KEY, USER_POOL_REPLICA, Resources
from constructs_lib.rules import Deployment, judge
from constructs_lib.settings import EncryptionKey, KmsKey, KmsKeyOf, Replica, UserPoolSettings
from tests.rules.case import UNKNOWN, Case, domain, pool

HERE = Deployment(region="eu-central-1")
_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html"
MANY_REGIONS = "arn:aws:kms:eu-central-1:111122223333:key/mrk-1234abcd"
ONE_REGION = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab"


def replica(key: str = "Replica", /, **properties: Any) -> Resources:
    said = {"UserPoolId": {"Ref": "Pool"}, "RegionName": "eu-west-1"} | properties
    return {key: {"Type": USER_POOL_REPLICA, "Properties": said}}


def encrypted(key: Any) -> Resources:
    return pool(KeyConfiguration={"KeyType": "CUSTOMER_MANAGED_KEY", "KmsKeyArn": key})


def kms_key(**properties: Any) -> Resources:
    return {"Key": {"Type": KMS_KEY, "Properties": properties}}


def failing_over(region: Any) -> Resources:
    return domain(Domain="auth.shop.example", Routing={"Failover": {"SecondaryRegion": region}})


MADE_HERE = encrypted({"Fn::GetAtt": ["Key", "Arn"]})

CASES = [
    Case(
        rule="replica.feature-plan",
        fails=pool(UserPoolTier="LITE") | replica(),
        says=f"""\
Replica.RegionName: needs the Essentials plan, and Pool.UserPoolTier is LITE, got 'eu-west-1'
   allowed: a replica where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [replica.feature-plan] {_GUIDE}""",
        passes=pool() | replica(),
        silent=pool(UserPoolTier=UNKNOWN) | replica(),
    ),
    Case(
        rule="replica.key-missing",
        fails=pool() | replica(),
        says=f"""\
Replica.RegionName: needs a multi-Region key of yours in Pool.KeyConfiguration.KmsKeyArn, got 'eu-west-1'
   allowed: a replica where Pool.KeyConfiguration.KmsKeyArn is a multi-Region key that the replica's Region has too
   fix: give the pool such a key, and make its replica in the other Region first
   [replica.key-missing] {_GUIDE}""",
        passes=encrypted(UNKNOWN) | replica(),
        silent=pool(KeyConfiguration=UNKNOWN) | replica(),
    ),
    Case(
        rule="replica.key-of-one-region",
        fails=MADE_HERE | kms_key() | replica(),
        says=f"""\
Replica.RegionName: needs a multi-Region key, and Pool.KeyConfiguration.KmsKeyArn is none, got 'eu-west-1'
   allowed: a key with MultiRegion true, whose id begins with mrk-
   fix: make another key, with MultiRegion true
   [replica.key-of-one-region] {_GUIDE}""",
        passes=MADE_HERE | kms_key(MultiRegion=True) | replica(),
        silent=MADE_HERE | kms_key(MultiRegion=UNKNOWN) | replica(),
    ),
    Case(
        rule="replica.issuer",
        fails=pool() | replica(),
        says=f"""\
Replica.RegionName: needs Pool.IssuerConfiguration.Type UPDATED, got 'eu-west-1'
   allowed: a replica of a pool whose issuer is that of no Region
   fix: set Pool.IssuerConfiguration.Type to UPDATED once all who verify tokens know the new issuer
   [replica.issuer] {_GUIDE}""",
        passes=pool(IssuerConfiguration={"Type": "UPDATED"}) | replica(),
        silent=pool(IssuerConfiguration=UNKNOWN) | replica(),
    ),
    Case(
        rule="replica.same-region",
        fails=replica(RegionName="eu-central-1"),
        says=f"""\
Replica.RegionName: is the pool's own Region, got 'eu-central-1'
   allowed: any Region with Cognito but eu-central-1
   fix: name the Region that shall take over
   [replica.same-region] {_GUIDE}""",
        passes=replica(),
        silent=replica(RegionName=UNKNOWN),
        where=HERE,
    ),
    Case(
        rule="replica.second",
        fails=pool() | replica() | replica("Second", RegionName="eu-north-1"),
        says=f"""\
Second.RegionName: is a second replica of the pool, which AWS may refuse, got 'eu-north-1'
   allowed: one replica
   fix: keep one of them
   [replica.second] {_GUIDE}""",
        passes=pool() | replica() | replica("Second", UserPoolId="eu-central-1_Other"),
        silent=pool() | replica() | replica("Second", UserPoolId=UNKNOWN),
    ),
    Case(
        rule="replica.authenticator-apps",
        fails=pool(MfaConfiguration="ON", EnabledMfas=["SOFTWARE_TOKEN_MFA"]) | replica(),
        says=f"""\
Replica.RegionName: lets nobody in who has an authenticator app (Pool.EnabledMfas), got 'eu-west-1'
   allowed: a replica of a pool with other factors
   fix: let users have a passkey or codes by e-mail as well, or acknowledge this
   [replica.authenticator-apps] {_GUIDE}""",
        passes=pool(MfaConfiguration="ON", EnabledMfas=["EMAIL_OTP"]) | replica(),
        silent=pool(MfaConfiguration=UNKNOWN, EnabledMfas=["SOFTWARE_TOKEN_MFA"]) | replica(),
    ),
    Case(
        rule="replica.failover-elsewhere",
        fails=pool() | failing_over("eu-north-1") | replica(),
        says=f"""\
Replica.RegionName: is not where the domain Domain falls back to, which is eu-north-1, got 'eu-west-1'
   fix: name the same Region in both places
   [replica.failover-elsewhere] {_GUIDE}""",
        passes=pool() | failing_over("eu-west-1") | replica(),
        silent=pool() | failing_over(UNKNOWN) | replica(),
    ),
]


@pytest.mark.parametrize(("key", "refused"), [(ONE_REGION, True), (MANY_REGIONS, False), ("alias/pool", False)])
def test_the_id_of_a_key_tells_whether_it_is_of_one_region(key: str, refused: bool) -> None:
    findings = judge(encrypted(key) | replica(), HERE)
    assert any(finding.rule == "replica.key-of-one-region" for finding in findings) is refused


def test_a_key_that_aws_owns_is_none_of_yours() -> None:
    resources = pool(KeyConfiguration={"KeyType": "AWS_OWNED_KEY", "KmsKeyArn": MANY_REGIONS}) | replica()
    assert any(finding.rule == "replica.key-missing" for finding in judge(resources, HERE))


def test_a_pool_that_is_ready_for_a_replica() -> None:
    settings = UserPoolSettings(
        feature_plan="ESSENTIALS",
        issuer_type="UPDATED",
        encryption_key=EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn=KmsKeyOf("pool")),
        kms_keys={"pool": KmsKey(multi_region=True)},
        replicas={"west": Replica("eu-west-1")},
    )
    assert [finding.rule for finding in check(settings, HERE) if finding.rule.startswith("replica.")] == []


@pytest.mark.parametrize(("mfa", "warned"), [("ON", True), ("OPTIONAL", True), ("OFF", False)])
def test_an_authenticator_app_matters_where_there_is_a_second_factor(mfa: str, warned: bool) -> None:
    findings = judge(pool(EnabledMfas=["SOFTWARE_TOKEN_MFA"], MfaConfiguration=mfa) | replica(), HERE)
    assert any(finding.rule == "replica.authenticator-apps" for finding in findings) is warned
