"""The logical ids that CDK makes up of constructs' paths, to know which ids keep themselves and which must be pinned.

https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/core/lib/private/uniqueid.ts
"""

import hashlib
import re
from collections.abc import Sequence

_HIDDEN, _HIDDEN_FROM_PEOPLE = "Default", "Resource"
_LONGEST, _LONGEST_FOR_PEOPLE = 255, 240


def made_up(*path: str) -> str:
    """Give the logical id of a resource at a path below its stack."""
    steps = [step for step in path if step != _HIDDEN]
    if len(steps) == 1 and len(_plain(steps[0])) <= _LONGEST:
        return _plain(steps[0])
    mark = hashlib.md5("/".join(steps).encode(), usedforsecurity=False).hexdigest()[:8].upper()
    told = "".join(_plain(step) for step in _without_echoes(steps) if step != _HIDDEN_FROM_PEOPLE)
    return told[:_LONGEST_FOR_PEOPLE] + mark


def _plain(step: str) -> str:
    return re.sub("[^A-Za-z0-9]", "", step)


def _without_echoes(steps: Sequence[str]) -> list[str]:
    """Leave out a step that the one before it ends in."""
    kept: list[str] = []
    for step in steps:
        if not kept or not kept[-1].endswith(step):
            kept.append(step)
    return kept


def construct_of(path: str) -> str:
    """Give the path of the construct that a resource is of, as its app calls it."""
    around, _, last = path.rpartition("/")
    return around if around and last in (_HIDDEN, _HIDDEN_FROM_PEOPLE) else path


def is_in_stack(path: str, logical_id: str) -> bool:
    """Tell whether a construct stands in its stack itself, and its resource has the id of that place."""
    steps = path.split("/")
    return len(steps) > 2 and steps[-1] == _HIDDEN_FROM_PEOPLE and made_up(*steps[-2:]) == logical_id
