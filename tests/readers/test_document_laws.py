"""Laws of reading: nothing but a refusal is ever raised, what was written comes back, and places are true."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from constructs_lib.readers.documents.document import read_document
from constructs_lib.resources.values import Json, Path
from tests.readers.reading import told

yaml_too = pytest.mark.usefixtures("parser")
both = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the parser stays for the whole test

texts = st.text() | st.sampled_from(["", "yes", "~", "0123", "1e5", "<<", "=", "2010-09-09", "a: b", "- a", "é😀", "#"])
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=20)

PIECES = [
    *"{}[]:,#&*!|>'\"%@`?- \n\t\r\0\x01\x85\u2028\ufeffa1é",
    "- ", "? ", ": ", ", ", "  ", "\n  ", "&a ", "*a", "<<: ", "!Ref ", "!GetAtt a.b", "!!int ", "!!set ", "!<x> ",
    "! ",
    "---\n", "...\n", "%YAML 1.1\n", "%TAG ! !x\n", "|2-\n", ">\n", "\\u0061", "\\ud800", "\\U11111111", "\\x", ".inf",
    "1.0e+999", "NaN", "null", "true", "1:30", "0b_", '"a"', '"a": 1', "a: b\n",
]  # fmt: skip

Dump = Callable[[Json], str]
JSON: dict[str, Dump] = {
    "plain": json.dumps,
    "compact": lambda value: json.dumps(value, separators=(",", ":"), ensure_ascii=False),
    "indented": lambda value: json.dumps(value, indent=2),
}
YAML: dict[str, Dump] = {
    "block": lambda value: yaml.safe_dump(value, default_flow_style=False),
    "flow": lambda value: "# no JSON\n" + yaml.safe_dump(value, default_flow_style=True),
    "quoted": lambda value: yaml.safe_dump(value, default_style='"', width=20),
}


def _reads_or_refuses(data: bytes) -> None:
    sentence = told(data)
    if sentence is not None:
        assert sentence.startswith("file: ")
        assert "\n" not in sentence
        return
    document = read_document(data, "file")
    json.dumps(document.value, allow_nan=False, ensure_ascii=False).encode()
    for path, _ in _paths(document.value):
        line, column = document.position(path)
        assert line >= 1
        assert column >= 1


@yaml_too
@both
@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _reads_or_refuses(data)


@yaml_too
@both
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_anything_like_a_document_is_read_or_refused(pieces: list[str]) -> None:
    _reads_or_refuses("".join(pieces).encode())


@pytest.mark.parametrize("dump", JSON.values(), ids=JSON)
@given(value=values)
def test_what_was_written_as_json_comes_back(dump: Dump, value: Json) -> None:
    found = read_document(dump(value).encode(), "file").value
    assert _typed(found) == _typed(value)


@pytest.mark.parametrize("dump", YAML.values(), ids=YAML)
@yaml_too
@both
@given(value=values)
def test_what_was_written_as_yaml_comes_back(dump: Dump, value: Json) -> None:
    found = read_document(dump(value).encode(), "file").value
    assert _typed(found) == _typed(value)


@pytest.mark.parametrize("dump", JSON.values(), ids=JSON)
@given(value=values)
def test_every_place_in_json_is_where_its_text_begins(dump: Dump, value: Json) -> None:
    text = dump(value)
    document = read_document(text.encode(), "file")
    places = []
    for path, item in _paths(value):
        line, column = document.position(path)
        places.append((line, column))
        rest = "\n".join(text.split("\n")[line - 1 :])[column - 1 :]
        begins, end = json.JSONDecoder().raw_decode(rest)
        is_key = bool(path) and isinstance(path[-1], str)
        assert _typed(begins) == _typed(path[-1] if is_key else item)
        assert rest[end:].lstrip().startswith(":") == is_key
    assert places == sorted(set(places))


@pytest.mark.parametrize("dump", YAML.values(), ids=YAML)
@yaml_too
@both
@given(value=values)
def test_every_place_in_yaml_is_where_pyyaml_composes_it(dump: Dump, value: Json) -> None:
    text = dump(value)
    document = read_document(text.encode(), "file")
    composed = dict(_composed(yaml.compose(text, yaml.SafeLoader)))
    assert {path: document.position(path) for path, _ in _paths(value)} == composed


def _composed(node: Any, around: Path = (), key: Any = None) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Give the place of each key and item as PyYAML's own composer has it."""
    mark = (key or node).start_mark
    yield around, (mark.line + 1, mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for name, inner in node.value:
            yield from _composed(inner, (*around, name.value), name)
    elif isinstance(node, yaml.SequenceNode):
        for index, inner in enumerate(node.value):
            yield from _composed(inner, (*around, index))


def _paths(value: Json, around: Path = ()) -> Iterator[tuple[Path, Json]]:
    yield around, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from _paths(inner, (*around, step))


def _typed(value: Json) -> Any:
    """Make ``1`` differ from ``1.0`` and ``True``."""
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    return list(map(_typed, value)) if isinstance(value, list) else (type(value), value)
