"""What every reader gives: resources, and where in which file each of their properties stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Path


class UnreadableError(ValueError):
    """An input that cannot be read; its text says why in one sentence."""


class Place(NamedTuple):
    """A place in a file: the way to a value in the document that the file holds."""

    file: str
    path: Path


@dataclass(frozen=True, kw_only=True)
class Source:
    """Resources that were read from files."""

    resources: Resources

    deployment: Deployment
    """Where they will live, as far as the files tell."""

    place: Callable[[str, Path], Place]
    """Where a property of a resource stands; that of the nearest object around it where it is absent."""

    when: str = ""
    """Under which values of its parameters a template has these resources, if not under all."""
