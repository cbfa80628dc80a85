"""`userpool front-end`: the files that a front end reads, from the outputs of what is deployed."""

from pathlib import Path

from constructs_lib.cli.whole_file import write_all
from constructs_lib.front_ends.outputs import files_of, front_ends_in
from constructs_lib.readers.documents.document import read_file
from constructs_lib.readers.source import UnreadableError


def write_front_end(outputs: str, name: str | None, folder: Path) -> None:
    """Write the files of one front end, all of them or none; what was there is overwritten.

    Raises:
        UnreadableError: The outputs cannot be read, have no such front end, or the folder does not take the files.
    """
    document = read_file(outputs)
    try:
        found = front_ends_in(document.value)
    except UnreadableError as error:
        raise UnreadableError(f"{outputs}: {error}") from None
    there = ", ".join(found)
    if name is None and len(found) > 1:
        raise UnreadableError(f"{outputs}: say which front end by --name: {there}")
    if name is not None and name not in found:
        raise UnreadableError(f"{outputs}: there is no front end {name}; there are {there}")
    files = files_of(found[name or there])
    write_all(folder, files, force=True)
    for file in files:
        print(folder / file)
