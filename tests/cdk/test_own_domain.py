"""A domain of one's own: certificate, records, and what stands in the way of them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import App, CfnParameter, Environment, Fn, NestedStack, Stack, Stage
from aws_cdk import aws_route53 as route53
from aws_cdk.assertions import Annotations, Match, Template
from aws_cdk.aws_cognito import CfnUserPoolDomain
from constructs import Construct

from constructs_lib import CustomDomain, InvalidSettingsError, profiles
from constructs_lib.cdk import CognitoUserPool
from constructs_lib.cdk.domain_certificate import certificate_for
from constructs_lib.cdk.family import PARENT_RECORD_WARNING
from constructs_lib.cdk.own_domain import finish
from tests.cdk.synth import ids_of, properties_of

DOMAIN = "AWS::Cognito::UserPoolDomain"
CERTIFICATE = "AWS::CertificateManager::Certificate"
RECORD = "AWS::Route53::RecordSet"
HERE = Environment(account="111122223333", region="us-east-1")
ELSEWHERE = Environment(account="111122223333", region="eu-central-1")


def _zone(scope: Construct, name: str = "shop.example") -> route53.IHostedZone:
    return route53.HostedZone.from_hosted_zone_attributes(scope, "Zone", hosted_zone_id="Z1", zone_name=name)


def _pool(scope: Construct, zone: route53.IHostedZone, name: str = "auth", parent_record: bool = True) -> None:
    domain = f"{name}.shop.example"
    certificate = certificate_for(scope, domain, zone)
    settings = profiles.standard(custom_domain=CustomDomain(domain))
    users = CognitoUserPool(scope, name.capitalize(), settings=settings, certificate=certificate)
    assert users.cfn_custom_domain is not None
    finish(users, users.cfn_custom_domain, zone, parent_record=parent_record)


def _stack(env: Environment | None) -> Stack:
    return Stack(App(), "Shop", env=env)


def _support(stack: Stack) -> Stack:
    support = stack.node.root.node.find_child("Shop-certificates-us-east-1")
    assert isinstance(support, Stack)
    return support


def _alias(record_type: str) -> dict[str, Any]:
    endpoint = {"Fn::GetAtt": ["AuthCustomDomain169F33FC", "CloudFrontDistribution"]}
    return {
        "Name": "auth.shop.example.",
        "Type": record_type,
        "HostedZoneId": "Z1",
        "AliasTarget": {"DNSName": endpoint, "HostedZoneId": "Z2FDTNDATAQYW2"},
    }


def test_in_us_east_1_everything_is_in_the_stack_under_ids_that_stay() -> None:
    stack = _stack(HERE)
    _pool(stack, _zone(stack))
    assert ids_of(Template.from_stack(stack)) == {
        "Certificateauthshopexample70D91922": CERTIFICATE,
        "AuthC256A5EC": "AWS::Cognito::UserPool",
        "AuthCustomDomain169F33FC": DOMAIN,
        "AuthAliasRecordB54FBE12": RECORD,
        "AuthAliasRecordIpv659EE9BD2": RECORD,
        "ParentRecordshopexampleE4B078E6": RECORD,
    }
    assert stack.node.root.node.try_find_child("Shop-certificates-us-east-1") is None


def test_the_certificate_is_validated_through_the_zone() -> None:
    stack = _stack(HERE)
    _pool(stack, _zone(stack))
    assert properties_of(Template.from_stack(stack), CERTIFICATE) == {
        "DomainName": "auth.shop.example",
        "DomainValidationOptions": [{"DomainName": "auth.shop.example", "HostedZoneId": "Z1"}],
        "Tags": [{"Key": "Name", "Value": "Shop/Certificate-auth.shop.example"}],
        "ValidationMethod": "DNS",
    }


def test_the_domain_comes_after_certificate_and_parent_and_before_its_aliases() -> None:
    stack = _stack(HERE)
    _pool(stack, _zone(stack))
    template = Template.from_stack(stack)
    (domain,) = template.find_resources(DOMAIN).values()
    assert domain == {
        "Type": DOMAIN,
        "Properties": {
            "CustomDomainConfig": {
                "CertificateArn": {"Ref": "Certificateauthshopexample70D91922"},
                "SecurityPolicy": "TLS_V1_2_2021",
            },
            "Domain": "auth.shop.example",
            "ManagedLoginVersion": 2,
            "UserPoolId": {"Ref": "AuthC256A5EC"},
        },
        "DependsOn": ["ParentRecordshopexampleE4B078E6"],
    }
    template.has_resource(RECORD, {"Properties": _alias("A")})
    template.has_resource(RECORD, {"Properties": _alias("AAAA")})


def test_the_parents_record_leads_nowhere() -> None:
    stack = _stack(HERE)
    _pool(stack, _zone(stack))
    assert Template.from_stack(stack).to_json()["Resources"]["ParentRecordshopexampleE4B078E6"]["Properties"] == {
        "Comment": "Leads nowhere; Cognito makes no domain beneath a name without an A record",
        "HostedZoneId": "Z1",
        "Name": "shop.example.",
        "ResourceRecords": ["192.0.2.1"],
        "TTL": "1800",
        "Type": "A",
    }


def _elsewhere(*names: str) -> Stack:
    stack = _stack(ELSEWHERE)
    zone = _zone(stack)
    for name in names:
        _pool(stack, zone, name)
    return stack


def test_elsewhere_the_certificate_is_in_a_stack_of_its_own() -> None:
    support = _support(_elsewhere("auth"))
    assert (support.region, support.account) == ("us-east-1", "111122223333")
    template = Template.from_stack(support).to_json()
    assert template["Outputs"] == {"authshopexampleArnEE4F3620": {"Value": {"Ref": "authshopexample722CAC48"}}}
    assert template["Resources"] == {
        "authshopexample722CAC48": {
            "Type": CERTIFICATE,
            "Properties": {
                "DomainName": "auth.shop.example",
                "DomainValidationOptions": [{"DomainName": "auth.shop.example", "HostedZoneId": "Z1"}],
                "Tags": [{"Key": "Name", "Value": "Shop-certificates-us-east-1/auth.shop.example"}],
                "ValidationMethod": "DNS",
            },
        }
    }


def test_elsewhere_the_stack_reads_the_certificate_and_waits_for_it() -> None:
    stack = _elsewhere("auth")
    template = Template.from_stack(stack)
    output = {
        "StackName": "Shop-certificates-us-east-1",
        "OutputName": "authshopexampleArnEE4F3620",
        "Region": "us-east-1",
    }
    certificate = properties_of(template, DOMAIN)["CustomDomainConfig"]["CertificateArn"]
    assert certificate == {"Fn::GetStackOutput": output}
    assert ids_of(template, CERTIFICATE) == {}
    assert [other.stack_name for other in stack.dependencies] == ["Shop-certificates-us-east-1"]


@pytest.mark.parametrize("strength", [None, "strong", "weak"])
def test_no_stack_gets_a_function_to_run_whatever_the_apps_default(strength: str | None) -> None:
    context = {"@aws-cdk/core:defaultCrossStackReferences": strength} if strength else {}
    stack = Stack(App(context=context), "Shop", env=ELSEWHERE)
    _pool(stack, _zone(stack))
    for template in (Template.from_stack(stack), Template.from_stack(_support(stack))):
        assert ids_of(template, "AWS::Lambda::Function") == {}
    assert Annotations.from_stack(stack).find_warning("*", Match.string_like_regexp("cross-stack")) == []


def test_domains_of_one_stack_share_the_support_stack_and_the_parents_record() -> None:
    stack = _elsewhere("auth", "login")
    assert sorted(ids_of(Template.from_stack(_support(stack)), CERTIFICATE)) == [
        "authshopexample722CAC48",
        "loginshopexample539FE5F8",
    ]
    domains = Template.from_stack(stack).find_resources(DOMAIN).values()
    assert [domain["DependsOn"] for domain in domains] == [["ParentRecordshopexampleE4B078E6"]] * 2


def test_a_stage_has_support_stacks_of_its_own() -> None:
    app = App()
    names = []
    for name in ("Test", "Production"):
        stage = Stage(app, name, env=ELSEWHERE)
        stack = Stack(stage, "Shop")
        _pool(stack, _zone(stack))
        names.append([artifact.stack_name for artifact in stage.synth().stacks])
    assert names == [
        ["Test-Shop-certificates-us-east-1", "Test-Shop"],
        ["Production-Shop-certificates-us-east-1", "Production-Shop"],
    ]


def test_a_nested_stack_takes_it() -> None:
    stack = _stack(ELSEWHERE)
    nested = NestedStack(stack, "Nested")
    _pool(nested, _zone(nested))
    certificate = properties_of(Template.from_stack(nested), DOMAIN)["CustomDomainConfig"]["CertificateArn"]
    assert certificate["Fn::GetStackOutput"]["StackName"] == "Shop-certificates-us-east-1"
    assert stack.dependencies == [_support(stack)]


def test_the_account_need_not_be_known() -> None:
    stack = _stack(Environment(region="eu-central-1"))
    _pool(stack, _zone(stack))
    assert ids_of(Template.from_stack(_support(stack))) == {"authshopexample722CAC48": CERTIFICATE}


def test_a_protected_stack_has_a_protected_support_stack() -> None:
    stack = Stack(App(), "Shop", env=ELSEWHERE, termination_protection=True)
    _pool(stack, _zone(stack))
    assert _support(stack).termination_protection
    assert not _support(_elsewhere("auth")).termination_protection


def test_a_stack_made_beforehand_takes_the_certificates() -> None:
    app = App()
    stack = Stack(app, "Shop", env=ELSEWHERE)
    made = Stack(app, "Shop-certificates-us-east-1", stack_name="own", env=HERE)
    _pool(stack, _zone(stack))
    certificate = properties_of(Template.from_stack(stack), DOMAIN)["CustomDomainConfig"]["CertificateArn"]
    assert certificate["Fn::GetStackOutput"]["StackName"] == "own"
    assert list(ids_of(Template.from_stack(made)).values()) == [CERTIFICATE]


def test_the_zone_may_be_made_in_another_stack() -> None:
    app = App()
    zone = route53.PublicHostedZone(Stack(app, "Dns", env=HERE), "Zone", zone_name="shop.example")
    stack = Stack(app, "Shop", env=ELSEWHERE)
    _pool(stack, zone)
    assert [artifact.stack_name for artifact in app.synth().stacks] == ["Dns", "Shop-certificates-us-east-1", "Shop"]


def test_the_zones_id_is_enough() -> None:
    stack = _stack(HERE)
    _pool(stack, route53.HostedZone.from_hosted_zone_id(stack, "Zone", "Z1"))
    Template.from_stack(stack).has_resource(RECORD, {"Properties": _alias("A")})


def test_without_the_parents_record_a_warning_says_that_it_is_needed() -> None:
    stack = _stack(HERE)
    _pool(stack, _zone(stack), parent_record=False)
    template = Template.from_stack(stack)
    assert len(ids_of(template, RECORD)) == 2
    template.has_resource(DOMAIN, {"DependsOn": Match.absent()})
    assert _warnings(stack) == [
        "custom_domain: shop.example must have an A record when the domain is made, or Cognito refuses the domain; "
        "make sure that it has one, or have one made that leads nowhere: parent_record=True "
        f"[ack: Annotation::{PARENT_RECORD_WARNING}]"
    ]


def test_a_parents_record_that_is_made_for_another_domain_is_enough() -> None:
    stack = _stack(HERE)
    zone = _zone(stack)
    _pool(stack, zone, "auth")
    _pool(stack, zone, "login", parent_record=False)
    assert _warnings(stack) == []
    domains = Template.from_stack(stack).find_resources(DOMAIN).values()
    assert [domain["DependsOn"] for domain in domains] == [["ParentRecordshopexampleE4B078E6"]] * 2


def _warnings(stack: Stack) -> list[str]:
    found = Annotations.from_stack(stack).find_warning("*", Match.string_like_regexp("A record"))
    return [str(message.entry.data) for message in found]


def _with(build: Callable[[Stack], Any], env: Environment | None = ELSEWHERE) -> Callable[[], Any]:
    return lambda: build(_stack(env))


REFUSED = {
    "no Region": (
        _with(lambda stack: _pool(stack, _zone(stack)), None),
        "hosted_zone: the certificate must be in us-east-1, and the Region of Shop is not known: give the stack one, "
        "such as env=Environment(region='eu-central-1'), or hand in a certificate",
    ),
    "China": (
        _with(lambda stack: _pool(stack, _zone(stack)), Environment(region="cn-north-1")),
        "hosted_zone: cn-north-1 cannot refer to us-east-1: hand in a certificate",
    ),
    "another zone": (
        _with(lambda stack: _pool(stack, _zone(stack, "op.example"))),
        "custom_domain: auth.shop.example does not lie in the hosted zone op.example; give the zone that holds it",
    ),
    "a zone beside the parent": (
        _with(lambda stack: _pool(stack, _zone(stack, "auth.shop.example"))),
        "parent_record: shop.example does not lie in the hosted zone auth.shop.example; give the zone that holds it",
    ),
    "a zone of the same stack": (
        _with(lambda stack: _pool(stack, route53.PublicHostedZone(stack, "Zone", zone_name="shop.example"))),
        "hosted_zone: the certificate's stack in us-east-1 is deployed before Shop and cannot wait for its zone; make "
        "the zone in a stack of its own, look it up, or hand in a certificate",
    ),
    "an unknown name": (
        _with(lambda stack: certificate_for(stack, CfnParameter(stack, "Name").value_as_string, _zone(stack))),
        "hosted_zone: the name of custom_domain must be known; otherwise hand in a certificate",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    build, message = REFUSED[case]
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        build()


def test_a_name_that_ends_like_the_zone_is_not_inside() -> None:
    stack = _stack(HERE)
    with pytest.raises(ValueError, match=r"^custom_domain: auth\.workshop\.example does not lie"):
        certificate_for(stack, "auth.workshop.example", _zone(stack))


def _with_own_certificate(stack: Stack, name: str = "auth.shop.example") -> tuple[CognitoUserPool, CfnUserPoolDomain]:
    domain = CustomDomain(name, certificate_arn="arn:aws:acm:us-east-1:111122223333:certificate/own")
    users = CognitoUserPool(stack, "Auth", settings=profiles.standard(custom_domain=domain))
    assert users.cfn_custom_domain is not None
    return users, users.cfn_custom_domain


def test_a_certificate_of_your_own_needs_no_support_stack() -> None:
    stack = _stack(ELSEWHERE)
    users, domain = _with_own_certificate(stack)
    finish(users, domain, _zone(stack))
    assert stack.node.root.node.try_find_child("Shop-certificates-us-east-1") is None
    Template.from_stack(stack).has_resource(RECORD, {"Properties": _alias("A")})


def test_with_a_certificate_of_your_own_the_zone_must_still_hold_the_name() -> None:
    stack = _stack(ELSEWHERE)
    users, domain = _with_own_certificate(stack)
    with pytest.raises(ValueError, match=r"^custom_domain: auth\.shop\.example does not lie in the hosted zone op\."):
        finish(users, domain, _zone(stack, "op.example"))


def test_a_name_known_only_at_deployment_gets_its_records_but_no_parents_record() -> None:
    stack = _stack(HERE)
    zone = _zone(stack)
    users, domain = _with_own_certificate(stack, Fn.import_value("Name"))
    with pytest.raises(ValueError, match=r"^parent_record: the name of custom_domain must be known; make"):
        finish(users, domain, zone, parent_record=True)
    finish(users, domain, zone)
    name = {"Fn::Join": ["", [{"Fn::ImportValue": "Name"}, "."]]}
    Template.from_stack(stack).has_resource(RECORD, {"Properties": {**_alias("A"), "Name": name}})


def _whole(stack: Stack, **more: Any) -> CognitoUserPool:
    settings = profiles.standard(custom_domain=CustomDomain("auth.shop.example"))
    return CognitoUserPool(stack, "Auth", settings=settings, hosted_zone=_zone(stack), **more)


def test_name_and_zone_make_certificate_domain_and_records() -> None:
    stack = _stack(ELSEWHERE)
    _whole(stack, parent_record=True)
    template = Template.from_stack(stack)
    template.resource_count_is(RECORD, 3)
    arn = {"CertificateArn": {"Fn::GetStackOutput": Match.any_value()}}
    template.has_resource_properties(DOMAIN, {"CustomDomainConfig": Match.object_like(arn)})
    Template.from_stack(_support(stack)).resource_count_is(CERTIFICATE, 1)


def test_the_parents_record_is_warned_about_until_that_is_acknowledged() -> None:
    stack = _stack(HERE)
    _whole(stack, acknowledge={PARENT_RECORD_WARNING: "shop.example has a web site"})
    Annotations.from_stack(stack).has_no_warning("*", Match.string_like_regexp("parent_record"))


def test_what_is_wrong_is_told_before_a_certificate_is_made() -> None:
    stack = _stack(HERE)
    settings = profiles.standard(custom_domain=CustomDomain("auth.shop.example"), name="shop/customers")
    zone = _zone(stack)
    with pytest.raises(InvalidSettingsError):
        CognitoUserPool(stack, "Auth", settings=settings, hosted_zone=zone)
    assert [child.node.id for child in stack.node.children] == ["Zone"]


@pytest.mark.parametrize(
    ("handed_in", "says"),
    [
        ({"parent_record": True}, "parent_record: there is no hosted_zone in which it could be made"),
        ({"hosted_zone": True}, "hosted_zone: there is no custom_domain in the settings that it could serve"),
    ],
)
def test_what_has_no_place_is_refused(handed_in: dict[str, Any], says: str) -> None:
    stack = _stack(HERE)
    given: dict[str, Any] = {
        name: _zone(stack) if name == "hosted_zone" else value for name, value in handed_in.items()
    }
    with pytest.raises(ValueError, match=f"^{says}$"):
        CognitoUserPool(stack, "Auth", **given)
