"""Only addresses of certain domains sign up."""

from typing import Any

import pytest

from tests.functions.loading import handler_of, load, sign_up

called = handler_of(load("allowed_email_domains", DOMAINS='["shop.example", "partner.example"]'))


@pytest.mark.parametrize("source", ["SignUp", "ExternalProvider"])
@pytest.mark.parametrize("email", ["ada@shop.example", "ada@partner.example", "Ada@Shop.Example", '"a@b"@shop.example'])
def test_an_address_of_an_allowed_domain_signs_up_and_nothing_is_changed(source: str, email: str) -> None:
    event = sign_up(source, email=email)
    assert called(event) == event


REFUSED: list[dict[str, Any]] = [
    sign_up("SignUp", email="ada@elsewhere.example"),
    sign_up("SignUp", email="ada@sub.shop.example"),
    sign_up("SignUp", email="ada@notshop.example"),
    sign_up("SignUp", email="ada@shop.example@elsewhere.example"),
    sign_up("SignUp", email="shop.example.elsewhere.example"),
    sign_up("SignUp", email=""),
    sign_up("SignUp", phone_number="+491234567"),
    sign_up("ExternalProvider", "Google_1", email="ada@elsewhere.example", email_verified="true"),
]


@pytest.mark.parametrize("event", REFUSED, ids=lambda event: str(event["request"]["userAttributes"]))
def test_whoever_has_none_is_refused_in_a_sentence_that_tells_nothing_of_them(event: dict[str, Any]) -> None:
    with pytest.raises(PermissionError) as caught:
        called(event)
    assert str(caught.value) == "sign-up is not open to this e-mail address"


def test_an_administrator_may_create_anybody() -> None:
    event = sign_up("AdminCreateUser", email="ada@elsewhere.example")
    assert called(event) == event
