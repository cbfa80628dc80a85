"""An app client as it is rendered, and what stands around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.issuers import host_of
from constructs_lib.resources.model import IDENTITY_POOL, USER_POOL, USER_POOL_DOMAIN, Resources
from constructs_lib.resources.values import Json, is_list, is_unknown
from constructs_lib.rules.neighbours import Neighbours
from constructs_lib.rules.view import DoesNotApply, View

T = TypeVar("T")

OPENID = "openid"
"""The scope without which there is no ID token."""


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """What is rendered of one app client, of its pool if that is here, and of what is around them."""

    resources: Resources
    client: str
    """Logical id of the app client."""

    region: Json
    """The pool's Region: a text, or what CloudFormation calls it."""

    client_id: Json
    identity_pool_id: Json = None
    pages: Json = None
    """Host of hosted pages that are made elsewhere."""

    @cached_property
    def app_client(self) -> View:
        """The app client."""
        return self._views[self.client]

    @cached_property
    def pool(self) -> View | None:
        """The pool, unless it is made elsewhere."""
        return next(self.all_of(USER_POOL), None)

    @cached_property
    def identity_pool(self) -> View | None:
        """The identity pool whose credentials the users get, if there is one."""
        return next(self.all_of(IDENTITY_POOL), None)

    @cached_property
    def host(self) -> Json:
        """The host of the hosted pages, your own domain before the prefix; ``None`` where there are none."""
        domains = list(self.all_of(USER_POOL_DOMAIN))
        own = next((each for each in domains if each.has("CustomDomainConfig")), None)
        if own is not None:
            return own.get("Domain")
        prefix = next((each.get("Domain") for each in domains), None)
        return self.pages if prefix is None else joined(prefix, ".auth.", self.region, ".amazoncognito.com")

    @cached_property
    def issuer(self) -> Json:
        """Who issues the pool's tokens.

        https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html
        """
        pool = self.pool
        service = host_of(None if pool is None else told(lambda: pool.text("IssuerConfiguration.Type")))
        return joined(f"https://{service}.", self.region, ".", self._suffix, "/", self.app_client.get("UserPoolId"))

    @property
    def _suffix(self) -> Json:
        if not isinstance(self.region, str):
            return {"Ref": "AWS::URLSuffix"}
        return "amazonaws.com.cn" if self.region.startswith("cn-") else "amazonaws.com"

    @property
    def flows(self) -> tuple[str, ...]:
        """The OAuth grants that the app client may use."""
        client = self.app_client
        if not told(lambda: client.flag("AllowedOAuthFlowsUserPoolClient")):
            return ()
        return told(lambda: client.texts("AllowedOAuthFlows")) or ()

    def listed(self, path: str) -> tuple[Json, ...]:
        """Give a list of the app client, elements that only the deploy tells among them; empty if it is unknown."""
        found = told(lambda: self.app_client.get(path))
        return tuple(found) if is_list(found) else ()

    def all_of(self, type_name: str) -> Iterator[View]:
        """Walk the resources of a type."""
        return (view for view in self._views.values() if view.type == type_name)

    @cached_property
    def _views(self) -> dict[str, View]:
        region = self.region if isinstance(self.region, str) and not is_unknown(self.region) else None
        return Neighbours(self.resources, Deployment(region=region)).views


def told(read: Callable[[], T]) -> T | None:
    """Read something; ``None`` where only the deploy tells."""
    try:
        return read()
    except DoesNotApply:
        return None


def joined(*pieces: Json) -> Json:
    """Put texts together, if need be by CloudFormation."""
    if all(isinstance(piece, str) for piece in pieces):
        return "".join(pieces)
    return {"Fn::Join": ["", list(pieces)]}
