"""Each restated check is passed by a template that does everything, and failed for what is taken from it."""

import copy
from typing import Any

import pytest

from docs.scanners.restated import CHECKS

GOOD: dict[str, dict[str, Any]] = {
    "Pool": {
        "Type": "AWS::Cognito::UserPool",
        "Properties": {
            "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "verified_email", "Priority": 1}]},
            "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True},
            "DeletionProtection": "ACTIVE",
            "MfaConfiguration": "ON",
            "Policies": {
                "PasswordPolicy": {
                    "MinimumLength": 14,
                    "RequireLowercase": True,
                    "RequireNumbers": True,
                    "RequireSymbols": True,
                    "RequireUppercase": True,
                    "TemporaryPasswordValidityDays": 7,
                }
            },
            "UserPoolAddOns": {
                "AdvancedSecurityMode": "ENFORCED",
                "AdvancedSecurityAdditionalFlows": {"CustomAuthMode": "ENFORCED"},
            },
        },
    },
    "Client": {
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {"EnableTokenRevocation": True, "PreventUserExistenceErrors": "ENABLED"},
    },
    "Guests": {"Type": "AWS::Cognito::IdentityPool", "Properties": {"AllowUnauthenticatedIdentities": False}},
    "Risks": {
        "Type": "AWS::Cognito::UserPoolRiskConfigurationAttachment",
        "Properties": {
            "UserPoolId": {"Ref": "Pool"},
            "ClientId": "ALL",
            "AccountTakeoverRiskConfiguration": {
                "Actions": {
                    "LowAction": {"EventAction": "BLOCK", "Notify": True},
                    "MediumAction": {"EventAction": "BLOCK", "Notify": True},
                    "HighAction": {"EventAction": "BLOCK", "Notify": True},
                }
            },
            "CompromisedCredentialsRiskConfiguration": {
                "Actions": {"EventAction": "BLOCK"},
                "EventFilter": ["SIGN_IN", "SIGN_UP"],
            },
        },
    },
    "WebAcl": {
        "Type": "AWS::WAFv2::WebACLAssociation",
        "Properties": {"ResourceArn": {"Fn::GetAtt": ["Pool", "Arn"]}},
    },
}
ABSENT = object()
PASSWORDS = "Pool.Policies.PasswordPolicy"
ACTIONS = "Risks.AccountTakeoverRiskConfiguration.Actions"
BLOCKS_COMPROMISED = "cognito_user_pool_blocks_compromised_credentials_sign_in_attempts"
BLOCKS_MALICIOUS = "cognito_user_pool_blocks_potential_malicious_sign_in_attempts"
UNPROTECTED = ["Cognito.1", "cognito_user_pool_advanced_security_enabled", BLOCKS_COMPROMISED, BLOCKS_MALICIOUS]
GUESTS = ["Cognito.2", "cognito_identity_pool_guest_access_disabled"]
TEMPORARY = ["Cognito.3", "cognito_user_pool_temporary_password_expiration"]
PHONE = ["cognito_user_pool_account_recovery_sms_not_preferred"]
NO_MFA = ["Cognito.5", "cognito_user_pool_mfa_enabled"]
UNDELETABLE = ["Cognito.6", "cognito_user_pool_deletion_protection_enabled"]
LENGTH = "cognito_user_pool_password_policy_minimum_length_14"
CLASSES = {"Lowercase": "lowercase", "Numbers": "number", "Symbols": "symbol", "Uppercase": "uppercase"}
UNKNOWN = {"Ref": "Parameter"}

FAILING: list[tuple[str, Any, list[str]]] = [
    ("Pool.UserPoolAddOns", ABSENT, ["Cognito.4", *UNPROTECTED]),
    ("Pool.UserPoolAddOns.AdvancedSecurityMode", "AUDIT", UNPROTECTED),
    ("Pool.UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode", "AUDIT", ["Cognito.4"]),
    ("Guests.AllowUnauthenticatedIdentities", True, GUESTS),
    ("Guests.AllowUnauthenticatedIdentities", ABSENT, GUESTS),
    ("Guests.AllowUnauthenticatedIdentities", UNKNOWN, GUESTS),
    (f"{PASSWORDS}.MinimumLength", 13, [LENGTH]),
    (f"{PASSWORDS}.MinimumLength", 7, ["Cognito.3", LENGTH]),
    (f"{PASSWORDS}.MinimumLength", UNKNOWN, ["Cognito.3", LENGTH]),
    *(
        (f"{PASSWORDS}.Require{name}", value, ["Cognito.3", f"cognito_user_pool_password_policy_{check}"])
        for name, check in CLASSES.items()
        for value in (False, ABSENT)
    ),
    (f"{PASSWORDS}.TemporaryPasswordValidityDays", 8, TEMPORARY),
    (f"{PASSWORDS}.TemporaryPasswordValidityDays", ABSENT, TEMPORARY),
    ("Pool.MfaConfiguration", "OPTIONAL", ["cognito_user_pool_mfa_enabled"]),
    ("Pool.MfaConfiguration", "OFF", NO_MFA),
    ("Pool.MfaConfiguration", ABSENT, NO_MFA),
    ("Pool.DeletionProtection", "INACTIVE", UNDELETABLE),
    ("Pool.DeletionProtection", ABSENT, UNDELETABLE),
    ("Pool.AdminCreateUserConfig.AllowAdminCreateUserOnly", False, ["cognito_user_pool_self_registration_disabled"]),
    ("Pool.AccountRecoverySetting", ABSENT, PHONE),
    ("Pool.AccountRecoverySetting.RecoveryMechanisms", [], PHONE),
    (
        "Pool.AccountRecoverySetting.RecoveryMechanisms",
        [{"Name": "verified_email", "Priority": 2}, {"Name": "verified_phone_number", "Priority": 1}],
        PHONE,
    ),
    ("Client.PreventUserExistenceErrors", "LEGACY", ["cognito_user_pool_client_prevent_user_existence_errors"]),
    ("Client.EnableTokenRevocation", False, ["cognito_user_pool_client_token_revocation_enabled"]),
    ("Risks.CompromisedCredentialsRiskConfiguration.EventFilter", ["SIGN_UP"], [BLOCKS_COMPROMISED]),
    ("Risks.CompromisedCredentialsRiskConfiguration.Actions.EventAction", "NO_ACTION", [BLOCKS_COMPROMISED]),
    (f"{ACTIONS}.LowAction.EventAction", "NO_ACTION", [BLOCKS_MALICIOUS]),
    (f"{ACTIONS}.MediumAction.EventAction", "MFA_REQUIRED", [BLOCKS_MALICIOUS]),
    (f"{ACTIONS}.HighAction", ABSENT, [BLOCKS_MALICIOUS]),
    ("Risks.ClientId", UNKNOWN, [BLOCKS_COMPROMISED, BLOCKS_MALICIOUS]),
    ("Risks.UserPoolId", {"Ref": "Other"}, [BLOCKS_COMPROMISED, BLOCKS_MALICIOUS]),
    ("WebAcl.ResourceArn", {"Fn::GetAtt": ["Other", "Arn"]}, ["cognito_user_pool_waf_acl_attached"]),
]

PASSING: list[tuple[str, Any, list[str]]] = [
    ("Guests.AllowUnauthenticatedIdentities", "false", []),
    (f"{PASSWORDS}.MinimumLength", "99", []),
    (f"{PASSWORDS}.TemporaryPasswordValidityDays", 1, []),
    (
        "Pool.AccountRecoverySetting.RecoveryMechanisms",
        [{"Name": "verified_phone_number", "Priority": 2}, {"Name": "verified_email", "Priority": 1}],
        [],
    ),
    ("Pool.AccountRecoverySetting.RecoveryMechanisms", [{"Name": "admin_only", "Priority": 1}], []),
]


def _with(place: str, value: Any) -> dict[str, Any]:
    resources = copy.deepcopy(GOOD)
    name, *path, last = place.split(".")
    found = resources[name]["Properties"]
    for step in path:
        found = found[step]
    if value is ABSENT:
        del found[last]
    else:
        found[last] = value
    return {"Resources": resources}


def _failed(template: dict[str, Any]) -> set[str]:
    return {check.id for check in CHECKS if not check.passes(template)}


@pytest.mark.parametrize(("place", "value", "failed"), [*FAILING, *PASSING])
def test_exactly_the_checks_fail_that_ask_for_it(place: str, value: Any, failed: list[str]) -> None:
    assert _failed(_with(place, value)) == set(failed)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_each_check_can_be_passed_and_failed(check: Any) -> None:
    assert check.passes({"Resources": GOOD})
    assert any(check.id in failed for _, _, failed in FAILING)


def test_a_password_that_is_not_the_only_first_factor_needs_no_second_one() -> None:
    template = _with("Pool.MfaConfiguration", "OFF")
    template["Resources"]["Pool"]["Properties"]["Policies"]["SignInPolicy"] = {
        "AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]
    }
    assert _failed(template) == {"cognito_user_pool_mfa_enabled"}


def test_a_template_without_pools_has_nothing_to_find() -> None:
    assert _failed({"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}) == set()


def test_there_are_as_many_checks_as_the_scanners_have() -> None:
    assert [check.source for check in CHECKS].count("Security Hub") == 6
    assert [check.source for check in CHECKS].count("prowler") == 17
    assert len({check.id for check in CHECKS}) == 23
