"""What CloudFormation's functions come to when all that they are given is known.

https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
"""

import base64
import json
from collections.abc import Callable, Sequence
from typing import Any

from constructs_lib.resources.values import Json, is_intrinsic, is_list, is_unknown

Function = Callable[[Json], Json]


class UnresolvedError(Exception):
    """What a function comes to is not known before deploy, or it is none that CloudFormation takes."""


def is_known(value: Json) -> bool:
    """Tell whether nothing in a value waits for the deploy."""
    if is_unknown(value):
        return False
    if isinstance(value, dict):
        return all(map(is_known, value.values()))
    return all(map(is_known, value)) if is_list(value) else True


def text(value: Json) -> str:
    """Give a text, a number or a boolean as CloudFormation writes it into texts."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (str, int, float)):
        return str(value)
    raise UnresolvedError


def _settled(value: Json) -> Any:
    if not is_known(value):
        raise UnresolvedError
    return value


def _list(value: Json) -> Sequence[Json]:
    if not is_list(_settled(value)):
        raise UnresolvedError
    return value  # type: ignore[no-any-return]


def _join(argument: Json) -> str:
    match argument:
        case [str(between), pieces] if is_list(pieces):
            return between.join(map(text, pieces))  # a dynamic reference stays one in the text
    raise UnresolvedError


def _select(argument: Json) -> Json:
    match argument:
        case [index, values] if text(index).isdecimal() and int(text(index)) < len(_list(values)):
            return values[int(text(index))]
    raise UnresolvedError


def _split(argument: Json) -> list[str]:
    match argument:
        case [str(between), str(whole)] if between:
            return str(_settled(whole)).split(between)
    raise UnresolvedError


def _length(argument: Json) -> int:
    return len(_list(argument))


def _to_json_string(argument: Json) -> str:
    if not isinstance(argument, (dict, list)):
        raise UnresolvedError
    return json.dumps(_settled(argument), separators=(",", ":"), default=_refuse)


def _refuse(_: object) -> Json:
    raise UnresolvedError


def _base64(argument: Json) -> str:
    return base64.b64encode(text(_settled(argument)).encode()).decode()


FUNCTIONS: dict[str, Function] = {
    "Fn::Join": _join,
    "Fn::Select": _select,
    "Fn::Split": _split,
    "Fn::Length": _length,
    "Fn::ToJsonString": _to_json_string,
    "Fn::Base64": _base64,
}
"""Those that need nothing but what they are given."""


def in_map(mappings: Json, argument: Json) -> Json:
    """Look a value up in the mappings of a template; the default of the language extensions where there is none."""
    match argument:
        case [*steps, {"DefaultValue": default}] if len(steps) == 3:
            found = _looked_up(mappings, steps)
            return default if found is None else found
        case [_, _, _]:
            return _looked_up(mappings, argument)
    raise UnresolvedError


def _looked_up(mappings: Json, steps: Sequence[Json]) -> Json:
    for step in steps:
        name = text(_settled(step))
        if is_intrinsic(mappings):  # somebody's macro writes it
            raise UnresolvedError
        # A file may have read a key such as an account's number as a number.
        found = mappings.items() if isinstance(mappings, dict) else ()
        mappings = next((value for key, value in found if _is_called(key, name)), None)
    return mappings


def _is_called(key: object, name: str) -> bool:
    return key == name if isinstance(key, str) else isinstance(key, (int, float)) and text(key) == name
