"""Who releases a bank's payments: nobody can be phished, everything is logged, and odd things are told."""

from aws_cdk import Stack
from aws_cdk.aws_cloudwatch_actions import SnsAction
from aws_cdk.aws_iam import ServicePrincipal
from aws_cdk.aws_sns import Topic
from constructs import Construct

from constructs_lib import (
    CustomDomain,
    Group,
    GroupMembership,
    GroupOf,
    Invitation,
    User,
    UserAttribute,
    UserOf,
    UserPoolSettings,
    profiles,
    ses_email,
    web_app,
)
from constructs_lib.cdk import CognitoUserPool, UserPoolAlarms
from stacks.outputs import add_outputs


class HighSecurityStack(Stack):
    """Administrators create operators; whoever watches over security subscribes to the topic of the alarms."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        users = CognitoUserPool(self, "Operators", settings=operators())
        topic = Topic(self, "AlarmTopic", enforce_ssl=True)
        # Topics let the whole account publish, but not once they have a policy of their own, as for TLS.
        cloudwatch = ServicePrincipal("cloudwatch.amazonaws.com")
        topic.grant_publish(cloudwatch.with_conditions({"StringEquals": {"aws:SourceAccount": self.account}}))
        UserPoolAlarms(self, "Alarms", users, actions=[SnsAction(topic)])
        add_outputs(self, users)


# Yours: a certificate of login.bank.example, in us-east-1 whatever the pool's Region.
CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-aaaa-bbbb-cccc-444455556666"


def operators() -> UserPoolSettings:
    """Say how operators sign in, and who the first administrator is; their password is in the invitation alone."""
    return profiles.high_security(
        name="bank-operators",
        email=ses_email(from_address="The Bank <no-reply@bank.example>", identity="bank.example"),
        invitation=Invitation(
            email_subject="Your account for payments",
            email_message="Sign in as {username} within a day. Your temporary password is {####}",
        ),
        custom_domain=CustomDomain("login.bank.example", certificate_arn=CERTIFICATE),
        app_clients={"payments": web_app(callback_urls=["https://payments.bank.example/signed-in"])},
        groups={"administrators": Group(description="May create operators", precedence=0)},
        users={"first": User("grace@bank.example", attributes=[UserAttribute(name="email_verified", value="true")])},
        group_memberships={"first": GroupMembership(UserOf("first"), group_name=GroupOf("administrators"))},
    )
