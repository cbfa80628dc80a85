"""Families of resources: judged one by one, they are told what they are told all together."""

from typing import Any

import pytest
from hypothesis import given

from constructs_lib import IdentityPoolSettings
from constructs_lib.readers.templates.families import families
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import freeze, thaw
from constructs_lib.rules import Deployment, Finding, judge
from constructs_lib.rules.finding import in_order
from tests.rendering.strategies import fast, resource_sets

SOMEWHERE = Deployment(region="eu-central-1", account="111122223333")


def names(resources: Resources) -> list[set[str]]:
    return [set(family) for family in families(resources)]


def one(type_name: str, **properties: Any) -> dict[str, Any]:
    return {"Type": type_name, "Properties": properties}


def ref(name: str) -> Any:
    return {"Ref": name}


POOL, CLIENT = "AWS::Cognito::UserPool", "AWS::Cognito::UserPoolClient"
TWO = {"A": one(POOL), "B": one(POOL)}
ROLE = one("AWS::IAM::Role")


@pytest.mark.parametrize(
    ("resources", "found"),
    [
        (TWO, [{"A"}, {"B"}]),
        (TWO | {"C": one(CLIENT, UserPoolId=ref("A"))}, [{"A", "C"}, {"B"}]),
        (TWO | {"C": one(CLIENT, UserPoolId={"Fn::If": ["X", ref("A"), ref("B")]})}, [{"A", "B", "C"}]),
        (TWO | {"C": {**one(POOL), "DependsOn": ["A"]}}, [{"A", "C"}, {"B"}]),
        (TWO | {"C": one(CLIENT, UserPoolId="x"), "D": one(CLIENT, UserPoolId="y")}, [{"A"}, {"B"}, {"C", "D"}]),
        (TWO | {"C": one(CLIENT), "D": one(CLIENT)}, [{"A"}, {"B"}, {"C", "D"}]),
        (TWO | {"C": one(CLIENT, UserPoolId=ref("Parameter"))}, [{"A"}, {"B"}, {"C"}]),
        (TWO | {"C": one(CLIENT, UserPoolId={"Fn::ImportValue": "x"})}, [{"A", "B", "C"}]),
        (TWO | {"R": ROLE, "F": one("AWS::Lambda::Function", X=ref("A"))}, [{"A"}, {"B"}]),
        (
            {
                "A": one(POOL, LambdaConfig={"PreSignUp": {"Fn::Sub": "${F.Arn}"}}),
                "F": one("AWS::Lambda::Function", Role=ref("R")),
                "R": ROLE,
                "P": one("AWS::IAM::Policy", Roles=[ref("R")], PolicyDocument={"X": ref("B")}),
                "Q": one("AWS::IAM::ManagedPolicy", Roles=["by-name"]),
                "S": one("AWS::IAM::Policy", Users=["x"]),
                "B": one(POOL),
            },
            [{"A", "F", "R", "P", "Q"}, {"B"}],
        ),
        (
            TWO
            | {
                "W": one("AWS::WAFv2::WebACL"),
                "V": one("AWS::WAFv2::WebACLAssociation", ResourceArn={"Fn::GetAtt": ["B", "Arn"]}, WebACLArn=ref("W")),
                "C": one("AWS::CloudFront::Distribution", WebAcl=ref("W")),
            },
            [{"A", "B", "W", "V", "C"}],
        ),
        (
            TWO
            | {
                "C": one("AWS::Cognito::UserPoolDomain", UserPoolId=ref("A")),
                "D": one("AWS::Cognito::UserPoolDomain", UserPoolId=ref("B")),
            },
            [{"A", "B", "C", "D"}],
        ),
        ({"R": ROLE, "Junk": 1, "More": {"Type": 2}}, []),
    ],
)
def test_what_belongs_together_is_one_family(resources: Resources, found: list[set[str]]) -> None:
    assert names(resources) == found


def apart(resources: Resources) -> list[Finding]:
    found = families(resources)
    rest = {name: item for name, item in resources.items() if not any(name in family for family in found)}
    return in_order([finding for some in (*found, rest) for finding in judge(some, SOMEWHERE)])


@fast
@given(resource_sets() | resource_sets(IdentityPoolSettings), resource_sets())
def test_families_are_told_what_all_are_told(one: tuple[Resources, str], other: tuple[Resources, str]) -> None:
    """In a template no reference is marked as one that settings have made."""
    more = {f"Z{name}": item for name, item in other[0].items()}
    resources = thaw(freeze({**one[0], **more}))
    assert apart(resources) == judge(resources, SOMEWHERE)


def test_a_web_acl_that_protects_nothing_is_seen_beside_a_pool() -> None:
    resources = {"A": one(POOL), "W": one("AWS::WAFv2::WebACL", Scope="REGIONAL")}
    assert [finding.rule for finding in apart(resources) if finding.resource == "W"].count(
        "web-acl.not-associated"
    ) == 1


def test_a_web_acl_is_seen_beside_a_pool_and_nothing_that_is_only_called_like_one() -> None:
    resources = {
        "M": one("AWS::Cognito::UserPoolUserToGroupAttachment", UserPoolId=ref("Elsewhere")),
        "A": one(POOL),
        "W": one("AWS::WAFv2::WebACL", Scope="REGIONAL"),
    }
    assert apart(resources) == judge(resources, SOMEWHERE)
    assert "web-acl.not-associated" in {finding.rule for finding in apart(resources)}


def test_domains_of_all_pools_are_counted() -> None:
    domains = {
        f"D{at}": one("AWS::Cognito::UserPoolDomain", UserPoolId=ref(f"P{at}"), Domain=f"auth.{at}.example",
                      CustomDomainConfig={"CertificateArn": ref("Certificate")})
        for at in range(5)
    }  # fmt: skip
    resources = {**{f"P{at}": one(POOL) for at in range(5)}, **domains}
    assert [finding.resource for finding in apart(resources) if finding.rule == "domain.custom-quota"] == ["D4"]
