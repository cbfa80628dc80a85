"""Files → findings with their places, less what is acknowledged."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from constructs_lib.cli.acknowledgements import Acknowledgement, read_acknowledgements
from constructs_lib.cli.told import Checked, Told, Unused
from constructs_lib.judging import Placed, judge_sources
from constructs_lib.readers.files import Files, read_files
from constructs_lib.readers.source import Source, UnreadableError
from constructs_lib.resources.deployment import Deployment


def check_paths(paths: Sequence[str], deployment: Deployment, acknowledge: str | None = None) -> Checked:
    """Judge files and folders.

    Args:
        paths: Templates, assemblies, described pools and settings modules.
        deployment: Where the resources will live, for files that do not tell.
        acknowledge: The file of acknowledgements. Default: the one in this folder, if there is one.

    Raises:
        UnreadableError: The acknowledgements cannot be read; what else cannot is told in the answer.
    """
    known = read_acknowledgements(acknowledge)
    checked = Checked()
    found = [told for path in paths if path.endswith(".py") for told in _of_module(path, deployment, checked)]
    files = read_files([path for path in paths if not path.endswith(".py")], deployment)
    found += _in_files(files)
    checked.files += len(files.documents)
    checked.unreadable += files.unreadable
    used: set[Acknowledgement] = set()
    for told in sorted(found, key=in_file_order):
        by = next((one for one in known.entries if _covers(one, told)), None)
        if by is not None:
            used.add(by)
            told = replace(told, reason=by.reason)
        (checked.acknowledged if told.reason else checked.findings).append(told)
    for one in known.entries:
        if one not in used:
            line, column = known.document.position(one.place.path)
            checked.unused.append(
                Unused(rule=one.rule, reason=one.reason, file=one.place.file, line=line, column=column)
            )
    return checked


def _in_files(files: Files) -> Iterator[Told]:
    """Judge what files say, many of them on all processors; what several files say together stays together."""

    def judged(sources: Sequence[Source]) -> list[Told]:
        return [told_of(placed, files) for placed in judge_sources(sources)]

    if sum(len(source.resources) for source in files.sources) < _WORTH_SHARING:
        return iter(judged(files.sources))
    from constructs_lib.cli.processors import shared  # by need: few have so much

    by_file: dict[str, list[Source]] = {}
    for source in files.sources:
        by_file.setdefault(_file_of(source), []).append(source)
    return shared(judged, list(by_file.values()))


_WORTH_SHARING = 1000
"""Resources; with fewer, making processes takes longer than it saves."""


def _file_of(source: Source) -> str:
    """Name the file of a template; what is described may be in any."""
    name = next(iter(source.resources), None)
    return source.place(name, ()).file if name is not None and type(source) is Source else ""


def in_file_order(told: Told) -> tuple[str, int, int, str]:
    """Sort findings by their places."""
    return told.file, told.line, told.column, told.finding.rule


def told_of(placed: Placed, files: Files) -> Told:
    """Tell where a finding stands."""
    line, column = files.position(placed.place)
    return Told(
        finding=placed.finding,
        file=placed.place.file,
        line=line,
        column=column,
        construct=placed.construct,
        reason=placed.acknowledged or "",
    )


def _covers(one: Acknowledgement, told: Told) -> bool:
    names = (told.finding.resource, told.construct)
    return any(one.covers(told.finding.rule, name, told.file) for name in names if name is not None)


def _of_module(path: str, deployment: Deployment, checked: Checked) -> Iterator[Told]:
    """Judge a Python module; this needs the settings' classes, which nothing else here does."""
    from constructs_lib.cli.settings_module import check_module, read_settings

    try:
        module = read_settings(path)
    except UnreadableError as error:
        checked.unreadable.append(str(error))
        return
    checked.files += 1
    yield from check_module(module, deployment)
