"""The controls of Security Hub and the checks of prowler for Cognito, restated on a CloudFormation template.

Both judge what is deployed, so neither can run in a test. What a template leaves unsaid counts as not done, even where
Cognito's own default would do: a template is all there is to read here.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

Object: TypeAlias = Mapping[str, Any]
Demand: TypeAlias = Callable[[Object], bool]
"""What is asked of a template, or of the properties of one resource."""

POOL = "AWS::Cognito::UserPool"
CLIENT = "AWS::Cognito::UserPoolClient"
IDENTITY_POOL = "AWS::Cognito::IdentityPool"
RISKS = "AWS::Cognito::UserPoolRiskConfigurationAttachment"
WEB_ACL = "AWS::WAFv2::WebACLAssociation"

SECURITY_HUB = "Security Hub"
PROWLER = "prowler"


class Check(NamedTuple):
    """One control or check."""

    id: str
    """The name that its scanner gives it."""

    source: str
    """The scanner: ``Security Hub`` or ``prowler``."""

    demands: str
    """What must be so."""

    passes: Demand
    """Whether it is so in a template."""


def _look(value: Any, path: str) -> Any:
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _is(path: str, *values: Any) -> Demand:
    return lambda properties: _look(properties, path) in values


def _true(path: str) -> Demand:
    return _is(path, True, "true")


def _between(path: str, low: int, high: int) -> Demand:
    def between(properties: Object) -> bool:
        value = str(_look(properties, path))
        return value.isdecimal() and low <= int(value) <= high

    return between


def _holds(path: str, item: str) -> Demand:
    def holds(properties: Object) -> bool:
        value = _look(properties, path)
        return isinstance(value, list) and item in value

    return holds


def _all(*demands: Demand) -> Demand:
    return lambda found: all(demand(found) for demand in demands)


def _any(*demands: Demand) -> Demand:
    return lambda found: any(demand(found) for demand in demands)


def _of(template: Object, type_name: str) -> dict[str, Object]:
    """Give the properties of the resources of a type, by logical id."""
    resources = template.get("Resources", {})
    return {id_: it.get("Properties", {}) for id_, it in resources.items() if it["Type"] == type_name}


def _every(type_name: str, *demands: Demand) -> Demand:
    """Ask something of every resource of a type."""
    return lambda template: all(map(_all(*demands), _of(template, type_name).values()))


def _beside_every_pool(type_name: str, names_it: str, *demands: Demand) -> Demand:
    """Ask that every pool has a resource of a type, which names it in a property, and something of that."""

    def beside(template: Object) -> bool:
        others = list(filter(_all(*demands), _of(template, type_name).values()))
        return all(
            any(_look(it, names_it) in ({"Ref": pool}, {"Fn::GetAtt": [pool, "Arn"]}) for it in others)
            for pool in _of(template, POOL)
        )

    return beside


def _other_first_factor(pool: Object) -> bool:
    factors = _look(pool, "Policies.SignInPolicy.AllowedFirstAuthFactors")
    return isinstance(factors, list) and any(factor != "PASSWORD" for factor in factors)


def _recovers_without_phone_first(pool: Object) -> bool:
    mechanisms = _look(pool, "AccountRecoverySetting.RecoveryMechanisms")
    if not isinstance(mechanisms, list) or not mechanisms:
        return False
    first = min(mechanisms, key=lambda mechanism: str(_look(mechanism, "Priority")))
    return bool(_look(first, "Name") != "verified_phone_number")


_PASSWORDS = "Policies.PasswordPolicy"
_CLASSES = [_true(f"{_PASSWORDS}.Require{name}") for name in ("Uppercase", "Lowercase", "Numbers", "Symbols")]
_TEMPORARY = _between(f"{_PASSWORDS}.TemporaryPasswordValidityDays", 0, 7)
_ENFORCED = _is("UserPoolAddOns.AdvancedSecurityMode", "ENFORCED")
_PROTECTED = _is("DeletionProtection", "ACTIVE")
_NO_GUESTS = _every(IDENTITY_POOL, _is("AllowUnauthenticatedIdentities", False, "false"))
_WHOLE_POOL = _is("ClientId", "ALL")
_TAKEOVER = "AccountTakeoverRiskConfiguration.Actions"
_COMPROMISED = "CompromisedCredentialsRiskConfiguration"


CHECKS = (
    Check(
        "Cognito.1",
        SECURITY_HUB,
        "threat protection is enforced for standard authentication",
        _every(POOL, _ENFORCED),
    ),
    Check("Cognito.2", SECURITY_HUB, "an identity pool lets no guests in", _NO_GUESTS),
    Check(
        "Cognito.3",
        SECURITY_HUB,
        "passwords have 8 characters and all four classes; temporary ones live 7 days at most",
        _every(POOL, _between(f"{_PASSWORDS}.MinimumLength", 8, 128), *_CLASSES, _TEMPORARY),
    ),
    Check(
        "Cognito.4",
        SECURITY_HUB,
        "threat protection is enforced for custom authentication",
        _every(POOL, _is("UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode", "ENFORCED")),
    ),
    Check(
        "Cognito.5",
        SECURITY_HUB,
        "where a password is the only first factor, there is a second one",
        _every(POOL, _any(_is("MfaConfiguration", "ON", "OPTIONAL"), _other_first_factor)),
    ),
    Check("Cognito.6", SECURITY_HUB, "a pool is protected against deletion", _every(POOL, _PROTECTED)),
    Check(
        "cognito_user_pool_mfa_enabled",
        PROWLER,
        "a second factor is required",
        _every(POOL, _is("MfaConfiguration", "ON")),
    ),
    Check(
        "cognito_user_pool_password_policy_minimum_length_14",
        PROWLER,
        "passwords have 14 characters",
        _every(POOL, _between(f"{_PASSWORDS}.MinimumLength", 14, 256)),
    ),
    Check(
        "cognito_user_pool_password_policy_uppercase",
        PROWLER,
        "passwords have an upper-case letter",
        _every(POOL, _true(f"{_PASSWORDS}.RequireUppercase")),
    ),
    Check(
        "cognito_user_pool_password_policy_lowercase",
        PROWLER,
        "passwords have a lower-case letter",
        _every(POOL, _true(f"{_PASSWORDS}.RequireLowercase")),
    ),
    Check(
        "cognito_user_pool_password_policy_number",
        PROWLER,
        "passwords have a digit",
        _every(POOL, _true(f"{_PASSWORDS}.RequireNumbers")),
    ),
    Check(
        "cognito_user_pool_password_policy_symbol",
        PROWLER,
        "passwords have a symbol",
        _every(POOL, _true(f"{_PASSWORDS}.RequireSymbols")),
    ),
    Check(
        "cognito_user_pool_temporary_password_expiration",
        PROWLER,
        "temporary passwords live 7 days at most",
        _every(POOL, _TEMPORARY),
    ),
    Check(
        "cognito_user_pool_self_registration_disabled",
        PROWLER,
        "only administrators create users",
        _every(POOL, _true("AdminCreateUserConfig.AllowAdminCreateUserOnly")),
    ),
    Check(
        "cognito_user_pool_deletion_protection_enabled",
        PROWLER,
        "a pool is protected against deletion",
        _every(POOL, _PROTECTED),
    ),
    Check(
        "cognito_user_pool_account_recovery_sms_not_preferred",
        PROWLER,
        "recovery is said, and does not try the phone first",
        _every(POOL, _recovers_without_phone_first),
    ),
    Check(
        "cognito_user_pool_client_prevent_user_existence_errors",
        PROWLER,
        "an app client does not tell who has an account",
        _every(CLIENT, _is("PreventUserExistenceErrors", "ENABLED")),
    ),
    Check(
        "cognito_user_pool_client_token_revocation_enabled",
        PROWLER,
        "an app client can revoke tokens",
        _every(CLIENT, _true("EnableTokenRevocation")),
    ),
    Check(
        "cognito_user_pool_advanced_security_enabled",
        PROWLER,
        "threat protection is enforced",
        _every(POOL, _ENFORCED),
    ),
    Check(
        "cognito_user_pool_blocks_compromised_credentials_sign_in_attempts",
        PROWLER,
        "threat protection blocks who signs in with a password that is known to have leaked",
        _all(
            _every(POOL, _ENFORCED),
            _beside_every_pool(
                RISKS,
                "UserPoolId",
                _WHOLE_POOL,
                _holds(f"{_COMPROMISED}.EventFilter", "SIGN_IN"),
                _is(f"{_COMPROMISED}.Actions.EventAction", "BLOCK"),
            ),
        ),
    ),
    Check(
        "cognito_user_pool_blocks_potential_malicious_sign_in_attempts",
        PROWLER,
        "threat protection blocks sign-in at low, medium and high risk",
        _all(
            _every(POOL, _ENFORCED),
            _beside_every_pool(
                RISKS,
                "UserPoolId",
                _WHOLE_POOL,
                *(_is(f"{_TAKEOVER}.{risk}Action.EventAction", "BLOCK") for risk in ("Low", "Medium", "High")),
            ),
        ),
    ),
    Check(
        "cognito_user_pool_waf_acl_attached",
        PROWLER,
        "a web ACL stands in front of a pool",
        _beside_every_pool(WEB_ACL, "ResourceArn"),
    ),
    Check("cognito_identity_pool_guest_access_disabled", PROWLER, "an identity pool lets no guests in", _NO_GUESTS),
)


def checks_of(source: str) -> list[Check]:
    """Give the checks of one scanner."""
    return [check for check in CHECKS if check.source == source]
