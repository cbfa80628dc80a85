"""Programs of a shop."""

from typing import Any

import pytest
from aws_cdk.assertions import Match

from tests.cdk.synth import ids_of
from tests.stacks.templates import CLIENT, DOMAIN, POOL, machines

SERVER = "AWS::Cognito::UserPoolResourceServer"
_APIS = {"orders": "ProgramsResourceServerorders8292DAC9", "stock": "ProgramsResourceServerstock3BD36BA4"}


def _scope(api: str, scope: str) -> dict[str, Any]:
    return {"Fn::Join": ["", [{"Ref": _APIS[api]}, f"/{scope}"]]}


def test_it_is_a_pool_with_two_apis_two_programs_and_a_web_acl() -> None:
    kinds = [POOL, CLIENT, CLIENT, DOMAIN, SERVER, SERVER, "AWS::WAFv2::WebACL", "AWS::WAFv2::WebACLAssociation"]
    assert sorted(ids_of(machines()).values()) == sorted(kinds)


@pytest.mark.parametrize(
    ("identifier", "scopes"),
    [
        ("orders", {"read": "See orders", "ship": "Mark orders as shipped"}),
        ("stock", {"read": "See what is in stock", "count": "Enter what has been counted"}),
    ],
)
def test_each_api_says_what_it_lets_programs_do(identifier: str, scopes: dict[str, str]) -> None:
    said = [{"ScopeName": name, "ScopeDescription": text} for name, text in scopes.items()]
    machines().has_resource_properties(SERVER, {"Identifier": identifier, "Name": identifier, "Scopes": said})


@pytest.mark.parametrize(
    ("name", "scopes"),
    [
        ("reports", [_scope("orders", "read"), _scope("stock", "read")]),
        ("warehouse", [_scope("orders", "read"), _scope("orders", "ship"), _scope("stock", "count")]),
    ],
)
def test_a_program_has_a_secret_its_own_scopes_and_no_users(name: str, scopes: list[dict[str, Any]]) -> None:
    program = {
        "ClientName": name,
        "GenerateSecret": True,
        "AllowedOAuthFlowsUserPoolClient": True,
        "AllowedOAuthFlows": ["client_credentials"],
        "AllowedOAuthScopes": scopes,
        "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"],
        "CallbackURLs": Match.absent(),
        "SupportedIdentityProviders": Match.absent(),
    }
    machines().has_resource_properties(CLIENT, program)


def test_tokens_come_from_a_domain() -> None:
    machines().has_resource_properties(DOMAIN, {"Domain": "shop-programs"})


def test_nobody_signs_up_and_the_cheapest_plan_is_enough() -> None:
    pool = {
        "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True},
        "UserPoolTier": "LITE",
        "UsernameAttributes": Match.absent(),
        "AutoVerifiedAttributes": Match.absent(),
    }
    machines().has_resource_properties(POOL, pool)


def test_the_web_acl_counts_requests_and_tries_nothing_else() -> None:
    [acl] = machines().find_resources("AWS::WAFv2::WebACL").values()
    assert [rule["Name"] for rule in acl["Properties"]["Rules"]] == ["RateLimit"]
