"""Groups and attributes become claims of both tokens."""

from typing import Any

from tests.functions.loading import event, handler_of, load

called = handler_of(load("claims_in_tokens", CLAIMS='{"tenant": "custom:tenant", "mail": "email"}', GROUPS="groups"))


def _tokens(answer: Any = None, groups: Any = ("admins", "staff"), **attributes: str) -> dict[str, Any]:
    """Make the event before tokens, version 2, as the guide shows it."""
    configuration = {"groupsToOverride": list(groups), "iamRolesToOverride": ["arn:role"], "preferredRole": "arn:role"}
    request = {"userAttributes": attributes, "groupConfiguration": configuration, "scopes": ["openid"]}
    return event("TokenGeneration_Authentication", "ada", request, {"claimsAndScopeOverrideDetails": answer}, "2")


def test_both_tokens_get_the_groups_and_the_attributes_that_were_chosen() -> None:
    said = _tokens(**{"custom:tenant": "acme", "email": "ada@shop.example", "phone_number": "+49"})
    claims = {"tenant": "acme", "mail": "ada@shop.example", "groups": ["admins", "staff"]}
    details = called(said)["response"]["claimsAndScopeOverrideDetails"]
    assert details["idTokenGeneration"] == {"claimsToAddOrOverride": claims}
    assert details["accessTokenGeneration"] == {"claimsToAddOrOverride": claims}


def test_groups_and_their_roles_stay_in_the_tokens() -> None:
    said = _tokens()
    details = called(said)["response"]["claimsAndScopeOverrideDetails"]
    assert details["groupOverrideDetails"] == said["request"]["groupConfiguration"]


def test_an_attribute_that_a_user_does_not_have_is_no_claim() -> None:
    details = called(_tokens(email="ada@shop.example", groups=()))["response"]["claimsAndScopeOverrideDetails"]
    assert details["accessTokenGeneration"] == {"claimsToAddOrOverride": {"mail": "ada@shop.example", "groups": []}}


def test_without_a_claim_for_groups_there_is_none() -> None:
    alone = handler_of(load("claims_in_tokens", CLAIMS='{"mail": "email"}'))
    details = alone(_tokens(email="ada@shop.example"))["response"]["claimsAndScopeOverrideDetails"]
    assert details["idTokenGeneration"] == {"claimsToAddOrOverride": {"mail": "ada@shop.example"}}


def test_what_is_asked_is_answered_as_it_came() -> None:
    said = _tokens(email="ada@shop.example")
    answer = called(said)
    assert {**answer, "response": None} == {**said, "response": None}
