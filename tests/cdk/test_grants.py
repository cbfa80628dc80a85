"""The grants hold actions that are there, and each can be held to one pool."""

from functools import cache
from typing import Any

import botocore.session  # type: ignore[import-untyped]
import pytest

from constructs_lib.cdk.grants import ACTIONS


@cache
def _api() -> Any:
    return botocore.session.get_session().get_service_model("cognito-idp")


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_is_an_operation_on_one_pool(name: Any) -> None:
    shapes = {action: _api().operation_model(action).input_shape for action in ACTIONS[name]}
    assert [action for action, shape in shapes.items() if "UserPoolId" not in shape.required_members] == []


@pytest.mark.parametrize("name", ["read_users", "manage_users"])
def test_what_gives_somebody_elses_account_is_a_grant_of_its_own(name: Any) -> None:
    assert not {"AdminLinkProviderForUser", "AdminAddUserToGroup", "AdminInitiateAuth"} & {*ACTIONS[name]}


def test_who_reads_changes_nothing() -> None:
    assert all(action.startswith(("AdminGet", "AdminList", "List")) for action in ACTIONS["read_users"])


@pytest.mark.parametrize("name", ACTIONS)
def test_none_is_said_twice(name: Any) -> None:
    assert len(ACTIONS[name]) == len({*ACTIONS[name]})
