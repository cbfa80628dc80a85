"""Signing up by oneself, or not."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from local_aws.people import app_client, attributes_of, code_in, customer, refused, set_attributes, somebody, web_client
from local_aws.probe import differs, shows
from local_aws.world import World


@shows
def sign_up_with_code(world: World) -> None:
    """Somebody signs up by themselves, cannot sign in before, types in the code from the mail, and can after."""
    client, person = web_client(world), somebody()
    answer = client.sign_up(person)
    assert answer["UserConfirmed"] is False
    with refused("UserNotConfirmedException"):
        client.sign_in(person.username, person.password)
    client.confirm(person, code_in(world.last_mail_to(person.email).text))
    assert client.sign_in(person.username, person.password)["AccessToken"]


@shows
def wrong_code_refused(world: World) -> None:
    """A wrong code does not confirm a sign-up."""
    client, person = web_client(world), somebody()
    client.sign_up(person)
    with refused("CodeMismatchException"):
        client.confirm(person, "000000")
    with refused("UserNotConfirmedException"):
        client.sign_in(person.username, person.password)


@shows
def user_name_taken(world: World) -> None:
    """A user name is given once."""
    client, person = web_client(world), customer(world)
    with refused("UsernameExistsException"):
        client.sign_up(person)


@differs("a confirmed address stays unmarked (AWS sets email_verified)")
def confirmation_marks_the_address(world: World) -> None:
    """The pool verifies e-mail addresses: the code that confirms a sign-up marks the address as verified."""
    assert "email" in world.article.pool.properties["AutoVerifiedAttributes"]
    person = customer(world)
    assert "email_verified" not in attributes_of(world, world.article, person.username), "is marked now, as on AWS"


@differs("the sign-up without the address is accepted (AWS: InvalidParameterException)")
def required_attribute(world: World) -> None:
    """An e-mail address is required to sign up."""
    schema = {each["Name"]: each for each in world.article.pool.properties["Schema"]}
    assert schema["email"]["Required"] is True
    client, person = web_client(world), somebody()
    answer = world.cognito.sign_up(ClientId=client.client_id, Username=person.username, Password=person.password)
    assert answer["UserSub"], "is refused now, as on AWS"


@shows
def custom_attributes_of_four_types(world: World) -> None:
    """Text, number, boolean and date-time of our own are in the pool's schema, given at sign-up and kept."""
    given = {
        "custom:company": "Analytical Engines",
        "custom:seats": "12",
        "custom:newsletter": "true",
        "custom:joined": "2026-11-24T09:00:00Z",
    }
    pool = world.cognito.describe_user_pool(UserPoolId=world.article.outputs["UserPoolId"])["UserPool"]
    types = {each["Name"]: each["AttributeDataType"] for each in pool["SchemaAttributes"]}
    assert [types[name] for name in given] == ["String", "Number", "Boolean", "DateTime"]
    person = customer(world, person=somebody(**given))
    kept = attributes_of(world, world.article, person.username)
    assert {name: kept[name] for name in given} == given


@shows
def custom_attribute_edited(world: World) -> None:
    """A mutable attribute of our own can be edited later."""
    person = customer(world, person=somebody(**{"custom:company": "Babbage & Co"}))
    set_attributes(world, world.article, person.username, **{"custom:company": "Lovelace & Co"})
    assert attributes_of(world, world.article, person.username)["custom:company"] == "Lovelace & Co"


@differs("the sign-up is accepted (AWS: NotAuthorizedException, SignUp is not permitted for this user pool)")
def only_administrators_create_users(world: World) -> None:
    """In the company's pool only administrators create users; nobody signs up by themselves."""
    for stack in (world.company, world.minimal):
        assert stack.pool.properties["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is True
        person = somebody("eve")
        answer = world.cognito.sign_up(
            ClientId=app_client(world, stack).client_id, Username=person.email, Password=person.password
        )
        assert answer["UserSub"], "is refused now, as on AWS"
