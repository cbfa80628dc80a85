"""The file of a lock."""

from pathlib import Path

from constructs_lib.lifecycle.lock import Lock, LockError, read
from constructs_lib.readers.documents.document import read_file
from constructs_lib.readers.source import UnreadableError

_MARK = b"<<<<<<< "


def read_lock(file: Path) -> Lock:
    """Read a lock; one that is not there yet records nothing.

    Raises:
        UnreadableError: It is damaged, or of a newer version.
    """
    if not file.exists():
        return Lock()
    if file.is_file() and _MARK in file.read_bytes():
        raise UnreadableError(
            f"{file}: holds the marks of a merge conflict: keep the lines of both sides, without them"
        )
    document = read_file(file)
    try:
        return read(document.value)
    except LockError as error:
        raise UnreadableError(f"{file}: {error}") from None
