"""The usual kinds of app client: each sets only what makes it that kind, a profile fills the rest.

https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
"""

from collections.abc import Sequence
from typing import Any

from constructs_lib.settings.app_client import AppClient


def single_page_app(
    *, callback_urls: Sequence[str], logout_urls: Sequence[str] | None = None, **more: Any
) -> AppClient:
    """Make the client of an application that runs in the browser: no secret, authorization code with PKCE.

    Args:
        callback_urls: Where users come back after sign-in: ``https://…``, or ``http://localhost…`` for development.
        logout_urls: Where users come back after sign-out. Default: none.
        more: Any other field of `AppClient`.

    """
    return AppClient(**_redirecting(callback_urls, logout_urls, secret=False) | more)


def native_app(*, callback_urls: Sequence[str], logout_urls: Sequence[str] | None = None, **more: Any) -> AppClient:
    """Make the client of a mobile or desktop application: no secret, authorization code with PKCE.

    Args:
        callback_urls: Where users come back after sign-in: the application's own scheme (``shop://signed-in``) or a
            universal link.
        logout_urls: Where users come back after sign-out. Default: none.
        more: Any other field of `AppClient`.

    """
    return AppClient(**_redirecting(callback_urls, logout_urls, secret=False) | more)


def web_app(*, callback_urls: Sequence[str], logout_urls: Sequence[str] | None = None, **more: Any) -> AppClient:
    """Make the client of an application whose server signs users in: a secret, authorization code.

    Args:
        callback_urls: Where users come back after sign-in.
        logout_urls: Where users come back after sign-out. Default: none.
        more: Any other field of `AppClient`.

    """
    return AppClient(**_redirecting(callback_urls, logout_urls, secret=True) | more)


def _redirecting(callback_urls: Sequence[str], logout_urls: Sequence[str] | None, *, secret: bool) -> dict[str, Any]:
    return {
        "generate_secret": secret,
        "oauth_flows_enabled": True,
        "oauth_flows": ("code",),
        "callback_urls": callback_urls,
        "logout_urls": logout_urls,
    }
