"""The web ACL before a user pool: which one it may be, and what its rules do to the hosted pages.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import (
    USER_POOL,
    USER_POOL_CLIENT,
    WEB_ACL,
    WEB_ACL_ASSOCIATION,
    WEB_ACL_LOGGING,
    target,
)
from constructs_lib.resources.references import references
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.registry import GUIDE, rule
from constructs_lib.rules.topics.web_acl_association import PLACES, is_of_a_pool
from constructs_lib.rules.view import Object, Problem, View

_GUIDE = GUIDE + "user-pool-waf.html"
_GROUP = "Statement.ManagedRuleGroupStatement"
_SSRF = "EC2MetaDataSSRF_QUERYARGUMENTS"
_LOOPBACK = re.compile(r"https?://(localhost|127\.[0-9.]+|\[::1\])(:[0-9]+)?(/.*)?", re.IGNORECASE)


def _associations(acl: View) -> list[View]:
    views = acl.neighbours.views.values()
    return [
        view for view in views if view.type == WEB_ACL_ASSOCIATION and target(view.source.get("WebACLArn")) == acl.key
    ]


def _stands_before_a_pool(acl: View) -> bool:
    return any(map(is_of_a_pool, _associations(acl)))


def _pools(acl: View) -> Iterator[View]:
    """Walk the pools of the set that a web ACL stands before."""
    for association in _associations(acl):
        pool = association.neighbours.views.get(association.pool_key or "")
        if pool is not None and pool.type == USER_POOL:
            yield pool


def _groups(acl: View) -> Iterator[tuple[Object, str]]:
    """Walk the rules that use a rule group of AWS's own, each with the group's name."""
    for acl_rule in acl.objects("Rules"):
        name = acl_rule.get(f"{_GROUP}.Name")
        if isinstance(name, str) and acl_rule.get(f"{_GROUP}.VendorName") == "AWS":
            yield acl_rule, name


@rule(
    "web-acl.not-regional",
    WEB_ACL,
    why="a web ACL of scope CLOUDFRONT is global, and AWS lets it stand before distributions alone",
    evidence="developer guide",
    source=PLACES,
)
def not_regional(acl: View) -> Iterator[Problem]:
    """Refuse a web ACL of CloudFront before a user pool."""
    if acl.text("Scope") == "CLOUDFRONT" and _stands_before_a_pool(acl):
        yield acl.problem(
            "Scope",
            "must be REGIONAL before a user pool",
            got="CLOUDFRONT",
            allowed="REGIONAL",
            fix="use REGIONAL; a distribution before a custom domain needs a web ACL of its own",
        )


@rule(
    "web-acl.account-takeover-prevention",
    WEB_ACL,
    why="AWS refuses to put a web ACL with this rule group before a user pool",
    evidence="developer guide",
    source=_GUIDE,
)
def account_takeover_prevention(acl: View) -> Iterator[Problem]:
    """Refuse the rule group that Cognito does not work with."""
    for acl_rule, name in _groups(acl):
        if name == "AWSManagedRulesATPRuleSet" and _stands_before_a_pool(acl):
            yield acl_rule.problem(
                f"{_GROUP}.Name",
                "cannot be used before a user pool",
                got=name,
                allowed="other rule groups",
                fix="leave it out; threat protection of the Plus plan watches for account takeover",
            )


@rule(
    "web-acl.captcha",
    WEB_ACL,
    severity="warning",
    why="where a rule presents a CAPTCHA, users cannot register an authenticator application on the hosted pages",
    evidence="developer guide",
    source=_GUIDE,
)
def captcha(acl: View) -> Iterator[Problem]:
    """Warn of a CAPTCHA in the way of a second factor."""
    asking = [acl_rule for acl_rule in acl.objects("Rules") if _presents_captcha(acl_rule)]
    for pool in _pools(acl) if asking else ():
        if pool.text("MfaConfiguration") in ("ON", "OPTIONAL") and "SOFTWARE_TOKEN_MFA" in (
            pool.texts("EnabledMfas") or ()
        ):
            for acl_rule in asking:
                yield acl_rule.problem(
                    "Action" if acl_rule.has("Action") else f"{_GROUP}.RuleActionOverrides",
                    f"presents a CAPTCHA, which breaks the registration of SOFTWARE_TOKEN_MFA ({pool.key})",
                    allowed="Block, Count or Challenge",
                    fix="leave the pages of that registration out of the rule by a scope-down statement, or use "
                    "another action",
                )


def _presents_captcha(acl_rule: Object) -> bool:
    overrides = acl_rule.get(f"{_GROUP}.RuleActionOverrides")
    actions: list[Json] = [acl_rule.get("Action")]
    actions += [one.get("ActionToUse") for one in overrides if isinstance(one, dict)] if is_list(overrides) else []
    return any("Captcha" in action for action in actions if isinstance(action, dict))


@rule(
    "web-acl.localhost-refused",
    WEB_ACL,
    severity="warning",
    why="the common rules take a redirect to localhost for a request forged on the server's side, and answer 403",
    evidence="reported",
    source="https://github.com/awslabs/nx-plugin-for-aws/pull/1016",
)
def localhost_refused(acl: View) -> Iterator[Problem]:
    """Warn of a rule that keeps developers out."""
    for acl_rule, name in _groups(acl):
        overrides = acl_rule.get(f"{_GROUP}.RuleActionOverrides")
        excluded = acl_rule.get(f"{_GROUP}.ExcludedRules")
        if name != "AWSManagedRulesCommonRuleSet" or _SSRF in f"{overrides}{excluded}":
            continue
        for pool in _pools(acl):
            clients = [client.key for client in pool.around(USER_POOL_CLIENT) if _redirects_here(client)]
            if clients and acl_rule.get("OverrideAction") != {"Count": {}}:
                yield acl_rule.problem(
                    _GROUP,
                    f"refuses redirects to localhost, which {', '.join(clients)} has",
                    got=name,
                    allowed=f"the rule group with {_SSRF} overridden to Count",
                    fix=f"override {_SSRF} to Count, in settings by rate_limited_web_acl(localhost=True)",
                )


def _redirects_here(client: View) -> bool:
    urls = client.source.get("CallbackURLs")
    return any(isinstance(url, str) and _LOOPBACK.fullmatch(url) for url in (urls if is_list(urls) else ()))


@rule(
    "web-acl.not-associated",
    WEB_ACL,
    severity="warning",
    why="a web ACL costs from its first day, and protects what it is associated with",
    evidence="inferred",
    source=_GUIDE,
)
def not_associated(acl: View) -> Iterator[Problem]:
    """Warn of a web ACL that stands before nothing here."""
    views = acl.neighbours.views.values()
    others = [view for view in views if view is not acl and view.type != WEB_ACL_LOGGING]
    if acl.get("Scope") == "CLOUDFRONT" or any(acl.key in references(view.source) for view in others):
        return
    if any(view.type == USER_POOL for view in others):
        yield acl.problem(
            "",
            "protects nothing here",
            allowed="a web ACL with an association",
            fix="associate it with the user pool, in settings by WebAclAssociation(WebAclArn())",
        )
