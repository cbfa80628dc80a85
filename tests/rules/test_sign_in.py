"""Rules about what people sign in with."""

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, pool

SMS = {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms"}
PREFERRED = {"Name": "preferred_username", "Required": True}


def kept(*names: str) -> dict[str, list[str]]:
    return {"AttributesRequireVerificationBeforeUpdate": [*names]}


CASES = [
    Case(
        rule="sign-in.aliases-beside-username-attributes",
        fails=pool(AliasAttributes=["preferred_username"], UsernameAttributes=["email"]),
        says="""\
Pool.AliasAttributes: cannot be given beside Pool.UsernameAttributes, got ['preferred_username']
   allowed: one of the two
   fix: keep Pool.UsernameAttributes where the address is the user name, or leave it out and keep the aliases
   [sign-in.aliases-beside-username-attributes] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=pool(AliasAttributes=["preferred_username"], UsernameAttributes=[]),
        silent=pool(AliasAttributes=["preferred_username"], UsernameAttributes=UNKNOWN),
    ),
    Case(
        rule="sign-in.preferred-username-required",
        fails=pool(AliasAttributes=["preferred_username"], Schema=[UNKNOWN, PREFERRED]),
        says="""\
Pool.Schema[1].Required: cannot be true for preferred_username, which is one of Pool.AliasAttributes, got True
   allowed: false
   fix: leave it out, or take preferred_username out of Pool.AliasAttributes
   [sign-in.preferred-username-required] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=pool(AliasAttributes=["preferred_username"], Schema=[PREFERRED | {"Required": False}]),
        silent=pool(AliasAttributes=["preferred_username"], Schema=[PREFERRED | {"Required": UNKNOWN}]),
    ),
    Case(
        rule="sign-in.phone-verification-needs-sms",
        fails=pool(AutoVerifiedAttributes=["email", "phone_number"]),
        says="""\
Pool.AutoVerifiedAttributes[1]: needs Pool.SmsConfiguration, got 'phone_number'
   allowed: email, or phone_number with Pool.SmsConfiguration
   fix: give Pool.SmsConfiguration, or verify e-mail addresses only
   [sign-in.phone-verification-needs-sms] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html""",
        passes=pool(AutoVerifiedAttributes=["email", "phone_number"], SmsConfiguration=SMS),
        silent=pool(AutoVerifiedAttributes=["email", "phone_number"], SmsConfiguration=UNKNOWN),
    ),
    Case(
        rule="sign-in.keep-original-not-verified",
        fails=pool(AutoVerifiedAttributes=["email"], UserAttributeUpdateSettings=kept("email", "phone_number")),
        says="""\
Pool.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate[1]: must be one of \
Pool.AutoVerifiedAttributes, got 'phone_number'
   allowed: email
   fix: add phone_number to Pool.AutoVerifiedAttributes, or leave it out here
   [sign-in.keep-original-not-verified] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html""",
        passes=pool(AutoVerifiedAttributes=["email"], UserAttributeUpdateSettings=kept("email")),
        silent=pool(AutoVerifiedAttributes=["email", UNKNOWN], UserAttributeUpdateSettings=kept("phone_number")),
    ),
    Case(
        rule="sign-in.alias-not-verified",
        fails=pool(AliasAttributes=["preferred_username", "email"]),
        says="""\
Pool.AliasAttributes[1]: works only once it is verified, and it is none of Pool.AutoVerifiedAttributes, got \
'email'
   allowed: what Pool.AutoVerifiedAttributes names, and preferred_username
   fix: add email to Pool.AutoVerifiedAttributes, or see to it that each user's is verified
   [sign-in.alias-not-verified] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html""",
        passes=pool(AliasAttributes=["preferred_username", "email"], AutoVerifiedAttributes=["email"]),
        silent=pool(AliasAttributes=["preferred_username", "email"], AutoVerifiedAttributes=UNKNOWN),
    ),
    Case(
        rule="sign-in.case-sensitivity-unsaid",
        fails=pool(),
        says="""\
Pool.UsernameConfiguration.CaseSensitive: is left out, so that Anna and anna are two users
   allowed: true or false
   fix: say false in a new pool; leave a deployed pool as it is, since AWS refuses to add it
   [sign-in.case-sensitivity-unsaid] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UsernameConfigurationType.html""",
        passes=pool(UsernameConfiguration={"CaseSensitive": True}),
        silent=pool(UsernameConfiguration=UNKNOWN),
    ),
    Case(
        rule="sign-in.address-not-kept",
        fails=pool(AliasAttributes=["email"], AutoVerifiedAttributes=["email", "phone_number"]),
        says="""\
Pool.UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate: does not name email, so that a \
mistyped new address replaces the old one at once
   allowed: each of Pool.AutoVerifiedAttributes
   fix: add email
   [sign-in.address-not-kept] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html""",
        passes=pool(
            AliasAttributes=["email"],
            AutoVerifiedAttributes=["email", "phone_number"],
            UserAttributeUpdateSettings=kept("email"),
        ),
        silent=pool(AliasAttributes=["email"], AutoVerifiedAttributes=["email"], UserAttributeUpdateSettings=UNKNOWN),
    ),
]


def found(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


@pytest.mark.parametrize(
    ("rule", "resources"),
    [
        ("sign-in.aliases-beside-username-attributes", pool(AliasAttributes=["email"])),
        ("sign-in.aliases-beside-username-attributes", pool(UsernameAttributes=["email"])),
        ("sign-in.aliases-beside-username-attributes", pool(AliasAttributes=[UNKNOWN], UsernameAttributes=["email"])),
        ("sign-in.preferred-username-required", pool(AliasAttributes=["email"], Schema=[PREFERRED])),
        ("sign-in.phone-verification-needs-sms", pool(AutoVerifiedAttributes=["email"])),
        ("sign-in.alias-not-verified", pool(AliasAttributes=["preferred_username"])),
        ("sign-in.address-not-kept", pool(AutoVerifiedAttributes=["email"])),
        ("sign-in.address-not-kept", pool(UsernameAttributes=["email"])),
    ],
)
def test_a_near_miss_says_nothing(rule: str, resources: Resources) -> None:
    assert found(rule, resources) == 0


def test_each_alias_is_judged_beside_an_unknown_one() -> None:
    assert found("sign-in.alias-not-verified", pool(AliasAttributes=["email", UNKNOWN, "phone_number"])) == 2


@pytest.mark.parametrize(("required", "count"), [(True, 1), ("true", 1), (False, 0), ("false", 0)])
def test_required_may_be_spelt_as_text(required: bool | str, count: int) -> None:
    template = pool(
        AliasAttributes=["preferred_username"], Schema=[{"Name": "preferred_username", "Required": required}]
    )
    assert found("sign-in.preferred-username-required", template) == count


def of(rule: str, resources: Resources) -> list[tuple[str, str]]:
    return [(finding.allowed, finding.fix) for finding in judge(resources) if finding.rule == rule]


KEEP_EMAIL = {"UserAttributeUpdateSettings": {"AttributesRequireVerificationBeforeUpdate": ["email"]}}


@pytest.mark.parametrize(("verified", "allowed"), [(["phone_number", "name"], "phone_number, name"), ([], "nothing")])
def test_what_is_verified_may_be_kept(verified: list[str], allowed: str) -> None:
    (said,) = of("sign-in.keep-original-not-verified", pool(AutoVerifiedAttributes=verified, **KEEP_EMAIL))
    assert said[0] == allowed


@pytest.mark.parametrize("path", ["UsernameAttributes", "AliasAttributes"])
def test_every_address_that_people_sign_in_with_is_kept(path: str) -> None:
    both = ["email", "phone_number"]
    (finding,) = [
        each
        for each in judge(pool(AutoVerifiedAttributes=both, **{path: both}))
        if each.rule == "sign-in.address-not-kept"
    ]
    assert finding.problem.startswith("does not name email and phone_number, so that")
    assert finding.fix == "add email and phone_number"
