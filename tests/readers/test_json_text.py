"""What is read from JSON, and what is refused."""

import subprocess
import sys

import pytest

from constructs_lib.readers.documents.document import read_document
from tests.readers.reading import refusal, value

TEMPLATE = """\
{
  "Resources": {
    "Pool": {"Type": "T", "Properties": {"Tags": [1, {"a\\u00e4": null}]}},
    "Other" : [ ]
  }
}
"""


def test_json_is_a_plain_value() -> None:
    assert value(TEMPLATE)["Resources"]["Pool"]["Properties"] == {"Tags": [1, {"aä": None}]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_is_told_by_its_mark(encoding: str) -> None:
    assert value('{"a": "ä€😀"}'.encode(encoding)) == {"a": "ä€😀"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("Resources",), (2, 3)),
        (("Resources", "Pool", "Properties"), (3, 27)),
        (("Resources", "Pool", "Properties", "Tags", 0), (3, 51)),
        (("Resources", "Pool", "Properties", "Tags", 1, "aä"), (3, 55)),
        (("Resources", "Other"), (4, 5)),
    ],
)
def test_a_place_is_that_of_a_key_or_an_item(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read_document(TEMPLATE.encode(), "file").position(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("Parameters",), (1, 1)),
        (("Resources", "Pool", "Properties", "UserPoolName"), (3, 27)),
        (("Resources", "Pool", "Properties", "Tags", 2, "a"), (3, 42)),
        (("Resources", "Pool", "Type", "a"), (3, 14)),
        (("Resources", "Other", 0), (4, 5)),
        (("Resources", 0), (2, 3)),
    ],
)
def test_the_place_of_what_is_absent_is_around_it(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read_document(TEMPLATE.encode(), "file").position(path) == place


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"a": 1,\n "a": 2}', "the key 'a' is there twice, in line 1, column 2 and in line 2, column 2"),
        ('{"a": 1, "\\u0061": 2}', "the key 'a' is there twice, in line 1, column 2 and in line 1, column 10"),
        (
            '[{"b": "{"}, {"a": {"b": "a", "b": 2}}]',
            "the key 'b' is there twice, in line 1, column 21 and in line 1, column 31",
        ),
        ('["NaN", NaN]', "the number 'NaN' is none that JSON can hold in line 1, column 9"),
        ("-Infinity", "the number '-Infinity' is none that JSON can hold in line 1, column 1"),
        ('{"a":\n1e999}', "the number '1e999' is none that JSON can hold in line 2, column 1"),
        (f"[1{'0' * 5000}]", f"the number '1{'0' * 36}...' has more than 1,000 digits in line 1, column 2"),
        (f"[0.{'1' * 5000}]", f"the number '0.{'1' * 35}...' has more than 1,000 digits in line 1, column 2"),
        ('["\\ud800"]', "holds \\ud800, which is half a character"),
        ('{"\\udc00": 1}', "holds \\udc00, which is half a character"),
        ('{"a": 1 "b": 2}', "not JSON: expecting ',' delimiter in line 1, column 9"),
        ('{\n"a": [1, 2', "not JSON: expecting ',' delimiter in line 2, column 11"),
        ('{"a": "b\nc"', "not JSON: invalid control character at in line 1, column 9"),
    ],
)
def test_what_is_no_json_is_told_in_one_sentence(text: str, why: str) -> None:
    assert refusal(text) == f"file: {why}"


def test_an_equal_key_of_another_object_is_none_twice() -> None:
    assert value('{"a": {"a": "a"}, "b": [{"a": 1}, {"a": 2}]}') == {"a": {"a": "a"}, "b": [{"a": 1}, {"a": 2}]}


def test_a_character_of_two_escapes_is_whole() -> None:
    assert value('"\\ud83d\\ude00 \\\\ud800"') == "😀 \\ud800"


def test_what_is_no_json_may_still_be_yaml() -> None:
    assert value("{a: 1, # first\n b: [x],}") == {"a": 1, "b": ["x"]}


def test_yaml_that_is_none_is_told_as_yaml() -> None:
    assert refusal("{a: 1, b: ]}") == "file: not YAML: did not find expected node content in line 1, column 11"


def test_a_json_file_holds_json() -> None:
    why = "not JSON: expecting property name enclosed in double quotes in line 1, column 2"
    assert refusal("{a: 1}", "t.json") == f"t.json: {why}"


def test_brackets_in_texts_are_no_depth() -> None:
    text = '["' + "[{" * 200 + '\\\\", "", "\\"' + "[" * 200 + '", ""]'
    assert value(text) == ["[{" * 200 + "\\", "", '"' + "[" * 200, ""]


def test_reading_json_does_not_start_yaml() -> None:
    code = """
import sys
from constructs_lib.readers.documents.document import read_document
print(read_document(b'{"a": 1}', "file").value, "yaml" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "{'a': 1} False\n"
