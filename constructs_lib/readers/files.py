"""Files and folders → resources. What a file is, is seen by what stands in it."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from constructs_lib.readers.assembly import StackTemplate, is_assembly, read_assembly
from constructs_lib.readers.documents.bounds import MAX_BYTES
from constructs_lib.readers.documents.document import Document, read_document, read_file
from constructs_lib.readers.source import Place, Source, UnreadableError
from constructs_lib.readers.templates.template import is_template, read_template
from constructs_lib.resources.deployment import Deployment

_ENDINGS = (".json", ".yaml", ".yml", ".template")
_PASSED_OVER = ("node_modules", "__pycache__")
_TEMPLATE_MARK = b"AWS::Cognito::"
_MARKS = (_TEMPLATE_MARK, b"UserPool", b"MfaConfiguration", b"IdentityPool")
"""One of these stands in every file of a folder that is worth reading."""


@dataclass
class Files:
    """What was read, and what could not be."""

    sources: list[Source] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)

    def position(self, place: Place) -> tuple[int, int]:
        """Give line and column of a place, which are worked out only now."""
        return self.documents[place.file].position(place.path)


def read_files(paths: Iterable[str], deployment: Deployment) -> Files:
    """Read templates, assemblies and described pools.

    Args:
        paths: Files, and folders to look through.
        deployment: Where the resources will live, for files that do not tell.
    """
    reader = _Reader(deployment)
    for path in dict.fromkeys(map(os.path.normpath, paths)):
        reader.tell_unreadable(partial(reader.read, Path(path)))
    reader.tell_unreadable(reader.read_described)
    return reader.files


class _Reader:
    def __init__(self, deployment: Deployment) -> None:
        self.files = Files()
        self._deployment = deployment
        self._described: dict[str, Document] = {}

    def tell_unreadable(self, read: Callable[[], None]) -> None:
        """Read something; if that cannot be done, say so and go on."""
        try:
            read()
        except UnreadableError as error:
            self.files.unreadable.append(str(error))

    def read(self, path: Path) -> None:
        """Read what somebody has named."""
        if path.is_dir():
            self._look_through(path)
        elif not self._take(str(path), read_file(path)):
            raise UnreadableError(
                f"{path}: is neither a CloudFormation template, which has Resources, nor the output of "
                "`aws cognito-idp describe-user-pool` or one of its sisters"
            )

    def read_described(self) -> None:
        """Put what was described in several files together."""
        if self._described:
            from constructs_lib.readers.described.pools import read_described

            self.files.sources += read_described({name: one.value for name, one in self._described.items()})

    def _look_through(self, folder: Path) -> None:
        before = len(self.files.documents), len(self.files.unreadable)
        for path in _worth_a_look(folder):
            self.tell_unreadable(partial(self._look_at, path))
        if (len(self.files.documents), len(self.files.unreadable)) == before:
            raise UnreadableError(f"{folder}: there is no template with Cognito resources in it, and no described pool")

    def _look_at(self, path: Path) -> None:
        if path.is_dir():
            for template in read_assembly(path):
                self._take_stack(template)
            return
        data = path.read_bytes()
        if not any(mark in data for mark in _MARKS):
            return
        try:
            self._take(str(path), read_document(data, str(path)))
        except UnreadableError:
            if _TEMPLATE_MARK in data:
                raise

    def _take(self, name: str, document: Document) -> bool:
        """Take what a file says; tell whether it is ours to judge."""
        if is_template(document.value):
            self.files.sources += read_template(document.value, name, self._deployment)
        else:
            from constructs_lib.readers.described.pools import is_described  # by need: most files are templates

            if not is_described(document.value):
                return False
            self._described[name] = document
        self.files.documents[name] = document
        return True

    def _take_stack(self, template: StackTemplate) -> None:
        name, said, given = str(template.file), template.deployment, self._deployment
        where = Deployment(region=said.region or given.region, account=said.account or given.account)
        self.files.documents[name] = template.document
        for source in read_template(template.document.value, name, where):
            self.files.sources.append(replace(source, acknowledged=template.acknowledged))


def _worth_a_look(folder: Path) -> Iterator[Path]:
    """Walk the assemblies of a folder, and the files that may be templates or described pools."""
    for here, folders, names in os.walk(folder):
        path = Path(here)
        if is_assembly(path):
            folders.clear()
            yield path
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_OVER)
        files = (path / name for name in sorted(names) if name.endswith(_ENDINGS))
        yield from (file for file in files if file.is_file() and file.stat().st_size <= MAX_BYTES)
