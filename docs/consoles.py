"""Documents with a console in them: files that a reader would write, and commands with what they really say."""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from constructs_lib.cli.main import main
from local_aws.node import find_node

FOLDER = Path(__file__).parent
_ROOT = FOLDER.parent
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
        (_change if match["language"] == "diff" else _write)(Path(match["file"]), match["body"])
    if match["language"] != "console":
        return match[0]
    commands = [line for line in match["body"].splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"{command}\n{_answer(command)}" for command in commands) + "```"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _change(file: Path, changes: str) -> None:
    """Put the lines with a plus into the place of those with a minus; others only say where that is."""
    lines = changes.splitlines(keepends=True)
    before, after = ("".join(line[1:] for line in lines if line[0] != other) for other in "+-")
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{file} has not once:\n{before}"
    file.write_text(text.replace(before, after), encoding="utf-8")


def _answer(command: str) -> str:
    program, *arguments = shlex.split(command.removeprefix("$ "))
    return _PROGRAMS[program](arguments)


def _userpool(arguments: Sequence[str]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        main(arguments)
    return out.getvalue()


def _cdk(arguments: Sequence[str]) -> str:
    """Run the CDK command line on `app.py`; leave out what it says of itself after a synthesis."""
    node = find_node()
    shutil.copy(_ROOT / "cdk.json", "cdk.json")
    command = [str(node.executable), str(node.cdk), *arguments, "--app", f"{sys.executable} app.py", "--no-notices"]
    answer = subprocess.run(
        command,
        env={**os.environ, **_OFFLINE, "JSII_NODE": str(node.executable), "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return answer.stdout.partition("Successfully synthesized")[0]


_OFFLINE: Mapping[str, str] = {
    "AWS_EC2_METADATA_DISABLED": "true",
    "CDK_DISABLE_CLI_TELEMETRY": "true",
    "CDK_HOME": ".cdk",
    "CI": "true",
}


def _cat(arguments: Sequence[str]) -> str:
    return "".join(Path(file).read_text(encoding="utf-8") for file in arguments)


_PROGRAMS: Mapping[str, Callable[[Sequence[str]], str]] = {"userpool": _userpool, "cdk": _cdk, "cat": _cat}
