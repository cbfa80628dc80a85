"""The story's app at each point of the story, without the local AWS."""

import pytest
from aws_cdk import App, Environment, Stack
from aws_cdk.assertions import Template

from constructs_lib import UserPoolSettings, check
from constructs_lib.lifecycle.comparison import compare
from constructs_lib.lifecycle.facts import CASE
from constructs_lib.lifecycle.locking import pools_in
from constructs_lib.rendering import render
from local_aws.people import somebody
from local_aws.story import app
from local_aws.story.scene import by_address, context
from local_aws.workplace import CHECKOUT

AS_DEPLOYED = app.customers(case_sensitive=False, longer_passwords=False)
HARMFUL = app.customers(case_sensitive=True, longer_passwords=False)
HARMLESS = app.customers(case_sensitive=False, longer_passwords=True)


@pytest.mark.parametrize("settings", [AS_DEPLOYED, HARMFUL, HARMLESS])
def test_the_shop_is_right_at_each_point(settings: UserPoolSettings) -> None:
    assert {finding.rule for finding in check(settings)} <= set(app.ACKNOWLEDGED)


def test_the_harmful_change_is_harmful_and_the_harmless_one_is_not() -> None:
    before, harmful, harmless = (pools_in("Shop", render(each)) for each in (AS_DEPLOYED, HARMFUL, HARMLESS))
    assert [one.fact for one in compare("Shop", before, harmful)] == [CASE]
    assert [one.fact for one in compare("Shop", before, harmless) if not one.is_new] == []
    assert [one.fact for one in compare("Shop", before, harmless)] == ["app client AppClientphone", "attribute company"]


def test_the_office_is_an_app_of_aws_cognitos_with_everything_that_an_app_has() -> None:
    stack = Stack(App(), "Office", env=Environment(account="111122223333", region="eu-central-1"))
    app.add_office(stack)
    made = [resource["Type"] for resource in Template.from_stack(stack).to_json()["Resources"].values()]
    assert sorted(made) == [
        "AWS::Cognito::UserPool",
        "AWS::Cognito::UserPoolClient",
        "AWS::Cognito::UserPoolDomain",
        "AWS::Cognito::UserPoolGroup",
        "AWS::Cognito::UserPoolUser",
        "AWS::Cognito::UserPoolUserToGroupAttachment",
        "AWS::IAM::Role",
    ]


def test_the_context_names_the_lock_and_the_point_of_the_story() -> None:
    assert context(CHECKOUT, case="sensitive") == {
        app.LOCK: str(CHECKOUT / "userpool.lock.json"),
        app.CASE_SENSITIVE: "sensitive",
    }
    assert {app.CASE_SENSITIVE, app.LONGER_PASSWORDS, app.ADOPTED} == set(
        context(CHECKOUT, case="", passwords="", adopted="")
    ) - {app.LOCK}


def test_who_signs_in_by_address_is_called_by_it() -> None:
    person = somebody()
    assert by_address(person).username == by_address(person).email == person.email
