"""Files are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from constructs_lib.readers.source import UnreadableError


def write_whole(file: Path, text: str) -> None:
    """Write a file, so that nobody ever sees half of it, and what was there stays if that fails.

    Raises:
        UnreadableError: The folder does not take it.
    """
    try:
        handle, made = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(text)
            os.chmod(made, file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask())
            os.replace(made, file)
        except BaseException:
            os.unlink(made)
            raise
    except OSError as error:
        raise UnreadableError(f"{file}: cannot be written: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
