"""For which changes of a property a row of the tables holds."""

from collections.abc import Mapping

from constructs_lib.lifecycle.effect import Seen, When
from constructs_lib.resources.values import Json, is_list, is_unknown


def lost(before: Json, after: Json) -> list[Json]:
    """Give the elements of a list that are gone."""
    left = after if is_list(after) else []
    return [item for item in before if item not in left] if is_list(before) else []


def loses_any(seen: Seen) -> bool:
    """Hold where a list has lost an element."""
    return bool(lost(seen.before, seen.after))


def loses(*names: str) -> When:
    """Hold where a list has lost one of some elements."""
    return lambda seen: any(name in lost(seen.before, seen.after) for name in names)


def is_added(seen: Seen) -> bool:
    """Hold where there was nothing."""
    return seen.before is None


def is_gone(seen: Seen) -> bool:
    """Hold where nothing is left."""
    return seen.after is None


def was_said(seen: Seen) -> bool:
    """Hold where there was something."""
    return seen.before is not None


def becomes(*values: str) -> When:
    """Hold where the property has one of some values now."""
    return lambda seen: plain(seen.after) in values


def was(*values: str) -> When:
    """Hold where the property had one of some values."""
    return lambda seen: plain(seen.before) in values


def stays(name: str) -> When:
    """Hold where the resource keeps the name by which AWS knows it."""
    return lambda seen: seen.new.get(name) is not None and seen.old.get(name) == seen.new.get(name)


def has_passkeys(pool: Mapping[str, Json]) -> bool:
    """Tell whether users of a pool may have registered passkeys; they cannot where no first factor is one."""
    policies = pool.get("Policies")
    sign_in = policies.get("SignInPolicy") if isinstance(policies, Mapping) else policies
    factors = sign_in.get("AllowedFirstAuthFactors") if isinstance(sign_in, Mapping) else sign_in
    return is_unknown(factors) or (is_list(factors) and "WEB_AUTHN" in factors)


def plain(value: Json) -> str:
    """Give a value as the text that CloudFormation takes as well: ``true`` for a flag, ``8`` for a number."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}


def seconds_of(properties: Mapping[str, Json], token: str, unit: str) -> float | None:
    """Tell how long a token of an app client lives; ``None`` where nobody knows.

    Args:
        properties: The app client's.
        token: The token: ``Access``, ``Id`` or ``Refresh``.
        unit: What AWS counts in where nothing else is said.
    """
    default = 30 if token == "Refresh" else 1
    units = properties.get("TokenValidityUnits")
    said = units.get(f"{token}Token") if isinstance(units, Mapping) else units
    try:
        return float(properties.get(f"{token}TokenValidity", default)) * _SECONDS[unit if said is None else said]
    except (TypeError, ValueError, KeyError, OverflowError):
        return None


def lives_as_long(token: str, unit: str) -> When:
    """Hold where a token lives as long as before, whatever it is counted in."""

    def same(seen: Seen) -> bool:
        before, after = seconds_of(seen.old, token, unit), seconds_of(seen.new, token, unit)
        return before is not None and before == after

    return same


def lives_shorter(token: str, unit: str) -> When:
    """Hold where a token no longer lives as long as before."""

    def shorter(seen: Seen) -> bool:
        before, after = seconds_of(seen.old, token, unit), seconds_of(seen.new, token, unit)
        return before is not None and after is not None and after < before

    return shorter
