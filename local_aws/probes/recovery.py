"""Forgotten passwords."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from local_aws.people import BETTER_PASSWORD, code_in, customer, refused, somebody, web_client
from local_aws.probe import shows
from local_aws.world import World


@shows
def forgotten_password(world: World) -> None:
    """Whoever forgot the password gets a code by mail and sets a new one; then the old one is refused."""
    client, person = web_client(world), customer(world)
    world.cognito.forgot_password(ClientId=client.client_id, Username=person.username)
    mails = world.mails_to(person.email)
    assert len(mails) == 2, "one mail for the sign-up and one for the new password"
    world.cognito.confirm_forgot_password(
        ClientId=client.client_id,
        Username=person.username,
        ConfirmationCode=code_in(mails[-1].text),
        Password=BETTER_PASSWORD,
    )
    assert client.sign_in(person.username, BETTER_PASSWORD)["AccessToken"]
    with refused("NotAuthorizedException"):
        client.sign_in(person.username, person.password)


@shows
def wrong_recovery_code_refused(world: World) -> None:
    """A wrong code sets no password, and neither does the right code with a weak one."""
    client, person = web_client(world), customer(world)
    world.cognito.forgot_password(ClientId=client.client_id, Username=person.username)
    right = code_in(world.last_mail_to(person.email).text)
    for code, password, error in (
        ("000000", BETTER_PASSWORD, "CodeMismatchException"),
        (right, "short", "InvalidPasswordException"),
    ):
        with refused(error):
            world.cognito.confirm_forgot_password(
                ClientId=client.client_id, Username=person.username, ConfirmationCode=code, Password=password
            )
    assert client.sign_in(person.username, person.password)["AccessToken"]


@shows
def recovery_tells_nothing(world: World) -> None:
    """Asking for a new password in the name of somebody unknown looks the same, and sends nothing."""
    person = somebody("nobody")
    answer = world.cognito.forgot_password(ClientId=web_client(world).client_id, Username=person.email)
    assert answer["CodeDeliveryDetails"]
    assert world.mails_to(person.email) == []
