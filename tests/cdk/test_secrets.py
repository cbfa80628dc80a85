"""Secrets of identity providers reach the template as references, whatever they were given as."""

from typing import Any

import pytest
from aws_cdk import App, CfnParameter, SecretValue, Stack
from aws_cdk import aws_secretsmanager as secretsmanager
from aws_cdk.assertions import Template

from constructs_lib import IdentityProvider, PrefixDomain, Verbatim, amazon, apple, facebook, google, oidc, profiles
from constructs_lib.cdk import CognitoUserPool
from tests.cdk.synth import properties_of

PROVIDER = "AWS::Cognito::UserPoolIdentityProvider"
ISSUER = "https://login.example"
REFERENCE = "{{resolve:secretsmanager:shop/idp:SecretString:key::}}"
FLAG = "@aws-cdk/core:checkSecretUsage"


def _details(make: Any, **context: Any) -> Any:
    stack = Stack(App(context=context), "Stack")
    provider: IdentityProvider = make(stack)
    domain = PrefixDomain("shop-accounts")
    settings = profiles.standard(prefix_domain=domain, identity_providers={"provider": provider})
    CognitoUserPool(stack, "Pool", settings=settings)
    return properties_of(Template.from_stack(stack), PROVIDER)["ProviderDetails"]


@pytest.mark.parametrize("flag", [True, False])
@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda value: google(client_id="id", client_secret=value), "client_secret"),
        (lambda value: facebook(client_id="id", client_secret=value), "client_secret"),
        (lambda value: amazon(client_id="id", client_secret=value), "client_secret"),
        (lambda value: apple(client_id="id", team_id="t", key_id="k", private_key=value), "private_key"),
        (lambda value: oidc("Company", issuer_url=ISSUER, client_id="id", client_secret=value), "client_secret"),
        (
            lambda value: IdentityProvider("Company", provider_type="SAML", details={"MetadataFile": Verbatim(value)}),
            "MetadataFile",
        ),
    ],
    ids=["google", "facebook", "amazon", "apple", "oidc", "saml"],
)
def test_a_secret_value_becomes_a_dynamic_reference(make: Any, key: str, *, flag: bool) -> None:
    value = SecretValue.secrets_manager("shop/idp", json_field="key")
    details = _details(lambda _: make(value), **{FLAG: flag})
    assert details[key] == REFERENCE
    assert all(details.values())


def test_a_secret_of_the_same_stack_is_referred_to() -> None:
    def make(stack: Stack) -> IdentityProvider:
        held = secretsmanager.Secret(stack, "Secret").secret_value_from_json("key")
        return google(client_id="id", client_secret=held)

    (_, (start, name, end)) = _details(make, **{FLAG: True})["client_secret"]["Fn::Join"]
    assert (start, list(name), end) == ("{{resolve:secretsmanager:", ["Ref"], ":SecretString:key::}}")


def test_an_unwrapped_secret_and_a_parameter_stay_what_they_are() -> None:
    value = SecretValue.secrets_manager("shop/idp", json_field="key").unsafe_unwrap()
    assert _details(lambda _: google(client_id="id", client_secret=value))["client_secret"] == REFERENCE

    def make(stack: Stack) -> IdentityProvider:
        parameter = CfnParameter(stack, "Parameter", no_echo=True)
        return google(client_id="id", client_secret=parameter.value_as_string)

    assert _details(make)["client_secret"] == {"Ref": "Parameter"}


def test_elsewhere_cdk_keeps_its_guard() -> None:
    stack = Stack(App(context={FLAG: True}), "Stack")
    CognitoUserPool(stack, "Pool", settings=profiles.standard(name=Verbatim(SecretValue.secrets_manager("shop"))))
    with pytest.raises(RuntimeError, match="Synthing a secret value"):
        Template.from_stack(stack)
