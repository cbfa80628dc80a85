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


def said_of(rule: str, resources: Resources) -> int:
    return len([finding for finding in judge(resources) if finding.rule == rule])


def test_a_pool_without_any_of_the_functions_misses_none() -> None:
    assert said_of("triggers.custom-auth-incomplete", pool()) == 0
    assert said_of("triggers.custom-auth-incomplete", triggers(DefineAuthChallenge=FUNCTION)) == 2


def test_the_older_flow_is_custom_authentication_too() -> None:
    older = client(ExplicitAuthFlows=["CUSTOM_AUTH_FLOW_ONLY"])
    assert said_of("triggers.custom-auth-without-functions", pool() | older) == 1
    assert said_of("triggers.custom-auth-unused", triggers(**CHALLENGE) | older) == 0


def test_both_flows_together_are_custom_authentication_alone() -> None:
    both = client(ExplicitAuthFlows=["ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"], **HOSTED)
    assert said_of("triggers.custom-auth-on-hosted-pages", both) == 1


def test_the_function_that_is_shown_is_the_one_that_is_named() -> None:
    functions = {name: f"{FUNCTION}-{name}" for name in CHALLENGE}
    (shown,) = [
        finding.got
        for finding in judge(triggers(**functions) | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"]))
        if finding.rule == "triggers.custom-auth-unused"
    ]
    assert shown == f"{FUNCTION}-DefineAuthChallenge"
