"""Who has signed up comes into a group."""

from typing import Any

import pytest
from botocore.stub import Stubber  # type: ignore[import-untyped]

from tests.functions.loading import POOL_ID, event, handler_of, load

loaded = load("default_group", GROUP="customers")
called = handler_of(loaded)
INTO_THE_GROUP = {"UserPoolId": POOL_ID, "Username": "ada", "GroupName": "customers"}


def _confirmed(source: str) -> dict[str, Any]:
    attributes = {"sub": "1", "email": "ada@shop.example", "email_verified": "true", "cognito:user_status": "CONFIRMED"}
    return event(f"PostConfirmation_{source}", "ada", {"userAttributes": attributes}, {})


def test_who_confirms_a_sign_up_is_put_into_the_group() -> None:
    said = _confirmed("ConfirmSignUp")
    with Stubber(loaded["COGNITO"]) as cognito:
        cognito.add_response("admin_add_user_to_group", {}, INTO_THE_GROUP)
        assert called(said) == said
        cognito.assert_no_pending_responses()


def test_who_confirms_a_new_password_is_left_where_they_are() -> None:
    said = _confirmed("ConfirmForgotPassword")
    with Stubber(loaded["COGNITO"]):
        assert called(said) == said


@pytest.mark.parametrize("code", ["ResourceNotFoundException", "TooManyRequestsException", "AccessDeniedException"])
def test_a_failure_is_told_in_a_sentence_and_the_log_names_nobody(code: str, caplog: pytest.LogCaptureFixture) -> None:
    with Stubber(loaded["COGNITO"]) as cognito:
        cognito.add_client_error("admin_add_user_to_group", code, "of ada@shop.example")
        with pytest.raises(RuntimeError) as caught:
            called(_confirmed("ConfirmSignUp"))
    assert str(caught.value) == "your account is confirmed, but not set up yet; please ask for help"
    assert caught.value.__suppress_context__
    assert caplog.messages == [f"no user was put into the group customers: {code}"]
