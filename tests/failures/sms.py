"""Text messages, and the role that they are sent by."""

from typing import Any

from constructs_lib.resources.model import Resources, get_att
from constructs_lib.rules import Deployment
from tests.failures.resources import ACCOUNT, BY_SENDER, HERE, SMS, sms_role
from tests.failures.row import Row, failure, refused, warned
from tests.rules.case import pool

SENDING = pool(SmsConfiguration=BY_SENDER)
READY = SENDING | sms_role()


def from_region(region: str | None) -> Resources:
    return pool(SmsConfiguration=SMS | ({} if region is None else {"SnsRegion": region}))


def verifying(**said: Any) -> Resources:
    return pool(AutoVerifiedAttributes=["email", "phone_number"], **said)


def at(region: str) -> Deployment:
    return Deployment(region=region, account=ACCOUNT)


ROWS: list[Row] = [
    failure(
        "F079",
        "a role that Cognito may not assume",
        *[
            refused("sms.role-trust", SENDING | role, READY)
            for role in (
                sms_role(service="sns.amazonaws.com"),
                sms_role(service={"Federated": "cognito-identity.amazonaws.com"}),
                sms_role(action="sts:AssumeRoleWithWebIdentity"),
                sms_role(AssumeRolePolicyDocument={"Statement": []}),
            )
        ],
        refused(
            "sms.external-id-differs", pool(SmsConfiguration=BY_SENDER | {"ExternalId": "other"}) | sms_role(), READY
        ),
        refused(
            "sms.external-id-differs",
            pool(SmsConfiguration={"SnsCallerArn": get_att("Sender", "Arn")}) | sms_role(),
            READY,
        ),
    ),
    failure(
        "F080",
        "a role of another account, or without the external id",
        refused(
            "sms.role-account",
            pool(SmsConfiguration={"SnsCallerArn": "arn:aws:iam::444455556666:role/sms"}),
            pool(SmsConfiguration=SMS),
            HERE,
        ),
        warned(
            "sms.external-id-missing",
            pool(
                SmsConfiguration={"SnsCallerArn": SMS["SnsCallerArn"]}, MfaConfiguration="ON", EnabledMfas=["SMS_MFA"]
            ),
            pool(SmsConfiguration=SMS, MfaConfiguration="ON", EnabledMfas=["SMS_MFA"]),
        ),
    ),
    failure(
        "F082",
        "a role that may not send",
        refused("sms.role-permission", SENDING | sms_role(may=None), READY),
        refused("sms.role-permission", SENDING | sms_role(may="sns:Subscribe"), READY),
        refused("sms.role-permission", SENDING | sms_role(may=["logs:PutLogEvents", "sqs:*"]), READY),
    ),
    failure(
        "F083",
        "phone numbers are verified by text messages that nobody can send",
        refused("sign-in.phone-verification-needs-sms", verifying(), verifying(SmsConfiguration=SMS)),
        refused(
            "sign-in.phone-verification-needs-sms",
            pool(AutoVerifiedAttributes=["phone_number"], UsernameAttributes=["phone_number"]),
            pool(AutoVerifiedAttributes=["phone_number"], UsernameAttributes=["phone_number"], SmsConfiguration=SMS),
        ),
    ),
    failure(
        "F085",
        "a role for text messages that nobody wants",
        warned("sms.costs-money", READY, pool()),
        warned("sms.costs-money", pool(SmsConfiguration=SMS), pool()),
    ),
    failure(
        "F086",
        "text messages from a Region that does not serve the pool's",
        refused("sms.sns-region", from_region("us-west-2"), from_region("us-east-1"), at("us-east-2")),
        refused("sms.sns-region", from_region("ap-southeast-1"), from_region("ap-northeast-1"), at("ap-northeast-2")),
        refused("sms.sns-region", from_region("us-east-1"), from_region("eu-west-1"), HERE),
    ),
]
