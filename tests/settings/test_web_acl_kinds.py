"""What the web ACL that suits a user pool fills in."""

from typing import Any

import pytest

from constructs_lib.settings import WebAcl, rate_limited_web_acl

SIZES = ["SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING"]


def _groups(acl: WebAcl) -> dict[str, list[str]]:
    """Give the rule groups, and the rules of each that only count."""
    found: dict[str, list[str]] = {}
    for rule in acl.written()["Rules"]:
        group: dict[str, Any] = rule["Statement"].get("ManagedRuleGroupStatement", {})
        overrides = group.get("RuleActionOverrides", [])
        assert all(override["ActionToUse"] == {"Count": {}} for override in overrides)
        if group:
            found[group["Name"]] = [override["Name"] for override in overrides]
    return found


def test_it_stands_before_regional_resources_and_lets_pass() -> None:
    written = rate_limited_web_acl().written()
    assert (written["Scope"], written["DefaultAction"]) == ("REGIONAL", {"Allow": {}})
    assert written["VisibilityConfig"]["CloudWatchMetricsEnabled"] is True


def test_too_many_requests_of_an_address_are_refused_first() -> None:
    rule = rate_limited_web_acl(requests_per_5_minutes=300).written()["Rules"][0]
    assert rule["Action"] == {"Block": {}}
    assert rule["Statement"]["RateBasedStatement"] == {
        "Limit": 300,
        "EvaluationWindowSec": 300,
        "AggregateKeyType": "IP",
    }


@pytest.mark.parametrize(("localhost", "more"), [(False, []), (True, ["EC2MetaDataSSRF_QUERYARGUMENTS"])])
def test_rules_that_refuse_what_pools_get_only_count(localhost: bool, more: list[str]) -> None:
    assert _groups(rate_limited_web_acl(localhost=localhost)) == {
        "AWSManagedRulesAmazonIpReputationList": [],
        "AWSManagedRulesKnownBadInputsRuleSet": [],
        "AWSManagedRulesCommonRuleSet": SIZES + more,
    }


def test_each_rule_has_its_own_priority_and_metric() -> None:
    rules = rate_limited_web_acl().written()["Rules"]
    assert [rule["Priority"] for rule in rules] == [0, 1, 2, 3]
    assert len({rule["VisibilityConfig"]["MetricName"] for rule in rules}) == 4


def test_rule_groups_can_be_chosen_and_any_field_be_said() -> None:
    acl = rate_limited_web_acl(managed_rule_groups=["AWSManagedRulesBotControlRuleSet"], name="shop")
    assert _groups(acl) == {"AWSManagedRulesBotControlRuleSet": []}
    assert acl.name == "shop"
