"""Identity pools as other people write them, with `aws_cognito_identitypool` or by hand."""

from typing import Any

import aws_cdk as cdk
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_cognito_identitypool as identitypool
from aws_cdk import aws_iam as iam

from tests.foreign.stacks import Written

STACKS: dict[str, Written] = {}


def stack(write: Written) -> Written:
    """Note a way to write an identity pool."""
    STACKS[write.__name__] = write
    return write


@stack
def nothing_said(scope: cdk.Stack) -> None:
    identitypool.IdentityPool(scope, "Identities")


@stack
def everything_that_the_l2_can_say(scope: cdk.Stack) -> None:
    users = cognito.UserPool(scope, "Pool")
    client = users.add_client("web")
    staff = iam.Role(scope, "Staff", assumed_by=iam.AccountRootPrincipal())
    saml = iam.SamlProvider(scope, "Saml", metadata_document=iam.SamlMetadataDocument.from_xml("<a/>"))
    identities = identitypool.IdentityPool(
        scope,
        "Identities",
        identity_pool_name="shop customers",
        allow_classic_flow=True,
        allow_unauthenticated_identities=True,
        authentication_providers=identitypool.IdentityPoolAuthenticationProviders(
            user_pools=[identitypool.UserPoolAuthenticationProvider(user_pool=users, user_pool_client=client)],
            google=identitypool.IdentityPoolGoogleLoginProvider(client_id="shop.apps.googleusercontent.com"),
            amazon=identitypool.IdentityPoolAmazonLoginProvider(app_id="amzn1.application.shop"),
            saml_providers=[saml],
            custom_provider="login.shop.example",
        ),
        role_mappings=[
            identitypool.IdentityPoolRoleMapping(
                provider_url=identitypool.IdentityPoolProviderUrl.user_pool(users, client),
                use_token=True,
                mapping_key="users",
            ),
            identitypool.IdentityPoolRoleMapping(
                provider_url=identitypool.IdentityPoolProviderUrl.GOOGLE,
                resolve_ambiguous_roles=True,
                rules=[
                    identitypool.RoleMappingRule(claim="hd", claim_value="shop.example", mapped_role=staff),
                    identitypool.RoleMappingRule(
                        claim="hd",
                        claim_value="test",
                        mapped_role=staff,
                        match_type=identitypool.RoleMappingMatchType.CONTAINS,
                    ),
                ],
            ),
        ],
    )
    identities.add_user_pool_authentication(identitypool.UserPoolAuthenticationProvider(user_pool=users))


@stack
def roles_of_ones_own(scope: cdk.Stack) -> None:
    """Let sessions have tags, as one must beside the L2, and give the pool more than one trust."""
    identities = cognito.CfnIdentityPool(scope, "Identities", allow_unauthenticated_identities=False)
    conditions = {
        "StringEquals": {"cognito-identity.amazonaws.com:aud": identities.ref},
        "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"},
    }
    users = iam.WebIdentityPrincipal("cognito-identity.amazonaws.com", conditions)
    tagged = iam.Role(scope, "Tagged", assumed_by=users.with_session_tags())
    statement = iam.PolicyStatement(actions=["geo:GetMapTile"], resources=["*"])
    tagged.add_to_policy(statement)
    maps = iam.PolicyDocument(statements=[statement])
    several = iam.CompositePrincipal(users, iam.ServicePrincipal("lambda.amazonaws.com"))
    shared = iam.Role(scope, "Shared", assumed_by=several, inline_policies={"maps": maps})
    rule: Any = {"Claim": "custom:team", "MatchType": "Equals", "Value": "red", "RoleARN": shared.role_arn}
    provider = "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI"
    identities.add_property_override("CognitoIdentityProviders", [{"ProviderName": provider, "ClientId": "web"}])
    attachment = cognito.CfnIdentityPoolRoleAttachment(
        scope, "Roles", identity_pool_id=identities.ref, roles={"authenticated": tagged.role_arn}
    )
    mapping = {"Type": "Rules", "AmbiguousRoleResolution": "Deny", "RulesConfiguration": {"Rules": [rule]}}
    attachment.add_property_override("RoleMappings", {f"{provider}:web": mapping})
    cognito.CfnIdentityPoolPrincipalTag(
        scope, "Tags", identity_pool_id=identities.ref, identity_provider_name=provider, use_defaults=True
    )


@stack
def two_pools(scope: cdk.Stack) -> None:
    identitypool.IdentityPool(scope, "Customers")
    identitypool.IdentityPool(scope, "Resource", allow_unauthenticated_identities=True)
