"""Rules about how an app client may sign users in."""

import pytest

from tests.rules.case import UNKNOWN, Case, client, pool

ROTATES = {"RefreshTokenRotation": {"Feature": "ENABLED"}}

CASES = [
    Case(
        rule="app-client.flow-names-mixed",
        fails=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"]),
        says="""\
Client.ExplicitAuthFlows[1]: cannot stand beside names that begin with ALLOW_, got 'USER_PASSWORD_AUTH'
   allowed: a name with ALLOW_, such as ALLOW_USER_SRP_AUTH
   fix: use the ALLOW_ name of the flow
   [app-client.flow-names-mixed] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=client(ExplicitAuthFlows=["ADMIN_NO_SRP_AUTH", "USER_PASSWORD_AUTH"]),
        silent=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", UNKNOWN]),
    ),
    Case(
        rule="app-client.rotation-with-refresh-flow",
        fails=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], **ROTATES),
        says="""\
Client.ExplicitAuthFlows[1]: cannot be allowed while Client.RefreshTokenRotation.Feature is ENABLED, got \
'ALLOW_REFRESH_TOKEN_AUTH'
   allowed: another flow, or Client.RefreshTokenRotation.Feature DISABLED
   fix: leave it out, or turn rotation off
   [app-client.rotation-with-refresh-flow] \
https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html""",
        passes=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"], **ROTATES),
        silent=client(ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH"], RefreshTokenRotation={"Feature": UNKNOWN}),
    ),
    Case(
        rule="app-client.rotation-with-default-flows",
        fails=client(**ROTATES),
        says="""\
Client.ExplicitAuthFlows: should be said while Client.RefreshTokenRotation.Feature is ENABLED
   allowed: flows without ALLOW_REFRESH_TOKEN_AUTH
   fix: list the flows that the application uses, such as ALLOW_USER_SRP_AUTH
   [app-client.rotation-with-default-flows] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=client(RefreshTokenRotation={"Feature": "DISABLED"}),
        silent=client(ExplicitAuthFlows=UNKNOWN, **ROTATES),
    ),
    Case(
        rule="app-client.no-renewal",
        fails=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"]),
        says="""\
Client.ExplicitAuthFlows: leaves users no way to renew their session, got ['ALLOW_USER_SRP_AUTH']
   allowed: ALLOW_REFRESH_TOKEN_AUTH too, or Client.RefreshTokenRotation.Feature ENABLED
   fix: add ALLOW_REFRESH_TOKEN_AUTH, or let refresh tokens rotate
   [app-client.no-renewal] https://github.com/aws/aws-cdk/issues/7625""",
        passes=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"], **ROTATES),
        silent=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", UNKNOWN]),
    ),
    Case(
        rule="app-client.password-flow",
        fails=pool() | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH"]),
        says="""\
Client.ExplicitAuthFlows[1]: sends the password itself, got 'ALLOW_USER_PASSWORD_AUTH'
   allowed: ALLOW_USER_SRP_AUTH, or ALLOW_USER_AUTH
   fix: use ALLOW_USER_SRP_AUTH unless the application cannot do without the password
   [app-client.password-flow] \
https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html""",
        passes=pool() | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"]),
        silent=pool(LambdaConfig=UNKNOWN) | client(ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"]),
    ),
    Case(
        rule="app-client.user-existence-errors",
        fails=client(),
        says="""\
Client.PreventUserExistenceErrors: should be said: otherwise strangers learn who has an account
   allowed: ENABLED
   fix: enable it
   [app-client.user-existence-errors] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html""",
        passes=client(PreventUserExistenceErrors="ENABLED"),
        silent=client(PreventUserExistenceErrors=UNKNOWN),
    ),
    Case(
        rule="app-client.token-exchange",
        fails=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_TOKEN_EXCHANGE_DELEGATION"]),
        says="""\
Client.ExplicitAuthFlows[1]: may be refused by CloudFormation, got 'ALLOW_TOKEN_EXCHANGE_DELEGATION'
   allowed: the flows of CloudFormation's own list
   fix: leave it out where CloudFormation refuses it, and allow it by the API after the deployment
   [app-client.token-exchange] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html""",
        passes=client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
        silent=client(ExplicitAuthFlows=UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


def test_a_user_migration_needs_the_password() -> None:
    template = pool(LambdaConfig={"UserMigration": UNKNOWN}) | client(ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"])
    assert BY_RULE["app-client.password-flow"].messages(template) == []


@pytest.mark.parametrize("flow", ["USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"])
def test_every_name_of_a_password_flow_is_known(flow: str) -> None:
    assert len(BY_RULE["app-client.password-flow"].messages(pool() | client(ExplicitAuthFlows=[flow]))) == 1


@pytest.mark.parametrize(
    "flows",
    [[], ["ADMIN_NO_SRP_AUTH"], ["ALLOW_REFRESH_TOKEN_AUTH"], ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]],
)
def test_sessions_can_be_renewed_or_nothing_is_said_of_them(flows: list[str]) -> None:
    assert BY_RULE["app-client.no-renewal"].messages(client(ExplicitAuthFlows=flows)) == []


def test_old_answers_are_warned_of_when_asked_for_too() -> None:
    (message,) = BY_RULE["app-client.user-existence-errors"].messages(client(PreventUserExistenceErrors="LEGACY"))
    assert message.startswith("Client.PreventUserExistenceErrors: tells strangers who has an account, got 'LEGACY'")
