"""Packages for Lambda: wheels of its platform, pinned by hash, installed once and kept. No Docker, nothing compiled.

https://docs.aws.amazon.com/lambda/latest/dg/python-package.html
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

_OLDER = ("2_17",)
_AMAZON_LINUX_2, _AMAZON_LINUX_2023 = ("2_26", *_OLDER), ("2_34", "2_28", "2_26", *_OLDER)
GLIBCS = {
    "3.10": _AMAZON_LINUX_2,
    "3.11": _AMAZON_LINUX_2,
    "3.12": _AMAZON_LINUX_2023,
    "3.13": _AMAZON_LINUX_2023,
    "3.14": _AMAZON_LINUX_2023,
}
"""The runtimes, and the C libraries that wheels for them may have been made for, the newest first.
https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"""

_MACHINES = {"arm64": "aarch64", "x86_64": "x86_64"}


class BundlingError(RuntimeError):
    """A function's code cannot be put together."""


def installed(requirements: Path, python: str, architecture: str, cache: Path) -> Path:
    """Give the folder with the packages of a list; they are installed if they are not there yet.

    Args:
        requirements: The list, each package with version and hashes; it names all of them, also what others need.
        python: The version of Python that Lambda runs, such as ``3.13``.
        architecture: ``arm64`` or ``x86_64``.
        cache: Where packages are kept. It hides itself from git.

    Raises:
        BundlingError: The list cannot be read, or its packages cannot be had for that platform.
    """
    if python not in GLIBCS or architecture not in _MACHINES:
        raise BundlingError(
            f"runtime: there are no packages for python{python} on {architecture}; use one of Python "
            f"{', '.join(GLIBCS)} on {' or '.join(_MACHINES)}, or hand in a layer that has them"
        )
    try:
        wanted = requirements.read_bytes()
    except OSError as error:
        raise BundlingError(f"requirements: {requirements} cannot be read: {error.strerror}") from error
    platforms = [f"manylinux_{glibc}_{_MACHINES[architecture]}" for glibc in GLIBCS[python]]
    key = sha256("\n".join([python, *platforms, ""]).encode() + wanted).hexdigest()[:32]
    place = folder_of(cache) / f"packages-{key}"
    if not place.is_dir():
        print(f"Installing packages for Lambda (Python {python}, {architecture}), once: {place}", file=sys.stderr)
        with whole(place) as made:
            _install(requirements, python, platforms, made)
    return place


def folder_of(cache: Path) -> Path:
    """Make the folder where things are kept, unless it is there; git does not see it.

    Raises:
        BundlingError: There is no place for it.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        ignored = cache / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
    except OSError as error:
        raise BundlingError(f"cache: {cache} cannot be written: {error.strerror}") from error
    return cache


@contextmanager
def whole(place: Path) -> Iterator[Path]:
    """Give a folder to fill, which comes into its place whole or not at all; if somebody was faster, theirs stays."""
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".making-") as around:
        made = Path(around) / place.name
        made.mkdir()
        yield made
        try:
            os.replace(made, place)
        except OSError:
            if not place.is_dir():
                raise


def _install(requirements: Path, python: str, platforms: Sequence[str], into: Path) -> None:
    """Install wheels alone, since building one would run it; what needs what is in the list already."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", "--no-deps", "--no-compile", "--implementation", "cp"]
    command += ["--python-version", python, *(f"--platform={platform}" for platform in platforms)]
    command += ["--target", str(into), "--requirement", str(requirements)]
    ran = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise BundlingError(
            f"requirements: the packages of {requirements} cannot be installed for Python {python} on {platforms[0]}: "
            f"{_said(ran.stderr)}; make a package index reachable once, or hand in a layer that has them"
        )
    shutil.rmtree(into / "bin", ignore_errors=True)  # commands, which name the Python of this machine


def _said(output: str) -> str:
    """Give what pip says is wrong: its last error, since those before it are what the last one sums up."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return (errors or lines or ["it did not say why"])[-1].rstrip(".")
