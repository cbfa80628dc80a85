"""Where users are sent after sign-in and sign-out.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html
"""

import re
from collections.abc import Iterator

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.resources.values import Path, is_list
from constructs_lib.rules.registry import API, rule
from constructs_lib.rules.topics.app_client_oauth import is_empty, redirects
from constructs_lib.rules.view import Problem, View

_CLIENT = API + "API_CreateUserPoolClient.html"
_LOCAL = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\])(?=[:/?#]|$)", re.IGNORECASE)
_NEXT = re.compile(r",\s*[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def _urls(client: View, *names: str) -> Iterator[tuple[Path, str]]:
    for name in names:
        # one list that nobody knows says nothing about the other
        if is_list(client.get(name)):
            for index, url in client.each_text(name):
                yield (name, index), url


@rule(
    "app-client.callback-urls-needed",
    USER_POOL_CLIENT,
    why="users who signed in must be sent somewhere",
    evidence="measured on AWS",
    source=_CLIENT,
)
def callback_urls_needed(client: View) -> Iterator[Problem]:
    """Refuse grants of people without a callback URL."""
    if is_empty(client.get("CallbackURLs")) and redirects(client):
        yield client.problem(
            "CallbackURLs",
            "must be given where {AllowedOAuthFlows} has code or implicit",
            got=client.get("CallbackURLs"),
            allowed="one or more absolute URLs, such as https://shop.example/signed-in",
            fix="give the URLs that users return to after sign-in",
        )


@rule(
    "app-client.url-https",
    USER_POOL_CLIENT,
    why="over plain http anybody on the way can read the code",
    evidence="measured on AWS",
    source=_CLIENT,
)
def url_https(client: View) -> Iterator[Problem]:
    """Refuse http but for the developer's own machine."""
    for place, url in _urls(client, "CallbackURLs", "LogoutURLs"):
        if url.lower().startswith("http://") and not _LOCAL.match(url):
            yield client.problem(
                place,
                "must use https",
                got=url,
                allowed="https, an application's own scheme, or http on localhost, 127.0.0.1 and [::1]",
                fix="use https; http is for localhost only",
            )


@rule(
    "app-client.url-localhost",
    USER_POOL_CLIENT,
    severity="warning",
    why="http on localhost is for tests: whatever runs on a user's machine can wait there for the code",
    evidence="API model",
    source=_CLIENT,
)
def url_localhost(client: View) -> Iterator[Problem]:
    """Warn of the developer's own machine beside an application that is out in the world."""
    urls = list(_urls(client, "CallbackURLs"))
    if any(url.lower().startswith("https://") for _, url in urls):
        for place, url in urls:
            if _LOCAL.match(url):
                yield client.problem(
                    place,
                    "is for development, in an app client that others use",
                    got=url,
                    allowed="https, or an application's own scheme",
                    fix="make an app client of its own for development, or acknowledge this where no user is",
                )


@rule(
    "app-client.url-fragment",
    USER_POOL_CLIENT,
    why="OAuth 2.0 forbids fragments in redirect URIs",
    evidence="measured on AWS",
    source=_CLIENT,
)
def url_fragment(client: View) -> Iterator[Problem]:
    """Refuse fragments."""
    for place, url in _urls(client, "CallbackURLs"):
        if "#" in url:
            yield client.problem(
                place,
                "cannot have a fragment",
                got=url,
                allowed="a URL without #",
                fix="leave # and what follows out; the page can add it itself",
            )


@rule(
    "app-client.url-absolute",
    USER_POOL_CLIENT,
    why="Cognito sends the browser there as it is",
    evidence="API model",
    source=_CLIENT,
)
def url_absolute(client: View) -> Iterator[Problem]:
    """Refuse URLs without a scheme."""
    for place, url in _urls(client, "CallbackURLs"):
        if url and not _SCHEME.match(url):
            yield client.problem(
                place,
                "must be an absolute URL",
                got=url,
                allowed="https://… or an application's own scheme such as shop://…",
                fix="begin with https:// and the host",
            )


@rule(
    "app-client.url-wildcard",
    USER_POOL_CLIENT,
    severity="warning",
    why="Cognito compares URLs to the letter: * stands for nothing but itself",
    evidence="inferred",
    source=_CLIENT,
)
def url_wildcard(client: View) -> Iterator[Problem]:
    """Warn of wildcards."""
    for place, url in _urls(client, "CallbackURLs", "LogoutURLs"):
        if "*" in url:
            yield client.problem(
                place,
                "is taken to the letter, with its *",
                got=url,
                allowed="a URL in full, without *",
                fix="list every URL that is used, in full",
            )


@rule(
    "app-client.urls-in-one-text",
    USER_POOL_CLIENT,
    severity="warning",
    why="each URL is an element of the list; a text with commas in it is one URL, which nobody is ever sent to",
    evidence="reported",
    source="https://github.com/aws/aws-cli/issues/2894",
)
def urls_in_one_text(client: View) -> Iterator[Problem]:
    """Warn of a list that has become one text."""
    for place, url in _urls(client, "CallbackURLs", "LogoutURLs"):
        if _NEXT.search(url):
            yield client.problem(
                place,
                "looks like several URLs in one text",
                got=url,
                allowed="one URL in each element",
                fix="make each URL an element of the list",
            )


@rule(
    "app-client.default-not-a-callback-url",
    USER_POOL_CLIENT,
    why="the URL that is taken by default must be one that may be taken",
    evidence="measured on AWS",
    source=_CLIENT,
)
def default_not_a_callback_url(client: View) -> Iterator[Problem]:
    """Refuse a default that is no callback URL."""
    default = client.text("DefaultRedirectURI")
    if default is not None and default not in (client.texts("CallbackURLs") or ()):
        yield client.problem(
            "DefaultRedirectURI",
            "must be one of {CallbackURLs}",
            got=default,
            allowed="one of {CallbackURLs}",
            fix="add it there, to the letter, or leave it out",
        )
