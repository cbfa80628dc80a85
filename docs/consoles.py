"""Documents with a console in them: files that a reader would write, and commands with what they really say."""

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from constructs_lib.cli.main import main

FOLDER = Path(__file__).parent
_BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


def run(document: str) -> str:
    """Give a document with the answers of its commands, which find the files of the blocks before them."""
    text = (FOLDER / document).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, _inside(folder):
        return _BLOCK.sub(_block, text)


@contextlib.contextmanager
def _inside(folder: str) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _block(match: "re.Match[str]") -> str:
    if match["file"]:
        Path(match["file"]).parent.mkdir(exist_ok=True)
        Path(match["file"]).write_text(match["body"], encoding="utf-8")
    if match["language"] != "console":
        return match[0]
    command = match["body"].splitlines()[0]
    return f"```console\n{command}\n{_answer(command)}```"


def _answer(command: str) -> str:
    if command.startswith("$ cat "):
        return Path(command.removeprefix("$ cat ")).read_text(encoding="utf-8")
    arguments = shlex.split(command.removeprefix("$ userpool "))
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        main(arguments)
    return out.getvalue()
