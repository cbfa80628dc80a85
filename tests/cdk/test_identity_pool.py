"""The construct of identity pools: what it makes, what it hands out, and what is handed to it."""

from typing import Any

import pytest
from aws_cdk import App, CfnOutput, CfnParameter, Stack, aws_cognito_identitypool
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_iam as iam
from aws_cdk import aws_s3 as s3
from aws_cdk.assertions import Annotations, Match, Template

from constructs_lib import (
    IdentityPoolSettings,
    InvalidSettingsError,
    PrincipalTags,
    RoleAttachment,
    RoleMapping,
    RoleOf,
    RoleRule,
    UserPoolProvider,
    Verbatim,
    authenticated_role,
    profiles,
    single_page_app,
)
from constructs_lib.cdk import CognitoIdentityPool, CognitoUserPool, ExistingCognitoUserPool
from constructs_lib.settings import ExistingUserPool
from tests.cdk.synth import ids_of, properties_of, template_of

POOL, ATTACHMENT = "AWS::Cognito::IdentityPool", "AWS::Cognito::IdentityPoolRoleAttachment"
TAGS, ROLE = "AWS::Cognito::IdentityPoolPrincipalTag", "AWS::IAM::Role"
ID, ROLE_ID = "Identities1D2FC062", "IdentitiesIdentityRoleauthenticatedCBEAF62F"
USERS = profiles.standard(app_clients={"web": single_page_app(callback_urls=["https://shop.example/in"])})


def trust(amr: str = "authenticated", action: Any = "sts:AssumeRoleWithWebIdentity") -> dict[str, Any]:
    return {
        "Action": action,
        "Condition": {
            "StringEquals": {"cognito-identity.amazonaws.com:aud": {"Ref": ID}},
            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": amr},
        },
        "Effect": "Allow",
        "Principal": {"Federated": "cognito-identity.amazonaws.com"},
    }


def test_nothing_said_is_an_identity_pool_that_is_safe() -> None:
    template = template_of(lambda stack: CognitoIdentityPool(stack, "Identities"))
    assert template.to_json()["Resources"] == {
        ID: {"Type": POOL, "Properties": {"AllowClassicFlow": False, "AllowUnauthenticatedIdentities": False}},
        "IdentitiesRoleAttachment88E40D12": {
            "Type": ATTACHMENT,
            "Properties": {
                "IdentityPoolId": {"Ref": ID},
                "Roles": {"authenticated": {"Fn::GetAtt": [ROLE_ID, "Arn"]}},
            },
        },
        ROLE_ID: {
            "Type": ROLE,
            "Properties": {"AssumeRolePolicyDocument": {"Statement": [trust()], "Version": "2012-10-17"}},
        },
    }


EVERYTHING = profiles.identity_pool(
    allow_unauthenticated_identities=True,
    principal_tags={
        "web": PrincipalTags("cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a", tags={"team": "custom:team"})
    },
)


def test_the_ids_of_everything_are_pinned() -> None:
    """A change here replaces identity pools, and with them the identities of all users."""
    template = template_of(lambda stack: CognitoIdentityPool(stack, "Identities", settings=EVERYTHING))
    assert ids_of(template) == {
        ID: POOL,
        ROLE_ID: ROLE,
        "IdentitiesIdentityRoleunauthenticated369B628C": ROLE,
        "IdentitiesPrincipalTagswebDB7F0091": TAGS,
        "IdentitiesRoleAttachment88E40D12": ATTACHMENT,
    }


def test_the_identity_pool_takes_the_place_of_the_l2_of_the_same_id() -> None:
    before = template_of(lambda stack: aws_cognito_identitypool.IdentityPool(stack, "Identities"))
    after = template_of(lambda stack: CognitoIdentityPool(stack, "Identities"))
    assert ids_of(before, POOL) == ids_of(after, POOL) == {ID: POOL}


def test_pinned_ids_leave_the_roles_of_the_l2_where_they_are_and_references_follow() -> None:
    ids = {
        "IdentityRoleauthenticated": "IdentitiesAuthenticatedRoleB7BB6C89",
        "RoleAttachment": "IdentitiesDefaultRoleAttachment6849039D",
    }
    before = template_of(lambda stack: aws_cognito_identitypool.IdentityPool(stack, "Identities"))
    after = template_of(lambda stack: CognitoIdentityPool(stack, "Identities", logical_ids=ids))
    assert ids_of(after).items() < ids_of(before).items()
    role = {"Fn::GetAtt": ["IdentitiesAuthenticatedRoleB7BB6C89", "Arn"]}
    assert properties_of(after, ATTACHMENT)["Roles"] == {"authenticated": role}


def test_the_trust_of_a_role_follows_a_pinned_identity_pool() -> None:
    ids = {"Resource": "Old"}
    template = template_of(lambda stack: CognitoIdentityPool(stack, "Identities", logical_ids=ids))
    (statement,) = properties_of(template, ROLE)["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Condition"]["StringEquals"] == {"cognito-identity.amazonaws.com:aud": {"Ref": "Old"}}


def test_grants_go_to_the_role() -> None:
    def build(stack: Stack) -> None:
        identities = CognitoIdentityPool(stack, "Identities")
        s3.Bucket(stack, "Bucket").grant_read(identities.roles["authenticated"])
        CfnOutput(stack, "Role", value=identities.roles["authenticated"].role_arn)

    template = template_of(build)
    policy = properties_of(template, "AWS::IAM::Policy")
    assert policy["Roles"] == [{"Ref": ROLE_ID}]
    assert policy["PolicyDocument"]["Statement"][0]["Action"] == ["s3:GetObject*", "s3:GetBucket*", "s3:List*"]
    arn = ["arn:", {"Ref": "AWS::Partition"}, ":iam::", {"Ref": "AWS::AccountId"}, ":role/", {"Ref": ROLE_ID}]
    template.has_output("Role", {"Value": {"Fn::Join": ["", arn]}})


def test_handles_are_typed_and_made_once_when_asked_for() -> None:
    def build(stack: Stack) -> None:
        identities = CognitoIdentityPool(stack, "Identities", settings=EVERYTHING)
        assert [child.node.id for child in identities.node.children] == ["Default"]
        assert identities.identity_pool is identities.identity_pool
        assert stack.resolve(identities.identity_pool.identity_pool_id) == {"Ref": ID}
        assert stack.resolve(identities.identity_pool_id) == {"Ref": ID}
        assert isinstance(identities.cfn_identity_pool, cognito.CfnIdentityPool)
        assert isinstance(identities.cfn_role_attachment, cognito.CfnIdentityPoolRoleAttachment)
        assert isinstance(identities.cfn_principal_tags["web"], cognito.CfnIdentityPoolPrincipalTag)
        assert isinstance(identities.cfn_roles["authenticated"], iam.CfnRole)
        assert sorted(identities.roles) == ["authenticated", "unauthenticated"]

    template_of(build)


def test_no_roles_are_no_role_attachment() -> None:
    def build(stack: Stack) -> None:
        settings = IdentityPoolSettings(allow_unauthenticated_identities=False)
        identities = CognitoIdentityPool(stack, "Identities", settings=settings)
        assert identities.cfn_role_attachment is None
        assert (identities.roles, identities.cfn_principal_tags) == ({}, {})

    template_of(build)


# User pools that are handed in

PROVIDER = {"Fn::GetAtt": ["Users0A0EEA89", "ProviderName"]}
CLIENT = {"Ref": "UsersAppClientwebE58627A9"}


def test_users_of_a_user_pool_get_credentials() -> None:
    def build(stack: Stack) -> None:
        users = CognitoUserPool(stack, "Users", settings=USERS)
        CognitoIdentityPool(stack, "Identities", user_pools={"web": (users, "web")})

    provider = {"ProviderName": PROVIDER, "ClientId": CLIENT, "ServerSideTokenCheck": True}
    assert properties_of(template_of(build), POOL)["CognitoIdentityProviders"] == [provider]


def test_user_pools_of_cdk_come_after_those_of_the_settings() -> None:
    def build(stack: Stack) -> None:
        pool = cognito.UserPool(stack, "Pool")
        first = UserPoolProvider(client_id="web", provider_name="cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a")
        settings = profiles.identity_pool(user_pools=[first])
        CognitoIdentityPool(
            stack, "Identities", settings=settings, user_pools={"cdk": (pool, pool.add_client("Client"))}
        )

    first, second = properties_of(template_of(build), POOL)["CognitoIdentityProviders"]
    assert first["ClientId"] == "web"
    assert second == {
        "ProviderName": {"Fn::GetAtt": ["PoolD3F588B8", "ProviderName"]},
        "ClientId": {"Ref": "PoolClient8A3E5EB7"},
        "ServerSideTokenCheck": True,
    }


def test_an_existing_user_pool_is_known_by_its_id() -> None:
    def build(stack: Stack) -> None:
        clients = USERS.app_clients
        added = ExistingUserPool(user_pool_id="eu-central-1_AbCdEfGhI", app_clients=clients)
        users = ExistingCognitoUserPool(stack, "Users", settings=added)
        CognitoIdentityPool(stack, "Identities", user_pools={"web": (users, "web")})

    (provider,) = properties_of(template_of(build), POOL)["CognitoIdentityProviders"]
    host = ["cognito-idp.", {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/eu-central-1_AbCdEfGhI"]
    assert provider["ProviderName"] == {"Fn::Join": ["", host]}


def test_a_role_mapping_of_the_same_key_is_that_of_the_user_pool() -> None:
    def build(stack: Stack) -> None:
        users = CognitoUserPool(stack, "Users", settings=USERS)
        by_token = RoleMapping(mapping_type="Token", ambiguous_role_resolution="Deny")
        host = "accounts.google.com"
        rule = RoleRule(claim="hd", match_type="Equals", value="shop.example", role_arn=RoleOf("staff"))
        by_rules = RoleMapping(mapping_type="Rules", ambiguous_role_resolution="Deny", rules=[rule])
        settings = profiles.identity_pool(
            supported_login_providers={host: CfnParameter(stack, "GoogleId").value_as_string},
            roles={"authenticated": authenticated_role(), "staff": authenticated_role()},
            role_attachment=RoleAttachment(role_mappings={"web": by_token, host: by_rules}),
        )
        CognitoIdentityPool(stack, "Identities", settings=settings, user_pools={"web": (users, "web")})

    template = template_of(build)
    mappings = properties_of(template, ATTACHMENT)["RoleMappings"]
    assert mappings["web"] == {
        "Type": "Token",
        "AmbiguousRoleResolution": "Deny",
        "IdentityProvider": {"Fn::Join": ["", [PROVIDER, ":", CLIENT]]},
    }
    assert "IdentityProvider" not in mappings["accounts.google.com"]
    (rule,) = mappings["accounts.google.com"]["RulesConfiguration"]["Rules"]
    assert rule["RoleARN"] == {"Fn::GetAtt": ["IdentitiesIdentityRolestaff6BA14888", "Arn"]}
    assert properties_of(template, POOL)["SupportedLoginProviders"] == {"accounts.google.com": {"Ref": "GoogleId"}}


def test_what_names_a_resource_outside_stands_under_a_key_with_dots() -> None:
    def build(stack: Stack) -> None:
        CfnParameter(stack, "GoogleId")
        CfnParameter(stack, "Resolution")
        mapping = RoleMapping(mapping_type="Token", ambiguous_role_resolution=Verbatim({"Ref": "Resolution"}))
        settings = profiles.identity_pool(
            supported_login_providers={"accounts.google.com": {"Ref": "GoogleId"}},
            role_attachment=RoleAttachment(role_mappings={"accounts.google.com": mapping}),
        )
        CognitoIdentityPool(stack, "Identities", settings=settings)

    template = template_of(build)
    hosts = properties_of(template, POOL)["SupportedLoginProviders"]
    assert hosts == {"accounts.google.com": {"Ref": "GoogleId"}}
    assert properties_of(template, ATTACHMENT)["RoleMappings"] == {
        "accounts.google.com": {"Type": "Token", "AmbiguousRoleResolution": {"Ref": "Resolution"}}
    }


def _with(**handed_in: Any) -> Any:
    return lambda stack: CognitoIdentityPool(stack, "Identities", **handed_in)


def test_an_app_client_that_is_not_there_is_refused() -> None:
    def build(stack: Stack) -> None:
        users = CognitoUserPool(stack, "Users", settings=USERS)
        CognitoIdentityPool(stack, "Identities", user_pools={"web": (users, "phone")})

    with pytest.raises(ValueError, match=r"^user_pools\['web'\]: there is no app client 'phone'; there are web$"):
        template_of(build)


def test_a_key_names_no_app_client_of_another_user_pool() -> None:
    def build(stack: Stack) -> None:
        CognitoIdentityPool(stack, "Identities", user_pools={"web": (cognito.UserPool(stack, "Pool"), "web")})

    with pytest.raises(TypeError, match=r"^user_pools\['web'\]: must be a user pool and an IUserPoolClient of it"):
        template_of(build)


def test_nothing_can_be_added_to_an_intrinsic_function() -> None:
    def build(stack: Stack) -> None:
        settings = profiles.identity_pool(user_pools=Verbatim({"Fn::ImportValue": "providers"}))
        users = CognitoUserPool(stack, "Users", settings=USERS)
        CognitoIdentityPool(stack, "Identities", settings=settings, user_pools={"web": (users, "web")})

    with pytest.raises(ValueError, match=r"^user_pools: the settings say them by an intrinsic function"):
        template_of(build)


# Roles that are handed in


def _role(stack: Stack, name: str = "Role") -> iam.Role:
    return iam.Role(stack, name, assumed_by=iam.AccountRootPrincipal())


def test_a_role_takes_the_place_of_the_rendered_one_and_trusts_the_identity_pool() -> None:
    def build(stack: Stack) -> None:
        role = _role(stack)
        identities = CognitoIdentityPool(stack, "Identities", authenticated_role=role)
        assert identities.roles == {"authenticated": role}

    template = template_of(build)
    role = properties_of(template, ROLE)
    assert role["AssumeRolePolicyDocument"]["Statement"][1] == trust()
    arn = {"Fn::GetAtt": [next(iter(ids_of(template, ROLE))), "Arn"]}
    assert properties_of(template, ATTACHMENT)["Roles"] == {"authenticated": arn}


def test_sessions_of_a_role_may_have_tags_where_there_are_tags() -> None:
    def build(stack: Stack) -> None:
        roles = {"authenticated_role": _role(stack, "A"), "guest_role": _role(stack, "B")}
        CognitoIdentityPool(stack, "Identities", settings=EVERYTHING, **roles)  # type: ignore[arg-type]

    roles = template_of(build).find_resources(ROLE).values()
    statements = [role["Properties"]["AssumeRolePolicyDocument"]["Statement"][1] for role in roles]
    both = ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]
    assert statements == [trust(action=both), trust("unauthenticated")]


def test_an_imported_role_is_given_as_it_is() -> None:
    arn = "arn:aws:iam::111122223333:role/users"

    def build(stack: Stack) -> None:
        CognitoIdentityPool(stack, "Identities", authenticated_role=iam.Role.from_role_arn(stack, "Role", arn))

    template = template_of(build)
    template.resource_count_is(ROLE, 0)
    assert properties_of(template, ATTACHMENT)["Roles"] == {"authenticated": arn}


def test_a_role_that_rules_give_too_stays() -> None:
    rule = RoleRule(claim="custom:team", match_type="Equals", value="red", role_arn=RoleOf("authenticated"))
    mapping = RoleMapping(mapping_type="Rules", ambiguous_role_resolution="Deny", rules=[rule])
    settings = profiles.identity_pool(
        roles={"authenticated": authenticated_role()},
        role_attachment=RoleAttachment(role_mappings={"login.shop.example": mapping}),
    )
    template = template_of(
        lambda stack: CognitoIdentityPool(stack, "Identities", settings=settings, authenticated_role=_role(stack))
    )
    template.resource_count_is(ROLE, 2)


def test_a_role_cannot_be_put_into_an_intrinsic_function() -> None:
    def build(stack: Stack) -> None:
        settings = IdentityPoolSettings(role_attachment=RoleAttachment(roles=Verbatim({"Fn::ImportValue": "roles"})))
        CognitoIdentityPool(stack, "Identities", settings=settings, authenticated_role=_role(stack))

    with pytest.raises(
        ValueError, match=r"^authenticated role: the settings say their roles by an intrinsic function$"
    ):
        template_of(build)


# Findings

WRONG = profiles.identity_pool(
    name="shop/customers",
    user_pools=[UserPoolProvider(client_id="web", provider_name="eu-central-1_AbCdEfGhI")],
    roles={"authenticated": authenticated_role(), "staff": authenticated_role()},
    role_attachment=RoleAttachment(roles={"authenticated": RoleOf("staff"), "admins": RoleOf("staff")}),
)


def test_all_that_is_wrong_is_told_at_once_before_anything_is_made() -> None:
    stack = Stack(App(), "Stack")
    with pytest.raises(InvalidSettingsError) as caught:
        CognitoIdentityPool(stack, "Identities", settings=WRONG)
    assert [finding.path for finding in caught.value.findings] == [
        "name",
        "role_attachment.roles",
        "user_pools[0].provider_name",
    ]
    assert stack.node.children == []


def test_a_warning_is_told_until_it_is_acknowledged() -> None:
    stack = Stack(App(), "Stack")
    settings = profiles.identity_pool(allow_unauthenticated_identities=True)
    CognitoIdentityPool(stack, "Loud", settings=settings)
    CognitoIdentityPool(stack, "Quiet", settings=settings, acknowledge={"identity-pool.guests": "a public map"})
    guests = Match.string_like_regexp(r"^allow_unauthenticated_identities: .*[\s\S]*\[identity-pool\.guests\]")
    annotations = Annotations.from_stack(stack)
    annotations.has_warning("/Stack/Loud", guests)
    annotations.has_no_warning("/Stack/Quiet", guests)


def test_a_pinned_id_of_something_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^logical_ids: there is no IdentityRoleadmins; there are Resource, "):
        template_of(_with(logical_ids={"IdentityRoleadmins": "Old"}))


def test_a_template_can_be_synthesized_with_users_of_another_stack() -> None:
    app = App()
    users = CognitoUserPool(Stack(app, "Users"), "Users", settings=USERS)
    stack = Stack(app, "Identities")
    CognitoIdentityPool(stack, "Identities", user_pools={"web": (users, "web")})
    (provider,) = properties_of(Template.from_stack(stack), POOL)["CognitoIdentityProviders"]
    assert "Fn::ImportValue" in provider["ProviderName"]
    assert "Fn::ImportValue" in provider["ClientId"]
