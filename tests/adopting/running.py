"""Adopted code, run as its users run it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from constructs_lib.adopting.adoption import Adoption
from constructs_lib.cli.adopt import written


def run(text: str, name: str) -> ModuleType:
    """Run a module's text."""
    module = ModuleType(name)
    exec(compile(text, f"{name}.py", "exec"), vars(module))
    return module


@contextmanager
def importable(module: ModuleType) -> Iterator[None]:
    """Let other modules import one for as long as the block lasts."""
    sys.modules[module.__name__] = module
    try:
        yield
    finally:
        del sys.modules[module.__name__]


def settings_of(adoption: Adoption) -> Any:
    """Give what the settings module of an adoption calls by its name."""
    name = f"{adoption.name}_settings"
    return getattr(run(written(adoption)[f"{name}.py"], name), adoption.name)


def add(adoption: Adoption, stack: Any) -> Any:
    """Put an adopted pool into a stack, as the module of the adoption does it."""
    texts = written(adoption)
    settings, into = f"{adoption.name}_settings", f"{adoption.name}_stack"
    with importable(run(texts[f"{settings}.py"], settings)):
        return getattr(run(texts[f"{into}.py"], into), f"add_{adoption.name}")(stack)
