"""Rules about what needs which feature plan."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from constructs_lib.rules.topics.feature_plan import NEEDS
from tests.rules.case import UNKNOWN, Case, client, domain, pool

LITE: dict[str, Any] = {"UserPoolTier": "LITE"}
ESSENTIALS: dict[str, Any] = {"UserPoolTier": "ESSENTIALS"}
PLUS: dict[str, Any] = {"UserPoolTier": "PLUS"}


def factors(*names: Any, **plan: Any) -> Resources:
    return pool(Policies={"SignInPolicy": {"AllowedFirstAuthFactors": list(names)}}, **plan)


def history(size: Any, **plan: Any) -> Resources:
    return pool(Policies={"PasswordPolicy": {"PasswordHistorySize": size}}, **plan)


def pre_token_generation(version: Any, **plan: Any) -> Resources:
    return pool(LambdaConfig={"PreTokenGenerationConfig": {"LambdaVersion": version}}, **plan)


def protection(mode: Any, **plan: Any) -> Resources:
    return pool(UserPoolAddOns={"AdvancedSecurityMode": mode}, **plan)


def custom_protection(mode: Any, **plan: Any) -> Resources:
    flows = {"AdvancedSecurityAdditionalFlows": {"CustomAuthMode": mode}}
    return pool(UserPoolAddOns={"AdvancedSecurityMode": "OFF", **flows}, **plan)


CASES = [
    Case(
        rule="feature-plan.passwordless",
        fails=factors("PASSWORD", "WEB_AUTHN", **LITE),
        says="""\
Pool.Policies.SignInPolicy.AllowedFirstAuthFactors[1]: needs the Essentials plan, and Pool.UserPoolTier is LITE, \
got 'WEB_AUTHN'
   allowed: signing in without a password where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [feature-plan.passwordless] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html""",
        passes=factors("PASSWORD", **LITE),
        silent=factors("PASSWORD", UNKNOWN, **LITE),
    ),
    Case(
        rule="feature-plan.choice-based-sign-in",
        fails=pool(**LITE) | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"]),
        says="""\
Client.ExplicitAuthFlows[1]: needs the Essentials plan, and Pool.UserPoolTier is LITE, got 'ALLOW_USER_AUTH'
   allowed: choice-based sign-in where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [feature-plan.choice-based-sign-in] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=pool(**ESSENTIALS) | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"]),
        silent=client(ExplicitAuthFlows=["ALLOW_USER_AUTH"]),
    ),
    Case(
        rule="feature-plan.passkey-as-two-factors",
        fails=pool(WebAuthnFactorConfiguration="MULTI_FACTOR_WITH_USER_VERIFICATION", **LITE),
        says="""\
Pool.WebAuthnFactorConfiguration: needs the Essentials plan, and Pool.UserPoolTier is LITE, got \
'MULTI_FACTOR_WITH_USER_VERIFICATION'
   allowed: passkeys where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [feature-plan.passkey-as-two-factors] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html""",
        passes=pool(WebAuthnFactorConfiguration="SINGLE_FACTOR", **LITE),
        silent=pool(WebAuthnFactorConfiguration="MULTI_FACTOR_WITH_USER_VERIFICATION", UserPoolTier=UNKNOWN),
    ),
    Case(
        rule="feature-plan.email-mfa",
        fails=pool(EnabledMfas=["EMAIL_OTP"], **LITE),
        says="""\
Pool.EnabledMfas[0]: needs the Essentials plan, and Pool.UserPoolTier is LITE, got 'EMAIL_OTP'
   allowed: a second factor by e-mail where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [feature-plan.email-mfa] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailMfaConfigType.html""",
        passes=pool(EnabledMfas=["SMS_MFA", "SOFTWARE_TOKEN_MFA"], **LITE),
        silent=pool(EnabledMfas=UNKNOWN, **LITE),
    ),
    Case(
        rule="feature-plan.password-history",
        fails=history(1, **LITE),
        says="""\
Pool.Policies.PasswordPolicy.PasswordHistorySize: needs the Essentials plan, and Pool.UserPoolTier is LITE, got 1
   allowed: remembering earlier passwords where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [feature-plan.password-history] \
https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-essentials.html""",
        passes=history(0, **LITE),
        silent=history(UNKNOWN, **LITE),
    ),
    Case(
        rule="feature-plan.access-token-customization",
        fails=pre_token_generation("V3_0", **LITE),
        says="""\
Pool.LambdaConfig.PreTokenGenerationConfig.LambdaVersion: needs the Essentials plan, and Pool.UserPoolTier is LITE, \
got 'V3_0'
   allowed: changing access tokens where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [feature-plan.access-token-customization] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html""",
        passes=pre_token_generation("V1_0", **LITE),
        silent=pre_token_generation(UNKNOWN, **LITE),
    ),
    Case(
        rule="feature-plan.managed-login",
        fails=pool(**LITE) | domain(Domain="shop", ManagedLoginVersion=2),
        says="""\
Domain.ManagedLoginVersion: needs the Essentials plan, and Pool.UserPoolTier is LITE, got 2
   allowed: managed login where Pool.UserPoolTier is ESSENTIALS or PLUS
   fix: set Pool.UserPoolTier to ESSENTIALS, or leave this out
   [feature-plan.managed-login] \
https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-essentials.html""",
        passes=pool(**LITE) | domain(Domain="shop", ManagedLoginVersion=1),
        silent=pool(UserPoolTier=UNKNOWN) | domain(Domain="shop", ManagedLoginVersion=2),
    ),
    Case(
        rule="feature-plan.threat-protection",
        fails=protection("AUDIT", **ESSENTIALS),
        says="""\
Pool.UserPoolAddOns.AdvancedSecurityMode: needs the Plus plan, and Pool.UserPoolTier is ESSENTIALS, got 'AUDIT'
   allowed: threat protection where Pool.UserPoolTier is PLUS
   fix: set Pool.UserPoolTier to PLUS, or leave this out
   [feature-plan.threat-protection] \
https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-plus.html""",
        passes=protection("AUDIT", **PLUS),
        silent=protection("AUDIT", UserPoolTier=UNKNOWN),
    ),
    Case(
        rule="feature-plan.custom-threat-protection",
        fails=custom_protection("ENFORCED", **LITE),
        says="""\
Pool.UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode: needs the Plus plan, and Pool.UserPoolTier is \
LITE, got 'ENFORCED'
   allowed: threat protection of custom authentication where Pool.UserPoolTier is PLUS
   fix: set Pool.UserPoolTier to PLUS, or leave this out
   [feature-plan.custom-threat-protection] \
https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-plus.html""",
        passes=custom_protection("ENFORCED", **PLUS),
        silent=custom_protection(UNKNOWN, **LITE),
    ),
    Case(
        rule="feature-plan.unsaid",
        fails=protection("ENFORCED"),
        says="""\
Pool.UserPoolTier: is not said, and threat protection needs PLUS
   allowed: PLUS, which costs more for each active user
   fix: set it to PLUS, or leave threat protection out
   [feature-plan.unsaid] https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-plus.html""",
        passes=protection("OFF"),
        silent=protection(UNKNOWN),
    ),
    Case(
        rule="feature-plan.plus-unused",
        fails=protection("OFF", **PLUS),
        says="""\
Pool.UserPoolTier: is paid for, and threat protection is off, got 'PLUS'
   allowed: PLUS with Pool.UserPoolAddOns.AdvancedSecurityMode AUDIT or ENFORCED, or ESSENTIALS
   fix: turn threat protection on, or take ESSENTIALS
   [feature-plan.plus-unused] https://github.com/aws/aws-cdk/issues/33393""",
        passes=protection("AUDIT", **PLUS),
        silent=protection(UNKNOWN, **PLUS),
    ),
]


def found(resources: Resources) -> list[str]:
    return [finding.rule for finding in judge(resources) if finding.rule.startswith("feature-plan.")]


def test_each_factor_that_needs_the_plan_is_named() -> None:
    findings = judge(factors("EMAIL_OTP", "PASSWORD", UNKNOWN, "SMS_OTP", **LITE))
    assert [one.property[-1] for one in findings if one.rule == "feature-plan.passwordless"] == [0, 3]


@pytest.mark.parametrize(
    "resources",
    [
        factors("PASSWORD", "EMAIL_OTP"),
        history(24),
        history("24", **ESSENTIALS),
        pre_token_generation("V2_0"),
        pool() | domain(ManagedLoginVersion=2),
        pool() | client(ExplicitAuthFlows=["ALLOW_USER_AUTH"]),
    ],
)
def test_essentials_is_what_a_pool_has_unless_it_says_otherwise(resources: Resources) -> None:
    assert found(resources) == []


@pytest.mark.parametrize("resources", [history("24", **LITE), pool(**LITE) | domain(ManagedLoginVersion="2")])
def test_numbers_may_be_spelt_as_text(resources: Resources) -> None:
    assert len(found(resources)) == 1


def test_custom_threat_protection_alone_needs_the_plan_too() -> None:
    assert found(custom_protection("AUDIT")) == ["feature-plan.unsaid"]
    assert found(custom_protection("AUDIT", **PLUS)) == []


def test_plus_without_threat_protection_is_paid_for_nothing() -> None:
    assert found(pool(**PLUS)) == ["feature-plan.plus-unused"]


def test_the_table_names_each_place_once() -> None:
    places = [(row.resource, row.path) for row in NEEDS]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("version", ["V2_0", "V3_0"])
def test_either_newer_version_changes_access_tokens(version: str) -> None:
    assert found(pre_token_generation(version, **LITE)) == ["feature-plan.access-token-customization"]


@pytest.mark.parametrize(("size", "rules"), [(0, []), (1, ["feature-plan.password-history"]), (25, [])])
def test_a_history_of_impossible_length_is_for_its_limit_to_refuse(size: int, rules: list[str]) -> None:
    assert found(history(size, **LITE)) == rules


def test_the_first_feature_of_the_plan_is_named() -> None:
    both = {"AdvancedSecurityMode": "AUDIT", "AdvancedSecurityAdditionalFlows": {"CustomAuthMode": "AUDIT"}}
    (finding,) = [each for each in judge(pool(UserPoolAddOns=both)) if each.rule == "feature-plan.unsaid"]
    first = next(row for row in NEEDS if row.plan == "PLUS")
    assert finding.problem == f"is not said, and {first.feature} needs PLUS"
