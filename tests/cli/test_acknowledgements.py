"""What is known and wanted: the committed file, and the acknowledgements of a CDK app itself."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Userpool

TEMPLATE = json.dumps(
    {"Resources": {name: {"Type": "AWS::Cognito::UserPool"} for name in ("Users", "TestUsers")}}, indent=1
)
RULE = "lifecycle.users-unprotected"


@pytest.fixture(autouse=True)
def template() -> None:
    Path("template.json").write_text(TEMPLATE, encoding="utf-8")


def _acknowledge(text: str, name: str = "userpool.yaml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def _found(userpool: Userpool, *arguments: str) -> dict[str, list[str]]:
    told = json.loads(userpool("check", "--format", "json", *arguments, "template.json").out)
    return {
        kind: [one["resource"] for one in told[kind] if one["rule"] == RULE] for kind in ("findings", "acknowledged")
    }


def test_a_finding_is_acknowledged_by_its_rule(userpool: Userpool) -> None:
    _acknowledge(f"acknowledge: [{{rule: {RULE}, reason: it is thrown away}}]")
    assert _found(userpool) == {"findings": [], "acknowledged": ["Users", "TestUsers"]}


def test_a_resource_and_a_file_narrow_it_down(userpool: Userpool) -> None:
    _acknowledge(f"acknowledge: [{{rule: {RULE}, reason: thrown away, resource: Test*, file: '*.json'}}]")
    assert _found(userpool) == {"findings": ["Users"], "acknowledged": ["TestUsers"]}


def test_another_file_can_be_named(userpool: Userpool) -> None:
    _acknowledge(f'{{"acknowledge": [{{"rule": "{RULE}", "reason": "thrown away"}}]}}', "known.json")
    assert _found(userpool)["acknowledged"] == []
    assert _found(userpool, "--acknowledge", "known.json")["acknowledged"] == ["Users", "TestUsers"]


def test_an_error_is_acknowledged_too(userpool: Userpool) -> None:
    Path("template.json").write_text(TEMPLATE.replace('"Type"', '"Properties": {"MfaConfiguration": "ON"}, "Type"'))
    assert userpool("check", "template.json").code == 1
    _acknowledge("acknowledge: [{rule: mfa.factor-required, reason: a factor is added by hand}]")
    assert userpool("check", "template.json").code == 0


def test_the_reason_stands_in_the_answer(userpool: Userpool) -> None:
    _acknowledge(f"acknowledge: [{{rule: {RULE}, reason: thrown away, resource: Users}}]")
    told = json.loads(userpool("check", "--format", "json", "template.json").out)
    assert [(one["rule"], one["reason"]) for one in told["acknowledged"]] == [(RULE, "thrown away")]


def test_one_that_nothing_needs_is_told(userpool: Userpool) -> None:
    _acknowledge(
        "acknowledge:\n  - rule: passkeys.localhost\n    reason: for the developers\n".replace(
            "passkeys.localhost", "mfa.factor-required"
        )
    )
    answer = userpool("check", "template.json")
    assert "userpool.yaml:2:5: warning: mfa.factor-required is acknowledged, but not found\n" in answer.out
    assert answer.code == 0
    told = json.loads(userpool("check", "--format", "json", "template.json").out)
    assert told["unused_acknowledgements"] == [
        {"rule": "mfa.factor-required", "reason": "for the developers", "file": "userpool.yaml", "line": 2, "column": 5}
    ]


def test_everything_that_is_wrong_with_the_file_is_told_at_once(userpool: Userpool) -> None:
    _acknowledge("acknowledge: [{rule: no.rule, reason: ' ', because: x}, text, {reason: 1}]")
    assert userpool("check", "template.json") == (
        2,
        "",
        "userpool.yaml: acknowledge[0]: there is no 'because', but rule, reason, resource, file; "
        "acknowledge[0].reason: must be a text that is not empty; acknowledge[0].rule: there is no rule 'no.rule'; "
        "acknowledge[1]: must be an object with rule and reason; "
        "acknowledge[2].rule: must be a text that is not empty; "
        "acknowledge[2].reason: must be a text that is not empty\n",
    )


@pytest.mark.parametrize("text", ["[]", "acknowledge: 1", "{}"])
def test_a_file_of_another_form_is_one_sentence(userpool: Userpool, text: str) -> None:
    _acknowledge(text)
    answer = userpool("check", "template.json")
    assert answer == (2, "", "userpool.yaml: must be an object with a list acknowledge\n")


def test_a_file_that_is_named_must_be_there(userpool: Userpool) -> None:
    answer = userpool("check", "--acknowledge", "known.yaml", "template.json")
    assert answer == (2, "", "known.yaml: cannot be read: no such file or directory\n")
