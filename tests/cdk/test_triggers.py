"""Triggers made from a handler's path: what they are, what they may do, and that nothing goes round in a circle."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Environment, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Annotations, Match, Template

from constructs_lib import ExistingUserPool, Group, KmsKeyOf, LambdaTriggers, encrypting_key, profiles
from constructs_lib.cdk import CognitoUserPool, ExistingCognitoUserPool, TriggerFunction
from constructs_lib.cdk.grants import ACTIONS
from constructs_lib.declarations.fields import fields_of
from constructs_lib.resources.references import references
from constructs_lib.settings import GroupOf
from tests.cdk.synth import ids_of, properties_of, template_of

POOL, FUNCTION, POLICY = "AWS::Cognito::UserPool", "AWS::Lambda::Function", "AWS::IAM::Policy"
HANDLERS = Path(__file__).parent / "handlers"
SIGN_UP = HANDLERS / "sign_up.py"
ALL = [field.name for field in fields_of(LambdaTriggers) if field.name != "kms_key_id"]
SENDERS = ["custom_email_sender", "custom_sms_sender"]


def _pool(**more: Any) -> Callable[[Stack], CognitoUserPool]:
    return lambda stack: CognitoUserPool(stack, "Pool", **more)


def _function(stack: Stack, **more: Any) -> lambda_.Function:
    code = lambda_.Code.from_inline("def handler(event, context): return event")
    runtime = lambda_.Runtime.PYTHON_3_13
    return lambda_.Function(stack, "Function", runtime=runtime, handler="index.handler", code=code, **more)


def _circle(template: Template) -> list[str]:
    """Give resources that wait for each other: those that are left when all that wait for nothing have been made."""
    resources = template.to_json()["Resources"]
    waits = {
        name: {*references(resource.get("Properties", {})), *resource.get("DependsOn", [])} & resources.keys()
        for name, resource in resources.items()
    }
    while ready := [name for name, others in waits.items() if not others]:
        waits = {name: others - {*ready} for name, others in waits.items() if name not in ready}
    return sorted(waits)


def _policies_on_the_pool(template: Template) -> list[dict[str, Any]]:
    (pool,) = ids_of(template, POOL)
    found = template.find_resources(POLICY).values()
    statements = [each["Properties"]["PolicyDocument"]["Statement"] for each in found]
    return [one for [one] in statements if one["Resource"] == {"Fn::GetAtt": [pool, "Arn"]}]


def test_a_function_is_made_with_a_role_and_a_log_of_its_own_that_ends() -> None:
    template = template_of(_pool(triggers={"pre_sign_up": TriggerFunction(SIGN_UP)}))
    function = properties_of(template, FUNCTION)
    assert {name: function.get(name) for name in ("Handler", "Runtime", "Architectures", "MemorySize", "Timeout")} == {
        "Handler": "sign_up.handler",
        "Runtime": "python3.13",
        "Architectures": ["arm64"],
        "MemorySize": 256,
        "Timeout": 5,
    }
    assert not {"Environment", "Layers", "TracingConfig", "VpcConfig"} & function.keys()
    (log,) = ids_of(template, "AWS::Logs::LogGroup")
    assert function["LoggingConfig"] == {"LogGroup": {"Ref": log}}
    assert properties_of(template, "AWS::Logs::LogGroup") == {"RetentionInDays": 365}
    assert "ManagedPolicyArns" not in properties_of(template, "AWS::IAM::Role")
    [statement] = properties_of(template, POLICY)["PolicyDocument"]["Statement"]
    assert statement["Action"] == ["logs:CreateLogStream", "logs:PutLogEvents"]
    assert statement["Resource"] == {"Fn::GetAtt": [log, "Arn"]}


def test_this_pool_alone_may_invoke_it() -> None:
    template = template_of(_pool(triggers={"pre_sign_up": TriggerFunction(SIGN_UP)}))
    (function,), (pool,) = ids_of(template, FUNCTION), ids_of(template, POOL)
    assert properties_of(template, POOL)["LambdaConfig"] == {"PreSignUp": {"Fn::GetAtt": [function, "Arn"]}}
    assert properties_of(template, "AWS::Lambda::Permission") == {
        "Action": "lambda:InvokeFunction",
        "FunctionName": {"Fn::GetAtt": [function, "Arn"]},
        "Principal": "cognito-idp.amazonaws.com",
        "SourceAccount": {"Ref": "AWS::AccountId"},
        "SourceArn": {"Fn::GetAtt": [pool, "Arn"]},
    }


def test_whatever_is_said_of_it_is_rendered() -> None:
    from aws_cdk.aws_logs import RetentionDays

    def build(stack: Stack) -> None:
        layer = lambda_.LayerVersion.from_layer_version_arn(stack, "Layer", "arn:aws:lambda:us-east-1:1:layer:a:1")
        said = TriggerFunction(
            HANDLERS / "folder",
            runtime=lambda_.Runtime.PYTHON_3_12,
            architecture=lambda_.Architecture.X86_64,
            memory_size=512,
            timeout_seconds=3,
            environment={"GROUP": GroupOf("staff"), "GROUPS": [GroupOf("staff"), "others"], "STAGE": "test"},
            layers=[layer],
            tracing=True,
            log_retention=RetentionDays.ONE_WEEK,
        )
        settings = profiles.standard(groups={"staff": Group(name="our-staff")})
        CognitoUserPool(stack, "Pool", settings=settings, triggers={"pre_sign_up": said})

    template = template_of(build)
    template.has_resource_properties(
        FUNCTION,
        {
            "Handler": "index.handler",
            "Runtime": "python3.12",
            "Architectures": ["x86_64"],
            "MemorySize": 512,
            "Timeout": 3,
            "Environment": {"Variables": {"GROUP": "our-staff", "GROUPS": '["our-staff", "others"]', "STAGE": "test"}},
            "Layers": ["arn:aws:lambda:us-east-1:1:layer:a:1"],
            "TracingConfig": {"Mode": "Active"},
        },
    )
    template.has_resource_properties("AWS::Logs::LogGroup", {"RetentionInDays": 7})


def test_javascript_runs_on_node() -> None:
    template = template_of(_pool(triggers={"custom_message": TriggerFunction(HANDLERS / "message.mjs")}))
    function = properties_of(template, FUNCTION)
    assert (function["Handler"], function["Runtime"]) == ("message.handler", "nodejs22.x")


@pytest.mark.parametrize("name", ALL)
def test_a_trigger_may_read_and_change_its_own_pool_without_a_circle(name: str) -> None:
    said = TriggerFunction(SIGN_UP, grants=["read_users", "manage_users", "manage_groups"])
    template = template_of(_pool(settings=profiles.standard(), triggers={name: said}))
    assert _circle(template) == []
    allowed = {action for one in _policies_on_the_pool(template) for action in one["Action"]}
    wanted = (*ACTIONS["read_users"], *ACTIONS["manage_users"], *ACTIONS["manage_groups"])
    assert allowed == {f"cognito-idp:{action}" for action in wanted}


@pytest.mark.parametrize("name", ALL)
def test_a_function_that_was_handed_in_may_too(name: str) -> None:
    def build(stack: Stack) -> None:
        function = _function(stack)
        users = CognitoUserPool(stack, "Pool", triggers={name: function})
        users.grant_read_users(function)
        users.grant_manage_users(function)
        users.grant_manage_groups(function)

    template = template_of(build)
    assert _circle(template) == []
    assert len(_policies_on_the_pool(template)) == 3


def test_what_cdk_itself_grants_is_a_circle() -> None:
    stack = Stack(App(), "Stack")
    function = _function(stack)
    users = CognitoUserPool(stack, "Pool", triggers={"pre_sign_up": function})
    users.user_pool.grant(function, "cognito-idp:ListUsers")
    template = Template.from_stack(stack, skip_cyclical_dependencies_check=True)
    circle = {template.to_json()["Resources"][name]["Type"] for name in _circle(template)}
    assert circle == {POOL, FUNCTION, POLICY, "AWS::Lambda::Permission"}


def test_a_grant_names_its_actions_on_this_pool_and_is_given_once() -> None:
    def build(stack: Stack) -> None:
        function = _function(stack)
        users = CognitoUserPool(stack, "Pool")
        users.grant_read_users(function)
        users.grant_read_users(function)

    assert _policies_on_the_pool(template_of(build)) == [
        {
            "Action": [
                "cognito-idp:AdminGetUser",
                "cognito-idp:AdminListGroupsForUser",
                "cognito-idp:ListUsers",
                "cognito-idp:ListUsersInGroup",
            ],
            "Effect": "Allow",
            "Resource": {"Fn::GetAtt": ["PoolD3F588B8", "Arn"]},
        }
    ]


def test_a_trigger_of_another_stack_is_granted_in_the_pools_and_an_application_in_its_own() -> None:
    app = App()
    functions, pools, applications = (Stack(app, name) for name in ("Functions", "Pools", "Applications"))
    trigger, application = _function(functions), _function(applications)
    users = CognitoUserPool(pools, "Pool", triggers={"pre_sign_up": trigger})
    application.add_environment("POOL", users.user_pool.user_pool_id)
    users.grant_read_users(trigger)
    users.grant_read_users(application)
    assert [len(Template.from_stack(stack).find_resources(POLICY)) for stack in (functions, pools, applications)] == [
        *(0, 1, 1)
    ]
    assert pools.dependencies == [functions]
    assert applications.dependencies == [pools]


def test_users_of_iam_may_have_a_grant() -> None:
    template = template_of(lambda stack: CognitoUserPool(stack, "Pool").grant_read_users(iam.User(stack, "Ada")))
    assert len(_policies_on_the_pool(template)) == 1


ROLE_ARN, FUNCTION_ARN = "arn:aws:iam::111122223333:role/ours", "arn:aws:lambda:us-east-1:111122223333:function:ours"


def _imported(stack: Stack, **role: Any) -> lambda_.IFunction:
    given: dict[str, Any] = {"role": iam.Role.from_role_arn(stack, "Role", ROLE_ARN, **role)} if role else {}
    return lambda_.Function.from_function_attributes(
        stack, "Imported", function_arn=FUNCTION_ARN, same_environment=True, **given
    )


@pytest.mark.parametrize("role", [{}, {"mutable": False}], ids=["without a role", "with a role that does not change"])
def test_what_takes_no_policy_is_told(role: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^grant_manage_groups: ") as caught:
        template_of(lambda stack: CognitoUserPool(stack, "Pool").grant_manage_groups(_imported(stack, **role)))
    actions = ", ".join(f"cognito-idp:{action}" for action in ACTIONS["manage_groups"])
    assert str(caught.value) == (
        "grant_manage_groups: Stack/Imported has no role that takes a policy; import it with a role that may be "
        f"changed, or allow {actions} where the role is made"
    )


def test_an_imported_role_that_may_be_changed_takes_one() -> None:
    template = template_of(
        lambda stack: CognitoUserPool(stack, "Pool").grant_read_users(_imported(stack, mutable=True))
    )
    template.has_resource_properties(POLICY, {"Roles": ["ours"]})


def test_a_pool_that_is_elsewhere_has_the_same_grants() -> None:
    def build(stack: Stack) -> None:
        settings = ExistingUserPool(user_pool_id="us-east-1_AbCdEfGhI")
        ExistingCognitoUserPool(stack, "Pool", settings=settings).grant_manage_users(_function(stack))

    [statement] = properties_of(template_of(build), POLICY)["PolicyDocument"]["Statement"]
    assert statement["Action"] == [f"cognito-idp:{action}" for action in ACTIONS["manage_users"]]
    assert statement["Resource"]["Fn::Join"][1][-1] == ":userpool/us-east-1_AbCdEfGhI"


def test_but_no_triggers_and_is_told_the_ways_out() -> None:
    settings = ExistingUserPool(user_pool_id="us-east-1_AbCdEfGhI")
    with pytest.raises(ValueError, match=r"^triggers: ") as caught:
        template_of(
            lambda stack: ExistingCognitoUserPool(
                stack, "Pool", settings=settings, triggers={"pre_sign_up": _function(stack)}
            )
        )
    assert str(caught.value) == (
        "triggers: CloudFormation sets pre_sign_up only as a part of the pool, which is made elsewhere; hand functions "
        "in where the pool is made, or take it over with `userpool adopt`"
    )


# Custom senders and their key


def _decrypting(template: Template) -> list[dict[str, Any]]:
    found = template.find_resources(POLICY).values()
    return [one for each in found for one in each["Properties"]["PolicyDocument"]["Statement"] if "kms" in str(one)]


def test_both_senders_get_one_key_that_rotates_and_is_kept_with_the_pool() -> None:
    triggers = {name: TriggerFunction(SIGN_UP) for name in SENDERS}
    template = template_of(_pool(triggers=triggers))
    [(key, made)] = template.find_resources("AWS::KMS::Key").items()
    assert (made["DeletionPolicy"], made["UpdateReplacePolicy"]) == ("Retain", "Retain")
    assert made["Properties"]["EnableKeyRotation"] is True
    arn = {"Fn::GetAtt": [key, "Arn"]}
    assert properties_of(template, POOL)["LambdaConfig"]["KMSKeyID"] == arn
    assert _decrypting(template) == [{"Action": "kms:Decrypt", "Effect": "Allow", "Resource": arn}] * 2
    for function in template.find_resources(FUNCTION).values():
        assert function["Properties"]["Environment"] == {"Variables": {"KEY_ARN": arn}}
    assert _circle(template) == []


def test_the_key_is_in_the_settings() -> None:
    users: list[CognitoUserPool] = []
    template_of(lambda stack: users.append(_pool(triggers={"custom_sms_sender": TriggerFunction(SIGN_UP)})(stack)))
    assert users[0].settings.kms_keys is not None
    assert list(users[0].settings.kms_keys) == ["custom-senders"]


def test_a_key_of_the_settings_is_taken() -> None:
    said = profiles.standard(
        kms_keys={"ours": encrypting_key()}, lambda_triggers=LambdaTriggers(kms_key_id=KmsKeyOf("ours"))
    )
    template = template_of(_pool(settings=said, triggers={"custom_email_sender": TriggerFunction(SIGN_UP)}))
    (key,) = ids_of(template, "AWS::KMS::Key")
    assert [one["Resource"] for one in _decrypting(template)] == [{"Fn::GetAtt": [key, "Arn"]}]


def test_and_so_is_an_arn() -> None:
    arn = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666"
    said = profiles.standard(lambda_triggers=LambdaTriggers(kms_key_id=arn))
    environment = {"KEY_ARN": "mine"}
    triggers = {"custom_email_sender": TriggerFunction(SIGN_UP, environment=environment)}
    template = template_of(_pool(settings=said, triggers=triggers))
    template.resource_count_is("AWS::KMS::Key", 0)
    assert [one["Resource"] for one in _decrypting(template)] == [arn]
    assert properties_of(template, FUNCTION)["Environment"] == {"Variables": environment}


def test_and_a_key_that_is_handed_in() -> None:
    def build(stack: Stack) -> None:
        triggers = {"custom_email_sender": _function(stack)}
        CognitoUserPool(stack, "Pool", triggers=triggers, custom_sender_kms_key=kms.Key(stack, "Key"))

    template = template_of(build)
    (key,) = ids_of(template, "AWS::KMS::Key")
    assert [one["Resource"] for one in _decrypting(template)] == [{"Fn::GetAtt": [key, "Arn"]}]
    assert _circle(template) == []


def test_without_a_sender_there_is_no_key() -> None:
    template = template_of(_pool(triggers={"custom_message": TriggerFunction(SIGN_UP)}))
    template.resource_count_is("AWS::KMS::Key", 0)


CANNOT_DECRYPT = (
    "triggers['custom_email_sender']: Stack/Imported has no role that takes a policy, and gets no kms:Decrypt\n"
    "   fix: import it with a role that may be changed, or allow it where the role is made "
    "[ack: Annotation::triggers.sender-cannot-decrypt]"
)


@pytest.mark.parametrize("role", [{}, {"mutable": False}], ids=["without a role", "with a role that does not change"])
@pytest.mark.parametrize("acknowledged", [None, {"triggers.sender-cannot-decrypt": "its role has it"}])
def test_a_sender_that_cannot_decrypt_is_told(role: dict[str, Any], acknowledged: Any) -> None:
    stack = Stack(App(), "Stack", env=Environment(account="111122223333", region="us-east-1"))
    triggers = {"custom_email_sender": _imported(stack, **role)}
    _pool(triggers=triggers, acknowledge=acknowledged)(stack)
    found = Annotations.from_stack(stack).find_warning("/Stack/Pool", Match.string_like_regexp("kms:Decrypt"))
    assert [one.entry.data for one in found] == ([] if acknowledged else [CANNOT_DECRYPT])
