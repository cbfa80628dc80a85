"""CloudFormation paths → the user's own words, worked out only when there is something to say."""

import json
from collections.abc import Mapping
from typing import Any

from constructs_lib.declarations import Part
from constructs_lib.declarations.fields import Field, properties_of
from constructs_lib.rendering.names import POOL, SMS_ROLE, SMS_ROLE_POLICY, fragment_id
from constructs_lib.rendering.write import children_of
from constructs_lib.settings import UserPoolSettings

Path = tuple[str | int, ...]


class Words:
    """What one pool's settings call the properties of its resources."""

    def __init__(self, settings: UserPoolSettings) -> None:
        self._places: dict[str, tuple[str, Part]] = {POOL: ("", settings)}
        if isinstance(settings.sms_role, Part):
            self._places |= dict.fromkeys((SMS_ROLE, SMS_ROLE_POLICY), ("sms_role", settings.sms_role))
        for field, key, value in children_of(settings):
            name = field.name if key is None else f"{field.name}[{json.dumps(key, ensure_ascii=False)}]"
            self._places[fragment_id(field, key)] = (name, value)

    def __call__(self, resource: str, path: Path) -> str:
        """Name a property of a resource of the fragment."""
        name, part = self._places[resource]
        steps = _walk(part, type(part), path)
        return f"{name}{steps}" if name else steps.removeprefix(".") or "settings"


def _walk(value: Any, part: Any, path: Path) -> str:
    """Follow a path through a part: said fields before unsaid ones, the nearest field before farther ones."""
    if not path:
        return ""
    fields = [(field, place) for field in properties_of(part) for place in field.paths if _meets(place, path)]
    if not fields:
        return ".extra_properties" + "".join(f"[{json.dumps(step)}]" for step in path) if value is not None else ""
    said = [found for found in fields if getattr(value, found[0].name, None) is not None]
    field, place = max(said or fields, key=lambda found: len(found[1]) if len(found[1]) <= len(path) else -1)
    return f".{field.name}" + _into(field, getattr(value, field.name, None), path[len(place) :])


def _meets(place: tuple[str, ...], path: Path) -> bool:
    return all(mine == theirs for mine, theirs in zip(place, path, strict=False))


def _into(field: Field, value: Any, path: Path) -> str:
    """Go on inside a field's value."""
    if not path:
        return ""
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        element = value[step] if isinstance(value, tuple) and step < len(value) else None
        inner = _walk(element, field.part, rest) if field.part is not None and not isinstance(element, str) else ""
        return f"[{step}]{inner}"
    if field.part is not None:
        return _walk(value, field.part, path)
    if isinstance(value, Mapping):
        return f"[{json.dumps(step)}]"
    return ""
