"""Rules about the secret of an app client."""

from typing import Any

import pytest

from constructs_lib.resources.model import Resources, get_att
from tests.rules.case import UNKNOWN, Case, client

SECRET = get_att("Client", "ClientSecret")


def function(value: Any = SECRET) -> Resources:
    properties = {"Environment": {"Variables": {"SECRET": value}}}
    return {"Function": {"Type": "AWS::Lambda::Function", "Properties": properties}}


def keeper(value: Any = SECRET) -> Resources:
    return {"Kept": {"Type": "AWS::SecretsManager::Secret", "Properties": {"SecretString": value}}}


CASES = [
    Case(
        rule="app-client.secret-given",
        fails=client(ClientSecret="aVeryLongSecretOfMyOwn+42"),
        says="""\
Client.ClientSecret: cannot be in a template
   allowed: nothing: Cognito makes up a secret where Client.GenerateSecret is true
   fix: leave it out and set Client.GenerateSecret to true; if it is in use anywhere, change it there
   [app-client.secret-given] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html""",
        passes=client(GenerateSecret=True),
        silent=client(ClientSecret={"Ref": "AWS::NoValue"}),
    ),
    Case(
        rule="app-client.secret-in-plain-text",
        fails=client(GenerateSecret=True) | function(),
        says="""\
Client.GenerateSecret: makes a secret that Function holds in plain text
   allowed: a secret that AWS Secrets Manager alone holds
   fix: keep it in an AWS::SecretsManager::Secret, and let the application read that one
   [app-client.secret-in-plain-text] \
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html""",
        passes=client(GenerateSecret=True) | keeper() | function({"Ref": "Kept"}),
        silent=client(GenerateSecret=True) | function(UNKNOWN),
    ),
    Case(
        rule="app-client.secret-on-device",
        fails=client(GenerateSecret=True, CallbackURLs=["https://shop.example/in", "shop://in"]),
        says="""\
Client.GenerateSecret: makes a secret for an application on the user's device (shop://in), got True
   allowed: false, for applications that their users can take apart
   fix: leave it out, which makes another app client; give a server of yours an app client of its own
   [app-client.secret-on-device] \
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html""",
        passes=client(GenerateSecret=True, CallbackURLs=["https://shop.example/in", "http://localhost:3000"]),
        silent=client(GenerateSecret=UNKNOWN, CallbackURLs=["shop://in"]),
    ),
]

IN_PLAIN_TEXT, ON_DEVICE = CASES[1:]


@pytest.mark.parametrize(
    "value",
    [
        {"Fn::GetAtt": "Client.ClientSecret"},
        {"Fn::Sub": "Basic ${Client.ClientSecret}"},
        {"Fn::Join": [":", [{"Ref": "Client"}, SECRET]]},
    ],
)
def test_a_secret_is_seen_however_it_is_written(value: Any) -> None:
    assert IN_PLAIN_TEXT.messages(client(GenerateSecret=True) | function(value)) == [IN_PLAIN_TEXT.says]


@pytest.mark.parametrize("value", [{"Ref": "Client"}, get_att("Other", "ClientSecret"), {"Fn::Sub": "${Client}"}])
def test_what_is_not_its_secret_may_be_read(value: Any) -> None:
    assert IN_PLAIN_TEXT.messages(client(GenerateSecret=True) | function(value)) == []


def test_a_page_that_gets_tokens_in_the_address_bar_keeps_no_secret_either() -> None:
    [said] = ON_DEVICE.messages(client(GenerateSecret="true", AllowedOAuthFlows=["implicit"]))
    assert said.splitlines()[0] == (
        "Client.GenerateSecret: makes a secret for a page that gets its tokens in the address bar "
        "(Client.AllowedOAuthFlows has implicit), got 'true'"
    )
    assert ON_DEVICE.messages(client(GenerateSecret=False, AllowedOAuthFlows=["implicit"])) == []
