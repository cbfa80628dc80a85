"""Files are written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from constructs_lib.readers.source import UnreadableError


def write_whole(file: Path, text: str) -> None:
    """Write a file, so that nobody ever sees half of it, and what was there stays if that fails.

    Raises:
        UnreadableError: The folder does not take it.
    """
    _write({file: text})


def write_all(folder: Path, texts: Mapping[str, str], *, force: bool) -> None:
    """Write several files into a folder, which is made if there is none.

    Args:
        folder: The folder.
        texts: The texts by the files' names.
        force: Whether files that are there are overwritten.

    Raises:
        UnreadableError: One of them is there, or the folder does not take them.
    """
    there = [name for name in texts if os.path.lexists(folder / name)]
    if there and not force:
        raise UnreadableError(f"{folder / there[0]}: is there already; name another folder by --output, or say --force")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableError(f"{folder}: cannot be made: {error.strerror}") from error
    _write({folder / name: text for name, text in texts.items()})


def _write(texts: Mapping[Path, str]) -> None:
    """Put files into their places once all of them are written."""
    with ExitStack() as unless_done:
        made = {file: _written(file, text, unless_done) for file, text in texts.items()}
        for file, ready in made.items():
            try:
                os.replace(ready, file)
            except OSError as error:
                raise _refused(file, error) from error
        unless_done.pop_all()


def _written(file: Path, text: str, unless_done: ExitStack) -> str:
    """Write a text beside the file that it is for."""
    try:
        if file.is_dir():  # told only when it is replaced, when others are in their places already
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, made = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        unless_done.callback(Path(made).unlink, missing_ok=True)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.chmod(made, file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask())
    except OSError as error:
        raise _refused(file, error) from error
    return made


def _refused(file: Path, error: OSError) -> UnreadableError:
    return UnreadableError(f"{file}: cannot be written: {error.strerror}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
