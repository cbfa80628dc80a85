"""What the parameters of a template come to when nobody gives them a value, and what they may come to.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
"""

import re

from constructs_lib.readers.templates.functions import UnresolvedError, text
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.values import Json, is_list, is_unknown

REGION, ACCOUNT, PARTITION, SUFFIX = "AWS::Region", "AWS::AccountId", "AWS::Partition", "AWS::URLSuffix"

_STORED = "AWS::SSM::Parameter::"
_LISTS = ("CommaDelimitedList", "List<")
_WORDS = re.compile(r"\^?\(?(?:\?:)?([\w-]+(?:\|[\w-]+)*)\)?\$?")

# https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
_COMMERCIAL = ("aws", "amazonaws.com")
_PARTITIONS = {"cn-": ("aws-cn", "amazonaws.com.cn"), "us-gov-": ("aws-us-gov", "amazonaws.com")}
_ELSEWHERE = re.compile(r"(us|eu)-iso|eusc-")


def default_of(parameter: Json) -> Json:
    """Give the default of a parameter as a reference to it gives it, a text or a list; ``None`` where it has none."""
    match parameter:
        case {"Type": str(kind), "Default": default} if not kind.startswith(_STORED) and not is_unknown(default):
            try:
                said = text(default)
            except UnresolvedError:
                return None
            if not kind.startswith(_LISTS):
                return said
            return [piece.strip() for piece in said.split(",")] if said.strip() else None
    return None


def allowed_of(parameter: Json) -> list[str] | None:
    """Give the values that a parameter may have and no other; ``None`` where it may have any."""
    match parameter:
        case {"Type": str(kind)} if kind.startswith((_STORED, *_LISTS)):
            return None
        case {"AllowedValues": values} if is_list(values) and values and all(map(_is_scalar, values)):
            return list(map(text, values))
        case {"AllowedPattern": str(pattern)} if (words := _WORDS.fullmatch(pattern)) is not None:
            return words[1].split("|")
    return None


def _is_scalar(value: Json) -> bool:
    return isinstance(value, (str, int, float)) and not is_unknown(value)


def pseudo_of(deployment: Deployment) -> dict[str, str]:
    """Give the pseudo parameters that are known where it is known where the resources will live."""
    said = {REGION: deployment.region, ACCOUNT: deployment.account}
    known = {name: value for name, value in said.items() if value is not None and not is_unknown(value)}
    return known | around(known.get(REGION))


def around(region: str | None) -> dict[str, str]:
    """Give what follows from a Region."""
    if region is None or _ELSEWHERE.match(region):
        return {}
    partition, suffix = next((found for begin, found in _PARTITIONS.items() if region.startswith(begin)), _COMMERCIAL)
    return {PARTITION: partition, SUFFIX: suffix}
