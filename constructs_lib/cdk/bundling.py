"""The code of a Lambda function: source and the packages that it needs, put together on this machine.

The hash of an asset is that of what goes into it, so the same source and list give the same template everywhere, and
once the packages are there nothing is asked of the network any more.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from constructs_lib.wheels import BundlingError, folder_of, installed, whole

if TYPE_CHECKING:  # it takes long to import, and most pools need none
    from aws_cdk.aws_lambda import Architecture, Code, Runtime

CACHE = Path(".functions")
"""Where packages and code are kept unless said otherwise: in the folder that the app is run in."""

_LEFT_OUT = ("__pycache__", "requirements.txt", "requirements.in")


def python_code(
    source: Path,
    requirements: Path | None = None,
    architecture: Architecture | None = None,
    *,
    runtime: Runtime | None = None,
    cache: Path | None = None,
    more: Mapping[str, str] | None = None,
) -> Code:
    """Give the code of a function in Python.

    Args:
        source: A file; or a folder, whose content is the code. A folder that is a package (it has an ``__init__.py``)
            stays one: the handler is then ``<folder>.<module>.<function>``.
        requirements: The packages that it needs, each with version and hashes, also what others need; for instance as
            ``uv pip compile --generate-hashes --python-version 3.13`` lists them. Default: none.
        architecture: What the function runs on. Default: ``ARM_64``.
        runtime: Its Python. Default: ``PYTHON_3_13``.
        cache: Where packages are kept. Default: ``.functions`` in the folder that the app is run in; it hides itself
            from git, and can be deleted at any time.
        more: Texts of further files by their names in the code. Default: none.

    Raises:
        BundlingError: There is no such source, or the packages cannot be had.
    """
    from aws_cdk.aws_lambda import Architecture, Code, Runtime

    machine = (architecture or Architecture.ARM_64).name
    python = (runtime or Runtime.PYTHON_3_13).name.removeprefix("python")
    kept = (cache if cache is not None else CACHE).absolute()
    packages = None if requirements is None else installed(requirements, python, machine, kept)
    code = assembled(source, packages, kept, more)
    return Code.from_asset(str(code), asset_hash=code.name.removeprefix("code-"))


def assembled(source: Path, packages: Path | None, cache: Path, more: Mapping[str, str] | None = None) -> Path:
    """Put source, further files and packages into one folder, named by what is in it.

    Raises:
        BundlingError: There is no such source.
    """
    files = {name: file.read_bytes() for name, file in _files(source)}
    if not files:
        raise BundlingError(f"source: there is no code at {source}; give a file in Python, or a folder of them")
    files |= {name: text.encode() for name, text in (more or {}).items()}
    digest = sha256(b"" if packages is None else packages.name.encode())
    for name, content in files.items():
        digest.update(f"\n{name}\n{sha256(content).hexdigest()}".encode())
    place = folder_of(cache) / f"code-{digest.hexdigest()}"
    if not place.is_dir():
        with whole(place) as made:
            if packages is not None:
                shutil.copytree(packages, made, dirs_exist_ok=True)
            for name, content in files.items():
                (made / name).parent.mkdir(parents=True, exist_ok=True)
                (made / name).write_bytes(content)
    return place


def _files(source: Path) -> Iterator[tuple[str, Path]]:
    """Walk the files of the code by their names in it, in an order that does not hang on the machine."""
    if source.is_file():
        yield source.name, source
        return
    root = source.parent if (source / "__init__.py").is_file() else source
    for file in sorted(source.rglob("*")):
        if file.is_file() and not set(_LEFT_OUT) & set(file.relative_to(source).parts):
            yield file.relative_to(root).as_posix(), file
