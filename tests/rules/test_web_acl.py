"""Rules about the web ACL before a pool, and about where it writes."""

from typing import Any

import pytest

from constructs_lib import UserPoolSettings, WebAclArn, WebAclAssociation, check, rate_limited_web_acl, single_page_app
from constructs_lib.resources.model import (
    BUCKET,
    LOG_GROUP,
    WEB_ACL,
    WEB_ACL_ASSOCIATION,
    WEB_ACL_LOGGING,
    Resources,
)
from constructs_lib.rules import Deployment, judge
from tests.rules.case import UNKNOWN, Case, client, pool

_GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-waf.html"
_PLACES = "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html"
_LOGGING = "https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html"
_HERE = Deployment(region="eu-west-1")
_POOL_ARN = {"Fn::GetAtt": ["Pool", "Arn"]}
_TOTP = pool(MfaConfiguration="OPTIONAL", EnabledMfas=["SOFTWARE_TOKEN_MFA"])
_LOCAL = client(CallbackURLs=["http://localhost:4200/in"])


def acl(*rules: Any, scope: Any = "REGIONAL") -> Resources:
    return {"Acl": {"Type": WEB_ACL, "Properties": {"Scope": scope, "Rules": list(rules)}}}


def managed(name: Any, *overrides: Any, **more: Any) -> dict[str, Any]:
    group = {"VendorName": "AWS", "Name": name} | ({"RuleActionOverrides": list(overrides)} if overrides else {})
    return {"Name": "rule", "Statement": {"ManagedRuleGroupStatement": group}} | more


def before(resource: Any = None, name: str = "Before", web_acl: Any = None) -> Resources:
    said = {"ResourceArn": resource or _POOL_ARN, "WebACLArn": web_acl or {"Fn::GetAtt": ["Acl", "Arn"]}}
    return {name: {"Type": WEB_ACL_ASSOCIATION, "Properties": said}}


def logging(*destinations: Any) -> Resources:
    said = {"ResourceArn": {"Fn::GetAtt": ["Acl", "Arn"]}, "LogDestinationConfigs": list(destinations)}
    return {"Logging": {"Type": WEB_ACL_LOGGING, "Properties": said}}


def group(**properties: Any) -> Resources:
    return {"Group": {"Type": LOG_GROUP, "Properties": properties}}


def web_acl_arn(scope: str = "regional", region: str = "eu-west-1") -> str:
    return f"arn:aws:wafv2:{region}:111122223333:{scope}/webacl/shop/0000"


CASES = [
    Case(
        rule="web-acl.not-regional",
        fails=pool() | acl(scope="CLOUDFRONT") | before(),
        says=f"""\
Acl.Scope: must be REGIONAL before a user pool, got 'CLOUDFRONT'
   fix: use REGIONAL; a distribution before a custom domain needs a web ACL of its own
   [web-acl.not-regional] {_PLACES}""",
        passes=pool() | acl() | before(),
        silent=pool() | acl(scope=UNKNOWN) | before(),
    ),
    Case(
        rule="web-acl.account-takeover-prevention",
        fails=pool() | acl(managed("AWSManagedRulesATPRuleSet")) | before(),
        says=f"""\
Acl.Rules[0].Statement.ManagedRuleGroupStatement.Name: cannot be used before a user pool, got \
'AWSManagedRulesATPRuleSet'
   allowed: other rule groups
   fix: leave it out; threat protection of the Plus plan watches for account takeover
   [web-acl.account-takeover-prevention] {_GUIDE}""",
        passes=pool() | acl(managed("AWSManagedRulesCommonRuleSet")) | before(),
        silent=pool() | acl(managed(UNKNOWN)) | before(),
    ),
    Case(
        rule="web-acl.captcha",
        fails=_TOTP | acl({"Name": "ask", "Action": {"Captcha": {}}}) | before(),
        says=f"""\
Acl.Rules[0].Action: presents a CAPTCHA, which breaks the registration of SOFTWARE_TOKEN_MFA (Pool)
   allowed: Block, Count or Challenge
   fix: leave the pages of that registration out of the rule by a scope-down statement, or use another action
   [web-acl.captcha] {_GUIDE}""",
        passes=_TOTP | acl({"Name": "ask", "Action": {"Challenge": {}}}) | before(),
        silent=pool(MfaConfiguration=UNKNOWN) | acl({"Name": "ask", "Action": {"Captcha": {}}}) | before(),
    ),
    Case(
        rule="web-acl.localhost-refused",
        fails=pool() | _LOCAL | acl(managed("AWSManagedRulesCommonRuleSet")) | before(),
        says="""\
Acl.Rules[0].Statement.ManagedRuleGroupStatement: refuses redirects to localhost, which Client has, got \
'AWSManagedRulesCommonRuleSet'
   allowed: the rule group with EC2MetaDataSSRF_QUERYARGUMENTS overridden to Count
   fix: override EC2MetaDataSSRF_QUERYARGUMENTS to Count, in settings by rate_limited_web_acl(localhost=True)
   [web-acl.localhost-refused] https://github.com/awslabs/nx-plugin-for-aws/pull/1016""",
        passes=pool()
        | _LOCAL
        | acl(
            managed(
                "AWSManagedRulesCommonRuleSet",
                {"Name": "EC2MetaDataSSRF_QUERYARGUMENTS", "ActionToUse": {"Count": {}}},
            )
        )
        | before(),
        silent=pool() | client(CallbackURLs=[UNKNOWN]) | acl(managed("AWSManagedRulesCommonRuleSet")) | before(),
    ),
    Case(
        rule="web-acl.not-associated",
        fails=pool() | acl() | logging("arn:aws:s3:::aws-waf-logs-shop"),
        says=f"""\
Acl: protects nothing here
   allowed: a web ACL with an association
   fix: associate it with the user pool, in settings by WebAclAssociation(WebAclArn())
   [web-acl.not-associated] {_GUIDE}""",
        passes=pool() | acl() | before(),
        silent=acl(),
    ),
    Case(
        rule="web-acl-association.arn",
        fails=pool() | before(web_acl=web_acl_arn("global", "us-east-1")),
        says=f"""\
Before.WebACLArn: must be the ARN of a regional web ACL, got \
'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/0000'
   allowed: arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>
   fix: name a web ACL of scope REGIONAL
   [web-acl-association.arn] {_PLACES}""",
        passes=pool() | before(web_acl=web_acl_arn()),
        silent=pool() | before(web_acl=UNKNOWN),
    ),
    Case(
        rule="web-acl-association.region",
        fails=pool() | before(web_acl=web_acl_arn(region="eu-west-2")),
        says=f"""\
Before.WebACLArn: must be in the pool's Region, eu-west-1, got \
'arn:aws:wafv2:eu-west-2:111122223333:regional/webacl/shop/0000'
   allowed: a web ACL in eu-west-1
   fix: name a web ACL of the pool's Region
   [web-acl-association.region] {_PLACES}""",
        passes=pool() | before(web_acl=web_acl_arn()),
        silent=pool() | before(web_acl=web_acl_arn(region="${Token[TOKEN.1]}")),
        where=_HERE,
    ),
    Case(
        rule="web-acl-association.second",
        fails=pool() | acl() | before() | before(name="Second", web_acl=web_acl_arn()),
        says=f"""\
Second.ResourceArn: has another web ACL already, got {_POOL_ARN}
   allowed: one web ACL before each user pool
   fix: put the rules of both into one web ACL
   [web-acl-association.second] {_GUIDE}""",
        passes=pool() | acl() | before(),
        silent=pool() | acl() | before() | before({"Ref": "Parameter"}, "Second"),
    ),
    Case(
        rule="web-acl-logging.destination-name",
        fails=logging("arn:aws:logs:eu-west-1:111122223333:log-group:/shop/waf"),
        says=f"""\
Logging.LogDestinationConfigs[0]: must name a log group, bucket or stream whose name begins with aws-waf-logs-, got \
'arn:aws:logs:eu-west-1:111122223333:log-group:/shop/waf'
   allowed: a name such as aws-waf-logs-shop
   fix: rename it to aws-waf-logs-waf
   [web-acl-logging.destination-name] {_LOGGING}""",
        passes=logging("arn:aws:firehose:eu-west-1:111122223333:deliverystream/aws-waf-logs-shop"),
        silent=logging(UNKNOWN),
    ),
    Case(
        rule="web-acl-logging.destination-unnamed",
        fails=group() | logging({"Fn::GetAtt": ["Group", "Arn"]}),
        says=f"""\
Logging.LogDestinationConfigs[0]: needs a name that begins with aws-waf-logs-, and Group has none
   allowed: a log group, bucket or stream with a name such as aws-waf-logs-shop
   fix: give Group a name that begins with aws-waf-logs-
   [web-acl-logging.destination-unnamed] {_LOGGING}""",
        passes=group(LogGroupName="aws-waf-logs-shop") | logging({"Fn::GetAtt": ["Group", "Arn"]}),
        silent=group(LogGroupName=UNKNOWN) | logging({"Fn::GetAtt": ["Group", "Arn"]}),
    ),
]


def found(resources: Resources) -> list[str]:
    return [finding.rule for finding in judge(resources, _HERE) if finding.rule.startswith("web-acl")]


def _only(rule: str, resources: Resources) -> bool:
    return rule in found(resources)


def test_what_stands_before_something_else_is_not_judged() -> None:
    balancer = {"Balancer": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": {}}}
    resources = balancer | pool() | acl(managed("AWSManagedRulesATPRuleSet")) | before({"Ref": "Balancer"})
    assert not _only("web-acl.account-takeover-prevention", resources)


@pytest.mark.parametrize(
    "arn",
    [
        "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a",
        {"Fn::Join": ["", ["arn:aws:cognito-idp:eu-west-1:111122223333:userpool/", {"Ref": "PoolId"}]]},
    ],
)
def test_a_pool_of_elsewhere_is_a_pool(arn: Any) -> None:
    assert _only("web-acl.account-takeover-prevention", acl(managed("AWSManagedRulesATPRuleSet")) | before(arn))


@pytest.mark.parametrize(
    ("mfa", "factors", "finds"),
    [("OFF", ["SOFTWARE_TOKEN_MFA"], False), ("ON", ["SMS_MFA"], False), ("ON", ["SOFTWARE_TOKEN_MFA"], True)],
)
def test_a_captcha_is_in_the_way_of_one_factor(mfa: str, factors: list[str], finds: bool) -> None:
    rule = managed("AWSManagedRulesBotControlRuleSet", {"Name": "x", "ActionToUse": {"Captcha": {}}})
    resources = pool(MfaConfiguration=mfa, EnabledMfas=factors) | acl(rule) | before()
    assert _only("web-acl.captcha", resources) is finds


@pytest.mark.parametrize(
    ("url", "finds"),
    [
        ("https://LOCALHOST", True),
        ("http://127.0.0.1:3000", True),
        ("http://[::1]/in", True),
        ("https://localhost.shop.example/in", False),
        ("https://shop.example/?next=http://localhost", False),
    ],
)
def test_what_is_on_the_developers_machine(url: str, finds: bool) -> None:
    resources = pool() | client(CallbackURLs=[url]) | acl(managed("AWSManagedRulesCommonRuleSet")) | before()
    assert _only("web-acl.localhost-refused", resources) is finds


def test_a_rule_group_that_only_counts_refuses_nobody() -> None:
    rule = managed("AWSManagedRulesCommonRuleSet", OverrideAction={"Count": {}})
    assert not _only("web-acl.localhost-refused", pool() | _LOCAL | acl(rule) | before())


@pytest.mark.parametrize("user", [{"Fn::Sub": "${Acl.Arn}"}, {"Fn::GetAtt": "Acl.Arn"}, ["x", {"Ref": "Acl"}]])
def test_a_web_acl_that_something_uses_is_not_idle(user: Any) -> None:
    other = {"Other": {"Type": "AWS::SSM::Parameter", "Properties": {"Value": user}}}
    assert not _only("web-acl.not-associated", pool() | acl() | other)


@pytest.mark.parametrize(
    ("kind", "said", "finds"),
    [
        (LOG_GROUP, {"LogGroupName": "shop"}, "web-acl-logging.destination-name"),
        (BUCKET, {"BucketName": "shop"}, "web-acl-logging.destination-name"),
        (BUCKET, {}, "web-acl-logging.destination-unnamed"),
        (BUCKET, {"BucketName": "aws-waf-logs-shop"}, None),
        ("AWS::SQS::Queue", {}, None),
    ],
)
def test_a_place_of_the_template_says_its_name(kind: str, said: Any, finds: str | None) -> None:
    place = {"Place": {"Type": kind, "Properties": said}}
    assert found(place | logging({"Fn::GetAtt": ["Place", "Arn"]})) == ([finds] if finds else [])


def test_a_web_acl_has_one_place_to_write_to() -> None:
    arn = "arn:aws:s3:::aws-waf-logs-shop"
    assert found(logging(arn, arn)) == ["web-acl-logging.destinations"]


@pytest.mark.parametrize("localhost", [False, True])
def test_the_web_acl_that_suits_a_pool_has_no_findings(localhost: bool) -> None:
    url = "http://localhost:4200" if localhost else "https://shop.example"
    settings = UserPoolSettings(
        app_clients={"web": single_page_app(callback_urls=[url])},
        web_acl=rate_limited_web_acl(localhost=localhost),
        web_acl_association=WebAclAssociation(WebAclArn()),
    )
    assert [one.rule for one in check(settings, _HERE) if one.rule.startswith("web-acl")] == []


def test_only_what_is_associated_stands_before_a_pool() -> None:
    takeover = managed("AWSManagedRulesATPRuleSet")
    other = {"Fn::GetAtt": ["Other", "Arn"]}
    assert not _only("web-acl.account-takeover-prevention", pool() | acl(takeover) | before(web_acl=other))
    assert _only("web-acl.account-takeover-prevention", pool() | acl(takeover) | before())


def test_a_rule_group_of_somebody_else_may_have_any_name() -> None:
    rule = managed("AWSManagedRulesATPRuleSet")
    rule["Statement"]["ManagedRuleGroupStatement"]["VendorName"] = "Shop"
    assert not _only("web-acl.account-takeover-prevention", pool() | acl(rule) | before())


def test_a_captcha_is_told_where_it_is() -> None:
    def places(*rules: Any) -> list[Any]:
        factors = pool(MfaConfiguration="ON", EnabledMfas=["SOFTWARE_TOKEN_MFA"])
        findings = judge(factors | acl(*rules) | before(), _HERE)
        return [each.property for each in findings if each.rule == "web-acl.captcha"]

    override = managed("AWSManagedRulesBotControlRuleSet", {"Name": "x", "ActionToUse": {"Captcha": {}}})
    assert places(override) == [("Rules", 0, "Statement", "ManagedRuleGroupStatement", "RuleActionOverrides")]
    assert places({"Name": "own", "Action": {"Captcha": {}}}) == [("Rules", 0, "Action")]


def test_all_app_clients_that_are_refused_are_named_and_a_rule_beside_hides_none() -> None:
    apps = {name: client(CallbackURLs=["http://localhost"])["Client"] for name in ("Admin", "Shop")}
    excluded = managed("AWSManagedRulesCommonRuleSet")
    excluded["Statement"]["ManagedRuleGroupStatement"]["ExcludedRules"] = [{"Name": "EC2MetaDataSSRF_QUERYARGUMENTS"}]
    web_acl = acl(managed("AWSManagedRulesKnownBadInputsRuleSet"), excluded, managed("AWSManagedRulesCommonRuleSet"))
    (finding,) = [
        each for each in judge(pool() | apps | web_acl | before(), _HERE) if each.rule == "web-acl.localhost-refused"
    ]
    assert finding.property[:2] == ("Rules", 2)
    assert finding.problem == "refuses redirects to localhost, which Admin, Shop has"


def test_what_is_for_distributions_protects_them() -> None:
    assert _only("web-acl.not-associated", pool() | acl())
    assert not _only("web-acl.not-associated", pool() | acl(scope="CLOUDFRONT"))


@pytest.mark.parametrize(
    ("arn", "finds"),
    [
        ("arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-shop", False),
        ("arn:aws:logs:eu-west-1:111122223333:log-group:shop", True),
        ("arn:aws:firehose:eu-west-1:111122223333:deliverystream/aws-waf-logs-shop", False),
        ("arn:aws:s3:::shop", True),
    ],
)
def test_a_place_is_named_by_the_end_of_its_arn(arn: str, finds: bool) -> None:
    assert _only("web-acl-logging.destination-name", logging(arn)) is finds


@pytest.mark.parametrize("name", ["shop", "aws-waf-logs-shop"])
def test_a_stream_of_the_template_says_its_name_too(name: str) -> None:
    kind = "AWS::KinesisFirehose::DeliveryStream"
    place = {"Place": {"Type": kind, "Properties": {"DeliveryStreamName": name}}}
    finds = _only("web-acl-logging.destination-name", place | logging({"Fn::GetAtt": ["Place", "Arn"]}))
    assert finds is (name == "shop")
