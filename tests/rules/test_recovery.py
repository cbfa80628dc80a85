"""Rules about replacing a forgotten password."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, pool

SMS = {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms"}


def ways(*named: Any, **properties: Any) -> Resources:
    mechanisms = [{"Name": item[0], "Priority": item[1]} if isinstance(item, tuple) else item for item in named]
    return pool(AccountRecoverySetting={"RecoveryMechanisms": mechanisms}, **properties)


CASES = [
    Case(
        rule="recovery.mechanism-twice",
        fails=ways(("verified_email", 1), ("verified_email", 2)),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms[1].Name: is named before, got 'verified_email'
   allowed: each value once
   fix: leave it out, or name the other address
   [recovery.mechanism-twice] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html""",
        passes=ways(("verified_email", 1), ("verified_phone_number", 2)),
        silent=ways(("verified_email", 1), (UNKNOWN, 2)),
    ),
    Case(
        rule="recovery.priority-twice",
        fails=ways(("verified_email", 1), ("verified_phone_number", "1")),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms[1].Priority: is given before, got '1'
   allowed: each value once
   fix: use 1 for the one tried first and 2 for the other
   [recovery.priority-twice] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html""",
        passes=ways(("verified_email", 2), ("verified_phone_number", 1)),
        silent=ways(("verified_email", 1), ("verified_phone_number", UNKNOWN)),
    ),
    Case(
        rule="recovery.admin-only-among-others",
        fails=ways(("admin_only", 1), ("verified_email", 2)),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms[0].Name: cannot be given beside another mechanism, got \
'admin_only'
   allowed: admin_only alone, or verified_email and verified_phone_number
   fix: leave it out, or leave the others out
   [recovery.admin-only-among-others] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html""",
        passes=ways(("admin_only", 1)),
        silent=ways(("admin_only", 1), (UNKNOWN, 2)),
    ),
    Case(
        rule="recovery.unsaid",
        fails=pool(),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms: is left out, so that a forgotten password is replaced by text \
message first
   allowed: verified_email, verified_phone_number, both, or admin_only alone
   fix: name the ways you want, verified_email first
   [recovery.unsaid] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html""",
        passes=ways(("verified_phone_number", 1)),
        silent=pool(AccountRecoverySetting=UNKNOWN),
    ),
    Case(
        rule="recovery.address-not-verified",
        fails=ways(UNKNOWN, ("verified_email", 2), AutoVerifiedAttributes=["phone_number"]),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms[1].Name: works for verified addresses only, and \
Pool.AutoVerifiedAttributes does not name this one, got 'verified_email'
   allowed: what Pool.AutoVerifiedAttributes names, or admin_only
   fix: add email to Pool.AutoVerifiedAttributes, or see to it that each user's is verified
   [recovery.address-not-verified] \
https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html""",
        passes=ways(("verified_email", 1), AutoVerifiedAttributes=["email"]),
        silent=ways(("verified_email", 1), AutoVerifiedAttributes=UNKNOWN),
    ),
    Case(
        rule="recovery.text-without-sms",
        fails=ways(("verified_phone_number", 1)),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms[0].Name: needs Pool.SmsConfiguration, got 'verified_phone_number'
   allowed: verified_email, admin_only, or verified_phone_number with Pool.SmsConfiguration
   fix: give Pool.SmsConfiguration, or name another way
   [recovery.text-without-sms] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html""",
        passes=ways(("verified_phone_number", 1), SmsConfiguration=SMS),
        silent=ways(("verified_phone_number", 1), SmsConfiguration=UNKNOWN),
    ),
    Case(
        rule="recovery.address-not-collected",
        fails=ways(("verified_email", 1), UsernameAttributes=["email", "phone_number"]),
        says="""\
Pool.AccountRecoverySetting.RecoveryMechanisms: needs email, which users may not have, got ['verified_email']
   allowed: an address that Pool.UsernameAttributes names or Pool.Schema requires, or admin_only
   fix: ask everybody for email when they sign up
   [recovery.address-not-collected] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html""",
        passes=ways(("verified_email", 1), UsernameAttributes=["email"]),
        silent=ways(("verified_email", 1), Schema=[{"Name": "email", "Required": UNKNOWN}]),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize(
    "resources",
    [
        ways(("admin_only", 1)),
        ways(("verified_email", 1), Schema=[{"Name": "email", "Required": "true"}]),
        ways(("verified_email", 1), ("verified_phone_number", 2), UsernameAttributes=["phone_number"]),
        ways(("verified_email", 1), ("verified_phone_number", 2), UsernameAttributes=["phone_number", "email"]),
        ways(("verified_email", 1), UNKNOWN),
    ],
)
def test_one_address_that_everybody_has_is_enough(resources: Resources) -> None:
    assert found("recovery.address-not-collected", resources) == 0


def test_a_setting_that_names_no_way_is_unsaid() -> None:
    assert found("recovery.unsaid", pool(AccountRecoverySetting={})) == 1


def test_all_addresses_that_would_do_are_named() -> None:
    (finding,) = [
        each
        for each in judge(ways(("verified_email", 1), ("verified_phone_number", 2)))
        if each.rule == "recovery.address-not-collected"
    ]
    assert finding.problem == "needs email or phone_number, which users may not have"
    assert finding.fix == "ask everybody for email or phone_number when they sign up"


@pytest.mark.parametrize("attribute", [{"Name": "email"}, {"Name": "shop", "Required": True}])
def test_an_address_is_there_where_just_it_is_required(attribute: dict[str, Any]) -> None:
    assert found("recovery.address-not-collected", ways(("verified_email", 1), Schema=[attribute])) == 1
