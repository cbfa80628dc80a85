"""Every rule and every limit there is: a topic's module registers its own when it is imported here."""

from constructs_lib.rules import (
    app_client_analytics,
    app_client_attributes,
    app_client_flows,
    app_client_oauth,
    app_client_providers,
    app_client_scopes,
    app_client_tokens,
    app_client_urls,
    attributes,
    domains,
    email,
    feature_plan,
    first_factors,
    groups,
    lifecycle,
    messages,
    mfa,
    password_policy,
    recovery,
    sign_in,
    sms,
    triggers,
)
from constructs_lib.rules.limits import app_client, domain, group, user_pool
from constructs_lib.rules.limits.table import Limits
from constructs_lib.rules.registry import RULES

TOPICS = (
    sign_in,
    attributes,
    password_policy,
    first_factors,
    mfa,
    recovery,
    lifecycle,
    messages,
    email,
    sms,
    triggers,
    feature_plan,
    app_client_flows,
    app_client_oauth,
    app_client_providers,
    app_client_scopes,
    app_client_tokens,
    app_client_urls,
    app_client_analytics,
    app_client_attributes,
    domains,
    groups,
)

LIMITS: dict[str, Limits] = {
    limits.resource: limits for limits in (user_pool.LIMITS, app_client.LIMITS, domain.LIMITS, group.LIMITS)
}


def rule_ids() -> frozenset[str]:
    """Give the id of everything that can be found."""
    limits = (limit.id for table in LIMITS.values() for limit in table.rows)
    return frozenset([*RULES, *limits])


__all__ = ["LIMITS", "RULES", "TOPICS", "rule_ids"]
