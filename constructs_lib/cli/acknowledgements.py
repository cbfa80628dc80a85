"""Findings that are known and wanted, in a committed file, each with its reason.

acknowledge:
- rule: user-pool.deletion-protection
resource: Test*                         # default: any
file: templates/test.yaml               # default: any
reason: the pools of the tests are thrown away with their stack
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from constructs_lib.readers.documents.document import Document, read_document, read_file
from constructs_lib.readers.source import Place, UnreadableError
from constructs_lib.resources.values import Json
from constructs_lib.rules.catalogue import all_ids

DEFAULT = "userpool.yaml"
_TEXTS = ("rule", "reason", "resource", "file")


@dataclass(frozen=True)
class Acknowledgement:
    """One finding, or several alike, that somebody wants as it is."""

    rule: str
    reason: str
    resource: str
    file: str
    place: Place

    def covers(self, rule: str, resource: str, file: str) -> bool:
        """Tell whether a finding is meant."""
        return rule == self.rule and fnmatchcase(resource, self.resource) and fnmatchcase(file, self.file)


@dataclass(frozen=True)
class Acknowledgements:
    """All of a file's."""

    entries: tuple[Acknowledgement, ...]
    document: Document


def read_acknowledgements(path: str | None) -> Acknowledgements:
    """Read the file; without a path the one in this folder, if there is one.

    Raises:
        UnreadableError: It cannot be read, or says something that means nothing; all of it at once.
    """
    if path is None and not Path(DEFAULT).is_file():
        return Acknowledgements((), read_document(b'{"acknowledge": []}', DEFAULT))
    file = path or DEFAULT
    document = read_file(Path(file))
    value = document.value
    if not isinstance(value, dict) or not isinstance(value.get("acknowledge"), list):
        raise UnreadableError(f"{file}: must be an object with a list acknowledge")
    entries: list[Json] = value["acknowledge"]
    wrong = [f"acknowledge[{index}]{problem}" for index, entry in enumerate(entries) for problem in _problems(entry)]
    if wrong:
        raise UnreadableError(f"{file}: {'; '.join(wrong)}")
    return Acknowledgements(tuple(_read(file, index, entry) for index, entry in enumerate(entries)), document)


def _read(file: str, index: int, entry: dict[str, str]) -> Acknowledgement:
    place = Place(file, ("acknowledge", index))
    return Acknowledgement(entry["rule"], entry["reason"], entry.get("resource", "*"), entry.get("file", "*"), place)


def _problems(entry: Json) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield ": must be an object with rule and reason"
        return
    for name in entry:
        if name not in _TEXTS:
            yield f": there is no {name!r}, but {', '.join(_TEXTS)}"
    for name in _TEXTS:
        text = entry.get(name)
        if (name in entry or name in ("rule", "reason")) and not (isinstance(text, str) and text.strip()):
            yield f".{name}: must be a text that is not empty"
    rule = entry.get("rule")
    if isinstance(rule, str) and rule.strip() and rule not in all_ids():
        yield f".rule: there is no rule {rule!r}"
