"""A command as a person runs it at the keyboard: shown, its output as it comes, and all of its processes ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from local_aws import environment
from local_aws.plain_error import PlainError
from local_aws.server import LocalAws
from local_aws.workplace import CHECKOUT


@dataclass(frozen=True)
class Output:
    """What a command said, and how it ended."""

    text: str
    code: int


def run(
    command: Sequence[str],
    shown: Sequence[str],
    aws: LocalAws,
    *,
    codes: Sequence[int] = (0,),
    quiet: bool = False,
    folder: Path = CHECKOUT,
) -> Output:
    """Run a command against one local AWS.

    Args:
        command: The program and its arguments.
        shown: The same as a person writes it.
        aws: The local AWS, of which alone the command knows.
        codes: How it may end.
        quiet: Whether what it says is kept, unless it ends in another way.
        folder: Where it runs.
    """
    if not quiet:
        print(f"$ {' '.join(map(_readable, shown))}", flush=True)
    with tempfile.TemporaryFile(dir=aws.place.temporary) as kept:
        process = subprocess.Popen(
            command,
            env=environment.of_the_command_line(aws.place, aws.endpoint, aws.node, aws.keys),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # A group of its own: the command line, the app and jsii's Node end together.
            start_new_session=True,
        )
        try:
            assert process.stdout is not None
            for line in process.stdout:
                kept.write(line)
                if not quiet:
                    sys.stdout.write("  " + line.decode(errors="replace"))
                    sys.stdout.flush()
            code = process.wait()
        finally:
            _end_the_group(process)
        kept.seek(0)
        text = kept.read().decode(errors="replace")
    if code not in codes:
        said = f":\n{text}" if quiet else ""
        raise PlainError(f"`{' '.join(shown[:2])}` ended with code {code}{said}")
    return Output(text, code)


def _readable(argument: str) -> str:
    """Paths as a person at the checkout writes them."""
    short = argument.replace(f"{CHECKOUT}{os.sep}", "")
    return f'"{short}"' if " " in short or not short else short


def _end_the_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
