"""How rules read a resource: absent is nothing, unknown ends the rule, and values are what CloudFormation takes."""

from typing import Any

import pytest

from constructs_lib.resources.model import IDENTITY_POOL, USER_POOL, USER_POOL_CLIENT, Resources, ref
from constructs_lib.rules import Deployment
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.view import DoesNotApply, View
from tests.rules.case import UNKNOWN

NOTHING = {"Ref": "AWS::NoValue"}
HERE = Deployment(region="eu-west-1", account="111122223333")


def views(resources: Resources, where: Deployment = HERE) -> dict[str, View]:
    return Neighbours(resources, where).views


def view(**properties: Any) -> View:
    return views({"One": {"Type": USER_POOL, "Properties": properties}})["One"]


def read(method: str, value: Any, path: str = "A") -> Any:
    """Read a property; the word unknown stands for a rule that ends."""
    try:
        return getattr(view(A=value), method)(path)
    except DoesNotApply:
        return "unknown"


@pytest.mark.parametrize(
    ("method", "value", "found"),
    [
        ("get", NOTHING, None),
        ("get", UNKNOWN, UNKNOWN),
        ("get", 0, 0),
        ("has", None, False),
        ("has", UNKNOWN, True),
        ("surely_has", UNKNOWN, True),
        ("surely_has", {"Fn::If": ["C", 1, 2]}, True),
        ("surely_has", {"Fn::If": ["C", 1, NOTHING]}, False),
        ("surely_has", {"Fn::If": ["C", {"Fn::If": ["D", NOTHING, 1]}, 1]}, False),
        ("surely_has", {"Fn::If": "C"}, False),
        ("surely_has", NOTHING, False),
        ("surely_has", None, False),
        ("known", UNKNOWN, "unknown"),
        ("known", {"Ref": "AWS::Region"}, "eu-west-1"),
        ("known", None, None),
        ("text", "a", "a"),
        ("text", 7, "7"),
        ("text", True, "unknown"),
        ("text", ["a"], "unknown"),
        ("text", {"a": 1}, "unknown"),
        ("text", None, None),
        ("number", "7", 7.0),
        ("number", 7, 7),
        ("number", 7.5, 7.5),
        ("number", "seven", "unknown"),
        ("number", True, "unknown"),
        ("number", [7], "unknown"),
        ("number", None, None),
        ("flag", "True", True),
        ("flag", "false", False),
        ("flag", False, False),
        ("flag", "yes", "unknown"),
        ("flag", 1, "unknown"),
        ("flag", None, None),
        ("texts", ["a", {"Ref": "AWS::Region"}], ("a", "eu-west-1")),
        ("texts", ["a", UNKNOWN], "unknown"),
        ("texts", ["a", 7], "unknown"),
        ("texts", "a", "unknown"),
        ("texts", [], ()),
        ("texts", None, None),
        ("each_text", ["a", UNKNOWN, 7, "b"], [(0, "a"), (3, "b")]),
        ("each_text", "a", []),
        ("each_text", None, []),
        ("objects", "a", []),
        ("objects", None, []),
        ("all_objects", None, []),
        ("all_objects", [{"B": 1}, UNKNOWN], "unknown"),
        ("all_objects", "a", "unknown"),
    ],
)
def test_a_property_is_read_as_what_it_is(method: str, value: Any, found: Any) -> None:
    assert read(method, value) == found


def test_a_property_is_read_once_and_says_the_same_again() -> None:
    one = view(A=UNKNOWN, B=["a"], C=[{"D": 1}])
    for _ in range(2):
        assert one.get("A") == UNKNOWN
        assert one.each_text("B") == [(0, "a")]
        assert [each.get("D") for each in one.objects("C")] == [1]
        with pytest.raises(DoesNotApply):
            one.known("A")


@pytest.mark.parametrize(
    ("value", "found"),
    [({"B": {"C": 1}}, 1), ({"B": {}}, None), ({"B": "x"}, None), ({"B": UNKNOWN}, "unknown"), (UNKNOWN, "unknown")],
)
def test_a_path_leads_through_objects_and_ends_at_what_is_unknown(value: Any, found: Any) -> None:
    for _ in range(2):
        assert read("get", value, "A.B.C") == found


def test_an_object_of_a_list_knows_its_place() -> None:
    one = view(A={"B": ["x", UNKNOWN, {"C": {"D": [{"E": 1}]}}]})
    (inner,) = one.objects("A.B")
    assert inner.path == ("A", "B", 2)
    (innermost,) = inner.all_objects("C.D")
    assert innermost.path == ("A", "B", 2, "C", "D", 0)
    assert innermost.resource is one
    problem = innermost.problem("E.F", "is wrong", fix="fix", allowed="another", got=1)
    assert problem.property == ("A", "B", 2, "C", "D", 0, "E", "F")
    assert (problem.problem, problem.fix, problem.allowed, problem.got) == ("is wrong", "fix", "another", 1)


@pytest.mark.parametrize(("path", "place"), [("", ()), ((), ()), ("A.B", ("A", "B")), (("A", 0, "B"), ("A", 0, "B"))])
def test_a_problem_is_told_by_a_path_or_by_steps(path: Any, place: Any) -> None:
    assert view().problem(path, "is wrong", fix="fix", allowed="another").property == place


def test_a_client_belongs_to_a_pool_of_the_template_alone() -> None:
    def pool_of(link: Any) -> str:
        client = {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": link}}
        resources: Resources = {"Pool": {"Type": USER_POOL}, "Client": client, "Identities": {"Type": IDENTITY_POOL}}
        try:
            return views(resources)["Client"].pool.key
        except DoesNotApply:
            return "unknown"

    assert pool_of(ref("Pool")) == "Pool"
    assert pool_of(ref("Identities")) == "unknown"
    assert pool_of("eu-west-1_a") == "unknown"
    assert pool_of(UNKNOWN) == "unknown"


@pytest.mark.parametrize(("link", "found"), [(ref("Identities"), "Identities"), (ref("Pool"), None), ("x", None)])
def test_roles_belong_to_an_identity_pool_of_the_template(link: Any, found: str | None) -> None:
    roles = {"Type": "AWS::Cognito::IdentityPoolRoleAttachment", "Properties": {"IdentityPoolId": link}}
    resources: Resources = {"Pool": {"Type": USER_POOL}, "Identities": {"Type": IDENTITY_POOL}, "Roles": roles}
    one = views(resources)["Roles"]
    if found is None:
        with pytest.raises(DoesNotApply):
            _ = one.identity_pool
    else:
        assert one.identity_pool.key == found


def clients(**links: Any) -> dict[str, View]:
    made = {key: {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": link}} for key, link in links.items()}
    return views({"Pool": {"Type": USER_POOL}, **made})


def test_what_belongs_to_a_pool_is_around_it() -> None:
    found = clients(A=ref("Pool"), B="eu-west-1_b", C=ref("Pool"))
    assert [one.key for one in found["Pool"].around(USER_POOL_CLIENT)] == ["A", "C"]
    assert [one.key for one in found["Pool"].all_around(USER_POOL_CLIENT)] == ["A", "C"]
    assert [one.key for one in found["A"].siblings] == ["C"]
    assert found["B"].siblings == []


def test_of_what_may_belong_to_a_pool_nobody_knows_all() -> None:
    found = clients(A=ref("Pool"), B={"Fn::ImportValue": "pool"})
    assert [one.key for one in found["Pool"].around(USER_POOL_CLIENT)] == ["A"]
    with pytest.raises(DoesNotApply):
        found["Pool"].all_around(USER_POOL_CLIENT)


def twins(*names: Any, conditions: tuple[Any, ...] = ()) -> str | None:
    """Name the twin of the last of some app clients."""
    made = {
        f"C{number}": {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": ref("Pool"), "ClientName": name}}
        | ({"Condition": conditions[number]} if number < len(conditions) and conditions[number] else {})
        for number, name in enumerate(names)
    }
    found = views({"Pool": {"Type": USER_POOL}, **made})[f"C{len(names) - 1}"].twin("ClientName")
    return found.key if found is not None else None


def test_a_twin_is_the_first_that_says_the_same() -> None:
    assert twins("a", "b", "a", "a") == "C0"
    assert twins("b", "a", "a") == "C1"
    assert twins("a", "b") is None
    assert twins("a") is None
    assert twins(NOTHING, NOTHING) is None
    assert twins("eu-west-1", {"Ref": "AWS::Region"}) == "C0"
    assert twins("a", "a", conditions=("Staging",)) is None
    assert twins("a", "a", conditions=("Staging", "Staging")) == "C0"


def test_the_place_of_the_deployment_is_known_or_not() -> None:
    one = {"One": {"Type": USER_POOL}}
    assert (views(one)["One"].region, views(one)["One"].account) == ("eu-west-1", "111122223333")
    for where in (Deployment(), Deployment(region="${Token[AWS.Region.1]}", account="${Token[AWS.AccountId.1]}")):
        for name in ("region", "account"):
            with pytest.raises(DoesNotApply):
                getattr(views(one, where)["One"], name)


@pytest.mark.parametrize(
    "junk", [{"A": {"Type": 1}}, {"A": "x"}, {1: {"Type": USER_POOL}}, {"A": {}}, [], "x", None, {"A": {"Type": None}}]
)
def test_what_is_no_resource_is_passed_over(junk: Any) -> None:
    assert views(junk) == {}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("AWS::Logs::LogGroup", "LogGroupName"),
        ("AWS::Cognito::UserPoolGroup", "GroupName"),
        ("AWS::Cognito::UserPoolIdentityProvider", "ProviderName"),
        ("AWS::Cognito::UserPoolResourceServer", "Identifier"),
        ("AWS::Cognito::UserPoolUser", "Username"),
    ],
)
def test_each_type_that_has_a_name_has_its_own_property_for_it(kind: str, name: str) -> None:
    assert Neighbours({"One": {"Type": kind, "Properties": {name: "shop"}}}, HERE).told({"Ref": "One"}) == "shop"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"Ref": "AWS::AccountId"}, "111122223333"),
        ({"Ref": "Group"}, "admins"),
        ({"Ref": "Unnamed"}, {"Ref": "Unnamed"}),
        ({"Ref": "Token"}, {"Ref": "Token"}),
        ({"Ref": "Pool"}, {"Ref": "Pool"}),
        ({"Ref": "Group", "More": 1}, {"Ref": "Group", "More": 1}),
        ({"Ref": ["Group"]}, {"Ref": ["Group"]}),
        ("Group", "Group"),
    ],
)
def test_a_reference_to_what_has_a_name_comes_to_the_name(value: Any, told: Any) -> None:
    kind = "AWS::Cognito::UserPoolGroup"
    resources: Resources = {
        "Group": {"Type": kind, "Properties": {"GroupName": "admins"}},
        "Unnamed": {"Type": kind},
        "Token": {"Type": kind, "Properties": {"GroupName": "${Token[TOKEN.1]}"}},
        "Pool": {"Type": USER_POOL, "Properties": {"UserPoolName": "shop"}},
    }
    assert Neighbours(resources, HERE).told(value) == told
