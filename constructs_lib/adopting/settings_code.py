"""Settings → the Python module that makes them, with imports of exactly the names in it."""

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from constructs_lib.adopting.kinds import as_kind, as_secret
from constructs_lib.adopting.layout import Call, Code, Name, laid_out
from constructs_lib.declarations import OMIT, Part, Verbatim
from constructs_lib.declarations.fields import fields_of
from constructs_lib.resources.values import is_list

_PACKAGE = "constructs_lib"
_STANDARD: Mapping[str, str] = {"timedelta": "datetime"}
"""Where names come from that are not ours."""
_ORDER = ("property", "attribute", None, "children")


def settings_module(name: str, settings: Part, told: str) -> str:
    """Write a module that gives settings a name.

    Args:
        name: The variable.
        settings: Its value; nothing in it may be an object of a CDK app.
        told: What the module says of itself.
    """
    code = code_of(settings)
    return "\n".join([f'"""{told}"""', "", *imports(code), "", laid_out(code, f"{name} = "), ""])


def imports(code: Code) -> list[str]:
    """Write the imports that an expression needs, the standard library's first."""
    names = sorted(_names(code), key=_as_sorted)
    standard = [f"from {_STANDARD[name]} import {name}" for name in names if name in _STANDARD]
    own = laid_out(Call("", [(None, Name(name)) for name in names if name not in _STANDARD]))
    flat = f"from {_PACKAGE} import {own[1:-1]}"
    ours = flat if "\n" not in own and len(flat) <= 120 else _long_import(names)
    return [*standard, *([""] if standard else []), ours]


def _long_import(names: list[str]) -> str:
    listed = "".join(f"    {name},\n" for name in names if name not in _STANDARD)
    return f"from {_PACKAGE} import (\n{listed})"


def _as_sorted(name: str) -> tuple[int, str]:
    """Sort as `ruff` does: constants, then classes, then functions."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2, name)


def _names(code: Code) -> set[str]:
    match code:
        case Call(name, arguments):
            return {name}.union(*(_names(item) for _, item in arguments))
        case Name(text):
            return {text}
        case dict() | list():
            return set().union(*map(_names, code.values() if isinstance(code, dict) else code))
    return set()


def code_of(value: Any) -> Code:
    """Give the expression that makes a value of settings."""
    match value:
        case Part():
            return as_kind(value, code_of) or Call(type(value).__name__, _arguments(value))
        case Verbatim():
            return Call("Verbatim", [(None, _plain(value.value))])
        case timedelta():
            return _time(value)
    if value is OMIT:
        return Name("OMIT")
    if dataclasses.is_dataclass(value):  # a reference, which is no part
        return Call(type(value).__name__, _arguments(value))
    if isinstance(value, dict):
        return {key: code_of(item) for key, item in value.items()}
    return [code_of(item) for item in value] if is_list(value) else _plain(value)


def _arguments(value: Any) -> list[tuple[str | None, Code]]:
    """Give what is said: by place where the class wants it so, then properties, and resources around it last."""
    kinds = {field.name: field.kind for field in fields_of(type(value))} if isinstance(value, Part) else {}
    ordered = sorted(
        dataclasses.fields(value), key=lambda field: (not _by_place(field), _ORDER.index(kinds.get(field.name)))
    )
    said = ((field, getattr(value, field.name)) for field in ordered)
    return [
        (None if _by_place(field) else field.name, code_of(item))
        for field, item in said
        if not (type(item) is type(field.default) and item == field.default)
    ]


def _by_place(field: "dataclasses.Field[Any]") -> bool:
    """Tell whether a value goes without its name: what may be left out would take another's place."""
    return not field.kw_only and field.default is dataclasses.MISSING


def _plain(value: Any) -> Code:
    """Take JSON as it is, but for secrets that have a function of their own."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if is_list(value):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return as_secret(value) or value
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise TypeError(f"{type(value).__name__} is an object of a CDK app, which no module can hold")


def _time(value: timedelta) -> Code:
    """Say a time in the largest unit that it is whole in."""
    seconds = value.days * 86_400 + value.seconds
    for unit, length in {"days": 86_400, "hours": 3_600, "minutes": 60}.items():
        if seconds % length == 0:
            return Call("timedelta", [(unit, seconds // length)])
    return Call("timedelta", [("seconds", seconds)])
