"""The described resources of one pool beside each other: their names, and what they refer to and wait for."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import chain, count

from constructs_lib.readers.described.calls import CALLS
from constructs_lib.readers.described.draft import Draft
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import (
    IDENTITY_POOL,
    USER_POOL,
    USER_POOL_CLIENT,
    USER_POOL_DOMAIN,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_RESOURCE_SERVER,
    USER_POOL_UI_CUSTOMIZATION,
    Resource,
    Resources,
    ref,
)
from constructs_lib.resources.values import Json, Path, is_list

_WORD = re.compile(r"[A-Za-z0-9]+")
_LONGEST = 100
_ARN = re.compile(r"arn:[^:]*:cognito-idp:([^:]+):([^:]+):userpool/.*")


class Family:
    """The resources of one pool."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._clients = {draft.identifiers["ClientId"]: draft for draft in _of_type(drafts, USER_POOL_CLIENT)}
        self.drafts: dict[str, Draft] = {}
        """The drafts by logical ids that do not depend on the order of files."""
        for draft in sorted(drafts, key=self._order):
            self.drafts[_free(self._base(draft), self.drafts)] = draft
        self._names = {draft: name for name, draft in self.drafts.items()}
        self.parameters: dict[str, tuple[str, Path]] = {}
        """For which resource and which of its properties each parameter is."""
        for name, draft in self.drafts.items():
            for parameter, path in draft.parameters.items():
                free = _free(name + parameter, {**self.drafts, **self.parameters})
                self.parameters[free] = (name, path)
                draft.refer(path, ref(free))

    def _order(self, draft: Draft) -> tuple[int, str, list[str]]:
        return CALLS.index(draft.call), self._base(draft), list(draft.identifiers.values())

    def _base(self, draft: Draft) -> str:
        """Make a logical id of Cognito's own names, an app client's in the place of its id."""
        said = [str(draft.said.get(member) or "") for member in draft.call.named_by]
        names = [
            str(self._clients[text].properties.get("ClientName") or "") if text in self._clients else text
            for text in said
        ]
        words = _WORD.findall(" ".join(names))
        key = "".join([*words[:1], *(word[0].upper() + word[1:] for word in words[1:])])
        own_domain = draft.call.type == USER_POOL_DOMAIN and "." in draft.identifiers["Domain"]
        return ("Custom" if own_domain else "") + draft.call.prefix + key[:_LONGEST]

    def resources(self) -> Resources:
        """Give the resources, the pool first and the others by their types."""
        return {name: self._resource(draft) for name, draft in self.drafts.items()}

    def _resource(self, draft: Draft) -> Resource:
        links = {name: ref(self._names[other]) for name, other in self._linked(draft)}
        resource: Resource = {"Type": draft.call.type, "Properties": draft.properties | links}
        if draft.call.type == USER_POOL:
            resource["DeletionPolicy"] = "Retain"  # nobody's stack has made it, so nobody's may delete it
        if first := sorted(self._names[other] for other in self._needed(draft)):
            resource["DependsOn"] = first
        return resource

    def _linked(self, draft: Draft) -> Iterator[tuple[str, Draft]]:
        """Walk the properties that are the id of a resource that is described too."""
        for name, kind in (("UserPoolId", USER_POOL), ("IdentityPoolId", IDENTITY_POOL)):
            if name in draft.properties:
                yield from ((name, pool) for pool in self._all(kind))
        client = draft.properties.get("ClientId")
        if isinstance(client, str) and client in self._clients:
            yield "ClientId", self._clients[client]

    def _needed(self, draft: Draft) -> Iterator[Draft]:
        """Walk what must be there before it although it names it by a text: AWS looks for it at once."""
        if draft.call.type == USER_POOL_CLIENT:
            providers = _texts(draft.properties.get("SupportedIdentityProviders"))
            servers = {scope.rpartition("/")[0] for scope in _texts(draft.properties.get("AllowedOAuthScopes"))}
            yield from (
                it for it in self._all(USER_POOL_IDENTITY_PROVIDER) if it.identifiers["ProviderName"] in providers
            )
            yield from (it for it in self._all(USER_POOL_RESOURCE_SERVER) if it.identifiers["Identifier"] in servers)
        if draft.call.type == USER_POOL_UI_CUSTOMIZATION:
            yield from self._all(USER_POOL_DOMAIN)

    def _all(self, kind: str) -> Iterator[Draft]:
        return _of_type(self._names, kind)

    def deployment(self) -> Deployment:
        """Tell where the pool lives, by its ARN or at least by its id."""
        for draft in self._names:
            arn = _ARN.fullmatch(str(draft.said.get("Arn"))) if draft.call.type == USER_POOL else None
            if arn:
                return Deployment(region=arn[1], account=arn[2])
        region = next((re.split("[_:]", draft.pool)[0] for draft in self._names if re.search("[_:]", draft.pool)), None)
        return Deployment(region=region)


def _of_type(drafts: "Iterator[Draft] | Sequence[Draft] | dict[Draft, str]", kind: str) -> Iterator[Draft]:
    return (draft for draft in drafts if draft.call.type == kind)


def _texts(value: Json) -> set[str]:
    return {item for item in value if isinstance(item, str)} if is_list(value) else set()


def _free(base: str, taken: Container[str]) -> str:
    """Give a name, numbered if it is taken."""
    return next(name for name in chain([base], (f"{base}{number}" for number in count(2))) if name not in taken)
