"""The shop's app: pages at a domain of its own, in its own looks, with Google and Apple, watched and guarded."""

# ruff: noqa: D401 - the docstring of a probe is its claim

from __future__ import annotations

import base64
import json
from dataclasses import replace
from typing import Any

from local_aws.administrator import ZONE
from local_aws.hosted_page import Visit
from local_aws.people import AppClient, app_client, customer, somebody
from local_aws.probe import differs, recorded, shows
from local_aws.tokens import verified
from local_aws.workplace import CHECKOUT
from local_aws.world import World

_CALLBACK = "shop://signed-in"
_DOMAIN = "auth.app.shop.example"


def _app(world: World) -> AppClient:
    return app_client(world, world.customer_app, "PhoneClientId")


def _domain(world: World) -> Any:
    return world.cognito.describe_user_pool_domain(Domain=_DOMAIN)["DomainDescription"]


def _provider(world: World, name: str) -> Any:
    pool_id = world.customer_app.outputs["UserPoolId"]
    found = world.cognito.describe_identity_provider(UserPoolId=pool_id, ProviderName=name)
    return found["IdentityProvider"]["ProviderDetails"]


@shows
def app_customer(world: World) -> None:
    """Somebody signs up with an e-mail address and no user name, and the page sends them back to the app."""
    person = somebody()
    customer(world, _app(world), replace(person, username=person.email))
    visit = Visit(_app(world), _CALLBACK)
    status, tokens = visit.exchange(visit.code(visit.sign_in(person.email, person.password)))
    assert status == 200, tokens
    assert verified(visit.client, tokens["id_token"], "id")["email"] == person.email


@shows
def certificate_of_the_domain(world: World) -> None:
    """The domain has a certificate of its own name, which was issued in the shop's zone."""
    arn = _domain(world)["CustomDomainConfig"]["CertificateArn"]
    certificate = world.aws.client("acm").describe_certificate(CertificateArn=arn)["Certificate"]
    assert (certificate["DomainName"], certificate["Status"]) == (_DOMAIN, "ISSUED")
    [option] = world.customer_app.the("AWS::CertificateManager::Certificate").properties["DomainValidationOptions"]
    assert option["HostedZoneId"] == _zone_id(world)


@shows
def records_of_the_domain(world: World) -> None:
    """The domain leads to what Cognito serves it from, by IPv4 and IPv6, and its parent has an address."""
    records = world.aws.client("route53").list_resource_record_sets(HostedZoneId=_zone_id(world))["ResourceRecordSets"]
    found = {(each["Name"], each["Type"]): each for each in records}
    for kind in ("A", "AAAA"):
        target = found[f"{_DOMAIN}.", kind]["AliasTarget"]["DNSName"]
        assert target == f"{_domain(world)['CloudFrontDistribution']}."
    assert found[f"app.{ZONE}.", "A"]["ResourceRecords"] == [{"Value": "192.0.2.1"}]


def _zone_id(world: World) -> str:
    [zone] = world.aws.client("route53").list_hosted_zones_by_name(DNSName=ZONE)["HostedZones"]
    return str(zone["Id"]).rpartition("/")[2]


@differs("the pages are on the emulator's own host, not on the domain")
def pages_on_own_domain(world: World) -> None:
    """The pages are at the shop's own domain, as managed login."""
    found = _domain(world)
    assert found["UserPoolId"] == world.customer_app.outputs["UserPoolId"]
    assert found["ManagedLoginVersion"] == 2
    discovery = world.http.request(
        "GET", f"{world.aws.endpoint}/{found['UserPoolId']}/.well-known/openid-configuration"
    ).json()
    assert not discovery["authorization_endpoint"].startswith(f"https://{_DOMAIN}/"), "are on the domain now, as on AWS"


@shows
def secrets_of_the_providers(world: World) -> None:
    """Google's secret and Apple's key reach the pool from Secrets Manager, and no template holds them."""
    keeper = world.aws.client("secretsmanager")
    google = json.loads(keeper.get_secret_value(SecretId="shop/google")["SecretString"])["client_secret"]
    apple = keeper.get_secret_value(SecretId="shop/apple-private-key")["SecretString"]
    assert _provider(world, "Google")["client_secret"] == google
    assert _provider(world, "SignInWithApple")["private_key"] == apple
    template = json.dumps(world.customer_app.template)
    assert google not in template
    assert apple not in template


@differs("sends nobody to either of them (AWS: to their sign-in pages)")
def google_and_apple(world: World) -> None:
    """Customers sign in with Google or Apple instead of a password."""
    client = _app(world)
    described = world.cognito.describe_user_pool_client(UserPoolId=client.pool_id, ClientId=client.client_id)
    assert described["UserPoolClient"]["SupportedIdentityProviders"] == ["COGNITO", "Google", "SignInWithApple"]
    for name in ("Google", "SignInWithApple"):
        answer = Visit(client, _CALLBACK).open(identity_provider=name)
        assert answer.status == 400, "sends people on now, as AWS does"
        assert f"not supported for {name}" in answer.data.decode()


@recorded("no branding is shown")
def own_looks(world: World) -> None:
    """The pages have the shop's colours and its logo."""
    style = world.customer_app.the("AWS::Cognito::ManagedLoginBranding").properties
    assert style["ClientId"] == _app(world).client_id
    [logo] = style["Assets"]
    assert base64.b64decode(logo["Bytes"]) == (CHECKOUT / "stacks" / "assets" / "shop-logo.svg").read_bytes()
    assert style["Settings"]["components"]["primaryButton"]["lightMode"]["defaults"]["backgroundColor"] == "0a5f38ff"


@recorded("no terms are shown")
def terms_and_privacy(world: World) -> None:
    """The page for signing up links to the shop's terms of use and its privacy policy."""
    documents = [
        each.properties for each in world.customer_app.resources.values() if each.type == "AWS::Cognito::Terms"
    ]
    assert {each["TermsName"]: each["Links"]["cognito:default"] for each in documents} == {
        "terms-of-use": "https://shop.example/terms",
        "privacy-policy": "https://shop.example/privacy",
    }
    assert {each["ClientId"] for each in documents} == {_app(world).client_id}


@recorded("no risk is assessed, and no log is delivered")
def risky_sign_ins(world: World) -> None:
    """Threat protection is on: stolen passwords and risky sign-ins are refused, and what happened is logged."""
    pool = world.cognito.describe_user_pool(UserPoolId=world.customer_app.outputs["UserPoolId"])["UserPool"]
    assert pool["UserPoolTier"] == "PLUS"
    assert pool["UserPoolAddOns"]["AdvancedSecurityMode"] == "ENFORCED"
    risk = world.customer_app.the("AWS::Cognito::UserPoolRiskConfigurationAttachment").properties
    assert risk["CompromisedCredentialsRiskConfiguration"]["Actions"]["EventAction"] == "BLOCK"
    assert risk["AccountTakeoverRiskConfiguration"]["Actions"]["HighAction"]["EventAction"] == "BLOCK"
    delivered = world.customer_app.the("AWS::Cognito::LogDeliveryConfiguration").properties["LogConfigurations"]
    assert {each["EventSource"] for each in delivered} == {"userNotification", "userAuthEvents"}
    groups = world.aws.client("logs").describe_log_groups()["logGroups"]
    there = {each["arn"].removesuffix(":*"): each["retentionInDays"] for each in groups if "retentionInDays" in each}
    assert [there[each["CloudWatchLogsConfiguration"]["LogGroupArn"]] for each in delivered] == [365, 365]


@recorded("no web ACL filters requests")
def web_acl_before_the_pool(world: World) -> None:
    """A web ACL stands before the pool, which limits what one address may ask."""
    protected = world.customer_app.the("AWS::WAFv2::WebACLAssociation").properties["ResourceArn"]
    assert protected.endswith(f":userpool/{world.customer_app.outputs['UserPoolId']}")
    rules = world.aws.client("wafv2").get_web_acl_for_resource(ResourceArn=protected)["WebACL"]["Rules"]
    [limit] = [each["Statement"]["RateBasedStatement"] for each in rules if "RateBasedStatement" in each["Statement"]]
    assert (limit["Limit"], limit["AggregateKeyType"]) == (1000, "IP")
