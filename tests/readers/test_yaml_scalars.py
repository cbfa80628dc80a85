"""What plain scalars stand for: what PyYAML makes of them, except that a date stays text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from constructs_lib.readers.documents.yaml_scalars import Scalar, resolve, tagged
from constructs_lib.readers.source import UnreadableError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", True), ("On", True), ("TRUE", True), ("no", False), ("off", False), ("False", False),
        ("y", "y"), ("tRUE", "tRUE"), ("", None), ("~", None), ("Null", None),
        ("12", 12), ("-1_000", -1000), ("+0", 0), ("0x1F", 31), ("-0b11", -3),
        ("012345670123", 1402433619), ("012345678901", "012345678901"), ("1:30", 90), ("-1:00:00", -3600),
        ("1.5", 1.5), ("-.5", "-.5"), (".5", 0.5), ("1.5e+3", 1500.0), ("1e3", "1e3"), ("1:30.5", 90.5),
        ("2010-09-09", "2010-09-09"), ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
        ("=", "="), ("1.2.3", "1.2.3"), ("10.0.0.0/8", "10.0.0.0/8"), ("0b_", "0b_"), ("-", "-"), ("+.", "+."),
    ],
)  # fmt: skip
def test_a_plain_scalar(text: str, expected: Scalar) -> None:
    found = resolve(text)
    assert (type(found), found) == (type(expected), expected)


@given(st.text(alphabet="0123456789+-._:eEbxaflnuot~", max_size=9))
def test_every_plain_scalar_is_what_pyyaml_makes_of_it(text: str) -> None:
    loader = yaml.SafeLoader("")
    node = yaml.ScalarNode(loader.resolve(yaml.ScalarNode, text, (True, False)), text)  # type: ignore[no-untyped-call]
    if node.tag.endswith((":timestamp", ":value", ":merge")):
        expected: object = text
    else:
        try:
            expected = loader.construct_object(node)
        except ValueError:
            expected = text
    try:
        found = resolve(text)
    except UnreadableError:
        assert expected != expected or expected in (float("inf"), float("-inf"))
    else:
        assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("str", "027434742980", "027434742980"),
        ("int", "12", 12),
        ("float", "1", 1.0),
        ("float", "1.5", 1.5),
        ("bool", "yes", True),
        ("null", "", None),
    ],
)
def test_a_tag_says_what_a_scalar_is(tag: str, text: str, expected: Scalar) -> None:
    found = tagged(tag, text)
    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(("tag", "text"), [("int", "x"), ("int", "yes"), ("bool", "1"), ("null", "x"), ("float", "x")])
def test_a_scalar_that_is_not_what_its_tag_says_is_refused(tag: str, text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        tagged(tag, text)
    assert str(caught.value) == f"{text!r} is no !!{tag}"


@pytest.mark.parametrize("tag", ["binary", "timestamp", "python/name:os.system"])
def test_a_tag_that_cloudformation_does_not_take_is_refused(tag: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        tagged(tag, "2010-09-09")
    assert str(caught.value) == f"CloudFormation does not take the tag {tag!r}"
