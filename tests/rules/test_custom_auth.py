"""Rules about custom authentication."""

from typing import Any

from constructs_lib.resources.model import Resources
from constructs_lib.rules import judge
from tests.rules.case import UNKNOWN, Case, client, pool

FUNCTION = "arn:aws:lambda:eu-central-1:111122223333:function:shop"


def triggers(**functions: Any) -> Resources:
    return pool(LambdaConfig=functions)


CHALLENGE = {
    "DefineAuthChallenge": FUNCTION,
    "CreateAuthChallenge": FUNCTION,
    "VerifyAuthChallengeResponse": FUNCTION,
}
HOSTED = {"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["code"]}

CASES = [
    Case(
        rule="triggers.custom-auth-incomplete",
        fails=triggers(**{name: arn for name, arn in CHALLENGE.items() if name != "CreateAuthChallenge"}),
        says="""\
Pool.LambdaConfig.CreateAuthChallenge: is needed for custom authentication, beside \
Pool.LambdaConfig.DefineAuthChallenge and Pool.LambdaConfig.VerifyAuthChallengeResponse
   allowed: ARN of a function
   fix: name the function, or leave all three out
   [triggers.custom-auth-incomplete] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html""",
        passes=triggers(**CHALLENGE),
        silent=pool(LambdaConfig=UNKNOWN),
    ),
    Case(
        rule="triggers.custom-auth-without-functions",
        fails=pool() | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"]),
        says="""\
Client.ExplicitAuthFlows[1]: needs functions of the pool: Pool.LambdaConfig.DefineAuthChallenge, \
Pool.LambdaConfig.CreateAuthChallenge, Pool.LambdaConfig.VerifyAuthChallengeResponse, got 'ALLOW_CUSTOM_AUTH'
   allowed: other flows, where there are no such functions
   fix: name the functions in the pool, or leave the flow out
   [triggers.custom-auth-without-functions] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html""",
        passes=triggers(**CHALLENGE) | client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH"]),
        silent=pool(LambdaConfig=UNKNOWN) | client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH"]),
    ),
    Case(
        rule="triggers.custom-auth-unused",
        fails=triggers(**CHALLENGE) | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"]),
        says="""\
Pool.LambdaConfig.DefineAuthChallenge: is never called: no app client allows custom authentication, got \
'arn:aws:lambda:eu-central-1:111122223333:function:shop'
   allowed: an app client with ALLOW_CUSTOM_AUTH
   fix: allow ALLOW_CUSTOM_AUTH in an app client, or leave the functions out
   [triggers.custom-auth-unused] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html""",
        passes=triggers(**CHALLENGE) | client(),
        silent=triggers(**CHALLENGE) | client(ExplicitAuthFlows=UNKNOWN),
    ),
    Case(
        rule="triggers.custom-auth-on-hosted-pages",
        fails=client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], **HOSTED),
        says="""\
Client.AllowedOAuthFlows: open hosted pages, which do not know custom authentication, got ['code']
   allowed: nothing, where custom authentication is the only way in
   fix: leave OAuth out here, or allow a flow that hosted pages know
   [triggers.custom-auth-on-hosted-pages] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html""",
        passes=client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH"], **HOSTED),
        silent=client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH", UNKNOWN], **HOSTED),
    ),
]


def test_custom_auth_is_not_unused_where_no_app_client_is_known() -> None:
    assert "triggers.custom-auth-unused" not in {finding.rule for finding in judge(triggers(**CHALLENGE))}
