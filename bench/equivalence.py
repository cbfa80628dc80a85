"""Whether two templates say the same, however they spell it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def shape_of(assembly: Path) -> list[str]:
    """Give a template's resources without their ids and in one spelling, sorted."""
    return sorted(shape for path in assembly.glob("*.template.json") for shape in _shapes(path))


def _shapes(path: Path) -> Iterator[str]:
    template = json.loads(path.read_text(encoding="utf-8"))
    types = {name: resource["Type"] for name, resource in template["Resources"].items()}
    for resource in template["Resources"].values():
        settled = _settle(resource.get("Properties", {}), types)
        for outdated in ("EmailVerificationMessage", "EmailVerificationSubject", "SmsVerificationMessage"):
            settled.pop(outdated, None)  # the L2 says these twice
        kept = (resource["Type"], resource.get("DeletionPolicy"), settled)
        yield json.dumps(kept, sort_keys=True)


def _settle(value: Any, types: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_settle(item, types) for item in value]
    if not isinstance(value, dict):
        return value
    if "Ref" in value:
        return f"${{{types.get(value['Ref'], value['Ref'])}}}"
    if "Fn::GetAtt" in value:
        return "${" + types[value["Fn::GetAtt"][0]] + "}"
    if "Fn::Sub" in value:
        return value["Fn::Sub"]
    if "Fn::Join" in value:
        return "".join(str(_settle(piece, types)) for piece in value["Fn::Join"][1])
    settled = {key: _settle(item, types) for key, item in value.items()}
    return {key: item for key, item in settled.items() if not (key == "Description" and item == "") and key != "Path"}


def difference(left: list[str], right: list[str]) -> str:
    """Show what one says and the other does not; empty where they say the same."""
    only = [f"- {item}" for item in left if item not in right] + [f"+ {item}" for item in right if item not in left]
    return "\n".join(re.sub(r"\s+", " ", item) for item in only)
