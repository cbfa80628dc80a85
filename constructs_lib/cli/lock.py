"""`userpool lock`: records what can never be changed, and refuses what would change it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from constructs_lib.cli.whole_file import write_whole
from constructs_lib.lifecycle.lock import Pools, StackName, written
from constructs_lib.lifecycle.lock_file import read_lock
from constructs_lib.lifecycle.locking import accepting, differences, pools_in, updated
from constructs_lib.readers.assembly import is_assembly, read_assembly
from constructs_lib.readers.documents.document import read_file
from constructs_lib.readers.source import UnreadableError
from constructs_lib.readers.templates.template import is_template
from constructs_lib.resources.deployment import Deployment


def lock_pools(paths: Sequence[str], file: Path, where: Deployment) -> int:
    """Record what templates say, if nothing that is recorded differs; give how many things do.

    Raises:
        UnreadableError: A template, or the lock, cannot be read.
    """
    lock, stacks, whole = read_lock(file), read_stacks(paths, where), _are_whole(paths)
    found = [one for one in differences(lock, stacks, whole=whole) if not one.is_new]
    if found:
        print("\n".join(map(str, found)), file=sys.stderr)
        return len(found)
    if not any(stacks.values()) and not file.exists():
        raise UnreadableError(f"{', '.join(paths)}: there is no user pool and no identity pool in it that is to last")
    text = written(updated(lock, stacks))
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        write_whole(file, text)
        pools = sum(map(len, stacks.values()))
        print(f"{file}: {pools} {'pool' if pools == 1 else 'pools'} recorded")
    return 0


def check_lock(paths: Sequence[str], file: Path, where: Deployment) -> int:
    """Tell what differs from a lock, and what is not recorded yet, and write nothing; give how many things."""
    lock, stacks, whole = read_lock(file), read_stacks(paths, where), _are_whole(paths)
    found = list(differences(lock, stacks, whole=whole))
    print("\n".join(map(str, found)) if found else f"{file}: nothing differs")
    return len(found)


def accept_difference(paths: Sequence[str], file: Path, where: Deployment, construct: str, reason: str) -> None:
    """Record what templates say of one construct's pools, and why that is meant.

    Raises:
        UnreadableError: Nothing of the construct differs, or something cannot be read.
    """
    stacks, whole = read_stacks(paths, where), _are_whole(paths)
    made = accepting(read_lock(file), stacks, construct, reason, whole=whole)
    if made is None:
        raise UnreadableError(f"--accept {construct}: nothing of it differs from {file} in a way that does harm")
    write_whole(file, written(made))
    print(f"{file}: accepted for {construct}: {reason}")


def read_stacks(paths: Sequence[str], where: Deployment) -> dict[StackName, Pools]:
    """Read the pools of assemblies and templates, by their stacks; a template's stack is called as its file is.

    Raises:
        UnreadableError: There is no template.
    """
    stacks: dict[StackName, Pools] = {}
    for path in map(Path, paths):
        if is_assembly(path):
            for template in read_assembly(path):
                said = template.deployment
                place = Deployment(region=said.region or where.region, account=said.account or where.account)
                _add(stacks, StackName(place, template.path), template.document.value)
        else:
            document = read_file(path)
            if not is_template(document.value):
                raise UnreadableError(f"{path}: is no CloudFormation template, which has Resources")
            _add(stacks, StackName(where, path.name.partition(".")[0]), document.value)
    return stacks


def _add(stacks: dict[StackName, Pools], name: StackName, template: object) -> None:
    resources = template.get("Resources") if isinstance(template, dict) else None
    pools = pools_in(name.path, resources) if isinstance(resources, dict) else {}
    stacks[name] = {**stacks.get(name, {}), **pools}


def _are_whole(paths: Sequence[str]) -> bool:
    """Tell whether these are all stacks of an app."""
    return any(is_assembly(Path(path)) for path in paths)
