"""Only what is a file, is there and is small enough is opened at all."""

import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from constructs_lib.readers.documents.document import read_file
from constructs_lib.readers.source import UnreadableError


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_file(path)
    return str(caught.value)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("a: [1, 2]\n")
    assert read_file(path).value == {"a": [1, 2]}
    assert read_file(str(path)).position(("a", 1)) == (1, 8)


def test_what_is_wrong_in_a_file_is_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text("{")
    why = "not JSON: expecting property name enclosed in double quotes in line 1, column 2"
    assert refusal(path) == f"{path}: {why}"


def test_fifty_megabytes_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    try:
        told = refusal(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told == f"{path}: is larger than 10 MB; CloudFormation takes templates of up to 1 MB"
    assert peak < 1_000_000


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: is a directory"


def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refusal(path) == f"{path}: is no regular file"


def test_a_device_is_no_file() -> None:
    assert refusal(Path("/dev/zero")) == "/dev/zero: is no regular file"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("missing", "no such file or directory"),
        ("file/inside", "not a directory"),
        ("n" * 300, "file name too long"),
    ],
)
def test_what_is_not_there_is_told(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "file").write_text("a")
    assert refusal(tmp_path / name) == f"{tmp_path / name}: cannot be read: {why}"


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert refusal(Path("a\0b")) == "'a\\x00b': is no name that a file can have"


@pytest.fixture
def nobody() -> Iterator[None]:
    """Be somebody who may not read everything: root may."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.usefixtures("nobody")
def test_a_file_that_may_not_be_read_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    user = os.geteuid()
    os.seteuid(os.getuid())
    path = tmp_path_factory.mktemp("closed") / "t.json"
    path.write_text("{}")
    path.chmod(0)
    os.seteuid(user)
    assert refusal(path) == f"{path}: cannot be read: permission denied"
