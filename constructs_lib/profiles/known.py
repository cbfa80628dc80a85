"""What settings say plainly; what is left out, or known only at deploy, is nothing that an opinion could go by."""

from collections.abc import Iterator, Mapping
from typing import Any


def texts(names: object) -> tuple[str, ...]:
    """Give the texts of a list."""
    return tuple(name for name in names if isinstance(name, str)) if isinstance(names, (tuple, list)) else ()


def parts(field: object) -> Mapping[str, Any]:
    """Give the parts of a field by their keys."""
    return field if isinstance(field, Mapping) else {}


def hosted(client: Any) -> bool:
    """Tell whether an app client signs people in on the hosted pages."""
    return client.oauth_flows_enabled is True and not {"code", "implicit"}.isdisjoint(texts(client.oauth_flows))


def hosted_clients(settings: Any) -> Iterator[str]:
    """Walk the keys of the app clients that sign people in on the hosted pages."""
    return (key for key, client in parts(settings.app_clients).items() if hosted(client))
