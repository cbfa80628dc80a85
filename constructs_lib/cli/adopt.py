"""A pool that is there → files of code that says it, and what whoever adopts it must know and do."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from constructs_lib.adopting.adoption import Adoption, Remark
from constructs_lib.adopting.found import find, the_one
from constructs_lib.adopting.layout import in_docstring
from constructs_lib.adopting.settings_code import settings_module
from constructs_lib.adopting.stack_code import stack_module
from constructs_lib.cli.check import in_file_order, told_of
from constructs_lib.cli.lock import read_stacks
from constructs_lib.cli.printing import plain
from constructs_lib.cli.report import as_text
from constructs_lib.cli.settings_module import check_module, read_settings
from constructs_lib.cli.told import Checked, Told
from constructs_lib.cli.whole_file import write_all
from constructs_lib.judging import judge_sources
from constructs_lib.lifecycle.lock import Lock
from constructs_lib.lifecycle.lock import written as locked
from constructs_lib.lifecycle.locking import updated
from constructs_lib.readers.assembly import is_assembly
from constructs_lib.readers.files import Files, read_files
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.deployment import Deployment

LOCK = "userpool.lock.json"


def adopt(
    paths: Sequence[str],
    deployment: Deployment,
    folder: str,
    *,
    pool: str | None = None,
    construct_id: str | None = None,
    force: bool = False,
) -> Checked:
    """Adopt a pool from files, and tell about it on standard output.

    Args:
        paths: Templates, assemblies and described pools.
        deployment: Where the pool lives, for files that do not tell.
        folder: Where to write.
        pool: Which pool: its logical id, the path of its construct, its own id or name. Default: the only one.
        construct_id: The id of the new construct. Default: one that suits it.
        force: Whether files that are there are overwritten.

    Raises:
        UnreadableError: Something cannot be read or written, or nobody can say which pool is meant.
    """
    files, lock = read_files(paths, deployment), partial(_lock, paths, deployment, Path(folder))
    return adopt_files(files, ", ".join(paths), folder, pool, construct_id, force=force, lock=lock)


def adopt_from_aws(
    pool_id: str, region: str | None, profile: str | None, folder: str, *, construct_id: str | None, force: bool
) -> Checked:
    """Adopt a pool of an account, which is only asked.

    Raises:
        UnreadableError: It cannot be asked for, or the files cannot be written.
    """
    from constructs_lib.cli.fetch import fetch

    fetched = fetch(pool_id, region, profile)
    return adopt_files(fetched.files(), pool_id, folder, pool_id, construct_id, force=force, untold=fetched.untold)


def adopt_files(
    files: Files,
    where: str,
    folder: str,
    pool: str | None,
    construct_id: str | None,
    *,
    force: bool,
    untold: Sequence[str] | None = None,
    lock: Callable[[], Mapping[str, str]] = dict,
) -> Checked:
    """Adopt a pool of what was read."""
    if files.unreadable:
        raise UnreadableError(files.unreadable[0])
    found = find(files, untold)
    meant = the_one(found, pool, where)
    adoption = meant.adopt(construct_id)
    texts = {**written(adoption), **({} if adoption.identifiers else lock())}
    write_all(Path(folder), texts, force=force)
    findings = _findings(adoption, files, Path(folder) / f"{adoption.name}_settings.py")
    checked = Checked(files=1, findings=sorted(findings, key=in_file_order))
    others = Remark("also there; adopt each by its name, --pool", [str(other) for other in found if other is not meant])
    sections = _sections(adoption, [*adoption.remarks, others], checked, [str(Path(folder) / name) for name in texts])
    print("\n\n".join(sections))
    return checked


def written(adoption: Adoption) -> Mapping[str, str]:
    """Give the texts of an adoption by the names of their files."""
    told_of_itself = f"The settings of the {adoption.kind} {in_docstring(adoption.called)}, as it is today."
    texts = {
        f"{adoption.name}_settings.py": settings_module(adoption.name, adoption.settings, told_of_itself),
        f"{adoption.name}_stack.py": stack_module(adoption),
    }
    if adoption.identifiers:
        texts["resource_mapping.json"] = json.dumps(adoption.mapping, indent=2, ensure_ascii=False) + "\n"
    return texts


def _lock(paths: Sequence[str], deployment: Deployment, folder: Path) -> Mapping[str, str]:
    """Give the lock of the app as it is, so that the new app is held to it; one that is there stays."""
    templates = [path for path in paths if is_assembly(Path(path)) or Path(path).is_file()]
    if not templates or (folder / LOCK).exists():
        return {}
    return {LOCK: locked(updated(Lock(), read_stacks(templates, deployment)))}


def _findings(adoption: Adoption, files: Files, settings: Path) -> Iterator[Told]:
    """Judge what is adopted: where the template says it, or else where the new settings do."""
    for placed in judge_sources(adoption.sources):
        if placed.finding.resource in adoption.own:
            yield told_of(placed, files)
    if not adoption.sources:
        yield from check_module(read_settings(str(settings)), adoption.deployment)


def _sections(adoption: Adoption, remarks: Sequence[Remark], checked: Checked, names: Sequence[str]) -> Iterator[str]:
    yield plain(f"adopted the {adoption.kind} {adoption.called} ({adoption.file}): {', '.join(names)}")
    for remark in remarks:
        if remark.about:
            yield "\n   ".join([f"{remark.sentence}:", *map(plain, remark.about)])
    yield f"what the rules say of it today:\n{as_text(checked)}"
    if checked.errors:
        yield "the new construct refuses what AWS would refuse: what is an error above must be put right first"
    yield "\n   ".join(["next:", *_steps(adoption)])


def _steps(adoption: Adoption) -> Iterator[str]:
    call = f"add_{adoption.name}(...)"
    if adoption.identifiers:
        yield f"call {call} with a stack that is deployed, of the pool's account and Region ({_where(adoption)})"
        yield "cdk import STACK --resource-mapping resource_mapping.json"
        yield "cdk diff STACK      # must show no differences"
        yield "userpool lock       # records what can never be changed of it"
    else:
        yield f"call lock_user_pools(app) first, which holds your app to {LOCK}: the pools as they are today"
        yield f"call {call} in place of the constructs that it replaces, with the scope that the old pool had"
        yield "cdk diff STACK      # must show no resource that is removed, replaced or changed in its properties"
        yield "cdk deploy STACK"


def _where(adoption: Adoption) -> str:
    where = adoption.deployment
    return ", ".join(filter(None, [where.account, where.region])) or "which the files do not tell"
