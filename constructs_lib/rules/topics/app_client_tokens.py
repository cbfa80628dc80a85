"""How long tokens are good.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from constructs_lib.resources.model import USER_POOL_CLIENT
from constructs_lib.rules.registry import API, rule
from constructs_lib.rules.view import DoesNotApply, Problem, View

_CLIENT = API + "API_CreateUserPoolClient.html"
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_SECONDS = {"seconds": 1, "minutes": _MINUTE, "hours": _HOUR, "days": _DAY}


@dataclass(frozen=True)
class _Lifetime:
    amount: float
    unit: str

    @property
    def seconds(self) -> float:
        return self.amount * _SECONDS[self.unit]

    def __str__(self) -> str:
        amount = int(self.amount) if self.amount == int(self.amount) else self.amount
        return f"{amount} {self.unit if amount != 1 else self.unit[:-1]}"


@dataclass(frozen=True)
class _Token:
    name: str
    usual_unit: str
    shortest: int
    longest: int
    most: int
    """The largest number that the property takes in any unit."""
    allowed: str

    def lifetime(self, client: View) -> _Lifetime | None:
        """Give what is said; a number or unit that is none is called so by its limit."""
        amount = client.number(f"{self.name}Validity")
        if amount is None:
            return None
        unit = client.text(f"TokenValidityUnits.{self.name}") or self.usual_unit
        if unit not in _SECONDS or not 1 <= amount <= self.most:
            raise DoesNotApply
        return _Lifetime(amount, unit)


_ACCESS = _Token("AccessToken", "hours", 5 * _MINUTE, _DAY, 86_400, "5 minutes to 1 day")
_ID = _Token("IdToken", "hours", 5 * _MINUTE, _DAY, 86_400, "5 minutes to 1 day")
_REFRESH = _Token("RefreshToken", "days", _HOUR, 3_650 * _DAY, 315_360_000, "60 minutes to 3,650 days")


@rule(
    "app-client.token-lifetime",
    USER_POOL_CLIENT,
    why="the range holds for the amount together with its unit",
    evidence="measured on AWS",
    source=_CLIENT,
)
def token_lifetime(client: View) -> Iterator[Problem]:
    """Refuse lifetimes out of range."""
    for token in (_ACCESS, _ID, _REFRESH):
        with suppress(DoesNotApply):  # one token says nothing about the next
            lifetime = token.lifetime(client)
            if lifetime is not None and not token.shortest <= lifetime.seconds <= token.longest:
                yield client.problem(
                    f"{token.name}Validity",
                    f"must be {token.allowed}",
                    got=str(lifetime),
                    allowed=token.allowed,
                    fix=f"change the amount or the unit: {', '.join(_SECONDS)}; {token.usual_unit} where none is said",
                )


@rule(
    "app-client.token-outlives-refresh-token",
    USER_POOL_CLIENT,
    why="no token may live longer than the refresh token that renews it",
    evidence="measured on AWS",
    source=_CLIENT,
)
def token_outlives_refresh_token(client: View) -> Iterator[Problem]:
    """Refuse access and ID tokens that live longer than the refresh token."""
    refresh = _REFRESH.lifetime(client)
    if refresh is None:  # 30 days, longer than the other two can be
        return
    for token in (_ACCESS, _ID):
        with suppress(DoesNotApply):
            lifetime = token.lifetime(client)
            if lifetime is not None and lifetime.seconds > refresh.seconds:
                yield client.problem(
                    f"{token.name}Validity",
                    f"cannot be longer than {{RefreshTokenValidity}}, {refresh}",
                    got=str(lifetime),
                    allowed=f"{token.allowed}, and {refresh} at most",
                    fix="shorten it, or lengthen {RefreshTokenValidity}",
                )
