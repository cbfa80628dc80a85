"""Resources of a pool and an app client, and what front ends read of them."""

from typing import Any

from constructs_lib.front_ends.rendered import Rendered
from constructs_lib.resources.model import USER_POOL, USER_POOL_CLIENT, USER_POOL_DOMAIN, Resources

HOSTED = {
    "AllowedOAuthFlowsUserPoolClient": True,
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthScopes": ["openid", "email"],
    "CallbackURLs": ["https://shop.example/in"],
    "LogoutURLs": ["https://shop.example/"],
}
"""An app client that signs in through the hosted pages."""

PREFIX: Resources = {
    "Domain": {"Type": USER_POOL_DOMAIN, "Properties": {"UserPoolId": {"Ref": "Pool"}, "Domain": "shop"}},
}


def rendered(pool: Any = None, client: Any = None, more: Resources | None = None, **changed: Any) -> Rendered:
    """Put a pool, ``Pool``, and an app client, ``Web``, together; a pool that is ``False`` is made elsewhere."""
    resources: Resources = {
        "Web": {"Type": USER_POOL_CLIENT, "Properties": {"UserPoolId": {"Ref": "Pool"}, **(client or {})}},
        **(more or {}),
    }
    if pool is not False:
        resources["Pool"] = {"Type": USER_POOL, "Properties": pool or {}}
    said: dict[str, Any] = {"region": "eu-central-1", "client_id": {"Ref": "Web"}} | changed
    return Rendered(resources=resources, client="Web", **said)
