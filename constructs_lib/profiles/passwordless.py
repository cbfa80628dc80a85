"""The passwordless profile: passkeys, and codes by mail for whoever has none yet."""

from typing import Any

from constructs_lib.profiles.guarding import LOGS, LOGS_STAY_PLAIN, NO_LOG_OF_REQUESTS, web_acl_of
from constructs_lib.profiles.known import hosted
from constructs_lib.profiles.opinion import Opinion
from constructs_lib.profiles.standard import standard
from constructs_lib.settings import UserPoolSettings


def own_domain(settings: UserPoolSettings) -> str | None:
    """Take the pool's own domain, where there is one."""
    name = getattr(settings.custom_domain, "name", None)  # there is none where it is left out on purpose
    return name if isinstance(name, str) else None


def _flows(client: Any) -> tuple[str, ...]:
    """Let users choose how to begin; who has hosted pages needs no other flow."""
    return ("ALLOW_USER_AUTH",) if hosted(client) else ("ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH")


PASSKEYS = [
    Opinion(
        path="passkey_user_verification",
        value="required",
        why="a passkey that asks for nothing is as good as whoever holds the phone",
    ),
    Opinion(
        path="passkey_relying_party_id",
        value=own_domain,
        why="passkeys belong to a domain for ever; left out, another domain of the pool's would orphan them",
    ),
]

_TWO_IN_ONE = "a passkey is two factors in one, and a code by mail cannot be asked for twice"

passwordless = standard.varied(
    "passwordless",
    [
        Opinion(
            path="allowed_first_auth_factors",
            value=("PASSWORD", "WEB_AUTHN", "EMAIL_OTP"),
            why="a passkey cannot be phished, a code by mail needs no preparation; Cognito insists on the password",
        ),
        *PASSKEYS,
        Opinion(path="mfa", value="OFF", why="AWS refuses a required second factor together with codes as the first"),
        Opinion(path="app_clients.*.auth_flows", value=_flows, why="choosing how to sign in is what this flow is for"),
        Opinion(
            path="app_clients.*.auth_session_validity", value=5, why="a mail takes a while, and codes live as long"
        ),
        web_acl_of(),
        *LOGS,
    ],
    {
        **{
            id_: reason
            for id_, reason in standard.acknowledgements.items()
            if id_ != "cognito_user_pool_waf_acl_attached"
        },
        "AwsSolutions-COG2": _TWO_IN_ONE,
        "cognito_user_pool_mfa_enabled": _TWO_IN_ONE,
        **LOGS_STAY_PLAIN,
        **NO_LOG_OF_REQUESTS,
    },
)
"""A pool without passwords to forget; call it like `UserPoolSettings`."""
