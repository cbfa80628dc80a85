"""What is different about a pool in one Region is held against the rules about the pool's own."""

from dataclasses import replace

import pytest

from constructs_lib.checking import check
from constructs_lib.resources.model import USER_POOL, USER_POOL_REGIONAL_CONFIGURATION, Resources
from constructs_lib.rules import Deployment
from constructs_lib.rules.catalogue import rules_of
from constructs_lib.rules.topics.regional_configuration import SHARED, regional_id
from constructs_lib.settings import ExistingUserPool, RegionalConfiguration, Sms, UserPoolSettings, ses_email
from tests.rules import (
    test_custom_auth,
    test_email,
    test_email_identity,
    test_sms,
    test_sms_role,
    test_trigger_functions,
    test_triggers,
)
from tests.rules.case import Case, pool

OF_THE_POOL = {
    case.rule: case
    for module in (
        test_custom_auth,
        test_email,
        test_email_identity,
        test_sms,
        test_sms_role,
        test_trigger_functions,
        test_triggers,
    )
    for case in module.CASES
}


def elsewhere(resources: Resources) -> Resources:
    """Say of a Region what a template says of a pool."""
    said = {
        key: {"Type": USER_POOL_REGIONAL_CONFIGURATION, "Properties": {"UserPoolId": "us-east-1_AbC"} | properties}
        for key, resource in resources.items()
        if resource["Type"] == USER_POOL and isinstance(properties := resource.get("Properties", {}), dict)
    }
    return resources | said


def of_region(case: Case) -> Case:
    new = regional_id(case.rule)
    return replace(
        case,
        rule=new,
        fails=elsewhere(case.fails),
        says=case.says.replace(f"[{case.rule}]", f"[{new}]"),
        passes=elsewhere(case.passes),
        silent=elsewhere(case.silent),
    )


def configuration(**properties: object) -> Resources:
    said = {"UserPoolId": {"Ref": "Pool"}} | properties
    return {"Here": {"Type": USER_POOL_REGIONAL_CONFIGURATION, "Properties": said}}


CASES = [
    *(of_region(OF_THE_POOL[rule]) for rule in SHARED),
    Case(
        rule="regional-configuration.beside-pool",
        fails=pool() | configuration(),
        says="""\
Here: is for a Region that the pool is replicated to, and the pool is in this one
   allowed: the stack of another Region, with the pool's id
   fix: say it of the pool itself, or move it to a stack in the replica's Region
   [regional-configuration.beside-pool] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html""",
        passes=pool() | configuration(UserPoolId="us-east-1_AbC"),
        silent=configuration(),
    ),
]


@pytest.mark.parametrize("rule", SHARED)
def test_a_shared_rule_is_the_pools_own(rule: str) -> None:
    of_pool = next(one for one in rules_of(USER_POOL) if one.id == rule)
    of_here = next(one for one in rules_of(USER_POOL_REGIONAL_CONFIGURATION) if one.id == regional_id(rule))
    assert replace(of_here, id=rule, resource=USER_POOL) == of_pool


@pytest.mark.parametrize("rule", ["sms.costs-money", "email.daily-limit", "sms.external-id-missing"])
def test_what_only_the_whole_pool_can_tell_is_not_asked_of_a_region(rule: str) -> None:
    assert rule not in SHARED


def test_findings_are_in_the_words_of_the_settings() -> None:
    settings = ExistingUserPool(
        user_pool_id="us-east-1_AbC",
        regional_configuration=RegionalConfiguration(
            email=ses_email(from_address="a@shop.example", identity="shop.example", identity_region="us-east-2"),
            sms=Sms(sns_region="xx", caller_arn="arn:aws:iam::111122223333:role/sms"),
        ),
    )
    found = {finding.rule: finding.path for finding in check(settings, Deployment(region="eu-west-1"))}
    assert found["regional-configuration.email-identity-region"] == "regional_configuration.email.source_arn"
    assert found["regional-configuration.sms-region-code"] == "regional_configuration.sms.sns_region"


def test_the_pools_own_template_says_it_of_the_pool() -> None:
    settings = UserPoolSettings(regional_configuration=RegionalConfiguration(status="ACTIVE"))
    rules = [finding.rule for finding in check(settings)]
    assert "regional-configuration.beside-pool" in rules
