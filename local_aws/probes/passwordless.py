"""Signing in without a password: codes by mail and passkeys, chosen on the hosted page."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

from typing import Any

from local_aws.hosted_page import Visit
from local_aws.people import GOOD_PASSWORD, AppClient, app_client, as_list, code_in, created, refused, somebody
from local_aws.probe import differs, shows
from local_aws.tokens import verified
from local_aws.world import World

_CALLBACK = "https://club.example/signed-in"


def _member(world: World) -> tuple[AppClient, str]:
    """Have somebody become a member: the app client, and the address that they sign in with."""
    address = somebody("marie").email
    created(world, world.passwordless, address)
    return app_client(world, world.passwordless), address


def _choices(page: str) -> list[str]:
    return [each for each in ("PASSWORD", "EMAIL_OTP", "WEB_AUTHN") if f'value="{each}"' in page]


@shows
def code_by_mail_signs_in(world: World) -> None:
    """On the hosted page a member chooses a code by mail, types it in, and is signed in; no password is asked for."""
    client, address = _member(world)
    visit = Visit(client, _CALLBACK)
    page = visit.send(visit.open(), username=address)
    page = visit.send(page, challenge="EMAIL_OTP")
    assert 'type="password"' not in page.data.decode()
    mail = world.last_mail_to(address)
    assert "no-reply@club.example" in mail.sender
    status, tokens = visit.exchange(visit.code(visit.send(page, code=code_in(mail.text))))
    assert status == 200, tokens
    assert verified(client, tokens["id_token"], "id")["email"] == address


@shows
def wrong_code_by_mail_refused(world: World) -> None:
    """A wrong code signs nobody in; whoever is no member sees the same page and gets no mail."""
    client, address = _member(world)
    nobody = somebody("nobody").email
    for name in (address, nobody):
        visit = Visit(client, _CALLBACK)
        page = visit.send(visit.send(visit.open(), username=name), challenge="EMAIL_OTP")
        answer = visit.send(page, code="000000")
        assert answer.status == 200
        assert "Incorrect code" in answer.data.decode()
    assert world.mails_to(nobody) == []


@shows
def no_sign_in_but_by_choice(world: World) -> None:
    """The app client has no other flow than the choice: what begins with a password is refused."""
    client, address = _member(world)
    with refused("InvalidParameterException", "USER_SRP_AUTH"):
        client.sign_in(address, GOOD_PASSWORD)


@differs("the page offers no passkey")
def passkeys_are_offered(world: World) -> None:
    """Members choose between a code by mail, a password and a passkey, which belongs to the domain of the pages."""
    pool = world.passwordless.pool.properties
    assert pool["Policies"]["SignInPolicy"]["AllowedFirstAuthFactors"] == ["PASSWORD", "WEB_AUTHN", "EMAIL_OTP"]
    assert pool["WebAuthnRelyingPartyID"] == world.passwordless.outputs["Domain"]
    client, address = _member(world)
    visit = Visit(client, _CALLBACK)
    page = visit.send(visit.open(), username=address).data.decode()
    assert _choices(page) == ["PASSWORD", "EMAIL_OTP"], "offers passkeys now, as on AWS"


@differs("the API refuses the flow as unknown (AWS: it answers with what there is to choose from)")
def choice_by_the_api(world: World) -> None:
    """Apps with pages of their own begin with USER_AUTH and let people choose."""
    client, address = _member(world)
    described: Any = world.cognito.describe_user_pool_client(UserPoolId=client.pool_id, ClientId=client.client_id)
    assert described["UserPoolClient"]["ExplicitAuthFlows"] == ["ALLOW_USER_AUTH"]
    with refused("InvalidParameterException", "Unsupported AuthFlow"):
        world.cognito.initiate_auth(
            ClientId=client.client_id, AuthFlow="USER_AUTH", AuthParameters={"USERNAME": address}
        )


@differs("the sign-up without a password is refused (AWS: accepted, where codes by mail are a factor)")
def sign_up_without_a_password(world: World) -> None:
    """Members sign themselves up with their address alone."""
    assert world.passwordless.pool.properties["AdminCreateUserConfig"]["AllowAdminCreateUserOnly"] is False
    address = somebody("marie").email
    with refused("InvalidPasswordException"):
        world.cognito.sign_up(
            ClientId=app_client(world, world.passwordless).client_id,
            Username=address,
            UserAttributes=as_list({"email": address}),
        )
