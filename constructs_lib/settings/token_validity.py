"""How long a token is good for: an amount in one property, its unit in another.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
"""

from datetime import timedelta
from typing import Any, Literal

from constructs_lib.declarations import Part, Setting, declared, prop
from constructs_lib.declarations.codecs import MISSING, PartOf, Spread
from constructs_lib.resources.values import Json, same

Unit = Literal["seconds", "minutes", "hours", "days"]


@declared
class TokenValidity(Part):
    """An amount and unit kept as they are; a `timedelta` says the same more simply."""

    amount: Setting[int] = prop("amount")
    """The number of units. Default: Cognito's own validity."""

    unit: Setting[Unit] = prop("unit")
    """The unit. Default: hours for access and ID tokens, days for refresh tokens."""


class Validity(Spread):
    """A `timedelta`, written in minutes (in seconds where they are not whole), or an amount with its unit."""

    wanted = "a timedelta or TokenValidity"

    def __init__(self, token: Literal["AccessToken", "IdToken", "RefreshToken"]) -> None:
        self.token = token

    def other_paths(self) -> tuple[tuple[str, ...], ...]:
        return (("TokenValidityUnits", self.token),)

    def check(self, value: Any) -> Any:
        if isinstance(value, timedelta) and not value.microseconds:
            return value
        if not isinstance(value, TokenValidity):
            raise self.refuse(value)
        return self.read_all(self.write_all(value))  # one value, one spelling: a timedelta where there is one

    def write_all(self, value: Any) -> tuple[Json, ...]:
        if isinstance(value, timedelta):
            seconds = value.days * 86_400 + value.seconds
            return (seconds, "seconds") if seconds % 60 else (seconds // 60, "minutes")
        json = value.written()
        return json.get("amount", MISSING), json.get("unit", MISSING)

    def read_all(self, jsons: tuple[Json, ...]) -> Any:
        amount, unit = jsons
        if type(amount) is int and unit in ("minutes", "seconds"):
            try:
                found = timedelta(**{unit: amount})
            except OverflowError:
                pass
            else:
                if same(self.write_all(found), jsons):
                    return found
        said = {name: json for name, json in (("amount", amount), ("unit", unit)) if json is not MISSING}
        return PartOf(TokenValidity).read(said)
