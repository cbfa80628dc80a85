"""More around a pool that is there already: it is named by its id, and nothing of it is touched."""

import pytest
from aws_cdk import App, Environment, Stack
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_route53 as route53
from aws_cdk.assertions import Template

from constructs_lib import (
    CustomDomain,
    ExistingUserPool,
    Group,
    InvalidSettingsError,
    ResourceServer,
    Scope,
    ScopeOf,
    WebAclAssociation,
    single_page_app,
)
from constructs_lib.cdk import CognitoUserPool, ExistingCognitoUserPool
from tests.cdk.synth import properties_of, template_of

POOL_ID = "eu-central-1_AbCdEfGhI"
CLIENT = "AWS::Cognito::UserPoolClient"


def _partner(**more: object) -> ExistingUserPool:
    scopes = ["openid", ScopeOf("orders", "read")]
    client = single_page_app(callback_urls=["https://partner.example/in"], oauth_scopes=scopes)
    servers = {"orders": ResourceServer("orders", name="Orders", scopes=[Scope("read", description="Read orders")])}
    return ExistingUserPool(user_pool_id=POOL_ID, app_clients={"web": client}, resource_servers=servers, **more)  # type: ignore[arg-type]


def test_everything_names_the_pool_by_its_id_and_the_pool_is_not_there() -> None:
    template = template_of(
        lambda stack: ExistingCognitoUserPool(
            stack, "Partner", settings=_partner(groups={"staff": Group(name="staff")})
        )
    )
    for kind in (CLIENT, "AWS::Cognito::UserPoolGroup", "AWS::Cognito::UserPoolResourceServer"):
        assert properties_of(template, kind)["UserPoolId"] == POOL_ID
    template.resource_count_is("AWS::Cognito::UserPool", 0)


def test_keys_refer_to_what_is_added_beside() -> None:
    template = template_of(lambda stack: ExistingCognitoUserPool(stack, "Partner", settings=_partner()))
    (server,) = template.find_resources("AWS::Cognito::UserPoolResourceServer")
    scopes = properties_of(template, CLIENT)["AllowedOAuthScopes"]
    assert scopes == ["openid", {"Fn::Join": ["", [{"Ref": server}, "/read"]]}]


def test_a_web_acl_stands_before_the_pools_arn() -> None:
    arn = "arn:aws:wafv2:eu-central-1:111111111111:regional/webacl/shop/1"
    settings = ExistingUserPool(user_pool_id=POOL_ID, web_acl_association=WebAclAssociation(arn))
    template = template_of(lambda stack: ExistingCognitoUserPool(stack, "Partner", settings=settings))
    parts = ["arn:", {"Ref": "AWS::Partition"}, ":cognito-idp:", {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}]
    assert properties_of(template, "AWS::WAFv2::WebACLAssociation") == {
        "ResourceArn": {"Fn::Join": ["", [*parts, f":userpool/{POOL_ID}"]]},
        "WebACLArn": arn,
    }


def test_the_pool_of_another_stack_is_given_by_its_arn() -> None:
    app = App()
    owner, partner = Stack(app, "Owner"), Stack(app, "Partner")
    pool = cognito.UserPool(owner, "Pool")
    settings = ExistingUserPool.from_arn(pool.user_pool_arn, groups={"staff": Group(name="staff")})
    ExistingCognitoUserPool(partner, "Partner", settings=settings)
    pool_id = properties_of(Template.from_stack(partner), "AWS::Cognito::UserPoolGroup")["UserPoolId"]
    assert pool_id["Fn::Select"][1]["Fn::Split"][1].keys() == {"Fn::ImportValue"}


def test_the_pool_serves_whatever_takes_one() -> None:
    def build(stack: Stack) -> None:
        existing = ExistingCognitoUserPool(stack, "Partner", settings=_partner())
        existing.user_pool.add_client("Other")
        assert existing.user_pool.user_pool_id == POOL_ID
        assert set(existing.app_clients) == {"web"}

    template = template_of(build)
    template.all_resources_properties(CLIENT, {"UserPoolId": POOL_ID})


def test_a_pool_of_our_own_in_another_stack_gets_more() -> None:
    app = App()
    users = CognitoUserPool(Stack(app, "Owner"), "Users")
    partner = Stack(app, "Partner")
    settings = ExistingUserPool(user_pool_id=users.user_pool.user_pool_id, groups={"staff": Group(name="staff")})
    ExistingCognitoUserPool(partner, "Partner", settings=settings)
    pool_id = properties_of(Template.from_stack(partner), "AWS::Cognito::UserPoolGroup")["UserPoolId"]
    assert pool_id.keys() == {"Fn::ImportValue"}


def test_its_domain_is_made_whole_by_a_zone() -> None:
    def build(stack: Stack) -> None:
        zone = route53.HostedZone.from_hosted_zone_attributes(
            stack, "Zone", hosted_zone_id="Z1", zone_name="shop.example"
        )
        settings = ExistingUserPool(user_pool_id="us-east-1_AbC", custom_domain=CustomDomain("auth.shop.example"))
        ExistingCognitoUserPool(stack, "Partner", settings=settings, hosted_zone=zone, parent_record=True)

    template = template_of(build, env=Environment(account="111111111111", region="us-east-1"))
    template.resource_count_is("AWS::CertificateManager::Certificate", 1)
    template.resource_count_is("AWS::Route53::RecordSet", 3)


def test_what_is_wrong_is_told_in_the_users_words_before_anything_is_made() -> None:
    stack = Stack(App(), "Stack")
    settings = _partner(groups={"staff": Group(name="the staff")})
    with pytest.raises(InvalidSettingsError) as caught:
        ExistingCognitoUserPool(stack, "Partner", settings=settings)
    assert [finding.path for finding in caught.value.findings] == ['groups["staff"].name']
    assert stack.node.children == []
