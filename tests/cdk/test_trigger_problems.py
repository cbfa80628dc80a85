"""What is refused of triggers, before any resource is made and all of it at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Environment, Stack
from aws_cdk import aws_lambda as lambda_

from constructs_lib import (
    OMIT,
    Group,
    InvalidSettingsError,
    LambdaTriggers,
    Verbatim,
    VersionedTrigger,
    amazon,
    facebook,
    google,
    oidc,
    profiles,
    secret,
    string_attribute,
)
from constructs_lib.cdk import (
    CognitoUserPool,
    TriggerFunction,
    allowed_email_domains,
    claims_in_tokens,
    default_group,
    link_by_verified_email,
)
from constructs_lib.cdk.trigger_problems import problems
from constructs_lib.rules.finding import Finding
from constructs_lib.settings import GroupOf, UserPoolSettings
from tests.cdk.synth import template_of

HANDLERS = Path(__file__).parent / "handlers"
SIGN_UP = HANDLERS / "sign_up.py"
ARN = "arn:aws:lambda:us-east-1:111122223333:function:ours"


def _found(triggers: dict[str, Any], settings: UserPoolSettings | None = None) -> list[Finding]:
    return list(problems(triggers, settings or profiles.standard()))


def _said(triggers: dict[str, Any], settings: UserPoolSettings | None = None) -> list[str]:
    return [f"{one.severity} {one}".rpartition("\n")[0] for one in _found(triggers, settings)]


def _function(stack: Stack, construct_id: str = "Function") -> lambda_.Function:
    code = lambda_.Code.from_inline("def handler(event, context): return event")
    return lambda_.Function(
        stack, construct_id, runtime=lambda_.Runtime.PYTHON_3_13, handler="index.handler", code=code
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pre_sign_up", LambdaTriggers(pre_sign_up=ARN)),
        ("custom_sms_sender", LambdaTriggers(custom_sms_sender=VersionedTrigger(lambda_arn=ARN))),
    ],
)
def test_a_trigger_of_the_settings_is_not_handed_in_too(name: str, said: LambdaTriggers) -> None:
    assert _said({name: TriggerFunction(SIGN_UP)}, profiles.standard(lambda_triggers=said)) == [
        f"error triggers[{name!r}]: is in the settings too, as lambda_triggers.{name}, got {ARN!r}\n"
        "   allowed: one function for each trigger\n"
        "   fix: leave it out of one of the two"
    ]


def test_an_arn_that_is_not_known_yet_is_one_too() -> None:
    said = LambdaTriggers(pre_sign_up=Verbatim({"Ref": "Function"}))
    [found] = _found({"pre_sign_up": TriggerFunction(SIGN_UP)}, profiles.standard(lambda_triggers=said))
    assert (found.rule, found.got) == ("triggers.said-twice", {"Ref": "Function"})


def test_settings_of_another_trigger_or_of_a_version_alone_are_no_second_function() -> None:
    said = LambdaTriggers(post_confirmation=ARN, pre_token_generation_config=VersionedTrigger(lambda_version="V2_0"))
    triggers = {"pre_sign_up": TriggerFunction(SIGN_UP), "pre_token_generation_config": TriggerFunction(SIGN_UP)}
    assert _said(triggers, profiles.standard(lambda_triggers=said)) == []


BOTH = (
    "triggers['pre_token_generation']: cannot be another function than triggers['pre_token_generation_config']\n"
    "   allowed: nothing, or the same function\n"
    "   fix: leave it out, and keep triggers['pre_token_generation_config']"
)


@pytest.mark.parametrize("environment", [None, Environment(account="111122223333", region="us-east-1")])
def test_two_functions_before_tokens_are_refused_wherever_they_are(environment: Environment | None) -> None:
    def build(stack: Stack) -> None:
        first, second = _function(stack, "First"), _function(stack, "Second")
        triggers = {"pre_token_generation": first, "pre_token_generation_config": second}
        CognitoUserPool(stack, "Pool", triggers=triggers)

    with pytest.raises(InvalidSettingsError) as caught:
        template_of(build, env=environment)
    assert [str(one).rpartition("\n")[0] for one in caught.value.findings] == [BOTH]


@pytest.mark.parametrize("environment", [None, Environment(account="111122223333", region="us-east-1")])
def test_the_same_function_for_both_is_none_too_many(environment: Environment | None) -> None:
    def build(stack: Stack) -> None:
        function = _function(stack)
        triggers = {"pre_token_generation": function, "pre_token_generation_config": function}
        CognitoUserPool(stack, "Pool", triggers=triggers)

    config = next(iter(template_of(build, env=environment).find_resources("AWS::Cognito::UserPool").values()))
    triggers = config["Properties"]["LambdaConfig"]
    assert triggers["PreTokenGeneration"] == triggers["PreTokenGenerationConfig"]["LambdaArn"]


def test_two_that_are_made_are_two() -> None:
    said = TriggerFunction(SIGN_UP)
    triggers = {"pre_token_generation": said, "pre_token_generation_config": said}
    assert _said(triggers) == [f"error {BOTH}"]


GROUPS = profiles.standard(groups={"staff": Group(), "odd": Group(name=Verbatim({"Ref": "Name"}))})


def test_a_ready_made_one_in_the_wrong_place_is_refused() -> None:
    [found] = _said({"post_confirmation": allowed_email_domains("shop.example")})
    assert found == (
        "error triggers['post_confirmation']: does not understand this trigger "
        f"({HANDLERS.parents[2] / 'constructs_lib/functions/allowed_email_domains.py'})\n"
        "   allowed: pre_sign_up\n"
        "   fix: hand it in as triggers['pre_sign_up']"
    )


def test_a_version_of_the_event_that_it_does_not_understand_is_refused() -> None:
    said = LambdaTriggers(pre_token_generation_config=VersionedTrigger(lambda_version="V1_0"))
    triggers = {"pre_token_generation_config": claims_in_tokens(groups="groups")}
    assert _said(triggers, profiles.standard(lambda_triggers=said)) == [
        "error triggers['pre_token_generation_config']: understands version V2_0 of the event, and "
        "lambda_triggers.pre_token_generation_config says another, got 'V1_0'\n"
        "   fix: leave lambda_version out of the settings"
    ]
    said = LambdaTriggers(pre_token_generation_config=VersionedTrigger(lambda_version="V2_0"))
    assert _said(triggers, profiles.standard(lambda_triggers=said)) == []


def test_and_so_is_one_that_the_plan_lacks() -> None:
    triggers = {"pre_token_generation_config": claims_in_tokens(groups="groups")}
    with pytest.raises(InvalidSettingsError) as caught:
        template_of(
            lambda stack: CognitoUserPool(stack, "Pool", settings=profiles.machine_to_machine(), triggers=triggers)
        )
    [found] = caught.value.findings
    assert (found.rule, found.path) == (
        "feature-plan.access-token-customization",
        "lambda_triggers.pre_token_generation_config.lambda_version",
    )


def test_a_group_that_the_settings_do_not_have_is_refused() -> None:
    assert _said({"post_confirmation": default_group("stuff")}, GROUPS) == [
        "error triggers['post_confirmation'].environment['GROUP']: needs the name of groups['stuff'], which the "
        "settings do not have\n"
        "   allowed: a name that the settings tell\n"
        "   fix: add it, or use one of staff, odd"
    ]
    assert _said({"post_confirmation": default_group("staff")}, GROUPS) == []


def test_and_so_is_one_whose_name_nobody_knows() -> None:
    assert _said({"post_confirmation": default_group("odd")}, GROUPS) == [
        "error triggers['post_confirmation'].environment['GROUP']: needs the name of groups['odd'], which the "
        "settings do not tell\n"
        "   allowed: a name that the settings tell\n"
        "   fix: give it a name"
    ]


def test_what_is_left_out_on_purpose_has_no_keys() -> None:
    without: Any = {"groups": OMIT, "identity_providers": OMIT, "kms_keys": OMIT}
    settings = profiles.standard(**without)
    triggers = {"post_confirmation": default_group("staff"), "pre_sign_up": link_by_verified_email("google")}
    assert [one.fix for one in _found(triggers, settings)] == ["add it"] * 2
    sender = {"custom_sms_sender": TriggerFunction(SIGN_UP)}
    template = template_of(lambda stack: CognitoUserPool(stack, "Pool", settings=settings, triggers=sender))
    template.resource_count_is("AWS::KMS::Key", 1)


def test_a_key_in_a_list_of_ones_own_is_looked_up_too() -> None:
    said = TriggerFunction(SIGN_UP, environment={"A": ["x", GroupOf("staff"), GroupOf("stuff")]})
    assert [one.path for one in _found({"pre_sign_up": said}, GROUPS)] == ["triggers['pre_sign_up'].environment['A']"]


@pytest.mark.parametrize("domain", ["", "@shop.example", "Shop.example", "shop", "*.shop.example", "ada@shop.example"])
def test_what_no_address_ends_in_is_refused(domain: str) -> None:
    assert _said({"pre_sign_up": allowed_email_domains("shop.example", domain)}) == [
        f"error triggers['pre_sign_up']: no address has such a domain, got {domain!r}\n"
        "   allowed: domains in small letters, such as shop.example\n"
        "   fix: name what stands behind the @ of the addresses"
    ]


def test_so_is_a_list_that_lets_nobody_in() -> None:
    assert [one.rule for one in _found({"pre_sign_up": allowed_email_domains()})] == ["triggers.email-domain"]
    assert _said({"pre_sign_up": allowed_email_domains("shop.example", "xn--bcher-kva.example")}) == []


KEY = secret("shop/google", "client_secret")
VERIFIED = {"email": "email", "email_verified": "email_verified"}


def _providers(case_sensitive: bool = False) -> UserPoolSettings:
    return profiles.standard(
        sign_in_case_sensitive=case_sensitive,
        identity_providers={
            "google": google(client_id="1.apps.example", client_secret=KEY, attribute_mapping=VERIFIED),
            "facebook": facebook(client_id="1", client_secret=KEY, attribute_mapping={"email": "email"}),
            "bare": amazon(client_id="1", client_secret=KEY),
            "company": oidc(
                "Company",
                issuer_url="https://login.company.example",
                client_id="1",
                client_secret=KEY,
                attribute_mapping=VERIFIED,
            ),
        },
    )


def test_a_provider_that_says_nothing_of_the_address_links_nobody() -> None:
    assert _said(
        {"pre_sign_up": link_by_verified_email("google", "facebook", "bare")}, _providers(case_sensitive=True)
    ) == [
        f"error triggers['pre_sign_up']: links nobody of identity_providers[{key!r}], which does not map {missing}\n"
        "   allowed: providers whose attribute_mapping has email and email_verified\n"
        "   fix: map what the provider says of the address, or leave the provider out"
        for key, missing in (("facebook", "email_verified"), ("bare", "email and email_verified"))
    ]


def test_nor_does_one_that_is_not_there_nor_none() -> None:
    assert [one.rule for one in _found({"pre_sign_up": link_by_verified_email("github")}, _providers())] == [
        "triggers.unknown-key"
    ]
    assert [one.rule for one in _found({"pre_sign_up": link_by_verified_email()})] == ["triggers.no-provider"]


def test_subjects_with_capitals_are_warned_of_where_the_pool_writes_them_small() -> None:
    said = {"pre_sign_up": link_by_verified_email("company")}
    assert _said(said, _providers()) == [
        "warning triggers['pre_sign_up']: may link somebody else of identity_providers['company'], or nobody: the pool "
        "ignores case, and functions get the subject in small letters, while Cognito tells subjects apart by case\n"
        "   allowed: providers whose users have no capital letter in their subject\n"
        "   fix: look at a subject of the provider's, and acknowledge this where it has none"
    ]
    assert _said(said, _providers(case_sensitive=True)) == []


def test_that_is_acknowledged_by_its_id() -> None:
    stack = Stack(App(), "Stack")
    CognitoUserPool(
        stack,
        "Pool",
        settings=_providers(),
        triggers={"pre_sign_up": link_by_verified_email("company")},
        acknowledge={"triggers.subject-in-small-letters": "subjects are numbers"},
    )


TENANT = profiles.standard(attributes=[string_attribute("tenant")])


def test_a_claim_that_no_user_has_is_refused() -> None:
    wanted = {"tenant": "custom:tenent", "mail": "email"}
    assert _said({"pre_token_generation_config": claims_in_tokens(wanted)}, TENANT) == [
        "error triggers['pre_token_generation_config']: takes a claim from an attribute that no user has, got "
        "'custom:tenent'\n"
        "   allowed: custom:tenant\n"
        "   fix: add it to attributes, or leave the claim out"
    ]
    assert _said({"pre_token_generation_config": claims_in_tokens({"tenant": "custom:tenant"})}, TENANT) == []


def test_nobody_can_tell_of_attributes_that_are_not_known() -> None:
    unknown = profiles.standard(attributes=Verbatim({"Fn::If": ["A", [], []]}))
    assert _said({"pre_token_generation_config": claims_in_tokens({"tenant": "custom:tenent"})}, unknown) == []


@pytest.mark.parametrize("claim", ["sub", "iss", "cognito:groups", "dev:tenant", "scope"])
def test_a_claim_of_cognitos_own_is_refused(claim: str) -> None:
    assert _said({"pre_token_generation_config": claims_in_tokens({claim: "email"})}) == [
        f"error triggers['pre_token_generation_config']: Cognito lets nobody set this claim, got {claim!r}\n"
        "   allowed: claims of your own\n"
        "   fix: choose another name"
    ]


def test_and_so_is_a_function_that_adds_nothing() -> None:
    assert [one.rule for one in _found({"pre_token_generation_config": claims_in_tokens()})] == ["triggers.no-claims"]


JAVA = lambda_.Runtime.JAVA_21


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (
            lambda: TriggerFunction(HANDLERS / "missing.py"),
            f".path: there is no handler missing.handler, got '{HANDLERS / 'missing.py'}'\n"
            "   allowed: a file with a handler, or a folder with the handler's file\n"
            "   fix: correct the path; in a folder, name the handler: handler='<module>.<function>'",
        ),
        (
            lambda: TriggerFunction(HANDLERS, handler="missing.handler"),
            f".path: there is no handler missing.handler, got '{HANDLERS}'\n"
            "   allowed: a file with a handler, or a folder with the handler's file\n"
            "   fix: correct the path; in a folder, name the handler: handler='<module>.<function>'",
        ),
        (
            lambda: TriggerFunction(SIGN_UP, handler="index.handler"),
            f".handler: is not in the file {SIGN_UP}, got 'index.handler'\n"
            "   allowed: <module>.<function>, where the module is the file without its end\n"
            "   fix: name the function of the file, or leave the handler out",
        ),
        (
            lambda: TriggerFunction(Path(__file__).parents[2] / "Makefile"),
            ".runtime: is needed for what is neither Python nor JavaScript\n"
            "   allowed: a runtime of Lambda's\n"
            "   fix: name one, such as Runtime.JAVA_21",
        ),
        (
            lambda: TriggerFunction(HANDLERS / "message.mjs", requirements="requirements.txt"),
            ".requirements: is for handlers in Python alone, got 'requirements.txt'\n"
            "   allowed: nothing\n"
            "   fix: put the packages into the folder, or hand in a layer that has them",
        ),
        (
            lambda: TriggerFunction(SIGN_UP, timeout_seconds=901),
            ".timeout_seconds: must be a number of seconds between 1 and 900, got 901\n   fix: choose one of them",
        ),
        (
            lambda: TriggerFunction(SIGN_UP, memory_size=64),
            ".memory_size: must be a number of MB between 128 and 10,240, got 64\n   fix: choose one of them",
        ),
        (
            lambda: TriggerFunction(SIGN_UP, grants=["read_user"]),  # type: ignore[list-item]
            ".grants: there is no such grant, got 'read_user'\n"
            "   allowed: read_users, manage_users, manage_groups, add_users_to_groups, link_users\n"
            "   fix: choose among them, or add what it may do to its role: users.trigger_functions",
        ),
    ],
)
def test_what_cannot_run_is_refused(made: Callable[[], TriggerFunction], says: str) -> None:
    assert _said({"pre_sign_up": made()}) == [f"error triggers['pre_sign_up']{says}"]


@pytest.mark.parametrize(
    "made",
    [
        lambda: TriggerFunction(SIGN_UP, handler="sign_up.other"),
        lambda: TriggerFunction(HANDLERS / "folder"),
        lambda: TriggerFunction(HANDLERS, handler="folder.index.handler"),
        lambda: TriggerFunction(HANDLERS, handler="message.handler"),
        lambda: TriggerFunction(HANDLERS, handler="example.Handler::handleRequest", runtime=JAVA),
        lambda: TriggerFunction(SIGN_UP, timeout_seconds=1, memory_size=10_240),
    ],
)
def test_what_can_is_not(made: Callable[[], TriggerFunction]) -> None:
    assert _said({"pre_sign_up": made()}) == []


def test_a_function_that_outlasts_cognito_is_warned_of_but_for_senders() -> None:
    said = TriggerFunction(SIGN_UP, timeout_seconds=6)
    assert _said({"pre_sign_up": said, "custom_email_sender": said}) == [
        "warning triggers['pre_sign_up'].timeout_seconds: is longer than Cognito waits, got 6\n"
        "   allowed: a function that ends within 5 seconds\n"
        "   fix: leave it out, and move slow work behind a queue"
    ]


def test_everything_is_told_at_once_and_nothing_is_made() -> None:
    stack = Stack(App(), "Stack", env=Environment(account="111122223333", region="us-east-1"))
    elsewhere = lambda_.Function.from_function_arn(stack, "Elsewhere", ARN.replace("us-east-1", "eu-west-1"))
    with pytest.raises(InvalidSettingsError) as caught:
        CognitoUserPool(
            stack,
            "Pool",
            settings=profiles.machine_to_machine(lambda_triggers=LambdaTriggers(user_migration=ARN)),
            triggers={
                "pre_sign_up": claims_in_tokens(groups="groups"),
                "post_confirmation": default_group("staff"),
                "pre_token_generation_config": claims_in_tokens(groups="sub"),
                "user_migration": TriggerFunction(SIGN_UP),
                "custom_message": elsewhere,
            },
        )
    assert [one.rule for one in caught.value.findings] == [
        "triggers.region",
        "feature-plan.access-token-customization",
        "triggers.unknown-key",
        "triggers.wrong-place",
        "triggers.reserved-claim",
        "triggers.said-twice",
    ]
    assert stack.node.try_find_child("Pool") is None
