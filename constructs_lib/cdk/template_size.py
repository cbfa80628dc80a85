"""CloudFormation takes 500 resources and a megabyte of template; what does not fit is told by what to split.

https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from aws_cdk import Stack
from constructs import Construct

from constructs_lib.resources.model import Resources

MAX_RESOURCES = 500
MAX_BYTES = 1024 * 1024


@dataclass(frozen=True)
class _Share:
    """What one construct puts into its stack's template."""

    construct: Construct
    resources: Resources
    least: int
    """Bytes without indentation: quickly counted, and in most stacks far from too many."""


_SHARES: WeakKeyDictionary[Stack, list[_Share]] = WeakKeyDictionary()


def require_room(stack: Stack, construct: Construct, resources: Resources) -> None:
    """Refuse resources for which a stack's template has no room, those of our other constructs in it counted.

    Raises:
        ValueError: There is none.
    """
    least = len(json.dumps(resources, ensure_ascii=False, default=_shown).encode())
    shares = [*_SHARES.get(stack, ()), _Share(construct, resources, least)]
    count = sum(len(share.resources) for share in shares)
    if count > MAX_RESOURCES:
        _refuse(stack, shares, f"{count:,} resources of {MAX_RESOURCES}")
    if sum(share.least for share in shares) > MAX_BYTES // 2:
        size = sum(sum(_sizes(share).values()) for share in shares)
        if size > MAX_BYTES:
            _refuse(stack, shares, f"{size:,} bytes of {MAX_BYTES:,}")
    _SHARES[stack] = shares


def _refuse(stack: Stack, shares: list[_Share], need: str) -> None:
    paths = [share.construct.node.path for share in shares]
    sizes = {path: _sizes(share) for path, share in zip(paths, shares, strict=True)}
    counts = {path: len(share.resources) for path, share in zip(paths, shares, strict=True)}
    listed = "\n".join(
        f"   {path}: {counts[path]} resources, {sum(kinds.values()):,} bytes, most of them {kinds.most_common(1)[0][0]}"
        for path, kinds in sorted(sizes.items(), key=lambda each: (-sum(each[1].values()), each[0]))
    )
    raise ValueError(
        f"stack {stack.node.path}: its template has no room for what its user pools need, {need}:\n{listed}\n"
        "   fix: put some of them into stacks of their own, or what is most into another stack by ExistingUserPool"
    )


def _sizes(share: _Share) -> Counter[str]:
    """Count the bytes of each resource type as CDK writes them: indented by one blank."""
    sizes: Counter[str] = Counter()
    for resource in share.resources.values():
        text = json.dumps(resource, indent=1, ensure_ascii=False, default=_shown)
        sizes[resource["Type"]] += len(text.encode())
    return sizes


def _shown(_: object) -> str:
    """Take the place of an object of CDK's, which is a short reference in the end."""
    return "${Token[TOKEN.000]}"
