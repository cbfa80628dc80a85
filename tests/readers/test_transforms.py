"""Loops and serverless functions, as AWS's own transforms write them out."""

import pytest

from constructs_lib.readers.source import Source
from constructs_lib.readers.templates.template import read_template
from constructs_lib.resources.values import Json, Path

POOL = "AWS::Cognito::UserPool"
LOOPS = "AWS::LanguageExtensions"
PARAMETERS = {"Names": {"Type": "CommaDelimitedList", "Default": "a, b-c"}, "Asked": {"Type": "CommaDelimitedList"}}
MAPPINGS = {"Teams": {"a": {"Roles": ["x", "y"]}}}


def only(resources: Json, transform: Json = LOOPS) -> Source:
    written = {"Parameters": PARAMETERS, "Mappings": MAPPINGS, "Resources": resources, "Transform": transform}
    [source] = read_template(written, "x.yaml")
    return source


def pool(name: Json, **more: Json) -> Json:
    return {"Type": POOL, "Properties": {"UserPoolName": name, **more}}


def ref(name: str) -> Json:
    return {"Ref": name}


@pytest.mark.parametrize("transform", [LOOPS, ["AWS::Serverless-2016-10-31", LOOPS]])
def test_a_loop_makes_a_resource_for_each_value(transform: Json) -> None:
    loop = ["Name", ref("Names"), {"Pool&{Name}": pool({"Fn::Sub": "${Name}-pool"}, Said=[ref("Name"), "${Name}!"])}]
    source = only({"Fn::ForEach::Pools": loop}, transform)
    assert source.resources == {
        "Poola": pool("a-pool", Said=["a", "a!"]),
        "Poolbc": pool("b-c-pool", Said=["b-c", "b-c!"]),
    }
    place = ("Resources", "Fn::ForEach::Pools", 2, "Pool&{Name}", "Properties", "UserPoolName")
    assert source.place("Poolbc", ("UserPoolName",)).path == place


def test_loops_stand_in_loops_and_in_properties() -> None:
    properties = {"Fn::ForEach::Said": ["Key", ["One", "Two"], {"${Key}Of${Name}": ref("Key")}], "Kept": 1}
    inner = ["Role", {"Fn::FindInMap": ["Teams", ref("Name"), "Roles"]}, {"${Name}${Role}": pool("p", **properties)}]
    source = only({"Fn::ForEach::Outer": ["Name", ["a"], {"Fn::ForEach::Inner": inner}]})
    made = pool("p", OneOfa="One", TwoOfa="Two", Kept=1)
    assert source.resources == {"ax": made, "ay": made}
    body: Path = ("Resources", "Fn::ForEach::Outer", 2, "Fn::ForEach::Inner", 2, "${Name}${Role}", "Properties")
    assert source.place("ay", ("TwoOfa",)).path == (*body, "Fn::ForEach::Said", 2, "${Key}Of${Name}")
    assert source.place("ay", ("Kept",)).path == (*body, "Kept")


@pytest.mark.parametrize(
    "loop",
    [
        ["Name", ref("Asked"), {"Pool${Name}": pool("x")}],
        ["Name", {"Fn::GetAZs": ""}, {"Pool${Name}": pool("x")}],
        ["Name", ["a", {"b": 1}], {"Pool${Name}": pool("x")}],
        ["Name", ["a"], "junk"],
        ["Name", ["a"]],
        [1, ["a"], {}],
        None,
    ],
)
def test_a_loop_over_what_nobody_knows_stays(loop: Json) -> None:
    resources = {"Fn::ForEach::Pools": loop, "Kept": pool("x")}
    assert only(resources).resources is resources


def test_without_the_transform_a_loop_is_none() -> None:
    resources: Json = {"Fn::ForEach::Pools": ["Name", ["a"], {"Pool${Name}": pool("x")}]}
    assert only(resources, None).resources is resources


def test_what_a_loop_runs_over_is_no_other_list_in_any_way() -> None:
    loop = ["Name", ref("Names"), {"Pool${Name}": {**pool({"Fn::If": ["IsA", "x", "y"]})}}]
    conditions = {"IsA": {"Fn::Equals": [{"Fn::Select": [0, ref("Names")]}, "a"]}}
    resources = {"Fn::ForEach::Pools": loop}
    written = {"Parameters": PARAMETERS, "Conditions": conditions, "Resources": resources, "Transform": LOOPS}
    found = [(source.when, source.resources) for source in read_template(written, "x")]
    assert found == [("", {"Poola": pool("x")}), ("", {"Poolb-c": pool("x")})]


def test_loops_make_conditions() -> None:
    conditions = {"Fn::ForEach::Each": ["Name", ["A", "B"], {"Is${Name}": {"Fn::Equals": [ref("Env"), ref("Name")]}}]}
    written = {
        "Parameters": {"Env": {"Type": "String", "Default": "A"}},
        "Conditions": conditions,
        "Resources": {"Pool": pool({"Fn::If": ["IsB", "b", "other"]})},
        "Transform": LOOPS,
    }
    found = {
        source.when: source.resources["Pool"]["Properties"]["UserPoolName"] for source in read_template(written, "x")
    }
    assert found == {"Env is not 'B'": "other", "Env is 'B'": "b"}


SAM = "AWS::Serverless-2016-10-31"


def function(*triggers: Json, user_pool: Json = None) -> Json:
    """Make a function with an event for each trigger."""
    events = {
        f"Event{at}": {"Type": "Cognito", "Properties": {"UserPool": user_pool or ref("Pool"), "Trigger": trigger}}
        for at, trigger in enumerate(triggers)
    }
    return {"Type": "AWS::Serverless::Function", "Properties": {"Events": events}}


ARN = {"Fn::GetAtt": ["Function", "Arn"]}


def test_serverless_functions_are_triggers_of_the_pool() -> None:
    resources = {"Pool": pool("x"), "Function": function("PreSignUp", ["CustomMessage", "PostConfirmation"])}
    source = only(resources, SAM)
    triggers = {"PreSignUp": ARN, "CustomMessage": ARN, "PostConfirmation": ARN}
    assert source.resources == {**resources, "Pool": pool("x", LambdaConfig=triggers)}
    events = ("Resources", "Function", "Properties", "Events")
    assert source.place("Pool", ("LambdaConfig", "PreSignUp")).path == (*events, "Event0")
    assert source.place("Pool", ("LambdaConfig", "PostConfirmation")).path == (*events, "Event1")


def test_a_trigger_that_is_there_stays() -> None:
    resources = {
        "Pool": pool("x", LambdaConfig={"PreSignUp": "arn"}),
        "Function": function("PreSignUp", "CustomMessage"),
    }
    triggers = {"PreSignUp": "arn", "CustomMessage": ARN}
    assert only(resources, SAM).resources["Pool"] == pool("x", LambdaConfig=triggers)


@pytest.mark.parametrize(
    ("said", "user_pool", "transform"),
    [
        ("PreSignUp", None, None),
        ("PreSignUp", "Pool", SAM),
        ("PreSignUp", {"Fn::ImportValue": "Pool"}, SAM),
        ("PreSignUp", ref("Function"), SAM),
        ({"Ref": "Name"}, None, SAM),
        (None, None, SAM),
    ],
)
def test_any_other_event_is_no_trigger(said: Json, user_pool: Json, transform: Json) -> None:
    resources = {"Pool": pool("x"), "Function": function(said, user_pool=user_pool)}
    assert only(resources, transform).resources == resources


def test_triggers_that_a_condition_chooses_stay() -> None:
    resources = {"Pool": pool("x", LambdaConfig={"Fn::If": ["Nobody", 1, 2]}), "Function": function("PreSignUp")}
    assert only(resources, SAM).resources == resources
