"""The shop's app."""

import base64
from typing import Any

import pytest
from aws_cdk import App, Environment
from aws_cdk.assertions import Annotations, Match, Template

from constructs_lib.cdk import lock_user_pools
from stacks.customer_app import LOGO, CustomerAppStack
from tests.stacks.templates import CLIENT, DOMAIN, POOL, customer_app

PROVIDER = "AWS::Cognito::UserPoolIdentityProvider"
CERTIFICATE = "AWS::CertificateManager::Certificate"
RECORD = "AWS::Route53::RecordSet"
CUSTOMERS, PHONE = {"Ref": "Customers6955EA0A"}, {"Ref": "CustomersAppClientphone528A2F8E"}


def test_customers_sign_themselves_up_with_their_email_address() -> None:
    pool = {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": False}, "UsernameAttributes": ["email"]}
    customer_app().has_resource_properties(POOL, pool)


def test_the_pages_are_at_the_shops_own_domain() -> None:
    [certificate] = customer_app().find_resources(CERTIFICATE)
    [parent] = customer_app().find_resources(RECORD, {"Properties": {"Name": "app.shop.example."}})
    domain = {
        "UserPoolId": CUSTOMERS,
        "Domain": "auth.app.shop.example",
        "ManagedLoginVersion": 2,
        "CustomDomainConfig": {"CertificateArn": {"Ref": certificate}, "SecurityPolicy": "TLS_V1_2_2021"},
    }
    [made] = customer_app().find_resources(DOMAIN).values()
    assert made == {"Type": DOMAIN, "Properties": domain, "DependsOn": [parent]}


def test_the_certificate_is_validated_in_the_shops_zone() -> None:
    validation = {
        "DomainName": "auth.app.shop.example",
        "ValidationMethod": "DNS",
        "DomainValidationOptions": [{"DomainName": "auth.app.shop.example", "HostedZoneId": "Z1"}],
    }
    customer_app().has_resource_properties(CERTIFICATE, validation)


@pytest.mark.parametrize("kind", ["A", "AAAA"])
def test_the_domain_leads_to_what_cognito_serves_it_from(kind: str) -> None:
    [domain] = customer_app().find_resources(DOMAIN)
    endpoint = {"DNSName": {"Fn::GetAtt": [domain, "CloudFrontDistribution"]}}
    record = {"Name": "auth.app.shop.example.", "Type": kind, "HostedZoneId": "Z1", "AliasTarget": endpoint}
    customer_app().has_resource_properties(RECORD, record)


def test_in_another_region_the_certificate_has_a_stack_of_its_own() -> None:
    app = App()
    CustomerAppStack(app, "CustomerApp", env=Environment(region="eu-central-1"), zone_id="Z1")
    stacks = {stack.stack_name: stack for stack in app.synth().stacks}
    assert sorted(stacks) == ["CustomerApp", "CustomerApp-certificates-us-east-1"]
    support = Template.from_json(stacks["CustomerApp-certificates-us-east-1"].template)
    support.has_resource_properties(CERTIFICATE, {"DomainName": "auth.app.shop.example"})


@pytest.mark.parametrize(
    ("name", "details", "mapping"),
    [
        (
            "Google",
            {
                "client_id": "123456789012-shop.apps.googleusercontent.com",
                "client_secret": "{{resolve:secretsmanager:shop/google:SecretString:client_secret}}",
                "authorize_scopes": "openid email profile",
            },
            {"email": "email", "email_verified": "email_verified"},
        ),
        (
            "SignInWithApple",
            {
                "client_id": "example.shop.signin",
                "team_id": "SHOPTEAM01",
                "key_id": "SHOPKEY001",
                "private_key": "{{resolve:secretsmanager:shop/apple-private-key:SecretString}}",
                "authorize_scopes": "email name",
            },
            {"email": "email"},
        ),
    ],
    ids=["Google", "Apple"],
)
def test_google_and_apple_vouch_too_and_the_template_holds_no_secret(
    name: str, details: dict[str, Any], mapping: dict[str, str]
) -> None:
    [provider] = customer_app().find_resources(PROVIDER, {"Properties": {"ProviderName": name}}).values()
    assert provider["Properties"] == {
        "UserPoolId": CUSTOMERS,
        "ProviderName": name,
        "ProviderType": name,
        "ProviderDetails": details,
        "AttributeMapping": mapping,
    }


def test_the_app_offers_passwords_google_and_apple() -> None:
    providers = ["COGNITO", {"Ref": Match.string_like_regexp("google")}, {"Ref": Match.string_like_regexp("apple")}]
    customer_app().has_resource_properties(CLIENT, {"GenerateSecret": False, "SupportedIdentityProviders": providers})


def test_the_pages_have_the_shops_colours_and_logo() -> None:
    logo = {"Category": "FORM_LOGO", "ColorMode": "DYNAMIC", "Extension": "SVG"}
    style = {
        "ClientId": PHONE,
        "Assets": [{**logo, "Bytes": base64.b64encode(LOGO.read_bytes()).decode()}],
        "Settings": {
            "categories": {"global": {"colorSchemeMode": "LIGHT"}},
            "components": {
                "form": {"logo": {"enabled": True}},
                "pageBackground": {"lightMode": {"color": "f6f3eeff"}},
                "primaryButton": {"lightMode": {"defaults": {"backgroundColor": "0a5f38ff"}}},
            },
        },
    }
    customer_app().has_resource_properties("AWS::Cognito::ManagedLoginBranding", style)


@pytest.mark.parametrize(
    ("name", "link"),
    [("terms-of-use", "https://shop.example/terms"), ("privacy-policy", "https://shop.example/privacy")],
)
def test_there_are_terms_of_use_and_a_privacy_policy(name: str, link: str) -> None:
    document = {"TermsName": name, "Links": {"cognito:default": link}, "ClientId": PHONE}
    customer_app().has_resource_properties("AWS::Cognito::Terms", document)


def test_threat_protection_refuses_what_is_risky_and_tells_the_customer() -> None:
    customer_app().has_resource_properties(
        POOL, {"UserPoolTier": "PLUS", "UserPoolAddOns": {"AdvancedSecurityMode": "ENFORCED"}}
    )
    risk = {
        "ClientId": "ALL",
        "AccountTakeoverRiskConfiguration": {
            "Actions": {"HighAction": {"EventAction": "BLOCK", "Notify": True}},
            "NotifyConfiguration": {"From": "The Shop <no-reply@shop.example>"},
        },
        "CompromisedCredentialsRiskConfiguration": {"Actions": {"EventAction": "BLOCK"}},
    }
    customer_app().has_resource_properties("AWS::Cognito::UserPoolRiskConfigurationAttachment", risk)


def test_what_happens_is_logged_for_a_year_and_a_web_acl_stands_before_the_pool() -> None:
    customer_app().all_resources_properties("AWS::Logs::LogGroup", {"RetentionInDays": 365})
    sources = [Match.object_like({"EventSource": source}) for source in ("userNotification", "userAuthEvents")]
    customer_app().has_resource_properties(
        "AWS::Cognito::LogDeliveryConfiguration", {"LogConfigurations": Match.array_equals(sources)}
    )
    customer_app().resource_count_is("AWS::WAFv2::WebACLAssociation", 1)


def test_no_warning_is_left_open() -> None:
    app = App()
    lock_user_pools(app)
    stack = CustomerAppStack(app, "CustomerApp", env=Environment(region="us-east-1"), zone_id="Z1")
    assert Annotations.from_stack(stack).find_warning("*", Match.any_value()) == []
