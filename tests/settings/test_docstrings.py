"""Every class, function and field of the settings says what it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import constructs_lib.settings
from constructs_lib.declarations import part

MODULES = [*sorted(Path(constructs_lib.settings.__path__[0]).glob("*.py")), Path(part.__file__)]


@pytest.fixture(params=MODULES, ids=lambda path: path.stem)
def module(request: pytest.FixtureRequest) -> ast.Module:
    path: Path = request.param
    return ast.parse(path.read_text(encoding="utf-8"))


def undocumented_fields(tree: ast.Module) -> Iterator[str]:
    for cls in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for statement, after in zip(cls.body, [*cls.body[1:], None], strict=True):
            if not isinstance(statement, ast.AnnAssign) or "ClassVar" in ast.unparse(statement.annotation):
                continue
            if not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)):
                yield f"{cls.name}.{ast.unparse(statement.target)}"


def test_every_field_has_a_docstring(module: ast.Module) -> None:
    assert list(undocumented_fields(module)) == []


def test_every_public_class_and_function_has_a_docstring(module: ast.Module) -> None:
    public = [node for node in module.body if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and node.name[0] != "_"]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_every_module_has_a_docstring(module: ast.Module) -> None:
    assert ast.get_docstring(module)
