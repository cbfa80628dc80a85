"""Rules about identity pools and their providers."""

from typing import Any

import pytest

from constructs_lib.resources.model import USER_POOL, get_att, ref
from constructs_lib.rules import Deployment
from tests.rules.case import UNKNOWN, Case, client, pool
from tests.rules.identities import POOL, attachment, identities, user_pool

_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/"
_API = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/"
_RESOURCE = (
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-identitypool.html"
)
SAML = "arn:aws:iam::111122223333:saml-provider/staff"
JOINED = {"Fn::Join": ["", ["cognito-idp.eu-central-1.amazonaws.com/", ref("Pool")]]}

CASES = [
    Case(
        rule="identity-pool.guests",
        fails=identities(AllowUnauthenticatedIdentities="true"),
        says=f"""\
Identities.AllowUnauthenticatedIdentities: gives AWS credentials to everybody who knows the identity pool's id, \
got 'true'
   allowed: false, or true for a reason
   fix: turn it off, or keep the role of guests narrow and acknowledge this with the reason
   [identity-pool.guests] {_GUIDE}identity-pools-security-best-practices.html""",
        passes=identities(),
        silent=identities(AllowUnauthenticatedIdentities=UNKNOWN),
    ),
    Case(
        rule="identity-pool.classic-flow",
        fails=identities(AllowClassicFlow=True),
        says=f"""\
Identities.AllowClassicFlow: lets the application choose its role itself, got True
   allowed: false, or true for a reason
   fix: turn it off and use the enhanced flow, or acknowledge this with the reason
   [identity-pool.classic-flow] {_GUIDE}authentication-flow.html""",
        passes=identities(AllowClassicFlow=False),
        silent=identities(AllowClassicFlow=UNKNOWN),
    ),
    Case(
        rule="identity-pool.no-roles",
        fails=identities(),
        says=f"""\
Identities: gives nobody credentials: no role is attached to it here
   allowed: an identity pool with a role for the users who have signed in
   fix: add a role attachment with a role that trusts the identity pool
   [identity-pool.no-roles] {_API}API_GetCredentialsForIdentity.html""",
        passes=identities() | attachment(),
        silent=identities() | attachment(IdentityPoolId={"Fn::ImportValue": "identities"}),
    ),
    Case(
        rule="identity-pool.no-provider",
        fails=identities(CognitoIdentityProviders=[]),
        says=f"""\
Identities.CognitoIdentityProviders: names no user pool, and there is no other provider: nobody can sign in, \
got []
   allowed: at least one user pool, or another provider
   fix: add a user pool with an app client of it
   [identity-pool.no-provider] {_GUIDE}external-identity-providers.html""",
        passes=identities(DeveloperProviderName="login.shop.example"),
        silent=identities(SamlProviderARNs=UNKNOWN),
    ),
    Case(
        rule="identity-pool.sync",
        fails=identities(PushSync={"RoleArn": UNKNOWN}),
        says=f"""\
Identities.PushSync: belongs to Amazon Cognito Sync, which is superseded, got {{'RoleArn': {UNKNOWN}}}
   allowed: nothing
   fix: leave it out and synchronize with AWS AppSync
   [identity-pool.sync] {_GUIDE}cognito-sync.html""",
        passes=identities(),
        silent=identities(PushSync={"Ref": "AWS::NoValue"}),
    ),
    Case(
        rule="identity-pool.provider-name",
        fails=user_pool(ProviderName="eu-central-1_AbCdEfGhI"),
        says=f"""\
Identities.CognitoIdentityProviders[0].ProviderName: must have the form \
cognito-idp.<region>.amazonaws.com/<user pool id>, got 'eu-central-1_AbCdEfGhI'
   fix: use the attribute ProviderName of the user pool, or write its host and its id
   [identity-pool.provider-name] {_RESOURCE}""",
        passes=user_pool(),
        silent=user_pool(ProviderName=UNKNOWN),
    ),
    Case(
        rule="identity-pool.saml-account",
        fails=identities(SamlProviderARNs=[UNKNOWN, SAML]),
        says=f"""\
Identities.SamlProviderARNs[1]: must be a provider of the identity pool's own account, got '{SAML}'
   allowed: a SAML provider of the account 444455556666
   fix: make the SAML provider in the account that the identity pool is deployed to
   [identity-pool.saml-account] {_RESOURCE}""",
        passes=identities(
            SamlProviderARNs=[SAML.replace("111122223333", "444455556666")],
            OpenIdConnectProviderARNs=["arn:aws:iam::111122223333:oidc-provider/login.shop.example"],
        ),
        silent=identities(SamlProviderARNs=[UNKNOWN]),
        where=Deployment(account="444455556666"),
    ),
    Case(
        rule="identity-pool.token-check-off",
        fails=user_pool(),
        says=f"""\
Identities.CognitoIdentityProviders[0].ServerSideTokenCheck: is off: users who are signed out or deleted still get \
credentials
   allowed: true
   fix: turn it on
   [identity-pool.token-check-off] {_API}API_CognitoIdentityProvider.html""",
        passes=user_pool(ServerSideTokenCheck="true"),
        silent=user_pool(ServerSideTokenCheck=UNKNOWN),
    ),
    Case(
        rule="identity-pool.client-of-other-pool",
        fails=pool() | client(UserPoolId=ref("Other")) | user_pool(ProviderName=JOINED, ClientId=ref("Client")),
        says=f"""\
Identities.CognitoIdentityProviders[0].ClientId: must be an app client of the user pool beside it, \
got {{'Ref': 'Client'}}
   allowed: an app client of Pool
   fix: refer to an app client of that user pool, or to the user pool of that app client
   [identity-pool.client-of-other-pool] {_GUIDE}amazon-cognito-integrating-user-pools-with-identity-pools.html""",
        passes=pool() | client() | user_pool(ProviderName=JOINED, ClientId=ref("Client")),
        silent=pool() | client(UserPoolId=UNKNOWN) | user_pool(ClientId=ref("Client")),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        (POOL, False),
        ("cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_AbCdEfGhI", False),
        (f"https://{POOL}", True),
        (f"{POOL}:web", True),
        (ref("Pool"), True),
        (get_att("Pool", "ProviderURL"), True),
        (get_att("Pool", "ProviderName"), False),
        ({"Fn::GetAtt": "Pool.ProviderName"}, False),
        (JOINED, False),
    ],
)
def test_the_name_of_a_user_pool_is_neither_its_id_nor_its_url(name: Any, wrong: bool) -> None:
    messages = BY_RULE["identity-pool.provider-name"].messages(pool() | user_pool(ProviderName=name))
    assert bool(messages) is wrong


@pytest.mark.parametrize(
    "providers",
    [
        {"SupportedLoginProviders": {"accounts.google.com": "shop"}},
        {"OpenIdConnectProviderARNs": [UNKNOWN]},
        {"AllowUnauthenticatedIdentities": True},
    ],
)
def test_any_provider_will_do_and_so_will_guests(providers: dict[str, Any]) -> None:
    assert BY_RULE["identity-pool.no-provider"].messages(identities(**providers)) == []


def test_with_the_classic_flow_the_application_brings_the_role() -> None:
    assert BY_RULE["identity-pool.no-roles"].messages(identities(AllowClassicFlow=True)) == []


def test_the_id_of_a_user_pool_is_no_id_of_an_app_client() -> None:
    template = pool() | user_pool(ClientId=ref("Pool"))
    assert template["Pool"]["Type"] == USER_POOL
    assert len(BY_RULE["identity-pool.client-of-other-pool"].messages(template)) == 1


@pytest.mark.parametrize("path", ["CognitoEvents", "CognitoStreams", "PushSync"])
def test_everything_of_sync_is_superseded(path: str) -> None:
    said: dict[str, Any] = {path: {"ApplicationArns": ["arn"]}}
    (message,) = BY_RULE["identity-pool.sync"].messages(identities(**said))
    assert message.startswith(f"Identities.{path}: belongs to Amazon Cognito Sync")


@pytest.mark.parametrize(("check", "count"), [("False", 1), ("true", 0), (True, 0), (False, 1), ("maybe", 0)])
def test_a_check_that_is_off_may_be_spelt_as_text(check: Any, count: int) -> None:
    assert len(BY_RULE["identity-pool.token-check-off"].messages(user_pool(ServerSideTokenCheck=check))) == count


def test_an_arn_of_other_parts_is_no_saml_providers() -> None:
    rule = BY_RULE["identity-pool.saml-account"]
    arn = "arn:aws:iam::999999999999:saml-provider/Staff"
    assert len(rule.messages(identities(SamlProviderARNs=[arn]))) == 1
    assert rule.messages(identities(SamlProviderARNs=[f"{arn}:1", "Staff"])) == []


def test_an_app_client_that_is_right_or_of_an_unknown_pool_hides_none_that_is_wrong() -> None:
    pools = pool() | {"Other": pool()["Pool"]}
    clients = (
        client()
        | {"Stranger": client(UserPoolId=ref("Other"))["Client"]}
        | {"Imported": client(UserPoolId={"Fn::ImportValue": "pool"})["Client"]}
    )
    named = [
        {"ProviderName": get_att("Pool", "ProviderName"), "ClientId": ref(name)}
        for name in ("Client", "Imported", "Stranger")
    ]
    (message,) = BY_RULE["identity-pool.client-of-other-pool"].messages(
        pools | clients | identities(CognitoIdentityProviders=named)
    )
    assert message.startswith("Identities.CognitoIdentityProviders[2].ClientId: must be an app client of the user pool")
    assert "\n   allowed: an app client of Pool\n" in message


def test_where_several_user_pools_or_none_are_named_the_app_client_is_one_of_theirs() -> None:
    rule = BY_RULE["identity-pool.client-of-other-pool"]
    several = {"Fn::Sub": "${Pool.ProviderName}${Other.ProviderName}"}
    (message,) = rule.messages(
        pool() | {"Other": pool()["Pool"]} | user_pool(ProviderName=several, ClientId=ref("Pool"))
    )
    assert "\n   allowed: an app client of Other, Pool\n" in message
    (message,) = rule.messages(pool() | user_pool(ClientId=ref("Pool")))
    assert "\n   allowed:" not in message  # as the problem says already
