"""A web ACL that suits a user pool.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
"""

from collections.abc import Sequence
from typing import Any, Final

from constructs_lib.resources.values import Json
from constructs_lib.settings.web_acl import WebAcl

COMMON: Final = "AWSManagedRulesCommonRuleSet"
MANAGED_RULE_GROUPS: Final = ("AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", COMMON)
"""Rule groups of AWS's own: addresses known for attacks, requests known to be attacks (Log4j is one), and what
nobody's application should get. Cognito refuses `AWSManagedRulesATPRuleSet`."""

# SAML answers are larger than the one allows, and an application's state may be longer than the other does.
_COUNTED = ("SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING")
# To WAF a redirect to the developer's machine looks like a request forged on the server's side.
_COUNTED_FOR_LOCALHOST = ("EC2MetaDataSSRF_QUERYARGUMENTS",)


def rate_limited_web_acl(
    *,
    requests_per_5_minutes: int = 1000,
    managed_rule_groups: Sequence[str] = MANAGED_RULE_GROUPS,
    localhost: bool = False,
    **more: Any,
) -> WebAcl:
    """Let requests pass but for those of too busy addresses and those that AWS's own rules take for attacks.

    Put `WebAclAssociation(WebAclArn())` beside it. It costs something for itself, each rule, and each request.

    Args:
        requests_per_5_minutes: How many requests of one address are answered within five minutes. Default: 1,000; a
            sign-in is about five, so some 200 people behind the one address of an office can sign in, and somebody who
            tries passwords gets no farther than that.
        managed_rule_groups: Rule groups of AWS's own, tried in this order. Default: `MANAGED_RULE_GROUPS`.
        localhost: Whether app clients redirect to ``http://localhost``, which the common rules would refuse: then that
            rule only counts. Default: they do not.
        more: Any other field of `WebAcl`.

    """
    counted = _COUNTED + (_COUNTED_FOR_LOCALHOST if localhost else ())
    rules = [_rate_limit(requests_per_5_minutes)]
    for name in managed_rule_groups:
        rules.append(_managed(name, len(rules), counted if name == COMMON else ()))
    said: dict[str, Any] = {
        "scope": "REGIONAL",
        "default_action": {"Allow": {}},
        "rules": rules,
        "visibility": _visibility("UserPool"),
    }
    return WebAcl(**said | more)


def _rate_limit(limit: int) -> Json:
    return {
        "Name": "RateLimit",
        "Priority": 0,
        "Action": {"Block": {}},
        "Statement": {
            "RateBasedStatement": {"Limit": limit, "EvaluationWindowSec": 300, "AggregateKeyType": "IP"},
        },
        "VisibilityConfig": _visibility("RateLimit"),
    }


def _managed(name: str, priority: int, counted: Sequence[str]) -> Json:
    group: dict[str, Json] = {"VendorName": "AWS", "Name": name}
    if counted:
        group["RuleActionOverrides"] = [{"Name": rule, "ActionToUse": {"Count": {}}} for rule in counted]
    return {
        "Name": name,
        "Priority": priority,
        "OverrideAction": {"None": {}},
        "Statement": {"ManagedRuleGroupStatement": group},
        "VisibilityConfig": _visibility(name),
    }


def _visibility(metric: str) -> Json:
    return {"CloudWatchMetricsEnabled": True, "MetricName": metric, "SampledRequestsEnabled": True}
