"""What is added to a pool of somewhere else names the pool by its id."""

from typing import Any

import pytest

from constructs_lib.checking import check
from constructs_lib.rendering import render
from constructs_lib.rules import Deployment
from constructs_lib.settings import (
    AppClient,
    ExistingUserPool,
    Group,
    GroupMembership,
    GroupOf,
    ManagedLoginBranding,
    PrefixDomain,
    ResourceServer,
    Scope,
    ScopeOf,
    User,
    UserOf,
    Verbatim,
    WebAclAssociation,
)
from tests.rendering.strategies import TOKEN_TEXT

ID = "eu-central-1_AbCdEfGhI"
ARN = f"arn:aws:cognito-idp:eu-central-1:111122223333:userpool/{ID}"
HERE = Deployment(region="eu-central-1", account="111122223333")
IMPORTED = {"Fn::ImportValue": "pool"}


def pool_ids(settings: ExistingUserPool) -> list[Any]:
    return [resource["Properties"]["UserPoolId"] for resource in render(settings).values()]


@pytest.mark.parametrize(("said", "rendered"), [(ID, ID), (TOKEN_TEXT, TOKEN_TEXT), (Verbatim(IMPORTED), IMPORTED)])
def test_whatever_is_added_names_the_pool_by_its_id(said: Any, rendered: Any) -> None:
    settings = ExistingUserPool(
        user_pool_id=said,
        app_clients={"web": AppClient()},
        groups={"admins": Group()},
        prefix_domain=PrefixDomain("shop"),
        managed_login_branding={"web": ManagedLoginBranding()},
    )
    assert pool_ids(settings) == [rendered] * 4


def test_nothing_is_made_but_what_is_added() -> None:
    settings = ExistingUserPool(user_pool_id=ID, groups={"admins": Group(name="admins")})
    assert render(settings) == {
        "Groupadmins": {
            "Type": "AWS::Cognito::UserPoolGroup",
            "Properties": {"UserPoolId": ID, "GroupName": "admins"},
        }
    }
    assert render(ExistingUserPool(user_pool_id=ID)) == {}


def test_an_arn_names_the_pool_at_its_end() -> None:
    assert ExistingUserPool.from_arn(ARN, groups={"admins": Group()}) == ExistingUserPool(
        user_pool_id=ID, groups={"admins": Group()}
    )


def test_the_id_is_taken_out_of_an_arn_that_becomes_known_at_deploy() -> None:
    settings = ExistingUserPool.from_arn(TOKEN_TEXT, groups={"admins": Group()})
    assert pool_ids(settings) == [{"Fn::Select": [1, {"Fn::Split": ["/", TOKEN_TEXT]}]}]


@pytest.mark.parametrize(
    "arn",
    [
        ID,
        "arn:aws:cognito-idp:eu-central-1:111122223333:userpool/",
        "arn:aws:iam::111122223333:role/userpool",
        "arn:aws:s3:::bucket:userpool/x",
    ],
)
def test_another_arn_is_refused(arn: str) -> None:
    with pytest.raises(ValueError, match=r"^ExistingUserPool\.from_arn: must be the ARN of a user pool, got '"):
        ExistingUserPool.from_arn(arn)


@pytest.mark.parametrize(
    ("said", "name"),
    [(ID, [f":userpool/{ID}"]), (Verbatim(IMPORTED), [":userpool/", IMPORTED])],
    ids=["known", "unknown"],
)
def test_a_web_acl_is_put_before_the_pool_by_its_arn(said: Any, name: list[Any]) -> None:
    association = WebAclAssociation(web_acl_arn="arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/a/1")
    rendered = render(ExistingUserPool(user_pool_id=said, web_acl_association=association))
    assert rendered["WebAclAssociation"]["Properties"]["ResourceArn"] == {
        "Fn::Join": [
            "",
            [
                "arn:",
                {"Ref": "AWS::Partition"},
                ":cognito-idp:",
                {"Ref": "AWS::Region"},
                ":",
                {"Ref": "AWS::AccountId"},
                *name,
            ],
        ]
    }


def test_references_by_key_hold_around_an_existing_pool_and_under_pinned_ids() -> None:
    settings = ExistingUserPool(
        user_pool_id=ID,
        resource_servers={"orders": ResourceServer("orders", scopes=[Scope("read", description="Read")])},
        app_clients={"web": AppClient(oauth_scopes=[ScopeOf("orders", "read")])},
        users={"anna": User("anna")},
        groups={"admins": Group(name="admins")},
        group_memberships={"one": GroupMembership(UserOf("anna"), group_name=GroupOf("admins"))},
    )
    rendered = render(settings, {"ResourceServerorders": "Orders", "Groupadmins": "Admins"})
    assert rendered.keys() == {"Orders", "AppClientweb", "Useranna", "Admins", "Membershipone"}
    assert rendered["AppClientweb"]["Properties"]["AllowedOAuthScopes"] == [
        {"Fn::Join": ["", [{"Ref": "Orders"}, "/read"]]}
    ]
    assert rendered["Membershipone"]["Properties"] == {
        "UserPoolId": ID,
        "Username": {"Ref": "Useranna"},
        "GroupName": {"Ref": "Admins"},
    }


def test_findings_are_in_the_words_of_the_settings() -> None:
    settings = ExistingUserPool(
        user_pool_id=ID,
        groups={"a": Group(name="admins"), "b": Group(name="admins"), "c": Group(precedence=-1)},
    )
    assert {finding.rule: finding.path for finding in check(settings, HERE)} == {
        "group.duplicate-name": 'groups["b"].name',
        "group.precedence": 'groups["c"].precedence',
    }


@pytest.mark.parametrize("wrong", ["shop", ARN, ""])
def test_an_id_that_is_none_is_found_where_it_was_said(wrong: str) -> None:
    (finding,) = check(ExistingUserPool(user_pool_id=wrong, groups={"a": Group(name="admins")}))
    assert (finding.rule, finding.path, finding.severity) == ("group.pool-id", "user_pool_id", "error")


def test_rules_that_need_the_pool_say_nothing_of_one_that_is_elsewhere() -> None:
    settings = ExistingUserPool(
        user_pool_id=ID,
        app_clients={
            "web": AppClient(
                auth_flows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH"],
                read_attributes=["custom:size"],
                oauth_flows_enabled=True,
                oauth_flows=["code"],
                oauth_scopes=["orders/read"],
                callback_urls=["https://shop.example"],
                supported_identity_providers=["Google"],
                prevent_user_existence_errors=True,
            )
        },
        users={"anna": User("anna", message_action="SUPPRESS", desired_delivery_mediums=["EMAIL"])},
    )
    # These two look at the app client alone.
    assert {finding.rule for finding in check(settings, HERE)} == {
        "app-client.no-renewal",
        "app-client.local-users-by-api",
    }


def test_what_settings_say_of_each_other_is_judged_without_the_pool_too() -> None:
    settings = ExistingUserPool(user_pool_id=ID, users={"a": User("anna"), "b": User("anna")})
    assert [finding.path for finding in check(settings, HERE) if finding.rule == "user.duplicate-name"] == [
        'users["b"].username'
    ]
