"""Which attributes an app client may read and write where nobody says so: those that the settings speak of.

Without a list Cognito lets every application read and write everything, ``custom:role`` too.
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes
"""

from collections.abc import Iterator
from typing import Any

from constructs_lib.profiles.known import parts, texts
from constructs_lib.resources.standard_attributes import STANDARD_TYPES
from constructs_lib.settings import Attribute

_VERIFIED = {"email": "email_verified", "phone_number": "phone_number_verified"}


def readable(client: Any, pool: Any) -> tuple[str, ...] | None:
    """Let applications read what people sign in with, and every attribute that the pool declares."""
    if not _speaks_of_attributes(client, pool):
        return None
    addresses = [name for name in _addresses(pool) if name in _VERIFIED]
    return _sorted(*_addresses(pool), *_declared(pool), *_mapped(pool), *(_VERIFIED[name] for name in addresses))


def writable(client: Any, pool: Any) -> tuple[str, ...] | None:
    """Let applications write what people sign in with, what is required, and what identity providers tell."""
    if not _speaks_of_attributes(client, pool):
        return None
    told = (name for name in _mapped(pool) if name not in _VERIFIED.values())
    return _sorted(*_addresses(pool), *_required(pool), *told)


def _speaks_of_attributes(client: Any, pool: Any) -> bool:
    """Tell whether the client has users, and the pool's attributes are all known here."""
    if not hasattr(pool, "attributes") or (client.oauth_flows and "client_credentials" in texts(client.oauth_flows)):
        return False
    declared = pool.attributes
    known = declared is None or (isinstance(declared, (tuple, list)) and all(map(_is_known, declared)))
    return known and all(isinstance(each.attribute_mapping, (dict, type(None))) for each in _providers(pool))


def _is_known(attribute: object) -> bool:
    return isinstance(attribute, Attribute) and isinstance(attribute.name, str)


def _addresses(pool: Any) -> tuple[str, ...]:
    return texts(pool.username_attributes) + texts(pool.alias_attributes) + texts(pool.auto_verified_attributes)


def _declared(pool: Any) -> Iterator[str]:
    return (_name(each) for each in pool.attributes or () if each.developer_only is not True)


def _required(pool: Any) -> Iterator[str]:
    return (each.name for each in pool.attributes or () if each.required is True)


def _mapped(pool: Any) -> Iterator[str]:
    return (name for each in _providers(pool) for name in each.attribute_mapping or () if name != "username")


def _providers(pool: Any) -> list[Any]:
    return list(parts(pool.identity_providers).values())


def _name(attribute: Any) -> str:
    return attribute.name if attribute.name in STANDARD_TYPES else f"custom:{attribute.name}"


def _sorted(*names: str) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
