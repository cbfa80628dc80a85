"""The consumer profile: people sign themselves up, so that strangers and robots come too."""

from datetime import timedelta
from typing import Any

from constructs_lib.profiles.guarding import LOGS, LOGS_STAY_PLAIN, NO_LOG_OF_REQUESTS, answers, web_acl_of
from constructs_lib.profiles.opinion import Opinion
from constructs_lib.profiles.standard import standard
from constructs_lib.settings import UserPoolSettings


def _on_plus(mode: str) -> Any:
    """Say a mode of threat protection where the plan has it."""

    def mode_on_plus(settings: UserPoolSettings) -> Any:
        return mode if settings.feature_plan == "PLUS" else None

    return mode_on_plus


_RISK_DECIDES = "a required second factor would lock out customers without one; risk decides instead"

consumer = standard.varied(
    "consumer",
    [
        Opinion(
            path="feature_plan", value="PLUS", why="public sign-up attracts attackers: threat protection needs Plus"
        ),
        Opinion(path="self_sign_up_enabled", value=True, why="customers sign themselves up"),
        Opinion(
            path="mfa",
            value="OPTIONAL",
            why="customers without an authenticator app must get in; adaptive authentication asks when it matters",
        ),
        Opinion(
            path="standard_threat_protection_mode",
            value=_on_plus("ENFORCED"),
            why="stolen passwords are tried on every public pool",
        ),
        Opinion(
            path="custom_threat_protection_mode",
            value=_on_plus("ENFORCED"),
            why="custom authentication is attacked like passwords are",
        ),
        Opinion(
            path="password_policy.password_history_size",
            value=5,
            why="customers change passwords rarely; a long history only annoys",
        ),
        Opinion(
            path="app_clients.*.auth_flows",
            value=("ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"),
            why="choice-based sign-in lets passkeys and one-time passwords come later without a new release",
        ),
        Opinion(path="app_clients.*.access_token_validity", value=timedelta(hours=1), why="fewer refreshes on phones"),
        Opinion(path="app_clients.*.id_token_validity", value=timedelta(hours=1), why="as the access token"),
        Opinion(
            path="app_clients.*.refresh_token_validity",
            value=timedelta(days=30),
            why="customers who must sign in every day go elsewhere",
        ),
        Opinion(
            path="risk_configurations.+",
            value=answers(low="NO_ACTION", medium="MFA_IF_CONFIGURED", high="BLOCK"),
            why="a customer with a new phone must get in, and a stranger with a stolen password must not",
        ),
        web_acl_of(),
        *LOGS,
    ],
    {
        "mfa.optional-is-not-offered": "whoever is at risk is asked; applications may offer it on pages of their own",
        "AwsSolutions-COG2": _RISK_DECIDES,
        "cognito_user_pool_mfa_enabled": _RISK_DECIDES,
        "cognito_user_pool_self_registration_disabled": "customers sign themselves up: that is what the profile is for",
        "cognito_user_pool_blocks_potential_malicious_sign_in_attempts": (
            "blocking at low risk too would lock out everybody who has a new phone"
        ),
        **LOGS_STAY_PLAIN,
        **NO_LOG_OF_REQUESTS,
    },
)
"""A pool for customers; call it like `UserPoolSettings`."""
