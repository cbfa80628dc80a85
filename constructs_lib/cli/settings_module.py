"""Settings in a Python module: its variables, and where in the text each of their values is said."""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from constructs_lib.checking import check
from constructs_lib.cli.told import Told
from constructs_lib.readers.source import UnreadableError
from constructs_lib.rendering.write import Settings
from constructs_lib.resources.deployment import Deployment
from constructs_lib.settings import ExistingUserPool, IdentityPoolSettings, UserPoolSettings

_STEP = re.compile(r'\.?(\w+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]')


@dataclass(frozen=True)
class SettingsModule:
    """A module whose variables are settings."""

    file: str
    settings: dict[str, Settings]
    _tree: ast.Module

    def position(self, name: str, path: str) -> tuple[int, int]:
        """Give line and column of what settings say at a path, or of what is around it and stands in the module."""
        node: ast.AST = next(_assigned(self._tree, name), self._tree)
        line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0)
        value: ast.AST | None = getattr(node, "value", None)
        for step in _STEP.finditer(path):
            value = None if value is None else _inside(value, step[1] or step[3], step[2])
            if value is None:
                break
            line, column = getattr(value, "lineno", line), getattr(value, "col_offset", column)
            value = value.value if isinstance(value, ast.keyword) else value
        return line, column + 1


def read_settings(path: str) -> SettingsModule:
    """Run a module and take the settings among its variables.

    Raises:
        UnreadableError: It cannot be run, or there are no settings in it.
    """
    file = Path(path)
    if not file.is_file():
        raise UnreadableError(f"{path}: there is no such file")
    module = _run(file)
    found = {
        name: value
        for name, value in vars(module).items()
        if isinstance(value, (UserPoolSettings, IdentityPoolSettings, ExistingUserPool)) and not name.startswith("_")
    }
    if not found:
        raise UnreadableError(f"{path}: no variable of it holds settings of a user pool or identity pool")
    return SettingsModule(path, found, ast.parse(file.read_bytes()))


def check_module(module: SettingsModule, deployment: Deployment) -> Iterator[Told]:
    """Judge all settings of a module, in their own words behind the variable's name."""
    for name, settings in module.settings.items():
        for finding in check(settings, deployment):
            line, column = module.position(name, finding.path)
            told = replace(finding, resource=name, path=f"{name}.{finding.path}")
            yield Told(finding=told, file=module.file, line=line, column=column)


def _run(file: Path) -> ModuleType:
    name = f"userpool_settings_{file.stem}"
    loader = SourceFileLoader(name, str(file))
    module = module_from_spec(ModuleSpec(name, loader, origin=str(file)))
    sys.modules[name] = module  # dataclasses in it look themselves up
    sys.path[:0] = [str(file.resolve().parent), ""]
    try:
        loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise UnreadableError(f"{file}: {_where(error, file)}{type(error).__name__}: {_sentence(error)}") from error
    finally:
        del sys.path[:2], sys.modules[name]
    return module


def _where(error: BaseException, file: Path) -> str:
    """Name the last line of the module that led to an error."""
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(file):
            line = trace.tb_lineno
        trace = trace.tb_next
    return "" if line is None else f"line {line}: "


def _sentence(error: BaseException) -> str:
    return " ".join(str(error.msg if isinstance(error, SyntaxError) else error).split())


def _assigned(tree: ast.Module, name: str) -> Iterator[ast.Assign | ast.AnnAssign]:
    """Walk the assignments to a variable, the last one first."""
    for node in reversed(tree.body):
        targets: list[Any] = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and any(
            isinstance(target, ast.Name) and target.id == name for target in targets
        ):
            yield node


def _inside(value: ast.AST, name: str | None, index: str | None) -> ast.AST | None:
    """Give the argument, entry or element of that name or index."""
    if isinstance(value, ast.Call):
        return next((word for word in value.keywords if word.arg == name), None)
    if isinstance(value, ast.Dict):
        pairs = zip(value.keys, value.values, strict=True)
        return next((item for key, item in pairs if isinstance(key, ast.Constant) and key.value == name), None)
    if isinstance(value, (ast.List, ast.Tuple)) and index is not None and int(index) < len(value.elts):
        return value.elts[int(index)]
    return None
