"""The password policy, wherever a password is chosen."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from dataclasses import replace

from local_aws.people import BETTER_PASSWORD, GOOD_PASSWORD, customer, invited, refused, somebody, web_client
from local_aws.probe import differs, recorded, shows
from local_aws.world import World

# Each lacks one thing that the article's pool asks for: twelve characters of four kinds.
_WEAK = {
    "length": "Short-7-pwd",
    "uppercase": "correct-horse-7-battery",
    "lowercase": "CORRECT-HORSE-7-BATTERY",
    "numeric": "Correct-Horse-Battery",
    "symbol": "CorrectHorse7Battery",
}


@shows
def weak_password_refused_at_sign_up(world: World) -> None:
    """A password that is too short, or lacks a capital, a small letter, a digit or a symbol, is refused at sign-up."""
    policy = world.article.pool.properties["Policies"]["PasswordPolicy"]
    assert policy["MinimumLength"] == 12
    client, person = web_client(world), somebody("weak")
    for lacking, password in _WEAK.items():
        with refused("InvalidPasswordException", lacking):
            client.sign_up(replace(person, password=password))


@shows
def shortest_password_accepted(world: World) -> None:
    """A password of exactly the twelve characters is accepted."""
    password = "Twelve-char7"
    assert len(password) == 12
    person = customer(world, person=replace(somebody("exact"), password=password))
    assert web_client(world).sign_in(person.username, password)["AccessToken"]


@shows
def weak_password_refused_at_change(world: World) -> None:
    """Whoever changes their password cannot choose a weak one, and the new one signs in where the old one did."""
    client, person = web_client(world), customer(world)
    token = client.sign_in(person.username, person.password)["AccessToken"]
    for lacking, password in _WEAK.items():
        with refused("InvalidPasswordException", lacking):
            world.cognito.change_password(
                AccessToken=token, PreviousPassword=person.password, ProposedPassword=password
            )
    world.cognito.change_password(AccessToken=token, PreviousPassword=person.password, ProposedPassword=BETTER_PASSWORD)
    with refused("NotAuthorizedException"):
        client.sign_in(person.username, person.password)
    assert client.sign_in(person.username, BETTER_PASSWORD)["AccessToken"]


@shows
def long_passwords_without_classes(world: World) -> None:
    """The smallest pool asks for fifteen characters: fourteen are refused, fifteen accepted."""
    policy = world.minimal.pool.properties["Policies"]["PasswordPolicy"]
    assert policy["MinimumLength"] >= 15
    strong = "Aa1-" + "x" * (policy["MinimumLength"] - 4)
    for password, accepted in ((strong[:-1], False), (strong, True)):
        login, pool_id = somebody("long").email, world.minimal.outputs["UserPoolId"]
        create = {"UserPoolId": pool_id, "Username": login, "MessageAction": "SUPPRESS"}
        if accepted:
            assert world.cognito.admin_create_user(**create, TemporaryPassword=password)["User"]
        else:
            with refused("InvalidPasswordException", "length"):
                world.cognito.admin_create_user(**create, TemporaryPassword=password)


@recorded("old passwords are accepted again (AWS: PasswordHistoryPolicyViolationException)")
def old_passwords_refused(world: World) -> None:
    """The smallest pool does not let people go back to one of their last 24 passwords."""
    pool = world.cognito.describe_user_pool(UserPoolId=world.minimal.outputs["UserPoolId"])["UserPool"]
    assert pool["Policies"]["PasswordPolicy"]["PasswordHistorySize"] == 24


@differs("a weak password is accepted there (AWS: InvalidPasswordException)")
def weak_password_at_first_sign_in(world: World) -> None:
    """The password that replaces a temporary one has to keep to the policy too."""
    policy = world.article.pool.properties["Policies"]["PasswordPolicy"]
    assert policy["MinimumLength"] == 12
    assert all(policy[f"Require{kind}"] for kind in ("Uppercase", "Lowercase", "Numbers", "Symbols"))
    person, client = somebody("weak"), web_client(world)
    invited(world, world.article, person, person.username, GOOD_PASSWORD)
    tokens = client.change_temporary(person.username, GOOD_PASSWORD, "short")
    assert tokens["AccessToken"], "is refused now, as on AWS"
