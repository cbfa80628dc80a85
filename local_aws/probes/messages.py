"""Verification by code or by link, our own words, our own sender, and text messages, which the emulator never sends."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import json
from typing import Any

from local_aws import environment
from local_aws.deployed import Stack
from local_aws.people import app_client, code_in, somebody, web_client
from local_aws.probe import differs, recorded, shows
from local_aws.world import World


@shows
def verification_mail(world: World) -> None:
    """The mail with the code has our own subject and words, with the code in the place of {####}."""
    template = world.article.pool.properties["VerificationMessageTemplate"]
    assert template["DefaultEmailOption"] == "CONFIRM_WITH_CODE"
    client, person = web_client(world), somebody()
    client.sign_up(person)
    mail = world.last_mail_to(person.email)
    assert mail.subject == template["EmailSubject"]
    assert mail.text == template["EmailMessage"].replace("{####}", code_in(mail.text))


@shows
def code_sent_again(world: World) -> None:
    """Whoever lost the mail gets another one, with a code that confirms."""
    client, person = web_client(world), somebody()
    client.sign_up(person)
    world.cognito.resend_confirmation_code(ClientId=client.client_id, Username=person.username)
    assert len(world.mails_to(person.email)) == 2
    client.confirm(person, code_in(world.last_mail_to(person.email).text))


@shows
def own_sender(world: World) -> None:
    """Mail comes from our own address, through the SES identity of our domain."""
    configured = world.article.pool.properties["EmailConfiguration"]
    assert configured["EmailSendingAccount"] == "DEVELOPER"
    assert configured["SourceArn"].endswith(":identity/shop.example")
    person = somebody()
    web_client(world).sign_up(person)
    assert "no-reply@shop.example" in world.last_mail_to(person.email).sender


@recorded("its mailbox keeps no reply-to")
def own_reply_address(world: World) -> None:
    """Answers go to an address of ours."""
    pool = world.cognito.describe_user_pool(UserPoolId=world.article.outputs["UserPoolId"])["UserPool"]
    assert pool["EmailConfiguration"]["ReplyToEmailAddress"]


@differs("the mail has no link, the placeholder stands there as it is")
def verification_by_link(world: World) -> None:
    """In the company's pool a link in the mail verifies the address, in our own words."""
    template = world.company.pool.properties["VerificationMessageTemplate"]
    assert template["DefaultEmailOption"] == "CONFIRM_WITH_LINK"
    assert "{##" in template["EmailMessageByLink"]
    assert world.company.the("AWS::Cognito::UserPoolDomain").properties["Domain"], "a link needs a domain"
    client, person = app_client(world, world.company), somebody("joan")
    # Signing up is refused by AWS in this pool; the emulator's mail is what is looked at.
    world.cognito.sign_up(ClientId=client.client_id, Username=person.email, Password=person.password)
    mail = world.last_mail_to(person.email)
    assert mail.text == template["EmailMessageByLink"], "has a link now, as on AWS"
    assert mail.subject == template["EmailSubjectByLink"]


@recorded("no text message is sent")
def phone_numbers_verified(world: World) -> None:
    """Phone numbers are verified too, by a text message in our own words."""
    pool = world.cognito.describe_user_pool(UserPoolId=world.article.outputs["UserPoolId"])["UserPool"]
    assert "phone_number" in pool["AutoVerifiedAttributes"]
    assert "{####}" in pool["VerificationMessageTemplate"]["SmsMessage"]


@shows
def role_for_text_messages(world: World) -> None:
    """The pool's own role may publish text messages, and only Cognito may take it: for this account and external id."""
    for stack in (world.article, world.company):
        _assert_role(world, stack)


def _assert_role(world: World, stack: Stack) -> None:
    pool = world.cognito.describe_user_pool(UserPoolId=stack.outputs["UserPoolId"])["UserPool"]
    sms = pool["SmsConfiguration"]
    role = world.iam.get_role(RoleName=sms["SnsCallerArn"].rsplit("/", 1)[-1])["Role"]
    [trust] = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "cognito-idp.amazonaws.com"}
    conditions: dict[str, Any] = {}
    for tested in trust["Condition"].values():
        conditions |= tested
    assert conditions["sts:ExternalId"] == sms["ExternalId"]
    assert conditions["aws:SourceAccount"] == environment.ACCOUNT
    assert conditions["aws:SourceArn"].startswith(
        f"arn:aws:cognito-idp:{environment.REGION}:{environment.ACCOUNT}:userpool/"
    )
    assert _actions(world, role["RoleName"]) == ["sns:Publish"]


def _actions(world: World, role: str) -> list[str]:
    """Everything that a role may do, by its managed and its inline policies."""
    documents = []
    for attached in world.iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]:
        version = world.iam.get_policy(PolicyArn=attached["PolicyArn"])["Policy"]["DefaultVersionId"]
        found = world.iam.get_policy_version(PolicyArn=attached["PolicyArn"], VersionId=version)
        documents.append(found["PolicyVersion"]["Document"])
    for name in world.iam.list_role_policies(RoleName=role)["PolicyNames"]:
        documents.append(world.iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"])
    actions: list[str] = []
    for document in documents:
        for statement in (json.loads(document) if isinstance(document, str) else document)["Statement"]:
            assert statement["Effect"] == "Allow"
            actions += [statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"]
    return actions
