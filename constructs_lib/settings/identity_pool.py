"""An identity pool: AWS credentials for users of a user pool, of other providers, or for guests.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from constructs_lib.declarations import Given, Many, Part, ResourcePart, Setting, children, declared, named, prop
from constructs_lib.declarations.codecs import Document, Keyed, Listed, Plain
from constructs_lib.declarations.references import ROOT, KeyReference, Referring
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    ROLE,
)
from constructs_lib.resources.values import Json
from constructs_lib.settings.identity_pool_trust import WebIdentityTrust

IDENTITY_POOL_LINK: Final[Mapping[str, Json]] = {"IdentityPoolId": {"Ref": ROOT}}
"""What makes a resource belong to an identity pool."""


@dataclass(frozen=True)
class RoleOf(KeyReference):
    """The ARN of a role of the same settings, by your key."""

    FIELD: ClassVar[str] = "roles"
    PREFIX: ClassVar[str] = "IdentityRole"

    def json(self) -> Json:
        return self.arn()


_ROLE = Referring(Plain(str, "a text"), RoleOf)


@declared
class UserPoolProvider(Part):
    """A user pool whose users get credentials, by one of its app clients; `user_pool_provider` makes it of two ids."""

    client_id: Given[str] = field(metadata=named("ClientId"))
    """Id of the app client."""

    provider_name: Given[str] = field(metadata=named("ProviderName"))
    """``cognito-idp.<region>.amazonaws.com/<user pool id>``."""

    server_side_token_check: Setting[bool] = prop("ServerSideTokenCheck")
    """Whether users who are signed out or deleted get no more credentials. Default: False. Can be changed."""


@declared
class RoleRule(Part):
    """A rule that chooses a role by a claim of the token."""

    claim: Given[str] = field(metadata=named("Claim"))
    """The claim, such as ``cognito:groups`` or ``custom:department``."""

    match_type: Given[Literal["Equals", "Contains", "StartsWith", "NotEqual"]] = field(metadata=named("MatchType"))
    """How the claim is compared."""

    value: Given[str] = field(metadata=named("Value"))
    """What it is compared with."""

    role_arn: Given[str | RoleOf] = field(metadata=named("RoleARN", codec=_ROLE))
    """The role: ``RoleOf("<key>")`` for one of the same settings, or an ARN."""


@declared
class RoleMapping(Part):
    """How the users of one provider get their roles."""

    mapping_type: Given[Literal["Token", "Rules"]] = field(metadata=named("Type"))
    """By the role that the token names (that of the user's group), or by rules."""

    ambiguous_role_resolution: Setting[Literal["AuthenticatedRole", "Deny"]] = prop("AmbiguousRoleResolution")
    """What happens where no role, or no single one, is found. Default: none; AWS wants one. Can be changed."""

    identity_provider: Setting[str] = prop("IdentityProvider")
    """The provider, where the mapping's key is a name of your own: ``<provider name>:<client id>``. Default: the key
    itself."""

    rules: Setting[Many[RoleRule]] = prop("RulesConfiguration.Rules")
    """The rules, at most 25, tried in their order. Default: none. Can be changed."""


@declared
class RoleAttachment(ResourcePart):
    """Which roles an identity pool gives."""

    TYPE: ClassVar[str] = IDENTITY_POOL_ROLE_ATTACHMENT
    LINKS: ClassVar[Mapping[str, Json]] = IDENTITY_POOL_LINK

    roles: Setting[Mapping[str, Given[str | RoleOf]]] = prop("Roles", codec=Keyed(_ROLE, verbatim=True))
    """The role of signed-in users (``authenticated``) and that of guests (``unauthenticated``): ``RoleOf("<key>")`` for
    one of the same settings, or an ARN. Default: none. Can be changed."""

    role_mappings: Setting[Mapping[str, Given[RoleMapping]]] = prop("RoleMappings")
    """How signed-in users get other roles than that one, by provider (``<provider name>:<client id>``) or by a name of
    your own. Default: none. Can be changed."""


@declared
class PrincipalTags(ResourcePart):
    """Claims of one provider's tokens that become tags of the session, for policies to decide by."""

    TYPE: ClassVar[str] = IDENTITY_POOL_PRINCIPAL_TAG
    LINKS: ClassVar[Mapping[str, Json]] = IDENTITY_POOL_LINK

    provider_name: Given[str] = field(metadata=named("IdentityProviderName"), kw_only=False)
    """The provider. Another one replaces the tags."""

    tags: Setting[Mapping[str, Given[str]]] = prop("PrincipalTags")
    """Claim by tag. Default: none. Can be changed."""

    use_defaults: Setting[bool] = prop("UseDefaults")
    """Whether the tags are Cognito's own (``client``, ``username``). Default: False. Can be changed."""


@declared
class IdentityRole(ResourcePart):
    """A role that an identity pool gives; `authenticated_role` and `guest_role` make it with the right trust."""

    TYPE: ClassVar[str] = ROLE

    trust: Setting[WebIdentityTrust | Mapping[str, Json]] = prop(
        "AssumeRolePolicyDocument", codec=Referring(Document(), WebIdentityTrust)
    )
    """Who may assume it: users of this identity pool (`WebIdentityTrust`), or whom a policy names, as IAM writes it.
    Default: none; AWS wants one. Can be changed."""

    role_name: Setting[str] = prop("RoleName")
    """The role's name. Default: CloudFormation makes one up. Another name makes another role."""

    description: Setting[str] = prop("Description")
    """What it is for. Default: none. Can be changed."""

    path: Setting[str] = prop("Path")
    """The role's path. Default: ``/``. Another one makes another role."""

    managed_policy_arns: Setting[Many[str]] = prop("ManagedPolicyArns")
    """What it may do, by policies of their own. Default: nothing. Can be changed."""

    policies: Setting[Many[Mapping[str, Json]]] = prop("Policies", codec=Listed(Document()))
    """What it may do, as CloudFormation writes it. Default: nothing. Can be changed."""

    permissions_boundary: Setting[str] = prop("PermissionsBoundary")
    """ARN of the policy that bounds the role. Default: none. Can be changed."""

    max_session_duration: Setting[int] = prop("MaxSessionDuration")
    """Seconds that its credentials are good. Default: 3,600. Can be changed."""


@declared
class Tag(Part):
    """A tag."""

    key: Given[str] = field(metadata=named("Key"))
    """Its key."""

    value: Given[str] = field(metadata=named("Value"))
    """Its value."""


@declared
class SyncStreams(Part):
    """Amazon Cognito Sync's stream; superseded by AWS AppSync."""

    role_arn: Setting[str] = prop("RoleArn")
    """ARN of the role that publishes. Default: none."""

    stream_name: Setting[str] = prop("StreamName")
    """Name of the Kinesis stream. Default: none."""

    streaming_status: Setting[Literal["ENABLED", "DISABLED"]] = prop("StreamingStatus")
    """Whether it runs. Default: none."""


@declared
class PushSync(Part):
    """Amazon Cognito Sync's push notifications; superseded by AWS AppSync."""

    application_arns: Setting[Many[str]] = prop("ApplicationArns")
    """ARNs of Amazon SNS platform applications. Default: none."""

    role_arn: Setting[str] = prop("RoleArn")
    """ARN of the role that publishes. Default: none."""


@declared
class IdentityPoolSettings(ResourcePart):
    """The settings of one identity pool."""

    TYPE: ClassVar[str] = IDENTITY_POOL

    name: Setting[str] = prop("IdentityPoolName")
    """The name. Default: CloudFormation makes one up. Can be changed."""

    allow_unauthenticated_identities: Setting[bool] = prop("AllowUnauthenticatedIdentities")
    """Whether guests, who have not signed in, get credentials. Default: none; AWS wants one. Can be changed."""

    allow_classic_flow: Setting[bool] = prop("AllowClassicFlow")
    """Whether the application may choose its role itself. Default: False. Can be changed."""

    user_pools: Setting[Many[UserPoolProvider]] = prop("CognitoIdentityProviders")
    """User pools whose users get credentials. Default: none. Can be changed."""

    supported_login_providers: Setting[Mapping[str, Json]] = prop("SupportedLoginProviders", codec=Document())
    """Facebook, Google, Amazon, Apple and others without a user pool: application id by host. Default: none. Can be
    changed."""

    open_id_connect_provider_arns: Setting[Many[str]] = prop("OpenIdConnectProviderARNs")
    """ARNs of IAM's OIDC providers. Default: none. Can be changed."""

    saml_provider_arns: Setting[Many[str]] = prop("SamlProviderARNs")
    """ARNs of IAM's SAML providers. Default: none. Can be changed."""

    developer_provider_name: Setting[str] = prop("DeveloperProviderName")
    """Name under which your own servers vouch for users. Default: none. Cannot be changed once set."""

    tags: Setting[Many[Tag]] = prop("IdentityPoolTags")
    """Tags. Default: those that the stack sets. Can be changed."""

    cognito_events: Setting[Mapping[str, Json]] = prop("CognitoEvents", codec=Document())
    """Functions that Amazon Cognito Sync calls; superseded by AWS AppSync. Default: none. Can be changed."""

    cognito_streams: Setting[SyncStreams] = prop("CognitoStreams")
    """Amazon Cognito Sync's stream; superseded by AWS AppSync. Default: none. Can be changed."""

    push_sync: Setting[PushSync] = prop("PushSync")
    """Amazon Cognito Sync's push notifications; superseded by AWS AppSync. Default: none. Can be changed."""

    role_attachment: RoleAttachment | None = children("RoleAttachment")
    """The roles that it gives. Default: none, and so no credentials."""

    principal_tags: Mapping[str, PrincipalTags] | None = children("PrincipalTags")
    """Claims that become tags of the session, by a key of yours for each provider. Default: none."""

    roles: Mapping[str, IdentityRole] | None = children("IdentityRole")
    """Roles that are made for it, by a key of yours; the role attachment names one by `RoleOf`. Default: none; profiles
    make ``authenticated``, and ``unauthenticated`` where guests are let in."""
