"""Who is let in: the rule of the route, and a token that it takes."""

from __future__ import annotations

from collections.abc import Mapping

from .keys import Keys
from .rules import ForbiddenError, Rule
from .tokens import Claims, InvalidError, genuine


class Gate:
    """The routes of an API, and whose tokens count there."""

    def __init__(self, rules: Mapping[str, Rule], issuer: str, keys: Keys) -> None:
        self._rules, self._issuer, self._keys = rules, issuer, keys

    def admit(self, method: str, path: str, token: str | None) -> Claims:
        """Give what the token says of whoever may call a route.

        Raises:
            InvalidError: There is no token, or it is not one for this route.
            ForbiddenError: They may not, or nobody has said who may.
            UnreachableError: Nobody can tell whether the token is genuine.
        """
        rule = self._rules.get(f"{method} {path}") or self._rules.get(f"ANY {path}")
        if rule is None:
            raise ForbiddenError("nobody has said who may call this route")
        if not token:
            raise InvalidError("no token")
        claims = genuine(token, self._keys, self._issuer)
        rule.admit(claims)
        return claims
