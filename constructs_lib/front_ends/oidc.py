"""What a client of OpenID Connect wants to know, under the names that `oidc-client-ts` and its like have for it.

https://authts.github.io/oidc-client-ts/interfaces/UserManagerSettings.html
"""

from constructs_lib.front_ends.rendered import OPENID, Rendered, joined
from constructs_lib.resources.values import Json


def oidc_settings(rendered: Rendered) -> Json:
    """Say where to sign in, as whom, and where to come back; ``None`` for a client that does not sign in so.

    That is one with the authorization code grant, the scope ``openid``, a callback URL, and hosted pages in sight.
    """
    callbacks, scopes = rendered.listed("CallbackURLs"), rendered.listed("AllowedOAuthScopes")
    if "code" not in rendered.flows or OPENID not in scopes or not callbacks or rendered.host is None:
        return None
    said = {
        "authority": rendered.issuer,
        "client_id": rendered.client_id,
        "redirect_uri": rendered.app_client.get("DefaultRedirectURI") or callbacks[0],
        "post_logout_redirect_uri": next(iter(rendered.listed("LogoutURLs")), None),
        "response_type": "code",
        "scope": joined(*_spaced(scopes)),
    }
    return {name: value for name, value in said.items() if value is not None}


def _spaced(scopes: tuple[Json, ...]) -> list[Json]:
    return [piece for scope in scopes for piece in (scope, " ")][:-1]
