"""What refers to what, and what is there whatever the conditions of a template come to."""

from typing import Any

import pytest

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources, get_att, ref
from constructs_lib.resources.references import references
from constructs_lib.rules import judge
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.references import made_before
from constructs_lib.rules.view import is_there
from tests.rules.case import UNKNOWN, pool

NOTHING = ref("AWS::NoValue")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (ref("Pool"), ["Pool"]),
        ({"Fn::GetAtt": "Pool.Arn"}, ["Pool"]),
        ({"Fn::Join": ["", [get_att("Pool", "Arn"), "/*"]]}, ["Pool"]),
        ({"Fn::Sub": "${Pool.Arn}/${Client}"}, ["Pool", "Client"]),
        ({"Fn::Sub": ["${Pool}/${name}", {"name": ref("Client")}]}, ["Pool", "Client"]),
        ({"Fn::Sub": ref("Pool")}, ["Pool"]),
        ("${Pool}", []),
        (None, []),
    ],
)
def test_references_are_found_wherever_they_are(value: Any, names: list[str]) -> None:
    assert list(references(value)) == names


def test_what_waits_for_something_waits_for_what_that_waits_for() -> None:
    resources: Resources = {
        "Client": {"Type": "T", "Properties": {"Scopes": [ref("Server")]}, "DependsOn": "Domain"},
        "Server": {"Type": "T", "DependsOn": ["Pool"]},
        "Pool": {"Type": "T", "Properties": {"Trigger": get_att("Server", "Arn")}},
    }
    client = Neighbours(resources, Deployment()).views["Client"]
    assert made_before(client) == {"Server", "Domain", "Pool"}


def test_what_a_condition_may_take_out_is_not_surely_waited_for() -> None:
    resources: Resources = {
        "Client": {"Type": "T", "Properties": {"Scopes": [{"Fn::If": ["Production", ref("Server"), NOTHING]}]}},
        "Domain": {"Type": "T", "DependsOn": ["Policy", "Group"]},
        "Policy": {"Type": "T", "Properties": {"Pool": ref("Pool")}, "Condition": "Production"},
        "Group": {"Type": "T", "Properties": {"Role": ref("Role")}},
    }
    views = Neighbours(resources, Deployment()).views
    assert made_before(views["Client"]) == {"Server", "AWS::NoValue"}
    assert made_before(views["Client"], surely=True) == set()
    assert made_before(views["Domain"]) == {"Policy", "Group", "Role", "Pool"}
    assert made_before(views["Domain"], surely=True) == {"Policy", "Group", "Role"}


def test_a_function_of_a_serverless_template_does_not_wait_for_what_calls_it() -> None:
    said = {"Events": {"Get": {"Properties": {"RestApiId": ref("Api")}}}, "Role": ref("Role")}
    resources: Resources = {"Function": {"Type": "AWS::Serverless::Function", "Properties": said}}
    assert made_before(Neighbours(resources, Deployment()).views["Function"]) == {"Role"}


@pytest.mark.parametrize(
    ("value", "there"),
    [
        (UNKNOWN, True),
        (get_att("Role", "Arn"), True),
        (False, True),
        ({"Fn::If": ["Production", "a", "b"]}, True),
        ({"Fn::If": ["Production", "a", {"Fn::If": ["Staging", "b", NOTHING]}]}, False),
        ({"Fn::If": ["Production", NOTHING, "b"]}, False),
        ({"Fn::If": "junk"}, False),
        (object(), False),
        (NOTHING, False),
        (None, False),
    ],
)
def test_a_value_is_there_where_no_condition_takes_it_out(value: Any, there: bool) -> None:
    assert is_there(value) is there


def test_a_template_may_choose_its_sender_by_a_condition() -> None:
    said = {
        "SnsCallerArn": {"Fn::If": ["BySns", get_att("Role", "Arn"), NOTHING]},
        "EumsSms": {"Fn::If": ["BySns", NOTHING, {"CallerArn": get_att("Role", "Arn")}]},
    }
    findings = judge(pool(SmsConfiguration=said), Deployment("ap-east-1", "111122223333"))
    assert [finding.rule for finding in findings if finding.severity == "error"] == []
