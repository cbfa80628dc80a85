"""Changes of a user pool."""

from constructs_lib.lifecycle.conditions import (
    becomes,
    has_passkeys,
    is_added,
    is_gone,
    loses,
    loses_any,
    was,
    was_said,
)
from constructs_lib.lifecycle.effect import Effect, Row, Seen
from constructs_lib.lifecycle.tables.sources import (
    API,
    FIXED,
    GUIDE,
    MFA,
    PASSKEYS,
    PLANS,
    PROTECTION,
    RELYING_PARTY,
    SIGN_IN_FLOWS,
)
from constructs_lib.resources.standard_attributes import KEPT_BY_COGNITO, STANDARD_TYPES
from constructs_lib.resources.values import is_list

_ISSUE_SCHEMA = "https://github.com/aws/aws-cdk/issues/8585"
_ISSUE_SIGN_IN_POLICY = "https://github.com/aws/aws-cdk/issues/32369"


def _loses_passkeys(seen: Seen) -> bool:
    return has_passkeys(seen.old)


def _is_standard(seen: Seen) -> bool:
    entry = seen.before if seen.after is None else seen.after
    name = entry.get("Name") if isinstance(entry, dict) else None
    return isinstance(name, str) and (name in STANDARD_TYPES or name in KEPT_BY_COGNITO)


def _adds_standard(seen: Seen) -> bool:
    return is_added(seen) and _is_standard(seen)


def _adds_more_than_25(seen: Seen) -> bool:
    before, after = (said if is_list(said) else [] for said in (seen.old.get("Schema"), seen.new.get("Schema")))
    return is_added(seen) and len(after) - len(before) > 25


def _asks_for_second_factor(seen: Seen) -> bool:
    return becomes("SINGLE_FACTOR")(seen) and seen.new.get("MfaConfiguration") in ("ON", "OPTIONAL")


def _leaves_recovery_to_admins(seen: Seen) -> bool:
    return isinstance(seen.after, dict) and is_added(seen) and seen.after.get("Name") == "admin_only"


_NEVER = "AWS refuses the update; the users stay, and the deploy fails: take it back, or move them to a new pool"

ROWS = [
    Row(
        "UsernameAttributes", Effect.REFUSED, f"what people sign in with is fixed when a pool is made: {_NEVER}", FIXED
    ),
    Row("AliasAttributes", Effect.REFUSED, f"what people sign in with is fixed when a pool is made: {_NEVER}", FIXED),
    Row(
        "UsernameConfiguration.*",
        Effect.REFUSED,
        f"whether capitals tell user names apart is fixed when a pool is made, even where it was left open: {_NEVER}",
        FIXED,
    ),
    Row(
        "Schema[]",
        Effect.REFUSED,
        f"a standard attribute can be declared only when a pool is made: {_NEVER}",
        _ISSUE_SCHEMA,
        _adds_standard,
    ),
    Row(
        "Schema[]",
        Effect.IN_PLACE,
        "the attribute is added, if all of them are: AWS adds 25 attributes at a time, and whether CloudFormation asks "
        "twice is not documented; deploy 25 first",
        f"{API}API_AddCustomAttributes.html",
        _adds_more_than_25,
    ),
    Row(
        "Schema[]",
        Effect.IN_PLACE,
        "the attribute is added, and nobody has a value for it yet; it can never be changed or removed again",
        f"{API}API_AddCustomAttributes.html",
        is_added,
    ),
    Row("Schema[]", Effect.REFUSED, f"an attribute can never be removed: {_NEVER}", FIXED, is_gone),
    Row("Schema[]", Effect.REFUSED, f"an attribute can never be changed: {_NEVER}", FIXED),
    Row(
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        Effect.NONE,
        "left out, so that the pool keeps the ways of signing in that it has",
        _ISSUE_SIGN_IN_POLICY,
        is_gone,
    ),
    Row(
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        Effect.NONE,
        "says what a pool has where nothing is said",
        SIGN_IN_FLOWS,
        lambda seen: is_added(seen) and seen.after == ["PASSWORD"],
    ),
    Row(
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        Effect.LOSES,
        "nobody can sign in with a passkey any more; users who have nothing else are locked out",
        SIGN_IN_FLOWS,
        loses("WEB_AUTHN"),
    ),
    Row(
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        Effect.LOSES,
        "nobody can sign in by {lost} any more; users who have nothing else are locked out",
        SIGN_IN_FLOWS,
        loses_any,
    ),
    Row(
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        Effect.IN_PLACE,
        "users can sign in in more ways; passwords, passkeys and sessions stay",
        SIGN_IN_FLOWS,
    ),
    Row(
        "Policies.PasswordPolicy.*",
        Effect.IN_PLACE,
        "holds for the next password that somebody chooses; users and sessions stay",
        f"{API}API_PasswordPolicyType.html",
    ),
    Row(
        "WebAuthnRelyingPartyID",
        Effect.LOSES,
        "a passkey belongs to the relying party that it was made for: all of them stop working, and users must sign in "
        "in another way and register anew",
        RELYING_PARTY,
        _loses_passkeys,
    ),
    Row(
        "WebAuthnRelyingPartyID",
        Effect.IN_PLACE,
        "nobody has a passkey yet; from the first one on it cannot be changed without losing them",
        RELYING_PARTY,
    ),
    Row(
        "WebAuthnUserVerification",
        Effect.LOSES,
        "passkeys of devices that cannot tell who holds them stop working; users must sign in in another way",
        PASSKEYS,
        lambda seen: becomes("required")(seen) and _loses_passkeys(seen),
    ),
    Row(
        "WebAuthnFactorConfiguration",
        Effect.LOSES,
        "a passkey no longer counts as a second factor: users who have no other must set one up, or are locked out",
        PASSKEYS,
        lambda seen: _asks_for_second_factor(seen) and _loses_passkeys(seen),
    ),
    Row(
        "EnabledMfas",
        Effect.LOSES,
        "users lose {lost} as a second factor: what they have enrolled for it counts for nothing, and who has no other "
        "is locked out where one is asked for",
        MFA,
        loses_any,
    ),
    Row("EnabledMfas", Effect.IN_PLACE, "users can enrol one more second factor; what they have stays", MFA),
    Row(
        "MfaConfiguration",
        Effect.LOSES,
        "nobody is asked for a second factor any more: what users have enrolled protects nobody",
        MFA,
        becomes("OFF"),
    ),
    Row(
        "MfaConfiguration",
        Effect.IN_PLACE,
        "users without a second factor must set one up before they can sign in again; sessions stay",
        MFA,
        becomes("ON"),
    ),
    Row(
        "MfaConfiguration",
        Effect.IN_PLACE,
        "only users who have enrolled a second factor are asked for it; enrolments and sessions stay",
        MFA,
    ),
    Row(
        "SmsConfiguration",
        Effect.IN_PLACE,
        "text messages cannot be switched off again once a pool sends them: whether AWS keeps them or refuses the "
        "update is not documented, so change what they are used for, and leave this",
        FIXED,
        is_gone,
    ),
    Row(
        "DeviceConfiguration",
        Effect.IN_PLACE,
        "devices are remembered no more: users are asked for their second factor on each of them again",
        f"{GUIDE}amazon-cognito-user-pools-device-tracking.html",
        is_gone,
    ),
    Row(
        "UserPoolTier",
        Effect.LOSES,
        "LITE has no passkeys, one-time codes, choice of factors or managed login: users who sign in by them are "
        "locked out, and AWS refuses the update while any is in use",
        PLANS,
        becomes("LITE"),
    ),
    Row(
        "UserPoolTier",
        Effect.IN_PLACE,
        "threat protection ends, and AWS refuses the update while it is in use; users, tokens and sessions stay",
        PLANS,
        was("PLUS"),
    ),
    Row("UserPoolTier", Effect.IN_PLACE, "costs more; users, tokens and sessions stay", PLANS),
    Row(
        "DeletionProtection",
        Effect.IN_PLACE,
        "nothing is lost yet, but from now on whatever deletes the pool deletes its users",
        PROTECTION,
        lambda seen: not becomes("ACTIVE")(seen),
    ),
    Row(
        "LambdaConfig.UserMigration",
        Effect.LOSES,
        "users who have not been moved from the old directory yet cannot sign in any more",
        f"{GUIDE}user-pool-lambda-migrate-user.html",
        is_gone,
    ),
    *[
        Row(
            f"LambdaConfig.{trigger}",
            Effect.LOSES,
            "custom authentication ends: users who sign in by it are locked out",
            f"{GUIDE}user-pool-lambda-challenge.html",
            is_gone,
        )
        for trigger in ("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse")
    ],
    Row(
        "IssuerConfiguration.Type",
        Effect.LOSES,
        "new tokens name another issuer: whoever compares it, such as an authorizer, refuses them until it is told",
        f"{API}API_IssuerConfigurationType.html",
    ),
    Row(
        "AdminCreateUserConfig.AllowAdminCreateUserOnly",
        Effect.IN_PLACE,
        "nobody can sign up any more; users who are there stay",
        f"{API}API_AdminCreateUserConfigType.html",
        becomes("true"),
    ),
    Row(
        "AccountRecoverySetting.RecoveryMechanisms[]",
        Effect.IN_PLACE,
        "nobody can reset a forgotten password without an administrator any more; sessions stay",
        f"{API}API_AccountRecoverySettingType.html",
        _leaves_recovery_to_admins,
    ),
    Row(
        "AccountRecoverySetting.RecoveryMechanisms[]",
        Effect.IN_PLACE,
        "users who have only this cannot reset a forgotten password themselves; sessions stay",
        f"{API}API_AccountRecoverySettingType.html",
        is_gone,
    ),
    Row(
        "AutoVerifiedAttributes",
        Effect.IN_PLACE,
        "sign-up verifies {lost} no more: new users cannot sign in or recover their password by it; what is verified "
        "stays so",
        f"{GUIDE}signing-up-users-in-your-app.html",
        loses_any,
    ),
    Row(
        "UserPoolName",
        Effect.IN_PLACE,
        "the pool is renamed and keeps its id; users, tokens and sessions stay",
        FIXED,
        was_said,
    ),
]

DEFAULTS = {
    "AdminCreateUserConfig.AllowAdminCreateUserOnly": False,
    "DeletionProtection": "INACTIVE",
    "EmailConfiguration.EmailSendingAccount": "COGNITO_DEFAULT",
    "IssuerConfiguration.Type": "ORIGINAL",
    "KeyConfiguration.KeyType": "AWS_OWNED_KEY",
    "MfaConfiguration": "OFF",
    "Schema[].DeveloperOnlyAttribute": False,
    "Schema[].Required": False,
    "UserPoolTier": "ESSENTIALS",
    "VerificationMessageTemplate.DefaultEmailOption": "CONFIRM_WITH_CODE",
    "WebAuthnFactorConfiguration": "SINGLE_FACTOR",
    "WebAuthnUserVerification": "preferred",
}
"""What a pool has where nothing is said, and an update that says nothing sets it to."""
