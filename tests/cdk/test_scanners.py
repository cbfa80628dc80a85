"""What scanners say of each profile is expected to the last finding: nothing more, and nothing less."""

import json
from pathlib import Path
from typing import Any

import cfnlint  # type: ignore[import-untyped]
import pytest
from aws_cdk import App, Stack
from cdk_nag import AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks

from constructs_lib import profiles
from constructs_lib.cdk import CognitoUserPool
from constructs_lib.profiles import Profile
from tests.profiles.test_renderings import settings_of

PACKS = (AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks)


def _stack(profile: Profile[Any]) -> Stack:
    stack = Stack(App(), "Stack")
    CognitoUserPool(stack, "Users", settings=settings_of(profile))
    return stack


@pytest.mark.parametrize(
    ("profile", "expected"),
    [(profiles.standard, ["AwsSolutions-COG8"]), (profiles.consumer, ["AwsSolutions-COG2"])],
    ids=lambda value: getattr(value, "name", ""),
)
def test_cdk_nag_finds_what_the_profile_has_a_reason_for(profile: Profile[Any], expected: list[str]) -> None:
    stack = _stack(profile)
    found = [violation.rule_name for pack in PACKS for violation in pack(stack).validate_scope(stack).violations]
    assert found == expected
    assert set(expected) <= profile.acknowledgements.keys()


@pytest.mark.parametrize("profile", [profiles.standard, profiles.consumer], ids=lambda profile: profile.name)
def test_cfn_lint_finds_nothing(profile: Profile[Any], tmp_path: Path) -> None:
    from aws_cdk.assertions import Template

    template = tmp_path / "template.json"
    template.write_text(json.dumps(Template.from_stack(_stack(profile)).to_json()), encoding="utf-8")
    found = cfnlint.api.lint_file(template)
    assert [str(match) for match in found] == []
