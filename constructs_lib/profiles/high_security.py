"""The high-security profile: phishing-resistant factors, a key of your own, everything logged and refused in doubt."""

from datetime import timedelta

from constructs_lib.profiles.guarding import (
    LOGS,
    LOGS_STAY_PLAIN,
    REQUESTS,
    answers,
    log_groups,
    requests_log_name,
    web_acl_of,
)
from constructs_lib.profiles.opinion import Opinion
from constructs_lib.profiles.passwordless import PASSKEYS
from constructs_lib.profiles.standard import standard
from constructs_lib.settings import (
    EncryptionKey,
    KmsKey,
    KmsKeyOf,
    LogGroup,
    LogGroupOf,
    UserPoolSettings,
    WebAclLogging,
)

_KEY = "pool"


def _key(settings: UserPoolSettings) -> dict[str, KmsKey] | None:
    """Make a key that renews itself, where none is named."""
    if settings.encryption_key is not None:
        return None
    return {_KEY: KmsKey(description="Encrypts a user pool", enable_key_rotation=True)}


def _log_groups(settings: UserPoolSettings) -> dict[str, LogGroup]:
    """Make the log groups of the pool, and that of the web ACL that is made here."""
    made = log_groups(settings)
    if settings.web_acl is not None and settings.web_acl_logging is None:
        made[REQUESTS] = LogGroup(name=requests_log_name(settings), retention_in_days=365)
    return made


high_security = standard.varied(
    "high_security",
    [
        Opinion(path="feature_plan", value="PLUS", why="threat protection needs it"),
        Opinion(
            path="allowed_first_auth_factors",
            value=("PASSWORD", "WEB_AUTHN"),
            why="a passkey cannot be phished (ASVS 6.3.5); codes by mail and text message can",
        ),
        *PASSKEYS,
        Opinion(
            path="passkey_factor_configuration",
            value="MULTI_FACTOR_WITH_USER_VERIFICATION",
            why="a passkey with a PIN or a fingerprint is two factors, and the second is required here",
        ),
        Opinion(
            path="password_policy.temp_password_validity_days",
            value=1,
            why="an invitation is answered at once, or anew",
        ),
        Opinion(
            path="account_recovery",
            value=("admin_only",),
            why="whoever reads the mail must not become the user; an administrator makes sure",
        ),
        Opinion(
            path="standard_threat_protection_mode",
            value="ENFORCED",
            why="stolen passwords and odd sign-ins are refused",
        ),
        Opinion(
            path="custom_threat_protection_mode",
            value="ENFORCED",
            why="custom authentication is attacked like passwords are",
        ),
        Opinion(
            path="risk_configurations.+",
            value=answers(low="NO_ACTION", medium="BLOCK", high="BLOCK"),
            why="in doubt nobody gets in; at low risk everybody would be kept out who has a new phone",
        ),
        Opinion(
            path="kms_keys.+", value=_key, why="a key of your own can be taken away from everybody, and is audited"
        ),
        Opinion(
            path="encryption_key",
            value=EncryptionKey(key_type="CUSTOMER_MANAGED_KEY", kms_key_arn=KmsKeyOf(_KEY)),
            why="a key of your own can be taken away from everybody, and is audited",
        ),
        Opinion(
            path="custom_domain.security_policy",
            value="TLS_V1_3_2025",
            given="custom_domain",
            why="nothing older is needed by any browser of today",
        ),
        Opinion(
            path="app_clients.*.auth_flows",
            value=("ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"),
            why="passkeys need choice-based sign-in, and SRP never sends the password",
        ),
        Opinion(path="app_clients.*.access_token_validity", value=timedelta(minutes=5), why="the shortest there is"),
        Opinion(path="app_clients.*.id_token_validity", value=timedelta(minutes=5), why="as the access token"),
        Opinion(
            path="app_clients.*.refresh_token_validity", value=timedelta(hours=12), why="what NIST AAL3 allows at most"
        ),
        Opinion(
            path="app_clients.*.refresh_token_rotation.retry_grace_period_seconds",
            value=0,
            given="refresh_token_rotation.enabled",
            why="a token that comes a second time is stolen; an answer lost on the way costs a sign-in",
        ),
        web_acl_of(),
        Opinion(path="log_groups.+", value=_log_groups, why="what was refused, and why, must be known"),
        *LOGS[1:],
        Opinion(
            path="web_acl_logging",
            value=WebAclLogging([LogGroupOf(REQUESTS)]),
            given="web_acl",
            why="what was refused must be known",
        ),
    ],
    {
        "cognito_user_pool_blocks_potential_malicious_sign_in_attempts": (
            "blocking at low risk too would lock out everybody who has a new phone"
        ),
        **LOGS_STAY_PLAIN,
    },
)
"""A pool for what must not be lost; call it like `UserPoolSettings`."""
