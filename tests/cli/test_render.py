"""`userpool render`: settings as a plain template, whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from constructs_lib.resources.references import references
from tests.cli.conftest import Userpool

MODULE = """\
from constructs_lib import PrefixDomain, SmsRole, profiles, single_page_app

shop_users = profiles.standard(
    name="shop",
    sms_role=SmsRole(),
    app_clients={"web": single_page_app(callback_urls=["https://shop.example/in"])},
    prefix_domain=PrefixDomain("shop-customers"),
)
people = profiles.identity_pool()
"""


@pytest.fixture(autouse=True)
def module() -> None:
    Path("settings.py").write_text(MODULE, encoding="utf-8")


def _rendered(userpool: Userpool) -> dict[str, Any]:
    answer = userpool("render", "settings.py")
    assert answer.code == 0
    template: dict[str, Any] = json.loads(answer.out)
    return template


def test_each_variable_becomes_the_beginning_of_its_resources_names(userpool: Userpool) -> None:
    assert {name: one["Type"] for name, one in _rendered(userpool)["Resources"].items()} == {
        "ShopUsers": "AWS::Cognito::UserPool",
        "ShopUsersSmsRole": "AWS::IAM::Role",
        "ShopUsersSmsRolePolicy": "AWS::IAM::ManagedPolicy",
        "ShopUsersDomain": "AWS::Cognito::UserPoolDomain",
        "ShopUsersAppClientweb": "AWS::Cognito::UserPoolClient",
        "ShopUsersManagedLoginBrandingweb": "AWS::Cognito::ManagedLoginBranding",
        "People": "AWS::Cognito::IdentityPool",
        "PeopleIdentityRoleauthenticated": "AWS::IAM::Role",
        "PeopleRoleAttachment": "AWS::Cognito::IdentityPoolRoleAttachment",
    }


def test_whatever_is_referred_to_is_there(userpool: Userpool) -> None:
    resources = _rendered(userpool)["Resources"]
    named = set(references(resources))
    assert {name for name in named if not name.startswith("AWS::")} <= resources.keys()
    assert {name for one in resources.values() for name in one.get("DependsOn", [])} <= resources.keys()


def test_the_template_is_judged_as_the_settings_are(userpool: Userpool) -> None:
    userpool("render", "settings.py", "--output", "template.json")
    assert userpool("check", "template.json").code == 0


def test_a_file_is_written_whole(userpool: Userpool) -> None:
    assert userpool("render", "settings.py", "--output", "template.json").out == ""
    assert json.loads(Path("template.json").read_text(encoding="utf-8")) == _rendered(userpool)
    assert sorted(path.name for path in Path().iterdir() if path.suffix == ".json") == ["template.json"]


def test_what_aws_would_refuse_is_told_and_nothing_is_written(userpool: Userpool) -> None:
    Path("settings.py").write_text(MODULE.replace("https://", "http://"), encoding="utf-8")
    Path("template.json").write_text("before", encoding="utf-8")
    answer = userpool("render", "settings.py", "--output", "template.json")
    assert (answer.code, answer.out) == (1, "")
    assert 'shop_users.app_clients["web"].callback_urls[0]: must use https' in answer.err
    assert Path("template.json").read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "a_b = UserPoolSettings()\naB = UserPoolSettings()\n",
            "two resources would be called AB; rename the variable aB",
        ),
        (
            "pool = UserPoolSettings(name='${Token[X.1]}')\n",
            "Pool.Properties.UserPoolName holds an object of a CDK app, which only CDK can write",
        ),
    ],
    ids=["two names", "a token"],
)
def test_what_has_no_template_is_one_sentence(userpool: Userpool, text: str, says: str) -> None:
    Path("settings.py").write_text("from constructs_lib import UserPoolSettings\n" + text, encoding="utf-8")
    answer = userpool("render", "settings.py", "--output", "template.json")
    assert answer.err.splitlines()[-1] == f"settings.py: {says}"
    assert answer.code == 2
    assert not Path("template.json").exists()


def test_a_folder_that_takes_no_file_is_one_sentence(userpool: Userpool) -> None:
    answer = userpool("render", "settings.py", "--output", "no/template.json")
    assert answer.err.splitlines()[-1] == "no/template.json: cannot be written: No such file or directory"
    assert answer.code == 2
