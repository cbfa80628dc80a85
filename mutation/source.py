"""A module's source, as far as mutants ask: what in it is no code, and which lines run where a mutant is."""

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

MEASURED = ("constructs_lib/rules", "constructs_lib/rendering")

Place = tuple[int, int]
"""A line, from 1 on, and a column in it."""

_FUNCTION = (ast.FunctionDef, ast.Lambda)


def modules(places: Iterable[str]) -> Iterator[str]:
    """Name the modules in files and folders."""
    for place in map(Path, places):
        yield from map(str, sorted(place.rglob("*.py")) if place.is_dir() else [place])


class Source:
    """A module."""

    def __init__(self, path: Path) -> None:
        self.text = path.read_text(encoding="utf-8")
        self._lines = self.text.split("\n")
        self._tree = ast.parse(self.text)

    def is_code(self, place: Place) -> bool:
        """Tell whether anything happens here: docstrings, annotations and type aliases are for people and mypy."""
        return not any(start <= place < end for start, end in self._no_code)

    def has_number(self, place: Place) -> bool:
        """Tell whether a number stands here."""
        line, column = place
        return self._lines[line - 1][column:].lstrip()[:1].isdigit()

    @cached_property
    def _no_code(self) -> list[tuple[Place, Place]]:
        return [self._span(part) for node in ast.walk(self._tree) for part in _no_code_in(node)]

    def _span(self, node: ast.expr | ast.stmt) -> tuple[Place, Place]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
        return self._in_characters(start), self._in_characters(end)

    def _in_characters(self, place: Place) -> Place:
        line, bytes_before = place
        return line, len(self._lines[line - 1].encode()[:bytes_before].decode())

    def function_at(self, line: int) -> range | None:
        """Give the lines of the body of the function that a line is in, or that it decorates."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno is not None
                first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
                if first <= line <= node.end_lineno:
                    return range(node.body[0].lineno, node.end_lineno + 1)
        return None

    @cached_property
    def lines_in_functions(self) -> frozenset[int]:
        """Name the lines that run when something is called; the others run once, at import."""
        return frozenset(line for node in ast.walk(self._tree) if isinstance(node, _FUNCTION) for line in _body(node))

    def statement_at(self, line: int) -> range:
        """Give the lines of the statement of a function that a line is in, without the block under it."""
        around = [node for node in ast.walk(self._tree) if isinstance(node, ast.stmt) and line in _lines(node)]
        innermost = max(around, key=lambda node: (node.lineno, -_lines(node).stop))
        return range(innermost.lineno, min([_lines(innermost).stop, *_first_inside(innermost)]))


def _lines(node: ast.expr | ast.stmt) -> range:
    assert node.end_lineno is not None
    return range(node.lineno, node.end_lineno + 1)


def _body(node: ast.FunctionDef | ast.Lambda) -> range:
    if isinstance(node, ast.Lambda):
        return _lines(node.body)
    return range(node.body[0].lineno, _lines(node).stop)


def _first_inside(node: ast.stmt) -> list[int]:
    if isinstance(node, ast.Match):
        return [node.cases[0].pattern.lineno]
    return [part.lineno for part in getattr(node, "body", [])[:1]]


def _no_code_in(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    match node:
        case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.FunctionDef(returns=ast.expr() as returned):
            yield returned
        case ast.Expr(value=ast.Constant(value=str())):
            yield node
        case ast.Subscript(value=ast.Name(id="Literal" | "Callable")):
            yield node
        case ast.Call(func=ast.Name(id="cast"), args=[kind, *_]):
            yield kind
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            yield node
