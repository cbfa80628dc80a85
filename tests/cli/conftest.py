"""A folder of one's own, and the command in it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from constructs_lib.cli.main import main


class Answer(NamedTuple):
    """What the command says."""

    code: int
    out: str
    err: str


Userpool = Callable[..., Answer]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def userpool(capsys: pytest.CaptureFixture[str]) -> Userpool:
    def run(*arguments: str) -> Answer:
        code = main(arguments)
        out, err = capsys.readouterr()
        return Answer(code, out, err)

    return run
