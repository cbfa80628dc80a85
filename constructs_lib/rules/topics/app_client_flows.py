"""How an app client may sign users in by the API.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.rules.registry import API, CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.view import Problem, View

_CLIENT = API + "API_CreateUserPoolClient.html"
_REFRESH = "ALLOW_REFRESH_TOKEN_AUTH"
_WITH_PASSWORD = (
    "USER_PASSWORD_AUTH",
    "ADMIN_NO_SRP_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
)


@rule(
    "app-client.flow-names-mixed",
    USER_POOL_CLIENT,
    why="the names without ALLOW_ are an older form of the same setting; AWS refuses both forms in one list",
    evidence="measured on AWS",
    source=_CLIENT,
)
def flow_names_mixed(client: View) -> Iterator[Problem]:
    """Refuse old and new names of flows in one list."""
    flows = list(client.each_text("ExplicitAuthFlows"))
    if not any(name.startswith("ALLOW_") for _, name in flows):
        return
    for index, name in flows:
        if not name.startswith("ALLOW_"):
            yield client.problem(
                ("ExplicitAuthFlows", index),
                "cannot stand beside names that begin with ALLOW_",
                got=name,
                allowed="a name with ALLOW_, such as ALLOW_USER_SRP_AUTH",
                fix="use the ALLOW_ name of the flow",
            )


@rule(
    "app-client.token-exchange",
    USER_POOL_CLIENT,
    severity="warning",
    why="the API has learnt these two flows; CloudFormation's schema does not list them yet",
    evidence="API model",
    source=CLOUDFORMATION + "aws-resource-cognito-userpoolclient.html",
)
def token_exchange(client: View) -> Iterator[Problem]:
    """Warn of the flows that API and CloudFormation disagree about."""
    for index, name in client.each_text("ExplicitAuthFlows"):
        if name.startswith("ALLOW_TOKEN_EXCHANGE_"):
            yield client.problem(
                ("ExplicitAuthFlows", index),
                "may be refused by CloudFormation",
                got=name,
                allowed="the flows of CloudFormation's own list",
                fix="leave it out where CloudFormation refuses it, and allow it by the API after the deployment",
            )


@rule(
    "app-client.rotation-with-refresh-flow",
    USER_POOL_CLIENT,
    why="tokens that rotate are renewed by GetTokensFromRefreshToken; the old flow must be off",
    evidence="developer guide",
    source=GUIDE + "amazon-cognito-user-pools-using-the-refresh-token.html",
)
def rotation_with_refresh_flow(client: View) -> Iterator[Problem]:
    """Refuse the refresh flow where refresh tokens rotate."""
    if client.text("RefreshTokenRotation.Feature") != "ENABLED":
        return
    for index, name in client.each_text("ExplicitAuthFlows"):
        if name == _REFRESH:
            yield client.problem(
                ("ExplicitAuthFlows", index),
                "cannot be allowed while {RefreshTokenRotation.Feature} is ENABLED",
                got=name,
                allowed="another flow, or {RefreshTokenRotation.Feature} DISABLED",
                fix="leave it out, or turn rotation off",
            )


@rule(
    "app-client.rotation-with-default-flows",
    USER_POOL_CLIENT,
    severity="warning",
    why="the flows that Cognito takes by default include ALLOW_REFRESH_TOKEN_AUTH, which excludes rotation",
    evidence="inferred",
    source=_CLIENT,
)
def rotation_with_default_flows(client: View) -> Iterator[Problem]:
    """Ask for the flows to be said where refresh tokens rotate."""
    if client.text("RefreshTokenRotation.Feature") == "ENABLED" and not client.has("ExplicitAuthFlows"):
        yield client.problem(
            "ExplicitAuthFlows",
            "should be said while {RefreshTokenRotation.Feature} is ENABLED",
            allowed=f"flows without {_REFRESH}",
            fix="list the flows that the application uses, such as ALLOW_USER_SRP_AUTH",
        )


@rule(
    "app-client.no-renewal",
    USER_POOL_CLIENT,
    severity="warning",
    why="users must sign in anew as soon as a token runs out, and AWS has refused such a list",
    evidence="reported",
    source="https://github.com/aws/aws-cdk/issues/7625",
)
def no_renewal(client: View) -> Iterator[Problem]:
    """Warn of flows that leave users no way to renew their session."""
    flows = client.texts("ExplicitAuthFlows") or ()
    if not any(name.startswith("ALLOW_") for name in flows) or _REFRESH in flows:
        return
    if client.text("RefreshTokenRotation.Feature") != "ENABLED":
        yield client.problem(
            "ExplicitAuthFlows",
            "leaves users no way to renew their session",
            got=list(flows),
            allowed=f"{_REFRESH} too, or {{RefreshTokenRotation.Feature}} ENABLED",
            fix=f"add {_REFRESH}, or let refresh tokens rotate",
        )


@rule(
    "app-client.password-flow",
    USER_POOL_CLIENT,
    severity="warning",
    why="the application sends the password itself; with SRP it never leaves the user's device",
    evidence="developer guide",
    source=GUIDE + "amazon-cognito-user-pools-authentication-flow-methods.html",
)
def password_flow(client: View) -> Iterator[Problem]:
    """Warn of flows that send the password, where no user migration needs it."""
    flows = [(index, name) for index, name in client.each_text("ExplicitAuthFlows") if name in _WITH_PASSWORD]
    if flows and not client.pool.has("LambdaConfig.UserMigration"):
        for index, name in flows:
            yield client.problem(
                ("ExplicitAuthFlows", index),
                "sends the password itself",
                got=name,
                allowed="ALLOW_USER_SRP_AUTH, or ALLOW_USER_AUTH",
                fix="use ALLOW_USER_SRP_AUTH unless the application cannot do without the password",
            )


@rule(
    "app-client.user-existence-errors",
    USER_POOL_CLIENT,
    severity="warning",
    why="answers differ for users who exist and users who do not, so that anybody can find out who has an account",
    evidence="API model",
    source=GUIDE + "cognito-user-pool-managing-errors.html",
)
def user_existence_errors(client: View) -> Iterator[Problem]:
    """Warn of answers that tell who has an account."""
    said = client.text("PreventUserExistenceErrors")
    if said in (None, "LEGACY"):
        yield client.problem(
            "PreventUserExistenceErrors",
            "tells strangers who has an account"
            if said
            else "should be said: otherwise strangers learn who has an account",
            got=said,
            allowed="ENABLED",
            fix="enable it",
        )
