"""The second factor: optional at the shop, required in the company."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import pyotp

from local_aws.people import GOOD_PASSWORD, AppClient, app_client, created, customer, refused, somebody, web_client
from local_aws.probe import differs, recorded, shows
from local_aws.tokens import verified
from local_aws.world import World


def enrol(client: AppClient, login: str, password: str) -> pyotp.TOTP:
    """Put the pool's secret into an authenticator app, prove it with a code, and prefer it from then on."""
    cognito = client.world.cognito
    token = client.sign_in(login, password)["AccessToken"]
    app = pyotp.TOTP(cognito.associate_software_token(AccessToken=token)["SecretCode"])
    answer = cognito.verify_software_token(AccessToken=token, UserCode=app.now())
    assert answer["Status"] == "SUCCESS"
    cognito.set_user_mfa_preference(AccessToken=token, SoftwareTokenMfaSettings={"Enabled": True, "PreferredMfa": True})
    return app


def _wrong(app: pyotp.TOTP) -> str:
    """A code that is right neither now nor a step before or after."""
    return next(code for code in ("000000", "111111", "222222", "333333") if not app.verify(code, valid_window=2))


@shows
def authenticator_app(world: World) -> None:
    """Whoever wants it enrols an authenticator app; from then on the password alone gives no tokens, the code does."""
    assert world.article.pool.properties["MfaConfiguration"] == "OPTIONAL"
    client, person = web_client(world), customer(world)
    app = enrol(client, person.username, person.password)
    tokens = client.answer(client.challenged(person.username, person.password), app.now())
    assert verified(client, tokens["IdToken"], "id")["cognito:username"] == person.username


@shows
def wrong_code_of_the_app_refused(world: World) -> None:
    """A wrong code of the authenticator app gives no tokens."""
    client, person = web_client(world), customer(world)
    app = enrol(client, person.username, person.password)
    challenge = client.challenged(person.username, person.password)
    with refused("CodeMismatchException"):
        client.answer(challenge, _wrong(app))


@shows
def wrong_code_does_not_enrol(world: World) -> None:
    """An authenticator app is enrolled by a right code only."""
    client, person = web_client(world), customer(world)
    token = client.sign_in(person.username, person.password)["AccessToken"]
    app = pyotp.TOTP(world.cognito.associate_software_token(AccessToken=token)["SecretCode"])
    with refused("EnableSoftwareTokenMFAException"):
        world.cognito.verify_software_token(AccessToken=token, UserCode=_wrong(app))


@shows
def nobody_is_forced_at_the_shop(world: World) -> None:
    """Whoever has enrolled nothing signs in with the password alone where the second factor is optional."""
    client, person = web_client(world), customer(world)
    assert client.sign_in(person.username, person.password)["AccessToken"]


@recorded("no text message is sent, and its API shows no state of this factor")
def text_message_as_second_factor(world: World) -> None:
    """A text message is a second factor too, in our own words, with the role that sends it."""
    for stack in (world.article, world.company):
        assert set(stack.pool.properties["EnabledMfas"]) == {"SOFTWARE_TOKEN_MFA", "SMS_MFA"}
        pool = world.cognito.describe_user_pool(UserPoolId=stack.outputs["UserPoolId"])["UserPool"]
        assert pool["SmsConfiguration"]["SnsCallerArn"]


@differs("whoever has enrolled nothing gets tokens (AWS: the challenge MFA_SETUP)")
def second_factor_required(world: World) -> None:
    """In the company's and in the smallest pool nobody signs in without a second factor."""
    for stack in (world.company, world.minimal):
        factors = world.cognito.get_user_pool_mfa_config(UserPoolId=stack.outputs["UserPoolId"])
        assert factors["MfaConfiguration"] == stack.pool.properties["MfaConfiguration"] == "ON"
        assert factors["SoftwareTokenMfaConfiguration"]["Enabled"] is True
        client, login = app_client(world, stack), somebody("joan").email
        created(world, stack, login)
        assert client.sign_in(login, GOOD_PASSWORD)["AccessToken"], "is asked to enrol now, as on AWS"


@shows
def required_factor_is_asked_for(world: World) -> None:
    """Whoever has enrolled an authenticator app in the company's or the smallest pool is asked for its code."""
    for stack in (world.company, world.minimal):
        client, login = app_client(world, stack), somebody("joan").email
        created(world, stack, login)
        app = enrol(client, login, GOOD_PASSWORD)
        tokens = client.answer(client.challenged(login, GOOD_PASSWORD), app.now())
        assert verified(client, tokens["AccessToken"], "access")
