"""Every class that settings are made of."""

from collections.abc import Iterator
from typing import Any

from constructs_lib.declarations import Part, ResourcePart
from constructs_lib.settings import UserPoolSettings


def _below(part: type[Part]) -> Iterator[Any]:
    for child in part.__subclasses__():
        yield child
        yield from _below(child)


PARTS: list[Any] = sorted(
    {part for part in _below(Part) if part is not ResourcePart and part.__module__.startswith("constructs_lib.")},
    key=lambda part: str(part.__name__),
)
assert UserPoolSettings in PARTS
