"""The portal for partners, whose pools call functions on their way."""

from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk.assertions import Template

from constructs_lib.rules import judge
from stacks.functions.invitation import handler
from tests.cdk.synth import ids_of
from tests.stacks.templates import POOL, linked_accounts, portal

FUNCTION, POLICY = "AWS::Lambda::Function", "AWS::IAM::Policy"


def _handlers(template: Template) -> dict[str, str]:
    """Give the handlers of the pool's functions by trigger."""
    resources = template.to_json()["Resources"]
    [pool] = ids_of(template, POOL)
    config = resources[pool]["Properties"]["LambdaConfig"]
    arns = {name: said.get("LambdaArn", said)["Fn::GetAtt"][0] for name, said in config.items()}
    return {name: resources[function]["Properties"]["Handler"] for name, function in arns.items()}


def _allowed(template: Template) -> list[tuple[Any, Any]]:
    """Give what functions may do besides writing their logs, and with what."""
    statements = [
        one
        for policy in template.find_resources(POLICY).values()
        for one in policy["Properties"]["PolicyDocument"]["Statement"]
    ]
    return [(one["Action"], one["Resource"]) for one in statements if "logs:PutLogEvents" not in one["Action"]]


def test_the_portal_calls_four_functions() -> None:
    assert _handlers(portal()) == {
        "PreSignUp": "allowed_email_domains.handler",
        "PostConfirmation": "default_group.handler",
        "PreTokenGenerationConfig": "claims_in_tokens.handler",
        "CustomMessage": "invitation.handler",
    }
    [pool] = portal().find_resources(POOL).values()
    assert pool["Properties"]["LambdaConfig"]["PreTokenGenerationConfig"]["LambdaVersion"] == "V2_0"


def test_each_knows_what_it_is_for() -> None:
    variables = [one["Properties"].get("Environment") for one in portal().find_resources(FUNCTION).values()]
    assert sorted(map(str, variables)) == sorted(
        map(
            str,
            [
                {"Variables": {"DOMAINS": '["north.example", "south.example"]'}},
                {"Variables": {"GROUP": "partners"}},
                {"Variables": {"CLAIMS": '{"tenant": "custom:tenant"}', "GROUPS": "roles"}},
                None,
            ],
        )
    )


def test_one_of_them_may_put_users_of_this_pool_into_groups_and_that_is_all() -> None:
    [pool] = ids_of(portal(), POOL)
    assert _allowed(portal()) == [("cognito-idp:AdminAddUserToGroup", {"Fn::GetAtt": [pool, "Arn"]})]


def test_accounts_are_linked_by_a_function_that_may_do_that_and_that_is_all() -> None:
    [pool] = ids_of(linked_accounts(), POOL)
    assert _handlers(linked_accounts()) == {"PreSignUp": "link_by_verified_email.handler"}
    assert _allowed(linked_accounts()) == [
        (["cognito-idp:AdminLinkProviderForUser", "cognito-idp:ListUsers"], {"Fn::GetAtt": [pool, "Arn"]})
    ]


@pytest.mark.parametrize("example", [portal, linked_accounts])
def test_the_rules_about_functions_find_nothing(example: Callable[[], Template]) -> None:
    found = judge(example().to_json()["Resources"])
    assert [one.rule for one in found if one.rule.startswith("triggers.")] == []


def _message(source: str, **attributes: str) -> dict[str, Any]:
    request = {"userAttributes": attributes, "codeParameter": "{####}", "usernameParameter": "{username}"}
    response = {"smsMessage": None, "emailMessage": None, "emailSubject": None}
    return {"triggerSource": f"CustomMessage_{source}", "request": request, "response": response}


@pytest.mark.parametrize(
    ("attributes", "subject"),
    [({"locale": "de-DE"}, "Ihr Zugang"), ({"locale": "fr-FR"}, "Your account"), ({}, "Your account")],
)
def test_an_invitation_is_in_the_language_of_whoever_gets_it(attributes: dict[str, str], subject: str) -> None:
    written = handler(_message("AdminCreateUser", **attributes), None)["response"]
    assert written["emailSubject"] == subject
    assert "{####}" in written["emailMessage"]
    assert "{username}" in written["emailMessage"]


def test_every_other_message_stays_as_it_is() -> None:
    asked = _message("ResendCode", locale="de-DE")
    assert handler(asked, None) == _message("ResendCode", locale="de-DE")
