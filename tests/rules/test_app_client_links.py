"""Rules about what is said of one app client."""

from typing import Any

import pytest

from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT, Resources, ref
from constructs_lib.rules.topics.app_client_links import LINKS, Link
from tests.rules.case import UNKNOWN, Case, client, pool

_API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/"
_CLIENT = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html"
)
OTHER_POOLS: Resources = {
    "Other": {"Type": USER_POOL, "Properties": {}},
    "Client": {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": ref("Other")}},
}


def it(kind: str, client: Any = ref("Client")) -> Resources:  # noqa: B008  (the same plain data every time)
    return {"It": {"Type": kind, "Properties": {"UserPoolId": ref("Pool"), "ClientId": client}}}


def _cases(link: Link) -> list[Case]:
    some, either = ("ALL, or ", ", or use ALL") if link.all else ("", "")
    return [
        Case(
            rule=f"{link.topic}.client-of-another-pool",
            fails=pool() | OTHER_POOLS | it(link.resource),
            says=f"""\
It.ClientId: refers to Client, which is no app client of the pool
   allowed: {some}an app client of the pool
   fix: refer to an app client of the pool{either}
   [{link.topic}.client-of-another-pool] {_API}API_{link.operation}.html""",
            passes=pool() | client() | it(link.resource),
            silent=pool() | client(UserPoolId=UNKNOWN) | it(link.resource),
        ),
        Case(
            rule=f"{link.topic}.client-by-name",
            fails=pool() | it(link.resource, "web"),
            says=f"""\
It.ClientId: does not look like an app client's id, got 'web'
   allowed: {some}the id of an app client
   fix: refer to the app client, in settings by ClientIdOf("<key>"){either}
   [{link.topic}.client-by-name] {_CLIENT}""",
            passes=pool() | it(link.resource, "1example23456789abcdefghij"),
            silent=pool() | it(link.resource, UNKNOWN),
        ),
    ]


CASES = [case for link in LINKS for case in _cases(link)]
BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("made", "said", "refused"),
    [
        ({"Type": USER_POOL}, ref("Made"), True),
        ({"Type": "Custom::AppClient"}, {"Fn::GetAtt": ["Made", "ClientId"]}, False),
        ({"Type": "AWS::CloudFormation::Stack"}, {"Fn::GetAtt": ["Made", "Outputs.ClientId"]}, False),
        ({"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": "eu-west-1_a"}}, ref("Made"), False),
        ({"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": {"Fn::ImportValue": "Pool"}}}, ref("Made"), False),
    ],
)
def test_it_is_an_app_client_of_another_pool_only_where_that_is_certain(made: Any, said: Any, refused: bool) -> None:
    for link in LINKS:
        resources = pool() | {"Made": made} | it(link.resource, said)
        assert bool(BY_RULE[f"{link.topic}.client-of-another-pool"].messages(resources)) is refused


def test_all_stands_for_every_app_client_where_a_type_knows_it() -> None:
    for link in LINKS:
        assert bool(BY_RULE[f"{link.topic}.client-by-name"].messages(pool() | it(link.resource, "ALL"))) is not link.all


def test_all_is_known_to_risk_and_the_classic_pages_alone() -> None:
    assert {link.topic for link in LINKS if link.all} == {"risk", "ui-customization"}
