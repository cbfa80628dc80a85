"""Who comes from a trusted provider is linked to the one user with the same verified address, and nobody else is."""

import json
from datetime import datetime
from typing import Any

import pytest
from botocore.stub import Stubber  # type: ignore[import-untyped]

from tests.functions.loading import POOL_ID, handler_of, load, sign_up

loaded = load("link_by_verified_email", PROVIDERS='["Google", "Our_Company", "Our"]')
called = handler_of(loaded)

ADDRESS = "ada@shop.example"
ASKED = {"UserPoolId": POOL_ID, "Filter": f'email = "{ADDRESS}"'}


def _user(name: str = "ada", status: str = "CONFIRMED", **attributes: str) -> dict[str, Any]:
    said = {"email": ADDRESS, "email_verified": "true", **attributes}
    now = datetime(2026, 11, 24)
    return {
        "Username": name,
        "UserStatus": status,
        "Attributes": [{"Name": key, "Value": value} for key, value in said.items()],
        "UserCreateDate": now,
        "UserLastModifiedDate": now,
        "Enabled": True,
    }


def _arrives(user_name: str = "Google_104", **attributes: str) -> dict[str, Any]:
    """Make the event before somebody from a provider becomes a user, as Cognito sends it."""
    aliases = {"cognito:email_alias": "", "cognito:phone_number_alias": ""}
    return sign_up(
        "ExternalProvider", user_name, **aliases, **{"email": ADDRESS, "email_verified": "true", **attributes}
    )


def _link(provider: str = "Google", subject: str = "104", name: str = "ada") -> dict[str, Any]:
    source = {
        "ProviderName": provider,
        "ProviderAttributeName": "Cognito_Subject",
        "ProviderAttributeValue": subject,
    }
    destination = {"ProviderName": "Cognito", "ProviderAttributeValue": name}
    return {"UserPoolId": POOL_ID, "DestinationUser": destination, "SourceUser": source}


def _calls(said: dict[str, Any], users: list[dict[str, Any]] | None, link: dict[str, Any] | None) -> None:
    """Call the function, which asks for users if there are any to give, and links if there is a link."""
    with Stubber(loaded["COGNITO"]) as cognito:
        if users is not None:
            cognito.add_response("list_users", {"Users": users}, ASKED)
        if link is not None:
            cognito.add_response("admin_link_provider_for_user", {}, link)
        assert called(said) == said
        cognito.assert_no_pending_responses()


def test_the_one_user_with_the_address_is_linked() -> None:
    _calls(_arrives(), [_user()], _link())


@pytest.mark.parametrize("status", ["CONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED"])
def test_whatever_their_password_needs(status: str) -> None:
    _calls(_arrives(), [_user(status=status)], _link())


@pytest.mark.parametrize(
    ("user_name", "provider", "subject"),
    [
        ("google_104", "Google", "104"),  # pools that ignore case
        ("Our_Company_joan_smith", "Our_Company", "joan_smith"),
        ("Our_joan", "Our", "joan"),
    ],
)
def test_the_user_name_tells_provider_and_subject(user_name: str, provider: str, subject: str) -> None:
    _calls(_arrives(user_name), [_user()], _link(provider, subject))


def test_capitals_in_an_address_make_no_other_address() -> None:
    _calls(_arrives(), [_user(email="Ada@shop.example")], _link())


def test_a_second_call_finds_what_the_first_has_linked() -> None:
    identities = json.dumps([{"userId": "104", "providerName": "Google", "providerType": "Google"}])
    _calls(_arrives(), [_user(identities=identities)], None)


def test_an_account_that_another_provider_is_linked_to_is_linked_too() -> None:
    identities = json.dumps([{"userId": "104", "providerName": "Our", "providerType": "OIDC"}])
    _calls(_arrives(), [_user(identities=identities)], _link())


@pytest.mark.parametrize(
    "users",
    [
        [],
        [_user(email_verified="false")],
        [_user(status="UNCONFIRMED")],
        [_user("Our_joan", "EXTERNAL_PROVIDER")],
        [_user("ada"), _user("eve")],
        [_user(email="ada@elsewhere.example")],
    ],
    ids=["nobody", "not verified", "not confirmed", "of another provider", "two", "another address"],
)
def test_without_one_own_user_whose_address_is_verified_nobody_is_linked(users: list[dict[str, Any]]) -> None:
    _calls(_arrives(), users, None)


@pytest.mark.parametrize(
    "said",
    [
        _arrives(email_verified="false"),
        _arrives(email_verified=""),
        _arrives("Facebook_104"),
        _arrives("Googleplex_104"),
        _arrives(email=""),
        _arrives(email='x" or email ^= "a@b'),
        _arrives(email="ada@shop.example\\"),
        sign_up("SignUp", "Google_104", email=ADDRESS, email_verified="true"),
        sign_up("AdminCreateUser", "Google_104", email=ADDRESS, email_verified="true"),
        sign_up("ExternalProvider", "Google_104"),
    ],
    ids=lambda said: f"{said['userName']} {said['triggerSource']} {said['request']['userAttributes']}"[:90],
)
def test_whom_no_trusted_provider_vouches_for_nobody_is_even_looked_up(said: dict[str, Any]) -> None:
    _calls(said, None, None)


@pytest.mark.parametrize("failing", ["list_users", "admin_link_provider_for_user"])
def test_a_failure_is_told_in_a_sentence_and_the_log_names_nobody(
    failing: str, caplog: pytest.LogCaptureFixture
) -> None:
    with Stubber(loaded["COGNITO"]) as cognito:
        if failing != "list_users":
            cognito.add_response("list_users", {"Users": [_user()]}, ASKED)
        cognito.add_client_error(failing, "TooManyRequestsException", f"of {ADDRESS}")
        with pytest.raises(RuntimeError) as caught:
            called(_arrives())
    assert str(caught.value) == "your accounts could not be linked; please try again"
    assert caught.value.__suppress_context__
    assert caplog.messages == ["no user was linked: TooManyRequestsException"]
