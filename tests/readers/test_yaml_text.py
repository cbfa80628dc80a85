"""What is read from YAML, as CloudFormation's tools read it, and what is refused."""

import pytest

from constructs_lib.readers.documents.document import read_document
from constructs_lib.resources.values import Json
from tests.readers.reading import refusal, value

pytestmark = pytest.mark.usefixtures("parser")

TEMPLATE = """\
# A pool.
AWSTemplateFormatVersion: 2010-09-09
Resources:
  Pool: &pool
    Type: T
    Properties:
      Tags:
      - 1
      -  a: !GetAtt Role.Arn
         "b": !If [x, !Ref y, {c: ä, d: e}]
  Other: *pool
  Third:
    <<: *pool
    Type: U
"""


def test_a_template_is_a_plain_value() -> None:
    pool = {
        "Type": "T",
        "Properties": {
            "Tags": [
                1,
                {"a": {"Fn::GetAtt": ["Role", "Arn"]}, "b": {"Fn::If": ["x", {"Ref": "y"}, {"c": "ä", "d": "e"}]}},
            ]
        },
    }
    assert value(TEMPLATE) == {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Resources": {"Pool": pool, "Other": pool, "Third": pool | {"Type": "U"}},
    }


def test_the_encoding_of_yaml_is_told_by_its_mark() -> None:
    assert value("a: ä€😀".encode("utf-16")) == {"a": "ä€😀"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (2, 1)),
        (("Resources", "Pool"), (4, 3)),
        (("Resources", "Pool", "Properties", "Tags", 0), (8, 9)),
        (("Resources", "Pool", "Properties", "Tags", 1), (9, 10)),
        (("Resources", "Pool", "Properties", "Tags", 1, "b"), (10, 10)),
        (("Resources", "Pool", "Properties", "Tags", 1, "b", "Fn::If"), (10, 15)),
        (("Resources", "Pool", "Properties", "Tags", 1, "b", "Fn::If", 1, "Ref"), (10, 23)),
        (("Resources", "Pool", "Properties", "Tags", 1, "b", "Fn::If", 2, "d"), (10, 38)),
        (("Resources", "Other"), (11, 3)),
        (("Resources", "Other", "Type"), (5, 5)),
        (("Resources", "Third", "Type"), (14, 5)),
        (("Resources", "Third", "Properties"), (6, 5)),
    ],
)
def test_a_place_is_that_of_a_key_or_an_item(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read_document(TEMPLATE.encode(), "file").position(path) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("Parameters",), (2, 1)),
        (("Resources", "Pool", "Properties", "UserPoolName"), (6, 5)),
        (("Resources", "Pool", "Properties", "Tags", 2, "a"), (7, 7)),
        (("Resources", "Pool", "Properties", "Tags", 1, "a", "Fn::GetAtt", 1), (9, 13)),
        (("Resources", "Pool", "Type", 0), (5, 5)),
    ],
)
def test_the_place_of_what_is_absent_is_around_it(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read_document(TEMPLATE.encode(), "file").position(path) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!Ref Pool", {"Ref": "Pool"}),
        ("!Condition Production", {"Condition": "Production"}),
        ("!GetAtt pool.Outputs.Arn", {"Fn::GetAtt": ["pool", "Outputs.Arn"]}),
        ("!GetAtt [pool, !Ref name]", {"Fn::GetAtt": ["pool", {"Ref": "name"}]}),
        ("!GetAZs ''", {"Fn::GetAZs": ""}),
        ("!GetAZs", {"Fn::GetAZs": ""}),
        ("!Ref 0123", {"Ref": "0123"}),
        ("!Select [0, !Split ['.', a.b]]", {"Fn::Select": [0, {"Fn::Split": [".", "a.b"]}]}),
        ("!Sub\n- ${a}\n- a: !ImportValue b", {"Fn::Sub": ["${a}", {"a": {"Fn::ImportValue": "b"}}]}),
        ("!Transform {Name: AWS::Include}", {"Fn::Transform": {"Name": "AWS::Include"}}),
        ("!GetStackOutput x", {"Fn::GetStackOutput": "x"}),
        ("Fn::Base64: !Sub |\n  a\n  b\n", {"Fn::Base64": {"Fn::Sub": "a\nb\n"}}),
    ],
)
def test_a_tag_is_its_function(text: str, expected: Json) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x [1, 2]\nb: *x", {"a": [1, 2], "b": [1, 2]}),
        ("- &x x\n- {a: *x}\n- {*x : 1}", ["x", {"a": "x"}, {"x": 1}]),
        ("- {&k a: 1}\n- *k", [{"a": 1}, "a"]),
        ("- &x 1\n- &x 2\n- *x", [1, 2, 2]),
        ("- &x {a: 1, b: 1}\n- {b: 2, <<: *x}", [{"a": 1, "b": 1}, {"a": 1, "b": 2}]),
        ("<<: [{a: 1}, {a: 2, b: 2}]\nc: 3", {"a": 1, "b": 2, "c": 3}),
        ("'<<': 1", {"<<": 1}),
    ],
)
def test_aliases_and_merges_are_resolved(text: str, expected: Json) -> None:
    assert value(text) == expected


def test_keys_are_texts_as_they_are_written() -> None:
    assert list(value("1: a\n0123: b\nyes: c\n1.50: d\n2010-09-09: e\n.inf: f\n!!str 027: g\n'': h\n'~': i")) == [
        "1", "0123", "yes", "1.50", "2010-09-09", ".inf", "027", "", "~"
    ]  # fmt: skip


def test_an_empty_value_is_null() -> None:
    assert value("a:\nb: ~\nc: ['']") == {"a": None, "b": None, "c": [""]}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: 1\nb: 2\na: 3", "the key 'a' is there twice, in line 1, column 1 and in line 3, column 1"),
        ('{a: 1, "\\u0061": 3}', "the key 'a' is there twice, in line 1, column 2 and in line 1, column 8"),
        ("? [a]\n: b", "the key in line 1, column 3 is no text"),
        ("{a: 1}: b", "the key in line 1, column 1 is no text"),
        ("!Ref a: b", "the key in line 1, column 1 is no text"),
        ("a: 1\n~: b", "the key in line 2, column 1 is no text"),
        ("!!int 1: b", "the key in line 1, column 1 is no text"),
        ("- &x 1\n- {*x : b}", "the key in line 2, column 4 is no text"),
        ("--- a\n--- b", "holds more than one YAML document, the second in line 2, column 1"),
        ("# nothing\n", "holds only comments"),
        ("a: *b", "the alias 'b' in line 1, column 4 stands for nothing before it"),
        ("<<: 3", "<< in line 1, column 1 takes an object or a list of objects"),
        ("a: !!set {b, c}", "CloudFormation does not take the tag 'set' in line 1, column 4"),
        ("a: !!python/none", "CloudFormation does not take the tag 'python/none' in line 1, column 4"),
        ("a: !!int b", "'b' is no !!int in line 1, column 4"),
        ("a: !<x%0Ay> b", "CloudFormation does not take the tag 'x\\ny' in line 1, column 4"),
        ("- a: [.inf]", "the number '.inf' is none that JSON can hold in line 1, column 7"),
        ("a: 1.0e+999", "the number '1.0e+999' is none that JSON can hold in line 1, column 4"),
        (f"a: 1{'0' * 5000}", f"the number '1{'0' * 36}...' has more than 1,000 digits in line 1, column 4"),
        ("a: \x01", "not YAML: the character U+0001 in line 1 is none that a text may hold"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(text: str, why: str) -> None:
    assert refusal(text) == f"file: {why}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\n\tc: d", "line 2, column 1"),
        ("a: [1\nb: 2", "line 2, column 2"),
        ("a: @b", "line 1, column 4"),
        ("- a\nb: c", "line 2, column 1"),
        ("a: 'b", "line 1, column 6"),
    ],
)
def test_bad_syntax_is_told_with_its_place_and_without_a_snippet(text: str, place: str) -> None:
    told = refusal(text)
    assert told.startswith("file: not YAML: ")
    assert told.endswith(f" in {place}")
    assert "\n" not in told
