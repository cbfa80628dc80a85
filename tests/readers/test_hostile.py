"""Whatever the bytes are, reading them ends soon and says one sentence."""

import sys
import tracemalloc

import pytest

from constructs_lib.readers.documents import bounds, json_text
from constructs_lib.readers.documents.document import read_document
from tests.readers.reading import refusal, told, value

yaml_too = pytest.mark.usefixtures("parser")

TOO_DEEP = "file: is nested more than 100 levels deep"
TOO_MANY = "file: holds more than 250,000 values once its aliases are expanded"
TOO_LARGE = "is larger than 10 MB; CloudFormation takes templates of up to 1 MB"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" * 101 + "]" * 101,
        '{"a":' * 101 + "1" + "}" * 101,
        '["\\"", "]]", ' * 101 + "]" * 101,
        "- " * 100_000 + "a",
        "{a: " * 100_000,
        "\n".join(f"{' ' * level}a:" for level in range(1_000)),
        "\n".join(f"{' ' * level}- " for level in range(101)) + "[]",
        "!Not [" * 51 + "]" * 51,
        "a0: &a0 []\n" + "\n".join(f"a{n + 1}: &a{n + 1} [*a{n}]" for n in range(100)),
        "a0: &a0 []\n" + "\n".join(f"a{n + 1}: &a{n + 1} !Not [*a{n}]" for n in range(50)),
    ],
    ids=lambda text: text[:12],
)
@yaml_too
def test_what_is_nested_too_deep_is_refused(text: str) -> None:
    assert refusal(text) == TOO_DEEP


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100 + "]" * 100,
        '{"a":' * 100 + "1" + "}" * 100,
        "- " * 100 + "a",
        "{a: " * 100 + "}" * 100,
        "!Not [" * 50 + "]" * 50,
        "a0: &a0 []\n" + "\n".join(f"a{n + 1}: &a{n + 1} [*a{n}]" for n in range(98)),
    ],
    ids=lambda text: text[:12],
)
@yaml_too
def test_a_hundred_levels_are_read(text: str) -> None:
    assert value(text)


def test_a_caller_that_is_deep_itself_hears_the_same_sentence() -> None:
    def called(levels: int) -> str:
        return called(levels - 1) if levels else refusal("- " * 100 + "a")

    frame, depth = sys._getframe(), 0
    while frame.f_back:
        frame, depth = frame.f_back, depth + 1
    assert called(sys.getrecursionlimit() - depth - 150) == TOO_DEEP


@yaml_too
def test_laughs_are_not_laughed() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refusal(bomb) == TOO_MANY


@yaml_too
def test_merges_that_grow_are_refused() -> None:
    first = "k0: &k0 {" + ", ".join(f"a{n}: 1" for n in range(1_000)) + "}\n"
    assert refusal(first + "\n".join(f"k{n}: {{<<: *k0}}" for n in range(1, 300))) == TOO_MANY


@yaml_too
def test_aliases_that_stay_small_share_one_object() -> None:
    found = value("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]")
    assert found["c"][0] is found["c"][1] is found["b"]


def test_values_are_counted_without_aliases_too() -> None:
    assert refusal("- a\n" * (bounds.MAX_VALUES + 1)) == TOO_MANY


@pytest.mark.parametrize("text", ["[" + "1," * 1_000_000 + "1]", "[" + "[[[[]]]]," * 200_001 + "1]"], ids=len)
def test_json_of_too_many_values_is_refused(text: str) -> None:
    assert refusal(text) == "file: holds more than 1,000,000 values"


def test_what_is_too_long_for_a_number_to_the_base_of_sixty_is_text() -> None:
    number = "1" + ":11" * 100_000
    assert value(f"a: {number}") == {"a": number}


@yaml_too
def test_many_tag_directives_are_refused() -> None:
    text = "".join(f"%TAG !a{n}! b\n" for n in range(100_000)) + "--- a"
    assert refusal(text) == "file: holds more than 1,000 %TAG directives"


@pytest.mark.parametrize(
    ("text", "place"),
    [("&a [*a]", "column 5"), ("&a {b: *a}", "column 8"), ("&a !Not [*a]", "column 10"), ("&a {<<: *a}", "column 9")],
)
@yaml_too
def test_an_anchor_inside_of_itself_is_refused(text: str, place: str) -> None:
    assert refusal(text) == f"file: the alias 'a' in line 1, {place} is inside of what it stands for"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        ('{"a": "ä"}'.encode("latin-1"), "is no UTF-8 text from byte 8 on; save it as UTF-8"),
        (b"\xff\xfe\x00", "is no UTF-16 text from byte 3 on; save it as UTF-8"),
        (b"\xff\xfe\x00\xd8\x00\x00", "is no UTF-16 text from byte 3 on; save it as UTF-8"),
        (b'{"a": "\xed\xa0\x80"}', "is no UTF-8 text from byte 8 on; save it as UTF-8"),
        ('{"a": 1}'.encode("utf-16-le"), "holds NUL characters: it is no text, or not in UTF-8; save it as UTF-8"),
        (b'{"a": "\0"}', "holds NUL characters: it is no text, or not in UTF-8; save it as UTF-8"),
        (b"\x89PNG\r\n\x1a\n", "is no UTF-8 text from byte 1 on; save it as UTF-8"),
        (b"PK\x03\x04", "not YAML: the character U+0003 in line 1 is none that a text may hold"),
        (b" " * (bounds.MAX_BYTES + 1), TOO_LARGE),
    ],
    ids=lambda part: str(part[:12]),
)
def test_what_is_no_text_is_refused(data: bytes, why: str) -> None:
    assert refusal(data) == f"file: {why}"


@pytest.mark.parametrize(
    "text", ['"\\ud800"', '["\\udc00\\ud800"]', '{"\\UDFFFFFFF": 1}', '"\\U0000d800"', '"\\U11111111"']
)
@yaml_too
def test_escapes_that_are_no_characters_are_refused(text: str) -> None:
    sentence = refusal(f"- {text}")
    assert sentence.startswith("file: ")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "text",
    [
        "%YAML " + "9" * 5000 + ".1\n--- a",
        "%TAG ! %ff\n--- !x a",
        "a: !<%ff> b",
        "a: !%ff b",
        "a: |9999\n b",
        "a: &" + "x" * 100_000,
        "a: 'b",
        "{",
        "}",
        "? ?",
        "? " * 100_000,
        "!",
        "&",
        "*",
        "---\n...\n...\n---",
    ],
    ids=lambda text: text[:12],
)
@yaml_too
def test_odd_yaml_is_read_or_told_in_one_sentence(text: str) -> None:
    sentence = told(text)
    assert sentence is None or (sentence.startswith("file: ") and "\n" not in sentence)


LONG = "k" * 100_000


@pytest.mark.parametrize(
    "text",
    [
        f'{{"{LONG}": 1, "{LONG}": 2}}',
        f"{LONG}: &a\n{LONG}: b",
        f"*{LONG}",
        f"!!{LONG} a",
        f"!!{LONG} [a]",
        f"!{LONG}! a",
        f"!!int {LONG}",
        f"&{LONG} [*{LONG}]",
    ],
    ids=lambda text: text[:8],
)
@yaml_too
def test_what_is_told_of_long_texts_is_short(text: str) -> None:
    assert len(refusal(text)) < 200


def test_no_memory_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_: str) -> None:
        raise MemoryError

    monkeypatch.setattr(json_text, "read", exhausted)
    assert refusal("{}") == "file: needs more memory than there is"


def test_a_file_of_many_empty_lists_takes_bounded_memory() -> None:
    data = b"[" + b"[]," * 100_000 + b"[]]"
    tracemalloc.start()
    try:
        read_document(data, "file")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 40 * len(data)
