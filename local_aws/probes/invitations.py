"""People whom an administrator creates: the invitation, the temporary password, the first sign-in."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from local_aws.people import (
    BETTER_PASSWORD,
    attributes_of,
    invited,
    refused,
    somebody,
    web_client,
)
from local_aws.probe import recorded, shows
from local_aws.tokens import verified
from local_aws.world import World

_TEMPORARY = "Temporary-7-Password"


@shows
def invitation_mail(world: World) -> None:
    """The invitation arrives in our own words, with the user name and the temporary password in their places."""
    template = world.article.pool.properties["AdminCreateUserConfig"]["InviteMessageTemplate"]
    assert "{username}" in template["EmailMessage"]
    assert "{####}" in template["EmailMessage"]
    person = somebody("mary")
    invited(world, world.article, person, person.username, _TEMPORARY)
    mail = world.last_mail_to(person.email)
    filled = template["EmailMessage"].replace("{username}", person.username).replace("{####}", _TEMPORARY)
    assert mail.text == filled, f"the mail says {mail.text!r}"
    assert mail.subject == template["EmailSubject"]


@shows
def temporary_password_must_be_changed(world: World) -> None:
    """The temporary password leads to NEW_PASSWORD_REQUIRED not to tokens; then the new one signs in, not the old."""
    client, person = web_client(world), somebody("mary")
    invited(world, world.article, person, person.username, _TEMPORARY)
    status = world.cognito.admin_get_user(UserPoolId=client.pool_id, Username=person.username)["UserStatus"]
    assert status == "FORCE_CHANGE_PASSWORD"
    assert client.must_change_password(person.username, _TEMPORARY)
    tokens = client.change_temporary(person.username, _TEMPORARY, BETTER_PASSWORD)
    assert verified(client, tokens["IdToken"], "id")["cognito:username"] == person.username
    assert client.sign_in(person.username, BETTER_PASSWORD)["AccessToken"]
    with refused("NotAuthorizedException"):
        client.sign_in(person.username, _TEMPORARY)


@shows
def address_marked_by_the_administrator(world: World) -> None:
    """An administrator marks the address as verified, and its owner signs in by it after the first sign-in."""
    client, person = web_client(world), somebody("mary")
    invited(world, world.article, person, person.username, _TEMPORARY, email_verified="true")
    assert attributes_of(world, world.article, person.username)["email_verified"] == "true"
    client.change_temporary(person.username, _TEMPORARY, BETTER_PASSWORD)
    assert client.sign_in(person.email, BETTER_PASSWORD)["AccessToken"]


@shows
def invitation_can_be_left_out(world: World) -> None:
    """An administrator can create somebody without an invitation; no mail is sent."""
    person = somebody("quiet")
    world.cognito.admin_create_user(
        UserPoolId=world.article.outputs["UserPoolId"],
        Username=person.username,
        TemporaryPassword=_TEMPORARY,
        UserAttributes=[{"Name": "email", "Value": person.email}],
        MessageAction="SUPPRESS",
    )
    assert world.mails_to(person.email) == []


@recorded("no account expires")
def temporary_password_expires(world: World) -> None:
    """A temporary password that nobody uses is worth nothing after three days."""
    pool = world.cognito.describe_user_pool(UserPoolId=world.article.outputs["UserPoolId"])["UserPool"]
    assert pool["Policies"]["PasswordPolicy"]["TemporaryPasswordValidityDays"] == 3


@recorded("no text message is sent")
def invitation_text_message(world: World) -> None:
    """The invitation by text message has our own words and both placeholders."""
    pool = world.cognito.describe_user_pool(UserPoolId=world.article.outputs["UserPoolId"])["UserPool"]
    text = pool["AdminCreateUserConfig"]["InviteMessageTemplate"]["SMSMessage"]
    assert "{username}" in text
    assert "{####}" in text
