"""Everything that lives around a user pool; the keys are yours, and another key makes another resource."""

from collections.abc import Mapping
from dataclasses import field

from constructs_lib.declarations import Given, Part, Verbatim, children, declared, named
from constructs_lib.resources.values import Json, is_unknown
from constructs_lib.settings.app_client import AppClient
from constructs_lib.settings.branding import ManagedLoginBranding, Terms, UICustomization
from constructs_lib.settings.domains import CustomDomain, PrefixDomain
from constructs_lib.settings.groups import Group
from constructs_lib.settings.identity_providers import IdentityProvider
from constructs_lib.settings.kms_keys import KmsKey
from constructs_lib.settings.log_storage import LogBucket, LogBucketPolicy, LogStream, LogStreamRole
from constructs_lib.settings.logs import LogDelivery, LogGroup, LogGroupPolicy
from constructs_lib.settings.replication import RegionalConfiguration, Replica
from constructs_lib.settings.resource_servers import ResourceServer
from constructs_lib.settings.risk import RiskConfiguration
from constructs_lib.settings.users import GroupMembership, User
from constructs_lib.settings.web_acl import WebAcl, WebAclAssociation, WebAclLogging


@declared
class PoolResources(Part):
    """The resources around a user pool."""

    # Applications and how people get into them

    app_clients: Mapping[str, AppClient] | None = children("AppClient")
    """App clients by a key of yours. Default: none."""

    identity_providers: Mapping[str, IdentityProvider] | None = children("IdentityProvider")
    """Google, OIDC, SAML and the others, by a key of yours; app clients name one by `ProviderOf`. Default: none."""

    resource_servers: Mapping[str, ResourceServer] | None = children("ResourceServer")
    """APIs and their scopes, by a key of yours; app clients name a scope by `ScopeOf`. Default: none."""

    # The hosted pages

    prefix_domain: PrefixDomain | None = children("Domain")
    """The domain ``https://<prefix>.auth.<region>.amazoncognito.com``. Default: none."""

    custom_domain: CustomDomain | None = children("CustomDomain")
    """A domain of your own. Default: none."""

    managed_login_branding: Mapping[str, ManagedLoginBranding] | None = children("ManagedLoginBranding")
    """Branding styles of managed login, each by its app client's key or another of yours. Default: none."""

    terms: Mapping[str, Terms] | None = children("Terms")
    """Links to terms of use and privacy policy, by a key of yours. Default: none."""

    ui_customizations: Mapping[str, UICustomization] | None = children("UICustomization")
    """Style sheets of the classic pages, by a key of yours. Default: none."""

    # Users

    groups: Mapping[str, Group] | None = children("Group")
    """Groups by a key of yours. Default: none."""

    users: Mapping[str, User] | None = children("User")
    """First users, by a key of yours. Default: none."""

    group_memberships: Mapping[str, GroupMembership] | None = children("Membership")
    """Who is in which group, by a key of yours. Default: none."""

    # What watches and guards

    risk_configurations: Mapping[str, RiskConfiguration] | None = children("RiskConfiguration")
    """What threat protection does, by a key of yours: one for the pool, more for app clients. Default: nothing."""

    log_delivery: LogDelivery | None = children("LogDelivery")
    """The logs that the pool exports. Default: none."""

    log_groups: Mapping[str, LogGroup] | None = children("LogGroup")
    """Log groups made for it, by a key of yours; named by `LogGroupOf`. Default: none."""

    log_group_policies: Mapping[str, LogGroupPolicy] | None = children("LogPolicy")
    """The right to write to the log group of the same key. Default: none; profiles make it."""

    log_buckets: Mapping[str, LogBucket] | None = children("LogBucket")
    """Buckets made for logs, by a key of yours; named by `LogBucketOf`. Default: none."""

    log_bucket_policies: Mapping[str, LogBucketPolicy] | None = children("BucketPolicy")
    """The right to write to the bucket of the same key. Default: none; AWS adds it if the deployer may."""

    log_streams: Mapping[str, LogStream] | None = children("LogStream")
    """Streams made for logs, by a key of yours; named by `LogStreamOf`. Default: none."""

    log_stream_roles: Mapping[str, LogStreamRole] | None = children("StreamRole")
    """The roles that streams write to the bucket of the same key with; named by `LogStreamRoleOf`. Default: none."""

    web_acl_association: WebAclAssociation | None = children("WebAclAssociation")
    """The web ACL before the pool. Default: none."""

    web_acl: WebAcl | None = children("WebAcl")
    """A web ACL made for it. Default: none."""

    web_acl_logging: WebAclLogging | None = children("WebAclLogging")
    """Where that web ACL writes. Default: nowhere."""

    kms_keys: Mapping[str, KmsKey] | None = children("KmsKey")
    """Keys made for it, by a key of yours; named by `KmsKeyOf`. Default: none."""

    # Other Regions

    replicas: Mapping[str, Replica] | None = children("Replica")
    """Replicas in other Regions, by a key of yours. Default: none."""

    regional_configuration: RegionalConfiguration | None = children("RegionalConfiguration")
    """What is different in this Region. Default: nothing."""


@declared
class ExistingUserPool(PoolResources):
    """What is added to a pool that another stack, or another tool, has made; the pool itself is left as it is."""

    user_pool_id: Given[str] = field(metadata=named("UserPoolId"))
    """The pool's id, such as ``eu-central-1_AbCdEfGhI``. Another one replaces everything that was added."""

    @classmethod
    def from_arn(cls, arn: str, **resources: Json) -> "ExistingUserPool":
        """Add to the pool with an ARN, which must be one of the stack's own account and Region.

        Args:
            arn: ``arn:aws:cognito-idp:<region>:<account>:userpool/<id>``.
            resources: The fields of this class.

        Raises:
            ValueError: This is no ARN of a user pool.
        """
        if is_unknown(arn):
            return cls(user_pool_id=Verbatim({"Fn::Select": [1, {"Fn::Split": ["/", arn]}]}), **resources)
        service, _, pool = arn.partition(":userpool/")
        if not pool or ":cognito-idp:" not in service:
            raise ValueError(f"ExistingUserPool.from_arn: must be the ARN of a user pool, got {arn!r}")
        return cls(user_pool_id=pool, **resources)
