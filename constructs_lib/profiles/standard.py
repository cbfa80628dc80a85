"""The standard profile: everything that makes a pool safer and costs nothing extra.

People sign in by e-mail address, administrators create them, and everybody has an authenticator app.
"""

from datetime import timedelta

from constructs_lib.profiles.around import AROUND, HOSTED_PAGES
from constructs_lib.profiles.client_attributes import readable, writable
from constructs_lib.profiles.known import hosted, texts
from constructs_lib.profiles.opinion import KEY, Opinion, Profile
from constructs_lib.settings import (
    OMIT,
    AppClient,
    SmsRole,
    UserPoolSettings,
    Verbatim,
)


def _signed_in_with(settings: UserPoolSettings) -> tuple[str, ...]:
    """Give the addresses that people sign in with; e-mail where there is none."""
    named = [*texts(settings.username_attributes), *texts(settings.alias_attributes)]
    return tuple(name for name in ("email", "phone_number") if name in named) or ("email",)


def _verified(settings: UserPoolSettings) -> tuple[str, ...] | None:
    return texts(settings.auto_verified_attributes) or None


def _recovery(settings: UserPoolSettings) -> tuple[str, ...] | None:
    """Give the address that is verified, e-mail before the phone; where none is, only administrators can help."""
    verified = texts(settings.auto_verified_attributes)
    return next((("verified_" + name,) for name in ("email", "phone_number") if name in verified), ("admin_only",))


def _factors(settings: UserPoolSettings) -> tuple[str, ...] | None:
    return None if settings.mfa == "OFF" else ("SOFTWARE_TOKEN_MFA",)


def _rotates(client: AppClient) -> bool | None:
    """Rotate refresh tokens, but where their own flow is asked for (AWS refuses both together) or nobody gets any."""
    flows = (*texts(client.auth_flows), *texts(client.oauth_flows))
    return None if "ALLOW_REFRESH_TOKEN_AUTH" in flows or "client_credentials" in flows else True


def _own_users(client: AppClient) -> tuple[str, ...] | None:
    """Offer the pool's own users on the hosted pages."""
    return ("COGNITO",) if hosted(client) else None


def _external_id(settings: UserPoolSettings) -> Verbatim | None:
    """Take one of the stack's own, where the role is made here."""
    made = settings.sms_role is not None and settings.sms_role is not OMIT
    return Verbatim({"Fn::Sub": "${AWS::StackName}-user-pool"}) if made else None


_POOL = [
    Opinion(
        path="feature_plan",
        value="ESSENTIALS",
        why="Cognito takes it anyway; saying it keeps it so, and password history needs it",
    ),
    Opinion(
        path="username_attributes",
        value=("email",),
        unless="alias_attributes",
        why="people remember their address, and one thing less can be mistyped",
    ),
    Opinion(
        path="sign_in_case_sensitive",
        value=False,
        why="Anna@shop.example and anna@shop.example are one person; it can never be changed later",
    ),
    Opinion(path="self_sign_up_enabled", value=False, why="open sign-up is a decision, not a default"),
    Opinion(
        path="auto_verified_attributes",
        value=_signed_in_with,
        why="an address that people sign in with, or recover by, must be theirs",
    ),
    Opinion(
        path="keep_original",
        value=_verified,
        why="a mistyped new address must not lock its owner out",
    ),
    Opinion(path="mfa", value="ON", why="a password alone does not keep anybody out (NIST SP 800-63B, ASVS 6.3.3)"),
    Opinion(
        path="mfa_factors",
        value=_factors,
        why="authenticator apps cost nothing and cannot be intercepted like text messages",
    ),
    Opinion(
        path="account_recovery",
        value=_recovery,
        why="Cognito would try the phone first, which costs money and can be taken over",
    ),
    Opinion(path="deletion_protection", value=True, why="a pool outlives its stack: users cannot be made anew"),
    Opinion(path="deletion_policy", value="Retain", why="a pool outlives its stack: users cannot be made anew"),
    Opinion(path="update_replace_policy", value="Retain", why="a replaced pool still has the users"),
]

_PASSWORDS = [
    Opinion(path="password_policy.min_length", value=15, why="what NIST SP 800-63B-4 asks of a lone factor"),
    Opinion(path="password_policy.require_lowercase", value=True, why="scanners ask for all four classes"),
    Opinion(path="password_policy.require_uppercase", value=True, why="scanners ask for all four classes"),
    Opinion(path="password_policy.require_digits", value=True, why="scanners ask for all four classes"),
    Opinion(path="password_policy.require_symbols", value=True, why="scanners ask for all four classes"),
    Opinion(path="password_policy.password_history_size", value=24, why="no old password comes back soon"),
    Opinion(
        path="password_policy.temp_password_validity_days",
        value=3,
        why="long enough for a weekend, short enough for a forgotten mail",
    ),
]

_TEXT_MESSAGES = [
    Opinion(
        path="sms_role",
        value=SmsRole(),
        given="sms",
        unless="sms.caller_arn sms.end_user_messaging.caller_arn",
        why="text messages need a role; one made here can be used by this account's pools alone",
    ),
    Opinion(
        path="sms.external_id",
        value=_external_id,
        given="sms_role",
        unless="sms.end_user_messaging",
        why="text messages as a factor need one, the same in the role and in the pool",
    ),
    Opinion(
        path="sms.end_user_messaging.external_id",
        value=_external_id,
        given="sms.end_user_messaging",
        why="text messages as a factor need one, the same in the role and in the pool",
    ),
    Opinion(
        path="sms.sns_region",
        value=Verbatim({"Ref": "AWS::Region"}),
        given="sms",
        unless="sms.end_user_messaging",
        why="left out, Cognito may send from another Region than yours",
    ),
]

_APP_CLIENTS = [
    Opinion(path="app_clients.*.name", value=KEY, why="the console then shows the name that the code knows"),
    Opinion(
        path="app_clients.*.auth_flows",
        value=("ALLOW_USER_SRP_AUTH",),
        why="SRP never sends the password; refresh tokens rotate instead of having a flow",
    ),
    Opinion(
        path="app_clients.*.prevent_user_existence_errors",
        value=True,
        why="nobody learns by trying who has an account",
    ),
    Opinion(path="app_clients.*.enable_token_revocation", value=True, why="signing out must end the session"),
    Opinion(path="app_clients.*.auth_session_validity", value=3, why="codes live as long: the shortest there is"),
    Opinion(
        path="app_clients.*.access_token_validity",
        value=timedelta(minutes=15),
        why="a stolen access token cannot be taken back, only run out",
    ),
    Opinion(path="app_clients.*.id_token_validity", value=timedelta(minutes=15), why="as the access token"),
    Opinion(
        path="app_clients.*.refresh_token_validity",
        value=timedelta(hours=8),
        why="a working day; NIST AAL2 allows 24 hours",
    ),
    Opinion(
        path="app_clients.*.refresh_token_rotation.enabled",
        value=_rotates,
        why="a stolen refresh token shows itself by being used twice",
    ),
    Opinion(
        path="app_clients.*.refresh_token_rotation.retry_grace_period_seconds",
        value=10,
        given="refresh_token_rotation.enabled",
        why="an answer lost on the way must not sign anybody out",
    ),
    Opinion(
        path="app_clients.*.oauth_scopes",
        value=("openid", "email"),
        given="oauth_flows_enabled",
        why="who it is, and no right to change the profile",
    ),
    Opinion(
        path="app_clients.*.supported_identity_providers",
        value=_own_users,
        why="the pool's own users; other providers are named by whoever adds them",
    ),
    Opinion(
        path="app_clients.*.read_attributes",
        value=readable,
        why="an application reads what the pool's settings speak of, and nothing that nobody asked for",
    ),
    Opinion(
        path="app_clients.*.write_attributes",
        value=writable,
        why="whoever may write custom:role makes an administrator of anybody",
    ),
]

_PLUS = "threat protection is part of the Plus plan, which costs more for each user"

standard = Profile(
    UserPoolSettings,
    "standard",
    [*_POOL, *_PASSWORDS, *_TEXT_MESSAGES, *_APP_CLIENTS],
    {
        "AwsSolutions-COG8": "the Plus plan costs more for each user: take it where threat protection is wanted",
        "Cognito.1": _PLUS,
        "Cognito.4": _PLUS,
        "cognito_user_pool_advanced_security_enabled": _PLUS,
        "cognito_user_pool_blocks_compromised_credentials_sign_in_attempts": _PLUS,
        "cognito_user_pool_blocks_potential_malicious_sign_in_attempts": _PLUS,
        "cognito_user_pool_waf_acl_attached": "a web ACL has a bill of its own: say web_acl where it is wanted",
    },
    [*HOSTED_PAGES, *AROUND],
)
"""What `CognitoUserPool(self, "Users")` is; call it like `UserPoolSettings`."""
