"""Rules about Lambda triggers."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, client, pool

FRANKFURT = Deployment(region="eu-central-1")


def function(name: str = "shop", region: str = "eu-central-1") -> str:
    return f"arn:aws:lambda:{region}:111122223333:function:{name}"


def key(name: str = "key/1", region: str = "eu-central-1") -> str:
    return f"arn:aws:kms:{region}:111122223333:{name}"


def triggers(**functions: Any) -> Resources:
    return pool(LambdaConfig=functions)


def of(logical_id: str) -> Any:
    return {"Fn::GetAtt": [logical_id, "Arn"]}


def versioned(arn: Any = None, version: str = "V1_0") -> dict[str, Any]:
    return {"LambdaArn": arn or function(), "LambdaVersion": version}


def resource(logical_id: str, kind: str = "AWS::Lambda::Function", **properties: Any) -> Resources:
    return {logical_id: {"Type": kind, "Properties": properties}}


HOSTED = {"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["code"]}

CASES = [
    Case(
        rule="triggers.pre-token-generation-twice",
        fails=triggers(PreTokenGeneration=function("a"), PreTokenGenerationConfig=versioned(function("b"))),
        says="""\
Pool.LambdaConfig.PreTokenGeneration: cannot be another function than \
Pool.LambdaConfig.PreTokenGenerationConfig.LambdaArn, got 'arn:aws:lambda:eu-central-1:111122223333:function:a'
   allowed: nothing, or the same function
   fix: leave it out, and keep Pool.LambdaConfig.PreTokenGenerationConfig.LambdaArn
   [triggers.pre-token-generation-twice] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html""",
        passes=triggers(PreTokenGeneration=function("a"), PreTokenGenerationConfig=versioned(function("a"))),
        silent=triggers(PreTokenGeneration=function("a"), PreTokenGenerationConfig=versioned(UNKNOWN)),
    ),
    Case(
        rule="triggers.sender-needs-key",
        fails=triggers(CustomEmailSender=versioned(), CustomSMSSender=versioned()),
        says="""\
Pool.LambdaConfig.KMSKeyID: is needed for Pool.LambdaConfig.CustomEmailSender and Pool.LambdaConfig.CustomSMSSender
   allowed: ARN of a symmetric KMS key in the pool's Region
   fix: name a key, and let the function decrypt with it
   [triggers.sender-needs-key] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html""",
        passes=triggers(CustomEmailSender=versioned(), KMSKeyID=key()),
        silent=triggers(CustomEmailSender=versioned(), KMSKeyID=UNKNOWN),
    ),
    Case(
        rule="triggers.key-alias",
        fails=triggers(KMSKeyID=key("alias/shop")),
        says="""\
Pool.LambdaConfig.KMSKeyID: names an alias, got 'arn:aws:kms:eu-central-1:111122223333:alias/shop'
   allowed: arn:aws:kms:<region>:<account>:key/<id>
   fix: use the ARN of the key that the alias stands for
   [triggers.key-alias] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html""",
        passes=triggers(KMSKeyID=key()),
        silent=triggers(KMSKeyID=UNKNOWN),
    ),
    Case(
        rule="triggers.not-a-function",
        fails=triggers(PreSignUp=UNKNOWN, PostConfirmation="arn:aws:sns:eu-central-1:111122223333:sign-ups"),
        says="""\
Pool.LambdaConfig.PostConfirmation: is not the ARN of a function, got 'arn:aws:sns:eu-central-1:111122223333:sign-ups'
   allowed: arn:aws:lambda:<region>:<account>:function:<name>
   fix: use the ARN of the Lambda function
   [triggers.not-a-function] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html""",
        passes=triggers(PreSignUp=UNKNOWN, PostConfirmation=function()),
        silent=triggers(PostConfirmation="arn:aws:${Token[TOKEN.1]}:eu-central-1:111122223333:sign-ups"),
    ),
    Case(
        rule="triggers.region",
        fails=triggers(PreSignUp=function(region="eu-west-1")),
        says="""\
Pool.LambdaConfig.PreSignUp: must be in the pool's Region, eu-central-1, got \
'arn:aws:lambda:eu-west-1:111122223333:function:shop'
   allowed: an ARN with eu-central-1 in it
   fix: make it in the pool's Region
   [triggers.region] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html""",
        passes=triggers(PreSignUp=function()),
        silent=triggers(PreSignUp=UNKNOWN),
        where=FRANKFURT,
    ),
    Case(
        rule="triggers.function-version",
        fails=triggers(PreSignUp=function("shop:12")),
        says="""\
Pool.LambdaConfig.PreSignUp: is one version of a function, got \
'arn:aws:lambda:eu-central-1:111122223333:function:shop:12'
   allowed: the ARN of a function, or of an alias
   fix: leave the version out, or give it an alias and name that
   [triggers.function-version] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html""",
        passes=triggers(PreSignUp=function("shop:live")),
        silent=triggers(PreSignUp=UNKNOWN),
    ),
    Case(
        rule="triggers.function-timeout",
        fails=triggers(PreSignUp=of("Function")) | resource("Function", Timeout=6),
        says="""\
Pool.LambdaConfig.PreSignUp: may run 6 seconds (Function), and Cognito waits 5
   allowed: a function that ends within 5 seconds
   fix: set the function's timeout to 5 seconds, and move slow work behind a queue
   [triggers.function-timeout] \
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html""",
        passes=triggers(PreSignUp=of("Function")) | resource("Function", Timeout=5),
        silent=triggers(PreSignUp=of("Function")) | resource("Function", Timeout=UNKNOWN),
    ),
    Case(
        rule="triggers.migration-needs-password",
        fails=triggers(UserMigration=function()) | client(ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH"]),
        says="""\
Pool.LambdaConfig.UserMigration: migrates nobody who signs in: no app client sends the password, got \
'arn:aws:lambda:eu-central-1:111122223333:function:shop'
   allowed: an app client with ALLOW_USER_PASSWORD_AUTH or ALLOW_ADMIN_USER_PASSWORD_AUTH
   fix: allow one of these flows until everybody has moved
   [triggers.migration-needs-password] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html""",
        passes=triggers(UserMigration=function()) | client(ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH"]),
        silent=triggers(UserMigration=function()) | client(ExplicitAuthFlows=UNKNOWN),
    ),
]


def found(rule: str, resources: Resources, where: Deployment = FRANKFURT) -> list[tuple[str | int, ...]]:
    return [finding.property for finding in judge(resources, where) if finding.rule == rule]


@pytest.mark.parametrize(
    ("old", "new", "two"),
    [
        (of("A"), of("B"), True),
        (of("A"), of("A"), False),
        (of("A"), {"Ref": "Parameter"}, False),
        ({"Ref": "P"}, {"Ref": "Q"}, False),
        (of("A"), {"Fn::GetAtt": ["Nested", "Outputs.Arn"]}, False),
        (of("A"), function(), False),
    ],
)
def test_two_functions_are_two_only_where_it_is_certain(old: Any, new: Any, two: bool) -> None:
    functions = resource("A") | resource("B") | resource("Nested", "AWS::CloudFormation::Stack")
    resources = triggers(PreTokenGeneration=old, PreTokenGenerationConfig=versioned(new)) | functions
    assert bool(found("triggers.pre-token-generation-twice", resources)) is two


def test_functions_and_the_key_live_in_the_pools_region() -> None:
    resources = triggers(
        PreSignUp=UNKNOWN,
        CustomSMSSender=versioned(function(region="eu-west-1")),
        KMSKeyID=key(region="us-east-1"),
    )
    assert found("triggers.region", resources) == [
        ("LambdaConfig", "CustomSMSSender", "LambdaArn"),
        ("LambdaConfig", "KMSKeyID"),
    ]
    assert found("triggers.region", resources, Deployment()) == []


def test_a_version_of_the_template_is_a_version() -> None:
    resources = triggers(PreSignUp={"Ref": "V"}, CustomMessage={"Ref": "A"})
    resources |= resource("V", "AWS::Lambda::Version") | resource("A", "AWS::Lambda::Alias")
    assert found("triggers.function-version", resources) == [("LambdaConfig", "PreSignUp")]


def test_nobody_waits_for_a_sender() -> None:
    resources = triggers(CustomEmailSender=versioned(of("Function"))) | resource("Function", Timeout=30)
    assert found("triggers.function-timeout", resources) == []


@pytest.mark.parametrize(
    ("properties", "migrates"),
    [
        ({"ExplicitAuthFlows": ["ALLOW_ADMIN_USER_PASSWORD_AUTH"]}, True),
        ({"ExplicitAuthFlows": ["USER_PASSWORD_AUTH"]}, True),
        ({"ExplicitAuthFlows": ["ADMIN_NO_SRP_AUTH"]}, True),
        ({"ExplicitAuthFlows": ["ALLOW_USER_AUTH"]}, True),
        ({"ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], **HOSTED}, True),
        ({"ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], **HOSTED, "AllowedOAuthFlows": ["client_credentials"]}, False),
        ({}, False),
    ],
)
def test_migration_needs_the_password(properties: dict[str, Any], migrates: bool) -> None:
    resources = triggers(UserMigration=function()) | client(**properties)
    assert bool(found("triggers.migration-needs-password", resources)) is not migrates


def test_migration_is_not_judged_without_app_clients() -> None:
    assert found("triggers.migration-needs-password", triggers(UserMigration=function())) == []


PLAIN = [
    *("PreSignUp", "PostConfirmation", "PreAuthentication", "PostAuthentication", "PreTokenGeneration"),
    *("UserMigration", "CustomMessage", "DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"),
]
VERSIONED = ["PreTokenGenerationConfig", "InboundFederation"]
SENDERS = ["CustomEmailSender", "CustomSMSSender"]


def at(name: str, arn: Any) -> dict[str, Any]:
    return {name: arn if name in PLAIN else versioned(arn)}


@pytest.mark.parametrize("name", [*PLAIN, *VERSIONED, *SENDERS])
def test_every_function_is_one_of_the_pools_region_and_no_version(name: str) -> None:
    place = [("LambdaConfig", name, *(() if name in PLAIN else ("LambdaArn",)))]
    assert found("triggers.region", triggers(**at(name, function(region="eu-west-1")))) == place
    assert found("triggers.function-version", triggers(**at(name, f"{function()}:7"))) == place
    assert found("triggers.function-version", triggers(**at(name, f"{function()}:live"))) == []


@pytest.mark.parametrize(
    ("name", "count"), [*((name, 1) for name in PLAIN + VERSIONED), *((name, 0) for name in SENDERS)]
)
def test_cognito_waits_for_every_function_but_the_senders(name: str, count: int) -> None:
    resources = triggers(**at(name, of("Function"))) | resource("Function", Timeout=30)
    assert len(found("triggers.function-timeout", resources)) == count


@pytest.mark.parametrize(("timeout", "count"), [(3, 0), (5, 0), (6, 1), ("30", 0)])
def test_five_seconds_are_not_too_many(timeout: Any, count: int) -> None:
    resources = triggers(PreSignUp=of("Function")) | resource("Function", Timeout=timeout)
    assert len(found("triggers.function-timeout", resources)) == count


@pytest.mark.parametrize("arn", ["arn:aws:lambda:eu-west-1:111122223333", f"{function()}:7:8", "shop"])
def test_what_is_no_functions_arn_says_nothing(arn: str) -> None:
    assert found("triggers.region", triggers(PreSignUp=arn)) == []
    assert found("triggers.function-version", triggers(PreSignUp=arn)) == []


@pytest.mark.parametrize(
    ("old", "new", "two"),
    [(of("A"), of("C"), True), (function(), UNKNOWN, False), (function(), function("other"), True)],
)
def test_a_function_may_be_written_as_serverless(old: Any, new: Any, two: bool) -> None:
    functions = resource("A") | resource("B") | resource("C", "AWS::Serverless::Function")
    resources = triggers(PreTokenGeneration=old, PreTokenGenerationConfig=versioned(new)) | functions
    assert bool(found("triggers.pre-token-generation-twice", resources)) is two
