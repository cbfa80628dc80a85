"""One of two inputs that are compared: its stacks, their resources, and where each property stands."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, count
from typing import TYPE_CHECKING, Literal

from constructs_lib.lifecycle.matching import with_names
from constructs_lib.readers.files import Files, read_files
from constructs_lib.readers.source import Source, UnreadableError
from constructs_lib.resources.deployment import Deployment
from constructs_lib.resources.model import Resources
from constructs_lib.resources.values import Path as Steps
from constructs_lib.resources.values import thaw

if TYPE_CHECKING:
    from constructs_lib.cli.settings_module import SettingsModule
    from constructs_lib.rendering.paths import Words

Position = Callable[[Steps], tuple[str, int, int]]
"""Gives file, line and column of a property of a resource."""


@dataclass
class Stack:
    """Resources that are deployed together."""

    resources: Resources = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)

    def called(self, name: str) -> str:
        """Give the path of the construct that a resource is of, where an app has made it, else its logical id."""
        metadata = self.resources[name].get("Metadata")
        path = metadata.get("aws:cdk:path") if isinstance(metadata, dict) else None
        return path if isinstance(path, str) else name


@dataclass
class Side:
    """What one input says."""

    path: str
    kind: Literal["templates", "described", "settings"]
    stacks: dict[str, Stack]
    """By the names of their files in a folder."""

    files: int

    def merged(self) -> Stack:
        """Put all stacks together, for whoever does not know which is which; no two resources share a name."""
        merged = Stack()
        for stack in self.stacks.values():
            names = {name: _free(name, merged.resources) for name in stack.resources}
            for name, other in names.items():
                merged.resources[other] = with_names(stack.resources[name], names)
                merged.positions[other] = stack.positions[name]
        return merged


def read_side(path: str, deployment: Deployment) -> Side:
    """Read an input: a template as it comes out with the defaults of its parameters.

    Raises:
        UnreadableError: It cannot be read.
    """
    return _of_module(path) if path.endswith(".py") else _of_files(path, deployment)


def _of_files(path: str, deployment: Deployment) -> Side:
    files = read_files([path], deployment)
    if files.unreadable:
        raise UnreadableError("\n".join(files.unreadable))
    stacks: dict[str, Stack] = {}
    kinds = set[bool]()
    for number, source in enumerate(_by_default(files.sources)):
        is_described = type(source) is not Source  # whose class is read by need
        kinds.add(is_described)
        for name, resource in source.resources.items():
            file = f"pool {number}" if is_described else source.place(name, ()).file
            stack = stacks.setdefault(file, Stack())
            stack.resources[name] = resource
            stack.positions[name] = partial(_position, files, source, name)
    if len(kinds) > 1:
        raise UnreadableError(f"{path}: holds templates and described pools; name the one or the other")
    found = {os.path.relpath(file, path): stack for file, stack in stacks.items()}
    return Side(path, "described" if kinds == {True} else "templates", found, len(files.documents))


def _by_default(sources: list[Source]) -> Iterator[Source]:
    """Take each family of resources in one way: the first, which has the defaults of all parameters."""
    seen: set[int] = set()
    for source in sources:
        if not source.all_ways or id(source.all_ways) not in seen:
            seen.add(id(source.all_ways))
            yield source


def _position(files: Files, source: Source, name: str, path: Steps) -> tuple[str, int, int]:
    place = source.place(name, path)
    return (place.file, *files.position(place))


def _of_module(path: str) -> Side:
    """Read a Python module; this needs the settings' classes, which nothing else here does."""
    from constructs_lib.cli.render import logical_ids, template_resources
    from constructs_lib.cli.settings_module import read_settings
    from constructs_lib.rendering.paths import Words

    module = read_settings(path)
    stack = Stack(thaw(template_resources(module)))
    for variable, settings in module.settings.items():
        words = Words(settings)
        for fragment, name in logical_ids(variable, settings).items():
            stack.positions[name] = partial(_argument, module, variable, fragment, words)
    return Side(path, "settings", {"": stack}, 1)


def _argument(
    module: "SettingsModule", variable: str, fragment: str, words: "Words", path: Steps
) -> tuple[str, int, int]:
    return (module.file, *module.position(variable, words(fragment, path)))


def _free(name: str, taken: Resources) -> str:
    """Give a name, numbered if it is taken."""
    return next(one for one in chain([name], (f"{name}{number}" for number in count(2))) if one not in taken)
