"""What the functions of a template come to, and where each value stands in it."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructs_lib.readers.source import Place, Source, UnreadableError
from constructs_lib.readers.templates.template import is_template, read_template
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json, Path, is_intrinsic, same
from tests.rendering.strategies import fast, json_values

HOME = Deployment(region="eu-central-1", account="111122223333")
PARAMETERS = {
    "Name": {"Type": "String", "Default": "shop"},
    "Length": {"Type": "Number", "Default": 12},
    "Flag": {"Type": "String", "Default": True},
    "Urls": {"Type": "CommaDelimitedList", "Default": "https://a.example, https://b.example"},
    "Days": {"Type": "List<Number>", "Default": "1,2"},
    "Asked": {"Type": "String"},
    "Empty": {"Type": "String", "Default": ""},
    "NoUrls": {"Type": "CommaDelimitedList", "Default": ""},
    "Stored": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/name"},
    "Secret": {"Type": "String", "Default": "{{resolve:ssm:/shop/name}}"},
    "Broken": {"Type": "String", "Default": {"not": "a text"}},
    "Untyped": {"Default": "shop"},
    "Junk": None,
}
MAPPINGS = {
    "Stages": {"shop": {"Length": 8, "Urls": ["https://c.example"]}, "eu-central-1": {"Length": 9}},
    "Accounts": {111122223333: {"Name": "home"}},
    "Macro": {"Fn::Transform": {"Name": "AWS::Include"}},
}
POOL: dict[str, Json] = {"Type": "AWS::Cognito::UserPool"}


def template(value: Json, **sections: Json) -> dict[str, Json]:
    """Make a template with one pool that says one thing."""
    pool = {**POOL, "Properties": {"Said": value}}
    return {"Parameters": PARAMETERS, "Mappings": MAPPINGS, "Resources": {"Pool": pool}, **sections}


def only(found: dict[str, Json], deployment: Deployment = HOME, at: Path = ()) -> Source:
    [source] = read_template(found, "shop.yaml", deployment, at)
    return source


def said(value: Json, deployment: Deployment = HOME) -> Json:
    return only(template(value), deployment).resources["Pool"]["Properties"].get("Said")


def ref(name: str) -> Json:
    return {"Ref": name}


@pytest.mark.parametrize(
    ("value", "comes_to"),
    [
        (ref("Name"), "shop"),
        (ref("Length"), "12"),
        (ref("Flag"), "true"),
        (ref("Urls"), ["https://a.example", "https://b.example"]),
        (ref("Days"), ["1", "2"]),
        (ref("AWS::Region"), "eu-central-1"),
        (ref("AWS::AccountId"), "111122223333"),
        (ref("AWS::Partition"), "aws"),
        (ref("AWS::URLSuffix"), "amazonaws.com"),
        ({"Ref": {"Fn::Sub": "Name"}}, "shop"),
        ({"Fn::Sub": "${Name}-${AWS::Region}-${!Kept}-$5"}, "shop-eu-central-1-${Kept}-$5"),
        ({"Fn::Sub": ["${Name}-${X}", {"X": ref("Length"), "Name": "mine"}]}, "mine-12"),
        ({"Fn::Sub": "plain"}, "plain"),
        ({"Fn::Sub": "${Name}{{resolve:ssm:x}}"}, "shop{{resolve:ssm:x}}"),
        ({"Fn::Join": ["-", ["a", ref("Name"), 1, True]]}, "a-shop-1-true"),
        ({"Fn::Join": ["-", ref("Urls")]}, "https://a.example-https://b.example"),
        ({"Fn::Join": ["-", ["a", ref("AWS::NoValue"), "b"]]}, "a-b"),
        ({"Fn::Select": [1, ref("Urls")]}, "https://b.example"),
        ({"Fn::Select": ["0", ["a", "b"]]}, "a"),
        ({"Fn::Select": [0, {"Fn::Split": ["-", {"Fn::Sub": "${Name}-x"}]}]}, "shop"),
        ({"Fn::Split": [",", "a,,b"]}, ["a", "", "b"]),
        ({"Fn::FindInMap": ["Stages", ref("Name"), "Length"]}, 8),
        ({"Fn::FindInMap": ["Stages", ref("AWS::Region"), "Length"]}, 9),
        ({"Fn::FindInMap": ["Stages", "shop", "Urls"]}, ["https://c.example"]),
        ({"Fn::FindInMap": ["Accounts", ref("AWS::AccountId"), "Name"]}, "home"),
        ({"Fn::FindInMap": ["Stages", "none", "Length", {"DefaultValue": ref("Length")}]}, "12"),
        ({"Fn::FindInMap": ["Stages", "shop", "Length", {"DefaultValue": 1}]}, 8),
        ({"Fn::Length": ref("Urls")}, 2),
        ({"Fn::Length": ["a", "b", "c"]}, 3),
        ({"Fn::ToJsonString": {"a": ref("Name"), "b": [1, True]}}, '{"a":"shop","b":[1,true]}'),
        ({"Fn::Base64": ref("Name")}, "c2hvcA=="),
        ({"a": [{"b": ref("Name")}]}, {"a": [{"b": "shop"}]}),
    ],
)
def test_what_is_known_is_resolved(value: Json, comes_to: Json) -> None:
    assert same(said(value), comes_to)


UNKNOWN: list[Json] = [
    *map(ref, ["Asked", "Empty", "NoUrls", "Stored", "Secret", "Broken", "Untyped", "Junk", "Other", "AWS::StackName"]),
    {"Fn::GetAtt": ["Other", "Arn"]},
    {"Fn::GetAtt": "Other.Arn"},
    {"Fn::ImportValue": "Pool"},
    {"Fn::GetAZs": ""},
    {"Fn::Transform": {"Name": "Mine"}},
    {"Fn::Sub": "${Name}-${Asked}"},
    {"Fn::Sub": "${Name}-${Other.Arn}"},
    {"Fn::Sub": "${Name}-${Empty}"},
    {"Fn::Sub": "${Name}-${Urls}"},
    {"Fn::Sub": ["${X}", {"X": {"Fn::GetAtt": ["Other", "Arn"]}}]},
    {"Fn::Join": ["", ["a", {"Ref": "Asked"}]]},
    {"Fn::Select": [2, ["a", "b"]]},
    {"Fn::Select": [-1, ["a", "b"]]},
    {"Fn::Select": [0, ["a", {"Ref": "Asked"}]]},
    {"Fn::Select": [0, {"Fn::GetAZs": ""}]},
    {"Fn::Split": [":", "{{resolve:ssm:x}}"]},
    {"Fn::Split": ["", "abc"]},
    {"Fn::FindInMap": ["Stages", "none", "Length"]},
    {"Fn::FindInMap": ["None", "none", "Length"]},
    {"Fn::FindInMap": ["Stages", {"Ref": "Asked"}, "Length", {"DefaultValue": 1}]},
    {"Fn::FindInMap": ["Macro", "shop", "Length", {"DefaultValue": 1}]},
    {"Fn::Length": {"Ref": "Asked"}},
    {"Fn::Length": ["a", {"Fn::If": ["Nobody", "b", {"Ref": "AWS::NoValue"}]}]},
    {"Fn::ToJsonString": {"a": {"Ref": "Asked"}}},
    {"Fn::Base64": {"Ref": "Asked"}},
    {"Fn::If": ["Nobody", "a", "b"]},
    {"Fn::ForEach::X": ["Y", ["a"], {"${Y}": 1}]},
]
JUNK: list[Json] = [None, 1, {}, {"a": 1}, [], [1], [[], []], ""]
MALFORMED: list[Json] = [
    *({name: junk} for name in ("Ref", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::If") for junk in JUNK),
    *({name: junk} for name in ("Fn::Sub", "Fn::Length", "Fn::FindInMap") for junk in JUNK[:4]),
    {"Fn::ToJsonString": 1},
    {"Fn::Base64": [1]},
    {"Ref": "Name", "Beside": 1},
    {"Fn::Sub": ["${Name}", "no object"]},
    {"Fn::Sub": ["${Name}", {}, 3]},
    {"Fn::Length": "shop"},
    {"Fn::Join": [1, ["a"]]},
    {"Fn::Join": ["", ["a", ["b"]]]},
    {"Fn::FindInMap": ["Stages", "shop"]},
]  # fmt: skip


@pytest.mark.parametrize("value", UNKNOWN + MALFORMED, ids=json.dumps)
def test_what_is_unknown_or_malformed_stays_as_it_is(value: Json) -> None:
    written = template(value)
    assert only(written).resources is written["Resources"]


def test_a_function_that_stays_is_given_what_is_known() -> None:
    """What the rules look for in it, references above all, is then what is there, and no branch that is not taken."""
    value = {"Fn::Join": [":", [{"Ref": "Name"}, {"Fn::GetAtt": ["Other", "Arn"]}, {"Fn::Sub": "${Name}-${Asked}"}]]}
    assert said(value) == {
        "Fn::Join": [":", ["shop", {"Fn::GetAtt": ["Other", "Arn"]}, {"Fn::Sub": "${Name}-${Asked}"}]]
    }


@pytest.mark.parametrize(
    ("region", "partition", "suffix"),
    [
        ("cn-north-1", "aws-cn", "amazonaws.com.cn"),
        ("us-gov-west-1", "aws-us-gov", "amazonaws.com"),
        ("us-iso-east-1", ref("AWS::Partition"), ref("AWS::URLSuffix")),
        (None, ref("AWS::Partition"), ref("AWS::URLSuffix")),
        ("${Token[AWS.Region.1]}", ref("AWS::Partition"), ref("AWS::URLSuffix")),
    ],
)
def test_the_region_tells_the_partition(region: str | None, partition: Json, suffix: Json) -> None:
    where = Deployment(region=region)
    assert [said(ref("AWS::Partition"), where), said(ref("AWS::URLSuffix"), where)] == [partition, suffix]


def test_no_value_takes_properties_and_elements_out() -> None:
    nothing = ref("AWS::NoValue")
    assert said({"a": nothing, "b": [nothing, 1, nothing, {"c": nothing}]}) == {"b": [1, {}]}
    assert said(nothing) is None


def test_attributes_beside_the_properties_are_resolved_too() -> None:
    written = template(1)
    written["Resources"]["Pool"] |= {"DeletionPolicy": ref("Name"), "UpdateReplacePolicy": ref("AWS::NoValue")}
    assert only(written).resources == {"Pool": {**POOL, "Properties": {"Said": 1}, "DeletionPolicy": "shop"}}


def test_resources_that_no_rule_reads_stay_as_they_are() -> None:
    function = {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": ref("Name")}}
    written = template(ref("Name"))
    written["Resources"]["Function"] = function
    assert only(written).resources["Function"] is function


PLACES = template(
    {"List": [ref("AWS::NoValue"), {"a": ref("Name")}, ref("AWS::NoValue"), "b"], "Sub": {"Fn::Sub": "${Name}"}}
)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("Said", "List", 0, "a"), ("Properties", "Said", "List", 1, "a")),
        (("Said", "List", 1), ("Properties", "Said", "List", 3)),
        (("Said", "List", 2), ("Properties", "Said", "List")),
        (("Said", "Sub"), ("Properties", "Said", "Sub")),
        (("Said", "Sub", "deeper"), ("Properties", "Said", "Sub")),
        (("Absent", "deeper"), ("Properties",)),
        ((), ("Properties",)),
        (("DeletionPolicy",), ()),
    ],
)
def test_a_place_is_that_in_the_template(path: Path, place: Path) -> None:
    source = only(PLACES, at=("Stacks", 0))
    assert source.place("Pool", path) == Place("shop.yaml", ("Stacks", 0, "Resources", "Pool", *place))


def test_a_resource_that_is_not_there_has_the_place_of_all() -> None:
    assert only(PLACES).place("Other", ("Said",)) == Place("shop.yaml", ("Resources",))


def test_a_deletion_policy_stands_beside_the_properties() -> None:
    written = {"Resources": {"Pool": {**POOL, "DeletionPolicy": "Retain"}}}
    assert only(written).place("Pool", ("DeletionPolicy",)).path == ("Resources", "Pool", "DeletionPolicy")


@pytest.mark.parametrize("junk", [None, 1, "text", [], {}, {"Resources": []}, {"Resources": None}])
def test_what_is_no_template_is_told_in_one_sentence(junk: Json) -> None:
    assert not is_template(junk)
    with pytest.raises(UnreadableError) as error:
        read_template(junk, "shop.yaml")
    assert str(error.value) == "shop.yaml: is no CloudFormation template, which has an object of Resources"


def test_what_is_nested_too_deeply_is_told_in_one_sentence() -> None:
    deep: Json = "x"
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(UnreadableError) as error:
        read_template(template(deep), "shop.yaml")
    assert str(error.value) == "shop.yaml: is nested too deeply to be a CloudFormation template"


def test_what_has_resources_is_a_template() -> None:
    assert is_template({"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}})
    assert is_template({"Resources": {"Pool": POOL, "Junk": 1}})
    assert not is_template({"Resources": {"limits": {"cpu": 1}}})


SECTIONS = ("Parameters", "Conditions", "Mappings", "Resources", "Transform")
_names = st.sampled_from(["Name", "Asked", "IsProd", "Pool", "Fn::ForEach::X", "AWS::Region", "Type", "Properties"])
_words = st.sampled_from(
    ["AWS::Cognito::UserPool", "String", "CommaDelimitedList", "AWS::LanguageExtensions", "Name", "a"]
)
_functions = st.sampled_from(
    ["Ref", "Fn::If", "Fn::Sub", "Fn::Join", "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Condition", "Fn::FindInMap",
     "Fn::Select", "Fn::Split", "Fn::GetAtt", "Fn::ToJsonString", "Fn::Length", "Fn::Base64"]
)  # fmt: skip
templated = st.recursive(
    json_values | _words | _names,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(_names, inner, max_size=3)
        | st.tuples(_functions, inner).map(lambda pair: {pair[0]: pair[1]})
    ),
    max_leaves=12,
)
_sections = st.dictionaries(_names, templated, max_size=3) | templated
_pools = st.fixed_dictionaries(
    {"Type": st.just("AWS::Cognito::UserPool"), "Properties": templated}, optional={"Condition": _names}
)


@fast
@given(st.fixed_dictionaries(dict.fromkeys(SECTIONS, _sections)) | templated)
def test_any_json_is_read_or_told_in_one_sentence(json: Json) -> None:
    kept = copy.deepcopy(json)
    try:
        sources = list(read_template(json, "x", HOME))
    except UnreadableError:
        sources = []
    for source in sources:
        for name in source.resources:
            source.place(name, ("Name", 0, "a"))
        assert isinstance(source.when, str)
    assert same(json, kept)


@fast
@given(
    st.fixed_dictionaries(dict.fromkeys(SECTIONS[:3], _sections))
    | st.fixed_dictionaries({"Parameters": st.just(PARAMETERS), "Mappings": st.just(MAPPINGS)}),
    templated.filter(lambda json: not _has_intrinsic(json)),
)
def test_resolving_never_changes_what_has_no_function(sections: dict[str, Json], json: Json) -> None:
    resources = {"Pool": {**POOL, "Properties": json}}
    assert only({**sections, "Resources": resources}).resources is resources


def _has_intrinsic(json: Json) -> bool:
    inner = json.values() if isinstance(json, dict) else json if isinstance(json, list) else ()
    return is_intrinsic(json) or any(map(_has_intrinsic, inner))


_ASKED = {"Ref": "Asked"}
_whole = st.recursive(
    st.just(_ASKED) | st.sampled_from(["a", "", 1, {"Ref": "Name"}]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
        | st.tuples(
            st.sampled_from(["Fn::Join", "Fn::Select", "Fn::Split", "Fn::Length", "Fn::ToJsonString", "Fn::Base64"]),
            st.tuples(st.sampled_from(["", "-", 0]), inner).map(list) | inner,
        ).map(lambda pair: {pair[0]: pair[1]})
    ),
    max_leaves=8,
)


@fast
@given(_whole)
def test_what_nobody_knows_is_never_made_a_value(json: Json) -> None:
    """It is still there, however deep it was, so that whoever reads it knows that it is unknown."""
    assert _holds_asked(said(json)) == _holds_asked(json)


def _holds_asked(json: Json) -> bool:
    inner = json.values() if isinstance(json, dict) else json if isinstance(json, list) else ()
    return json == _ASKED or any(map(_holds_asked, inner))
