"""The people of the demonstration: how they sign up, sign in and answer what they are asked, each with the real APIs.

The password never travels: the SRP client is pycognito's, so that nothing of ours decides whether a password is right.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]
from pycognito.aws_srp import AWSSRP  # type: ignore[import-untyped]
from pycognito.exceptions import (  # type: ignore[import-untyped]
    ForceChangePasswordException,
    SoftwareTokenMFAChallengeException,
)

from local_aws.deployed import Stack
from local_aws.world import World

GOOD_PASSWORD = "Correct-Horse-7-Battery"
BETTER_PASSWORD = "Wrong-Donkey-8-Staple"
_NUMBERS = itertools.count(1)


@dataclass(frozen=True)
class Person:
    """Somebody who has an account or wants one."""

    username: str
    email: str
    phone_number: str
    password: str = GOOD_PASSWORD
    attributes: dict[str, str] = field(default_factory=dict)


def somebody(name: str = "ada", **attributes: str) -> Person:
    """Make up a person whom no other probe knows."""
    number = next(_NUMBERS)
    username = f"{name}{number}"
    return Person(username, f"{username}@people.example", f"+4930{number:06d}", attributes=attributes)


@dataclass(frozen=True)
class AppClient:
    """An app, seen from its users: the pool, the client and, on a server, the client's secret."""

    world: World
    pool_id: str
    client_id: str
    secret: str | None = None

    def secret_hash(self, username: str, name: str = "SecretHash") -> dict[str, str]:
        if self.secret is None:
            return {}
        return {name: AWSSRP.get_secret_hash(username, self.client_id, self.secret)}

    def sign_up(self, person: Person, **more: str) -> Any:
        """Sign up as somebody who does it by themselves."""
        attributes = {"email": person.email, **person.attributes, **more}
        return self.world.cognito.sign_up(
            ClientId=self.client_id,
            Username=person.username,
            Password=person.password,
            UserAttributes=as_list(attributes),
            **self.secret_hash(person.username),
        )

    def confirm(self, person: Person, code: str) -> None:
        """Type in the code from the mail."""
        self.world.cognito.confirm_sign_up(
            ClientId=self.client_id,
            Username=person.username,
            ConfirmationCode=code,
            **self.secret_hash(person.username),
        )

    def srp(self, login: str, password: str) -> Any:
        return AWSSRP(
            username=login,
            password=password,
            pool_id=self.pool_id,
            client_id=self.client_id,
            client=self.world.cognito,
            client_secret=self.secret,
        )

    def sign_in(self, login: str, password: str) -> dict[str, str]:
        """Sign in with SRP and get tokens; a challenge is an error here."""
        answer = self.srp(login, password).authenticate_user()
        tokens: dict[str, str] = answer["AuthenticationResult"]
        return tokens

    def challenged(self, login: str, password: str) -> Any:
        """Sign in with the right password and be asked for the code of the authenticator app."""
        try:
            tokens = self.srp(login, password).authenticate_user()
        except SoftwareTokenMFAChallengeException as challenge:
            return challenge.get_tokens()
        raise AssertionError(f"no code was asked for; the answer was {sorted(tokens)}")

    def answer(self, challenge: Any, code: str) -> dict[str, str]:
        """Type in the code of the authenticator app."""
        login = challenge["ChallengeParameters"]["USER_ID_FOR_SRP"]
        answer = self.world.cognito.respond_to_auth_challenge(
            ClientId=self.client_id,
            ChallengeName=challenge["ChallengeName"],
            Session=challenge["Session"],
            ChallengeResponses={
                "USERNAME": login,
                "SOFTWARE_TOKEN_MFA_CODE": code,
                **self.secret_hash(login, "SECRET_HASH"),
            },
        )
        tokens: dict[str, str] = answer["AuthenticationResult"]
        return tokens

    def must_change_password(self, login: str, password: str) -> bool:
        """Whether the first sign-in with a temporary password ends in NEW_PASSWORD_REQUIRED."""
        try:
            self.srp(login, password).authenticate_user()
        except ForceChangePasswordException:
            return True
        return False

    def change_temporary(self, login: str, temporary: str, password: str) -> dict[str, str]:
        """Sign in for the first time, and choose a password."""
        answer = self.srp(login, temporary).set_new_password_challenge(password)
        tokens: dict[str, str] = answer["AuthenticationResult"]
        return tokens


def app_client(world: World, stack: Stack, output: str = "WebClientId") -> AppClient:
    """Take an app client from the outputs of a stack, as an app would; the secret comes from the API."""
    pool_id, client_id = stack.outputs["UserPoolId"], stack.outputs[output]
    described = world.cognito.describe_user_pool_client(UserPoolId=pool_id, ClientId=client_id)["UserPoolClient"]
    return AppClient(world, pool_id, client_id, described.get("ClientSecret"))


def web_client(world: World) -> AppClient:
    """Take the single-page app of the article's pool."""
    return app_client(world, world.article)


def code_in(text: str) -> str:
    """Find the six digits in a mail."""
    found = re.search(r"(?<!\d)\d{6}(?!\d)", text)
    assert found, f"no six-digit code in {text!r}"
    return found[0]


def customer(world: World, client: AppClient | None = None, person: Person | None = None) -> Person:
    """Have somebody sign up at the shop and confirm with the code from the mail."""
    client, person = client or web_client(world), person or somebody()
    client.sign_up(person)
    client.confirm(person, code_in(world.last_mail_to(person.email).text))
    return person


def invited(world: World, stack: Stack, person: Person, login: str, temporary: str, **attributes: str) -> Any:
    """Have an administrator create somebody, with an invitation by e-mail."""
    return world.cognito.admin_create_user(
        UserPoolId=stack.outputs["UserPoolId"],
        Username=login,
        TemporaryPassword=temporary,
        UserAttributes=as_list({"email": person.email, **attributes}),
        DesiredDeliveryMediums=["EMAIL"],
    )


def created(world: World, stack: Stack, login: str, password: str = GOOD_PASSWORD) -> None:
    """Have an administrator create somebody who already has a password and needs no invitation."""
    pool_id = stack.outputs["UserPoolId"]
    world.cognito.admin_create_user(
        UserPoolId=pool_id, Username=login, TemporaryPassword=password, MessageAction="SUPPRESS"
    )
    world.cognito.admin_set_user_password(UserPoolId=pool_id, Username=login, Password=password, Permanent=True)


def attributes_of(world: World, stack: Stack, login: str) -> dict[str, str]:
    """Look up what the directory knows of somebody."""
    found = world.cognito.admin_get_user(UserPoolId=stack.outputs["UserPoolId"], Username=login)
    return {each["Name"]: each["Value"] for each in found["UserAttributes"]}


def set_attributes(world: World, stack: Stack, login: str, **attributes: str) -> None:
    """Have an administrator change what the directory knows of somebody."""
    world.cognito.admin_update_user_attributes(
        UserPoolId=stack.outputs["UserPoolId"], Username=login, UserAttributes=as_list(attributes)
    )


def as_list(attributes: dict[str, str]) -> list[dict[str, str]]:
    """Attributes in the form of the API; `custom:` stands before what is no name in Python."""
    return [{"Name": name, "Value": value} for name, value in attributes.items()]


@contextmanager
def refused(code: str, saying: str = "") -> Iterator[None]:
    """Expect the block to end in this error of the service, and in no other."""
    try:
        yield
    except ClientError as error:
        got, message = error.response["Error"]["Code"], error.response["Error"]["Message"]
        assert got == code, f"refused with {got} ({message}), not with {code}"
        assert saying in message, f"refused with {message!r}, which does not say {saying!r}"
    else:
        raise AssertionError(f"was accepted; {code} was expected")
