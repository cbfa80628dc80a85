"""The usual kinds of app client: each sets only what makes it that kind, a profile fills the rest.

https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html
"""

from collections.abc import Sequence
from typing import Any

from constructs_lib.declarations import Given
from constructs_lib.resources.values import is_token
from constructs_lib.settings.app_client import AppClient
from constructs_lib.settings.resource_servers import ScopeOf


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


def machine_to_machine(*, scopes: Sequence[Given[str | ScopeOf]], **more: Any) -> AppClient:
    """Make the client of a program that acts for itself: a secret, client credentials, and no users.

    Nobody can sign in through it: the one flow that it allows, ALLOW_REFRESH_TOKEN_AUTH, renews sessions that begin
    nowhere. Without any flow Cognito would allow three.

    Args:
        scopes: What the program may do: ``ScopeOf("orders", "read")`` for a scope of a resource server of the same
            settings, ``<identifier>/<scope>`` for one that is there already.
        more: Any other field of `AppClient`.

    Raises:
        TypeError: The scopes are a single text, or none of these.

    """
    kind: dict[str, Any] = {
        "generate_secret": True,
        "oauth_flows_enabled": True,
        "oauth_flows": ("client_credentials",),
        "oauth_scopes": scopes,
        "auth_flows": ("ALLOW_REFRESH_TOKEN_AUTH",),
    }
    return AppClient(**kind | more)


def load_balancer(*, hosts: Sequence[str], **more: Any) -> AppClient:
    """Make the client of an Application Load Balancer that signs users in: a secret, authorization code, ``openid``.

    Refresh tokens do not rotate: nothing says that load balancers keep up with that. Nobody signs in by the API.
    https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html

    Args:
        hosts: The names that browsers reach the load balancer by: its DNS name, or better an alias such as
            ``app.shop.example``. Callback URLs are in lower-case letters, as load balancers want them; a token is taken
            as it is, and the DNS name that CloudFormation makes up has capitals.
        more: Any other field of `AppClient`.

    Raises:
        TypeError: The hosts are a single text.
        ValueError: A host is a whole URL.

    """
    if isinstance(hosts, str):
        raise TypeError(f"load_balancer: hosts must be a list, got {hosts!r}")
    for host in hosts:
        if "/" in host:
            raise ValueError(f"load_balancer: hosts must be names such as app.shop.example, got {host!r}")
    names = (host if is_token(host) else host.lower() for host in hosts)
    urls = [f"https://{name}/oauth2/idpresponse" for name in names]
    kind = _redirecting(urls, None, secret=True) | {
        "oauth_scopes": ("openid",),
        "auth_flows": ("ALLOW_REFRESH_TOKEN_AUTH",),
    }
    return AppClient(**kind | more)


def _redirecting(callback_urls: Sequence[str], logout_urls: Sequence[str] | None, *, secret: bool) -> dict[str, Any]:
    return {
        "generate_secret": secret,
        "oauth_flows_enabled": True,
        "oauth_flows": ("code",),
        "callback_urls": callback_urls,
        "logout_urls": logout_urls,
    }
