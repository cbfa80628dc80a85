"""A publisher's platform: several applications on one user pool, and AWS credentials for its people."""

from aws_cdk import Stack
from aws_cdk.aws_iam import Grant
from aws_cdk.aws_s3 import BlockPublicAccess, Bucket
from constructs import Construct

from constructs_lib import (
    ExistingUserPool,
    Group,
    IdentityPoolSettings,
    PrefixDomain,
    PrincipalTags,
    RoleAttachment,
    RoleMapping,
    UserPoolSettings,
    authenticated_role,
    profiles,
    ses_email,
    single_page_app,
    string_attribute,
    web_app,
)
from constructs_lib.cdk import CognitoIdentityPool, CognitoUserPool, ExistingCognitoUserPool
from stacks.outputs import add_outputs

OWN, SHARED = "people/${cognito-identity.amazonaws.com:sub}/*", "shared/*"
OF_THE_DEPARTMENT = "departments/${aws:PrincipalTag/department}/*"


class PlatformStack(Stack):
    """People sign in once for all applications; everybody reaches files of their own, and editors publish."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        self.users = users = CognitoUserPool(self, "Users", settings=people())
        self.identities = CognitoIdentityPool(
            self,
            "Identities",
            settings=credentials(users.cfn_user_pool.attr_provider_name),
            user_pools={"site": (users, "site"), "office": (users, "office")},
        )
        roles = self.identities.roles
        # A group names a role, which trusts the identity pool, which names the user pool: so the groups come last.
        editors = groups(users.user_pool.user_pool_id, editors_role_arn=roles["editors"].role_arn)
        ExistingCognitoUserPool(self, "Groups", settings=editors)

        files = Bucket(self, "Files", block_public_access=BlockPublicAccess.BLOCK_ALL, enforce_ssl=True)
        own, shared = [files.arn_for_objects(keys) for keys in (OWN, OF_THE_DEPARTMENT)], files.arn_for_objects(SHARED)
        for role in roles.values():
            Grant.add_to_principal(grantee=role, actions=["s3:GetObject", "s3:PutObject"], resource_arns=own)
            Grant.add_to_principal(grantee=role, actions=["s3:GetObject"], resource_arns=[shared])
        files.grant_put(roles["editors"], SHARED)
        add_outputs(self, users)


def people() -> UserPoolSettings:
    """Say how people sign in, and to which applications; their department is for administrators to write."""
    return profiles.standard(
        name="publisher-people",
        attributes=[string_attribute("department", max_length=40)],
        email=ses_email(from_address="The Publisher <no-reply@publisher.example>", identity="publisher.example"),
        prefix_domain=PrefixDomain("publisher-people"),
        app_clients={
            "site": single_page_app(callback_urls=["https://publisher.example/signed-in"]),
            "office": web_app(callback_urls=["https://office.publisher.example/signed-in"]),
        },
    )


def credentials(provider_name: str) -> IdentityPoolSettings:
    """Say who gets which role: who is in a group with a role gets that one, everybody else the authenticated one."""
    by_group = RoleMapping(mapping_type="Token", ambiguous_role_resolution="AuthenticatedRole")
    role = authenticated_role(session_tags=True)
    return profiles.identity_pool(
        roles={"authenticated": role, "editors": role},
        role_attachment=RoleAttachment(role_mappings={"site": by_group, "office": by_group}),
        principal_tags={"users": PrincipalTags(provider_name, tags={"department": "custom:department"})},
    )


def groups(user_pool_id: str, editors_role_arn: str) -> ExistingUserPool:
    """Say which groups there are."""
    editors = Group(description="May publish", precedence=0, role_arn=editors_role_arn)
    return profiles.standard.fill(ExistingUserPool(user_pool_id=user_pool_id, groups={"editors": editors}))
