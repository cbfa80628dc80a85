"""`userpool adopt`: a pool that is there as code, whole or not at all, and nothing of it is improved."""

import json
from pathlib import Path
from typing import Any

import pytest

from constructs_lib.readers.described.pools import read_described
from constructs_lib.resources.model import USER_POOL
from tests.cli.conftest import Userpool
from tests.readers import descriptions as answers

TEMPLATE: dict[str, Any] = {
    "Parameters": {"Plan": {"Type": "String", "Default": "ESSENTIALS"}, "Other": {"Type": "String"}},
    "Resources": {
        "UsersD3F588B8": {
            "Type": USER_POOL,
            "DeletionPolicy": "Retain",
            "Metadata": {"aws:cdk:path": "Shop/Auth/Users/Resource"},
            "Properties": {
                "UserPoolTier": {"Ref": "Plan"},
                "UsernameConfiguration": {"CaseSensitive": False},
                "AccountRecoverySetting": {"RecoveryMechanisms": [{"Name": "admin_only", "Priority": 1}]},
                "EmailConfiguration": {
                    "EmailSendingAccount": "DEVELOPER",
                    "SourceArn": "arn:aws:ses:eu-central-1:123456789012:identity/shop.example",
                },
                "SmsConfiguration": {
                    "SnsCallerArn": {"Fn::GetAtt": ["UserssmsRole1", "Arn"]},
                    "ExternalId": "shop",
                },
                "Newer": True,
            },
        },
        "UserssmsRole1": {
            "Type": "AWS::IAM::Role",
            "Metadata": {"aws:cdk:path": "Shop/Auth/Users/smsRole/Resource"},
            "Properties": {
                "AssumeRolePolicyDocument": {
                    "Statement": [
                        {
                            "Action": "sts:AssumeRole",
                            "Condition": {"StringEquals": {"sts:ExternalId": "shop"}},
                            "Effect": "Allow",
                            "Principal": {"Service": "cognito-idp.amazonaws.com"},
                        }
                    ]
                },
                "ManagedPolicyArns": ["arn:aws:iam::123456789012:policy/send"],
            },
        },
        "Usersweb2": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Metadata": {"aws:cdk:path": "Shop/Auth/Users/web/Resource"},
            "Properties": {
                "UserPoolId": {"Ref": "UsersD3F588B8"},
                "PreventUserExistenceErrors": "ENABLED",
                "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
            },
        },
        "UserswebDescribe3": {
            "Type": "Custom::DescribeCognitoUserPoolClient",
            "Metadata": {"aws:cdk:path": "Shop/Auth/Users/web/DescribeCognitoUserPoolClient/Resource/Default"},
            "Properties": {"ServiceToken": {"Fn::GetAtt": ["AWS679", "Arn"]}, "Client": {"Ref": "Usersweb2"}},
        },
        "Api4": {
            "Type": "AWS::ApiGateway::Authorizer",
            "Metadata": {"aws:cdk:path": "Shop/Api/Authorizer/Resource"},
            "Properties": {"ProviderARNs": [{"Fn::GetAtt": ["UsersD3F588B8", "Arn"]}]},
        },
    },
    "Outputs": {"Id": {"Value": {"Ref": "UsersD3F588B8"}}, "Plan": {"Value": {"Ref": "Plan"}}},
}
TOLD = """\
adopted the user pool Shop/Auth/Users (template.json): adopted/users_settings.py, adopted/users_stack.py, \
adopted/userpool.lock.json

the new construct takes their place; remove from your app:
   Shop/Auth/Users
   Shop/Auth/Users/web

they have made these too, which no setting says; the new code makes them as they were:
   Shop/Auth/Users/smsRole (AWS::IAM::Role)

these go with them, since they need a function that CDK makes for them; make them anew if you need them:
   Shop/Auth/Users/web/DescribeCognitoUserPoolClient/Resource

these refer to what is adopted; let them refer to the new construct's handles:
   Shop/Api/Authorizer
   output Id

the settings refer to these, by the ids that they have; leave them in the stack:
   parameter Plan

no field says these; they stand in extra_properties as CloudFormation writes them:
   Newer

next:
   call lock_user_pools(app) first, which holds your app to userpool.lock.json: the pools as they are today
   call add_users(...) in place of the constructs that it replaces, with the scope that the old pool had
   cdk diff STACK      # must show no resource that is removed, replaced or changed in its properties
   cdk deploy STACK
"""
SETTINGS = '''\
"""The settings of the user pool Shop/Auth/Users, as it is today."""

from constructs_lib import AppClient, Email, Sms, UserPoolSettings, Verbatim

users = UserPoolSettings(
    feature_plan=Verbatim({"Ref": "Plan"}),
    sign_in_case_sensitive=False,
    account_recovery=["admin_only"],
    email=Email(sending_account="DEVELOPER", source_arn="arn:aws:ses:eu-central-1:123456789012:identity/shop.example"),
    sms=Sms(caller_arn=Verbatim({"Fn::GetAtt": ["UserssmsRole1", "Arn"]}), external_id="shop"),
    deletion_policy="Retain",
    extra_properties={"Newer": True},
    app_clients={"web": AppClient(auth_flows=["ALLOW_USER_SRP_AUTH"], prevent_user_existence_errors=True)},
)
'''
STACK = '''\
"""Puts the user pool Shop/Auth/Users into a stack of yours."""

from typing import Any

from aws_cdk import CfnResource
from constructs import Construct
from constructs_lib.cdk import CognitoUserPool

from users_settings import users

LOGICAL_IDS = {"Resource": "UsersD3F588B8", "AppClientweb": "Usersweb2"}
"""The ids that the resources have already."""

KEPT: dict[str, dict[str, Any]] = {
    "UserssmsRole1": {
        "Type": "AWS::IAM::Role",
        "Metadata": {"aws:cdk:path": "Shop/Auth/Users/smsRole/Resource"},
        "Properties": {
            "AssumeRolePolicyDocument": {
                "Statement": [
                    {
                        "Action": "sts:AssumeRole",
                        "Condition": {"StringEquals": {"sts:ExternalId": "shop"}},
                        "Effect": "Allow",
                        "Principal": {"Service": "cognito-idp.amazonaws.com"},
                    }
                ]
            },
            "ManagedPolicyArns": ["arn:aws:iam::123456789012:policy/send"],
        },
    }
}
"""What the old constructs made too, and no setting says."""


def add_users(scope: Construct) -> CognitoUserPool:
    """Make the user pool where the old one was made, every resource by the logical id that it has already."""
    pool = CognitoUserPool(scope, "Users", settings=users, logical_ids=LOGICAL_IDS)
    for logical_id, resource in KEPT.items():
        kept = CfnResource(pool, logical_id, type=resource["Type"], properties=resource.get("Properties"))
        kept.override_logical_id(logical_id)
        for attribute in resource.keys() - {"Type", "Properties"}:
            kept.add_override(attribute, resource[attribute])
    return pool
'''


@pytest.fixture(autouse=True)
def template() -> None:
    Path("template.json").write_text(json.dumps(TEMPLATE), encoding="utf-8")


def described(**files: Any) -> None:
    Path("people").mkdir()
    for name, answer in files.items():
        Path("people", f"{name}.json").write_text(json.dumps(answer), encoding="utf-8")


def files() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*") if path.is_file() and path.name != "template.json")


def test_a_pool_of_a_template_is_told_whole(userpool: Userpool) -> None:
    answer = userpool("adopt", "template.json", "--output", "adopted")
    assert (answer.code, answer.err) == (0, "")
    rules = f"what the rules say of it today:\n{userpool('check', 'template.json').out}\n"
    assert answer.out == TOLD.replace("next:\n", f"{rules}next:\n")
    assert Path("adopted/users_settings.py").read_text(encoding="utf-8") == SETTINGS
    assert Path("adopted/users_stack.py").read_text(encoding="utf-8") == STACK
    assert files() == ["adopted/userpool.lock.json", "adopted/users_settings.py", "adopted/users_stack.py"]
    assert userpool("lock", "--check", "template.json", "--lock", "adopted/userpool.lock.json").code == 0


def test_adopted_settings_are_judged_as_any_others(userpool: Userpool) -> None:
    userpool("adopt", "template.json")
    assert userpool("check", "users_settings.py").code == 0


def test_what_aws_would_refuse_is_written_all_the_same_and_told_by_the_exit_code(userpool: Userpool) -> None:
    wrong = (
        json.dumps(TEMPLATE).replace('"ESSENTIALS"', '"LITE"').replace('"Newer": true', '"EnabledMfas": ["EMAIL_OTP"]')
    )
    Path("template.json").write_text(wrong, encoding="utf-8")
    answer = userpool("adopt", "template.json")
    assert answer.code == 1
    assert "1 error, 4 warnings in 1 file\n\nthe new construct refuses what AWS would refuse: " in answer.out
    assert files() == ["userpool.lock.json", "users_settings.py", "users_stack.py"]


def test_described_pools_come_with_a_resource_mapping(userpool: Userpool) -> None:
    described(pool=answers.user_pool(), web=answers.user_pool_client())
    answer = userpool("adopt", "people", "--output", "adopted")
    assert answer.code == 0
    assert files()[:3] == ["adopted/people_settings.py", "adopted/people_stack.py", "adopted/resource_mapping.json"]
    assert json.loads(Path("adopted/resource_mapping.json").read_text(encoding="utf-8")) == {
        "PeopleE38C8D03": {"UserPoolId": answers.POOL_ID},
        "PeopleAppClientweb6892F62F": {"UserPoolId": answers.POOL_ID, "ClientId": answers.CLIENT_ID},
    }
    assert answer.out.splitlines()[-5:] == [
        "next:",
        "   call add_people(...) with a stack that is deployed, of the pool's account and Region "
        f"({answers.ACCOUNT}, {answers.REGION})",
        "   cdk import STACK --resource-mapping resource_mapping.json",
        "   cdk diff STACK      # must show no differences",
        "   userpool lock       # records what can never be changed of it",
    ]


def test_secrets_of_described_providers_reach_no_file(userpool: Userpool) -> None:
    described(**{name.removesuffix(".json"): answer for name, answer in answers.EVERYTHING.items()})
    assert userpool("adopt", "people", "--output", "adopted").code == 0
    text = "".join(path.read_text(encoding="utf-8") for path in Path("adopted").iterdir())
    secrets = [
        answer["IdentityProvider"]["ProviderDetails"].get("client_secret")
        for answer in (answers.GOOGLE, answers.COMPANY)
    ]
    secrets.append(answers.FULL_CLIENT["UserPoolClient"]["ClientSecret"])
    assert all(secrets)
    assert [secret for secret in secrets if f'"{secret}"' in text] == []
    assert len([*read_described(answers.EVERYTHING)]) == 1


@pytest.mark.parametrize("name", ["Users", "UsersD3F588B8", "Shop/Auth/Users", "Shop/Auth/Users/Resource"])
def test_a_pool_among_several_is_named_by_any_of_its_names(name: str, userpool: Userpool) -> None:
    several = {"Other": {"Type": USER_POOL}, **TEMPLATE["Resources"]}
    Path("template.json").write_text(json.dumps({"Resources": several}), encoding="utf-8")
    answer = userpool("adopt", "template.json", "--pool", name)
    if name == "Users":
        there = "Shop/Auth/Users (user pool, template.json)"
        assert (
            answer.err == f"template.json: there is no pool Users; there is Other (user pool, template.json), {there}\n"
        )
        assert (answer.code, files()) == (2, [])
    else:
        assert answer.code == 0
        assert "also there; adopt each by its name, --pool:\n   Other (user pool, template.json)\n" in answer.out


def test_nothing_is_overwritten_unless_it_is_wanted(userpool: Userpool) -> None:
    Path("users_stack.py").write_text("mine", encoding="utf-8")
    answer = userpool("adopt", "template.json")
    says = "users_stack.py: is there already; name another folder by --output, or say --force\n"
    assert answer == (2, "", says)
    assert files() == ["users_stack.py"]
    assert userpool("adopt", "template.json", "--force").code == 0
    assert "mine" not in Path("users_stack.py").read_text(encoding="utf-8")


BAD = {
    "no pool": ({"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}, "there is no user pool and no identity pool in it"),
    "two pools": (
        {"Resources": {"A": {"Type": USER_POOL}, "B": {"Type": USER_POOL}}},
        "say by --pool which one to adopt: A (user pool, bad.json), B (user pool, bad.json)",
    ),
    "a list": ({"UserPools": []}, "there is no user pool and no identity pool in it"),
    "a client alone": (answers.user_pool_client(), "there is no user pool and no identity pool in it"),
    "no answer": (
        {"Nothing": 1},
        "is neither a CloudFormation template, which has Resources, nor the output of "
        "`aws cognito-idp describe-user-pool` or one of its sisters",
    ),
    "an id that is none": ({"UserPool": {"Name": "people"}}, "UserPool needs a text as its Id"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_adopted_is_one_sentence_and_nothing_is_written(name: str, userpool: Userpool) -> None:
    document, says = BAD[name]
    Path("bad.json").write_text(json.dumps(document), encoding="utf-8")
    assert userpool("adopt", "bad.json") == (2, "", f"bad.json: {says}\n")
    assert files() == ["bad.json"]


def test_a_half_written_file_is_one_sentence_and_nothing_is_written(userpool: Userpool) -> None:
    described(pool=answers.user_pool())
    Path("people/mfa.json").write_text('{"MfaConfiguration": "OF', encoding="utf-8")
    answer = userpool("adopt", "people/pool.json", "people/mfa.json")
    assert answer == (2, "", "people/mfa.json: not JSON: unterminated string starting at in line 1, column 22\n")
    assert files() == ["people/mfa.json", "people/pool.json"]


def test_two_described_pools_of_one_name_are_told_apart_by_their_ids(userpool: Userpool) -> None:
    described(one=answers.user_pool(), other=answers.user_pool(Id="eu-central-1_Other", Arn=None))
    told = [
        f"{it} (user pool, people/{file}.json)"
        for it, file in ((answers.POOL_ID, "one"), ("eu-central-1_Other", "other"))
    ]
    answer = userpool("adopt", "people", "--pool", "people")
    says = "people: several pools are called people; say by another name, or by one file alone, which one to adopt: "
    assert answer == (2, "", f"{says}{', '.join(told)}\n")
    assert userpool("adopt", "people", "--pool", "eu-central-1_Other").code == 0


@pytest.mark.parametrize("asked", [(), ("template.json", "--pool-id", answers.POOL_ID)], ids=["nothing", "both"])
def test_one_source_must_be_named(
    asked: tuple[str, ...], userpool: Userpool, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        userpool("adopt", *asked)
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith("error: say what to adopt: files and folders, or --pool-id\n")


NAMED = {"Shop": "people", "Site": "people", "Office": "staff"}


def test_a_pool_of_a_template_is_found_by_the_name_that_people_see(userpool: Userpool) -> None:
    pools = {key: {"Type": USER_POOL, "Properties": {"UserPoolName": name}} for key, name in NAMED.items()}
    Path("two.json").write_text(json.dumps({"Resources": pools}), encoding="utf-8")
    assert userpool("adopt", "two.json", "--pool", "staff").out.startswith("adopted the user pool Office (two.json)")
    assert userpool("adopt", "two.json", "--pool", "people", "--force") == (
        2,
        "",
        "two.json: several pools are called people; say by another name, or by one file alone, which one to adopt: "
        "Shop (user pool, two.json), Site (user pool, two.json)\n",
    )
