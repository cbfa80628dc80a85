"""`userpool diff`: what it reads, what it says, where, and its exit code."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Userpool

OLD = """\
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    DeletionPolicy: Retain
    Properties:
      UserPoolName: shop
      UsernameAttributes: [email]
      MfaConfiguration: OPTIONAL
      EnabledMfas: [SOFTWARE_TOKEN_MFA]
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Users
      ClientName: web
"""
UPDATES = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
)
FIXED = "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
REFUSED = (
    "what people sign in with is fixed when a pool is made: AWS refuses the update; the users stay, and the deploy "
    "fails: take it back, or move them to a new pool"
)


def write(name: str, text: Any) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    return name


def both(*changes: tuple[str, str]) -> tuple[str, str]:
    """Write OLD, and what it becomes by some changes of its text."""
    new = OLD
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return write("old.yaml", OLD), write("new.yaml", new)


def told(userpool: Userpool, *arguments: str) -> list[tuple[str, str]]:
    """Give effect and path of each change."""
    changes = json.loads(userpool("diff", "--format", "json", *arguments).out)["changes"]
    return [(change["effect"], change["path"]) for change in changes]


def test_the_worst_comes_first_with_its_place_and_the_exit_code_is_1(userpool: Userpool) -> None:
    answer = userpool("diff", *both(("[email]", "[phone_number]"), (": shop", ": store")))
    assert answer == (
        1,
        f"""\
new.yaml:7:7: refused: Users.UsernameAttributes: ["email"] → ["phone_number"]
   {REFUSED}
   {FIXED}
new.yaml:6:7: in place: Users.UserPoolName: "shop" → "store"
   the pool is renamed and keeps its id; users, tokens and sessions stay
   {FIXED}
1 refused, 1 in place in 2 files
""",
        "",
    )


def test_no_changes_are_fine(userpool: Userpool) -> None:
    assert userpool("diff", *both()) == (0, "no changes in 2 files\n", "")


def test_what_harms_nobody_is_fine(userpool: Userpool) -> None:
    answer = userpool("diff", *both((": web", ": app")))
    assert answer == (
        0,
        f"""\
new.yaml:14:7: in place: Web.ClientName: "web" → "app"
   is changed in place: users, tokens and sessions stay
   {UPDATES}
1 in place in 2 files
""",
        "",
    )


def test_what_is_gone_stands_in_old_and_what_is_left_out_where_it_would_stand(userpool: Userpool) -> None:
    client = OLD[OLD.index("  Web:") :]
    answer = userpool("diff", *both((client, ""), ("      MfaConfiguration: OPTIONAL\n", "")))
    assert [line.split(": ")[:3] for line in answer.out.splitlines() if line[0] != " "] == [
        ["new.yaml:5:5", "loses", "Users.MfaConfiguration"],
        ["old.yaml:12:5", "loses", "Web"],
        ["2 loses in 2 files"],
    ]
    assert "old.yaml:12:5: loses: Web: only in OLD\n   the app client is deleted: " in answer.out


def test_json_says_everything_by_name(userpool: Userpool) -> None:
    answer = userpool("diff", "--format", "json", *both(("[email]", "[phone_number]")))
    assert answer.code == 1
    assert len(answer.out.splitlines()) == 8
    assert json.loads(answer.out) == {
        "changes": [
            {
                "effect": "refused",
                "file": "new.yaml",
                "line": 7,
                "column": 7,
                "resource": "Users",
                "path": "Users.UsernameAttributes",
                "before": ["email"],
                "after": ["phone_number"],
                "says": REFUSED,
                "source": FIXED,
            }
        ],
        "files": 2,
        "refused": 1,
        "loses": 0,
        "replaced": 0,
        "in_place": 0,
        "none": 0,
    }


def test_github_gets_annotations_but_not_of_what_changes_nothing(userpool: Userpool) -> None:
    unsaid = ("      ClientName", "      GenerateSecret: false\n      ClientName")
    files = both(("[email]", "[phone_number]"), (": shop", ": store"), unsaid)
    lines = userpool("diff", "--format", "github", *files).out.splitlines()
    assert lines == [
        '::error file=new.yaml,line=7,col=7,title=refused::Users.UsernameAttributes: ["email"] → ["phone_number"]%0A   '
        f"{REFUSED}%0A   {FIXED}",
        '::notice file=new.yaml,line=6,col=7,title=in place::Users.UserPoolName: "shop" → "store"%0A   the pool is '
        f"renamed and keeps its id; users, tokens and sessions stay%0A   {FIXED}",
        "1 refused, 1 in place, 1 none in 2 files",
    ]


def test_a_replacement_that_costs_no_user_anything_is_a_warning(userpool: Userpool) -> None:
    a, b = (
        {"Member": {"Type": "AWS::Cognito::UserPoolUserToGroupAttachment", "Properties": {"GroupName": group}}}
        for group in ("a", "b")
    )
    old, new = write("a.json", {"Resources": a}), write("b.json", {"Resources": b})
    answer = userpool("diff", "--format", "github", old, new)
    assert answer.code == 0
    assert answer.out.startswith("::warning file=b.json,line=1,col=")


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_name_in_a_template_steers_neither_terminal_nor_github(userpool: Userpool, form: str) -> None:
    name = "Users\r\n::set-env name=x::y\x1b[2J"
    old, new = (
        {"Resources": {name: {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": each}}}}
        for each in (name, name + "2")
    )
    answer = userpool("diff", "--format", form, write("old.json", old), write("new.json", new))
    assert answer.out.endswith("1 in place in 2 files\n")
    assert not [line for line in answer.out.splitlines() if line.startswith("::set-env") or "\x1b" in line]


def test_secrets_are_not_printed(userpool: Userpool) -> None:
    old, new = (
        {"Google": {"Type": "AWS::Cognito::UserPoolIdentityProvider", "Properties": {"ProviderDetails": details}}}
        for details in ({"client_secret": "hush"}, {"client_secret": "quiet"})
    )
    files = write("old.json", {"Resources": old}), write("new.json", {"Resources": new})
    for form in ("text", "json", "github"):
        answer = userpool("diff", "--format", form, *files)
        assert answer.code == 0
        assert "(secret)" in answer.out
        assert "hush" not in answer.out
        assert "quiet" not in answer.out


def test_a_long_value_is_cut_for_people_and_whole_for_programs(userpool: Userpool) -> None:
    files = both((": web", f": {'w' * 100}"))
    assert f'"web" → "{"w" * 78}…\n' in userpool("diff", *files).out
    assert json.loads(userpool("diff", "--format", "json", *files).out)["changes"][0]["after"] == "w" * 100


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "a: 1",
            "bad.yaml: is neither a CloudFormation template, which has Resources, nor the output of "
            "`aws cognito-idp describe-user-pool` or one of its sisters\n",
        ),
        ("", "bad.yaml: is empty\n"),
        (None, "bad.yaml: cannot be read: no such file or directory\n"),
    ],
    ids=["something else", "empty", "missing"],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_code_2(userpool: Userpool, text: str | None, says: str) -> None:
    old, _ = both()
    if text is not None:
        write("bad.yaml", text)
    assert userpool("diff", old, "bad.yaml") == (2, "", says)
    assert userpool("diff", "bad.yaml", old) == (2, "", says)


def test_a_module_without_settings_is_one_sentence_too(userpool: Userpool) -> None:
    says = "empty.py: no variable of it holds settings of a user pool or identity pool\n"
    assert userpool("diff", write("empty.py", ""), write("new.yaml", OLD)) == (2, "", says)


def test_a_template_is_taken_as_it_comes_out_with_the_defaults_of_its_parameters(userpool: Userpool) -> None:
    staged = (
        "Parameters: {Stage: {Type: String, Default: dev}}\nConditions: {Live: !Equals [!Ref Stage, live]}\n"
        + OLD.replace(": OPTIONAL", ": !If [Live, ON, OPTIONAL]")
    )
    assert told(userpool, write("old.yaml", OLD), write("new.yaml", staged)) == []
    live = write("live.yaml", staged.replace("Default: dev", "Default: live"))
    assert told(userpool, "new.yaml", live) == [("in place", "Users.MfaConfiguration")]


def test_what_is_there_under_a_condition_alone_is_there_if_it_holds_by_default(userpool: Userpool) -> None:
    staged = (
        "Parameters: {Stage: {Type: String, Default: dev}}\nConditions: {Live: !Equals [!Ref Stage, live]}\n"
        + OLD.replace("  Web:\n", "  Web:\n    Condition: Live\n")
    )
    assert told(userpool, write("old.yaml", OLD), write("new.yaml", staged)) == [("loses", "Web")]


POOL = {"Type": "AWS::Cognito::UserPool", "Metadata": {"aws:cdk:path": "Shop/Users/Resource"}}


def assembly(folder: str, **stacks: Any) -> str:
    artifacts = {
        name: {"type": "aws:cloudformation:stack", "properties": {"templateFile": f"{name}.template.json"}}
        for name in stacks
    }
    write(f"{folder}/manifest.json", {"version": "55.0.0", "artifacts": artifacts})
    write(f"{folder}/cdk.out", {"version": "55.0.0"})
    for name, resources in stacks.items():
        write(f"{folder}/{name}.template.json", {"Resources": resources})
    return folder


def test_stacks_of_two_assemblies_are_compared_by_name_and_resources_called_by_their_constructs(
    userpool: Userpool,
) -> None:
    named = {**POOL, "Properties": {"UsernameAttributes": ["email"]}}
    old = assembly("old/cdk.out", Shop={"Users": POOL}, Other={"Users": POOL}, Gone={"Users": POOL})
    new = assembly("new/cdk.out", Other={"Users": POOL}, Shop={"Users": named}, More={"Users": POOL})
    assert userpool("diff", old, new).code == 1
    changes = json.loads(userpool("diff", "--format", "json", old, new).out)["changes"]
    assert [(change["effect"], change["file"], change["path"]) for change in changes] == [
        ("refused", "new/cdk.out/Shop.template.json", "Shop/Users/Resource.UsernameAttributes"),
        ("loses", "old/cdk.out/Gone.template.json", "Shop/Users/Resource"),
        ("in place", "new/cdk.out/More.template.json", "Shop/Users/Resource"),
    ]


def test_one_stack_is_compared_with_one_whatever_they_are_called(userpool: Userpool) -> None:
    old, new = assembly("old", Shop={"Users": POOL}), assembly("new", Store={"Users": POOL})
    assert told(userpool, old, new) == []


DESCRIBED = {
    "UserPool": {
        "Id": "eu-west-1_abc",
        "Name": "shop",
        "UsernameAttributes": ["email"],
        "MfaConfiguration": "OPTIONAL",
    },
    "UserPoolClient": {"UserPoolId": "eu-west-1_abc", "ClientId": "abcd", "ClientName": "web"},
}
MFA = {"MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": True}}


def test_what_aws_describes_is_compared_by_names(userpool: Userpool) -> None:
    old = write("aws.json", {**DESCRIBED, **MFA})
    assert told(userpool, old, write("new.yaml", OLD)) == [("none", "Web.GenerateSecret")]
    assert told(userpool, old, write("new.yaml", OLD.replace("[email]", "[phone_number]"))) == [
        ("refused", "Users.UsernameAttributes"),
        ("none", "Web.GenerateSecret"),
    ]


def test_and_in_the_other_direction_too(userpool: Userpool) -> None:
    new = write("aws.json", {**DESCRIBED, **MFA})
    changes = told(userpool, write("old.yaml", OLD.replace("[email]", "[phone_number]")), new)
    assert [effect for effect, _ in changes] == ["refused", "none"]


def test_two_descriptions_of_a_pool_are_compared_as_well(userpool: Userpool) -> None:
    old, new = write("a/aws.json", {**DESCRIBED, **MFA}), write("b/aws.json", DESCRIBED)
    assert userpool("diff", "a", "a").out == "no changes in 2 files\n"
    assert [path.rpartition(".")[2] for _, path in told(userpool, old, new)] == ["EnabledMfas"]


def test_what_has_nothing_in_common_is_told_in_one_sentence(userpool: Userpool) -> None:
    old = write("aws.json", {"UserPool": {"Id": "eu-west-1_abc", "Name": "shop"}})
    new = write("new.yaml", "Resources: {Guests: {Type: AWS::Cognito::IdentityPool}}")
    assert userpool("diff", old, new) == (
        2,
        "",
        "aws.json and new.yaml: have no resource in common, by type and own name (UserPoolName, ClientName, "
        "Domain, …)\n",
    )


def test_templates_and_descriptions_in_one_folder_are_told_apart(userpool: Userpool) -> None:
    write("mixed/aws.json", DESCRIBED)
    write("mixed/new.yaml", OLD)
    says = "mixed: holds templates and described pools; name the one or the other\n"
    assert userpool("diff", "mixed", "mixed") == (2, "", says)


SETTINGS = """\
from constructs_lib import AppClient, UserPoolSettings

shop_users = UserPoolSettings(
    name="shop",
    username_attributes=["email"],
    app_clients={"web": AppClient(callback_urls=["https://a.example/"])},
)
"""


def test_settings_are_compared_by_their_variables_and_found_at_their_arguments(userpool: Userpool) -> None:
    new = SETTINGS.replace("email", "phone_number").replace("a.example", "b.example")
    answer = userpool("diff", write("old.py", SETTINGS), write("new.py", new))
    assert answer.code == 1
    assert [line.split(": ")[:3] for line in answer.out.splitlines()[::3]] == [
        ["new.py:5:5", "refused", "ShopUsers.UsernameAttributes"],
        ["new.py:6:35", "loses", "ShopUsersAppClientweb.CallbackURLs"],
        ["1 refused, 1 loses in 2 files"],
    ]


def test_settings_are_compared_with_their_own_template_and_with_any_other(userpool: Userpool) -> None:
    settings = write("settings.py", SETTINGS)
    userpool("render", settings, "--output", "rendered.json")
    assert told(userpool, settings, "rendered.json") == []
    assert told(userpool, "rendered.json", settings) == []
    other = write("other.yaml", OLD)
    assert [effect for effect, _ in told(userpool, other, settings)] == ["loses"] * 2 + ["in place"] * 3


def test_two_files_of_a_folder_may_use_the_same_logical_ids(userpool: Userpool) -> None:
    for name in ("shop", "staff"):
        write(f"old/{name}.yaml", OLD.replace(": shop", f": {name}"))
    write("new.py", SETTINGS + SETTINGS.replace('"shop"', '"staff"').replace("shop_users", "staff_users"))
    changes = told(userpool, "old", "new.py")
    assert sorted({path.partition(".")[0] for _, path in changes}) == [
        "ShopUsers",
        "ShopUsersAppClientweb",
        "StaffUsers",
        "StaffUsersAppClientweb",
    ]
