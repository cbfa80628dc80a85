"""The machine-to-machine profile: programs get tokens for APIs, and there are no users."""

from constructs_lib.profiles.guarding import NO_LOG_OF_REQUESTS, web_acl_of
from constructs_lib.profiles.opinion import Opinion
from constructs_lib.profiles.standard import standard
from constructs_lib.settings import OMIT

_NO_USERS = "there are no users"

machine_to_machine = standard.varied(
    "machine_to_machine",
    [
        Opinion(path="feature_plan", value="LITE", why="the token endpoint is all that is used"),
        Opinion(path="username_attributes", value=OMIT, why=_NO_USERS),
        Opinion(path="auto_verified_attributes", value=OMIT, why=_NO_USERS),
        Opinion(path="keep_original", value=OMIT, why=_NO_USERS),
        Opinion(path="account_recovery", value=("admin_only",), why=_NO_USERS),
        Opinion(path="password_policy.password_history_size", value=OMIT, why="the Lite plan has no history"),
        Opinion(
            path="app_clients.*.auth_flows",
            value=("ALLOW_REFRESH_TOKEN_AUTH",),
            why="with this flow alone nobody signs in by the API; without any, Cognito would allow three",
        ),
        web_acl_of(managed_rule_groups=()),
    ],
    {
        **{
            id_: reason
            for id_, reason in standard.acknowledgements.items()
            if id_ != "cognito_user_pool_waf_acl_attached"
        },
        **NO_LOG_OF_REQUESTS,
        "CKV_AWS_192": "Cognito's token endpoint is not the application's server: it runs no Log4j of yours",
    },
)
"""A pool for programs; call it like `UserPoolSettings`."""
