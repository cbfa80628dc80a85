"""Tokens and intrinsics in settings reach the template as they are, and no rule takes them for a value."""

from typing import Any, cast

import aws_cdk as cdk
from aws_cdk import CfnCondition, CfnParameter, Fn, SecretValue, Stack

from constructs_lib import AppClient, Attribute, Group, PasswordPolicy, UserPoolSettings, Verbatim, profiles
from constructs_lib.cdk import CognitoUserPool
from tests.cdk.synth import properties_of, template_of

POOL = "AWS::Cognito::UserPool"


def _parameters(stack: Stack) -> None:
    CfnParameter(stack, "Text")
    CfnParameter(stack, "Number", type="Number")
    CfnParameter(stack, "List", type="CommaDelimitedList")
    CfnCondition(stack, "Yes", expression=Fn.condition_equals("a", "a"))


def test_intrinsics_that_name_resources_outside_are_kept_in_every_kind_of_place() -> None:
    choice = {"Fn::If": ["Yes", True, False]}
    settings = profiles.standard(
        name=Verbatim({"Ref": "Text"}),
        mfa=Verbatim({"Fn::If": ["Yes", "ON", "OPTIONAL"]}),
        sign_in_case_sensitive=Verbatim(choice),
        password_policy=PasswordPolicy(min_length=Verbatim({"Ref": "Number"})),
        alias_attributes=Verbatim({"Ref": "List"}),
        attributes=[
            Attribute("tier", data_type="String", mutable=Verbatim(choice)),
            Verbatim({"Fn::If": ["Yes", 1, 2]}),
        ],
        lambda_triggers=Verbatim({"Fn::If": ["Yes", {"Ref": "Text"}, {"Ref": "AWS::NoValue"}]}),
        tags={"a": Verbatim({"Fn::Sub": "${Text}-x"})},
    )

    def build(stack: Stack) -> None:
        _parameters(stack)
        CognitoUserPool(stack, "Pool", settings=settings)

    properties = properties_of(template_of(build), POOL)
    assert properties["UserPoolName"] == {"Ref": "Text"}
    assert properties["MfaConfiguration"] == {"Fn::If": ["Yes", "ON", "OPTIONAL"]}
    assert properties["UsernameConfiguration"] == {"CaseSensitive": choice}
    assert properties["Policies"]["PasswordPolicy"]["MinimumLength"] == {"Ref": "Number"}
    assert properties["AliasAttributes"] == {"Ref": "List"}
    assert properties["Schema"] == [
        {"Name": "tier", "AttributeDataType": "String", "Mutable": choice},
        {"Fn::If": ["Yes", 1, 2]},
    ]
    assert properties["LambdaConfig"] == {"Fn::If": ["Yes", {"Ref": "Text"}, {"Ref": "AWS::NoValue"}]}
    assert properties["UserPoolTags"] == {"a": {"Fn::Sub": "${Text}-x"}}


def test_tokens_of_cdk_are_taken_as_they_are() -> None:
    def build(stack: Stack) -> None:
        number = cast(Any, CfnParameter(stack, "Number", type="Number").value_as_number)
        many = cast(Any, CfnParameter(stack, "List", type="CommaDelimitedList").value_as_list)
        text = CfnParameter(stack, "Text").value_as_string
        settings = profiles.standard(
            name=text,
            password_policy=PasswordPolicy(min_length=number),
            auto_verified_attributes=many,
            groups={"admins": Group(name=f"{text}-admins")},
            deletion_protection=Verbatim(Fn.condition_if("Yes", "ACTIVE", "INACTIVE")),
            sign_in_case_sensitive=Verbatim(Fn.condition_if("Yes", True, False)),
        )
        CognitoUserPool(stack, "Pool", settings=settings)

    properties = properties_of(template_of(build), POOL)
    assert properties["UserPoolName"] == {"Ref": "Text"}
    assert properties["Policies"]["PasswordPolicy"]["MinimumLength"] == {"Ref": "Number"}
    assert properties["AutoVerifiedAttributes"] == {"Ref": "List"}
    assert properties["DeletionProtection"] == {"Fn::If": ["Yes", "ACTIVE", "INACTIVE"]}
    assert properties["UsernameConfiguration"] == {"CaseSensitive": {"Fn::If": ["Yes", True, False]}}


def test_values_of_another_stack_come_across() -> None:
    app = cdk.App()
    one, other = Stack(app, "One"), Stack(app, "Other")
    users = CognitoUserPool(one, "Users")
    settings = profiles.standard(name=users.user_pool.user_pool_id)
    CognitoUserPool(other, "Users", settings=settings)
    template = cdk.assertions.Template.from_stack(other)
    name = properties_of(template, POOL)["UserPoolName"]
    assert list(name) == ["Fn::ImportValue"]


def test_a_dynamic_reference_stays_one() -> None:
    secret = SecretValue.secrets_manager("names", json_field="client").unsafe_unwrap()
    settings = profiles.standard(app_clients={"web": AppClient(name=secret)})
    template = template_of(lambda stack: CognitoUserPool(stack, "Pool", settings=settings))
    properties = properties_of(template, "AWS::Cognito::UserPoolClient")
    assert properties["ClientName"] == "{{resolve:secretsmanager:names:SecretString:client::}}"


def test_texts_that_look_like_functions_are_left_alone() -> None:
    text = "Hello {username} \u2603, your code is {####} ${notatoken} <a href='#'>x</a>\r\n"
    from constructs_lib import Invitation

    settings = profiles.standard(invitation=Invitation(email_message=text))
    template = template_of(lambda stack: CognitoUserPool(stack, "Pool", settings=settings))
    message = properties_of(template, POOL)["AdminCreateUserConfig"]["InviteMessageTemplate"]["EmailMessage"]
    assert message == text


def test_what_a_resource_hangs_on_and_waits_for_may_be_outside() -> None:
    client = AppClient(
        extra_attributes={"Condition": "Yes", "DependsOn": ["Elsewhere", "Groupadmins", "OldWeb"]},
    )
    settings = UserPoolSettings(
        groups={"admins": Group(name="admins")},
        app_clients={"web": AppClient(), "phone": client},
        extra_attributes={"DependsOn": "Elsewhere"},
    )

    def build(stack: Stack) -> None:
        _parameters(stack)
        cdk.CfnWaitConditionHandle(stack, "Elsewhere")
        pinned = {
            "Resource": "OldPool",
            "AppClientphone": "OldPhone",
            "AppClientweb": "OldWeb",
            "Groupadmins": "OldGroup",
        }
        CognitoUserPool(stack, "Pool", settings=settings, logical_ids=pinned)

    resources = template_of(build).to_json()["Resources"]
    assert resources["OldPool"]["DependsOn"] == "Elsewhere"
    assert resources["OldPhone"]["DependsOn"] == ["Elsewhere", "OldGroup", "OldWeb"]
    assert resources["OldPhone"]["Condition"] == "Yes"
    assert "DependsOn" not in resources["OldWeb"]
