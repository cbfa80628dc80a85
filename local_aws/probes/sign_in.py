"""Which name people type into the one field, and which passwords let them in."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from dataclasses import replace

from local_aws.people import (
    BETTER_PASSWORD,
    GOOD_PASSWORD,
    app_client,
    as_list,
    attributes_of,
    created,
    customer,
    refused,
    set_attributes,
    somebody,
    web_client,
)
from local_aws.probe import shows
from local_aws.tokens import verified
from local_aws.world import World


@shows
def user_name(world: World) -> None:
    """People sign in by user name; the password is proved by SRP and never sent."""
    client, person = web_client(world), customer(world)
    claims = verified(client, client.sign_in(person.username, person.password)["IdToken"], "id")
    assert claims["cognito:username"] == person.username
    assert claims["email"] == person.email


@shows
def verified_email(world: World) -> None:
    """The same person signs in by their e-mail address in the same field, once it is verified and not before."""
    client, person = web_client(world), customer(world)
    with refused("NotAuthorizedException"):
        client.sign_in(person.email, person.password)
    set_attributes(world, world.article, person.username, email_verified="true")
    claims = verified(client, client.sign_in(person.email, person.password)["IdToken"], "id")
    assert claims["cognito:username"] == person.username


@shows
def verified_phone(world: World) -> None:
    """The same person signs in by their phone number, once it is verified and not before."""
    client, phone_number = web_client(world), somebody().phone_number
    person = customer(world, person=somebody("grace", phone_number=phone_number))
    with refused("NotAuthorizedException"):
        client.sign_in(phone_number, person.password)
    set_attributes(world, world.article, person.username, phone_number_verified="true")
    claims = verified(client, client.sign_in(phone_number, person.password)["IdToken"], "id")
    assert claims["cognito:username"] == person.username


@shows
def preferred_user_name(world: World) -> None:
    """A preferred user name signs in and can be edited, the old one then no longer; the user name itself stays."""
    client, person = web_client(world), customer(world)
    first, second = f"{person.username}-countess", f"{person.username}-lovelace"
    token = client.sign_in(person.username, person.password)["AccessToken"]
    for name in (first, second):
        world.cognito.update_user_attributes(AccessToken=token, UserAttributes=as_list({"preferred_username": name}))
        claims = verified(client, client.sign_in(name, person.password)["IdToken"], "id")
        assert claims["cognito:username"] == person.username
    with refused("NotAuthorizedException"):
        client.sign_in(first, person.password)


@shows
def wrong_password_refused(world: World) -> None:
    """A wrong password is refused."""
    client, person = web_client(world), customer(world)
    with refused("NotAuthorizedException", "Incorrect username or password"):
        client.sign_in(person.username, BETTER_PASSWORD)


@shows
def unknown_user_looks_the_same(world: World) -> None:
    """Somebody unknown is refused with the words of a wrong password, so nobody finds out who has an account."""
    with refused("NotAuthorizedException", "Incorrect username or password"):
        web_client(world).sign_in(somebody("nobody").username, GOOD_PASSWORD)


@shows
def password_is_not_sent(world: World) -> None:
    """A client that would send the password itself is refused: the app client allows SRP only."""
    client, person = web_client(world), customer(world)
    with refused("InvalidParameterException", "USER_PASSWORD_AUTH"):
        world.cognito.initiate_auth(
            ClientId=client.client_id,
            AuthFlow="USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": person.username, "PASSWORD": person.password},
        )


@shows
def email_or_phone_instead(world: World) -> None:
    """The company's people have no user name: they sign in by e-mail or by phone; the name behind is generated."""
    client = app_client(world, world.company)
    for name in ("email", "phone_number"):
        login = getattr(somebody("joan"), name)
        created(world, world.company, login)
        claims = verified(client, client.sign_in(login, GOOD_PASSWORD)["IdToken"], "id")
        assert claims["cognito:username"] == claims["sub"] != login
        assert attributes_of(world, world.company, login)[name] == login


@shows
def neither_email_nor_phone_refused(world: World) -> None:
    """In the company's pool a name that is neither an e-mail address nor a phone number is refused."""
    with refused("InvalidParameterException", "either an email or a phone number"):
        world.cognito.admin_create_user(UserPoolId=world.company.outputs["UserPoolId"], Username="joan")


@shows
def email_only(world: World) -> None:
    """In the smallest pool people sign in by e-mail only; a phone number is refused as a name."""
    client, person = app_client(world, world.minimal), somebody("hedy")
    with refused("InvalidParameterException", "should be an email"):
        world.cognito.admin_create_user(UserPoolId=client.pool_id, Username=person.phone_number)
    created(world, world.minimal, person.email)
    assert client.sign_in(person.email, GOOD_PASSWORD)["AccessToken"]


@shows
def server_needs_its_secret(world: World) -> None:
    """The server's app client signs people in with its secret and is refused without it."""
    server, person = app_client(world, world.article, "ServerClientId"), customer(world)
    assert server.secret
    assert verified(server, server.sign_in(person.username, person.password)["AccessToken"], "access")
    with refused("NotAuthorizedException", "SECRET_HASH was not received"):
        replace(server, secret=None).sign_in(person.username, person.password)


@shows
def phone_app_signs_in(world: World) -> None:
    """The phone's app client has no secret to lose and signs the same people in."""
    phone, person = app_client(world, world.article, "PhoneClientId"), customer(world)
    assert phone.secret is None
    assert verified(phone, phone.sign_in(person.username, person.password)["AccessToken"], "access")
