"""Pools that are there are adopted: CDK finds nothing to remove or replace, and their users sign in as before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from constructs_lib.cli.main import main
from local_aws import environment
from local_aws.command import Output
from local_aws.command_line import CommandLine
from local_aws.deployed import describe_stack
from local_aws.node import find_node
from local_aws.people import GOOD_PASSWORD, AppClient
from local_aws.server import LocalAws, running
from local_aws.tokens import verified
from local_aws.workplace import workplace
from local_aws.world import World

BEFORE = """\
from aws_cdk import App, CfnOutput, CfnWaitConditionHandle, Environment, Stack, aws_cognito as cognito

app = App()
shop = Stack(app, "Shop", env=Environment(account="{account}", region="{region}"))
users = cognito.UserPool(
    shop,
    "Users",
    self_sign_up_enabled=True,
    sign_in_aliases=cognito.SignInAliases(username=True, email=True),
    mfa=cognito.Mfa.OPTIONAL,
    mfa_second_factor=cognito.MfaSecondFactor(sms=True, otp=True),
    custom_attributes={{"tenant": cognito.StringAttribute(max_len=20)}},
)
web = users.add_client("web", generate_secret=True, auth_flows=cognito.AuthFlow(user_srp=True))
users.add_domain("Domain", cognito_domain=cognito.CognitoDomainOptions(domain_prefix="shop-adopted"))
admins = users.add_group("admins", group_name="admins", precedence=0)
ada = cognito.CfnUserPoolUser(shop, "Ada", user_pool_id=users.user_pool_id, username="ada")
cognito.CfnUserPoolUserToGroupAttachment(
    shop, "Member", user_pool_id=users.user_pool_id, group_name=admins.group_name, username=ada.ref
)
CfnOutput(shop, "Client", value=web.user_pool_client_id)
CfnWaitConditionHandle(Stack(app, "People", env=Environment(account="{account}", region="{region}")), "Handle")
app.synth()
"""
AFTER = """\
import sys

from aws_cdk import App, CfnOutput, CfnWaitConditionHandle, Environment, Stack

sys.path.append("{folder}")
from users_stack import add_users
{imports}
app = App()
environment = Environment(account="{account}", region="{region}")
shop = Stack(app, "Shop", env=environment)
users = add_users(shop)
CfnOutput(shop, "Client", value=users.app_clients["web"].user_pool_client_id)
people = Stack(app, "People", env=environment)
CfnWaitConditionHandle(people, "Handle")
{calls}
app.synth()
"""
FULL_SCHEMA: list[dict[str, Any]] = [
    {"Name": "email", "Required": True, "Mutable": True},
    {"Name": "family_name", "Mutable": False, "AttributeDataType": "String"},
    {"Name": "tenant", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "20"}},
    {"Name": "size", "AttributeDataType": "Number", "NumberAttributeConstraints": {"MinValue": "-1", "MaxValue": "9"}},
    {"Name": "born", "AttributeDataType": "DateTime", "Mutable": True},
    {"Name": "internal", "AttributeDataType": "Boolean", "DeveloperOnlyAttribute": True},
]
EMAIL, PHONE = {"Name": "email", "Value": "ada@people.example"}, {"Name": "phone_number", "Value": "+4930123456"}
POOLS: Mapping[str, Mapping[str, Any]] = {
    "nothing-said": {},
    "by-user-name": {"UsernameConfiguration": {"CaseSensitive": False}, "AutoVerifiedAttributes": ["email"]},
    "by-email": {"UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"], "Schema": FULL_SCHEMA},
    "by-phone": {"UsernameAttributes": ["phone_number"], "UsernameConfiguration": {"CaseSensitive": True}},
    "by-alias": {"AliasAttributes": ["email", "preferred_username"], "AutoVerifiedAttributes": ["email"]},
    "old-defaults": {
        "Policies": {"PasswordPolicy": {"MinimumLength": 6, "RequireUppercase": True}},
        "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False, "UnusedAccountValidityDays": 7},
        "EmailVerificationMessage": "Your code is {####}",
        "EmailVerificationSubject": "Your code",
        "EmailConfiguration": {"EmailSendingAccount": "COGNITO_DEFAULT"},
        "MfaConfiguration": "OFF",
        "UserPoolTags": {"team": "identity"},
    },
}
"""Pools as consoles and other tools make them, by their names."""


@dataclass(frozen=True)
class Adopted:
    """What was there before, and what the command line said of taking it over."""

    world: World
    shop: AppClient
    """The app client of the app's own pool, as it was before."""
    shop_diff: Output
    made: Mapping[str, AppClient]
    """The app clients of the pools that the API has made."""
    people_diff: Output


@pytest.fixture(scope="module")
def adopted() -> Iterator[Adopted]:
    with workplace("test-adopt") as place, running(place, find_node()) as aws, pytest.MonkeyPatch.context() as patch:
        for name, value in environment.of_the_command_line(place, aws.endpoint, aws.node, aws.keys).items():
            if name.startswith(("AWS_", "HOME")):
                patch.setenv(name, value)
        yield take_over(aws)


def take_over(aws: LocalAws) -> Adopted:
    folder, world = aws.place.root / "app", World(aws, {})
    before, after = aws.place.assembly("before"), aws.place.assembly("after")
    folder.mkdir()
    cdk = CommandLine(aws, True, written(folder / "before.py", BEFORE))
    cdk.bootstrap()
    cdk.synth(before)
    cdk.deploy(before)
    shop = client_of(world, "Shop")
    set_password(aws, shop.pool_id, "ada")
    made = {name: make(world, name, more) for name, more in POOLS.items()}

    assert main(["adopt", str(before), "--output", str(folder)]) == 0
    for client in made.values():
        assert main(["adopt", "--pool-id", client.pool_id, "--output", str(folder / client.pool_id)]) == 0
    functions = [collected(folder, client.pool_id) for client in made.values()]
    mapping = folder / "resource_mapping.json"

    imports = "\n".join(f"from {function}_stack import add_{function}" for function in functions)
    calls = "\n".join(f"add_{function}(people)" for function in functions)
    cdk = CommandLine(aws, True, written(folder / "after.py", AFTER, folder=folder, imports=imports, calls=calls))
    cdk.synth(after)
    shop_diff = cdk.diff(after, "Shop")
    cdk.deploy(after, "Shop")
    cdk.take_over(after, "People", mapping)
    return Adopted(world, shop, shop_diff, made, cdk.diff(after, "People"))


def written(file: Path, text: str, **names: Any) -> Path:
    file.write_text(text.format(account=environment.ACCOUNT, region=environment.REGION, **names), encoding="utf-8")
    return file


def client_of(world: World, stack: str) -> AppClient:
    deployed = describe_stack(world.aws, stack)
    pool, client = deployed.pool.physical_id, deployed.the("AWS::Cognito::UserPoolClient").physical_id
    described = world.cognito.describe_user_pool_client(UserPoolId=pool, ClientId=client)
    return AppClient(world, pool, client, described["UserPoolClient"].get("ClientSecret"))


def make(world: World, name: str, more: Mapping[str, Any]) -> AppClient:
    """Make a pool by the API, with an app client, a group and a user."""
    cognito = world.cognito
    pool = cognito.create_user_pool(PoolName=name, **more)["UserPool"]["Id"]
    flows = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
    client = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="web", ExplicitAuthFlows=flows, GenerateSecret=name == "by-email"
    )["UserPoolClient"]
    cognito.create_group(UserPoolId=pool, GroupName="admins", Precedence=0)
    cognito.admin_create_user(
        UserPoolId=pool, Username=login(name), UserAttributes=[EMAIL, PHONE], MessageAction="SUPPRESS"
    )
    set_password(world.aws, pool, login(name))
    return AppClient(world, pool, client["ClientId"], client.get("ClientSecret"))


def login(pool: str) -> str:
    return {"by-email": EMAIL["Value"], "by-phone": PHONE["Value"]}.get(pool, "ada")


def set_password(aws: LocalAws, pool: str, name: str) -> None:
    aws.client("cognito-idp").admin_set_user_password(
        UserPoolId=pool, Username=name, Password=GOOD_PASSWORD, Permanent=True
    )


def collected(folder: Path, pool: str) -> str:
    """Put what was adopted from one pool beside the others, and name its function."""
    for file in (folder / pool).glob("*.py"):
        file.rename(folder / file.name)
    mapping = folder / "resource_mapping.json"
    known = json.loads(mapping.read_text(encoding="utf-8")) if mapping.exists() else {}
    more = json.loads((folder / pool / "resource_mapping.json").read_text(encoding="utf-8"))
    mapping.write_text(json.dumps({**known, **more}), encoding="utf-8")
    [name] = [file.stem for file in folder.glob("*_settings.py") if pool in file.read_text(encoding="utf-8")]
    return name.removesuffix("_settings")


def signs_in(client: AppClient, name: str) -> None:
    tokens = client.sign_in(name, GOOD_PASSWORD)
    assert verified(client, tokens["IdToken"], "id")["aud"] == client.client_id


def test_nothing_of_the_app_changes(adopted: Adopted) -> None:
    changes = adopted.shop_diff.text.partition("Stack Shop (")[2]
    assert "There were no differences" in changes
    assert adopted.shop_diff.code == 0


def test_the_app_has_the_same_pool_and_client(adopted: Adopted) -> None:
    now = client_of(adopted.world, "Shop")
    assert (now.pool_id, now.client_id, now.secret) == (
        adopted.shop.pool_id,
        adopted.shop.client_id,
        adopted.shop.secret,
    )


def test_the_same_user_of_the_app_signs_in(adopted: Adopted) -> None:
    signs_in(adopted.shop, "ada")


def test_what_was_imported_has_no_difference(adopted: Adopted) -> None:
    assert "There were no differences" in adopted.people_diff.text.partition("Stack People (")[2]
    assert adopted.people_diff.code == 0


@pytest.mark.parametrize("name", POOLS)
def test_the_same_user_of_an_imported_pool_signs_in(name: str, adopted: Adopted) -> None:
    resources = adopted.world.aws.client("cloudformation").describe_stack_resources(StackName="People")
    there = {resource["PhysicalResourceId"] for resource in resources["StackResources"]}
    assert {adopted.made[name].pool_id, adopted.made[name].client_id} <= there
    signs_in(adopted.made[name], login(name))
