"""The workforce profile: employees, who sign in with the company's own identity provider."""

from typing import Any

from constructs_lib.profiles.guarding import LOGS, LOGS_STAY_PLAIN
from constructs_lib.profiles.known import hosted, parts
from constructs_lib.profiles.opinion import Opinion
from constructs_lib.profiles.standard import standard
from constructs_lib.settings import ProviderOf


def _providers(client: Any, pool: Any) -> tuple[str | ProviderOf, ...] | None:
    """Take every identity provider of the settings, and the pool itself only where there is none."""
    if not hosted(client):
        return None
    return tuple(map(ProviderOf, parts(pool.identity_providers))) or ("COGNITO",)


def _flows(client: Any) -> tuple[str, ...] | None:
    """Leave the API's flows out where the hosted pages sign people in."""
    return ("ALLOW_REFRESH_TOKEN_AUTH",) if hosted(client) else None


workforce = standard.varied(
    "workforce",
    [
        Opinion(
            path="app_clients.*.supported_identity_providers",
            value=_providers,
            why="employees sign in with the company's account, and leave with it",
        ),
        Opinion(
            path="app_clients.*.auth_flows",
            value=_flows,
            why="federated users have no password; with this flow alone nobody signs in by the API",
        ),
        *LOGS,
    ],
    {
        **standard.acknowledgements,
        **LOGS_STAY_PLAIN,
    },
)
"""A pool for employees; call it like `UserPoolSettings`."""
