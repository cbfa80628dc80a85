"""The ways in which a template can come out, and what they are called."""

from typing import Any

import pytest

from constructs_lib.readers.source import Source, when
from constructs_lib.readers.templates.template import read_template
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json, Path

POOL = "AWS::Cognito::UserPool"
ENV = {"Env": {"Type": "String", "Default": "dev"}}
IS_PROD = {"IsProd": {"Fn::Equals": [{"Ref": "Env"}, "prod"]}}
YES, NO = "yes", "no"


def ref(name: str) -> Json:
    return {"Ref": name}


def chosen(condition: str) -> Json:
    """Make a value that tells whether a condition holds."""
    return {"Fn::If": [condition, YES, NO]}


def template(parameters: Json, conditions: Json, said: Json, **more: Json) -> dict[str, Json]:
    resources = {"Pool": {"Type": POOL, "Properties": {"Said": said}}}
    return {"Parameters": parameters, "Conditions": conditions, "Resources": resources, **more}


def ways(parameters: Json, conditions: Json, said: Json, where: Deployment = Deployment(), **more: Any) -> Json:  # noqa: B008
    """Give what the property comes to in each way, by what the way is called."""
    sources = read_template(template(parameters, conditions, said, **more), "x.yaml", where)
    return {source.when: source.resources["Pool"]["Properties"].get("Said") for source in sources}


def test_both_branches_are_taken() -> None:
    assert ways(ENV, IS_PROD, chosen("IsProd")) == {"Env is not 'prod'": NO, "Env is 'prod'": YES}


def test_a_branch_never_sees_a_value_that_does_not_lead_to_it() -> None:
    said = {"Fn::If": ["IsProd", {"Fn::Sub": "pool-${Env}"}, {"Fn::Join": ["-", ["pool", ref("Env")]]}]}
    assert ways(ENV, IS_PROD, said) == {
        "Env is 'dev'": "pool-dev",
        "Env is 'prod'": "pool-prod",
        "Env is none of 'dev', 'prod'": {"Fn::Join": ["-", ["pool", ref("Env")]]},
    }


def test_an_allowed_value_is_one_of_few() -> None:
    env = {"Env": {"Type": "String", "Default": "dev", "AllowedValues": ["prod", "dev", "test"]}}
    assert ways(env, IS_PROD, [chosen("IsProd"), ref("Env")]) == {
        "Env is 'dev'": [NO, "dev"],
        "Env is 'prod'": [YES, "prod"],
        "Env is 'test'": [NO, "test"],
    }


@pytest.mark.parametrize("pattern", ["^(dev|prod)$", "dev|prod", "^dev|prod$", "(?:dev|prod)"])
def test_a_pattern_of_words_allows_just_those(pattern: str) -> None:
    env = {"Env": {"Type": "String", "AllowedPattern": pattern}}
    assert ways(env, IS_PROD, ref("Env")) == {"": ref("Env")}
    assert ways(env, IS_PROD, [chosen("IsProd"), ref("Env")]) == {
        "Env is 'dev'": [NO, "dev"],
        "Env is 'prod'": [YES, "prod"],
    }


def test_any_other_pattern_allows_anything() -> None:
    env = {"Env": {"Type": "String", "AllowedPattern": "[a-z]+"}}
    assert ways(env, IS_PROD, chosen("IsProd")) == {"Env is 'prod'": YES, "Env is not 'prod'": NO}


def test_a_parameter_without_default_has_any_value() -> None:
    assert ways({"Env": {"Type": "String"}}, IS_PROD, [chosen("IsProd"), ref("Env")]) == {
        "Env is 'prod'": [YES, "prod"],
        "Env is not 'prod'": [NO, ref("Env")],
    }


def test_an_empty_text_decides_conditions_but_is_no_value() -> None:
    parameters = {"Arn": {"Type": "String", "Default": ""}}
    conditions = {"HasArn": {"Fn::Not": [{"Fn::Equals": [ref("Arn"), ""]}]}}
    said = {"Fn::If": ["HasArn", ref("Arn"), "none"]}
    assert ways(parameters, conditions, said) == {"Arn is ''": "none", "Arn is not ''": ref("Arn")}
    assert ways(parameters, conditions, [chosen("HasArn"), ref("Arn")]) == {
        "Arn is ''": [NO, ref("Arn")],
        "Arn is not ''": [YES, ref("Arn")],
    }


BIG = {**ENV, "Big": {"Type": "String", "Default": "false", "AllowedValues": ["true", "false"]}}
AND = {**IS_PROD, "IsBig": {"Fn::Equals": ["true", ref("Big")]}}
_BOTH = [{"Condition": "IsProd"}, {"Condition": "IsBig"}]


@pytest.mark.parametrize(
    ("expression", "holds"),
    [
        ({"Fn::And": _BOTH}, {(True, True)}),
        ({"Fn::Or": _BOTH}, {(True, True), (True, False), (False, True)}),
        ({"Fn::Not": [{"Condition": "IsProd"}]}, {(False, True), (False, False)}),
        ({"Fn::Not": [{"Fn::Or": _BOTH}]}, {(False, False)}),
        ({"Fn::And": [{"Condition": "IsBig"}, {"Fn::Not": [{"Fn::Equals": [ref("Env"), "prod"]}]}]}, {(False, True)}),
        ({"Condition": "IsBig"}, {(True, True), (False, True)}),
    ],
)
def test_conditions_of_every_form_hold_when_they_hold(expression: Json, holds: set[tuple[bool, bool]]) -> None:
    said = [chosen("It"), chosen("IsProd"), chosen("IsBig")]
    found = ways(BIG, {**AND, "It": expression}, said).values()
    assert {(prod == YES, big == YES) for it, prod, big in found if it == YES} == holds
    assert {(prod == YES, big == YES) for _, prod, big in found} == {
        (a, b) for a in (True, False) for b in (True, False)
    }


def test_what_a_condition_needs_no_more_is_left_open() -> None:
    both = {**AND, "It": {"Fn::And": _BOTH}}
    assert ways(BIG, both, chosen("It")) == {
        "Env is not 'prod' or Big is 'false'": NO,
        "Env is 'prod' and Big is 'true'": YES,
    }


@pytest.mark.parametrize(
    "expression",
    [
        None,
        True,
        {"Fn::Equals": ["one"]},
        {"Fn::Equals": None},
        {"Fn::Not": []},
        {"Fn::And": []},
        {"Fn::Or": "text"},
        {"Condition": "None"},
        {"Condition": "It"},
        {"Fn::Not": [{"Condition": "It"}]},
        {"Fn::Contains": [["a"], "a"]},
    ],
)
def test_what_is_no_condition_decides_nothing(expression: Json) -> None:
    written = template(ENV, {"It": expression}, chosen("It"))
    written["Resources"]["Pool"]["Condition"] = "It"
    [source] = read_template(written, "x")
    assert (source.resources, source.when) == (written["Resources"], "")


def test_a_resource_is_there_only_where_its_condition_holds() -> None:
    written = template(ENV, IS_PROD, "x")
    written["Resources"]["Domain"] = {
        "Type": "AWS::Cognito::UserPoolDomain",
        "Condition": "IsProd",
        "Properties": {"UserPoolId": ref("Pool")},
    }
    found = {source.when: source.resources for source in read_template(written, "x")}
    domain = {"Type": "AWS::Cognito::UserPoolDomain", "Properties": {"UserPoolId": ref("Pool")}}
    pool = written["Resources"]["Pool"]
    assert found == {"Env is not 'prod'": {"Pool": pool}, "Env is 'prod'": {"Pool": pool, "Domain": domain}}


def test_places_go_through_the_branch_that_is_taken() -> None:
    nothing = ref("AWS::NoValue")
    inner = {"Fn::If": ["IsBig", {"MinimumLength": {"Fn::If": ["IsProd", 4, 8]}}, nothing]}
    said = {"Policy": {"Fn::If": ["IsProd", inner, nothing]}, "List": [{"Fn::If": ["IsBig", "a", nothing]}, "b"]}
    found = {}
    for source in read_template(template(BIG, AND, said), "x"):
        paths: list[Path] = [("Said", "Policy", "MinimumLength"), ("Said", "List", 0), ("Said", "List", 1)]
        found[source.when] = [source.place("Pool", path).path[4:] for path in paths]
    if_list = ("List", 0, "Fn::If", 1)
    taken = ("Policy", "Fn::If", 1, "Fn::If", 1, "MinimumLength", "Fn::If", 1)
    assert found == {
        "Env is 'prod' and Big is 'true'": [taken, if_list, ("List", 1)],
        "Env is not 'prod' and Big is 'true'": [(), if_list, ("List", 1)],
        "Big is 'false'": [(), ("List", 1), ("List",)],
    }


def test_an_unknown_region_is_chosen_like_a_parameter() -> None:
    home = {"Fn::Equals": [ref("AWS::Region"), "eu-west-1"]}
    china = {"Fn::Equals": [ref("AWS::Partition"), "aws-cn"]}
    said = [chosen("China"), chosen("Home"), ref("AWS::Region")]
    sources = list(read_template(template({}, {"Home": home, "China": china}, said), "x", Deployment(account="1")))
    found = [(one.when, one.resources["Pool"]["Properties"]["Said"], one.deployment) for one in sources]
    there, elsewhere = Deployment(region="eu-west-1", account="1"), Deployment(account="1")
    not_home = "AWS::Region is not 'eu-west-1'"
    assert found == [
        ("AWS::Region is 'eu-west-1'", [NO, YES, "eu-west-1"], there),
        (f"{not_home} and AWS::Partition is 'aws-cn'", [YES, NO, ref("AWS::Region")], elsewhere),
        (f"{not_home} and AWS::Partition is not 'aws-cn'", [NO, NO, ref("AWS::Region")], elsewhere),
    ]


def test_a_known_region_is_not_chosen() -> None:
    conditions = {"Home": {"Fn::Equals": [ref("AWS::Region"), "eu-west-1"]}}
    assert ways({}, conditions, chosen("Home"), Deployment(region="eu-west-1")) == {"": YES}


MAPS = {"Regions": {"eu-west-1": {"Big": "true"}}}
BY_REGION = {"Fn::FindInMap": ["Regions", ref("AWS::Region"), "Big"]}


def test_what_nobody_can_work_out_is_called_by_its_condition() -> None:
    conditions = {"IsBig": {"Fn::Equals": [BY_REGION, "true"]}}
    assert ways({}, conditions, chosen("IsBig"), Mappings=MAPS) == {"IsBig is true": YES, "IsBig is false": NO}
    assert ways({}, conditions, chosen("IsBig"), Deployment(region="eu-west-1"), Mappings=MAPS) == {"": YES}


def test_what_nobody_can_work_out_has_one_value() -> None:
    conditions = {"IsBig": {"Fn::Equals": [BY_REGION, "true"]}, "IsSmall": {"Fn::Equals": ["false", BY_REGION]}}
    assert ways({}, conditions, [chosen("IsBig"), chosen("IsSmall")], Mappings=MAPS) == {
        "IsBig is true": [YES, NO],
        "IsSmall is true": [NO, YES],
        "IsBig is false and IsSmall is false": [NO, NO],
    }


def test_two_parameters_may_have_one_value() -> None:
    parameters = {"One": {"Type": "String", "Default": "a"}, "Other": {"Type": "String"}}
    same = {"Same": {"Fn::Equals": [ref("One"), ref("Other")]}}
    found = ways(parameters, same, [chosen("Same"), ref("One"), ref("Other")])
    assert set(found) == {"One is 'a' and Same is true", "One is 'a' and Same is false",
                          "One is not 'a' and Same is true", "One is not 'a' and Same is false"}  # fmt: skip
    assert ways(parameters, {"Same": {"Fn::Equals": [ref("One"), ref("One")]}}, chosen("Same")) == {"": YES}


def test_numbers_and_booleans_are_compared_as_texts() -> None:
    parameters = {"Count": {"Type": "Number", "Default": 2}, "On": {"Type": "String", "AllowedValues": [True, False]}}
    conditions = {"IsTwo": {"Fn::Equals": [ref("Count"), "2"]}, "IsOn": {"Fn::Equals": [ref("On"), True]}}
    assert ways(parameters, conditions, [chosen("IsTwo"), chosen("IsOn")]) == {
        "Count is '2' and On is 'true'": [YES, YES],
        "Count is '2' and On is 'false'": [YES, NO],
        "Count is not '2' and On is 'true'": [NO, YES],
        "Count is not '2' and On is 'false'": [NO, NO],
    }


def many(count: int) -> tuple[Json, Json, Json]:
    parameters = {f"P{at}": {"Type": "String", "Default": "no", "AllowedValues": ["no", "yes"]} for at in range(count)}
    conditions = {f"C{at}": {"Fn::Equals": [ref(f"P{at}"), "yes"]} for at in range(count)}
    return parameters, conditions, [chosen(f"C{at}") for at in range(count)]


def test_sixty_four_ways_are_all_told_apart() -> None:
    assert len(ways(*many(6))) == 64


def test_of_more_each_value_is_tried_beside_the_defaults() -> None:
    found = list(ways(*many(7)).values())
    assert found == [[NO] * 7] + [[YES if at == one else NO for at in range(7)] for one in range(7)]


def test_pools_that_have_nothing_in_common_come_out_one_by_one() -> None:
    parameters, conditions, _ = many(7)
    pools = {f"Pool{at}": {"Type": POOL, "Properties": {"Said": chosen(f"C{at}")}} for at in range(7)}
    pools["Other"] = {"Type": POOL}
    written = {"Parameters": parameters, "Conditions": conditions, "Resources": pools}
    found = [(source.when, list(source.resources)) for source in read_template(written, "x")]
    assert found[:3] == [("", ["Other"]), ("P0 is 'no'", ["Pool0"]), ("P0 is 'yes'", ["Pool0"])]
    assert len(found) == 15


def test_what_no_rule_reads_has_no_ways() -> None:
    written = template(ENV, IS_PROD, ref("Env"))
    written["Resources"]["Function"] = {"Type": "AWS::Lambda::Function", "Properties": {"A": chosen("IsProd")}}
    [source] = read_template(written, "x")
    assert (source.when, source.resources["Function"]) == ("", written["Resources"]["Function"])


def sources(*names: str) -> list[Source]:
    parameters, conditions, said = many(2)
    found = list(read_template(template(parameters, conditions, said), "x"))
    return [
        one for one in found if "".join(str(value[0]) for value in one.resources["Pool"]["Properties"]["Said"]) in names
    ]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (("nn", "ny", "yn", "yy"), ""),
        (("nn", "ny"), "P0 is 'no'"),
        (("ny", "yy"), "P1 is 'yes'"),
        (("yy",), "P0 is 'yes' and P1 is 'yes'"),
        (("nn", "yy"), "P0 is 'no' and P1 is 'no' or P0 is 'yes' and P1 is 'yes'"),
        (("ny", "yn", "yy"), "P1 is 'yes' or P0 is 'yes'"),
    ],
)
def test_what_was_found_in_some_ways_is_told_in_few_words(found: tuple[str, ...], told: str) -> None:
    assert when(sources(*found)) == told


def test_what_was_found_in_no_source_is_told_of_none() -> None:
    assert when([]) == ""
