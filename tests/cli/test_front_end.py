"""`userpool front-end`: files from the outputs of what is deployed, whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Userpool

AMPLIFY = {"version": "1.4", "auth": {"user_pool_id": "eu-central-1_Example"}}
OIDC = {"authority": "https://issuer.example", "client_id": "1example"}


def said(name: str = "Shop/Web", **forms: Any) -> str:
    """Write the value of an output as the deploy does."""
    return json.dumps({"front_end": name, **(forms or {"amplify": AMPLIFY, "oidc": OIDC})}, separators=(",", ":"))


def outputs(*values: str, **more: Any) -> None:
    """Write the file of ``cdk deploy --outputs-file``."""
    found = {f"Web{number}": value for number, value in enumerate(values)}
    Path("outputs.json").write_text(json.dumps({"Shop": {"UserPoolId": "x", **found}, **more}), encoding="utf-8")


def test_both_files_are_written(userpool: Userpool) -> None:
    outputs(said())
    assert userpool("front-end", "outputs.json") == (0, "amplify_outputs.json\noidc.json\n", "")
    assert json.loads(Path("amplify_outputs.json").read_text(encoding="utf-8")) == AMPLIFY
    assert json.loads(Path("oidc.json").read_text(encoding="utf-8")) == OIDC


def test_they_go_into_a_folder_which_is_made_and_replace_what_was_there(userpool: Userpool) -> None:
    outputs(said())
    assert userpool("front-end", "outputs.json", "--output", "web/public").code == 0
    Path("web/public/oidc.json").write_text("old", encoding="utf-8")
    assert userpool("front-end", "outputs.json", "--output", "web/public").code == 0
    assert json.loads(Path("web/public/oidc.json").read_text(encoding="utf-8")) == OIDC


def test_a_front_end_without_hosted_pages_has_one_file(userpool: Userpool) -> None:
    outputs(said(amplify=AMPLIFY))
    assert userpool("front-end", "outputs.json").out == "amplify_outputs.json\n"
    assert not Path("oidc.json").exists()


def test_of_several_one_is_named(userpool: Userpool) -> None:
    outputs(said(), said("Shop/Phone", amplify={"version": "1.4"}))
    asked = "outputs.json: say which front end by --name: Shop/Web, Shop/Phone\n"
    assert userpool("front-end", "outputs.json") == (2, "", asked)
    assert userpool("front-end", "outputs.json", "--name", "Shop/Phone").out == "amplify_outputs.json\n"


def test_a_name_that_nothing_has_is_refused(userpool: Userpool) -> None:
    outputs(said())
    there = "outputs.json: there is no front end Shop/App; there are Shop/Web\n"
    assert userpool("front-end", "outputs.json", "--name", "Shop/App") == (2, "", there)


NOT_OUTPUTS = "outputs.json: is not what `cdk deploy --outputs-file` writes: outputs by their stacks\n"
NONE = "outputs.json: no output is a front end's: make one in the app (FrontEnd), and deploy it\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[]", NOT_OUTPUTS),
        ('{"Shop": "x"}', NOT_OUTPUTS),
        ("{}", NONE),
        ('{"Shop": {"Web": "{\\"front_end\\": 3}"}}', NONE),
        ('{"Shop": {"Web": "{\\"front_end\\":3}"}}', NONE),
        ('{"Shop": {"Web": "{\\"front_end\\":\\"Shop/Web\\",\\"oidc\\":[]}"}}', NONE),
        ('{"Shop": {"Web": "{\\"front_end\\":\\"Shop/Web"}}', NONE),
        ('{"Shop": {"Web": "{\\"front_end\\":\\"a\\",\\"front_end\\":\\"b\\"}"}}', NONE),
        ("{", "outputs.json: not JSON: expecting property name enclosed in double quotes in line 1, column 2\n"),
        ("", "outputs.json: is empty\n"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_written(userpool: Userpool, text: str, told: str) -> None:
    Path("outputs.json").write_text(text, encoding="utf-8")
    assert userpool("front-end", "outputs.json") == (2, "", told)
    assert [path.name for path in Path().iterdir()] == ["outputs.json"]


def test_a_file_that_is_not_there_is_one_sentence(userpool: Userpool) -> None:
    told = "outputs.json: cannot be read: no such file or directory\n"
    assert userpool("front-end", "outputs.json") == (2, "", told)


def test_where_one_file_cannot_be_put_none_is(userpool: Userpool) -> None:
    outputs(said())
    Path("oidc.json").mkdir()
    answer = userpool("front-end", "outputs.json")
    assert (answer.code, answer.err) == (2, "oidc.json: cannot be written: Is a directory\n")
    assert not Path("amplify_outputs.json").exists()
