"""The construct in other people's apps: environments, stages, synthesizers, tags, nested stacks, aspects."""

import aws_cdk as cdk
import jsii
from aws_cdk import App, Environment, NestedStack, Stack, Stage, Tags
from aws_cdk.assertions import Match, Template
from aws_cdk.aws_cognito import CfnUserPool

from constructs_lib import Deployment, check, profiles, single_page_app
from constructs_lib.cdk import CognitoUserPool
from tests.cdk.synth import ids_of, template_of

SETTINGS = profiles.standard(app_clients={"web": single_page_app(callback_urls=["https://shop.example/in"])})


def test_an_environment_agnostic_stack_takes_it() -> None:
    template = template_of(lambda stack: CognitoUserPool(stack, "Users", settings=SETTINGS))
    template.has_resource("AWS::Cognito::UserPool", {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"})


def test_two_stages_in_two_accounts_have_the_same_ids_and_pools_of_their_own() -> None:
    app = App()
    templates = []
    for name, account in (("Test", "111122223333"), ("Production", "444455556666")):
        stage = Stage(app, name, env=Environment(account=account, region="eu-central-1"))
        CognitoUserPool(Stack(stage, "Users"), "Users", settings=SETTINGS)
        assembly = stage.synth()
        templates.append(assembly.stacks[0].template)
        assert assembly.stacks[0].environment.account == account
    assert templates[0] == templates[1]


def test_a_custom_synthesizer_is_used() -> None:
    synthesizer = cdk.LegacyStackSynthesizer()
    template = template_of(lambda stack: CognitoUserPool(stack, "Users"), synthesizer=synthesizer)
    assert "BootstrapVersion" not in template.to_json().get("Parameters", {})
    template.resource_count_is("AWS::Cognito::UserPool", 1)


def test_tags_of_the_stack_join_those_of_the_settings() -> None:
    def build(stack: Stack) -> None:
        CognitoUserPool(stack, "Users", settings=profiles.standard(tags={"data": "personal"}))
        Tags.of(stack).add("team", "shop")

    tags = {"UserPoolTags": {"data": "personal", "team": "shop"}}
    template_of(build).has_resource_properties("AWS::Cognito::UserPool", tags)


def test_a_nested_stack_takes_it() -> None:
    nested = NestedStack(Stack(App(), "Stack"), "Nested")
    CognitoUserPool(nested, "Users", settings=SETTINGS)
    Template.from_stack(nested).resource_count_is("AWS::Cognito::UserPoolClient", 1)


def test_a_disposable_pool_goes_with_its_stack_by_one_setting() -> None:
    template = template_of(lambda stack: CognitoUserPool(stack, "Users", settings=profiles.standard(disposable=True)))
    unprotected = {"DeletionPolicy": "Delete", "Properties": {"DeletionProtection": "INACTIVE"}}
    template.has_resource("AWS::Cognito::UserPool", unprotected)


def test_without_settings_it_is_the_standard_profile() -> None:
    said = template_of(lambda stack: CognitoUserPool(stack, "Users", settings=profiles.standard()))
    unsaid = template_of(lambda stack: CognitoUserPool(stack, "Users"))
    assert unsaid.to_json() == said.to_json()


def test_nothing_is_added_that_was_not_rendered() -> None:
    template = template_of(lambda stack: CognitoUserPool(stack, "Users"))
    assert list(ids_of(template).values()) == ["AWS::Cognito::UserPool"]
    template.has_resource_properties(
        "AWS::Cognito::UserPool",
        {"SmsConfiguration": Match.absent(), "Schema": Match.absent(), "LambdaConfig": Match.absent()},
    )


def test_aspects_see_typed_l1s() -> None:
    seen: list[str] = []

    @jsii.implements(cdk.IAspect)
    class Look:
        def visit(self, node: object) -> None:
            if isinstance(node, CfnUserPool):
                seen.append(str(node.user_pool_tier))

    def build(stack: Stack) -> None:
        CognitoUserPool(stack, "Users")
        cdk.Aspects.of(stack).add(Look())

    template_of(build)
    assert seen == ["ESSENTIALS"]


def test_a_property_override_still_has_the_last_word() -> None:
    def build(stack: Stack) -> None:
        CognitoUserPool(stack, "Users").cfn_user_pool.add_property_override("Brand.New", "value")

    template_of(build).has_resource_properties("AWS::Cognito::UserPool", {"Brand": {"New": "value"}})


def test_the_path_is_in_the_metadata_where_the_command_line_asks_for_it() -> None:
    stack = Stack(App(context={"aws:cdk:enable-path-metadata": True}), "Stack")
    CognitoUserPool(stack, "Users")
    path = {"Metadata": {"aws:cdk:path": "Stack/Users/Default/Resource"}}
    Template.from_stack(stack).has_resource("AWS::Cognito::UserPool", path)


def test_the_stacks_region_reaches_the_rules() -> None:
    assert check(SETTINGS, Deployment(region="eu-central-1")) == check(SETTINGS)
