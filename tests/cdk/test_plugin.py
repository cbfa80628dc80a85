"""The rules judge whatever an app makes of Cognito, once it is synthesized."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import Acknowledgment, App, Stack, Validations
from aws_cdk import aws_cognito as cognito

from constructs_lib import Sms, profiles
from constructs_lib.cdk import CognitoUserPool
from constructs_lib.cdk.plugin import CognitoChecks


def _report(place: Path, build: Callable[[Stack], Any]) -> dict[str, Any]:
    """Synthesize an app with the plugin; give the violations by rule, with their construct paths."""
    app = App(outdir=str(place))
    Validations.of(app).add_plugins(CognitoChecks())
    build(Stack(app, "Shop"))
    app.synth()
    return _violations(place)


def _violations(place: Path) -> dict[str, Any]:
    file = place / "validation-report.json"
    reports = json.loads(file.read_text(encoding="utf-8"))["pluginReports"] if file.exists() else []
    return {found["ruleName"]: found for report in reports for found in report["violations"]}


def _by_hand(stack: Stack, url: str) -> cognito.UserPool:
    pool = cognito.UserPool(stack, "Pool")
    pool.add_client("Web", o_auth=cognito.OAuthSettings(callback_urls=[url]))
    return pool


def test_what_aws_refuses_fails_the_synthesis_and_names_the_construct(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ValidationFailed"):
        _report(tmp_path, lambda stack: _by_hand(stack, "http://shop.example/in"))
    found = _violations(tmp_path)["app-client.url-https"]
    assert "Shop/Pool/Web/Resource" in json.dumps(found)


def test_warnings_are_told_and_do_not_fail(tmp_path: Path) -> None:
    found = _report(tmp_path, lambda stack: _by_hand(stack, "https://shop.example/in"))
    assert "app-client.implicit-grant" in found


def test_a_finding_is_acknowledged_by_its_id(tmp_path: Path) -> None:
    def build(stack: Stack) -> None:
        pool = _by_hand(stack, "http://shop.example/in")
        known = Acknowledgment(id="constructs-lib::app-client.url-https", reason="a test")
        Validations.of(pool).acknowledge(known)

    assert "app-client.url-https" not in _report(tmp_path, build)


def test_our_constructs_are_not_judged_a_second_time(tmp_path: Path) -> None:
    found = _report(tmp_path, lambda stack: CognitoUserPool(stack, "Users", settings=profiles.standard(sms=Sms())))
    assert found == {}


def test_another_stack_may_have_the_same_logical_ids(tmp_path: Path) -> None:
    app = App(outdir=str(tmp_path))
    Validations.of(app).add_plugins(CognitoChecks())
    CognitoUserPool(Stack(app, "Ours"), "Pool", settings=profiles.standard(sms=Sms()))
    cognito.UserPool(Stack(app, "Theirs"), "Pool")
    app.synth()
    assert "sign-in.case-sensitivity-unsaid" in _violations(tmp_path)


def test_a_policy_of_the_resource_is_no_property(tmp_path: Path) -> None:
    found = _report(tmp_path, lambda stack: cognito.CfnUserPool(stack, "Pool"))["lifecycle.users-unprotected"]
    assert '"DeletionPolicy"' in json.dumps(found)


def test_what_is_added_to_our_pools_by_hand_is_judged(tmp_path: Path) -> None:
    def build(stack: Stack) -> None:
        CognitoUserPool(stack, "Users").user_pool.add_client("Other")

    assert "app-client.implicit-grant" in _report(tmp_path, build)
