"""What the construct gives back works wherever CDK takes a pool, an app client, a group or a domain."""

from aws_cdk import CfnOutput, Stack, aws_apigateway
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_iam as iam
from aws_cdk.assertions import Match

from constructs_lib import (
    Group,
    LogGroup,
    PrefixDomain,
    ResourceServer,
    Scope,
    ScopeOf,
    UserPoolSettings,
    profiles,
    single_page_app,
)
from constructs_lib.cdk import CognitoUserPool
from constructs_lib.rendering.names import around
from tests.cdk.synth import template_of
from tests.everything import everything

SETTINGS = profiles.standard(
    app_clients={
        "web": single_page_app(
            callback_urls=["https://shop.example/in"], oauth_scopes=["openid", ScopeOf("orders", "read")]
        )
    },
    prefix_domain=PrefixDomain("shop"),
    groups={"admins": Group()},
    resource_servers={"orders": ResourceServer("orders", scopes=[Scope("read", description="Read orders")])},
)


def _pool(stack: Stack) -> CognitoUserPool:
    return CognitoUserPool(stack, "Pool", settings=SETTINGS)


def test_the_pool_serves_an_authorizer() -> None:
    def build(stack: Stack) -> None:
        pools = [_pool(stack).user_pool]
        authorizer = aws_apigateway.CognitoUserPoolsAuthorizer(stack, "Authorizer", cognito_user_pools=pools)
        api = aws_apigateway.RestApi(stack, "Api")
        api.root.add_method("GET", authorizer=authorizer)

    template = template_of(build)
    resource = {"Fn::Join": Match.any_value()}
    template.has_resource_properties("AWS::ApiGateway::Authorizer", {"ProviderARNs": [resource]})


def test_grants_name_the_pool() -> None:
    def build(stack: Stack) -> None:
        role = iam.Role(stack, "Role", assumed_by=iam.AccountRootPrincipal())
        _pool(stack).user_pool.grant(role, "cognito-idp:AdminGetUser")

    template_of(build).resource_count_is("AWS::IAM::Policy", 1)


def test_an_l2_client_can_be_added() -> None:
    template = template_of(lambda stack: _pool(stack).user_pool.add_client("Other"))
    template.all_resources_properties("AWS::Cognito::UserPoolClient", {"UserPoolId": {"Ref": "PoolD3F588B8"}})


def test_ids_are_plain_references() -> None:
    def build(stack: Stack) -> None:
        users = _pool(stack)
        assert users.domain is not None
        CfnOutput(stack, "Client", value=users.app_clients["web"].user_pool_client_id)
        CfnOutput(stack, "Group", value=users.groups["admins"].group_name)
        CfnOutput(stack, "Server", value=users.resource_servers["orders"].user_pool_resource_server_id)
        CfnOutput(stack, "Host", value=users.domain.domain_name)

    template = template_of(build)
    for output in ("Client", "Group", "Server", "Host"):
        template.has_output(output, {"Value": {"Ref": Match.string_like_regexp("^Pool")}})


def test_an_app_client_waits_for_the_resource_server_whose_scope_it_names() -> None:
    """CloudFormation makes first what is referred to, in whatever order it is written."""
    scope = {"Fn::Join": ["", [{"Ref": Match.string_like_regexp("^PoolResourceServerorders")}, "/read"]]}
    template_of(_pool).has_resource_properties(
        "AWS::Cognito::UserPoolClient", {"AllowedOAuthScopes": ["openid", scope]}
    )


def test_handles_are_made_once_and_only_when_asked_for() -> None:
    def build(stack: Stack) -> None:
        users = _pool(stack)
        assert [child.node.id for child in users.node.children] == ["Default"]
        assert users.user_pool is users.user_pool
        assert users.node.try_find_child("UserPool") is not None

    template_of(build)


def test_l1s_are_typed() -> None:
    def build(stack: Stack) -> None:
        users = _pool(stack)
        assert isinstance(users.cfn_user_pool, cognito.CfnUserPool)
        assert isinstance(users.cfn_app_clients["web"], cognito.CfnUserPoolClient)
        assert isinstance(users.cfn_groups["admins"], cognito.CfnUserPoolGroup)
        assert isinstance(users.cfn_resource_servers["orders"], cognito.CfnUserPoolResourceServer)
        assert isinstance(users.cfn_prefix_domain, cognito.CfnUserPoolDomain)
        assert users.cfn_custom_domain is None

    template_of(build)


def test_everything_around_a_pool_has_its_typed_l1() -> None:
    def build(stack: Stack) -> None:
        pool = CognitoUserPool(stack, "Pool", settings=everything())
        for field in around(UserPoolSettings):
            if "::Cognito::" in field.part.TYPE:
                found = getattr(pool, f"cfn_{field.name}")
                for l1 in found.values() if field.keyed else (found,):
                    assert type(l1).__name__ == "Cfn" + field.part.TYPE.rpartition("::")[2]
        assert pool.identity_providers["google"].provider_name == pool.cfn_identity_providers["google"].ref

    template_of(build)


def test_what_is_not_cognitos_is_given_as_it_is() -> None:
    def build(stack: Stack) -> None:
        settings = profiles.standard(log_groups={"notes": LogGroup(retention_in_days=30)})
        pool = CognitoUserPool(stack, "Pool", settings=settings)
        assert {key: type(l1).__name__ for key, l1 in pool.cfn_others("log_groups").items()} == {"notes": "CfnLogGroup"}
        assert pool.cfn_others("web_acl") == {}

    template_of(build)
