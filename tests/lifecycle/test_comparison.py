"""What a lock records of a pool, held against what its template says now."""

from dataclasses import dataclass
from typing import Any

import pytest

from constructs_lib.lifecycle.comparison import compare
from constructs_lib.lifecycle.locking import pools_in

Resources = dict[str, Any]

POOL: Resources = {
    "UsernameAttributes": ["email"],
    "UsernameConfiguration": {"CaseSensitive": False},
    "Schema": [
        {"Name": "tenant", "AttributeDataType": "String", "StringAttributeConstraints": {"MaxLength": "20"}},
        {"Name": "email", "Required": True},
    ],
}
_ACCEPT = "if it is meant: userpool lock --accept Shop/Users --reason …"
_BACK = f"fix: put it back as it was; {_ACCEPT}"


def _pool(**properties: Any) -> Resources:
    return {"Users": {"Type": "AWS::Cognito::UserPool", "Properties": {**POOL, **properties}}}


def _member(name: str, kind: str, **properties: Any) -> Resources:
    return {name: {"Type": f"AWS::Cognito::{kind}", "Properties": {"UserPoolId": {"Ref": "Users"}, **properties}}}


def _said(before: Resources, after: Resources) -> list[str]:
    return [str(one) for one in compare("Shop", pools_in("Shop", before), pools_in("Shop", after)) if not one.is_new]


@dataclass(frozen=True)
class Change:
    """Templates before and after, what is said, and a change beside it of which nothing is said."""

    before: Resources
    after: Resources
    says: str
    harmless: Resources


_CLIENT = _pool() | _member("Web", "UserPoolClient", GenerateSecret=False)
_DOMAIN = _pool() | _member("Domain", "UserPoolDomain", Domain="shop")
_GROUP = _pool() | _member("Staff", "UserPoolGroup", GroupName="staff")
_PROVIDER = _pool() | _member("Login", "UserPoolIdentityProvider", ProviderName="Login", ProviderType="OIDC")
_SERVER = _pool() | _member("Orders", "UserPoolResourceServer", Identifier="orders")
_TENANT, _EMAIL = POOL["Schema"]
_USER_POOL_ID = '"UserPoolId": {"Ref": "Users"}'

CHANGES = {
    "username attributes": Change(
        _pool(UsernameAttributes=["email", "phone_number"]),
        _pool(),
        'Shop/Users: UsernameAttributes: was ["email", "phone_number"], is ["email"]\n'
        f"   AWS refuses the update: how users sign in is decided when a pool is made\n   {_BACK}",
        _pool(UsernameAttributes=["phone_number", "email"]),
    ),
    "alias attributes": Change(
        _pool(),
        _pool(AliasAttributes=["email"]),
        'Shop/Users: AliasAttributes: was left out, is ["email"]\n'
        f"   AWS refuses the update: how users sign in is decided when a pool is made\n   {_BACK}",
        _pool(AutoVerifiedAttributes=["email"]),
    ),
    "case": Change(
        _pool(UsernameConfiguration=None),
        _pool(),
        "Shop/Users: UsernameConfiguration.CaseSensitive: was left out, is false\n   AWS refuses the update: "
        "whether case "
        f"matters is decided when a pool is made, and cannot be said later either\n   {_BACK}",
        _pool(UsernameConfiguration=None, MfaConfiguration="OFF"),
    ),
    "a changed attribute": Change(
        _pool(),
        _pool(Schema=[{**_TENANT, "StringAttributeConstraints": {"MaxLength": "30"}}, _EMAIL]),
        'Shop/Users: attribute tenant: was {"AttributeDataType": "String", "DeveloperOnlyAttribute": false, '
        '"MaxLength": "20", "Required": false}, is {"AttributeDataType": "String", "DeveloperOnlyAttribute": false, '
        '"MaxLength": "30", "Required": false}\n'
        f"   AWS refuses the update: 'Existing schema attributes cannot be modified or deleted.'\n   {_BACK}",
        _pool(Schema=[_EMAIL, {**_TENANT, "Required": "false", "StringAttributeConstraints": {"MaxLength": 20}}]),
    ),
    "an attribute that says for the first time whether it can be changed, of which no page tells a default": Change(
        _pool(),
        _pool(Schema=[{**_TENANT, "Mutable": True}, _EMAIL]),
        'Shop/Users: attribute tenant: was {"AttributeDataType": "String", "DeveloperOnlyAttribute": false, '
        '"MaxLength": "20", "Required": false}, is {"AttributeDataType": "String", "DeveloperOnlyAttribute": false, '
        '"MaxLength": "20", "Mutable": true, "Required": false}\n'
        f"   AWS refuses the update: 'Existing schema attributes cannot be modified or deleted.'\n   {_BACK}",
        _pool(Schema=[{**_TENANT, "DeveloperOnlyAttribute": False}, _EMAIL]),
    ),
    "a removed attribute": Change(
        _pool(),
        _pool(Schema=[_TENANT]),
        'Shop/Users: attribute email: was {"DeveloperOnlyAttribute": false, "Required": true}, is left '
        f"out\n   AWS refuses the update: 'Existing schema attributes cannot be modified or deleted.'\n   {_BACK}",
        _pool(Schema=[_TENANT, _EMAIL, {"Name": "seats", "AttributeDataType": "Number"}]),
    ),
    "another standard attribute": Change(
        _pool(),
        _pool(Schema=[_TENANT, _EMAIL, {"Name": "name", "Required": True}]),
        'Shop/Users: attribute name: was left out, is {"DeveloperOnlyAttribute": false, "Required": true}\n   '
        "AWS refuses the update: a pool takes no further standard attributes once it is made\n"
        f"   fix: take it out; a custom one can be added; {_ACCEPT}",
        _pool(Schema=[_TENANT, _EMAIL, {"Name": "full_name", "AttributeDataType": "String"}]),
    ),
    "the secret of a client": Change(
        _CLIENT,
        _pool() | _member("Web", "UserPoolClient", GenerateSecret=True),
        f'Shop/Users: app client Web: was {{"GenerateSecret": false, {_USER_POOL_ID}}}, is {{"GenerateSecret": true, '
        f"{_USER_POOL_ID}}}\n   another app client with another id and secret: applications cannot sign anybody "
        "in until "
        f"they have it, and refresh tokens are void\n   {_BACK}",
        _pool() | _member("Web", "UserPoolClient", ClientName="web"),
    ),
    "a renamed client": Change(
        _CLIENT,
        _pool() | _member("Web2", "UserPoolClient"),
        f'Shop/Users: app client Web: was {{"GenerateSecret": false, {_USER_POOL_ID}}}, is left out\n   another app '
        "client with another id and secret: applications cannot sign anybody in until they have it, and refresh tokens "
        f"are void\n   {_BACK}",
        _CLIENT | _member("Web2", "UserPoolClient"),
    ),
    "a domain": Change(
        _DOMAIN,
        _pool() | _member("Domain", "UserPoolDomain", Domain="shops"),
        f'Shop/Users: domain Domain: was {{"Domain": "shop", {_USER_POOL_ID}}}, is {{"Domain": "shops", '
        f"{_USER_POOL_ID}}}"
        "\n   the domain is deleted and another one made: hosted pages and OAuth endpoints are gone under the "
        "old name\n"
        f"   {_BACK}",
        _pool() | _member("Domain", "UserPoolDomain", Domain="shop", ManagedLoginVersion=2),
    ),
    "a group": Change(
        _GROUP,
        _pool() | _member("Staff", "UserPoolGroup", GroupName="Staff"),
        f'Shop/Users: group Staff: was {{"GroupName": "staff", {_USER_POOL_ID}}}, is {{"GroupName": "Staff", '
        f"{_USER_POOL_ID}}}\n   the group is deleted and another one made: nobody is a member of it\n   {_BACK}",
        _pool() | _member("Staff", "UserPoolGroup", GroupName="staff", Precedence=1),
    ),
    "an identity provider": Change(
        _PROVIDER,
        _pool() | _member("Login", "UserPoolIdentityProvider", ProviderName="Log-in", ProviderType="OIDC"),
        f'Shop/Users: identity provider Login: was {{"ProviderName": "Login", "ProviderType": "OIDC", '
        f"{_USER_POOL_ID}}}, "
        f'is {{"ProviderName": "Log-in", "ProviderType": "OIDC", {_USER_POOL_ID}}}\n   the provider is deleted '
        "and another "
        f"one made: who signs in with it becomes another user under another name\n   {_BACK}",
        _PROVIDER | _member("More", "UserPoolIdentityProvider", ProviderName="More", ProviderType="SAML"),
    ),
    "a resource server": Change(
        _SERVER,
        _pool() | _member("Orders", "UserPoolResourceServer", Identifier="order"),
        f'Shop/Users: resource server Orders: was {{"Identifier": "orders", {_USER_POOL_ID}}}, is '
        f'{{"Identifier": "order", '
        f"{_USER_POOL_ID}}}\n   the resource server is deleted and another one made: its scopes are void until then\n"
        f"   {_BACK}",
        _pool() | _member("Orders", "UserPoolResourceServer", Identifier="orders", Name="Orders"),
    ),
    "a pool that is gone": Change(
        _pool(),
        {},
        'Shop/Users: logical id: was "Users", is left out\n   CloudFormation makes an empty pool beside this one, or '
        f"deletes this one with its users\n   {_BACK}",
        _pool() | {"Other": {"Type": "AWS::Cognito::UserPool"}},
    ),
    "a renamed pool": Change(
        _pool(),
        {"People": _pool()["Users"]},
        'Shop/Users: logical id: was "Users", is left out\n   CloudFormation makes an empty pool beside this one, or '
        'deletes this one with its users\n   fix: if it was renamed, logical_ids={"Resource": "Users"} keeps it; '
        f"{_ACCEPT}",
        {"Users": {**_pool()["Users"], "Metadata": {"aws:cdk:path": "Shop/People/Resource"}}},
    ),
    "an identity pool": Change(
        {"People": {"Type": "AWS::Cognito::IdentityPool"}},
        {},
        'Shop/People: logical id: was "People", is left out\n   CloudFormation makes an empty pool beside this one, or '
        "deletes this one with its users\n   fix: put it back as it was; if it is meant: userpool lock --accept "
        "Shop/People --reason …",
        {"People": {"Type": "AWS::Cognito::IdentityPool", "Properties": {"AllowUnauthenticatedIdentities": False}}},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_can_never_be_changed_is_told(name: str) -> None:
    change = CHANGES[name]
    assert _said(change.before, change.after) == [change.says]


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_is_said_of_what_may_change(name: str) -> None:
    assert _said(CHANGES[name].before, CHANGES[name].harmless) == []
    assert _said(CHANGES[name].before, CHANGES[name].before) == []


def test_what_is_new_is_only_to_be_recorded() -> None:
    [added] = compare("Shop", pools_in("Shop", _pool()), pools_in("Shop", _GROUP))
    assert added.is_new
    assert str(added) == (
        f'Shop/Users: group Staff: {{"GroupName": "staff", {_USER_POOL_ID}}} is not in the lock\n'
        "   fix: run userpool lock and commit the file"
    )


def test_a_pool_that_is_to_go_is_left_out() -> None:
    pool = _pool()["Users"]
    assert pools_in("Shop", {"Users": {**pool, "DeletionPolicy": "Delete"}}) == {}
    kept = {**pool, "DeletionPolicy": "Delete", "Properties": {"DeletionProtection": "ACTIVE"}}
    assert list(pools_in("Shop", {"Users": kept})) == ["Users"]


def test_what_is_decided_at_deploy_is_compared_as_it_stands() -> None:
    sub = {"Fn::If": ["Live", ["email"], ["phone_number"]]}
    assert _said(_pool(UsernameAttributes=sub), _pool(UsernameAttributes=sub)) == []
    assert len(_said(_pool(UsernameAttributes=sub), _pool())) == 1
