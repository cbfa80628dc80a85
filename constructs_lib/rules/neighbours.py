"""The resources of a template beside each other: what they refer to, and which belong to one pool."""

from typing import Any

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import (
    LOG_GROUP,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_USER,
)
from constructs_lib.resources.values import Json, is_unknown
from constructs_lib.rules.view import View

_NAMED_BY = {
    LOG_GROUP: "LogGroupName",
    USER_POOL_GROUP: "GroupName",
    USER_POOL_IDENTITY_PROVIDER: "ProviderName",
    USER_POOL_RESOURCE_SERVER: "Identifier",
    USER_POOL_USER: "Username",
}
"""The types whose reference comes to a property that the template may say."""


class Neighbours:
    """The resource set, as views of each other."""

    def __init__(self, resources: Any, deployment: Deployment) -> None:
        self.deployment = deployment
        self._pseudo = {"AWS::Region": deployment.region, "AWS::AccountId": deployment.account}
        self.views: dict[str, View] = {}
        if isinstance(resources, dict):
            for key, resource in resources.items():
                if isinstance(resource, dict) and isinstance(resource.get("Type"), str) and isinstance(key, str):
                    self.views[key] = View(key, resource, self)
        self._around: dict[tuple[str | None, Any], list[View]] = {}
        for view in self.views.values():
            self._around.setdefault((view.pool_key, view.type), []).append(view)

    def told(self, value: Json) -> Json:
        """Give what a reference to the Region, the account or a name comes to where that is known, else the value."""
        name = value["Ref"] if isinstance(value, dict) and len(value) == 1 and "Ref" in value else None
        if not isinstance(name, str):
            return value
        found = self._pseudo.get(name)
        if found is None and name in self.views and self.views[name].type in _NAMED_BY:
            found = self.views[name].source.get(_NAMED_BY[self.views[name].type])
        return found if isinstance(found, str) and not is_unknown(found) else value

    def around(self, pool: str | None, type_name: str) -> list[View]:
        """Give the resources of a type that name the pool; ``None`` for those that name none of the template."""
        return self._around.get((pool, type_name), [])
