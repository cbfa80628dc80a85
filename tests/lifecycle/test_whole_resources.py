"""Resources that come, go, are called otherwise, or are kept by a policy."""

from typing import Any

import pytest

from constructs_lib.lifecycle.diff import diff
from constructs_lib.lifecycle.effect import Effect
from constructs_lib.lifecycle.matching import with_names
from constructs_lib.lifecycle.tables.whole import REMOVED, UNIQUE
from constructs_lib.resources.model import (
    MANAGED_LOGIN_BRANDING,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    Resources,
)
from tests.lifecycle.told import one, text

POLICIES = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html"
NAMES = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html"


def messages(before: Resources, after: Resources, **how: bool) -> list[str]:
    return list(map(text, diff(before, after, **how)))


def pool(name: str = "Pool", **attributes: Any) -> Resources:
    return {name: {"Type": USER_POOL, **attributes}}


def test_a_pool_that_goes_is_deleted_with_its_users() -> None:
    assert messages(pool(), {}) == [
        "loses: : Pool → None\n"
        "the pool is deleted with all its users, passwords, passkeys, second factors and tokens; AWS Support can "
        "bring it "
        "back for 14 days\n"
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html"
    ]


@pytest.mark.parametrize("policy", ["Retain", "RetainExceptOnCreate"])
def test_but_is_kept_where_the_policy_of_before_says_so(policy: str) -> None:
    assert messages(pool(DeletionPolicy=policy), {}) == [
        "in place: : Pool → None\n"
        "leaves the stack and stays as it is, because DeletionPolicy says so; no stack manages it any more\n" + POLICIES
    ]


def test_and_a_protected_one_cannot_be_deleted() -> None:
    assert messages(pool(Properties={"DeletionProtection": "ACTIVE"}), {}) == [
        "refused: : Pool → None\n"
        "AWS refuses to delete a protected pool: the users stay, and the stack cannot clean up; say DeletionPolicy: "
        "Retain "
        "before it leaves the stack\n"
        "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html"
    ]


@pytest.mark.parametrize("type_name", REMOVED)
def test_every_type_says_what_goes_with_it(type_name: str) -> None:
    row = REMOVED[type_name]
    (change,) = diff({"One": {"Type": type_name}}, {})
    assert (change.effect, change.says, change.source, change.is_removed) == (row.effect, row.says, row.source, True)
    assert change.effect in (Effect.LOSES, Effect.IN_PLACE)


def test_what_comes_costs_nobody_anything() -> None:
    assert messages({}, pool()) == [
        "in place: : None → Pool\n"
        "is added; users, tokens and sessions stay\n"
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html"
    ]


def with_domain(domain: str, **properties: Any) -> tuple[Resources, Resources]:
    """Give a pool with passkeys, and the same with a domain."""
    factors = {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}
    before = pool(Properties={"Policies": factors, **properties})
    pages = {"Type": USER_POOL_DOMAIN, "Properties": {"UserPoolId": {"Ref": "Pool"}, "Domain": domain}}
    return before, {**before, "Pages": pages}


def test_a_domain_of_ones_own_takes_the_passkeys_of_the_one_before() -> None:
    assert messages(*with_domain("auth.shop.example")) == [
        "loses: : None → Pages\n"
        "is added, and the pages take no passkeys but those of the own domain from now on: users must sign in in "
        "another way and register anew; tokens and sessions stay\n"
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html"
    ]


def test_but_not_those_that_were_made_for_it_nor_does_a_prefix() -> None:
    for domain, relying_party in (("auth.shop.example", "auth.shop.example"), ("shop", None)):
        (change,) = diff(*with_domain(domain, WebAuthnRelyingPartyID=relying_party))
        assert change.effect is Effect.IN_PLACE
    _, after = with_domain("auth.shop.example")
    assert {change.effect for change in diff({}, after)} == {Effect.IN_PLACE}


def test_a_pool_under_another_logical_id_is_a_new_one_without_users() -> None:
    assert messages(pool("Users", DeletionPolicy="Retain"), pool("Customers", DeletionPolicy="Retain")) == [
        "loses: : Users → Customers\n"
        "is another resource for CloudFormation, which makes a new one; and of the old one: leaves the stack and "
        "stays as "
        "it is, because DeletionPolicy says so; no stack manages it any more; the new one has no users\n" + POLICIES
    ]


def test_two_pools_of_different_names_are_not_the_same() -> None:
    before, after = pool("Users", Properties={"UserPoolName": "a"}), pool("Staff", Properties={"UserPoolName": "b"})
    assert [(change.effect, change.resource) for change in diff(before, after)] == [
        (Effect.LOSES, "Users"),
        (Effect.IN_PLACE, "Staff"),
    ]


@pytest.mark.parametrize("type_name", sorted(UNIQUE))
def test_what_a_pool_has_one_of_a_name_of_cannot_be_called_otherwise_in_the_template(type_name: str) -> None:
    assert messages({"Old": {"Type": type_name}}, {"New": {"Type": type_name}}) == [
        "refused: : Old → New\n"
        "is another resource for CloudFormation, which makes it before it deletes the old one: AWS refuses two of one "
        "name, and the deploy fails; keep the logical id\n" + NAMES
    ]


def test_but_in_another_pool_no_name_is_taken_but_a_domains() -> None:
    def template(pool_id: str, group: str, domain: str) -> Resources:
        link = {"UserPoolId": {"Ref": pool_id}}
        return {
            pool_id: {"Type": USER_POOL},
            group: {"Type": USER_POOL_GROUP, "Properties": {**link, "GroupName": "staff"}},
            domain: {"Type": USER_POOL_DOMAIN, "Properties": {**link, "Domain": "shop"}},
        }

    changes = diff(template("Users", "Staff", "Pages"), template("People", "Team", "Site"))
    assert [(change.effect, change.resource) for change in changes] == [
        (Effect.REFUSED, "Site"),
        (Effect.LOSES, "People"),
        (Effect.LOSES, "Team"),
    ]


def test_an_app_client_under_another_logical_id_has_another_id() -> None:
    (change,) = diff({"Old": {"Type": USER_POOL_CLIENT}}, {"New": {"Type": USER_POOL_CLIENT}})
    assert (change.effect, change.resource) == (Effect.LOSES, "New")
    assert change.says == (
        "is another resource for CloudFormation, which makes a new one; and of the old one: the app client is "
        "deleted: its "
        "apps cannot sign anybody in, and all its refresh tokens and sessions end"
    )


def test_another_type_under_the_same_logical_id_is_refused() -> None:
    assert messages({"One": {"Type": USER_POOL_CLIENT}}, {"One": {"Type": USER_POOL_GROUP}}) == [
        "refused: Type: AWS::Cognito::UserPoolClient → AWS::Cognito::UserPoolGroup\n"
        "CloudFormation refuses another type under the same logical id: everything stays, and the deploy fails\n"
        "https://github.com/aws/aws-sam-cli/issues/6786"
    ]


def test_a_pool_that_is_kept_no_longer_is_in_danger() -> None:
    assert messages(pool(DeletionPolicy="Retain"), pool()) == [
        "in place: DeletionPolicy: Retain → None\n"
        "nothing is lost yet, but from now on the pool is deleted with its users when it leaves the stack\n" + POLICIES
    ]


def test_a_policy_that_keeps_says_nothing_now() -> None:
    assert messages(pool(), pool(DeletionPolicy="Retain")) == [
        "in place: DeletionPolicy: None → Retain\nsays what happens when it leaves the stack; now nothing\n" + POLICIES
    ]
    (change,) = diff(pool(), pool(DeletionPolicy="Delete"))
    assert change.effect is Effect.NONE
    (change,) = diff(pool(), pool(UpdateReplacePolicy="Retain"))
    assert change.says == "says what happens to the old one when it is replaced; now nothing"


def test_a_replacement_leaves_the_old_one_where_the_policy_says_so() -> None:
    kept = {"UpdateReplacePolicy": "Retain"}
    before, after = (one(USER_POOL_CLIENT, {"GenerateSecret": each}, **kept) for each in (True, False))
    assert messages(before, after) == [
        "replaced: GenerateSecret: True → False\n"
        "the resource is made anew, and the old one stays outside of the stack, because UpdateReplacePolicy says so: "
        "apps "
        "that know it go on until it is deleted\n"
        "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-updating.html"
    ]


def test_but_not_where_only_one_side_says_so() -> None:
    before = one(USER_POOL_CLIENT, {"GenerateSecret": True})
    after = one(USER_POOL_CLIENT, {"GenerateSecret": False}, UpdateReplacePolicy="Retain")
    assert [change.effect for change in diff(before, after)] == [Effect.LOSES, Effect.IN_PLACE]


def test_what_stands_beside_the_properties_says_nothing_about_users() -> None:
    (change,) = diff(pool(Metadata={"aws:cdk:path": "a"}), pool(Metadata={"aws:cdk:path": "b"}))
    assert (change.effect, change.says) == (Effect.NONE, "says nothing to AWS about users")


def test_a_condition_that_nobody_knows_may_take_the_pool_away() -> None:
    (change,) = diff(pool(), pool(Condition="Live"))
    assert change.effect is Effect.LOSES
    assert change.says == (
        "may leave the stack, which only the deploy tells; if it does: the pool is deleted with all its users, "
        "passwords, "
        "passkeys, second factors and tokens; AWS Support can bring it back for 14 days"
    )


def test_what_is_not_cognitos_is_passed_over() -> None:
    topic: Resources = {"Topic": {"Type": "AWS::SNS::Topic"}}
    assert diff(topic, {}) == []
    assert diff({}, topic) == []


TEMPLATE: Resources = {
    "Users": {"Type": USER_POOL, "DeletionPolicy": "Retain", "Properties": {"UserPoolName": "shop"}},
    "Web": {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": {"Ref": "Users"}, "ClientName": "web"}},
    "App": {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": {"Ref": "Users"}, "ClientName": "app"}},
    "Style": {
        "Type": MANAGED_LOGIN_BRANDING,
        "Properties": {"UserPoolId": {"Ref": "Users"}, "ClientId": {"Ref": "App"}},
    },
    "Pages": {"Type": USER_POOL_DOMAIN, "Properties": {"UserPoolId": {"Ref": "Users"}, "Domain": "shop"}},
}
NAMES_OF_OTHERS = {"Users": "Pool", "Web": "PoolA", "App": "PoolB", "Style": "PoolC", "Pages": "PoolD"}


def _called_otherwise(resources: Resources) -> Resources:
    found = with_names(resources, NAMES_OF_OTHERS)
    return {NAMES_OF_OTHERS[name]: resource for name, resource in found.items()}


def test_names_tell_which_resource_is_which_where_logical_ids_do_not() -> None:
    assert diff(TEMPLATE, _called_otherwise(TEMPLATE), same_ids=False) == []
    assert diff(TEMPLATE, _called_otherwise(TEMPLATE)) != []


def test_what_is_alone_of_its_type_is_the_same_whatever_it_is_called() -> None:
    other = _called_otherwise(TEMPLATE)
    other["Pool"]["Properties"]["UserPoolName"] = "store"
    other["PoolD"]["Properties"]["Domain"] = "store"
    changes = diff(TEMPLATE, other, same_ids=False)
    assert [(change.resource, change.words) for change in changes] == [("PoolD", "Domain"), ("Pool", "UserPoolName")]


def test_what_aws_describes_is_deleted_by_nobody() -> None:
    described = {**TEMPLATE, "Staff": {"Type": USER_POOL_GROUP, "Properties": {"UserPoolId": {"Ref": "Users"}}}}
    for before, after, is_removed in ((described, TEMPLATE, True), (TEMPLATE, described, False)):
        (change,) = diff(before, after, same_ids=False, managed=False)
        assert (change.effect, change.is_removed) == (Effect.IN_PLACE, is_removed)
        assert change.says == "has no match on the other side, by type and name, and stays as it is"


def test_nor_does_it_have_policies() -> None:
    bare = {name: {"Type": each["Type"], "Properties": each["Properties"]} for name, each in TEMPLATE.items()}
    assert diff(TEMPLATE, bare, same_ids=False, managed=False) == []
    assert [change.words for change in diff(TEMPLATE, bare)] == ["DeletionPolicy"]
