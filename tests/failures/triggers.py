"""Lambda triggers."""

from typing import Any

from constructs_lib.resources.model import Resources, get_att, ref
from tests.failures.resources import BY_SENDER, FUNCTION, HERE, KEY, sms_role
from tests.failures.row import Row, Told, failure, refused, unseen
from tests.rules.case import pool

TRIGGER = pool(LambdaConfig={"PreSignUp": get_att("Function", "Arn")})
ARN = get_att("Pool", "Arn")
ELSEWHERE = "arn:aws:lambda:eu-west-1:111122223333:function:shop"


def triggers(**said: Any) -> Resources:
    return pool(LambdaConfig=said)


def function(role: Any = get_att("Role", "Arn"), **properties: Any) -> Resources:  # noqa: B008  (plain data)
    return {"Function": {"Type": "AWS::Lambda::Function", "Properties": {"Role": role} | properties}}


def role(**properties: Any) -> Resources:
    return {"Role": {"Type": "AWS::IAM::Role", "Properties": properties}}


def policy(resource: Any, action: str = "cognito-idp:AdminGetUser") -> dict[str, Any]:
    document = {"Statement": [{"Effect": "Allow", "Action": action, "Resource": resource}]}
    return {"PolicyName": "users", "PolicyDocument": document}


def attached(resource: Any, **attributes: Any) -> Resources:
    properties = policy(resource) | {"Roles": [ref("Role")]}
    return {"Policy": {"Type": "AWS::IAM::Policy", "Properties": properties} | attributes}


def waiting_for(name: str, resources: Resources) -> Resources:
    return resources | {key: resource | {"DependsOn": [name]} for key, resource in resources.items()}


ANY_POOL = "arn:aws:cognito-idp:eu-central-1:111122223333:userpool/*"


def sender(**said: Any) -> dict[str, Any]:
    return {"LambdaArn": FUNCTION, "LambdaVersion": "V1_0"} | said


def tokens(old: Any, new: Any) -> Resources:
    return triggers(PreTokenGeneration=old, PreTokenGenerationConfig={"LambdaArn": new, "LambdaVersion": "V2_0"})


ROWS: list[Row] = [
    failure(
        "F100",
        "the role of a trigger names the pool that the trigger is of",
        refused(
            "triggers.circular",
            TRIGGER | function() | role(Policies=[policy(ARN)]),
            TRIGGER | function() | role() | attached(ARN),
        ),
        refused(
            "triggers.circular",
            TRIGGER | waiting_for("Policy", function()) | role() | attached(ARN),
            TRIGGER | waiting_for("Policy", function()) | role() | attached(ANY_POOL),
        ),
        refused(
            "triggers.circular",
            TRIGGER | function() | role(Policies=[policy({"Fn::Sub": "${Pool.Arn}"})]),
            TRIGGER | function() | role(Policies=[policy(ANY_POOL)]),
        ),
        refused(
            "pool.circular",
            pool(SmsConfiguration=BY_SENDER) | sms_role(Policies=[policy(ARN, "sns:Publish")]),
            pool(SmsConfiguration=BY_SENDER) | sms_role(Policies=[policy(ANY_POOL, "sns:Publish")]),
        ),
    ),
    failure(
        "F101",
        "a trigger is told the id of the pool that it is of",
        *[
            refused(
                "triggers.circular",
                TRIGGER | function("role", Environment={"Variables": {"USER_POOL_ID": said}}),
                TRIGGER | function("role", Environment={"Variables": {"STAGE": "test"}}),
            )
            for said in (ref("Pool"), get_att("Pool", "ProviderURL"), {"Fn::Sub": "pool ${Pool}"})
        ],
        refused(
            "triggers.circular",
            pool(LambdaConfig={"CustomEmailSender": sender(LambdaArn=get_att("Function", "Arn")), "KMSKeyID": KEY})
            | function("role", Environment={"Variables": {"ID": ref("Pool")}}),
            pool(LambdaConfig={"CustomEmailSender": sender(LambdaArn=get_att("Function", "Arn")), "KMSKeyID": KEY})
            | function("role"),
        ),
    ),
    failure(
        "F103",
        "a function that sends codes, and no key to encrypt them with",
        *[
            refused("triggers.sender-needs-key", triggers(**senders), triggers(**senders, KMSKeyID=KEY))
            for senders in (
                {"CustomEmailSender": sender()},
                {"CustomSMSSender": sender()},
                {"CustomEmailSender": sender(), "CustomSMSSender": sender()},
            )
        ],
    ),
    unseen(
        "F104",
        "two functions that send codes, each with a key of its own",
        "a pool has one place for a key, so that no template can say two; which one a function uses stands in its code",
        Told("constructs_lib/settings/lambda_triggers.py", "one key for both"),
    ),
    failure(
        "F106",
        "two functions for one trigger",
        refused("triggers.pre-token-generation-twice", tokens(FUNCTION, f"{FUNCTION}-2"), tokens(FUNCTION, FUNCTION)),
        refused(
            "triggers.pre-token-generation-twice",
            tokens(get_att("Function", "Arn"), get_att("Second", "Arn"))
            | {name: {"Type": "AWS::Lambda::Function", "Properties": {}} for name in ("Function", "Second")},
            tokens(get_att("Function", "Arn"), get_att("Function", "Arn"))
            | {"Function": {"Type": "AWS::Lambda::Function", "Properties": {}}},
        ),
    ),
    unseen(
        "F107",
        "claims that a function of version 1 puts into access tokens, where they never arrive",
        "what a function answers stands in its code",
        Told(
            "constructs_lib/settings/lambda_triggers.py",
            "Version 2 and 3 of pre token generation change access tokens too",
        ),
    ),
    failure(
        "F109",
        "a function or a key of another Region",
        refused("triggers.region", triggers(PreSignUp=ELSEWHERE), triggers(PreSignUp=FUNCTION), HERE),
        refused(
            "triggers.region",
            triggers(CustomEmailSender=sender(LambdaArn=ELSEWHERE), KMSKeyID=KEY),
            triggers(CustomEmailSender=sender(), KMSKeyID=KEY),
            HERE,
        ),
        refused(
            "triggers.region",
            triggers(CustomEmailSender=sender(), KMSKeyID=KEY.replace("eu-central-1", "us-east-1")),
            triggers(CustomEmailSender=sender(), KMSKeyID=KEY),
            HERE,
        ),
    ),
]
