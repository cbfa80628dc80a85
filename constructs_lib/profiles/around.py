"""Opinions about what lives around a pool, said once everything else is: they go by what the others have made."""

from collections.abc import Callable

from constructs_lib.profiles.known import hosted_clients, parts
from constructs_lib.profiles.opinion import KEY, Opinion
from constructs_lib.settings import (
    ClientIdOf,
    LogBucketPolicy,
    LogStreamRole,
    ManagedLoginBranding,
    UserPoolSettings,
    WebAclArn,
    WebAclAssociation,
)


def _version(settings: UserPoolSettings) -> int:
    """Take managed login where the plan has it."""
    return 1 if settings.feature_plan == "LITE" else 2


def _version_of(domain: str) -> Callable[..., int | None]:
    def version(settings: UserPoolSettings) -> int | None:
        """Take managed login where the plan has it."""
        return _version(settings) if getattr(settings, domain) else None

    return version


def _styles(settings: UserPoolSettings) -> dict[str, ManagedLoginBranding] | None:
    """Give every app client with hosted pages Cognito's own style, where a domain shows managed login."""
    domains = (settings.prefix_domain, settings.custom_domain)
    if not any(getattr(domain, "managed_login_version", None) == 2 for domain in domains):
        return None
    said = {style.client_id for style in parts(settings.managed_login_branding).values()}
    return {
        key: ManagedLoginBranding(client_id=ClientIdOf(key), use_cognito_provided_values=True)
        for key in hosted_clients(settings)
        if ClientIdOf(key) not in said
    }


def _bucket_policies(settings: UserPoolSettings) -> dict[str, LogBucketPolicy]:
    """Let AWS's log delivery write to each bucket."""
    return {key: LogBucketPolicy() for key in parts(settings.log_buckets)}


def _stream_roles(settings: UserPoolSettings) -> dict[str, LogStreamRole]:
    """Let each stream write to the bucket of its key."""
    return {key: LogStreamRole() for key in parts(settings.log_streams) if key in parts(settings.log_buckets)}


def _as_the_pool(name: str) -> Callable[..., str | None]:
    def policy(_: object, pool: UserPoolSettings) -> str | None:
        """Do as with the pool itself."""
        said = getattr(pool, name, None)
        return said if isinstance(said, str) else None

    return policy


HOSTED_PAGES = [
    Opinion(
        path="prefix_domain.managed_login_version",
        value=_version_of("prefix_domain"),
        given="prefix_domain",
        why="managed login replaces the classic pages, and passkeys need it",
    ),
    Opinion(
        path="custom_domain.managed_login_version",
        value=_version_of("custom_domain"),
        given="custom_domain",
        why="managed login replaces the classic pages, and passkeys need it",
    ),
    Opinion(
        path="custom_domain.security_policy",
        value="TLS_V1_2_2021",
        given="custom_domain",
        why="Cognito would take TLS 1.0, which browsers have given up",
    ),
    Opinion(
        path="managed_login_branding.*.client_id",
        value=ClientIdOf,
        why="a style belongs to one app client, and this is the one of its key",
    ),
    Opinion(
        path="managed_login_branding.+",
        value=_styles,
        why="managed login shows an error page to app clients without a style",
    ),
    Opinion(path="terms.*.source", value="LINK", why="there is no other way, and AWS wants it said"),
    Opinion(path="terms.*.enforcement", value="NONE", why="there is no other way, and AWS wants it said"),
]

AROUND = [
    Opinion(path="resource_servers.*.name", value=KEY, why="AWS wants a name, and the code knows this one"),
    Opinion(path="groups.*.name", value=KEY, why="the name that tokens carry is the one that the code knows"),
    Opinion(
        path="users.*.desired_delivery_mediums",
        value=("EMAIL",),
        unless="message_action",
        why="Cognito would send the invitation by text message",
    ),
    Opinion(
        path="users.*.deletion_policy",
        value=_as_the_pool("deletion_policy"),
        why="a person does not cease to be a user when a line is taken out",
    ),
    Opinion(
        path="users.*.update_replace_policy",
        value=_as_the_pool("update_replace_policy"),
        why="every edit makes a new user, and the old one's password and devices are lost with it",
    ),
    Opinion(
        path="kms_keys.*.deletion_policy",
        value=_as_the_pool("deletion_policy"),
        why="what is encrypted with a key is lost with it",
    ),
    Opinion(
        path="kms_keys.*.update_replace_policy",
        value=_as_the_pool("update_replace_policy"),
        why="what is encrypted with a key is lost with it",
    ),
    Opinion(
        path="log_groups.*.deletion_policy",
        value=_as_the_pool("deletion_policy"),
        why="what happened is asked about afterwards",
    ),
    Opinion(
        path="log_groups.*.update_replace_policy",
        value=_as_the_pool("update_replace_policy"),
        why="what happened is asked about afterwards",
    ),
    Opinion(
        path="log_bucket_policies.+",
        value=_bucket_policies,
        why="logs arrive where AWS's log delivery may write, and from this account alone",
    ),
    Opinion(
        path="log_stream_roles.+",
        value=_stream_roles,
        why="a stream writes with a role, which may do that and no more",
    ),
    Opinion(
        path="web_acl_association",
        value=WebAclAssociation(WebAclArn()),
        given="web_acl",
        why="a web ACL that stands before nothing guards nothing",
    ),
]
