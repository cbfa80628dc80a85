"""Which app clients a risk configuration is for, and what threat protection gets to see of their sign-ins.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
"""

from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT, USER_POOL_RISK_CONFIGURATION
from constructs_lib.rules.registry import API, CLOUDFORMATION, GUIDE, rule
from constructs_lib.rules.topics.app_client_oauth import redirects
from constructs_lib.rules.topics.risk import MODE
from constructs_lib.rules.topics.triggers import sends_password
from constructs_lib.rules.view import Problem, View

_RESOURCE = CLOUDFORMATION + "aws-resource-cognito-userpoolriskconfigurationattachment.html"
_COMPROMISED = "CompromisedCredentialsRiskConfiguration"
_CONTEXT = "EnablePropagateAdditionalUserContextData"


@rule(
    "risk.second-for-client",
    USER_POOL_RISK_CONFIGURATION,
    why="pool and app client are the identity of a risk configuration, and CloudFormation makes none twice",
    evidence="API model",
    source=_RESOURCE,
)
def second_for_client(risk: View) -> Iterator[Problem]:
    """Refuse two risk configurations for the same app client, or for the pool."""
    if risk.twin("ClientId") is not None:
        yield risk.problem(
            "ClientId",
            "has another risk configuration already",
            got=risk.get("ClientId"),
            allowed="one risk configuration for each app client, and one for ALL",
            fix="put both into one",
        )


@rule(
    "risk.compromised-unseen",
    USER_POOL_RISK_CONFIGURATION,
    severity="warning",
    why="Cognito looks a password up where it gets to see it; SRP and custom authentication never send it",
    evidence="developer guide",
    source=GUIDE + "cognito-user-pool-settings-compromised-credentials.html",
)
def compromised_unseen(risk: View) -> Iterator[Problem]:
    """Warn where no sign-in can be checked for stolen passwords."""
    events = risk.texts(f"{_COMPROMISED}.EventFilter") if risk.has(_COMPROMISED) else ()
    if events is not None and "SIGN_IN" not in events:
        return
    one = risk.neighbour("ClientId")
    clients = [one] if one is not None else risk.pool.all_around(USER_POOL_CLIENT)
    if clients and not any(sends_password(client) for client in clients):
        yield risk.problem(
            f"{_COMPROMISED}.EventFilter",
            "cannot see sign-ins: no app client sends the password",
            got=None if events is None else list(events),
            allowed="SIGN_IN where an app client has hosted pages or ALLOW_USER_PASSWORD_AUTH",
            fix="use PASSWORD_CHANGE and SIGN_UP, or let an app client send the password",
        )


@rule(
    "risk.context-not-passed",
    USER_POOL_CLIENT,
    severity="warning",
    why="to threat protection every user of a server comes from the server's own address unless it may pass theirs on",
    evidence="API model",
    source=API + "API_CreateUserPoolClient.html",
)
def context_not_passed(client: View) -> Iterator[Problem]:
    """Warn of a server that signs users in and cannot say where they are."""
    if not client.flag("GenerateSecret") or client.flag(_CONTEXT) or redirects(client):
        return
    flows = client.texts("ExplicitAuthFlows") or ()
    unsigned = [flow for flow in flows if flow.startswith(("ALLOW_USER_", "ALLOW_CUSTOM_", "USER_", "CUSTOM_"))]
    if unsigned and client.pool.text(MODE) in ("AUDIT", "ENFORCED"):
        yield client.problem(
            _CONTEXT,
            f"should be true for a client with a secret while {{pool.{MODE}}} is {client.pool.text(MODE)}",
            got=client.get(_CONTEXT),
            allowed="true",
            fix="set it to true, and let the server send the user's IpAddress in UserContextData",
        )
