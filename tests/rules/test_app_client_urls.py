"""Rules about where users are sent."""

import pytest

from constructs_lib.resources.model import Resources
from tests.rules.case import UNKNOWN, Case, client

CODE = {"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["code"]}


def called(*urls: object) -> Resources:
    return client(CallbackURLs=list(urls))


CASES = [
    Case(
        rule="app-client.callback-urls-needed",
        fails=client(**CODE),
        says="""\
Client.CallbackURLs: must be given where Client.AllowedOAuthFlows has code or implicit
   allowed: one or more absolute URLs, such as https://shop.example/signed-in
   fix: give the URLs that users return to after sign-in
   [app-client.callback-urls-needed] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=client(CallbackURLs=["https://shop.example"], **CODE),
        silent=client(CallbackURLs=UNKNOWN, **CODE),
    ),
    Case(
        rule="app-client.url-https",
        fails=called("https://shop.example", "http://shop.example"),
        says="""\
Client.CallbackURLs[1]: must use https, got 'http://shop.example'
   allowed: https, an application's own scheme, or http on localhost, 127.0.0.1 and [::1]
   fix: use https; http is for localhost only
   [app-client.url-https] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=called("https://shop.example", "http://localhost:3000"),
        silent=called(UNKNOWN),
    ),
    Case(
        rule="app-client.url-localhost",
        fails=called("https://shop.example", "http://localhost:3000"),
        says="""\
Client.CallbackURLs[1]: is for development, in an app client that others use, got 'http://localhost:3000'
   allowed: https, or an application's own scheme
   fix: make an app client of its own for development, or acknowledge this where no user is
   [app-client.url-localhost] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=called("http://localhost:3000", "http://127.0.0.1:3000"),
        silent=called("https://shop.example", UNKNOWN),
    ),
    Case(
        rule="app-client.url-fragment",
        fails=called("https://shop.example/#home"),
        says="""\
Client.CallbackURLs[0]: cannot have a fragment, got 'https://shop.example/#home'
   allowed: a URL without #
   fix: leave # and what follows out; the page can add it itself
   [app-client.url-fragment] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=called("https://shop.example/home"),
        silent=called(UNKNOWN),
    ),
    Case(
        rule="app-client.url-absolute",
        fails=called("/signed-in"),
        says="""\
Client.CallbackURLs[0]: must be an absolute URL, got '/signed-in'
   allowed: https://… or an application's own scheme such as shop://…
   fix: begin with https:// and the host
   [app-client.url-absolute] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=called("shop://signed-in"),
        silent=called(UNKNOWN),
    ),
    Case(
        rule="app-client.url-wildcard",
        fails=called("https://*.shop.example"),
        says="""\
Client.CallbackURLs[0]: is taken to the letter, with its *, got 'https://*.shop.example'
   allowed: a URL in full, without *
   fix: list every URL that is used, in full
   [app-client.url-wildcard] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=called("https://www.shop.example"),
        silent=called(UNKNOWN),
    ),
    Case(
        rule="app-client.default-not-a-callback-url",
        fails=client(CallbackURLs=["https://shop.example/"], DefaultRedirectURI="https://shop.example"),
        says="""\
Client.DefaultRedirectURI: must be one of Client.CallbackURLs, got 'https://shop.example'
   fix: add it there, to the letter, or leave it out
   [app-client.default-not-a-callback-url] \
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html""",
        passes=client(CallbackURLs=["https://shop.example"], DefaultRedirectURI="https://shop.example"),
        silent=client(CallbackURLs=["https://shop.example/", UNKNOWN], DefaultRedirectURI="https://shop.example"),
    ),
    Case(
        rule="app-client.urls-in-one-text",
        fails=called("https://shop.example/in", "https://a.example,https://b.example"),
        says="""\
Client.CallbackURLs[1]: looks like several URLs in one text, got 'https://a.example,https://b.example'
   allowed: one URL in each element
   fix: make each URL an element of the list
   [app-client.urls-in-one-text] https://github.com/aws/aws-cli/issues/2894""",
        passes=called("https://shop.example/in", "https://a.example/in?sizes=1,2"),
        silent=called(UNKNOWN),
    ),
]

BY_RULE = {case.rule: case for case in CASES}


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost",
        "http://localhost/signed-in",
        "http://127.0.0.1:8080/x",
        "http://[::1]:3000",
        "HTTPS://shop.example",
        "shop://signed-in",
        "com.shop.app:/signed-in",
        "exp://localhost:8081",
    ],
)
def test_what_aws_accepts_is_not_refused(url: str) -> None:
    rules = ("app-client.url-https", "app-client.url-absolute", "app-client.url-fragment", "app-client.url-wildcard")
    assert [message for rule in rules for message in BY_RULE[rule].messages(called(url))] == []


@pytest.mark.parametrize("url", ["http://localhost.shop.example", "http://192.168.0.1", "HTTP://shop.example"])
def test_what_only_looks_local_is_refused(url: str) -> None:
    assert len(BY_RULE["app-client.url-https"].messages(called(url))) == 1


def test_users_are_not_signed_out_over_http_either() -> None:
    (message,) = BY_RULE["app-client.url-https"].messages(
        client(CallbackURLs=UNKNOWN, LogoutURLs=["http://shop.example"])
    )
    assert message.startswith("Client.LogoutURLs[0]: must use https")


def test_an_empty_list_is_no_callback_url() -> None:
    assert len(BY_RULE["app-client.callback-urls-needed"].messages(client(CallbackURLs=[], **CODE))) == 1


def test_machines_are_sent_nowhere() -> None:
    template = client(AllowedOAuthFlowsUserPoolClient=True, AllowedOAuthFlows=["client_credentials"])
    assert BY_RULE["app-client.callback-urls-needed"].messages(template) == []


def test_a_default_without_any_callback_url_is_refused() -> None:
    template = client(DefaultRedirectURI="https://shop.example")
    assert len(BY_RULE["app-client.default-not-a-callback-url"].messages(template)) == 1


def test_users_are_signed_out_to_urls_to_the_letter_too() -> None:
    (message,) = BY_RULE["app-client.url-wildcard"].messages(client(LogoutURLs=["https://*.shop.example"]))
    assert message.startswith("Client.LogoutURLs[0]: is taken to the letter")


def test_an_empty_list_of_callback_urls_is_shown() -> None:
    (message,) = BY_RULE["app-client.callback-urls-needed"].messages(client(CallbackURLs=[], **CODE))
    assert "has code or implicit, got []\n" in message


def test_the_implicit_grant_sends_people_somewhere_too() -> None:
    template = client(AllowedOAuthFlowsUserPoolClient=True, AllowedOAuthFlows=["implicit"])
    assert len(BY_RULE["app-client.callback-urls-needed"].messages(template)) == 1
