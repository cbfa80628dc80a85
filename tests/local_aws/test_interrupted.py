"""An interrupted demonstration leaves no process and no file."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_aws.workplace import CHECKOUT

PROGRAM = "import sys; from local_aws.demo import main; sys.exit(main([], place={!r}))"


def processes_of(place: Path) -> list[int]:
    """Everybody who was told to keep temporary files there."""
    mark = f"TMPDIR={place}/tmp".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*/environ"):
        try:
            environment = entry.read_bytes()
        except OSError:
            continue
        if mark in environment.split(b"\0"):
            found.append(int(entry.parent.name))
    return found


def wait_until_gone(place: Path) -> list[int]:
    latest = time.monotonic() + 10
    while processes_of(place) and time.monotonic() < latest:
        time.sleep(0.1)
    return processes_of(place)


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Iterator[Path]:
    folder = CHECKOUT / ".work" / f"test-interrupted-{request.node.callspec.params['number'].name.lower()}"
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_is_left(number: signal.Signals, place: Path) -> None:
    demo = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(place.name)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert demo.stdout is not None
    assert any("Bootstrapping environment" in line for line in demo.stdout)
    assert len(processes_of(place)) >= 2, "the emulator and the command line"
    os.kill(demo.pid, number)
    _, errors = demo.communicate(timeout=20)
    assert wait_until_gone(place) == []
    if number is signal.SIGKILL:
        return
    assert demo.returncode == 128 + number
    assert errors == "\ndemo: interrupted; nothing is left running\n"
    assert list(place.iterdir()) == []
