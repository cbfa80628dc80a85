"""Resources that the rows have in common."""

from typing import Any

from constructs_lib.resources.model import ROLE, USER_POOL_CLIENT, Resources, get_att, ref
from constructs_lib.rules import Deployment

ACCOUNT = "111122223333"
HERE = Deployment(region="eu-central-1", account=ACCOUNT)
FUNCTION = f"arn:aws:lambda:eu-central-1:{ACCOUNT}:function:shop"
KEY = f"arn:aws:kms:eu-central-1:{ACCOUNT}:key/11112222-3333-4444-5555-666677778888"
SMS_ROLE = f"arn:aws:iam::{ACCOUNT}:role/sms"
SMS = {"SnsCallerArn": SMS_ROLE, "ExternalId": "shop"}
IDENTITY = f"arn:aws:ses:eu-central-1:{ACCOUNT}:identity/shop.example"
SES = {"EmailSendingAccount": "DEVELOPER", "SourceArn": IDENTITY, "From": "no-reply@shop.example"}
IN = "https://shop.example/in"


def of_pool(kind: str, key: str = "Other", **properties: Any) -> Resources:
    """Make a resource of the pool ``Pool``."""
    return {key: {"Type": f"AWS::Cognito::{kind}", "Properties": {"UserPoolId": ref("Pool")} | properties}}


def web(**properties: Any) -> Resources:
    """Make an app client of the hosted pages."""
    said = {
        "UserPoolId": ref("Pool"),
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["code"],
        "AllowedOAuthScopes": ["openid"],
        "CallbackURLs": [IN],
    }
    return {"Client": {"Type": USER_POOL_CLIENT, "Properties": said | properties}}


def with_attributes(resources: Resources, key: str, **attributes: Any) -> Resources:
    """Give a resource attributes beside its properties, such as DeletionPolicy and DependsOn."""
    return resources | {key: resources[key] | attributes}


def sms_role(
    *, service: Any = "cognito-idp.amazonaws.com", action: Any = "sts:AssumeRole", may: Any = "sns:Publish", **more: Any
) -> Resources:
    """Make the role ``Sender``; ``may=None`` gives it no policy."""
    condition = {"StringEquals": {"sts:ExternalId": "shop"}}
    principal = {"Service": service} if isinstance(service, str) else service
    trust = {"Effect": "Allow", "Principal": principal, "Action": action, "Condition": condition}
    statement = {"Effect": "Allow", "Action": may, "Resource": "*"}
    policies = [{"PolicyName": "send", "PolicyDocument": {"Statement": [statement]}}] if may is not None else []
    properties = {"AssumeRolePolicyDocument": {"Statement": [trust]}, "Policies": policies}
    return {"Sender": {"Type": ROLE, "Properties": properties | more}}


BY_SENDER = {"SnsCallerArn": get_att("Sender", "Arn"), "ExternalId": "shop"}
