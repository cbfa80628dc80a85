"""ARNs in parts, literal ones and ones that intrinsic functions put together."""

import re
from dataclasses import dataclass

from constructs_lib.resources.references import PLACEHOLDER
from constructs_lib.resources.values import Json, is_list
from constructs_lib.rules.view import DoesNotApply, Object

_UNKNOWN = "${}"


@dataclass(frozen=True)
class Arn:
    """The parts of an ARN; ``None`` is a part that becomes known at deploy."""

    service: str | None
    region: str | None
    account: str | None
    resource: str | None


def arn_at(holder: Object, path: str) -> Arn | None:
    """Take an ARN apart; nothing where there is none."""
    return arn_of(holder, holder.get(path)) if holder.has(path) else None


def arn_of(holder: Object, value: Json) -> Arn:
    """Take apart what stands somewhere in an object."""

    def told(match: "re.Match[str]") -> str:
        found = holder.resource.neighbours.told({"Ref": match[1]})
        return found if isinstance(found, str) else _UNKNOWN

    parts = PLACEHOLDER.sub(told, _spelt(value)).split(":", 5)
    if len(parts) != 6 or parts[0] != "arn":
        raise DoesNotApply
    # A guide may write * for any Region.
    _, _, *rest = (None if _UNKNOWN in part or part == "*" else part for part in parts)
    return Arn(*rest)


def is_of_another_service(value: Json, service: str) -> bool:
    """Tell whether a text is the ARN of something else; what is put together elsewhere says nothing."""
    parts = value.split(":", 5) if isinstance(value, str) else []
    return len(parts) == 6 and parts[0] == "arn" and "{" not in parts[2] and parts[2] != service


def _spelt(value: Json) -> str:
    """Write an ARN as ``Fn::Sub`` does; CDK's tokens have the same form."""
    match value:
        case {"Fn::Sub": str(text)} if len(value) == 1:
            return text
        case {"Fn::Join": [str(between), pieces]} if len(value) == 1 and is_list(pieces):
            return between.join(piece if isinstance(piece, str) else _placeholder(piece) for piece in pieces)
        case str() if "{{resolve:" not in value:
            return value
    raise DoesNotApply


def _placeholder(value: Json) -> str:
    name = value.get("Ref") if isinstance(value, dict) else None
    return f"${{{name}}}" if isinstance(name, str) else _UNKNOWN
