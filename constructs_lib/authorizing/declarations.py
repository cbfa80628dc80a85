"""What somebody must have to call a route."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from constructs_lib.resources.values import Json


@dataclass(frozen=True)
class Allow:
    """Who may call a route; made by `allow`."""

    groups: tuple[str, ...]
    scopes: tuple[str, ...]
    signed_in: bool
    token: Literal["access", "id"]
    every: bool
    app_clients: tuple[str, ...] | None


Routes = Mapping[str, Allow]
"""Declarations by route: ``GET /orders/{id}``, ``ANY /{proxy+}``, or ``$default`` of an HTTP API."""


def allow(
    *,
    groups: Sequence[str] = (),
    scopes: Sequence[str] = (),
    signed_in: bool = False,
    every: bool = False,
    token: Literal["access", "id"] = "access",
    app_clients: Sequence[str] | None = None,
) -> Allow:
    """Say who may call a route; nobody else may.

    Args:
        groups: Names of groups; to be in one of them is enough. Default: whoever has the scopes, in any group or none.
        scopes: Scopes of the token, such as ``orders/write``; one of them is enough. Where there are groups as well,
            both are needed. Default: whoever is in the groups, with any scopes.
        signed_in: Whether a token of one of the app clients is enough. Default: False.
        every: Whether all the groups and all the scopes are needed, not one of each. Default: False.
        token: Which token counts. Groups are in both, scopes in the access token alone. Default: ``access``.
        app_clients: Whose tokens count, by your keys. Default: those of all app clients of the settings.

    Raises:
        TypeError: A list is a text.
    """
    for name, given in (("groups", groups), ("scopes", scopes), ("app_clients", app_clients)):
        if isinstance(given, str):
            raise TypeError(f"{name}: must be a list of texts, got {given!r}; write [{given!r}]")
    clients = None if app_clients is None else tuple(app_clients)
    return Allow(tuple(groups), tuple(scopes), signed_in, token, every, clients)


def as_json(routes: Routes, app_clients: Sequence[str]) -> Json:
    """Write declarations as the authorizer reads them."""
    return {
        f"ANY {route}" if route == "$default" else route: {
            "token": said.token,
            "clients": sorted(app_clients if said.app_clients is None else said.app_clients),
            "groups": sorted(said.groups),
            "scopes": sorted(said.scopes),
            "every": said.every,
        }
        for route, said in sorted(routes.items())
    }
