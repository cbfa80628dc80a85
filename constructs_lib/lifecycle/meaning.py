"""Whether two values come to the same for AWS, however they are written."""

import json

from constructs_lib.lifecycle.conditions import plain
from constructs_lib.resources.values import Json, is_list


def means_the_same(before: Json, after: Json) -> bool:
    """Compare values by what they mean.

    Numbers and flags may be written as texts, what is empty is as good as absent, and the order of plain values says
    nothing.
    """
    return bool(_meaning(before) == _meaning(after))


def _meaning(value: Json) -> Json:
    if isinstance(value, dict):
        said = {str(key): _meaning(item) for key, item in value.items()}
        if "Fn::GetAtt" in said and is_list(value["Fn::GetAtt"]):
            return {"Fn::GetAtt": ".".join(map(str, value["Fn::GetAtt"]))}
        return {key: item for key, item in said.items() if item is not None} or None
    if is_list(value):
        items = [_meaning(item) for item in value]
        if all(isinstance(item, str) for item in items):
            items.sort()
        return items or None
    return None if value is None else plain(value)


def key_of(value: Json) -> str:
    """Give a text that is the same for values that mean the same."""
    return json.dumps(_meaning(value), sort_keys=True, default=str)
