"""What a pool has that a declaration may name, as far as its resources tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from constructs_lib.resources.model import (
    USER_POOL,
    USER_POOL_GROUP,
    USER_POOL_IDENTITY_PROVIDER,
    USER_POOL_RESOURCE_SERVER,
    Resources,
    properties,
)
from constructs_lib.resources.values import Json, is_list, is_unknown, same
from constructs_lib.rules.topics.app_client_oauth import STANDARD_SCOPES

_CLIENT = "AppClient"  # what their names in a fragment begin with


@dataclass(frozen=True)
class Known:
    """What there is; ``None`` for what may also come from elsewhere."""

    app_clients: tuple[str, ...]
    """Your keys of the app clients."""

    groups: frozenset[str] | None
    """The groups' names."""

    scopes: frozenset[str] | None
    """The scopes that a token may have."""

    programs: frozenset[str] = frozenset()
    """Your keys of the app clients that programs alone get tokens by."""

    providers: frozenset[str] = frozenset()
    """The identity providers' names: Cognito makes a group ``<pool id>_<name>`` for the users of each."""

    def has_group(self, name: str) -> bool:
        """Tell whether there may be such a group."""
        return self.groups is None or name in self.groups or any(name.endswith(f"_{each}") for each in self.providers)

    def has_scope(self, name: str) -> bool:
        """Tell whether there may be such a scope."""
        return self.scopes is None or name in self.scopes


def known_of(resources: Resources, app_clients: Sequence[str]) -> Known:
    """Tell what resources say.

    A pool that is elsewhere may have more than is added to it, and a trigger that writes tokens may write anything.

    Args:
        resources: The rendered resources of a pool, or of what is added to one.
        app_clients: Your keys of the app clients.
    """
    pool = next((properties(each) for each in resources.values() if each["Type"] == USER_POOL), None)
    triggers = {} if pool is None else pool.get("LambdaConfig") or {}
    if pool is None or is_unknown(triggers) or {"PreTokenGeneration", "PreTokenGenerationConfig"} & triggers.keys():
        return Known(tuple(app_clients), None, None)
    return Known(
        tuple(app_clients),
        _all_texts(_names(resources, USER_POOL_GROUP, "GroupName")),
        _all_texts(_scopes(resources)),
        frozenset(key for key in app_clients if _is_for_programs(properties(resources.get(f"{_CLIENT}{key}")))),
        _all_texts(_names(resources, USER_POOL_IDENTITY_PROVIDER, "ProviderName")) or frozenset(),
    )


def _is_for_programs(client: dict[str, Json]) -> bool:
    """Tell whether nobody can sign in with an app client."""
    oauth, by_api = client.get("AllowedOAuthFlows"), client.get("ExplicitAuthFlows")
    return same(oauth, ["client_credentials"]) and same(by_api, ["ALLOW_REFRESH_TOKEN_AUTH"])


def _names(resources: Resources, type_name: str, name: str) -> list[Json]:
    return [properties(each).get(name) for each in resources.values() if each["Type"] == type_name]


def _all_texts(values: list[Json]) -> frozenset[str] | None:
    """Give texts, unless there is one that nobody knows yet."""
    texts = [value for value in values if isinstance(value, str) and not is_unknown(value)]
    return frozenset(texts) if len(texts) == len(values) else None


def _scopes(resources: Resources) -> list[Json]:
    servers = [properties(each) for each in resources.values() if each["Type"] == USER_POOL_RESOURCE_SERVER]
    return [*STANDARD_SCOPES, *(scope for server in servers for scope in _scopes_of(server))]


def _scopes_of(server: dict[str, Json]) -> Iterator[Json]:
    identifier, scopes = server.get("Identifier"), server.get("Scopes") or ()
    if not isinstance(identifier, str) or not is_list(scopes):
        yield None
        return
    for scope in scopes:
        name = scope.get("ScopeName") if isinstance(scope, dict) else None
        yield f"{identifier}/{name}" if isinstance(name, str) else None
