"""Which topics have rules about which resource, loaded when a resource of that type is first judged.

A topic's module registers its rules when it is imported; a limits module has one table, `LIMITS`.
"""

from functools import cache
from importlib import import_module

from constructs_lib.resources.model import (
    BUCKET,
    BUCKET_POLICY,
    CUSTOM_RESOURCE,
    DELIVERY_STREAM,
    IDENTITY_POOL,
    IDENTITY_POOL_PRINCIPAL_TAG,
    IDENTITY_POOL_ROLE_ATTACHMENT,
    KMS_KEY,
    LOG_DELIVERY,
    LOG_GROUP,
    LOG_RESOURCE_POLICY,
    MANAGED_LOGIN_BRANDING,
    ROLE,
    TERMS,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_MEMBERSHIP,
    USER_POOL_REGIONAL_CONFIGURATION,
    USER_POOL_REPLICA,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_RISK_CONFIGURATION,
    USER_POOL_UI_CUSTOMIZATION,
    USER_POOL_USER,
    WEB_ACL,
    WEB_ACL_ASSOCIATION,
    WEB_ACL_LOGGING,
)
from constructs_lib.rules.limits.table import Limits
from constructs_lib.rules.registry import RULES, Rule

LIMITS = {
    USER_POOL: "user_pool",
    USER_POOL_CLIENT: "app_client",
    USER_POOL_DOMAIN: "domain",
    USER_POOL_GROUP: "group",
    USER_POOL_IDENTITY_PROVIDER: "identity_provider",
    USER_POOL_MEMBERSHIP: "membership",
    USER_POOL_REGIONAL_CONFIGURATION: "regional_configuration",
    USER_POOL_REPLICA: "replica",
    USER_POOL_RESOURCE_SERVER: "resource_server",
    USER_POOL_UI_CUSTOMIZATION: "ui_customization",
    USER_POOL_USER: "user",
    MANAGED_LOGIN_BRANDING: "branding",
    TERMS: "terms",
    USER_POOL_RISK_CONFIGURATION: "risk",
    LOG_DELIVERY: "log_delivery",
    LOG_GROUP: "log_group",
    LOG_RESOURCE_POLICY: "log_group_policy",
    KMS_KEY: "kms_key",
    WEB_ACL: "web_acl",
    WEB_ACL_ASSOCIATION: "web_acl_association",
    WEB_ACL_LOGGING: "web_acl_logging",
    IDENTITY_POOL: "identity_pool",
    IDENTITY_POOL_PRINCIPAL_TAG: "principal_tags",
    IDENTITY_POOL_ROLE_ATTACHMENT: "identity_pool_roles",
}
"""The table of limits of each resource type."""

TOPICS = {
    USER_POOL: (
        "sign_in",
        "attributes",
        "attribute_bounds",
        "password_policy",
        "first_factors",
        "passkeys",
        "mfa",
        "mfa_recovery",
        "devices",
        "recovery",
        "lifecycle",
        "circular",
        "encryption",
        "messages",
        "email",
        "email_identity",
        "sms",
        "sms_role",
        "triggers",
        "trigger_functions",
        "authorizers",
        "custom_auth",
        "feature_plan",
        "regions",
        "keys",
        "property_names",
    ),
    USER_POOL_CLIENT: (
        "app_client_flows",
        "app_client_oauth",
        "app_client_providers",
        "app_client_scopes",
        "app_client_tokens",
        "app_client_urls",
        "app_client_load_balancer",
        "app_client_analytics",
        "app_client_attributes",
        "app_client_secret",
        "risk_clients",
        "branding",
        "keys",
        "custom_auth",
        "feature_plan",
        "property_names",
    ),
    USER_POOL_DOMAIN: ("domains", "domain_names", "passkeys", "feature_plan", "regions", "property_names"),
    USER_POOL_GROUP: ("groups", "keys", "property_names"),
    USER_POOL_IDENTITY_PROVIDER: (
        "identity_providers",
        "identity_provider_details",
        "identity_provider_oidc",
        "identity_provider_saml",
        "identity_provider_mapping",
        "keys",
        "property_names",
    ),
    USER_POOL_MEMBERSHIP: ("memberships", "keys", "property_names"),
    USER_POOL_REGIONAL_CONFIGURATION: (
        "regional_configuration",
        "email",
        "email_identity",
        "sms",
        "sms_role",
        "triggers",
        "trigger_functions",
        "custom_auth",
        "property_names",
    ),
    USER_POOL_REPLICA: ("replication", "feature_plan", "keys", "property_names"),
    USER_POOL_RESOURCE_SERVER: ("resource_servers", "keys", "property_names"),
    USER_POOL_RISK_CONFIGURATION: (
        "risk",
        "risk_clients",
        "risk_addresses",
        "risk_notifications",
        "app_client_links",
        "keys",
        "property_names",
    ),
    USER_POOL_UI_CUSTOMIZATION: (
        "ui_customization",
        "ui_customization_css",
        "app_client_links",
        "hosted_pages",
        "keys",
        "property_names",
    ),
    USER_POOL_USER: ("users", "user_attributes", "user_invitations", "keys", "property_names"),
    MANAGED_LOGIN_BRANDING: (
        "branding",
        "branding_assets",
        "branding_shapes",
        "branding_svg",
        "branding_settings",
        "feature_plan",
        "app_client_links",
        "hosted_pages",
        "keys",
        "property_names",
    ),
    TERMS: ("terms", "app_client_links", "hosted_pages", "keys", "property_names"),
    LOG_DELIVERY: ("log_delivery", "log_destinations", "feature_plan", "keys", "property_names"),
    IDENTITY_POOL: ("identity_pool", "identity_pool_providers", "property_names"),
    IDENTITY_POOL_PRINCIPAL_TAG: ("principal_tags", "keys", "property_names"),
    IDENTITY_POOL_ROLE_ATTACHMENT: (
        "identity_pool_roles",
        "role_mappings",
        "identity_role_trust",
        "keys",
        "property_names",
    ),
    KMS_KEY: ("keys",),
    LOG_GROUP: ("log_destinations", "keys"),
    LOG_RESOURCE_POLICY: ("keys",),
    ROLE: ("keys",),
    BUCKET: ("keys",),
    BUCKET_POLICY: ("keys",),
    CUSTOM_RESOURCE: ("custom_resources",),
    DELIVERY_STREAM: ("keys",),
    WEB_ACL: ("web_acl",),
    WEB_ACL_ASSOCIATION: ("web_acl_association", "keys"),
    WEB_ACL_LOGGING: ("web_acl_logging", "keys"),
}
"""The topics with rules about each resource type."""


@cache
def limits_of(resource: str) -> Limits | None:
    """Give the limits of a resource type; nothing where it has none."""
    if resource not in LIMITS:
        return None
    limits: Limits = import_module(f"constructs_lib.rules.limits.{LIMITS[resource]}").LIMITS
    return limits


@cache
def rules_of(resource: str) -> tuple[Rule, ...]:
    """Give the rules about a resource type."""
    for topic in TOPICS.get(resource, ()):
        import_module(f"constructs_lib.rules.topics.{topic}")
    return tuple(rule for rule in RULES.values() if rule.resource == resource)


def all_rules() -> tuple[Rule, ...]:
    """Give every rule there is, by id."""
    return tuple(sorted((rule for resource in TOPICS for rule in rules_of(resource)), key=lambda rule: rule.id))


def all_limits() -> tuple[Limits, ...]:
    """Give every table of limits there is."""
    return tuple(limits for limits in map(limits_of, LIMITS) if limits is not None)


@cache
def all_ids() -> frozenset[str]:
    """Give the id of everything that can be found."""
    limits = (limit.id for table in all_limits() for limit in table.rows)
    return frozenset([*(rule.id for rule in all_rules()), *limits])
