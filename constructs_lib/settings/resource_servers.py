"""APIs that accept the pool's access tokens, and the scopes that app clients may ask for.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from constructs_lib.declarations import Given, Many, Part, ResourcePart, Setting, declared, named, prop
from constructs_lib.declarations.references import POOL_LINK, KeyReference
from constructs_lib.resources.model import USER_POOL_RESOURCE_SERVER
from constructs_lib.resources.values import Json


@declared
class Scope(Part):
    """What a resource server lets its callers do."""

    name: Given[str] = field(metadata=named("ScopeName"), kw_only=False)
    """The scope's own name, such as ``orders.read``. App clients that have a removed scope keep a dead one."""

    description: Given[str] = field(metadata=named("ScopeDescription"))
    """What it allows, for people. Can be changed."""


@declared
class ResourceServer(ResourcePart):
    """An API; tokens for its scopes come from the OAuth 2.0 endpoints, which need a domain."""

    TYPE: ClassVar[str] = USER_POOL_RESOURCE_SERVER
    LINKS: ClassVar[Mapping[str, Json]] = POOL_LINK

    identifier: Given[str] = field(metadata=named("Identifier"), kw_only=False)
    """What stands in front of its scopes, such as ``https://api.shop.example`` or ``orders``. Another one makes another
    resource server."""

    name: Setting[str] = prop("Name")
    """The name shown in the console; AWS wants one. Default: profiles take the key. Can be changed."""

    scopes: Setting[Many[Scope]] = prop("Scopes")
    """The scopes. Default: none. Can be changed."""


@dataclass(frozen=True)
class ScopeOf(KeyReference):
    """A scope of a resource server of the same settings, by your key: the app client is then made after the server."""

    FIELD: ClassVar[str] = "resource_servers"
    PREFIX: ClassVar[str] = "ResourceServer"

    scope: str
    """The scope's own name."""

    def json(self) -> Json:
        return {"Fn::Join": ["", [self.ref(), f"/{self.scope}"]]}

    @classmethod
    def read(cls, json: Json) -> "ScopeOf | None":
        match json:
            case {"Fn::Join": ["", [{"Ref": name}, str(scope)]]} if (key := cls.key_of(name)) and scope[:1] == "/":
                return cls(key, scope[1:])
        return None
