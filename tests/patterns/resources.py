"""What the patterns are written with: resources in a line each."""

from typing import Any

from constructs_lib.resources.model import Resource, ref

ACCOUNT = "111122223333"
POOL_ID = {"UserPoolId": ref("UserPool")}


def cognito(kind: str, /, **properties: Any) -> Resource:
    """Make a resource of Cognito's."""
    return {"Type": f"AWS::Cognito::{kind}", "Properties": properties}


def of_pool(kind: str, /, **properties: Any) -> Resource:
    """Make a resource of the pool ``UserPool``."""
    return cognito(kind, **POOL_ID, **properties)


def function(**properties: Any) -> Resource:
    """Make a Lambda function."""
    said = {"Handler": "index.handler", "Runtime": "nodejs22.x", "Timeout": 5, "Code": {"ZipFile": "x"}}
    return {"Type": "AWS::Lambda::Function", "Properties": said | properties}


def permission(name: str, **properties: Any) -> Resource:
    """Let the pool call a function."""
    said = {
        "Action": "lambda:InvokeFunction",
        "FunctionName": {"Fn::GetAtt": [name, "Arn"]},
        "Principal": "cognito-idp.amazonaws.com",
        "SourceArn": {"Fn::GetAtt": ["UserPool", "Arn"]},
    }
    return {"Type": "AWS::Lambda::Permission", "Properties": said | properties}


def role(principal: Any, action: str = "sts:AssumeRole", condition: Any = None, **properties: Any) -> Resource:
    """Make a role."""
    statement = {"Effect": "Allow", "Principal": principal, "Action": [action]}
    if condition is not None:
        statement["Condition"] = condition
    document = {"Version": "2012-10-17", "Statement": [statement]}
    return {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": document} | properties}


def policy(*actions: str, resource: Any = "*") -> dict[str, Any]:
    """Make a policy of a role."""
    statement = {"Effect": "Allow", "Action": list(actions), "Resource": [resource]}
    return {"PolicyName": "policy", "PolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}


def texting(external_id: str | None = None) -> Resource:
    """Make a role for text messages."""
    condition = None if external_id is None else {"StringEquals": {"sts:ExternalId": external_id}}
    return role({"Service": "cognito-idp.amazonaws.com"}, condition=condition, Policies=[policy("sns:Publish")])


def federated(kind: str) -> Resource:
    """Make a role that the identity pool ``IdentityPool`` gives to users."""
    condition = {
        "StringEquals": {"cognito-identity.amazonaws.com:aud": ref("IdentityPool")},
        "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": kind},
    }
    principal = {"Federated": "cognito-identity.amazonaws.com"}
    may = policy("mobileanalytics:PutEvents", "cognito-sync:*")
    return role(principal, "sts:AssumeRoleWithWebIdentity", condition, Policies=[may])
