"""CloudFormation paths → the user's own words, worked out only when there is something to say."""

import json
from collections.abc import Mapping
from typing import Any

from constructs_lib.declarations import Part, Verbatim
from constructs_lib.declarations.codecs import MISSING
from constructs_lib.declarations.fields import Field, fields_of, found_at
from constructs_lib.rendering.names import POOL, SMS_ROLE, SMS_ROLE_POLICY, children_of, fragment_id
from constructs_lib.rendering.write import Settings
from constructs_lib.resources.values import Path, is_list
from constructs_lib.settings import EndUserMessaging, ExistingUserPool, Sms, UserPoolSettings


class Words:
    """What one pool's settings call the properties of its resources."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._places: dict[str, tuple[str, Part]] = {POOL: ("", settings)}
        if isinstance(settings, UserPoolSettings) and isinstance(settings.sms_role, Part):
            self._places |= dict.fromkeys((SMS_ROLE, SMS_ROLE_POLICY), ("sms_role", settings.sms_role))
        for field, key, value in children_of(settings):
            name = field.name if key is None else f"{field.name}[{json.dumps(key, ensure_ascii=False)}]"
            self._places[fragment_id(field, key)] = (name, value)

    def __call__(self, resource: str, path: Path) -> str:
        """Name a property, or an attribute, of a resource of the fragment."""
        if isinstance(self._settings, ExistingUserPool) and path == ("UserPoolId",):
            return "user_pool_id"  # which every child has from there
        name, part = self._places[resource]
        steps = _extra(part, path) or _walk(part, type(part), path)
        if resource == POOL and self._said_by_role(steps):
            return "sms_role"
        return f"{name}{steps}" if name else steps.removeprefix(".") or "settings"

    def _said_by_role(self, steps: str) -> bool:
        """Tell whether the sender of text messages is there only because its role is made."""
        if not isinstance(self._settings, UserPoolSettings):
            return False
        sms = self._settings.sms
        if not isinstance(self._settings.sms_role, Part) or isinstance(sms, Verbatim):
            return False
        if isinstance(sms, Sms):
            messaging = sms.end_user_messaging
            if isinstance(messaging, EndUserMessaging):
                return steps == ".sms.end_user_messaging.caller_arn" and messaging.caller_arn is None
            return steps == ".sms.caller_arn" and sms.caller_arn is None
        return steps in (".sms", ".sms.caller_arn")


def _extra(part: Part, path: Path) -> str:
    """Follow a path through what no field says; nothing where a field says it."""
    inside: Any = getattr(part, "extra_properties", None)
    if not inside or found_at(part.written(), path) is not MISSING:
        return ""
    for step in path:
        there = (isinstance(inside, Mapping) and step in inside) or (is_list(inside) and step in range(len(inside)))
        if not there:
            return ""
        inside = inside[step]
    return ".extra_properties" + "".join(f"[{json.dumps(step)}]" for step in path)


def _walk(value: Any, part: Any, path: Path) -> str:
    """Follow a path through a part: said fields before unsaid ones; no field lives inside of another's place."""
    if not path:
        return ""
    fields = [(field, place) for field, place in _beginning_with(part, path[0]) if _meets(place, path)]
    if not fields:  # what the settings around it decide, such as the pool's id: nobody's field
        return ""
    said = [found for found in fields if getattr(value, found[0].name, None) is not None]
    field, place = (said or fields)[0]
    return f".{field.name}" + _into(field, getattr(value, field.name, None), path[len(place) :])


_BEGINNINGS: dict[Any, dict[str | int, list[tuple[Field, tuple[str, ...]]]]] = {}


def _beginning_with(part: Any, step: str | int) -> list[tuple[Field, tuple[str, ...]]]:
    """Give the fields, and their places, that live in a property of a part."""
    if part not in _BEGINNINGS:
        index: dict[str | int, list[tuple[Field, tuple[str, ...]]]] = {}
        for field in fields_of(part):
            for place in field.paths if field.kind != "children" else ():
                index.setdefault(place[0], []).append((field, place))
        _BEGINNINGS[part] = index
    return _BEGINNINGS[part].get(step, [])


def _meets(place: tuple[str, ...], path: Path) -> bool:
    return all(mine == theirs for mine, theirs in zip(place, path, strict=False))


def _into(field: Field, value: Any, path: Path) -> str:
    """Go on inside a field's value."""
    if not path or isinstance(value, Verbatim):
        return ""
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        element: Any = value[step] if isinstance(value, tuple) and step < len(value) else None
        typed = field.part is not None and not isinstance(element, (str, Verbatim))
        return f"[{step}]" + (_walk(element, field.part, rest) if typed else "")
    if field.keyed and field.part is not None:
        keyed = value.get(step) if isinstance(value, Mapping) else None
        return f"[{json.dumps(step)}]" + ("" if isinstance(keyed, Verbatim) else _walk(keyed, field.part, rest))
    if field.part is not None:
        return _walk(value, field.part, path)
    if isinstance(value, Mapping):
        return f"[{json.dumps(step)}]"
    return ""
