"""Two inputs → the changes between them, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from constructs_lib.cli.sides import Side, Stack, read_side
from constructs_lib.lifecycle.change import Change
from constructs_lib.lifecycle.diff import diff
from constructs_lib.lifecycle.effect import Effect
from constructs_lib.lifecycle.matching import by_names, of_cognito
from constructs_lib.readers.source import UnreadableError
from constructs_lib.resources.deployment import Deployment
from constructs_lib.rules.finding import template_words


@dataclass(frozen=True, kw_only=True)
class ToldChange:
    """A change, and where it stands: in NEW, or in OLD what is there alone."""

    change: Change
    file: str
    line: int
    column: int
    path: str


@dataclass(frozen=True)
class Changes:
    """All changes between two inputs, the worst first."""

    told: tuple[ToldChange, ...]
    files: int

    @property
    def is_harmful(self) -> bool:
        """Tell whether AWS refuses something, or somebody loses something."""
        return any(one.change.effect.is_harmful for one in self.told)

    def count(self, effect: Effect) -> int:
        """Count the changes that do the same."""
        return sum(one.change.effect is effect for one in self.told)


def diff_paths(old: str, new: str, deployment: Deployment) -> Changes:
    """Tell every change between two inputs.

    Args:
        old: What is deployed: a template, an assembly, described pools or a settings module.
        new: What shall be.
        deployment: Where the resources live, for files that do not tell.

    Raises:
        UnreadableError: One of them cannot be read, or they have nothing in common.
    """
    before, after = read_side(old, deployment), read_side(new, deployment)
    same_kind = before.kind == after.kind != "described"
    pairs = _stacks(before, after) if same_kind else [_merged(before, after)]
    managed = "described" not in (before.kind, after.kind)
    found = [
        _told(change, one, other)
        for one, other in pairs
        for change in diff(one.resources, other.resources, same_ids=same_kind, managed=managed)
    ]
    found.sort(key=lambda told: told.change.effect)
    return Changes(tuple(found), before.files + after.files)


def _stacks(before: Side, after: Side) -> Iterator[tuple[Stack, Stack]]:
    """Walk the stacks of both sides by their names; where each has one, they are the same."""
    if len(before.stacks) == len(after.stacks) == 1:
        yield next(iter(before.stacks.values())), next(iter(after.stacks.values()))
        return
    for name in dict.fromkeys([*before.stacks, *after.stacks]):
        yield before.stacks.get(name, Stack()), after.stacks.get(name, Stack())


def _merged(before: Side, after: Side) -> tuple[Stack, Stack]:
    """Compare all of both sides, of which at least something must be the same."""
    old, new = before.merged(), after.merged()
    left, right = of_cognito(old.resources), of_cognito(new.resources)
    if left and right and not by_names(left, right).same:
        raise UnreadableError(
            f"{before.path} and {after.path}: have no resource in common, by type and own name (UserPoolName, "
            "ClientName, Domain, …)"
        )
    return old, new


def _told(change: Change, old: Stack, new: Stack) -> ToldChange:
    stack = old if change.is_removed else new
    file, line, column = stack.positions[change.resource](change.path)
    return ToldChange(
        change=change,
        file=file,
        line=line,
        column=column,
        path=template_words(stack.called(change.resource), (change.words,) if change.words else ()),
    )
