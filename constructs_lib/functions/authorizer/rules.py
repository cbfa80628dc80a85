"""What a route wants of those who call it, as it was declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .tokens import Claims, InvalidError


class ForbiddenError(Exception):
    """Somebody is known, and may not do this; the text says why, without a word of their token."""


@dataclass(frozen=True)
class Rule:
    """Who may call a route: by which token, of which app clients, in which groups, with which scopes."""

    token: str
    clients: frozenset[str]
    groups: frozenset[str]
    scopes: frozenset[str]
    every: bool

    def admit(self, claims: Claims) -> None:
        """Let somebody through.

        Raises:
            InvalidError: The token is not one for this route.
            ForbiddenError: The groups or scopes do not do.
        """
        if claims["token_use"] != self.token:
            raise InvalidError("the other kind of token than this route takes")
        client = claims.get("client_id" if self.token == "access" else "aud")
        if not isinstance(client, str) or client not in self.clients:
            raise InvalidError("of an app client that this route does not take")
        if self.groups and not self._suffice(groups_of(claims), self.groups):
            raise ForbiddenError("not in the groups that this route wants")
        if self.scopes and not self._suffice(scopes_of(claims), self.scopes):
            raise ForbiddenError("without the scopes that this route wants")

    def _suffice(self, held: frozenset[str], wanted: frozenset[str]) -> bool:
        return wanted <= held if self.every else bool(wanted & held)


def groups_of(claims: Claims) -> frozenset[str]:
    """Give somebody's groups; nobody is in a group by a claim of another shape."""
    said = claims.get("cognito:groups")
    return frozenset(each for each in said if isinstance(each, str)) if isinstance(said, list) else frozenset()


def scopes_of(claims: Claims) -> frozenset[str]:
    """Give the scopes of an access token."""
    said = claims.get("scope")
    return frozenset(said.split()) if isinstance(said, str) else frozenset()


def rules_of(routes: Mapping[str, Mapping[str, Any]], clients: Mapping[str, str]) -> dict[str, Rule]:
    """Read the declarations; app clients stand there by key, and their ids come with the deployment."""
    return {
        route: Rule(
            token=said["token"],
            clients=frozenset(clients[key] for key in said["clients"]),
            groups=frozenset(said["groups"]),
            scopes=frozenset(said["scopes"]),
            every=said["every"],
        )
        for route, said in routes.items()
    }
