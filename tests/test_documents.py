"""What the documents say is true: code blocks run, links lead somewhere."""

import re
from pathlib import Path

import pytest
from aws_cdk import App, Environment, Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_apigatewayv2_integrations import HttpUrlIntegration

from constructs_lib import InvalidSettingsError, PasswordPolicy, check, profiles, single_page_app
from constructs_lib.cli.main import _parser
from docs.tables import FOLDER, SYNTHESIZED

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *FOLDER.glob("*.md")])


def _blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("block", _blocks(ROOT / "README.md", "python"))
def test_code_in_the_readme_runs(block: str) -> None:
    exec(compile(block, "README.md", "exec"), {})


@pytest.mark.parametrize("block", _blocks(FOLDER / "guide.md", "python"))
def test_code_in_the_guide_runs_(block: str) -> None:
    stack = Stack(App(), "Shop", env=Environment(account="111122223333", region="eu-central-1"))
    exec(compile(block, "guide.md", "exec"), {"stack": stack})
    Template.from_stack(stack)


def test_code_in_the_page_about_access_runs() -> None:
    stack = Stack(App(), "Shop")
    integration = HttpUrlIntegration("Orders", "https://orders.example")
    (block,) = _blocks(FOLDER / "access.md", "python")
    exec(compile(block, "access.md", "exec"), {"stack": stack, "integration": integration})
    Template.from_stack(stack).resource_count_is("AWS::ApiGatewayV2::Authorizer", 1)


@pytest.mark.parametrize("block", _blocks(FOLDER / "front-ends.md", "python"))
def test_code_in_the_page_about_front_ends_runs(block: str) -> None:
    stack = Stack(App(), "Shop")
    exec(compile(block, "front-ends.md", "exec"), {"stack": stack})
    assert len(Template.from_stack(stack).find_resources("AWS::SSM::Parameter")) == 4


def test_commands_in_the_page_about_front_ends_are_there() -> None:
    commands = "".join(_blocks(FOLDER / "front-ends.md", "sh"))
    for line in commands.splitlines():
        if line.startswith("userpool "):
            assert _parser().parse_args(line.split()[1:]).run


@pytest.mark.parametrize("block", _blocks(FOLDER / "triggers.md", "python"))
def test_code_about_triggers_runs(block: str) -> None:
    stack = Stack(App(), "Shop", env=Environment(account="111122223333", region="eu-central-1"))
    exec(compile(block, "triggers.md", "exec"), {"stack": stack})
    Template.from_stack(stack)


def test_the_stack_of_the_page_about_apis_is_made_block_by_block() -> None:
    stack = Stack(App(), "Shop")
    names = {"stack": stack}
    for block in _blocks(FOLDER / "apis.md", "python"):
        exec(compile(block, "apis.md", "exec"), names)
    Template.from_stack(stack)


@pytest.mark.parametrize("name", ["test_auth.py", "app.py"])
def test_code_in_the_page_about_check_runs(name: str) -> None:
    (block,) = _blocks(FOLDER / "check.md", f"python {name}")
    exec(compile(block, name, "exec"), {})


@pytest.mark.parametrize("name", SYNTHESIZED)
def test_what_an_app_and_the_command_say_is_what_they_say(name: str) -> None:
    """Write it anew with ``make docs``."""
    assert (FOLDER / name).read_text(encoding="utf-8") == SYNTHESIZED[name]()


def test_the_refusal_in_the_readme_is_what_is_printed() -> None:
    settings = profiles.consumer(
        password_policy=PasswordPolicy(min_length=3),
        app_clients={"web": single_page_app(callback_urls=["http://shop.example/in"])},
    )
    errors = [finding for finding in check(settings) if finding.severity == "error"]
    assert _blocks(ROOT / "README.md", "text") == [f"{InvalidSettingsError(errors)}\n"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_within_the_repository_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
